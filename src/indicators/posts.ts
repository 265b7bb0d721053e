import { between, exactly, type Bounds } from '../figures/index.ts';
import type { Service, SpokePost } from '../programme/index.ts';
import type { IsoDate } from '../vocabulary/index.ts';

/** The posts that are filled and funded on a day. */
export const postsOn = ({ spokes }: Service, day: IsoDate): readonly SpokePost[] =>
  spokes.filter(
    ({ filled = 'in-post', fundedFrom = day, fundedUntil = day }) =>
      filled === 'in-post' && fundedFrom <= day && day <= fundedUntil,
  );

/** The last day of a service’s CSEFA funding, where the register says it. */
export function csefaEnd({ funding, spokes }: Service): IsoDate | undefined {
  const ends = spokes.flatMap(({ funder, fundedUntil }) =>
    funder === 'csefa' && fundedUntil !== undefined ? [fundedUntil] : [],
  );
  return funding?.until ?? ends.sort().at(-1);
}

/** Whether a post has funding secured beyond a day, as far as the register says. CSEFA’s own never counts. */
export function isFundedBeyond(
  { funder, fundedFrom, fundedUntil }: SpokePost,
  end: IsoDate,
): boolean | undefined {
  if (funder === 'csefa') return false;
  if (fundedUntil !== undefined) return fundedUntil > end;
  return fundedFrom !== undefined && fundedFrom > end ? true : undefined;
}

/** How many people a post holds, or how many full-time equivalents: between some and all when nobody says. */
export const sizeOf = ({ headcount, fte }: SpokePost, unit: 'people' | 'fte'): Bounds =>
  unit === 'people' ? exactly(headcount) : fte === undefined ? between(0, headcount) : exactly(fte);

/** Whether a post is placed: somewhere other than nowhere. */
export const isPlaced = ({ base }: SpokePost): boolean => base !== 'unplaced' && base !== 'not-known';
