import type { Summary } from '../summary/index.ts';

/**
 * Whether a number is printed: where that is safe; in any case, because it is public already or has to be said;
 * or never, because readers can only work it out.
 */
export type Printed = 'if-safe' | 'always' | 'never';

/** A quantity that is about to be published, or that readers could work out. Confidential: it holds the true count. */
export interface ReleaseCell {
  readonly id: string;
  readonly label: string;
  readonly count: number;
  readonly printed: Printed;
  /** How much is lost when it is hidden; worked out from its size and what it is a total of unless said. */
  readonly weight?: number;
  /** Whether it is a difference, which may be negative. */
  readonly signed?: true;
  /** Whether it is a count of a return that stands in no table: what readers may know of it they must work out. */
  readonly ofReturn?: true;
  /** The earlier release that hid it, or did not print it. */
  readonly hiddenBy?: string;
  /** The earlier release that showed it. */
  readonly publicBy?: string;
  /** Between which counts readers know it to be. */
  readonly within?: readonly [low: number, high?: number];
}

/** That a total is the sum of its parts. */
export interface Line {
  readonly total: string;
  readonly parts: readonly string[];
  /** What the parts are: categories of the same people, or services, quarters and the like. */
  readonly of: 'categories' | 'members';
}

/** A whole-number percentage of two cells. */
export interface PercentageOf {
  readonly id: string;
  readonly part: string;
  readonly whole: string;
}

/** Where the figures of a summary stand among the cells. */
export interface PlacedSummary {
  readonly id: string;
  readonly summary: Summary;
  /** The cell of each figure that is one; the others are worked out from protected numbers. */
  readonly cellOf: readonly (string | undefined)[];
  /** The cell of each count of young people in a return, by return and path. */
  readonly countOf: Readonly<Record<string, string>>;
}

/** A table of cells. */
export interface ReleaseTable {
  readonly id: string;
  readonly title: string;
  readonly cells: readonly string[];
}

/**
 * What is about to be published, with every relation between its numbers. Confidential: it holds true counts.
 */
export interface Release {
  readonly cells: readonly ReleaseCell[];
  readonly lines: readonly Line[];
  readonly tables: readonly ReleaseTable[];
  readonly percentages: readonly PercentageOf[];
  readonly summaries: readonly PlacedSummary[];
  /** Whether figures that differ from an earlier release are corrections of it. */
  readonly corrects: boolean;
}
