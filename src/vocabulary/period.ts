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

/**
 * Whether the second period begins on the day after the first ends.
 *
 * @example
 * follows({ from: '2015-01-01', to: '2015-03-31' }, { from: '2015-04-01', to: '2015-06-30' }); // => true
 */
export function follows(first: Period, second: Period): boolean {
  return dayAfter(first.to) === second.from;
}

const dayAfter = remembered((date) => daysAfter(date, 1));
