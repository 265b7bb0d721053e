import { describe, expect, test } from 'vitest';
import { loadSolver } from '../../src/disclosure/highs.ts';
import { outerRanges } from '../../src/disclosure/outer-ranges.ts';
import { startPace } from '../../src/disclosure/pace.ts';
import type { LinearProblem, OpenProblem, Solved, Solver } from '../../src/disclosure/solver.ts';

/** Least cost of x + 2y, where 3 ≤ x + y, 2x + 2y ≤ 9 and each is from 0 to 10. */
const problem: LinearProblem = {
  costs: [1, 2],
  lows: [0, 0],
  highs: [10, 10],
  rows: [
    { columns: [0, 1], coefficients: [1, 1], low: 3, high: Infinity },
    { columns: [0, 1], coefficients: [2, 2], low: -Infinity, high: 9 },
  ],
};
async function opened(of: LinearProblem): Promise<OpenProblem> {
  return (await loadSolver()).open(of, 0);
}
/** What a solution is, to a millionth. */
const answer = (solved: Solved | PromiseLike<Solved>) => {
  const { status, values, cost } = solved as Solved;
  const near = (value: number): number => Math.round(value * 1e6) / 1e6 + 0;
  return {
    status,
    values: values && Array.from(values, near),
    cost: cost === undefined ? undefined : near(cost),
  };
};

describe('the solver', () => {
  test('finds the least cost within all bounds', async () => {
    const open = await opened(problem);
    expect(answer(open.solve(10))).toEqual({ status: 'optimal', values: [3, 0], cost: 3 });
    open.close();
  });

  test('goes on from there with other bounds and costs', async () => {
    const open = await opened(problem);
    open.solve(10);
    open.setBounds(0, 0, 1);
    expect(answer(open.solve(10))).toEqual({ status: 'optimal', values: [1, 2], cost: 5 });
    open.setCost(1, -1);
    expect(answer(open.solve(10))).toEqual({ status: 'optimal', values: [0, 4.5], cost: -4.5 });
    open.close();
  });

  test('keeps to whole numbers where it is asked to', async () => {
    const open = await opened({ ...problem, costs: [-1, 0], whole: [true, false] });
    expect(answer(open.solve(10))).toMatchObject({ status: 'optimal', cost: -4 });
    open.close();
    const other = await opened({ ...problem, costs: [-1, 0], whole: [false, true] });
    expect(answer(other.solve(10))).toMatchObject({ status: 'optimal', cost: -4.5 });
    other.close();
  });

  test('says where there is no solution', async () => {
    const open = await opened(problem);
    open.setBounds(0, 0, 1);
    open.setBounds(1, 0, 1);
    expect(answer(open.solve(10))).toEqual({ status: 'infeasible', values: undefined, cost: undefined });
    open.close();
  });

  test('stops when its time is over', async () => {
    // A knapsack of many equal halves, with no time at all.
    const size = 60;
    const hard: LinearProblem = {
      costs: Array.from({ length: size }, (_, index) => -((index * 7919) % 101) - 1),
      lows: Array.from({ length: size }, () => 0),
      highs: Array.from({ length: size }, () => 1),
      rows: [1, 2, 3].map((factor) => ({
        columns: Array.from({ length: size }, (_, index) => index),
        coefficients: Array.from({ length: size }, (_, index) => ((index * factor * 6101) % 97) + 1),
        low: 0,
        high: 700,
      })),
      whole: Array.from({ length: size }, () => true),
    };
    const open = await opened(hard);
    const { status, values } = open.solve(0) as Solved;
    expect(['out-of-time', 'feasible']).toContain(status);
    expect(values === undefined).toBe(status === 'out-of-time');
    open.close();
  });

  test('throws what it cannot make sense of', async () => {
    const open = await opened({ ...problem, costs: [-1, 0], highs: [Infinity, Infinity], rows: [] });
    expect(() => open.solve(10)).toThrow('the solver stopped without a result');
    open.close();
  });
});

describe('ranges by linear programmes', () => {
  const sum = {
    terms: [
      [0, 1],
      [1, 2],
    ] as const,
    low: 3,
    high: 7,
  };
  const rangesOf = async (
    lows: readonly number[],
    highs: readonly number[],
    asked: readonly number[],
    solver?: Solver,
  ) =>
    outerRanges([sum], { lows: [...lows], highs: [...highs] }, asked, {
      solver: solver ?? (await loadSolver()),
      pace: startPace({}),
    });

  test('are the least and the greatest, in whole numbers, of those that are asked about', async () => {
    // Of 2y at most 7 fractions are half of it: 3 is the greatest whole number.
    expect(await rangesOf([0, 0], [9, 9], [0, 1])).toEqual([
      { low: 0, high: 7 },
      { low: 0, high: 3 },
    ]);
    expect(await rangesOf([0, 0], [2, 9], [1])).toEqual([{ low: 1, high: 3 }]);
    expect(await rangesOf([0, 0], [9, 9], [])).toEqual([]);
  });

  test('have no end where nothing bounds them', async () => {
    expect(await rangesOf([-Infinity, 0], [Infinity, Infinity], [0, 1])).toEqual([
      { low: -Infinity, high: 7 },
      { low: 0, high: Infinity },
    ]);
    expect(await rangesOf([-Infinity, -Infinity], [Infinity, 5], [1])).toEqual([{ low: -Infinity, high: 5 }]);
  });

  test('are none where there is no solution', async () => {
    expect(await rangesOf([0, 0], [1, 0.5], [0])).toBeUndefined();
  });

  test('take a bound for what it is up to a million, and less than a millionth for nothing', async () => {
    const costs: number[][] = [];
    const closed: string[] = [];
    const given = (low: number, high: number): Solver => ({
      open: ({ costs: first }) => {
        const now = [...first];
        return {
          setBounds: () => undefined,
          setCost: (column, cost) => (now[column] = cost),
          solve: () => {
            costs.push([...now]);
            return { status: 'optimal', values: [0, now[1] === 1 ? low : high], cost: 0 };
          },
          close: () => closed.push('closed'),
        };
      },
    });
    const of = (low: number, high: number) => rangesOf([0, 0], [9, 9], [1], given(low, high));
    expect(await of(2.0000001, 2.9999999)).toEqual([{ low: 2, high: 3 }]);
    expect(await of(2.1, 2.9)).toEqual([{ low: 3, high: 2 }]);
    expect(await of(-1e6, 1e6)).toEqual([{ low: -1e6, high: 1e6 }]);
    expect(await of(-1e6 - 1, 1e6 + 1)).toEqual([{ low: -Infinity, high: Infinity }]);
    expect(costs.slice(0, 2)).toEqual([
      [0, 1],
      [0, -1],
    ]);
    expect(closed).toHaveLength(4);
  });

  test('are none where only one end has an answer', async () => {
    const one = (sign: number): Solver => ({
      open: () => {
        let cost = 0;
        return {
          setBounds: () => undefined,
          setCost: (_, to) => (cost = to),
          solve: () =>
            cost === sign ? { status: 'infeasible' } : { status: 'optimal', values: [3, 3], cost: 0 },
          close: () => undefined,
        };
      },
    });
    expect(await rangesOf([0, 0], [9, 9], [0], one(1))).toBeUndefined();
    expect(await rangesOf([0, 0], [9, 9], [0], one(-1))).toBeUndefined();
    expect(await rangesOf([0, 0], [9, 9], [0], one(7))).toEqual([{ low: 3, high: 3 }]);
  });
});
