/** A linear problem: the least cost over columns within bounds, with rows that come to zero. */
export interface LinearProblem {
  readonly costs: readonly number[];
  readonly lows: readonly number[];
  readonly highs: readonly number[];
  /** The columns of each row with their coefficients, and between which numbers their sum lies. */
  readonly rows: readonly {
    readonly columns: readonly number[];
    readonly coefficients: readonly number[];
    readonly low: number;
    readonly high: number;
  }[];
  /** The columns that have to be whole. */
  readonly whole?: readonly boolean[];
}

/** What a solver found. Nothing in it is trusted before it was checked with whole numbers. */
export interface Solved {
  readonly status: 'optimal' | 'feasible' | 'infeasible' | 'out-of-time';
  /** One number a column, unless there is no solution. */
  readonly values?: ArrayLike<number>;
  /** The cost. */
  readonly cost?: number;
}

/** A problem that a solver holds, to be changed a little and solved again. */
export interface OpenProblem {
  /** Changes between which values a column may be. */
  readonly setBounds: (column: number, low: number, high: number) => void;
  /** Changes what a column costs. */
  readonly setCost: (column: number, cost: number) => void;
  /**
   * Solves the problem as it stands.
   *
   * @param seconds how long it may take
   */
  readonly solve: (seconds: number) => Solved | PromiseLike<Solved>;
  /** Gives its memory back. */
  readonly close: () => void;
}

/** A solver of linear problems with whole and other numbers. */
export interface Solver {
  /** Opens a problem, to be solved again and again with small changes. */
  readonly open: (problem: LinearProblem, seed: number) => OpenProblem;
}
