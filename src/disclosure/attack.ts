import { between, type Bounds } from '../figures/index.ts';
import { narrow, constraintsOf, type Constraint, type Domains } from './constraints.ts';
import { isSound, refusalFor } from './failure.ts';
import { forgetSolver, sharedSolver } from './highs.ts';
import { integerRanges } from './integer-ranges.ts';
import { outerRanges } from './outer-ranges.ts';
import { startPace } from './pace.ts';
import { refusal, type Refusal } from './refusal.ts';
import type { Solver } from './solver.ts';

/** A cell as somebody published it: its count, between which counts it is, or neither when it is hidden. */
export interface PublishedCell {
  readonly id: string;
  readonly count?: number;
  readonly low?: number;
  readonly high?: number;
}

/** What a publication says of its totals. */
export interface PublishedLine {
  readonly total: string;
  readonly parts: readonly string[];
  /** Whether the parts may leave somebody out. */
  readonly incomplete?: boolean;
}

/** Anything that was published, by whomever. What {@link protect} makes is one. */
export interface Publication {
  readonly cells: readonly PublishedCell[];
  readonly lines?: readonly PublishedLine[];
  /** Percentages, as whole numbers rounded half up. */
  readonly percentages?: readonly {
    readonly part: string;
    readonly whole: string;
    readonly percentage?: number;
  }[];
}

/** A question about a difference or a sum of cells. */
export interface Combination {
  readonly id: string;
  readonly plus: readonly string[];
  readonly minus?: readonly string[];
}

/** What a reader knows or asks besides. */
export interface Knowledge {
  /** Cells that the reader knows from elsewhere. */
  readonly cells?: readonly PublishedCell[];
  /** Relations that the reader knows of. */
  readonly lines?: readonly PublishedLine[];
  /** Sums and differences to find out about. */
  readonly about?: readonly Combination[];
}

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
  const problem = problemOf(publication, knowledge);
  if ('refused' in problem) return problem;
  options.signal?.throwIfAborted();
  try {
    return await rangesOf(problem, options);
  } catch (error) {
    options.signal?.throwIfAborted();
    if (!isSound(error)) forgetSolver();
    return { refused: [refusalFor(error)] };
  }
}

async function rangesOf(problem: Problem, options: AttackOptions): Promise<Attack> {
  const { constraints, domains, asked, ids } = problem;
  const ranges: FeasibleRange[] = [];
  if (!narrow(constraints, constraintsOf(constraints, ids.length), domains, constraints.keys()))
    return { ranges: [], exposed: [], possible: false };
  for (const group of components(constraints, domains)) {
    const wanted = asked.filter((variable) => group.variables.has(variable));
    const exact = integerRanges(
      group.constraints,
      onlyOpen(domains, group.variables),
      wanted,
      options.effort ?? 20_000,
    );
    if (exact?.length === 0 && wanted.length > 0) return { ranges: [], exposed: [], possible: false };
    const found = exact ?? (await outer(group.constraints, domains, wanted, options));
    if (found === undefined) return { ranges: [], exposed: [], possible: false };
    for (const [index, variable] of wanted.entries()) {
      const { low, high } = found[index] ?? { low: 0, high: Infinity };
      ranges.push({ id: ids[variable] ?? '', ...between(low, high), exact: exact !== undefined });
    }
  }
  const settled = asked.filter((variable) => domains.lows[variable] === domains.highs[variable]);
  for (const variable of settled)
    ranges.push({
      id: ids[variable] ?? '',
      low: domains.lows[variable] ?? 0,
      high: domains.highs[variable] ?? 0,
      exact: true,
    });
  const order = new Map(asked.map((variable, index) => [ids[variable], index]));
  ranges.sort((one, other) => (order.get(one.id) ?? 0) - (order.get(other.id) ?? 0));
  return {
    ranges,
    exposed: ranges.filter(({ low, high }) => low === high).map(({ id }) => id),
    possible: true,
  };
}

async function outer(
  constraints: readonly Constraint[],
  domains: Domains,
  wanted: readonly number[],
  { solver, seconds = 300, signal }: AttackOptions,
): Promise<readonly { readonly low: number; readonly high: number }[] | undefined> {
  const pace = startPace({ seconds, ...(signal && { signal }) });
  return outerRanges(constraints, domains, wanted, { solver: solver ?? (await sharedSolver()), pace });
}

