import type { FileCell, Finding } from '../checks/index.ts';
import type { CellNote } from './grid.ts';

/** One answer as it stands in a table. */
export interface Answer {
  readonly path: string;
  readonly text: string;
  readonly place: FileCell;
  readonly note?: CellNote | undefined;
}

/** Something that a table holds and the form has no place for. It is kept, and not part of a return. */
export interface Leftover {
  /** The label of its row or column; empty for a line of text alone. */
  readonly label: string;
  readonly text: string;
  readonly cell: FileCell;
}

/** A return as it stands in a table, before any answer is read. */
export interface Draft {
  readonly answers: readonly Answer[];
}

/** What a table holds. */
export interface TableContent {
  readonly drafts: readonly Draft[];
  readonly leftovers: readonly Leftover[];
  readonly findings: readonly Finding[];
}

/** A draft of a return while its table is being read. */
export interface OpenDraft {
  readonly answers: Answer[];
}

/** Whether two entries say the same thing of a return: `period` and `period.from` do. */
export const saysSame = (one: string, other: string): boolean =>
  one.startsWith(other) || other.startsWith(one);

/** Answers, with those others that say something that they do not. */
export const supplemented = (answers: readonly Answer[], others: readonly Answer[]): readonly Answer[] => [
  ...answers,
  ...others.filter(({ path }) => !answers.some((answer) => saysSame(answer.path, path))),
];
