import fc from 'fast-check';
import { basesFor, exactly, highOf, holds, percentage, percentageInWords, rate } from 'hub-and-spoke';
import { expect, test } from 'vitest';

const partAndWhole = fc
  .integer({ min: 1, max: 400 })
  .chain((whole) => fc.tuple(fc.nat(whole), fc.constant(whole)));

test.each([
  [28, 124, 23],
  [23, 124, 19],
  [35, 124, 28],
  [2, 50, 4],
  [1, 50, 2],
  [1, 8, 13],
  [1, 200, 1],
])('%i of %i is %i per cent', (part, whole, percent) => {
  expect(percentage(part, whole)).toEqual(exactly(percent));
});

test('a percentage is at most half a point from the share', () => {
  fc.assert(
    fc.property(partAndWhole, ([part, whole]) => {
      const percent = percentage(part, whole)?.low ?? NaN;
      expect(2 * (percent * whole - 100 * part)).toBeLessThanOrEqual(whole);
      expect(2 * (100 * part - percent * whole)).toBeLessThan(whole);
    }),
  );
});

test('the bounds of a percentage hold the percentage of every part and whole within theirs', () => {
  fc.assert(
    fc.property(partAndWhole, fc.nat(20), fc.nat(20), fc.nat(20), ([part, whole], a, b, c) => {
      const bounds = percentage(
        { low: Math.max(0, part - a), high: part + b },
        { low: Math.max(part, whole - c), high: whole + c },
      );
      expect(holds(bounds ?? { low: Infinity }, percentage(part, whole)?.low ?? NaN)).toBe(true);
      expect(highOf(bounds ?? { low: 0 })).toBeLessThanOrEqual(100);
    }),
  );
});

test('there is no percentage of nothing, and none of what is no part', () => {
  expect(percentage(0, 0)).toBeUndefined();
  expect(percentageInWords(undefined)).toBe('no percentage');
  expect(() => percentage(51, 50)).toThrow(RangeError);
  expect(() => percentage(-1, 50)).toThrow(RangeError);
  expect(() => percentage(NaN, 50)).toThrow(RangeError);
});

test('the bases on which a percentage fits are exactly those that give it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 120 }), fc.integer({ min: 1, max: 100 }), (count, printed) => {
      const bases = basesFor(count, printed);
      for (let base = count; base <= 500; base += 1) {
        const gives = percentage(count, base)?.low === printed;
        expect(bases !== undefined && holds(bases, base)).toBe(gives);
      }
    }),
    { numRuns: 60 },
  );
});

test('a rate needs an exposure', () => {
  expect(rate({ low: 10 }, { amount: 4, unit: 'month' })).toEqual({ low: 2.5, unit: 'month' });
  for (const amount of [0, -1, NaN, Infinity])
    expect(() => rate({ low: 1 }, { amount, unit: 'month' })).toThrow(RangeError);
});
