import { fields } from '../form/index.ts';
import {
  fromReturns,
  measure,
  measures as everyMeasure,
  type Measure,
  type PeriodEvidence,
} from '../indicators/index.ts';
import type { Register } from '../programme/index.ts';
import type { IsoDate } from '../vocabulary/index.ts';
import type { CmoConfiguration } from './cmo-configuration.ts';
import { compared } from './contrast-comparison.ts';
import type { Contrast } from './contrast-result.ts';
import { inseparable, sideOf, sidesOf } from './contrast-sides.ts';
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

function lastDay({ summary }: ContrastEvidence): IsoDate {
  const last = summary?.contributions
    .map(({ period }) => period.to)
    .sort()
    .at(-1);
  if (last === undefined) throw new RangeError('contrast: give asOf, or a summary of returns');
  return last;
}
