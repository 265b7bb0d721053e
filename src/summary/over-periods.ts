import { between, highOf, mayOverlap, sumBounds, type Bounds, type Caveat } from '../figures/index.ts';
import type { Counts } from '../form/index.ts';
import { daysIn, follows, overlaps, type Period } from '../vocabulary/index.ts';

/** What a service returned for a cell in one period. */
export interface Reading {
  readonly period: Period;
  readonly bounds: Bounds;
  /** Of the people counted, those never counted by the service before, where the return says so. */
  readonly fresh?: Bounds;
}

/** What a service’s periods come to, with what has to be said about it. */
export interface OverPeriods {
  readonly bounds: Bounds;
  readonly caveats: readonly Caveat[];
}

/** How posts are put together over time: those of the latest return, or the average over the days returned. */
export type PostsOverTime = 'latest' | 'average';

/**
 * Puts one service’s periods together, by what the field counts: sessions add up; the same young person
 * may be in two periods, unless the returns say who is new; posts do not add up.
 */
export function overPeriods(counts: Counts, readings: readonly Reading[], posts: PostsOverTime): OverPeriods {
  const sorted = [...readings].sort((one, other) => (one.period.from < other.period.from ? -1 : 1));
  const bounds = sorted.map((reading) => reading.bounds);
  if (sorted.length < 2) return { bounds: bounds[0] ?? { low: 0, high: 0 }, caveats: [] };
  const shared: readonly Caveat[] = sorted.some((reading, index) =>
    overlapsEarlier(reading, sorted.slice(0, index)),
  )
    ? ['overlapping-periods']
    : [];
  switch (counts) {
    case 'events':
    case 'attendances':
      return {
        bounds: sumBounds(clusters(sorted).map((cluster) => mayOverlap(cluster.map((each) => each.bounds)))),
        caveats: shared,
      };
    case 'people':
      return distinctPeople(sorted, shared);
    case 'people-at-end':
    case 'posts':
      return posts === 'average' && counts === 'posts'
        ? { bounds: average(sorted), caveats: ['average-over-time', ...shared] }
        : { bounds: latest(sorted), caveats: ['latest-only', ...shared] };
  }
}

const overlapsEarlier = (reading: Reading, before: readonly Reading[]): boolean =>
  before.some((earlier) => overlaps(earlier.period, reading.period));

/** Readings whose days overlap, together: what happened in those days may be in each of them. */
function clusters(sorted: readonly Reading[]): readonly (readonly Reading[])[] {
  const result: Reading[][] = [];
  let end = '';
  for (const reading of sorted) {
    if (result.length === 0 || reading.period.from > end) result.push([reading]);
    else result.at(-1)?.push(reading);
    if (reading.period.to > end) end = reading.period.to;
  }
  return result;
}

function distinctPeople(sorted: readonly Reading[], shared: readonly Caveat[]): OverPeriods {
  const anyone = mayOverlap(sorted.map((reading) => reading.bounds));
  const counted = countedOnce(sorted);
  if (counted === undefined) return { bounds: anyone, caveats: ['people-may-repeat', ...shared] };
  const bounds = between(Math.max(anyone.low, counted.low), Math.min(highOf(anyone), highOf(counted)));
  return bounds.low <= highOf(bounds)
    ? { bounds, caveats: shared }
    : { bounds: anyone, caveats: ['people-may-repeat', ...shared] };
}

/** The people of the first period and the new ones of each that follows it without a gap. */
function countedOnce(sorted: readonly Reading[]): Bounds | undefined {
  const [first, ...later] = sorted;
  const fresh = later.map((reading) => reading.fresh);
  const unbroken = later.every((reading, index) =>
    follows((sorted[index] ?? reading).period, reading.period),
  );
  if (first === undefined || !unbroken) return undefined;
  const known = fresh.filter((bounds) => bounds !== undefined);
  return known.length === fresh.length ? sumBounds([first.bounds, ...known]) : undefined;
}

function latest(sorted: readonly Reading[]): Bounds {
  const last = sorted.reduce((one, other) => (other.period.to >= one.period.to ? other : one));
  return last.bounds;
}

function average(sorted: readonly Reading[]): Bounds {
  const days = sorted.map((reading) => daysIn(reading.period));
  const all = days.reduce((sum, each) => sum + each, 0);
  const weighted = (end: (bounds: Bounds) => number): number =>
    sorted.reduce((sum, reading, index) => sum + end(reading.bounds) * (days[index] ?? 0), 0) / all;
  return between(
    weighted(({ low }) => low),
    weighted(highOf),
  );
}
