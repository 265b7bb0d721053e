import { daysIn, groupedBy, isoInterval } from '../vocabulary/index.ts';
import { countsAt, goesThrough, runsOf, servicesIn, type Held } from './returns-within.ts';

/** A count of a return: at the path in question, or at another. */
export interface Counted {
  readonly held: Held;
  readonly at?: string;
}

/** The parts that are in a count, each of whose people or sessions is in none of the others; in several ways, where there are. */
export function waysToCount(
  whole: Held,
  within: readonly Held[],
  path: string,
): readonly (readonly Counted[])[] {
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
export function waysToCover(
  whole: Held,
  within: readonly Held[],
  path: string,
): readonly (readonly Counted[])[] {
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
