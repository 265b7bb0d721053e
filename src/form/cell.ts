import { between, boundsInWords, exactly, highOf, type Bounds } from '../figures/index.ts';
import {
  labelOf,
  missingReason,
  notApplicableReason,
  type MissingReason,
  type NotApplicableReason,
} from '../vocabulary/index.ts';

/** At least so many: the count is incomplete. */
export interface AtLeast {
  readonly atLeast: number;
}

/** The service does not have the figure, with why. */
export interface Unknown {
  readonly unknown: MissingReason;
}

/** The question does not apply, with why. Counts as nothing, and is not missing. */
export interface NotApplicable {
  readonly notApplicable: NotApplicableReason;
}

/** A publisher hides the figure, and says between which numbers it lies. */
export interface Withheld {
  readonly withheld: readonly [low: number, high: number];
}

/**
 * What a count of the form can say. A number is exact, and 0 is a confirmed zero. A cell that was not
 * returned is not one of these: its key is absent. All of them are plain JSON.
 */
export type Cell = number | AtLeast | Unknown | NotApplicable | Withheld;

/**
 * An incomplete count.
 *
 * @example
 * atLeast(113); // => { atLeast: 113 }
 */
export const atLeast = (count: number): AtLeast => ({ atLeast: count });

/**
 * A count that is not known.
 *
 * @example
 * unknown('not-provided'); // => { unknown: 'not-provided' }
 */
export const unknown = (reason: MissingReason): Unknown => ({ unknown: reason });

/**
 * A count that does not apply.
 *
 * @example
 * notApplicable('no-direct-work'); // => { notApplicable: 'no-direct-work' }
 */
export const notApplicable = (reason: NotApplicableReason): NotApplicable => ({ notApplicable: reason });

/**
 * A count that a publisher withheld.
 *
 * @throws RangeError when the ends are the wrong way round
 * @example
 * withheld(1, 5); // => { withheld: [1, 5] }
 */
export function withheld(low: number, high: number): Withheld {
  if (!(low >= 0 && low <= high)) throw new RangeError(`withheld: ${low} to ${high} is no range of counts`);
  return { withheld: [low, high] };
}

/** Whether a cell is an exact count. */
export const isExactCell = (cell: Cell | undefined): cell is number => typeof cell === 'number';
/** Whether a cell is an incomplete count. */
export const isAtLeast = (cell: Cell | undefined): cell is AtLeast => isState(cell, 'atLeast');
/** Whether a cell says that its count is not known. */
export const isUnknown = (cell: Cell | undefined): cell is Unknown => isState(cell, 'unknown');
/** Whether a cell says that it does not apply. */
export const isNotApplicable = (cell: Cell | undefined): cell is NotApplicable =>
  isState(cell, 'notApplicable');
/** Whether a cell says that a publisher withheld its count. */
export const isWithheld = (cell: Cell | undefined): cell is Withheld => isState(cell, 'withheld');

function isState(cell: Cell | undefined, state: string): boolean {
  return typeof cell === 'object' && Object.hasOwn(cell, state);
}

/**
 * What is known of the count behind a cell. A cell that does not apply counts as nothing.
 *
 * @example
 * cellBounds(12); // => { low: 12, high: 12 }
 * cellBounds({ atLeast: 113 }); // => { low: 113 }
 * cellBounds({ unknown: 'deferred' }); // => { low: 0 }
 * cellBounds({ notApplicable: 'no-direct-work' }); // => { low: 0, high: 0 }
 * cellBounds({ withheld: [1, 5] }); // => { low: 1, high: 5 }
 */
export function cellBounds(cell: Cell): Bounds {
  if (typeof cell === 'number') return exactly(cell);
  if ('atLeast' in cell) return { low: cell.atLeast };
  if ('withheld' in cell) return between(cell.withheld[0], cell.withheld[1]);
  return 'unknown' in cell ? { low: 0 } : exactly(0);
}

/** What the counts of a breakdown add up to. Every return is summed more than twenty times: nothing is made on the way. */
export function sumOfCounts(counts: Readonly<Record<string, Cell | undefined>>): Bounds {
  let low = 0;
  let high = 0;
  for (const code in counts) {
    const cell = counts[code];
    if (cell === undefined) continue;
    const isExact = typeof cell === 'number';
    low += isExact ? cell : cellBounds(cell).low;
    high += isExact ? cell : highOf(cellBounds(cell));
  }
  return between(low, high);
}

/**
 * A cell as people write it. A cell that was not returned reads "not returned".
 *
 * @example
 * formatCell({ atLeast: 113 }); // => 'at least 113'
 * formatCell({ unknown: 'not-known' }); // => 'not known'
 * formatCell({ withheld: [1, 5] }); // => 'withheld (1 to 5)'
 * formatCell(undefined); // => 'not returned'
 */
export function formatCell(cell: Cell | undefined): string {
  if (cell === undefined) return 'not returned';
  if (isUnknown(cell)) return labelOf(missingReason, cell.unknown).toLowerCase();
  if (isNotApplicable(cell)) {
    const reason = labelOf(notApplicableReason, cell.notApplicable).toLowerCase();
    return reason === 'not applicable' ? reason : `not applicable (${reason})`;
  }
  if (isWithheld(cell)) return `withheld (${cell.withheld[0]} to ${cell.withheld[1]})`;
  return isAtLeast(cell) ? `at least ${boundsInWords(exactly(cell.atLeast))}` : boundsInWords(exactly(cell));
}
