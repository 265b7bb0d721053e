import { endOfQuarter } from 'date-fns/endOfQuarter';
import { toIso, type IsoDate } from './day.ts';
import type { Period } from './period.ts';
import { remembered } from './remembered.ts';

/** A calendar quarter, `2014-Q1` for January to March 2014. */
export type Quarter = `${number}-Q${1 | 2 | 3 | 4}`;

/**
 * Reads a calendar quarter as people write it. `undefined` when it is none.
 *
 * @example
 * parseQuarter('2014 Q1'); // => '2014-Q1'
 * parseQuarter('Q4 2016'); // => '2016-Q4'
 * parseQuarter('2014-Q5'); // => undefined
 */
export function parseQuarter(text: string): Quarter | undefined {
  const match =
    /^\s*(?<year>\d{4})[\s/-]*Q(?:tr)?\s*(?<part>[1-4])\s*$/i.exec(text) ??
    /^\s*Q(?:tr)?\s*(?<part>[1-4])[\s/-]*(?<year>\d{4})\s*$/i.exec(text);
  if (match?.groups === undefined || Number(match.groups.year) < 1900) return undefined;
  // The pattern admits four digits of year and a part from 1 to 4 only.
  return `${Number(match.groups.year)}-Q${Number(match.groups.part)}` as Quarter;
}

/**
 * The first and last day of a quarter.
 *
 * @example
 * quarterPeriod('2015-Q2'); // => { from: '2015-04-01', to: '2015-06-30' }
 */
export function quarterPeriod(quarter: Quarter): Period {
  return { ...periodOfQuarter(quarter) };
}

const periodOfQuarter = remembered((quarter): Period => {
  const first = new Date(Number(quarter.slice(0, 4)), (Number(quarter.slice(-1)) - 1) * 3, 1);
  return { from: toIso(first), to: toIso(endOfQuarter(first)) };
});

/**
 * The quarter in which a day falls.
 *
 * @example
 * quarterOfDate('2014-12-31'); // => '2014-Q4'
 */
export function quarterOfDate(date: IsoDate): Quarter {
  return quarterOfDay(date);
}

const quarterOfDay = remembered((date): Quarter => {
  const part = Math.ceil(Number(date.slice(5, 7)) / 3);
  return `${Number(date.slice(0, 4))}-Q${part}` as Quarter; // an ISO date has a month from 1 to 12
});

/**
 * The quarter that a period is, if it is exactly one calendar quarter.
 *
 * @example
 * quarterOf({ from: '2015-04-01', to: '2015-06-30' }); // => '2015-Q2'
 * quarterOf({ from: '2015-01-01', to: '2015-06-30' }); // => undefined
 */
export function quarterOf(period: Period): Quarter | undefined {
  const { quarter, from, to } = quarterAround(period.from);
  return period.from === from && period.to === to ? quarter : undefined;
}

const quarterAround = remembered((date) => {
  const quarter = quarterOfDate(date);
  return { quarter, ...periodOfQuarter(quarter) };
});

/**
 * The quarter so many quarters later; earlier when negative.
 *
 * @example
 * addQuarters('2015-Q4', 1); // => '2016-Q1'
 */
export function addQuarters(quarter: Quarter, amount: number): Quarter {
  return quarterAt(placeOf(quarter) + amount);
}

/** The place of a quarter in the row of all quarters, as a number. */
const placeOf = (quarter: Quarter): number =>
  Number(quarter.slice(0, -3)) * 4 + Number(quarter.slice(-1)) - 1;

const quarterAt = (place: number): Quarter => `${Math.floor(place / 4)}-Q${(place % 4) + 1}` as Quarter; // the remainder is 0 to 3

/** Whether something is in use in a quarter: since one, and up to another where there is one. */
export const isInUse = (
  { since, until }: { readonly since: Quarter; readonly until?: Quarter | undefined },
  quarter: Quarter,
): boolean => since <= quarter && (until === undefined || quarter <= until);

/** Every quarter from one to another. */
export function quartersBetween(first: Quarter, last: Quarter): readonly Quarter[] {
  const count = placeOf(last) - placeOf(first) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => quarterAt(placeOf(first) + index));
}

/**
 * Every quarter that a period touches, in order.
 *
 * @example
 * quartersIn({ from: '2013-10-01', to: '2014-03-31' }); // => ['2013-Q4', '2014-Q1']
 */
export const quartersIn = ({ from, to }: Period): readonly Quarter[] =>
  quartersBetween(quarterOfDate(from), quarterOfDate(to));
