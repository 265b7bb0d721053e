import type { z } from 'zod';
import type { Register } from '../programme/index.ts';
import {
  inseparableReturns,
  type InseparableReturns,
  type Summary,
  type SummaryFigure,
} from '../summary/index.ts';
import { groupedBy, isIsoDate, type IsoDate, type Period } from '../vocabulary/index.ts';
import type { ServiceEvidence } from './measure.ts';
import { serviceObservation, type ServiceObservation } from './observation.ts';

/** What is known of one period. */
export interface PeriodEvidence {
  /** The day as of which posts and their funding are looked at. */
  readonly asOf: IsoDate;
  /** The services. Without it nobody knows how many there are, and no outcome has more than partial evidence. */
  readonly register?: Register;
  /** The returns, added up in any way: they are put together by service again. */
  readonly summary?: Summary;
  /** What was observed and stands in neither. At most one for each service. */
  readonly observations?: readonly ServiceObservation[];
}

/** An observation that was left out, and why. */
export interface RefusedObservation {
  /** Its place in the list. */
  readonly index: number;
  readonly because: string;
}

/** The evidence of a period, service by service. */
export interface ReadEvidence {
  /** The services of which something is expected. */
  readonly services: readonly string[];
  /** Whether a register said so. */
  readonly knowsAll: boolean;
  readonly evidence: readonly ServiceEvidence[];
  readonly refused: readonly RefusedObservation[];
  /** Services that returned or were observed, and that the register does not have or only plans. */
  readonly outside: readonly string[];
}

/**
 * Reads what is known of a period.
 *
 * @throws RangeError when `asOf` is no day: a mistake of the caller
 */
export function readEvidence(period: PeriodEvidence): ReadEvidence {
  const { asOf, register, summary, observations = [] } = period;
  if (!isIsoDate(asOf))
    throw new RangeError(`indicators: asOf is "${String(asOf)}", which is no day of the calendar`);
  const { byService, refused } = readObservations(observations, asOf);
  const returned = summary === undefined ? [] : inseparableReturns(summary).map(returnsOf);
  const named = [...new Set([...returned.flatMap(({ services }) => services), ...byService.keys()])].sort();
  const services = register === undefined ? named : [...new Set(thereIn(register))];
  const known = new Set(services);
  return {
    services,
    knowsAll: register !== undefined,
    evidence: serviceEvidence(period, byService, returned, services),
    refused,
    outside: named.filter((service) => !known.has(service)),
  };
}

const thereIn = ({ services }: Register): readonly string[] =>
  services.filter(({ status }) => status !== 'planned').map(({ id }) => id);

/** The observations that can be used, and those that cannot. */
interface ReadObservations {
  readonly byService: ReadonlyMap<string, ServiceObservation>;
  readonly refused: readonly RefusedObservation[];
}

/** Takes observations that fit their schema, one for each service; two of one service contradict, and neither is used. */
function readObservations(observations: readonly unknown[], asOf: IsoDate): ReadObservations {
  const read = observations.map((observation, index) => ({ index, ...readObservation(observation, asOf) }));
  const sound = read.flatMap(({ index, value }) => (value === undefined ? [] : [{ index, value }]));
  const groups = [...groupedBy(sound, ({ value }) => value.service).values()];
  const twice = groups.filter((group) => group.length > 1).flat();
  const refused = [
    ...read.flatMap(({ index, because }) => (because === undefined ? [] : [{ index, because }])),
    ...twice.map(({ index, value }) => ({
      index,
      because: `service ${value.service} is observed more than once`,
    })),
  ];
  const single = groups.flatMap((group) => (group.length === 1 ? group : []));
  return {
    byService: new Map(single.map(({ value }) => [value.service, value])),
    refused: refused.sort((one, other) => one.index - other.index),
  };
}

function readObservation(
  observation: unknown,
  asOf: IsoDate,
): { readonly value?: ServiceObservation; readonly because?: string } {
  try {
    const parsed = serviceObservation.safeParse(observation);
    if (!parsed.success) return { because: becauseOf(parsed.error.issues[0]) };
    return parsed.data.period.from > asOf
      ? { because: 'it describes days that are still to come' }
      : { value: parsed.data };
  } catch {
    // Only the observation’s own code runs in there: a proxy, or an accessor that throws.
    return { because: 'it is no plain data' };
  }
}

/** Why an observation does not fit; names of entries that do not belong there are not repeated. */
function becauseOf(issue: z.core.$ZodIssue | undefined): string {
  const place = issue?.path.map(String).join('.') ?? '';
  if (issue?.code === 'unrecognized_keys')
    return `${place === '' ? 'it' : place} has entries that observations do not have`.slice(0, 200);
  return `${place}: ${issue?.message ?? ''}`.slice(0, 200);
}

/** What came from a service, or from several that cannot be separated. */
interface Returned {
  readonly services: readonly string[];
  readonly figures: ReadonlyMap<string, SummaryFigure>;
  readonly periods: readonly Period[];
}

const returnsOf = ({ services, summary }: InseparableReturns): Returned => ({
  services,
  figures: figuresByPath(summary.figures),
  periods: summary.contributions.filter(({ revision }) => revision > 0).map(({ period }) => period),
});

/** A figure that stands for two bases has no one place: it is left to those who ask for the base. */
function figuresByPath(figures: readonly SummaryFigure[]): ReadonlyMap<string, SummaryFigure> {
  const byPath = groupedBy(figures, ({ path }) => path);
  return new Map(
    [...byPath].flatMap(([path, [only, ...others]]) =>
      only !== undefined && others.length === 0 ? [[path, only] as const] : [],
    ),
  );
}

/** The evidence of each service, and of services together that cannot be separated. */
function serviceEvidence(
  { asOf, register }: PeriodEvidence,
  observed: ReadonlyMap<string, ServiceObservation>,
  returned: readonly Returned[],
  services: readonly string[],
): readonly ServiceEvidence[] {
  const known = new Set(services);
  const alone = new Map(
    returned.flatMap((each) => (each.services.length === 1 ? [[each.services[0] ?? '', each] as const] : [])),
  );
  const together = returned.filter(
    (each) => each.services.length > 1 && each.services.every((service) => known.has(service)),
  );
  const entries = new Map(register?.services.map((service) => [service.id, service]));
  const single = services.map((id): ServiceEvidence => {
    const [entry, observation, own] = [entries.get(id), observed.get(id), alone.get(id)];
    return {
      services: [id],
      asOf,
      ...(entry && { register: entry }),
      ...(observation && { observation }),
      figures: own?.figures ?? new Map(),
      periods: own?.periods ?? [],
    };
  });
  return [...single, ...together.map((each) => ({ ...each, asOf }))];
}
