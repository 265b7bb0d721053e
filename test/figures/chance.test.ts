import fc from 'fast-check';
import { tailChance } from 'hub-and-spoke';
import { expect, test } from 'vitest';

// Values of the binomial distribution as standard tables print them: n, k, p and P(X <= k) or P(X >= k).
test.each([
  [20, 4, 0.5, 0.0059],
  [20, 6, 0.5, 0.0577],
  [10, 0, 0.1, 0.3487],
  [15, 1, 0.3, 0.0353],
  [10, 9, 0.5, 0.0107],
  [20, 15, 0.5, 0.0207],
])('the tail of %i trials at %i successes, each with chance %f, is %f', (trials, count, share, tail) => {
  expect(tailChance(count, trials, share)).toBeCloseTo(tail, 4);
});

test('agrees with adding up exact fractions', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(40), (trials, count) => {
      fc.pre(count <= trials);
      const ways = (k: number): bigint => (k === 0 ? 1n : (ways(k - 1) * BigInt(trials - k + 1)) / BigInt(k));
      const from = 2 * count <= trials ? [0, count] : [count, trials];
      let sum = 0n;
      for (let k = from[0] ?? 0; k <= (from[1] ?? 0); k += 1) sum += ways(k);
      expect(tailChance(count, trials, 0.5)).toBeCloseTo(Number(sum) / 2 ** trials, 10);
    }),
  );
});

test('is quick and silent where counts are no longer small', () => {
  expect(tailChance(5_000_000, 9_999_999, 0.5)).toBeGreaterThan(0.4);
  expect(tailChance(1, 1e9, 0.5)).toBeUndefined();
});

test.each([
  [1.5, 10, 0.5],
  [11, 10, 0.5],
  [-1, 10, 0.5],
  [1, 10, 0],
  [1, 10, NaN],
])('refuses %f of %i at %f', (count, trials, share) => {
  expect(() => tailChance(count, trials, share)).toThrow(RangeError);
});
