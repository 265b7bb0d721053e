import { addDays } from 'date-fns/addDays';
import { formatISO } from 'date-fns/formatISO';
import { remembered } from './remembered.ts';

/** A calendar date as an ISO 8601 string, `2014-10-01`. Always a day that exists. */
export type IsoDate = string;

/** A date of the calendar library as ours. */
export const toIso = (date: Date): IsoDate => formatISO(date, { representation: 'date' });
/** Ours as a date of the calendar library: midnight where the program runs, as it counts days. */
export const fromIso = remembered((date) => new Date(...partsOf(date)));

/** Year, month from 0, and day. */
function partsOf(date: string): [year: number, month: number, day: number] {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return [year, month - 1, day];
}

/**
 * Whether a string is a day of the calendar in ISO form, in 1900 or later.
 *
 * @example
 * isIsoDate('2014-02-28'); // => true
 * isIsoDate('2014-02-29'); // => false
 * isIsoDate('28.02.2014'); // => false
 */
export function isIsoDate(text: string): text is IsoDate {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && text >= '1900' && isInCalendar(text);
}

/**
 * A day that no month has is counted on into the next one, and comes back as another. It is asked of the calendar itself,
 * not of the place where the program runs: some places have left out a day.
 */
const isInCalendar = remembered((text): boolean =>
  new Date(Date.UTC(...partsOf(text))).toISOString().startsWith(text),
);

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
