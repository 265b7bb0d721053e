import { alternativeFrom, type Alternative } from './alternatives.ts';
import { at, type LinearSystem } from './linear-system.ts';
import type { LinearProblem, OpenProblem, Solved, Solver } from './solver.ts';

/** What a solver is asked for: to move a cell by so much, up or down. */
export interface Move {
  readonly cell: number;
  readonly by: number;
  /** Cells that must stay as they are. */
  readonly frozen?: readonly number[];
}

/** Finds alternatives at the least weight of what would have to be hidden for them. */
export interface Moves {
  /** The cheapest alternative that moves a cell at least so far; `undefined` when there is none. */
  readonly find: (move: Move) => Promise<Alternative | undefined>;
  /** Tells that a cell costs nothing from now on, or its weight again. */
  readonly setHidden: (cell: number) => void;
  readonly close: () => void;
}

/** What moves need to know of the search. */
export interface MoveContext {
  readonly system: LinearSystem;
  readonly solver: Solver;
  readonly seed: number;
  readonly canHide: (cell: number) => boolean;
  readonly isHidden: (cell: number) => boolean;
  /** Solves a problem in the time that is left. */
  readonly run: (problem: OpenProblem) => Promise<Solved>;
}

/** That the solver did not keep to what it was asked. */
export class SolverFailure extends Error {}

/** Moving a hidden cell costs next to nothing: just enough to move few. */
const next = 0.001;

/** One way in which a count may differ: more or less, and whether it can stay shown as it is. */
interface Column {
  readonly cell: number;
  readonly sign: 1 | -1;
  readonly isFree: boolean;
}

/** Opens the problem once; each question changes a few bounds and costs, so that a solver can go on from where it was. */
export function openMoves(context: MoveContext): Moves {
  const { system, solver, seed, canHide } = context;
  const columns = columnsOf(system);
  const byCell: number[][] = system.cells.map(() => []);
  for (const [index, { cell }] of columns.entries()) at(byCell, cell).push(index);
  const caps = columns.map((column) => capOf(system, column));
  const isOpen = (column: Column): boolean => column.isFree || canHide(column.cell);
  const costOf = ({ cell, isFree }: Column): number =>
    isFree || context.isHidden(cell) ? next : next + at(system.weights, cell);
  const problemNow = (): LinearProblem => ({
    costs: columns.map(costOf),
    lows: columns.map(() => 0),
    highs: columns.map((column, index) => (isOpen(column) ? at(caps, index) : 0)),
    rows: rowsOf(system, columns, byCell),
  });
  const problem = solver.open(problemNow(), seed);
  const bound = (
    cell: number,
    low: (column: Column) => number,
    high: (column: Column, cap: number) => number,
  ): void => {
    for (const index of at(byCell, cell)) {
      const column = at(columns, index);
      const cap = isOpen(column) ? at(caps, index) : 0;
      problem.setBounds(index, low(column), Math.max(low(column), high(column, cap)));
    }
  };
  const reset = (cell: number): void => {
    bound(
      cell,
      () => 0,
      (_, cap) => cap,
    );
  };
  const differencesOf = (
    values: ArrayLike<number>,
  ): { readonly all: ReadonlyMap<number, number>; readonly isWhole: boolean } => {
    const all = new Map<number, number>();
    for (const [index, { cell, sign }] of columns.entries()) {
      const value = at(values, index);
      if (Math.abs(value) > 1e-7) all.set(cell, (all.get(cell) ?? 0) + sign * value);
    }
    const isWhole = [...all.values()].every((value) => Math.abs(value - Math.round(value)) < 1e-5);
    return { all: new Map([...all].map(([cell, value]) => [cell, Math.round(value)])), isWhole };
  };
  /** The same question in whole numbers, first with the cells alone that the solution moves. */
  const inWholeNumbers = async (move: Move, values: ArrayLike<number>): Promise<Alternative | undefined> => {
    for (const isNear of [true, false]) {
      const base = problemNow();
      const highs = base.highs.map((high, index) => (isNear && at(values, index) < 1e-7 ? 0 : high));
      const { lows, limits } = movedBounds(move, columns, base.lows, highs, caps);
      const whole = solver.open({ ...base, lows, highs: limits, whole: columns.map(() => true) }, seed);
      try {
        const solved = await context.run(whole);
        if (solved.values === undefined) continue;
        const found = alternativeFrom(system, differencesOf(solved.values).all, canHide);
        if (found === undefined || !reaches(found, move)) throw new SolverFailure('no alternative');
        return found;
      } finally {
        whole.close();
      }
    }
    return undefined;
  };
  const find = async (move: Move): Promise<Alternative | undefined> => {
    const { cell, by, frozen = [] } = move;
    const sign = by > 0 ? 1 : -1;
    const room = at(byCell, cell)
      .filter((index) => at(columns, index).sign === sign && isOpen(at(columns, index)))
      .reduce((sum, index) => sum + at(caps, index), 0);
    if (room < Math.abs(by)) return undefined;
    for (const each of frozen)
      bound(
        each,
        () => 0,
        () => 0,
      );
    const free = freeCap(system, cell, sign);
    bound(
      cell,
      (column) =>
        column.sign !== sign
          ? 0
          : column.isFree
            ? Math.min(free, Math.abs(by))
            : Math.max(0, Math.abs(by) - free),
      (column, cap) => (column.sign === sign ? cap : 0),
    );
    const solved = await context.run(problem);
    for (const each of [...frozen, cell]) reset(each);
    if (solved.values === undefined) return undefined;
    const { all, isWhole } = differencesOf(solved.values);
    if (!isWhole) return inWholeNumbers(move, solved.values);
    const found = alternativeFrom(system, all, canHide);
    if (found === undefined || !reaches(found, move)) return inWholeNumbers(move, solved.values);
    return found;
  };
  return {
    find,
    setHidden: (cell) => {
      for (const index of at(byCell, cell)) problem.setCost(index, costOf(at(columns, index)));
    },
    close: problem.close,
  };
}

