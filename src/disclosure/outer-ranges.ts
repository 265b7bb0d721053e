import type { Constraint, Domains } from './constraints.ts';
import { at } from './linear-system.ts';
import type { Pace } from './pace.ts';
import type { LinearProblem, Solver } from './solver.ts';

/** Beyond this a count is taken to be unbounded. */
const unbounded = 1e9;
/** A bound so far off stems from that alone. */
const far = unbounded / 1000;

/**
 * Between which numbers each asked variable lies, by linear programmes: fractions count as solutions there, so that
 * the true range may be narrower. `undefined` when there is no solution.
 */
export async function outerRanges(
  constraints: readonly Constraint[],
  { lows, highs }: Domains,
  asked: readonly number[],
  { solver, pace }: { readonly solver: Solver; readonly pace: Pace },
): Promise<readonly { readonly low: number; readonly high: number }[] | undefined> {
  const problem = solver.open(problemOf(constraints, { lows, highs }), 0);
  const end = async (variable: number, sign: 1 | -1): Promise<number | undefined> => {
    problem.setCost(variable, sign);
    const { values } = await pace.run(problem);
    problem.setCost(variable, 0);
    return values && at(values, variable);
  };
  try {
    const ranges: { low: number; high: number }[] = [];
    for (const variable of asked) {
      const [low, high] = [await end(variable, 1), await end(variable, -1)];
      if (low === undefined || high === undefined) return undefined;
      ranges.push({
        low: low < -far ? -Infinity : Math.ceil(low - 1e-6) + 0, // never −0
        high: high > far ? Infinity : Math.floor(high + 1e-6),
      });
    }
    return ranges;
  } finally {
    problem.close();
  }
}

const problemOf = (constraints: readonly Constraint[], { lows, highs }: Domains): LinearProblem => ({
  costs: lows.map(() => 0),
  lows: lows.map((low) => Math.max(low, -unbounded)),
  highs: highs.map((high) => Math.min(high, unbounded)),
  rows: constraints.map(({ terms, low, high }) => ({
    columns: terms.map(([variable]) => variable),
    coefficients: terms.map(([, times]) => times),
    low,
    high,
  })),
});
