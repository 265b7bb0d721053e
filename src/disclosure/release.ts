import type { Refusal } from './refusal.ts';
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
  /** Whether it stands in no table of this release: what readers may know of it they must work out. */
  readonly inNoTable?: true;
  /** Whether it is a figure of a summary: then it is called by its label in public. */
  readonly isFigure?: true;
  /** Whether it is what was recorded of a number that may be larger. */
  readonly isAtLeast?: true;
  /** Whether it is what remains of one figure without others: found anew for every release. */
  readonly isDifference?: true;
  /** Whether it is worked out from others, as what they leave over: found anew for every release. */
  readonly isFoundAnew?: true;
  /**
   * Whether nobody recorded it and nobody can work it out: it is one of the numbers that it may be, which others bound.
   * What it is is no secret, because nobody knows it.
   */
  readonly isSupposed?: true;
  /** The path of the form that it is worked out for, in the return that its id begins with. */
  readonly worksOut?: string;
  /** The quantity of which an earlier release said this, and that was corrected since. */
  readonly versionOf?: string;
  /** Whether it comes from earlier releases alone. */
  readonly isEarlier?: true;
  /** The earlier release that hid it, or did not print it. */
  readonly hiddenBy?: string;
  /** Whether it was small by the policy of that release. */
  readonly wasSmall?: true;
  /** The earlier release that showed it. */
  readonly publicBy?: string;
  /**
   * Whether its row is as a rule only printed where there is somebody in it. Who reads it may count on that, so what is
   * hidden is made to hold against such readers; but it is not said in public, where a 0 in such a row would stand out.
   */
  readonly isSeen?: true;
  /** Between which counts readers know it to be. */
  readonly within?: readonly [low: number, high?: number];
}

/** That a total is the sum of its parts. */
export interface Line {
  readonly total: string;
  readonly parts: readonly string[];
  /**
   * What the parts are: categories of the same people; services, quarters and the like; or counts that the form implies
   * to hang together, as those open at the end of a quarter with those open as the next begins.
   */
  readonly of: 'categories' | 'members' | 'implied';
}

/** A whole-number percentage of two cells. */
export interface PercentageOf {
  readonly id: string;
  readonly part: string;
  readonly whole: string;
}

/** The cell behind a figure. */
export interface PlacedFigure {
  readonly cell: string;
  /** How much of the figure others withheld before: at least so much comes on top. */
  readonly besides: number;
  /**
   * Whether it is of several periods and no plain sum: that it is one number is then no business of a reader’s, unless
   * it is printed.
   */
  readonly isOverTime: boolean;
}

/** A figure as the sum of counts of returns. */
export interface Sum {
  readonly id: string;
  readonly atoms: readonly string[];
}

/** Where the figures of a summary stand among the cells. */
export interface PlacedSummary {
  readonly id: string;
  readonly summary: Summary;
  /** The cell of each figure that is one; the others are worked out from protected numbers. */
  readonly cellOf: readonly (PlacedFigure | undefined)[];
  /** The cell of each count of young people in a return, by return and path. */
  readonly countOf: Readonly<Record<string, string>>;
}

/** The services behind combined returns, by service and period. */
export type Combinations = Readonly<Record<string, readonly string[]>>;

/** A count of a return that somebody else withheld before it came here, and that is passed on as it came. */
export interface WithheldCount {
  /** The cell that it would be as a number. */
  readonly id: string;
  readonly within: readonly [low: number, high?: number];
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
  /** What the figures are made of. */
  readonly sums: readonly Sum[];
  /** Whether figures that differ from an earlier release are corrections of it. */
  readonly corrects: boolean;
  /** Whose returns combined returns add up, here and in earlier releases, by service and period. */
  readonly combined: Combinations;
  /** What others withheld of the returns in it, and readers know the bounds of. */
  readonly withheld: readonly WithheldCount[];
}

/** A release, or why there is none. */
export type DefinedRelease =
  | { readonly release: Release; readonly refused?: undefined }
  | { readonly release?: undefined; readonly refused: readonly Refusal[] };
