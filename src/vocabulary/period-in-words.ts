import { endOfMonth } from 'date-fns/endOfMonth';
import { fromIso, parseDate, toIso } from './day.ts';
import type { Period } from './period.ts';
import { parseQuarter, quarterOf, quarterPeriod } from './quarter.ts';

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
