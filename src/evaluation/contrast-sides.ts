import {
  measureFigures,
  type Measure,
  type MeasuredServices,
  type PeriodEvidence,
} from '../indicators/index.ts';
import type { Register } from '../programme/index.ts';
import { quartersIn, type IsoDate } from '../vocabulary/index.ts';
import type { ContrastSide } from './contrast-result.ts';
import { factHolds, type FactCondition } from './register-fact.ts';

/** The services in which a context holds, those in which it does not, and those of which it is not known. */
export function sidesOf(
  conditions: readonly FactCondition[],
  { services }: Register,
  asOf: IsoDate,
): Readonly<Record<'where' | 'whereNot' | 'notKnown', readonly string[]>> {
  const there = services.filter(({ status }) => status !== 'planned');
  const holds = (id: string): boolean | undefined => {
    const service = there.find((each) => each.id === id);
    const each =
      service === undefined
        ? [undefined]
        : conditions.map((condition) => factHolds(service, condition, asOf));
    if (each.includes(false)) return false;
    return each.length === 0 || each.includes(undefined) ? undefined : true;
  };
  const ids = there.map(({ id }) => id);
  return {
    where: ids.filter((id) => holds(id) === true),
    whereNot: ids.filter((id) => holds(id) === false),
    notKnown: ids.filter((id) => holds(id) === undefined),
  };
}

/** What one side of a contrast has to show in a measure. */
export function sideOf(
  services: readonly string[],
  chosen: Measure | undefined,
  period: PeriodEvidence,
): ContrastSide {
  const measured: MeasuredServices =
    chosen === undefined || services.length === 0
      ? { figures: [], services: [], missing: services }
      : measureFigures(chosen, period, services);
  const each = measured.services.map((one) => ({
    services: one.services,
    sent: sentBy(one.services, period),
    figures: one.figures,
  }));
  return {
    services,
    withFigures: [...new Set(each.flatMap((one) => one.services))].sort(),
    sent: each.reduce((sum, one) => sum + one.sent, 0),
    n: each.length,
    missing: measured.missing,
    periods: measured.services.map(({ periods }) => periods),
    figures: measured.figures,
    each,
  };
}

/** How many services sent something, at least: as many as returns came for each quarter of a combination. */
function sentBy(services: readonly string[], { summary }: PeriodEvidence): number {
  const least = (summary?.contributions ?? []).flatMap(({ combined, period }) =>
    combined?.services.some((service) => services.includes(service)) === true
      ? [Math.ceil(combined.returns / quartersIn(period).length)]
      : [],
  );
  return Math.min(services.length, ...least);
}

/** Services that returned together and of which some, not all, stand on one side. */
export function inseparable(
  { summary }: Pick<PeriodEvidence, 'summary'>,
  where: readonly string[],
  whereNot: readonly string[],
): readonly string[] {
  const sets = (summary?.contributions ?? []).flatMap(({ combined }) =>
    combined === undefined ? [] : [combined.services],
  );
  const isDivided = (set: readonly string[]): boolean =>
    set.some((service) => [...where, ...whereNot].includes(service)) &&
    ![where, whereNot].some((side) => set.every((service) => side.includes(service)));
  return [...new Set(sets.filter(isDivided).flat())].sort();
}
