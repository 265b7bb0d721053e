import type { Register } from '../programme/index.ts';
import { regroup, type Summary, type SummaryFigure } from '../summary/index.ts';
import { groupedBy, type IsoDate, type Period } from '../vocabulary/index.ts';
import type { ServiceEvidence } from './measure.ts';
import { serviceObservation, type ServiceObservation } from './observation.ts';

/** What is known of one period. */
export interface PeriodEvidence {
  /** The day as of which posts and their funding are looked at. */
  readonly asOf: IsoDate;
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

/** The observations that can be used, and those that cannot. */
export interface ReadObservations {
  readonly byService: ReadonlyMap<string, ServiceObservation>;
  readonly refused: readonly RefusedObservation[];
}

/** Takes observations that fit their schema, one for each service; two of one service contradict, and neither is used. */
export function readObservations(observations: readonly unknown[]): ReadObservations {
  const refused: RefusedObservation[] = [];
  const sound = observations.flatMap((observation, index) => {
    const parsed = serviceObservation.safeParse(observation);
    if (parsed.success) return [{ index, value: parsed.data }];
    const [issue] = parsed.error.issues;
    refused.push({ index, because: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}` });
    return [];
  });
  const groups = [...groupedBy(sound, ({ value }) => value.service).values()];
  for (const { index, value } of groups.filter((group) => group.length > 1).flat()) {
    refused.push({ index, because: `service ${value.service} is observed more than once` });
  }
  const single = groups.flatMap((group) => (group.length === 1 ? group : []));
  return {
    byService: new Map(single.map(({ value }) => [value.service, value])),
    refused: refused.sort((one, other) => one.index - other.index),
  };
}

/** The services of which something is expected: those of the register that are not only planned, else all that are named anywhere. */
export function servicesExpected(
  { register, summary }: PeriodEvidence,
  observed: Iterable<string>,
): readonly string[] {
  if (register !== undefined)
    return register.services.filter(({ status }) => status !== 'planned').map(({ id }) => id);
  const returned = summary?.contributions.flatMap(({ service, combines = [service] }) => combines) ?? [];
  return [...new Set([...returned, ...observed])].sort();
}

/** The evidence of each service, and of the services of each combined return together. */
export function serviceEvidence(
  { asOf, register, summary }: PeriodEvidence,
  observed: ReadonlyMap<string, ServiceObservation>,
  services: readonly string[],
): readonly ServiceEvidence[] {
  const byName = returnsByName(summary);
  const combined = [...byName].filter(
    ([, { services: behind }]) => behind.length > 1 && behind.some((each) => services.includes(each)),
  );
  const entries = new Map(register?.services.map((service) => [service.id, service]));
  const single = services.map((id): ServiceEvidence => {
    const own = byName.get(id);
    const [entry, observation] = [entries.get(id), observed.get(id)];
    return {
      services: [id],
      asOf,
      ...(entry && { register: entry }),
      ...(observation && { observation }),
      figures: own?.services.length === 1 ? own.figures : new Map(),
      periods: own?.services.length === 1 ? own.periods : [],
    };
  });
  return [...single, ...combined.map(([, returned]) => ({ ...returned, asOf }))];
}

interface Returned {
  readonly services: readonly string[];
  readonly figures: ReadonlyMap<string, SummaryFigure>;
  readonly periods: readonly Period[];
}

/** What came under each name: of a service, or of a combined return. */
function returnsByName(summary: Summary | undefined): ReadonlyMap<string, Returned> {
  if (summary === undefined) return new Map();
  const regrouped = regroup(summary, { by: ['service'] });
  const figures = groupedBy(regrouped.figures, ({ group: { service = '' } }) => service);
  return new Map(
    [...groupedBy(summary.contributions, ({ service }) => service)].map(([name, contributions]) => [
      name,
      {
        services: [...new Set(contributions.flatMap(({ service, combines = [service] }) => combines))].sort(),
        figures: figuresByPath(figures.get(name) ?? []),
        periods: contributions.filter(({ revision }) => revision > 0).map(({ period }) => period),
      },
    ]),
  );
}

/** A figure that stands for two bases has no one place: it is left to those who ask for the base. */
function figuresByPath(figures: readonly SummaryFigure[]): ReadonlyMap<string, SummaryFigure> {
  const byPath = groupedBy(figures, ({ path }) => path);
  return new Map(
    [...byPath].flatMap(([path, [only, ...others]]) =>
      only !== undefined && others.length === 0 ? [[path, only] as const] : [],
    ),
  );
}
