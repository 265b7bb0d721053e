import { at, type LinearSystem } from './linear-system.ts';
import { SolverFailure } from './moves.ts';
import { OutOfTime } from './pace.ts';
import { isReachable } from './reachable.ts';
import { doubtAbout } from './requirements.ts';
import type { Search } from './search.ts';
import type { Solver } from './solver.ts';
import { isThinIndeed, isThinSoFar, isTotalInDoubt } from './thin-lines.ts';

/** Whether as little was hidden as can be: not asked for, proved, or not proved in the time there was. */
export type Optimum = 'not-asked' | 'proved' | 'not-proved';

/** The part of the time left that is spent on a proof. */
const share = 0.8;

/**
 * Hides the least that protects everything. Again and again the lightest cells are chosen that hold one of every set
 * of cells of which one has to be hidden; where that does not protect everything, it shows one more such set. When it
 * does, nothing lighter can. What the search found before stands where nothing better comes in time.
 */
export async function bestOf(
  search: Search,
  { solver, seed }: { readonly solver: Solver; readonly seed: number },
): Promise<Optimum> {
  const until = (1 - share) * search.pace.secondsLeft();
  const known = { cells: search.secondary(), weight: search.weight() };
  const candidates = candidatesOf(search);
  const cuts: (readonly number[])[] = [];
  const giveUp = (): Optimum => {
    hideJust(search, known.cells);
    return 'not-proved';
  };
  for (;;) {
    await search.pace.step({ phase: 'optimum', done: cuts.length, of: cuts.length });
    if (search.pace.secondsLeft() < until) return giveUp();
    try {
      const chosen =
        candidates.length === 0
          ? []
          : await lightest(search, {
              solver,
              seed,
              candidates,
              cuts,
              seconds: search.pace.secondsLeft() - until,
            });
      const weight = chosen.reduce((sum, cell) => sum + at(search.system.weights, cell), 0);
      hideJust(search, weight < known.weight - 1e-6 ? chosen : known.cells);
      if (weight >= known.weight - 1e-6) return 'proved';
      const found = await cutsAt(search, candidates, until);
      if (found.length === 0) return 'proved';
      cuts.push(...found);
    } catch (error) {
      // What was found before does not need the proof that it is the least.
      const isLate = error instanceof OutOfTime && search.pace.secondsLeft() > 0;
      if (isLate || error instanceof SolverFailure) return giveUp();
      throw error;
    }
  }
}

/** The cells that may be hidden or shown, and hold no small count. */
const candidatesOf = ({ system, sensitive, canHide }: Search): readonly number[] =>
  system.cells.flatMap(({ printed }, cell) =>
    printed === 'if-safe' && !sensitive.has(cell) && canHide(cell) ? [cell] : [],
  );

function hideJust(search: Search, cells: readonly number[]): void {
  const wanted = new Set(cells);
  for (const cell of search.secondary()) if (!wanted.has(cell)) search.setHidden(cell, false);
  for (const cell of wanted) search.setHidden(cell, true);
}

interface Choice {
  readonly solver: Solver;
  readonly seed: number;
  readonly candidates: readonly number[];
  readonly cuts: readonly (readonly number[])[];
  readonly seconds: number;
}

/** The lightest cells that hold one of every set. */
async function lightest(
  { system, pace }: Search,
  { solver, seed, candidates, cuts, seconds }: Choice,
): Promise<readonly number[]> {
  const columns = new Map(candidates.map((cell, column) => [cell, column]));
  const problem = solver.open(
    {
      costs: candidates.map((cell) => at(system.weights, cell)),
      lows: candidates.map(() => 0),
      highs: candidates.map(() => 1),
      rows: cuts.map((cells) => ({
        columns: cells.map((cell) => columns.get(cell) ?? 0),
        coefficients: cells.map(() => 1),
        low: 1,
        high: Infinity,
      })),
      whole: candidates.map(() => true),
    },
    seed,
  );
  try {
    const { status, values } = await pace.run(problem, seconds);
    if (status === 'feasible') throw new OutOfTime();
    const chosen = values && candidates.filter((_, column) => at(values, column) > 0.5);
    if (chosen === undefined || !cuts.every((cells) => cells.some((cell) => chosen.includes(cell))))
      throw new SolverFailure();
    return chosen;
  } finally {
    problem.close();
  }
}

/** For each small count and line that what is hidden does not protect, a set of cells of which one has to be hidden. */
async function cutsAt(
  search: Search,
  candidates: readonly number[],
  until: number,
): Promise<readonly (readonly number[])[]> {
  const { system, policy } = search;
  const tests = [
    ...[...search.requirements.values()].map((requirement) => ({
      cell: requirement.cell,
      isSafe: () => isReachable(search, requirement),
    })),
    ...system.rows.map(({ total }, row) => ({
      cell: total,
      isSafe: async () =>
        !(isThinSoFar(search, row) && (await isThinIndeed(search, row))) ||
        isTotalInDoubt(search, row) ||
        isReachable(search, doubtAbout(policy, total)),
    })),
  ];
  const cuts: (readonly number[])[] = [];
  for (const { cell, isSafe } of tests) {
    if (search.pace.secondsLeft() < until) throw new OutOfTime();
    if (!(await isSafe())) cuts.push(await cutFor(search, nearestLast(system, candidates, cell), isSafe));
  }
  return cuts;
}

/** What is far from a cell hardly matters to it: that comes first, so that it is dealt with all at once. */
function nearestLast(system: LinearSystem, candidates: readonly number[], cell: number): readonly number[] {
  const steps = new Map([[cell, 0]]);
  for (const [place, away] of steps) {
    for (const row of at(system.rowsOf, place)) {
      const { total, parts } = at(system.rows, row);
      for (const next of [total, ...parts]) if (!steps.has(next)) steps.set(next, away + 1);
    }
  }
  const far = (place: number): number => steps.get(place) ?? Infinity;
  return [...candidates].sort((one, other) =>
    far(one) === far(other) ? one - other : far(other) - far(one),
  );
}

/** Hides as much more as leaves something unprotected: one of the rest has to be hidden. */
async function cutFor(
  search: Search,
  candidates: readonly number[],
  isSafe: () => Promise<boolean>,
): Promise<readonly number[]> {
  const added: number[] = [];
  const rest: number[] = [];
  const grow = async (cells: readonly number[]): Promise<void> => {
    for (const cell of cells) search.setHidden(cell, true);
    if (!(await isSafe())) {
      added.push(...cells);
      return;
    }
    for (const cell of cells) search.setHidden(cell, false);
    const [first] = cells;
    if (cells.length === 1 && first !== undefined) rest.push(first);
    else {
      const middle = Math.ceil(cells.length / 2);
      await grow(cells.slice(0, middle));
      await grow(cells.slice(middle));
    }
  };
  const open = candidates.filter((cell) => !search.isHidden(cell));
  await grow(open);
  for (const cell of added) search.setHidden(cell, false);
  return rest;
}
