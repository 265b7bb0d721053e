import { between, highOf, sumBounds, type Bounds } from '../figures/index.ts';
import type { PopulationBase } from '../vocabulary/index.ts';
import { cellBounds } from './cell.ts';
import type { YoungPeople } from './core-return.ts';

/** The fields that together say how many young people the characteristics describe. */
export type BaseFields = {
  readonly [Name in 'direct' | 'indirect' | 'total' | 'base']?: YoungPeople[Name] | undefined;
};

/**
 * How many young people the characteristics of a return describe: the directly supported, or those and
 * the indirectly supported together. `undefined` when the return does not say.
 *
 * @example
 * baseOf({ base: 'direct', direct: 50 }); // => { low: 50, high: 50 }
 * baseOf({ base: 'direct-and-indirect', direct: 47, indirect: 28 }); // => { low: 75, high: 75 }
 * baseOf({ direct: 50 }); // => undefined
 */
export function baseOf(youngPeople: BaseFields): Bounds | undefined {
  const { base, direct, indirect, total } = youngPeople;
  if (base === undefined) return undefined;
  if (base === 'direct') return direct === undefined ? undefined : cellBounds(direct);
  const isSplit = direct !== undefined && indirect !== undefined;
  const sum = isSplit ? sumBounds([cellBounds(direct), cellBounds(indirect)]) : undefined;
  if (total === undefined) return sum;
  return sum === undefined ? cellBounds(total) : (both(sum, cellBounds(total)) ?? sum);
}

/** What two statements about one number say together; `undefined` when they contradict each other. */
function both(one: Bounds, other: Bounds): Bounds | undefined {
  const low = Math.max(one.low, other.low);
  const high = Math.min(highOf(one), highOf(other));
  return low <= high ? between(low, high) : undefined;
}

/** What a base is called in a sentence. */
export const baseInWords: Readonly<Record<PopulationBase, string>> = {
  direct: 'young people directly supported',
  'direct-and-indirect': 'young people directly and indirectly supported',
};