interface Problem {
  readonly ids: readonly string[];
  readonly constraints: readonly Constraint[];
  readonly domains: Domains;
  readonly asked: readonly number[];
}

/** The publication as constraints on whole numbers. */
function problemOf(
  { cells, lines = [], percentages = [] }: Publication,
  { cells: known = [], lines: more = [], about = [] }: Knowledge,
): Problem | { readonly refused: readonly Refusal[] } {
  const ids = [...new Set([...cells, ...known].map(({ id }) => id))];
  const places = new Map(ids.map((id, index) => [id, index]));
  const bad = [...cells, ...known].filter(
    (cell) => ![cell.count, cell.low, cell.high].every((each) => each === undefined || isCount(each)),
  );
  const all = [...lines, ...more];
  const named = [
    ...all.flatMap(({ total, parts }) => [total, ...parts]),
    ...percentages.flatMap(({ part, whole }) => [part, whole]),
    ...about.flatMap(({ plus, minus = [] }) => [...plus, ...minus]),
  ].filter((id) => !places.has(id));
  if (bad.length > 0)
    return {
      refused: [
        refusal(
          'not-a-count',
          bad.map(({ id }) => id),
        ),
      ],
    };
  if (named.length > 0) return { refused: [refusal('unknown-cell', [...new Set(named)])] };
  const place = (id: string): number => places.get(id) ?? -1;
  const domains: Domains = { lows: ids.map(() => 0), highs: ids.map(() => Infinity) };
  for (const { id, count, low = count ?? 0, high = count ?? Infinity } of [...cells, ...known]) {
    domains.lows[place(id)] = Math.max(domains.lows[place(id)] ?? 0, low);
    domains.highs[place(id)] = Math.min(domains.highs[place(id)] ?? Infinity, high);
  }
  const hidden = ids.flatMap((_, index) => (domains.lows[index] === domains.highs[index] ? [] : [index]));
  const extra = about.map(({ id }, index) => ({ id, variable: ids.length + index }));
  domains.lows.push(...extra.map(() => -Infinity));
  domains.highs.push(...extra.map(() => Infinity));
  return {
    ids: [...ids, ...extra.map(({ id }) => id)],
    constraints: [
      ...all.map((line) => sumOf(line, place)),
      ...percentages.flatMap((each) => shareOf(each, place)),
      ...about.map((combination, index) => combinationOf(combination, ids.length + index, place)),
    ],
    domains,
    asked: [...hidden, ...extra.map(({ variable }) => variable)],
  };
}

const isCount = (value: unknown): boolean =>
  Number.isSafeInteger(value) && (value as number) >= 0 && !Object.is(value, -0);

const sumOf = (
  { total, parts, incomplete = false }: PublishedLine,
  place: (id: string) => number,
): Constraint => ({
  terms: [[place(total), 1], ...parts.map((part) => [place(part), -1] as const)],
  low: 0,
  high: incomplete ? Infinity : 0,
});

/** A whole-number percentage, rounded half up, says between which shares the part lies. */
function shareOf(
  {
    part,
    whole,
    percentage,
  }: { readonly part: string; readonly whole: string; readonly percentage?: number },
  place: (id: string) => number,
): readonly Constraint[] {
  if (percentage === undefined) return [];
  const least = [
    [place(part), 200],
    [place(whole), 1 - 2 * percentage],
  ] as const;
  const most = [
    [place(part), 200],
    [place(whole), -1 - 2 * percentage],
  ] as const;
  return [
    { terms: least, low: 0, high: Infinity },
    { terms: most, low: -Infinity, high: -1 },
    {
      terms: [
        [place(whole), 1],
        [place(part), -1],
      ],
      low: 0,
      high: Infinity,
    },
  ];
}

const combinationOf = (
  { plus, minus = [] }: Combination,
  variable: number,
  place: (id: string) => number,
): Constraint => ({
  terms: [
    [variable, -1],
    ...plus.map((id) => [place(id), 1] as const),
    ...minus.map((id) => [place(id), -1] as const),
  ],
  low: 0,
  high: 0,
});

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
