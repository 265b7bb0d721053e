import { between, exactly, highOf, type Bounds } from '../figures/index.ts';
import { appliesTo, countsPeople, fieldAt, type Counts } from '../form/index.ts';
import type { SummaryFigure } from '../summary/index.ts';
import { isoInterval, quarterOfDate, type Period } from '../vocabulary/index.ts';
import type { Answer } from '../programme/index.ts';
import type { Reading, ServiceEvidence, ServiceReading } from './measure.ts';

/** Where a reading stands in the register, in words. */
export const inRegister = ({ services }: ServiceEvidence): readonly string[] => [
  `register, service ${services.join(', ')}`,
];

/** Where a reading stands in an observation, in words. */
export function inObservation({ services, observation }: ServiceEvidence): readonly string[] {
  const period = observation?.period;
  const days = period === undefined ? '' : `, ${period.from}/${period.to}`;
  const source = observation?.source === undefined ? '' : `: ${observation.source}`;
  return [`observation, service ${services.join(', ')}${days}${source}`];
}

/** Reads an observation of a service; nothing where it was not observed. */
export const fromObservation =
  <Name extends keyof NonNullable<ServiceEvidence['observation']>>(
    entry: Name,
    read: (
      observed: NonNullable<NonNullable<ServiceEvidence['observation']>[Name]>,
    ) => readonly Omit<Reading, 'from'>[],
  ) =>
  (evidence: ServiceEvidence): ServiceReading => {
    const observed = evidence.observation?.[entry];
    if (observed === undefined) return 'missing';
    const readings = read(observed).map((reading) => ({
      ...reading,
      from: inObservation(evidence),
      ...(evidence.observation && { periods: [evidence.observation.period] }),
    }));
    return readings.length === 0 ? 'missing' : readings;
  };

/** One part of a whole of exact numbers. */
export const share = (numerator: number, denominator: number): readonly Omit<Reading, 'from'>[] =>
  denominator === 0 ? [] : [{ numerator: exactly(numerator), denominator: exactly(denominator) }];

/** How many of a checklist’s items are met; nothing when none was answered. */
export function metItems(
  answers: Readonly<Record<string, Answer | undefined>> | undefined,
  items: readonly { readonly id: string }[],
): Omit<Reading, 'from'> | undefined {
  const known = items.map(({ id }) =>
    answers !== undefined && Object.hasOwn(answers, id) ? answers[id] : undefined,
  );
  const met = known.filter((answer) => answer === 'met').length;
  const open = known.filter((answer) => answer === undefined || answer === 'not-known').length;
  if (open === items.length) return undefined;
  return { numerator: between(met, met + open), denominator: exactly(items.length) };
}

/** Whether something holds of a service, as a count of services: 1 of 1, or 0 of 1. */
export function whether(evidence: ServiceEvidence, holds: boolean | undefined): ServiceReading {
  if (holds === undefined) return 'missing';
  return [{ numerator: exactly(holds ? 1 : 0), denominator: exactly(1), from: inRegister(evidence) }];
}

/** Why a service has no figure for a path: nothing is due yet, it does not apply, it is not known, or it is missing. */
export function notReturned(
  evidence: ServiceEvidence,
  path: string,
): 'missing' | 'not-known' | 'not-applicable' {
  const { figures, register } = evidence;
  const figure = figures.get(path);
  if (figure !== undefined && figure.coverage.expected > 0)
    return figure.from.length > 0 ? 'not-known' : 'missing';
  if (figure !== undefined && figure.coverage.notApplicable > 0) return 'not-applicable';
  const field = fieldAt(path);
  const isOthers =
    field !== undefined && register?.duties !== undefined && !appliesTo(field, register.duties);
  return isOthers || isNotYetDue(evidence) ? 'not-applicable' : 'missing';
}

/** Whether no return is due from a service yet. */
function isNotYetDue({ register, asOf, figures }: ServiceEvidence): boolean {
  const from = register?.returns?.from;
  return figures.size === 0 && from !== undefined && (from === 'not-yet' || from > quarterOfDate(asOf));
}

/**
 * A figure of returns as bounds: a return that is there and lacks the cell leaves the upper end open. What is not added
 * up over time is what one of the returns says, and that may be the one that lacks it: then the lower end too.
 */
export function openWhereMissing({ path, low, high, coverage }: SummaryFigure): Bounds {
  if (coverage.returned >= coverage.expected) return between(low, high);
  const counts = countsAt(path);
  const isOfOneDay = counts === 'posts' || counts === 'people-at-start' || counts === 'people-at-end';
  return { low: isOfOneDay ? 0 : low };
}

/**
 * Reads a figure of the returns; its denominator is another, where one is named.
 *
 * @param path the id of a field, or of a category: `referrals.route.police`
 * @throws RangeError when the form has no such field: a mistake of the programmer
 * @example
 * const read = fromReturns('youngPeople.waiting');
 * read({ services: ['1'], asOf: '2015-09-30', figures: new Map(), periods: [] }); // => 'missing'
 */
export function fromReturns(path: string, wholePath?: string): (evidence: ServiceEvidence) => ServiceReading {
  for (const each of [path, ...(wholePath === undefined ? [] : [wholePath])])
    if (fieldAt(each) === undefined) throw new RangeError(`fromReturns: the form has no "${each}"`);
  return (evidence) => {
    const figure = evidence.figures.get(path);
    const whole = wholePath === undefined ? undefined : evidence.figures.get(wholePath);
    const isThere = figure !== undefined && figure.coverage.returned > 0;
    if (!isThere || (wholePath !== undefined && whole === undefined)) return notReturned(evidence, path);
    const counts = countsAt(path);
    return [
      {
        numerator: openWhereMissing(figure),
        from: figure.from,
        caveats: figure.caveats,
        periods: periodsOf(figure, evidence.periods),
        ...(counts !== undefined && countsPeople(counts) && { people: true as const }),
        ...(whole && { denominator: openWhereMissing(whole) }),
      },
    ];
  };
}

/** The periods of the returns that a figure counts: what was not asked then, or does not apply, is no part of it. */
export const periodsOf = ({ from }: Pick<SummaryFigure, 'from'>, all: readonly Period[]): readonly Period[] =>
  all.filter((period) => from.some((key) => key.endsWith(`, ${isoInterval(period)}`)));

function countsAt(path: string): Counts | undefined {
  const field = fieldAt(path);
  return field === undefined || field.kind === 'code' ? undefined : field.counts;
}

/** A number of each, bounded by what is known of the two. */
export function ratioOf(numerator: Bounds, denominator: Bounds): Bounds | undefined {
  if (denominator.low === 0) return undefined;
  return between(numerator.low / highOf(denominator), highOf(numerator) / denominator.low);
}
