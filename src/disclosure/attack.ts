import { between, type Bounds } from '../figures/index.ts';
import { attackProblem, type AttackProblem, type Knowledge, type Publication } from './attack-problem.ts';
import { narrow, constraintsOf, type Constraint, type Domains } from './constraints.ts';
import { isSound, refusalFor } from './failure.ts';
import { forgetSolver, sharedSolver } from './highs.ts';
import { at } from './linear-system.ts';
import { integerRanges } from './integer-ranges.ts';
import { outerRanges } from './outer-ranges.ts';
import { startPace, type Pace } from './pace.ts';
import type { Refusal } from './refusal.ts';
import type { Solver } from './solver.ts';

/** What can be worked out about a quantity. */
export interface FeasibleRange extends Bounds {
  readonly id: string;
  /** Whether both ends occur in a table that fits; otherwise no count outside them does. */
  readonly exact: boolean;
}

/** What can be worked out from a publication. */
export type Attack =
  | {
      /** For every hidden cell and every combination asked about. */
      readonly ranges: readonly FeasibleRange[];
      /** Those of which only one count is possible. */
      readonly exposed: readonly string[];
      /** Whether any table fits: otherwise what was published contradicts itself. */
      readonly possible: boolean;
      readonly refused?: undefined;
    }
  | {
      readonly ranges?: undefined;
      readonly exposed?: undefined;
      readonly possible?: undefined;
      readonly refused: readonly Refusal[];
    };

/** How an attack is made. */
export interface AttackOptions {
  readonly solver?: Solver;
  /** How long it may take; 300 unless said. */
  readonly seconds?: number;
  readonly signal?: AbortSignal;
  /** How many choices are tried before it asks a solver, whose answers are outer bounds. */
  readonly effort?: number;
}

/**
 * What a motivated reader can work out about every hidden cell, from published material alone: the least and the
 * greatest count that fit. By trying whole numbers where that is little work, else by linear programmes, whose ends
 * are marked as outer bounds.
 *
 * @example
 * const rows = { cells: [{ id: 'all', count: 75 }, { id: 'under 12' }, { id: '12 and over', count: 74 }], lines: [{ total: 'all', parts: ['under 12', '12 and over'] }] };
 * const { exposed, ranges } = await attack(rows);
 * exposed; // => ['under 12']
 * ranges; // => [{ id: 'under 12', low: 1, high: 1, exact: true }]
 */
export async function attack(
  publication: Publication,
  knowledge: Knowledge = {},
  options: AttackOptions = {},
): Promise<Attack> {
  const problem = attackProblem(publication, knowledge);
  if ('refused' in problem) return problem;
  const pace = startPace(options);
  options.signal?.throwIfAborted();
  try {
    return await rangesOf(problem, { ...options, pace });
  } catch (error) {
    options.signal?.throwIfAborted();
    if (!isSound(error)) forgetSolver();
    return { refused: [refusalFor(error)] };
  }
}

interface PacedOptions extends AttackOptions {
  readonly pace: Pace;
}

const impossible: Attack = { ranges: [], exposed: [], possible: false };

async function rangesOf(problem: AttackProblem, options: PacedOptions): Promise<Attack> {
  const { constraints, domains, asked, ids } = problem;
  if (domains.lows.some((low, index) => low > at(domains.highs, index))) return impossible;
  const of = constraintsOf(constraints, ids.length);
  if (!narrow(constraints, of, domains, constraints.keys())) return impossible;
  const found = new Map<number, Omit<FeasibleRange, 'id'>>();
  for (const group of components(constraints, domains)) {
    const ranges = await rangesIn(group, problem, options);
    if (ranges === undefined) return impossible;
    for (const [variable, range] of ranges) found.set(variable, range);
  }
  const ranges = asked.map((variable): FeasibleRange => {
    const settled = { low: at(domains.lows, variable), high: at(domains.highs, variable), exact: true };
    return { id: at(ids, variable), ...(found.get(variable) ?? settled) };
  });
  const exposed = ranges.filter(({ low, high }) => low === high).map(({ id }) => id);
  return { ranges, exposed, possible: true };
}

/** The ranges of what hangs together; `undefined` when nothing fits. */
async function rangesIn(
  { variables, constraints }: Component,
  { domains, asked }: AttackProblem,
  options: PacedOptions,
): Promise<readonly (readonly [number, Omit<FeasibleRange, 'id'>])[] | undefined> {
  const wanted = asked.filter((variable) => variables.has(variable));
  const own = onlyOpen(domains, variables);
  const exact = integerRanges(constraints, own, wanted, options.effort ?? 20_000);
  const found = exact ?? (await outer(constraints, own, wanted, options));
  if (found === undefined || found.length < wanted.length) return undefined;
  if (found.some(({ low, high }) => low > high)) return undefined;
  return wanted.map((variable, index) => {
    const { low, high } = at(found, index);
    return [variable, { ...between(low, high), exact: exact !== undefined }];
  });
}

async function outer(
  constraints: readonly Constraint[],
  domains: Domains,
  wanted: readonly number[],
  options: PacedOptions,
): Promise<readonly { readonly low: number; readonly high: number }[] | undefined> {
  const solver = options.solver ?? (await sharedSolver());
  return outerRanges(constraints, domains, wanted, { solver, pace: options.pace });
}

interface Component {
  readonly variables: ReadonlySet<number>;
  readonly constraints: readonly Constraint[];
}

/** What has nothing to do with each other is looked at one after the other. */
function components(constraints: readonly Constraint[], { lows, highs }: Domains): readonly Component[] {
  const isOpen = (variable: number): boolean => lows[variable] !== highs[variable];
  const of = constraintsOf(constraints, lows.length);
  const done = new Set<number>();
  const found: Component[] = [];
  for (const start of lows.keys()) {
    if (!isOpen(start) || done.has(start)) continue;
    const variables = new Set([start]);
    const used = new Set<number>();
    for (const variable of variables) {
      done.add(variable);
      for (const index of of[variable] ?? []) {
        used.add(index);
        for (const [next] of constraints[index]?.terms ?? []) if (isOpen(next)) variables.add(next);
      }
    }
    found.push({ variables, constraints: [...used].flatMap((index) => constraints[index] ?? []) });
  }
  return found;
}

/** The domains with the variables of other components settled at any number: they are in none of these constraints. */
const onlyOpen = ({ lows, highs }: Domains, variables: ReadonlySet<number>): Domains => ({
  lows: lows.map((low, index) => (variables.has(index) ? low : Number.isFinite(low) ? low : 0)),
  highs: highs.map((high, index) => {
    const low = lows[index] ?? 0;
    return variables.has(index) ? high : Number.isFinite(low) ? low : 0;
  }),
});
