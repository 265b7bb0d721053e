import type { Highs, Model, ModelData } from 'highs';
import type { LinearProblem, OpenProblem, Solved, Solver } from './solver.ts';

/** Where the parts of the solver are, where a bundler or a browser cannot find them beside its script. */
export interface SolverFiles {
  /** The address of a file of the solver, `highs.wasm`; in a browser also one of a blob or of data. */
  readonly locateFile?: (file: string) => string;
}

/**
 * HiGHS, compiled to WebAssembly: the optional package `highs`. It runs wherever this library does, and asks for
 * nothing over a network by itself.
 *
 * @throws Error when the package is not installed
 */
export async function loadSolver(files?: SolverFiles): Promise<Solver> {
  const { default: load } = await import('highs');
  const highs = await load(files);
  return { open: (problem, seed) => openProblem(highs, problem, seed) };
}

let shared: Promise<Solver> | undefined;

/** The solver of this program: compiled once, and again after it failed. */
export function sharedSolver(): Promise<Solver> {
  shared ??= loadSolver().catch((error: unknown) => {
    shared = undefined;
    throw error;
  });
  return shared;
}

/** Gives the shared solver up, since a program that broke off may not be trusted any more. */
export const forgetSolver = (): void => {
  shared = undefined;
};

function openProblem(highs: Highs, problem: LinearProblem, seed: number): OpenProblem {
  const model = highs.createModel(modelOf(problem));
  model.options.set({
    output_flag: false,
    random_seed: seed,
    ...(problem.whole === undefined && { presolve: 'off' }),
  });
  return {
    setBounds: (column, low, high) => void model.changeColBounds(column, low, high),
    setCost: (column, cost) => void model.changeColCost(column, cost),
    solve: (seconds) => solve(highs, model, seconds),
    close: () => {
      model.dispose();
    },
  };
}

function modelOf({ costs, lows, highs, rows, whole }: LinearProblem): ModelData {
  const starts = [0];
  for (const { columns } of rows) starts.push((starts.at(-1) ?? 0) + columns.length);
  return {
    numCols: costs.length,
    numRows: rows.length,
    colCost: costs,
    colLower: lows,
    colUpper: highs,
    rowLower: rows.map(({ low }) => low),
    rowUpper: rows.map(({ high }) => high),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: costs.length,
      starts,
      indices: rows.flatMap(({ columns }) => columns),
      values: rows.flatMap(({ coefficients }) => coefficients),
    },
    ...(whole && { integrality: whole.map((each) => (each ? 1 : 0)) }),
  };
}

function solve(highs: Highs, model: Model, seconds: number): Solved {
  model.zeroAllClocks();
  model.options.set('time_limit', seconds);
  model.run();
  const { optimal, infeasible, timeLimit } = highs.constants.modelStatus;
  const status = model.getModelStatus();
  if (status === infeasible) return { status: 'infeasible' };
  if (status === optimal) {
    return { status: 'optimal', values: model.getSolution().colValue, cost: model.getObjectiveValue() };
  }
  if (status !== timeLimit) throw new Error('the solver stopped without a result');
  // What was found before the time was over can still be used where it is a whole solution.
  const isFeasible = model.info.get('primal_solution_status') === 2;
  return isFeasible
    ? { status: 'feasible', values: model.getSolution().colValue, cost: model.getObjectiveValue() }
    : { status: 'out-of-time' };
}
