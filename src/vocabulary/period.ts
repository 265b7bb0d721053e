import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { daysAfter, fromIso, type IsoDate } from './day.ts';
import { remembered } from './remembered.ts';

/** A span of days. Both ends are included. */
export interface Period {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/**
 * How many days a period has, both ends included.
 *
 * @example
 * daysIn({ from: '2015-01-01', to: '2015-06-01' }); // => 152
 * daysIn({ from: '2015-01-01', to: '2015-06-30' }); // => 181
 */
export function daysIn(period: Period): number {
  return differenceInCalendarDays(fromIso(period.to), fromIso(period.from)) + 1;
}

/**
 * Whether two periods have a day in common.
 *
 * @example
 * overlaps({ from: '2014-01-01', to: '2014-12-31' }, { from: '2014-10-01', to: '2014-12-31' }); // => true
 */
export function overlaps(one: Period, other: Period): boolean {
  return one.from <= other.to && other.from <= one.to;
}

/** Whether every day of the second period is one of the first. */
export const covers = (one: Period, other: Period): boolean => one.from <= other.from && other.to <= one.to;

/** A period as ISO 8601 writes intervals: what tells one from another. */
export const isoInterval = ({ from, to }: Period): string => `${from}/${to}`;

/**
 * Whether the second period begins on the day after the first ends.
 *
 * @example
 * follows({ from: '2015-01-01', to: '2015-03-31' }, { from: '2015-04-01', to: '2015-06-30' }); // => true
 */
export function follows(first: Period, second: Period): boolean {
  return dayAfter(first.to) === second.from;
}

/**
 * Whether each period begins on the day after the one before it ends: in their order, without a gap or a day twice.
 *
 * @example
 * areGapless([{ from: '2015-01-01', to: '2015-03-31' }, { from: '2015-04-01', to: '2015-06-30' }]); // => true
 * areGapless([{ from: '2015-01-01', to: '2015-03-31' }, { from: '2015-07-01', to: '2015-09-30' }]); // => false
 */
export function areGapless(periods: readonly Period[]): boolean {
  return periods.every((period, index) => {
    const before = periods[index - 1];
    return before === undefined || follows(before, period);
  });
}

/**
 * Whether periods follow each other from the first day of a calendar year on, and none goes beyond it: then whoever is
 * counted in them is counted for the first time in the year just once.
 *
 * @example
 * runThroughYear([{ from: '2015-01-01', to: '2015-03-31' }, { from: '2015-04-01', to: '2015-06-30' }]); // => true
 * runThroughYear([{ from: '2015-04-01', to: '2015-06-30' }]); // => false
 */
export function runThroughYear(periods: readonly Period[]): boolean {
  const year = periods[0]?.from.slice(0, 4) ?? '';
  return (
    periods[0]?.from === `${year}-01-01` &&
    periods.every(({ to }) => to.startsWith(year)) &&
    areGapless(periods)
  );
}

const dayAfter = remembered((date) => daysAfter(date, 1));
