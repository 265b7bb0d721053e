import type { TruthTable } from './truth-table.ts';

/** How far a condition is necessary for an outcome. */
export interface Necessity {
  /** The condition, or its absence: `~large`. */
  readonly condition: string;
  /** Of the cases with the outcome, the share that has the condition: 1 means that none is without. Absent when no case has the outcome. */
  readonly consistency?: number;
  /** Of the cases with the condition, the share that has the outcome. Absent when no case has the condition. */
  readonly coverage?: number;
  /** Of the cases that do not have both, the share that lacks the condition: near 0 for one that nearly every case has. Absent when all have both. */
  readonly relevance?: number;
}

/**
 * How far each condition, and the absence of each, is necessary for an outcome, over all cases that could be
 * placed, those of contradictory rows too. Relevance is Schneider and Wagemann’s relevance of necessity.
 *
 * @param outcome whether the presence of the outcome is looked at, or its absence
 * @example
 * const table = truthTable({
 *   cases: [
 *     { name: 'one', values: { manager: true, stays: true } },
 *     { name: 'two', values: { manager: true, stays: false } },
 *     { name: 'three', values: { manager: false, stays: false } },
 *   ],
 *   conditions: ['manager'],
 *   outcome: 'stays',
 * });
 * necessaryConditions(table)[0]; // => { condition: 'manager', consistency: 1, coverage: 0.5, relevance: 0.5 }
 */
export function necessaryConditions({ conditions, rows }: TruthTable, outcome = true): readonly Necessity[] {
  const cases = rows.flatMap(({ present, withOutcome, without }) => [
    ...withOutcome.map(() => ({ present, has: outcome })),
    ...without.map(() => ({ present, has: !outcome })),
  ]);
  return conditions.flatMap((name, index) =>
    [true, false].map((sought): Necessity => {
      const withCondition = cases.filter(({ present }) => present[index] === sought);
      const both = withCondition.filter(({ has }) => has).length;
      return {
        condition: sought ? name : `~${name}`,
        ...share('consistency', both, cases.filter(({ has }) => has).length),
        ...share('coverage', both, withCondition.length),
        ...share('relevance', cases.length - withCondition.length, cases.length - both),
      };
    }),
  );
}

const share = (
  name: 'consistency' | 'coverage' | 'relevance',
  part: number,
  whole: number,
): Omit<Necessity, 'condition'> => (whole === 0 ? {} : { [name]: part / whole });
