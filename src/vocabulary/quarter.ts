import { addDays } from 'date-fns/addDays';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { endOfMonth } from 'date-fns/endOfMonth';
import { endOfQuarter } from 'date-fns/endOfQuarter';
import { formatISO } from 'date-fns/formatISO';
import { isValid } from 'date-fns/isValid';
import { parseISO } from 'date-fns/parseISO';
import { remembered } from './remembered.ts';

/** A calendar date as an ISO 8601 string, `2014-10-01`. Always a day that exists. */
export type IsoDate = string;

/** A calendar quarter, `2014-Q1` for January to March 2014. */
export type Quarter = `${number}-Q${1 | 2 | 3 | 4}`;

/** A span of days. Both ends are included. */
export interface Period {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

const toIso = (date: Date): IsoDate => formatISO(date, { representation: 'date' });
const fromIso = remembered((date) => parseISO(date));

/**
 * Whether a string is a day of the calendar in ISO form, in 1900 or later.
 *
 * @example
 * isIsoDate('2014-02-28'); // => true
 * isIsoDate('2014-02-29'); // => false
 * isIsoDate('28.02.2014'); // => false
 */
export function isIsoDate(text: string): text is IsoDate {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && text >= '1900' && isValid(fromIso(text));
}

/**
 * Reads a date as people write it; the day comes before the month. `undefined` when it is no date.
 *
 * @example
 * parseDate('01.10.2013'); // => '2013-10-01'
 * parseDate('2013-10-01'); // => '2013-10-01'
 * parseDate('1 October 2013'); // => '2013-10-01'
 * parseDate('31.06.2015'); // => undefined
 */
export function parseDate(text: string): IsoDate | undefined {
  const trimmed = text.trim();
  const parts = dateForms.map((form) => form.exec(trimmed)?.groups).find((groups) => groups !== undefined);
  if (parts === undefined) return undefined;
  const { year = '', month = '', name = '', day = '' } = parts;
  const number = month === '' ? String(monthOf(name)) : month;
  const date = `${year}-${number.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isIsoDate(date) ? date : undefined;
}

/** The ways of writing a date that partners use. Day before month, as in the report. */
const dateForms = [
  /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/,
  /^(?<day>\d{1,2})(?<mark>[./])(?<month>\d{1,2})\k<mark>(?<year>\d{4})$/,
  /^(?<day>\d{1,2}) (?<name>[a-z]{3,9}) (?<year>\d{4})$/i,
] as const;

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;

/** The number of a month by its name, or by the beginning of it that people write; 0 for anything else. */
function monthOf(text: string): number {
  const name = text.toLowerCase();
  return (
    1 +
    months.findIndex(
      (month) => name === month || name === month.slice(0, 3) || (name === 'sept' && month === 'september'),
    )
  );
}

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

/**
 * Every quarter that a period touches, in order.
 *
 * @example
 * quartersIn({ from: '2013-10-01', to: '2014-03-31' }); // => ['2013-Q4', '2014-Q1']
 */
export function quartersIn(period: Period): readonly Quarter[] {
  const first = placeOf(quarterOfDate(period.from));
  const last = placeOf(quarterOfDate(period.to));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => quarterAt(first + index));
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
 * The day so many days after another.
 *
 * @example
 * daysAfter('2016-12-31', 31); // => '2017-01-31'
 */
export function daysAfter(date: IsoDate, days: number): IsoDate {
  return toIso(addDays(fromIso(date), days));
}

/**
 * How many whole years lie between two days; negative when the second comes first.
 *
 * @example
 * yearsBetween('2000-03-15', '2015-03-14'); // => 14
 * yearsBetween('2000-03-15', '2015-03-15'); // => 15
 */
export function yearsBetween(first: IsoDate, second: IsoDate): number {
  const years = Number(second.slice(0, 4)) - Number(first.slice(0, 4));
  return second.slice(5) < first.slice(5) ? years - 1 : years;
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

/** What stands between the two dates of a printed period: a dash, a word, or the slash of ISO 8601. */
const betweenDates =
  /\s+(?:-|–|—|to|until)\s+|\s*[–—]\s*|(?<=\d[./]\d{1,2}[./]\d{4})-(?=\d)|(?<=-\d{2})\/(?=\d{4}-)/i;

/** The months of a year in which a period begins and ends: `Jan-Mar 2015`, `January to March 2015`. */
const betweenMonths =
  /^\s*(?<first>[a-z]{3,9})\.?\s*(?:-|–|—|\bto\b)\s*(?<last>[a-z]{3,9})\.?\s+(?<year>\d{4})\s*$/i;

function monthsPeriod(text: string): Period | undefined {
  const { first, last, year } = betweenMonths.exec(text)?.groups ?? {};
  const [from, ends] = [first, last].map((month) => parseDate(`1 ${month ?? ''} ${year ?? ''}`));
  return from === undefined || ends === undefined || ends < from
    ? undefined
    : { from, to: toIso(endOfMonth(fromIso(ends))) };
}

/**
 * Reads a period printed as two dates with a dash, "to" or an ISO slash between, as two months of a year, or as a
 * quarter.
 * `undefined` when it is none.
 *
 * @example
 * parsePeriod('01.10.2013 – 30.09.2014'); // => { from: '2013-10-01', to: '2014-09-30' }
 * parsePeriod('Jan-Mar 2015'); // => { from: '2015-01-01', to: '2015-03-31' }
 * parsePeriod('2015 Q1'); // => { from: '2015-01-01', to: '2015-03-31' }
 * parsePeriod('some time in 2014'); // => undefined
 */
export function parsePeriod(text: string): Period | undefined {
  if (text.length > 60) return undefined;
  const quarter = parseQuarter(text);
  if (quarter !== undefined) return quarterPeriod(quarter);
  const months = monthsPeriod(text);
  if (months !== undefined) return months;
  const ends = text.trim().split(betweenDates);
  const [from, to] = ends.map(parseDate);
  return ends.length === 2 && from !== undefined && to !== undefined ? { from, to } : undefined;
}

/**
 * A short name for a period: its quarter or calendar year where it is exactly one, else the ISO 8601
 * interval.
 *
 * @example
 * periodName({ from: '2015-04-01', to: '2015-06-30' }); // => '2015-Q2'
 * periodName({ from: '2014-01-01', to: '2014-12-31' }); // => '2014'
 * periodName({ from: '2013-10-01', to: '2014-09-30' }); // => '2013-10-01/2014-09-30'
 */
export function periodName(period: Period): string {
  const quarter = quarterOf(period);
  if (quarter !== undefined) return quarter;
  const year = period.from.slice(0, 4);
  const isYear = period.from === `${year}-01-01` && period.to === `${year}-12-31`;
  return isYear ? year : `${period.from}/${period.to}`;
}
