import fc from 'fast-check';
import { compareRates, highOf, shareInterval, tailChance } from 'hub-and-spoke';
import { describe, expect, test } from 'vitest';

describe('the exact interval of a share', () => {
  // Clopper and Pearson 1934, as in every table of exact binomial limits.
  test.each([
    [0, 10, 0, 0.3085],
    [1, 10, 0.0025, 0.445],
    [5, 10, 0.1871, 0.8129],
    [10, 10, 0.6915, 1],
    [81, 263, 0.2527, 0.3676],
  ])('%i of %i is between %d and %d', (count, trials, low, high) => {
    const found = shareInterval(count, trials);
    expect(found?.low).toBeCloseTo(low, 4);
    expect(found?.high).toBeCloseTo(high, 4);
  });

  test('covers the true share at least as often as it says', () => {
    const trials = 12;
    for (const share of [0.02, 0.1, 0.25, 0.5, 0.77, 0.95]) {
      let covered = 0;
      for (let count = 0; count <= trials; count += 1) {
        const found = shareInterval(count, trials) ?? { low: 1 };
        const chance = pointChance(count, trials, share);
        if (found.low <= share && share <= highOf(found)) covered += chance;
      }
      expect(covered).toBeGreaterThanOrEqual(0.95);
    }
  });

  test('refuses what is no count, and says nothing of more than ten million', () => {
    expect(() => shareInterval(3, 2)).toThrow(RangeError);
    expect(() => shareInterval(1.5, 2)).toThrow(RangeError);
    expect(() => shareInterval(1, 2, 1)).toThrow(RangeError);
    expect(shareInterval(1, 10_000_001)).toBeUndefined();
    expect(compareRates({ count: 1, exposure: 1 }, { count: 10_000_001, exposure: 1 })).toBeUndefined();
  });
});

/** The chance of exactly so many, from the two tails: an independent way round. */
function pointChance(count: number, trials: number, share: number): number {
  let ways = 1;
  for (let k = 0; k < count; k += 1) ways *= (trials - k) / (k + 1);
  return ways * share ** count * (1 - share) ** (trials - count);
}

describe('the comparison of two rates', () => {
  test('is the same the other way round', () => {
    const counted = fc.record({ count: fc.nat(200), exposure: fc.integer({ min: 1, max: 400 }) });
    fc.assert(
      fc.property(counted, counted, (one, other) => {
        const there = compareRates(one, other);
        const back = compareRates(other, one);
        if (there === undefined || back === undefined) {
          expect(one.count + other.count).toBe(0);
          return;
        }
        if (there.interval.low > 0) expect(1 / there.interval.low).toBeCloseTo(highOf(back.interval), 5);
        else expect(back.interval.high).toBeUndefined();
        expect(there.n).toBe(back.n);
        if (there.ratio !== undefined) {
          expect(there.ratio).toBeGreaterThanOrEqual(there.interval.low);
          expect(there.ratio).toBeLessThanOrEqual(highOf(there.interval));
        }
      }),
    );
  });

  test('says that a rate is another where the chance of both tails is below one in twenty', () => {
    const found = compareRates({ count: 4, exposure: 90 }, { count: 13, exposure: 90 });
    expect(found?.chance).toBeCloseTo(tailChance(13, 17, 0.5) ?? 0, 12);
    expect(found!.interval.low > 1).toBe(2 * found!.chance < 0.05);
  });

  test('has no ratio to nothing, and refuses what is no rate', () => {
    const found = compareRates({ count: 0, exposure: 10 }, { count: 3, exposure: 10 });
    expect([found?.ratio, found?.interval.high]).toEqual([undefined, undefined]);
    expect(() => compareRates({ count: 1, exposure: 0 }, { count: 1, exposure: 1 })).toThrow(RangeError);
    expect(() => compareRates({ count: -1, exposure: 1 }, { count: 1, exposure: 1 })).toThrow(RangeError);
  });
});
