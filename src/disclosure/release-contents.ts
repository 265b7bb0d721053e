import type { Summary } from '../summary/index.ts';
import type { Ledger } from './ledger.ts';
import type { Line, Printed } from './release.ts';

/** A cell of a table: a count of people. */
export interface CellContents {
  /** The same id in two tables is the same quantity. */
  readonly id: string;
  readonly label?: string;
  readonly count: number;
  /** `if-safe` unless said. */
  readonly printed?: Printed;
  readonly weight?: number;
}

/** A total and its parts. */
export interface LineContents {
  readonly total: string;
  readonly parts: readonly string[];
  /** Whether people may be in none of the parts: how many is then one more quantity that nobody prints. */
  readonly incomplete?: boolean;
  /** `categories` unless said. */
  readonly of?: Line['of'];
}

/** A table from anywhere. */
export interface TableContents {
  readonly id: string;
  readonly title?: string;
  readonly cells: readonly CellContents[];
  readonly lines?: readonly LineContents[];
}

/**
 * A number in a sentence, a caption or a chart: what it is the sum of, or of what it is the percentage. Cells are named
 * by their ids, in a percentage also sums of other statements by theirs, figures of summaries by their labels: `Age: 12-14, direct, service 2`.
 */
export type Statement =
  | { readonly id: string; readonly count: number; readonly of: readonly string[] }
  | { readonly id: string; readonly percentage: number; readonly part: string; readonly whole: string };

/** Everything that leaves together. */
export interface ReleaseContents {
  readonly tables?: readonly TableContents[];
  /** Summaries of returns; their groupings may cut across each other. */
  readonly summaries?: readonly Summary[];
  readonly statements?: readonly Statement[];
  /** What was published before. */
  readonly earlier?: Ledger;
  /** What everybody knows already, by the ids of cells or the labels of figures: shown whatever it is. */
  readonly alreadyPublic?: readonly string[];
  /** Says that figures which differ from an earlier release correct it. */
  readonly corrects?: boolean;
}
