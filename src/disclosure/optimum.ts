import { alternativeFrom } from './alternatives.ts';
import { at, type LinearSystem } from './linear-system.ts';
import { OutOfTime } from './pace.ts';
import { isSmall } from './policy.ts';
import { doubtAbout, type Requirement } from './requirements.ts';
import type { Search } from './search.ts';
import type { LinearProblem, Solver } from './solver.ts';

/**
 * Whether as little was hidden as can be: not asked for; proved, among alternatives in which no count differs by
 * more than twice the width; or the time was over before it was proved.
 */
export type Optimum = 'not-asked' | 'proved' | 'not-proved';

/**
 * Hides the least that protects everything, by one whole-number problem over what to hide and all the alternatives at
 * once. What the search has found so far stands where nothing better comes in time.
 */
export async function bestOf(
  search: Search,
  { solver, seed }: { readonly solver: Solver; readonly seed: number },
): Promise<Optimum> {
  const model = modelOf(search);
  await search.pace.step({ phase: 'optimum', done: 0, of: 1 });
  const problem = solver.open(model.problem, seed);
  try {
    const solved = await search.pace.run(problem);
    if (solved.values !== undefined) adopt(search, model, solved.values);
    return solved.status === 'feasible' ? 'not-proved' : 'proved';
  } catch (error) {
    if (error instanceof OutOfTime) return 'not-proved';
    throw error;
  } finally {
    problem.close();
  }
}

/** One set of counts that the problem looks for: where its columns begin, and what for. */
interface Copy {
  readonly first: number;
}

interface Model {
  readonly problem: LinearProblem;
  /** The column that says whether a cell is hidden. */
  readonly hides: ReadonlyMap<number, number>;
  readonly copies: readonly Copy[];
}

interface Draft {
  readonly costs: number[];
  readonly lows: number[];
  readonly highs: number[];
  readonly rows: LinearProblem['rows'][number][];
}

/** The cells that may be hidden or shown, and hold no small count. */
const candidatesOf = ({ system, sensitive, canHide }: Search): readonly number[] =>
  system.cells.flatMap(({ printed }, cell) =>
    printed === 'if-safe' && !sensitive.has(cell) && canHide(cell) ? [cell] : [],
  );

function modelOf(search: Search): Model {
  const { system, policy } = search;
  const draft: Draft = { costs: [], lows: [], highs: [], rows: [] };
  const hides = new Map(
    candidatesOf(search).map((cell) => [cell, addColumn(draft, at(system.weights, cell), 0, 1)]),
  );
  const span = policy.width === 'full' ? policy.hide[1] - policy.hide[0] : policy.width;
  const most = 2 * Math.max(span, policy.width === 'full' ? policy.hide[1] : 1);
  const copies: Copy[] = [];
  const copy = (): number => {
    const first = addCopy(draft, search, hides, most);
    copies.push({ first });
    return first;
  };
  for (const requirement of search.requirements.values()) demand(draft, requirement, copy(), copy());
  for (const [row] of system.rows.entries()) addLine(draft, search, hides, { row, copy });
  // No more than what was found already.
  draft.rows.push({
    columns: [...hides.values()],
    coefficients: [...hides.keys()].map((cell) => at(system.weights, cell)),
    low: 0,
    high: search.weight() + 1e-6,
  });
  return { problem: { ...draft, whole: draft.costs.map(() => true) }, hides, copies };
}

function addColumn(draft: Draft, cost: number, low: number, high: number): number {
  draft.lows.push(low);
  draft.highs.push(high);
  return draft.costs.push(cost) - 1;
}

/** Adds a set of counts that fits every relation, as differences, and may differ only where something is hidden. */
function addCopy(
  draft: Draft,
  { system, sensitive }: Search,
  hides: ReadonlyMap<number, number>,
  most: number,
): number {
  const first = draft.costs.length;
  for (const [cell, { printed, count }] of system.cells.entries()) {
    const isOpen = printed === 'never' || sensitive.has(cell) || hides.has(cell);
    const low = Math.max(at(system.lows, cell) - count, -most);
    const high = Math.min(at(system.highs, cell) - count, most);
    addColumn(draft, 0, isOpen ? low : 0, isOpen ? high : 0);
  }
  for (const { total, parts } of system.rows) {
    draft.rows.push({
      columns: [total, ...parts].map((cell) => first + cell),
      coefficients: [total, ...parts].map((_, place) => (place === 0 ? -1 : 1)),
      low: 0,
      high: 0,
    });
  }
  for (const [cell, hide] of hides) {
    draft.rows.push({ columns: [first + cell, hide], coefficients: [1, -most], low: -Infinity, high: 0 });
    draft.rows.push({ columns: [first + cell, hide], coefficients: [1, most], low: 0, high: Infinity });
  }
  return first;
}

/** Asks that two sets of counts are far enough apart in a cell. */
function demand(draft: Draft, { cell, span, up, down }: Requirement, above: number, below: number): void {
  draft.rows.push({
    columns: [above + cell, below + cell],
    coefficients: [1, -1],
    low: span,
    high: Infinity,
  });
  draft.lows[above + cell] = Math.max(0, up);
  draft.highs[below + cell] = Math.min(0, -down);
}

/** Asks that the hidden parts of a line are many, or that its total is in doubt. */
function addLine(
  draft: Draft,
  { system, policy, sensitive, requirements }: Search,
  hides: ReadonlyMap<number, number>,
  { row, copy }: { readonly row: number; readonly copy: () => number },
): void {
  const { total, parts } = at(system.rows, row);
  const sum = hiddenAnyway(system, sensitive, parts);
  if (sum === 0 || !isSmall(policy, sum) || parts.some((part) => at(system.cells, part).signed)) return;
  if (requirements.has(total)) return;
  const doubt = addColumn(draft, 0, 0, 1);
  const many = policy.hide[1] + 1;
  const others = parts.filter((part) => hides.has(part));
  draft.rows.push({
    columns: [...others.map((part) => hides.get(part) ?? 0), doubt],
    coefficients: [...others.map((part) => at(system.cells, part).count), many],
    low: many - sum,
    high: Infinity,
  });
  const [above, below] = [copy(), copy()];
  const { span } = doubtAbout(policy, total);
  draft.rows.push({
    columns: [above + total, below + total, doubt],
    coefficients: [1, -1, -span],
    low: 0,
    high: Infinity,
  });
}

const hiddenAnyway = (
  system: LinearSystem,
  sensitive: ReadonlySet<number>,
  parts: readonly number[],
): number =>
  parts
    .filter((part) => sensitive.has(part) || at(system.cells, part).printed === 'never')
    .reduce((sum, part) => sum + at(system.cells, part).count, 0);

/** Hides what the solution hides, with its sets of counts as alternatives. */
function adopt(search: Search, { hides, copies }: Model, values: ArrayLike<number>): void {
  for (const { first } of copies) {
    const differences = new Map(
      search.system.cells.map((_, cell) => [cell, Math.round(at(values, first + cell))] as const),
    );
    const found = alternativeFrom(search.system, differences, search.canHide);
    if (found !== undefined) search.pool.add(found);
  }
  for (const [cell, hide] of hides) search.setHidden(cell, at(values, hide) > 0.5);
}
