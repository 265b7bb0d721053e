import { v5 } from 'uuid';
import type { Counts } from '../form/index.ts';
import { isNotStated } from '../summary/index.ts';
import {
  areGapless,
  covers,
  daysIn,
  groupedBy,
  isoInterval,
  overlaps,
  type Period,
} from '../vocabulary/index.ts';
import { namespace } from './complete-lines.ts';
import {
  foundAnew,
  heldReturns,
  isSumOf,
  withFound,
  withRest,
  workedOut,
  type Found,
  type HeldCount,
  type HeldReturn,
} from './held-returns.ts';
import type { Release, ReleaseCell } from './release.ts';
import { fieldOfFigure } from './return-quantities.ts';

/**
 * A release in which returns that hold the same as others hang together with them: that of a year with those of its
 * quarters, and one of several services together with theirs, in this release or an earlier one. Sessions add up, and
 * so do people of several services; people of a period are among those of a longer one.
 */
export function withOverlapping(release: Release): Release {
  const all = heldIn(release);
  const found = all.flatMap((whole) => {
    const within = partsOf(whole, all);
    return within.length === 0 ? [] : whole.counts.flatMap((count) => relations(whole, within, count));
  });
  return withFound(
    release,
    found.flatMap(({ cells }) => cells),
    found.flatMap(({ lines }) => lines),
  );
}

/**
 * A release in which what is nothing but the sum of others is worked out from them, and one that was left out of such a
 * sum from the rest: a year from its quarters, one of several services from all and the others.
 */
export function withSumsWorkedOut(release: Release): Release {
  const all = heldIn(release);
  const found = all.flatMap((whole) => {
    const within = partsOf(whole, all);
    return within.length === 0 ? [] : flowPaths.flatMap((path) => leftOutOf(whole, within, path));
  });
  return withFound(
    release,
    found.flatMap(({ cells }) => cells),
    found.flatMap(({ lines }) => lines),
  );
}

/** The numbers of how young people come and go. */
const flowPaths: readonly string[] = [
  ...['direct', 'newInPeriod', 'firstInYear', 'openAtStart', 'opened', 'openAtEnd'].map(
    (name) => `youngPeople.${name}`,
  ),
  'outcomes.casesClosed',
];

/** The one number of a sum that nobody recorded, if there is one. */
function leftOutOf(whole: Held, within: readonly Held[], path: string): readonly Found[] {
  const parts = addedUp(whole, within, path);
  const at = (held: Held): ReleaseCell | undefined => held.cells.get(nameIn('', path));
  const [missing, ...others] = [whole, ...parts].filter((held) => at(held) === undefined);
  if (parts.length === 0 || missing === undefined || others.length > 0) return [];
  const cells = parts.flatMap((part) => at(part) ?? []);
  const sum = cells.reduce((all, { count }) => all + count, 0);
  const count = missing === whole ? sum : (at(whole)?.count ?? 0) - sum;
  if (count < 0) return [];
  const cell = workedOut(missing, path, count);
  const total = at(whole) ?? cell;
  return [{ cells: [cell], lines: isSumOf(total, missing === whole ? cells : [...cells, cell]).lines }];
}

/** A return with its counts by version and path. */
interface Held extends HeldReturn {
  readonly cells: ReadonlyMap<string, ReleaseCell>;
}

const heldIn = (release: Release): readonly Held[] =>
  heldReturns(release).map((held) => {
    const named = held.counts.map(({ path, version, cell }) => [nameIn(version, path), cell] as const);
    return { ...held, cells: new Map(named) };
  });

const nameIn = (version: string, path: string): string => JSON.stringify([version, path]);

/** Whether one return is of all that another is of. Of two that are of the same, the first by name is. */
const holds = (whole: Held, part: Held): boolean =>
  whole !== part &&
  part.services.every((service) => whole.services.includes(service)) &&
  covers(whole.period, part.period) &&
  (size(part) < size(whole) || whole.key < part.key);

const size = ({ services, period }: Held): number => services.length * daysIn(period);

