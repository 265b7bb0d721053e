import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { constraintsOf, narrow, type Constraint, type Domains } from '../../src/disclosure/constraints.ts';
import { integerRanges } from '../../src/disclosure/integer-ranges.ts';

/** Four variables from 0 to 4, and a few sums of them. */
const domains = fc
  .array(fc.tuple(fc.integer({ min: -2, max: 4 }), fc.nat(3)), { minLength: 4, maxLength: 4 })
  .map((ranges): Domains => ({
    lows: ranges.map(([low]) => low),
    highs: ranges.map(([low, more]) => low + more),
  }));
const constraint: fc.Arbitrary<Constraint> = fc
  .tuple(
    fc.subarray([0, 1, 2, 3], { minLength: 1 }),
    fc.array(fc.constantFrom(-3, -2, -1, 1, 2), { minLength: 4, maxLength: 4 }),
    fc.integer({ min: -6, max: 8 }),
    fc.oneof(fc.nat(4), fc.constant(Infinity)),
    fc.boolean(),
  )
  .map(([variables, times, low, more, isBelow]) => ({
    terms: variables.map((variable, index) => [variable, times[index] ?? 1] as const),
    ...(isBelow ? { low: low - more, high: low } : { low, high: low + more }),
  }));
const several = fc.array(constraint, { maxLength: 4 });

/** Every solution, by trying all numbers. */
function solutions(constraints: readonly Constraint[], { lows, highs }: Domains): readonly number[][] {
  const all = lows.reduce<readonly number[][]>(
    (begun, low, variable) =>
      begun.flatMap((each) =>
        Array.from({ length: (highs[variable] ?? 0) - low + 1 }, (_, more) => [...each, low + more]),
      ),
    [[]],
  );
  return all.filter((values) =>
    constraints.every(({ terms, low, high }) => {
      const sum = terms.reduce((total, [variable, times]) => total + times * (values[variable] ?? 0), 0);
      return sum >= low && sum <= high;
    }),
  );
}
const rangesIn = (found: readonly number[][], asked: readonly number[]) =>
  found.length === 0
    ? []
    : asked.map((variable) => {
        const values = found.map((each) => each[variable] ?? NaN);
        return { low: Math.min(...values), high: Math.max(...values) };
      });
const copyOf = ({ lows, highs }: Domains): Domains => ({ lows: [...lows], highs: [...highs] });

describe('whatever the sums', () => {
  test('the ranges are those of every solution, in whatever order they are asked for', () => {
    fc.assert(
      fc.property(several, domains, fc.shuffledSubarray([0, 1, 2, 3]), (constraints, given, asked) => {
        const before = copyOf(given);
        expect(integerRanges(constraints, given, asked, 100_000)).toEqual(
          rangesIn(solutions(constraints, given), asked),
        );
        expect(given).toEqual(before);
      }),
    );
  });

  test('narrowing loses no solution, and says that there is none only where there is none', () => {
    fc.assert(
      fc.property(several, domains, (constraints, given) => {
        const narrowed = copyOf(given);
        const isLeft = narrow(constraints, constraintsOf(constraints, 4), narrowed, constraints.keys());
        const all = solutions(constraints, given);
        if (!isLeft) expect(all).toEqual([]);
        else expect(solutions(constraints, narrowed)).toEqual(all);
      }),
    );
  });
});

