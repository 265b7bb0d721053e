import { median } from 'simple-statistics';
import { between, highOf, isExact, type Bounds } from '../figures/index.ts';
import { fields } from '../form/index.ts';
import {
  fromReturns,
  measure,
  measureFigures,
  measures as everyMeasure,
  type Measure,
  type MeasuredServices,
  type MeasureFigure,
  type PeriodEvidence,
} from '../indicators/index.ts';
import type { Register } from '../programme/index.ts';
import { daysIn, type IsoDate, type Period } from '../vocabulary/index.ts';
import type { CmoConfiguration } from './cmo-configuration.ts';
import { factHolds, type FactCondition } from './register-fact.ts';
import type { Contrast, ContrastFigure, ContrastSide } from './contrast-result.ts';
import { sentences } from './contrast-words.ts';

/** What a contrast is drawn from. */
export interface ContrastEvidence extends Omit<PeriodEvidence, 'asOf' | 'register'> {
  readonly register: Register;
  /** The day as of which posts are looked at; the last day of the returns unless said. */
  readonly asOf?: IsoDate;
  /** How many separate figures a side needs before anything is said; 3 unless said. */
  readonly fewest?: number;
  /** The measures in which the outcome may show; those of this library unless said. */
  readonly measures?: readonly Measure[];
}

/**
 * Sets the services in which the context of a configuration holds beside those in which it does not, in the
 * measure or field that its outcome names. The context is what its `fact`s say together. With fewer than three
 * separate figures on a side nothing is said; and a difference is never called an effect.
 *
 * @throws RangeError when there is neither a day nor a return to take it from: a mistake of the caller
 * @example
 * const found = contrast(
 *   { id: 'A', contexts: [{ layer: 'practice', statement: 'A manager for the Spokes', fact: { fact: 'dedicated-manager', is: 'yes' } }], outcome: { statement: 'More training', valence: 'desired', measure: 'withProfessionals.trainingSessions' }, status: 'candidate' },
 *   { register: { phases: [], services: [] }, asOf: '2015-09-30' },
 * );
 * found.says; // => ['Context: Dedicated Spokes Manager: yes.', 'Nothing can be said: n is 0 where it holds and 0 where it does not; 3 on each side are needed.']
 */
export function contrast(configuration: CmoConfiguration, evidence: ContrastEvidence): Contrast {
  const conditions = configuration.contexts.flatMap(({ fact }) => fact ?? []);
  const named = configuration.outcome.measure;
  const chosen = named === undefined ? undefined : measureNamed(named, evidence.measures ?? everyMeasure);
  const period: PeriodEvidence = { ...evidence, asOf: evidence.asOf ?? lastDay(evidence) };
  const { where, whereNot, notKnown } = sidesOf(conditions, evidence.register, period.asOf);
  const [holds, doesNot] = [sideOf(where, chosen, period), sideOf(whereNot, chosen, period)];
  const figures = chosen === undefined ? [] : compared(chosen, holds, doesNot, evidence.fewest ?? 3);
  const base = {
    configuration: configuration.id,
    conditions,
    ...(named !== undefined && { measure: named }),
    holds,
    doesNot,
    notKnown,
    inseparable: inseparable(evidence, where, whereNot),
    figures,
  };
  return { ...base, says: sentences(base, configuration, chosen, evidence.fewest ?? 3) };
}

/** A measure by its id, or a count of the form as a measure of its own. */
function measureNamed(id: string, all: readonly Measure[]): Measure | undefined {
  const known = all.find((each) => each.id === id);
  const field = fields.find((each) => each.id === id);
  if (known !== undefined || field?.kind !== 'count') return known;
  return measure({
    id,
    indicator: 'O6',
    title: field.label,
    numerator: field.label,
    unit: field.unit,
    direction: 'none',
    bearing: 'activity',
    cannotShow: 'Anything but itself.',
    reads: [id],
    kind: 'count',
    read: fromReturns(id),
  });
}

