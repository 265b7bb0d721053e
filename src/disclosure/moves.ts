import { alternativeFrom, type Alternative } from './alternatives.ts';
import { at, type LinearSystem } from './linear-system.ts';
import { differencesIn, moveColumns, moveRows, type MoveColumn, type MoveColumns } from './move-columns.ts';
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
const nearlyNothing = 0.001;

interface Board extends MoveContext, MoveColumns {
  readonly rows: LinearProblem['rows'];
}

/** Opens the problem once; each question changes a few bounds and costs, so that a solver can go on from where it was. */
export function openMoves(context: MoveContext): Moves {
  const columns = moveColumns(context.system);
  const board: Board = { ...context, ...columns, rows: moveRows(context.system, columns) };
  const problem = context.solver.open(problemOf(board), context.seed);
  const restrict = (cell: number, move?: Move): void => {
    for (const index of at(board.byCell, cell)) {
      const { low, high } = boundsOf(board, index, move);
      problem.setBounds(index, low, high);
    }
  };
  return {
    find: async (move) => {
      if (roomFor(board, move) < Math.abs(move.by)) return undefined;
      const concerned = [...(move.frozen ?? []), move.cell];
      for (const cell of concerned) restrict(cell, move);
      const { values } = await context.run(problem);
      for (const cell of concerned) restrict(cell);
      return values && (alternativeIn(board, move, values) ?? inWholeNumbers(board, move, values));
    },
    setHidden: (cell) => {
      for (const index of at(board.byCell, cell))
        problem.setCost(index, costOf(board, at(board.columns, index)));
    },
    close: problem.close,
  };
}

const problemOf = (board: Board): LinearProblem => ({
  costs: board.columns.map((column) => costOf(board, column)),
  lows: board.columns.map(() => 0),
  highs: board.columns.map((column) => capOf(board, column)),
  rows: board.rows,
});

const costOf = ({ system, isHidden }: Board, { cell, isFree }: MoveColumn): number =>
  isFree || isHidden(cell) ? nearlyNothing : nearlyNothing + at(system.weights, cell);

const capOf = ({ canHide }: Board, { cell, isFree, cap }: MoveColumn): number =>
  isFree || canHide(cell) ? cap : 0;

const signOf = ({ by }: Move): 1 | -1 => (by > 0 ? 1 : -1);

/** How far a cell can go in the way it is asked to. */
const roomFor = (board: Board, move: Move): number =>
  at(board.byCell, move.cell)
    .map((index) => at(board.columns, index))
    .filter(({ sign }) => sign === signOf(move))
    .reduce((sum, column) => sum + capOf(board, column), 0);

/** The bounds of a column: those of a cell that has to move, or must not, are narrower. */
function boundsOf(board: Board, index: number, move?: Move): { readonly low: number; readonly high: number } {
  const column = at(board.columns, index);
  const high = capOf(board, column);
  if (move?.frozen?.includes(column.cell)) return { low: 0, high: 0 };
  const own = move?.cell === column.cell ? move : undefined;
  if (own === undefined) return { low: 0, high };
  if (column.sign !== signOf(own)) return { low: 0, high: 0 };
  const low = forced(board, column, Math.abs(own.by));
  return { low, high: Math.max(low, high) };
}

/** How far a column has to go so that its cell goes as far as asked: what costs nothing first. */
function forced({ byCell, columns }: Board, { cell, sign, isFree }: MoveColumn, by: number): number {
  const free = at(byCell, cell)
    .map((index) => at(columns, index))
    .find((column) => column.sign === sign && column.isFree);
  const freely = Math.min(free?.cap ?? 0, by);
  return isFree ? freely : by - freely;
}

/** The alternative that a solution stands for, if it is one that goes as far as asked. */
function alternativeIn(board: Board, move: Move, values: ArrayLike<number>): Alternative | undefined {
  const { differences, isWhole } = differencesIn(board, values);
  const found = isWhole ? alternativeFrom(board.system, differences, board.canHide) : undefined;
  const amount = found?.differences.get(move.cell) ?? 0;
  return signOf(move) * amount >= Math.abs(move.by) ? found : undefined;
}

/** The same question in whole numbers, first with the cells alone that a solution moves. */
async function inWholeNumbers(
  board: Board,
  move: Move,
  values: ArrayLike<number>,
): Promise<Alternative | undefined> {
  for (const isNear of [true, false]) {
    const bounds = board.columns.map((_, index) => {
      const { low, high } = boundsOf(board, index, move);
      return { low, high: isNear && at(values, index) < 1e-7 ? low : high };
    });
    const problem = board.solver.open(
      {
        ...problemOf(board),
        lows: bounds.map(({ low }) => low),
        highs: bounds.map(({ high }) => high),
        whole: board.columns.map(() => true),
      },
      board.seed,
    );
    try {
      const solved = await board.run(problem);
      if (solved.values === undefined) continue;
      const found = alternativeIn(board, move, solved.values);
      if (found === undefined) throw new SolverFailure();
      return found;
    } finally {
      problem.close();
    }
  }
  return undefined;
}
