import type { FileCell, Finding } from '../checks/index.ts';
import type { CoreReturn, Json } from '../form/index.ts';
import type { Leftover } from './draft.ts';

/** Where a return came from. */
export interface Origin {
  readonly file?: string;
  readonly sheet?: string;
  /** The cell of each path that the file had something at; under an empty path, the first of the return. */
  readonly cells: Readonly<Record<string, FileCell>>;
}

/** What was read. Nothing of the source is lost: it is in a return, in a refused one, or kept. */
export interface ReadReturns {
  /** The returns of sound shape. They are not checked yet: see {@link checkRead}. */
  readonly returns: readonly CoreReturn[];
  /** What reading them showed, what matters most first. */
  readonly findings: readonly Finding[];
  /** Where each of the returns came from, in the same order. */
  readonly origins: readonly Origin[];
  /** What would be a return and has not the shape of one; the findings say why. */
  readonly refused: readonly Json[];
  /** What the form has no place for. */
  readonly kept: readonly Leftover[];
}