function sidesOf(
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

function lastDay({ summary }: ContrastEvidence): IsoDate {
  const last = summary?.contributions
    .map(({ period }) => period.to)
    .sort()
    .at(-1);
  if (last === undefined) throw new RangeError('contrast: give asOf, or a summary of returns');
  return last;
}

function sideOf(
  services: readonly string[],
  chosen: Measure | undefined,
  period: PeriodEvidence,
): ContrastSide {
  const measured: MeasuredServices =
    chosen === undefined || services.length === 0
      ? { figures: [], services: [], missing: services }
      : measureFigures(chosen, period, services);
  return {
    services,
    withFigures: [...new Set(measured.services.flatMap((each) => each.services))].sort(),
    n: measured.services.length,
    missing: measured.missing,
    periods: measured.services.map(({ periods }) => periods),
    figures: measured.figures,
    each: measured.services.map((one) => ({ services: one.services, figures: one.figures })),
  };
}

/** Services that returned together and of which some, not all, stand on one side. */
function inseparable(
  { summary }: ContrastEvidence,
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

function compared(
  chosen: Measure,
  holds: ContrastSide,
  doesNot: ContrastSide,
  fewest: number,
): readonly ContrastFigure[] {
  return holds.figures.flatMap((figure) => {
    const other = doesNot.figures.find(
      ({ part, category }) => part === figure.part && category === figure.category,
    );
    const [where, whereNot] = [amountOf(chosen, figure, holds), other && amountOf(chosen, other, doesNot)];
    if (where === undefined || whereNot === undefined) return [];
    const isFew = holds.n < fewest || doesNot.n < fewest;
    const isComparable = chosen.kind === 'share' || isOfOneLength([...holds.periods, ...doesNot.periods]);
    return [
      {
        ...(figure.part !== undefined && { part: figure.part }),
        ...(figure.category !== undefined && { category: figure.category }),
        unit: unitOf(chosen),
        where,
        whereNot,
        reads: isFew
          ? 'too-few'
          : isComparable
            ? readsAs([where, whereNot], [middleOf(chosen, figure, holds), middleOf(chosen, figure, doesNot)])
            : 'not-comparable',
      },
    ];
  });
}

/** Whether figures describe periods of one length: quarters of 90 to 92 days do. */
function isOfOneLength(all: readonly (readonly Period[])[]): boolean {
  const days = all.map((periods) => periods.reduce((sum, period) => sum + daysIn(period), 0));
  return Math.max(...days) - Math.min(...days) <= 0.05 * Math.max(...days);
}

type TwoSides = readonly [where: Bounds | undefined, whereNot: Bounds | undefined];

/** A difference counts when the middle figures have it too: one figure alone may not make it. */
function readsAs(sides: TwoSides, middles: TwoSides): ContrastFigure['reads'] {
  const [overall, middle] = [comparison(sides), comparison(middles)];
  return overall === middle ? overall : 'overlap';
}

function comparison([where, whereNot]: TwoSides): 'higher' | 'lower' | 'same' | 'overlap' {
  if (where === undefined || whereNot === undefined) return 'overlap';
  if (where.low > highOf(whereNot)) return 'higher';
  if (highOf(where) < whereNot.low) return 'lower';
  return isExact(where) && isExact(whereNot) ? 'same' : 'overlap';
}

/** The middle of the figures of a side, between the middles of their lower and upper ends. */
function middleOf(
  chosen: Measure,
  { part, category }: MeasureFigure,
  { each }: ContrastSide,
): Bounds | undefined {
  const amounts = each.flatMap(({ services, figures }) => {
    const own = figures.find((figure) => figure.part === part && figure.category === category);
    return (own && amountOf(chosen, own, { withFigures: services })) ?? [];
  });
  if (amounts.length === 0) return undefined;
  return between(median(amounts.map(({ low }) => low)), median(amounts.map(highOf)));
}

function unitOf({ kind, unit }: Measure): string {
  if (kind === 'share') return 'per cent';
  return kind === 'ratio' ? 'as a ratio' : `${unit} for each service`;
}

/** A share or ratio as it is; a count as an average for each service with a figure. */
function amountOf(
  { kind }: Measure,
  figure: MeasureFigure,
  { withFigures }: Pick<ContrastSide, 'withFigures'>,
): Bounds | undefined {
  if (kind === 'share') return figure.share;
  if (kind === 'ratio') return figure.ratio;
  const { low, high } = figure.value;
  return between(low / withFigures.length, (high ?? Infinity) / withFigures.length);
}
