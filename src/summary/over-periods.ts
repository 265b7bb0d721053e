import { between, highOf, hull, mayOverlap, sumBounds, type Bounds, type Caveat } from '../figures/index.ts';
import type { Counts } from '../form/index.ts';
import {
  areGapless,
  daysIn,
  groupedBy,
  isoInterval,
  overlaps,
  runThroughYear,
  type Period,
} from '../vocabulary/index.ts';

/** What was returned for a cell in one period, by one service or by several together. */
export interface Reading {
  readonly services: readonly string[];
  readonly period: Period;
  readonly bounds: Bounds;
  /** Of the people counted, those never counted by the service before, where the return says so. */
  readonly fresh?: Bounds | undefined;
  /** Of the people counted, those whose support was under way as the period began. */
  readonly carried?: Bounds | undefined;
  /** Of the people counted, those not counted in the calendar year before. */
  readonly firstInYear?: Bounds | undefined;
}

/** What a service’s periods come to, with what has to be said about it. */
export interface OverPeriods {
  readonly bounds: Bounds;
  readonly caveats: readonly Caveat[];
}

/** How posts are put together over time: those of the latest return, or the average over the days returned. */
export type PostsOverTime = 'latest' | 'average';

/** The readings of services that have a return in common, in the order of their first days. */
export interface Readings {
  readonly readings: readonly Reading[];
  /** Whether all came from the same services. */
  readonly isOneService: boolean;
  /** Whether two of them have a service and a day in common. */
  readonly isShared: boolean;
  /** Whether no two of them are of one period. */
  readonly hasOnePerPeriod: boolean;
}

/**
 * Puts together the periods of services that have a return in common, by what the field counts: sessions
 * add up; the same young person may be in two periods, unless the returns say who is new; posts do not add up
 * over time. What two returns may both have counted is bounded, never added blindly.
 */
export function overPeriods(counts: Counts, all: Readings, posts: PostsOverTime): OverPeriods {
  const { readings, isShared } = all;
  const shared: readonly Caveat[] = isShared ? ['overlapping-periods'] : [];
  switch (counts) {
    case 'events':
    case 'attendances':
      return {
        bounds: sumBounds(
          isShared
            ? connected(readings, mayShare).map((group) => mayOverlap(boundsOf(group)))
            : boundsOf(readings),
        ),
        caveats: shared,
      };
    case 'people':
      return distinctPeople(all, shared);
    case 'people-at-start':
      return atOneTime(all, shared, 'first');
    case 'people-at-end':
      return atOneTime(all, shared, 'latest');
    case 'posts':
      return atOneTime(all, shared, posts);
  }
}

const boundsOf = (readings: readonly Reading[]): readonly Bounds[] => readings.map(({ bounds }) => bounds);
const periodsOf = (readings: readonly Reading[]): readonly Period[] => readings.map(({ period }) => period);
const sharesService = ({ services: ours }: Reading, { services: theirs }: Reading): boolean => {
  // Mostly one or a few: to look through them is quicker than to make a set.
  if (theirs.length < 8) return ours.some((service) => theirs.includes(service));
  const set = asSet(theirs);
  return ours.some((service) => set.has(service));
};

const sets = new WeakMap<readonly string[], ReadonlySet<string>>();

/** Services as a set; made once for each list: a combination may be of a thousand. */
function asSet(services: readonly string[]): ReadonlySet<string> {
  const known = sets.get(services) ?? new Set(services);
  sets.set(services, known);
  return known;
}

const mayShare = (one: Reading, other: Reading): boolean =>
  sharesService(one, other) && overlaps(one.period, other.period);

/** Groups of readings in which each is linked to another. */
function connected(
  readings: readonly Reading[],
  isLinked: (one: Reading, other: Reading) => boolean,
): readonly (readonly Reading[])[] {
  return readings.reduce<readonly (readonly Reading[])[]>((groups, reading) => {
    const touching = groups.filter((group) => group.some((other) => isLinked(reading, other)));
    return [...groups.filter((group) => !touching.includes(group)), [...touching.flat(), reading]];
  }, []);
}

/** The readings of each period together: different services add up, the same service may be counted twice. */
function byPeriod({ readings, hasOnePerPeriod }: Readings): readonly Reading[] {
  if (hasOnePerPeriod) return readings;
  return [...groupedBy(readings, ({ period }) => isoInterval(period)).values()].map((group) => ({
    services: [...new Set(group.flatMap(({ services }) => services))],
    period: group[0]?.period ?? { from: '', to: '' },
    bounds: sumBounds(connected(group, sharesService).map((each) => mayOverlap(boundsOf(each)))),
  }));
}

/** At least the largest period; at most the sum; nearer where the returns of one service say who is new. */
function distinctPeople(all: Readings, shared: readonly Caveat[]): OverPeriods {
  const { readings, isOneService, isShared } = all;
  const anyone = mayOverlap(boundsOf(byPeriod(all)));
  const counted = isOneService && !isShared ? (withinOneYear(readings) ?? withThoseNew(readings)) : undefined;
  if (counted === undefined || counted.low > highOf(anyone) || highOf(counted) < anyone.low) {
    return { bounds: anyone, caveats: ['people-may-repeat', ...shared] };
  }
  const low = Math.max(anyone.low, counted.low);
  const high = Math.min(highOf(anyone), highOf(counted));
  return { bounds: between(low, high), caveats: low === high ? [] : ['people-may-repeat'] };
}

