import { type Bounds } from '../figures/index.ts';
import { cellBounds, isNotApplicable, isUnknown, isWithheld, type Cell } from '../form/index.ts';

/** What one cell of a return brings to a total. */
export interface Entry extends Bounds {
  /** What the cell says: a number, complete or not; that it is not known; that it does not apply; that it is withheld. */
  readonly says: 'number' | 'unknown' | 'not-applicable' | 'withheld';
}

/** The entries of small counts, which are most of them: each is made once. */
const small: Entry[] = [];
const mostSmall = 1024;

const isSmall = (count: number): boolean =>
  count >= 0 && count < mostSmall && Number.isInteger(count) && !Object.is(count, -0);

const exactEntry = (count: number): Entry =>
  isSmall(count)
    ? (small[count] ??= Object.freeze({ low: count, high: count, says: 'number' }))
    : { low: count, high: count, says: 'number' };

/** What a cell brings to a total by itself. */
export const entryOf = (cell: Cell): Entry =>
  typeof cell === 'number' ? exactEntry(cell) : entryWith(cellBounds(cell), saysOf(cell));

/** Bounds with what they say. Written out, because engines take long to spread. */
export const entryWith = ({ low, high }: Bounds, says: Entry['says']): Entry =>
  high === undefined
    ? { low, says }
    : low === high && says === 'number'
      ? exactEntry(low)
      : { low, high, says };

/** What a cell says. */
export function saysOf(cell: Cell): Entry['says'] {
  if (isUnknown(cell)) return 'unknown';
  if (isNotApplicable(cell)) return 'not-applicable';
  return isWithheld(cell) ? 'withheld' : 'number';
}

/**
 * The derived path that says how many of a breakdown’s base no category accounts for. No category can have
 * it: a category stands behind a dot.
 */
export const notStatedPath = (breakdown: string): string => `${breakdown}/not-stated`;

/** Whether a path says how many no category accounts for. */
export const isNotStated = (path: string): boolean => path.endsWith('/not-stated');