describe('narrowing', () => {
  const narrowedBy = (constraints: readonly Constraint[], given: Domains) => {
    const isLeft = narrow(
      constraints,
      constraintsOf(constraints, given.lows.length),
      given,
      constraints.keys(),
    );
    return [isLeft, given.lows, given.highs];
  };

  test('goes on until nothing changes, however long the chain', () => {
    const length = 40;
    // Each is at least one more than the one before; the last relations come first.
    const chain = Array.from({ length }, (_, index): Constraint => ({
      terms: [
        [length - index, 1],
        [length - index - 1, -1],
      ],
      low: 1,
      high: Infinity,
    }));
    const lows = Array.from({ length: length + 1 }, () => 0);
    const highs = lows.map(() => length);
    expect(narrowedBy(chain, { lows, highs })).toEqual([
      true,
      lows.map((_, index) => index),
      lows.map((_, index) => index),
    ]);
  });

  test('of what nothing bounds works with what bounds the others', () => {
    const sum: Constraint = {
      terms: [
        [0, 1],
        [1, 1],
      ],
      low: 7,
      high: 9,
    };
    expect(narrowedBy([sum], { lows: [0, 0], highs: [Infinity, 2] })).toEqual([true, [5, 0], [9, 2]]);
    expect(narrowedBy([sum], { lows: [0, 0], highs: [Infinity, Infinity] })).toEqual([true, [0, 0], [9, 9]]);
    const difference: Constraint = {
      terms: [
        [0, 1],
        [1, -2],
      ],
      low: 0,
      high: 0,
    };
    expect(narrowedBy([difference], { lows: [3, 0], highs: [Infinity, 5] })).toEqual([true, [4, 2], [10, 5]]);
    expect(narrowedBy([difference], { lows: [0, -Infinity], highs: [6, Infinity] })).toEqual([
      true,
      [0, 0],
      [6, 3],
    ]);
  });

  test('leaves nothing where a sum cannot be reached, even by what nothing bounds', () => {
    const atLeast = (low: number): Constraint => ({ terms: [[0, 1]], low, high: Infinity });
    expect(narrowedBy([atLeast(4)], { lows: [0], highs: [3] })[0]).toBe(false);
    expect(narrowedBy([atLeast(3)], { lows: [0], highs: [3] })).toEqual([true, [3], [3]]);
    expect(narrowedBy([{ terms: [[0, 2]], low: 3, high: 3 }], { lows: [0], highs: [9] })[0]).toBe(false);
    expect(narrowedBy([{ terms: [[0, -1]], low: 1, high: 5 }], { lows: [0], highs: [Infinity] })[0]).toBe(
      false,
    );
  });

  test('gives up on what would go on for ever, and says only that it does not know', () => {
    const before = (one: number, other: number): Constraint => ({
      terms: [
        [one, 1],
        [other, -1],
      ],
      low: 1,
      high: Infinity,
    });
    const given = { lows: [0, 0], highs: [Infinity, Infinity] };
    expect(narrowedBy([before(0, 1), before(1, 0)], given)[0]).toBe(true);
  });
});

describe('how many choices may be tried', () => {
  const free: Domains = { lows: [0], highs: [1] };

  test('is said: with fewer nothing is known', () => {
    // A first solution, and one at the other end.
    expect(integerRanges([], free, [0], 2)).toEqual([{ low: 0, high: 1 }]);
    expect(integerRanges([], free, [0], 1)).toBeUndefined();
    expect(integerRanges([], free, [0], 0)).toBeUndefined();
  });

  test('may be none where nothing is left to choose', () => {
    expect(integerRanges([], { lows: [3], highs: [3] }, [0], 0)).toEqual([{ low: 3, high: 3 }]);
    expect(integerRanges([{ terms: [[0, 1]], low: 2, high: 2 }], { lows: [0], highs: [9] }, [0], 0)).toEqual([
      { low: 2, high: 2 },
    ]);
  });

  test('is not too few where it becomes plain that there is no solution', () => {
    // Twice something and four times another are never three.
    const odd: Constraint = {
      terms: [
        [0, 2],
        [1, 4],
      ],
      low: 3,
      high: 3,
    };
    expect(integerRanges([odd], { lows: [0, 0], highs: [9, 9] }, [0, 1], 100)).toEqual([]);
  });

  test('are those about variables with the fewest numbers first', () => {
    // Once the second is chosen the first is known.
    const same: Constraint = {
      terms: [
        [0, 1],
        [1, -5],
      ],
      low: 0,
      high: 0,
    };
    expect(integerRanges([same], { lows: [0, 0], highs: [10, 2] }, [], 1)).toEqual([]);
  });
});

test('what nothing bounds is not known, unless there is no solution at all', () => {
  const open: Domains = { lows: [0], highs: [Infinity] };
  expect(integerRanges([], open, [0], 100)).toBeUndefined();
  expect(integerRanges([], { lows: [-Infinity], highs: [3] }, [0], 100)).toBeUndefined();
  expect(integerRanges([], { lows: [0, -Infinity], highs: [3, 3] }, [0], 100)).toBeUndefined();
  expect(integerRanges([{ terms: [[0, 1]], low: -5, high: -1 }], open, [0], 100)).toEqual([]);
  expect(integerRanges([{ terms: [[0, 1]], low: 2, high: 4 }], open, [0], 100)).toEqual([
    { low: 2, high: 4 },
  ]);
});