/**
 * Over a calendar year from its first day, everybody was counted for the first time just once. `undefined` for any
 * other span, and where a period is missing or does not say who was.
 */
function withinOneYear(sorted: readonly Reading[]): Bounds | undefined {
  const counts = sorted
    .map(({ bounds, firstInYear }, index) => (index === 0 ? bounds : firstInYear))
    .filter((each) => each !== undefined);
  return runThroughYear(periodsOf(sorted)) && counts.length === sorted.length ? sumBounds(counts) : undefined;
}

/**
 * Those new to a service were in no period before, so they come on top of the first. Those whose support was under
 * way as a period began were in the period just before it. Everybody else in a period may have been supported long
 * ago and have come back, unseen in any of these periods.
 */
function withThoseNew(sorted: readonly Reading[]): Bounds {
  const [first, ...later] = sorted;
  const start = first?.bounds ?? { low: 0 };
  const low = start.low + later.reduce((sum, { fresh }) => sum + (fresh?.low ?? 0), 0);
  if (!areGapless(periodsOf(sorted)) || later.some(({ fresh }) => fresh === undefined)) return { low };
  const most = later.reduce(
    // Nobody is carried over who was not there.
    (sum, { bounds, carried }, index) =>
      sum +
      highOf(bounds) -
      Math.min(carried?.low ?? 0, highOf(sorted[index]?.bounds ?? { low: 0, high: 0 })),
    highOf(start),
  );
  return most < low || !Number.isFinite(most) ? { low } : between(low, most);
}

function atOneTime(all: Readings, shared: readonly Caveat[], which: PostsOverTime | 'first'): OverPeriods {
  const periods = byPeriod(all);
  if (periods.length < 2) return { bounds: periods[0]?.bounds ?? { low: 0, high: 0 }, caveats: shared };
  if (which === 'average')
    return { bounds: average(periods, all), caveats: ['average-over-time', ...shared] };
  const caveat = which === 'first' ? 'first-only' : 'latest-only';
  return { bounds: atEdge(periods, which), caveats: [caveat, ...shared] };
}

/**
 * The latest of each service, or the first. What an earlier return says of several services together counts for those
 * that have not returned since; how much of it is theirs is not known.
 */
function atEdge(periods: readonly Reading[], which: 'first' | 'latest'): Bounds {
  const known = new Set<string>();
  const counted: Bounds[] = [];
  const dayOf = ({ period }: Reading): string => (which === 'first' ? period.from : period.to);
  const sorted = [...periods].sort((one, other) => (dayOf(one) < dayOf(other) ? -1 : 1));
  const inTurn = which === 'first' ? sorted : sorted.reverse();
  const byDay = [...groupedBy(inTurn, dayOf).values()];
  for (const { services, bounds } of byDay.flatMap((same) => connected(same, sharesService).map(onOneDay))) {
    const open = services.filter((service) => !known.has(service));
    if (open.length === services.length) counted.push(bounds);
    else if (open.length > 0) counted.push(between(0, highOf(bounds)));
    for (const service of open) known.add(service);
  }
  return sumBounds(counted);
}

/** Whether all are of the same services. */
function isOfSame(readings: readonly Reading[]): boolean {
  const services = new Set(readings.flatMap((each) => each.services));
  return readings.every((each) => each.services.length === services.size);
}

/** What is said of one day by returns that share services: of the same services one of the numbers is right. */
function onOneDay(readings: readonly Reading[]): Pick<Reading, 'services' | 'bounds'> {
  const services = [...new Set(readings.flatMap((each) => each.services))];
  return {
    services,
    bounds: isOfSame(readings) ? boundsOf(readings).reduce(hull) : mayOverlap(boundsOf(readings)),
  };
}

/**
 * The average over the days returned; where returns share days, or are not of the same services, between what the
 * numbers allow for.
 */
function average(periods: readonly Reading[], { isShared }: Readings): Bounds {
  if (isOfSame(periods)) return isShared ? boundsOf(periods).reduce(hull) : weightedAverage(periods);
  const all = periods.reduce((sum, { period }) => sum + daysIn(period), 0);
  const least = periods.map(({ period, bounds }) => (bounds.low * daysIn(period)) / all);
  return between(Math.max(...least), sumBounds(boundsOf(periods)).high);
}

function weightedAverage(periods: readonly Reading[]): Bounds {
  const days = periods.map((reading) => daysIn(reading.period));
  const all = days.reduce((sum, each) => sum + each, 0);
  const weighted = (end: (bounds: Bounds) => number): number =>
    periods.reduce((sum, reading, index) => sum + end(reading.bounds) * (days[index] ?? 0), 0) / all;
  return between(
    weighted(({ low }) => low),
    weighted(highOf),
  );
}
