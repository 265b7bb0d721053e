import fc from 'fast-check';
import {
  between,
  boundByWhole,
  exactly,
  highOf,
  holds,
  hull,
  isExact,
  mayOverlap,
  sumBounds,
  type Bounds,
} from 'hub-and-spoke';
import { expect, test } from 'vitest';

/** Bounds with a number that they hold. */
const known = fc
  .tuple(fc.nat(50), fc.nat(20), fc.option(fc.nat(20), { nil: Infinity }))
  .map(([truth, below, above]) => ({ truth, bounds: between(Math.max(0, truth - below), truth + above) }));

const truths = (parts: readonly { truth: number }[]): number =>
  parts.reduce((sum, { truth }) => sum + truth, 0);
const boundsOf = (parts: readonly { bounds: Bounds }[]): readonly Bounds[] =>
  parts.map(({ bounds }) => bounds);

test('a sum holds the sum of what its parts hold', () => {
  fc.assert(
    fc.property(fc.array(known), (parts) => {
      expect(holds(sumBounds(boundsOf(parts)), truths(parts))).toBe(true);
    }),
  );
});

test('counts in which the same person may stand hold any number of different people', () => {
  fc.assert(
    fc.property(fc.array(fc.uniqueArray(fc.nat(20)), { minLength: 1 }), (groups) => {
      const distinct = new Set(groups.flat()).size;
      expect(holds(mayOverlap(groups.map((group) => exactly(group.length))), distinct)).toBe(true);
    }),
  );
});

test('bounding parts by their whole keeps the truth and never widens', () => {
  fc.assert(
    fc.property(
      fc.array(known, { minLength: 1, maxLength: 6 }),
      fc.nat(10),
      fc.boolean(),
      (parts, left, accounted) => {
        const whole = exactly(truths(parts) + (accounted ? 0 : left));
        const tight = boundByWhole(boundsOf(parts), whole, accounted);
        parts.forEach(({ truth, bounds }, index) => {
          const each = tight[index] ?? { low: -1 };
          expect(holds(each, truth)).toBe(true);
          expect(each.low >= bounds.low && highOf(each) <= highOf(bounds)).toBe(true);
        });
      },
    ),
  );
});

test('parts that contradict their whole are left as they are', () => {
  expect(boundByWhole([exactly(5), exactly(6)], exactly(10))).toEqual([exactly(5), exactly(6)]);
  expect(boundByWhole([exactly(1), exactly(2)], exactly(10), true)).toEqual([exactly(1), exactly(2)]);
});

test('a part that must make up its whole is at least what the others leave', () => {
  expect(boundByWhole([exactly(38), { low: 0 }], exactly(50), true)).toEqual([exactly(38), exactly(12)]);
});

test('a hull holds both', () => {
  expect(hull(exactly(3), { low: 5 })).toEqual({ low: 3 });
  expect(isExact(hull(exactly(3), exactly(3)))).toBe(true);
});
