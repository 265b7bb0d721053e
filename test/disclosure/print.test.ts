import fc from 'fast-check';
import { behindRounded, completePolicy, isProtectedRelease, roundTo } from 'hub-and-spoke/disclosure';
import { expect, test } from 'vitest';

const base = fc.integer({ min: 2, max: 50 });

test('what is rounded is a multiple of its base, nearest to the count, and hides it among all that round so', () => {
  fc.assert(
    fc.property(fc.nat(100_000), base, (count, to) => {
      const shown = roundTo(count, to);
      expect(shown % to).toBe(0);
      expect(Math.abs(shown - count) * 2).toBeLessThanOrEqual(to);
      const [low, high] = behindRounded(shown, to);
      expect(low <= count && count <= high).toBe(true);
      // Both ends round to what is shown, and what is beyond them does not.
      expect([low, high].map((end) => roundTo(end, to))).toEqual([shown, shown]);
      expect(roundTo(high + 1, to)).toBeGreaterThan(shown);
      if (low > 0) expect(roundTo(low - 1, to)).toBeLessThan(shown);
    }),
  );
});

test('a policy is complete, or the mistake of whoever made it', () => {
  const options = fc.record(
    {
      hide: fc.tuple(fc.integer({ min: -2, max: 9 }), fc.integer({ min: -2, max: 9 })),
      width: fc.integer({ min: -2, max: 9 }),
      rounding: fc.integer({ min: -2, max: 9 }),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(options, (given) => {
      try {
        expect(completePolicy(given)).toMatchObject(given);
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
      }
    }),
  );
});

test('nothing passes for a protected release that is none', () => {
  fc.assert(
    fc.property(fc.anything(), (anything) => {
      expect(isProtectedRelease(anything)).toBe(false);
    }),
  );
});