const reaches = ({ differences }: Alternative, { cell, by }: Move): boolean => {
  const amount = differences.get(cell) ?? 0;
  return by > 0 ? amount >= by : amount <= by;
};

/** How far a count may differ while it is shown as it is: not at all, unless it is rounded. */
const freeCap = (system: LinearSystem, cell: number, sign: 1 | -1): number => {
  const { count, printed } = at(system.cells, cell);
  if (printed === 'never') return 0;
  const least = Math.max(at(system.lows, cell), at(system.shownLows, cell));
  const most = Math.min(at(system.highs, cell), at(system.shownHighs, cell));
  return Math.max(0, sign === 1 ? most - count : count - least);
};

const capOf = (system: LinearSystem, { cell, sign, isFree }: Column): number => {
  const free = freeCap(system, cell, sign);
  if (isFree) return free;
  const { count } = at(system.cells, cell);
  const room = sign === 1 ? at(system.highs, cell) - count : count - at(system.lows, cell);
  return Math.max(0, room - free);
};

const columnsOf = (system: LinearSystem): readonly Column[] =>
  system.cells.flatMap((_, cell) =>
    ([1, -1] as const).flatMap((sign) => [
      { cell, sign, isFree: false },
      ...(freeCap(system, cell, sign) > 0 ? [{ cell, sign, isFree: true }] : []),
    ]),
  );

function rowsOf(
  { rows }: LinearSystem,
  columns: readonly Column[],
  byCell: readonly (readonly number[])[],
): LinearProblem['rows'] {
  return rows.map(({ total, parts }) => {
    const entries = [total, ...parts].flatMap((cell, place) =>
      at(byCell, cell).map((index) => ({
        index,
        coefficient: (place === 0 ? -1 : 1) * at(columns, index).sign,
      })),
    );
    return {
      columns: entries.map(({ index }) => index),
      coefficients: entries.map(({ coefficient }) => coefficient),
      low: 0,
      high: 0,
    };
  });
}

/** The bounds of a whole-number problem in which a cell has to move. */
function movedBounds(
  { cell, by, frozen = [] }: Move,
  columns: readonly Column[],
  lows: readonly number[],
  highs: readonly number[],
  caps: readonly number[],
): { readonly lows: readonly number[]; readonly limits: readonly number[] } {
  const sign = by > 0 ? 1 : -1;
  const free = columns.findIndex((column) => column.cell === cell && column.sign === sign && column.isFree);
  const freely = free === -1 ? 0 : Math.min(at(caps, free), Math.abs(by));
  const isTarget = (column: Column): boolean => column.cell === cell && column.sign === sign;
  const forced = columns.map((column, index) =>
    isTarget(column) ? (column.isFree ? freely : Math.abs(by) - freely) : at(lows, index),
  );
  const limits = columns.map((column, index) => {
    if (frozen.includes(column.cell) || (column.cell === cell && column.sign !== sign)) return 0;
    return Math.max(at(forced, index), at(highs, index));
  });
  return { lows: forced, limits };
}
