import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Chance from a seed: the same seed, the same numbers. */
export interface Chance {
  /** A whole number, both ends included. */
  readonly between: (from: number, to: number) => number;
  /** Whether something happens that happens so often, in parts of a hundred. */
  readonly happens: (percent: number) => boolean;
  /** One of several, each as often as its weight says. */
  readonly oneOf: <Value>(weighted: readonly (readonly [value: Value, weight: number])[]) => Value;
}

/** Chance from a seed. */
export function chance(seed: number): Chance {
  const random = xoroshiro128plus(seed);
  const between = (from: number, to: number): number => uniformInt(random, from, to);
  return {
    between,
    happens: (percent) => between(1, 100) <= percent,
    oneOf: (weighted) => {
      let left = between(
        1,
        weighted.reduce((sum, [, weight]) => sum + weight, 0),
      );
      for (const [value, weight] of weighted) {
        left -= weight;
        if (left <= 0) return value;
      }
      throw new Error('oneOf: there is nothing to choose from');
    },
  };
}
