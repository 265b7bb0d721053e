import { between, exactly, type Bounds } from '../figures/index.ts';
import type { Service, SpokePost } from '../programme/index.ts';
import { daysAfter, yearsBetween, type IsoDate } from '../vocabulary/index.ts';

/** The last day of a service’s CSEFA funding, where the register says it. */
export function csefaEnd({ funding, spokes }: Service): IsoDate | undefined {
  const ends = spokes.flatMap(({ funder, fundedUntil }) =>
    funder === 'csefa' && fundedUntil !== undefined ? [fundedUntil] : [],
  );
  return funding?.until ?? ends.sort().at(-1);
}

/** Whether a term that ends on a day is a year or more from another. */
export const lastsAYear = (from: IsoDate, until: IsoDate): boolean =>
  yearsBetween(from, daysAfter(until, 1)) >= 1;

/** Funders whose money does not outlive CSEFA, or who give none. */
const noMoney: readonly string[] = ['csefa', 'in-kind'];

/**
 * Whether another funder than CSEFA pays for a post on a day after CSEFA’s end and for a year from it, as far as
 * the register says. A post whose term nobody wrote down, or that begins later and may only follow another, is
 * open.
 */
export function isFundedOn(
  { funder, filled = 'in-post', fundedFrom, fundedUntil }: SpokePost,
  day: IsoDate,
): boolean | undefined {
  if (noMoney.includes(funder) || filled !== 'in-post') return false;
  // A term of less than a year from that day sustains nothing.
  if (fundedUntil !== undefined && !lastsAYear(day, fundedUntil)) return false;
  const begins = fundedFrom === undefined || fundedFrom <= day;
  const isKnown = begins && (fundedUntil !== undefined || (fundedFrom !== undefined && fundedFrom === day));
  return isKnown && funder !== 'not-stated' ? true : undefined;
}

/** How many people a post holds, or how many full-time equivalents: between some and all when nobody says. */
export const sizeOf = ({ headcount, fte }: SpokePost, unit: 'people' | 'fte'): Bounds =>
  unit === 'people' ? exactly(headcount) : fte === undefined ? between(0, headcount) : exactly(fte);

/** Whether a post is placed: somewhere other than nowhere. */
export const isPlaced = ({ base }: SpokePost): boolean => base !== 'unplaced' && base !== 'not-known';
