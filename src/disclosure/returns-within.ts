import type { Counts } from '../form/index.ts';
import { isNotStated } from '../summary/index.ts';
import { areGapless, covers, daysIn, groupedBy, overlaps } from '../vocabulary/index.ts';
import { heldReturns, type HeldReturn } from './held-returns.ts';
import type { Release, ReleaseCell } from './release.ts';
import { fieldOfFigure } from './return-quantities.ts';

/** A return with its counts by version and path. */
export interface Held extends HeldReturn {
  readonly cells: ReadonlyMap<string, ReleaseCell>;
}

export const heldIn = (release: Release): readonly Held[] =>
  heldReturns(release).map((held) => {
    const named = held.counts.map(({ path, version, cell }) => [nameIn(version, path), cell] as const);
    return { ...held, cells: new Map(named) };
  });

export const nameIn = (version: string, path: string): string => JSON.stringify([version, path]);

/** Whether one return is of all that another is of. Of two that are of the same, the first by name is. */
const holds = (whole: Held, part: Held): boolean =>
  whole !== part &&
  part.services.every((service) => whole.services.includes(service)) &&
  covers(whole.period, part.period) &&
  (size(part) < size(whole) || whole.key < part.key);

const size = ({ services, period }: Held): number => services.length * daysIn(period);

/** The largest returns that one holds, of which no two have a service and a day in common. */
export function partsOf(whole: Held, all: readonly Held[]): readonly Held[] {
  const within = all.filter((each) => holds(whole, each));
  const sorted = [...within].sort((one, other) => (one.period.from < other.period.from ? -1 : 1));
  return sorted
    .filter((each) => !within.some((other) => holds(other, each)))
    .reduce<readonly Held[]>(
      (taken, each) =>
        taken.some(
          ({ services, period }) =>
            overlaps(period, each.period) && services.some((service) => each.services.includes(service)),
        )
          ? taken
          : [...taken, each],
      [],
    );
}

/** The parts that a count is nothing but the sum of: of all its services, and on all its days; nothing where they are not. */
export function addedUp(whole: Held, within: readonly Held[], path: string): readonly Held[] {
  const counts = countsAt(path);
  const isAll = (parts: readonly Held[], isThrough: (run: readonly Held[]) => boolean): readonly Held[] =>
    servicesIn(runsOf(parts)) === whole.services.length && runsOf(parts).every(isThrough) ? parts : [];
  if (counts === 'people-at-start' || counts === 'people-at-end') {
    const end = counts === 'people-at-start' ? 'from' : 'to';
    const then = within.filter(({ period }) => period[end] === whole.period[end]);
    return isAll(then, (run) => run.length === 1);
  }
  const isAtOnce = counts !== undefined && within.every(({ period }) => covers(period, whole.period));
  return isAtOnce || counts === 'events' || counts === 'attendances'
    ? isAll(within, (run) => goesThrough(whole, run))
    : [];
}

/** The parts that come from the same services, in the order of their periods. */
export const runsOf = (within: readonly Held[]): readonly (readonly Held[])[] => [
  ...groupedBy(within, ({ services }) => JSON.stringify([...services].sort())).values(),
];

export const servicesIn = (runs: readonly (readonly Held[])[]): number =>
  runs.reduce((sum, run) => sum + (run[0]?.services.length ?? 0), 0);

/** Whether parts follow each other from the first day of a whole to its last. */
export const goesThrough = (whole: Held, run: readonly Held[]): boolean =>
  areGapless(run.map(({ period }) => period)) &&
  run[0]?.period.from === whole.period.from &&
  run.at(-1)?.period.to === whole.period.to;

/** What is counted at a path of the form: nothing where it is worked out from others, which hang together themselves. */
export function countsAt(path: string): Counts | undefined {
  if (path === 'youngPeople.base') return 'people';
  const field = fieldOfFigure(path);
  return field === undefined || field.kind === 'code' || isNotStated(path) ? undefined : field.counts;
}