/** The largest returns that one holds, of which no two have a service and a day in common. */
function partsOf(whole: Held, all: readonly Held[]): readonly Held[] {
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

/** What a count has to do with those of the returns that it holds. */
function relations(
  whole: Held,
  within: readonly Held[],
  { path, version, cell }: HeldCount,
): readonly Found[] {
  const of = ({ held, at = path }: Counted): ReleaseCell | undefined =>
    held.cells.get(nameIn(version, at)) ?? held.cells.get(nameIn('', at));
  const some = (counted: readonly Counted[]): readonly ReleaseCell[] =>
    counted.flatMap((each) => of(each) ?? []);
  return [
    ...waysToCount(whole, within, path).map((counted) => atLeast(cell, some(counted))),
    ...waysToCover(whole, within, path)
      .map((counted) => [counted, some(counted)] as const)
      .filter(([counted, cells]) => counted.length > 1 && cells.length === counted.length)
      .map(([, cells]) => atMost(cell, cells)),
    isSumOfAll(
      cell,
      addedUp(whole, within, path).map((held) => of({ held })),
    ),
  ];
}

/** That a count is others and the rest. */
const atLeast = (total: ReleaseCell, parts: readonly ReleaseCell[]): Found =>
  withRest(total, parts, `${total.id} less others: ${nameOf(parts)}`);

/** That a count is at most the sum of others. */
function atMost(part: ReleaseCell, cells: readonly ReleaseCell[]): Found {
  const sum = foundAnew(
    `${part.id} at most: ${nameOf(cells)}`,
    cells.reduce((all, { count }) => all + count, 0),
  );
  const { cells: rest, lines } = withRest(sum, [part], `${sum.id} less ${part.id}`);
  if (lines.length === 0) return { cells: [], lines: [] };
  const line = { total: sum.id, parts: cells.map(({ id }) => id), of: 'implied' } as const;
  return { cells: [sum, ...rest], lines: [line, ...lines] };
}

const nameOf = (cells: readonly ReleaseCell[]): string =>
  v5(
    cells
      .map(({ id }) => id)
      .sort()
      .join('\n'),
    namespace,
  );

/** A count of a return: at the path in question, or at another. */
interface Counted {
  readonly held: Held;
  readonly at?: string;
}

/** That a count is the sum of others, where there are all of them. */
function isSumOfAll(total: ReleaseCell, parts: readonly (ReleaseCell | undefined)[]): Found {
  const known = parts.filter((part) => part !== undefined);
  return isSumOf(total, known.length === parts.length ? known : []);
}

/** The parts that a count is nothing but the sum of: of all its services, and on all its days; nothing where they are not. */
function addedUp(whole: Held, within: readonly Held[], path: string): readonly Held[] {
  const counts = countsAt(path);
  const isAll = (parts: readonly Held[], isThrough: (run: readonly Held[]) => boolean): readonly Held[] =>
    servicesIn(runsOf(parts)) === whole.services.length && runsOf(parts).every(isThrough) ? parts : [];
  if (counts === 'people-at-start' || counts === 'people-at-end') {
    const end = counts === 'people-at-start' ? 'from' : 'to';
    const then = within.filter(({ period }) => period[end] === whole.period[end]);
    return isAll(then, (run) => run.length === 1);
  }
  const isAtOnce = counts !== undefined && within.every(({ period }) => covers(period, whole.period));
  const isOnce = counts === 'events' || counts === 'attendances' || isNewOnce(path, whole.period);
  return isAtOnce || isOnce ? isAll(within, (run) => goesThrough(whole, run)) : [];
}

/** Whether nobody is new twice: to the service, or to the calendar year in which all of a period lies. */
const isNewOnce = (path: string, { from, to }: Period): boolean =>
  path === 'youngPeople.newInPeriod' ||
  (path === 'youngPeople.firstInYear' && from.slice(0, 4) === to.slice(0, 4));

/** The parts that come from the same services, in the order of their periods. */
const runsOf = (within: readonly Held[]): readonly (readonly Held[])[] => [
  ...groupedBy(within, ({ services }) => JSON.stringify([...services].sort())).values(),
];

const servicesIn = (runs: readonly (readonly Held[])[]): number =>
  runs.reduce((sum, run) => sum + (run[0]?.services.length ?? 0), 0);

/** Whether parts follow each other from the first day of a whole to its last. */
const goesThrough = (whole: Held, run: readonly Held[]): boolean =>
  areGapless(run.map(({ period }) => period)) &&
  run[0]?.period.from === whole.period.from &&
  run.at(-1)?.period.to === whole.period.to;

/** The parts that are in a count, each of whose people or sessions is in none of the others; in several ways, where there are. */
function waysToCount(whole: Held, within: readonly Held[], path: string): readonly (readonly Counted[])[] {
  const counts = countsAt(path);
  if (counts === undefined) return [];
  const all = within.map((held): Counted => ({ held }));
  const isAtOnce = within.every(({ period }) => daysIn(period) === daysIn(whole.period));
  if (counts === 'events' || counts === 'attendances' || isAtOnce) return [all];
  if (counts === 'people-at-start' || counts === 'people-at-end') {
    const end = counts === 'people-at-start' ? 'from' : 'to';
    return [all.filter(({ held }) => held.period[end] === whole.period[end])];
  }
  const ofOnePeriod = groupedBy(all, ({ held }) => isoInterval(held.period));
  return [...ofOnePeriod.values(), ...(path === 'youngPeople.direct' ? waysByWhoIsNew(within) : [])];
}

/**
 * Those of one period and those new in each later one, who were in none before: new to the service, or to the calendar
 * year; of each of several services that have returns of their own.
 */
function waysByWhoIsNew(within: readonly Held[]): readonly (readonly Counted[])[] {
  const runs = runsOf(within);
  return within.flatMap((_, base) => {
    const from = runs.map((run) => run.slice(Math.min(base, run.length - 1)));
    if (base > 0 && runs.every((run) => run.length <= base)) return [];
    return [from.flatMap(newSince), from.flatMap(firstInYearSince)];
  });
}

const newSince = (run: readonly Held[]): readonly Counted[] =>
  run.map((held, index) => (index === 0 ? { held } : { held, at: 'youngPeople.newInPeriod' }));

/** In the calendar year of the first of them alone: in another everybody is counted anew. */
function firstInYearSince(run: readonly Held[]): readonly Counted[] {
  const year = run[0]?.period.from.slice(0, 4) ?? '';
  const isInYear = ({ period }: Held): boolean => period.from.startsWith(year) && period.to.startsWith(year);
  return run
    .filter((held, index) => index === 0 || (isInYear(held) && run[0] !== undefined && isInYear(run[0])))
    .map((held, index) => (index === 0 ? { held } : { held, at: 'youngPeople.firstInYear' }));
}

/** The parts of which nobody in a count is in none, where they follow each other through all of it. */
function waysToCover(whole: Held, within: readonly Held[], path: string): readonly (readonly Counted[])[] {
  const runs = runsOf(within);
  const isThrough =
    servicesIn(runs) === whole.services.length && runs.every((run) => goesThrough(whole, run));
  if (countsAt(path) !== 'people' || !isThrough) return [];
  const all = within.map((held): Counted => ({ held }));
  if (path !== 'youngPeople.direct') return [all];
  // Who was carried over was counted in the period before.
  const more = 'youngPeople.direct/less youngPeople.openAtStart';
  return [
    all,
    runs.flatMap((run) => run.map((held, index) => (index === 0 ? { held } : { held, at: more }))),
  ];
}

/** What is counted at a path of the form: nothing where it is worked out from others, which hang together themselves. */
function countsAt(path: string): Counts | undefined {
  if (path === 'youngPeople.base') return 'people';
  const field = fieldOfFigure(path);
  return field === undefined || field.kind === 'code' || isNotStated(path) ? undefined : field.counts;
}
