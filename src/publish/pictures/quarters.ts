import { type Quarter } from '../../vocabulary/index.ts';

/** What keeps the place of a line. */
const blank = '\u{a0}';
/** How wide a year is written. */
const yearWidth = 36;

/**
 * What stands at each of some quarters in a row: the year where it begins, as long as it does not run into the one
 * before, and quarters by number as long as there is place for them.
 *
 * @param width of a column, in pixels
 */
export function quarterHeads(
  quarters: readonly Quarter[],
  width: number,
): ReadonlyMap<Quarter, { readonly year: string; readonly number: string }> {
  let free = 0;
  return new Map(
    quarters.map((quarter, column) => {
      const [year = '', number = ''] = quarter.split('-');
      // The first year begins before the picture, and gives way to the next.
      const place = number === 'Q1' ? yearWidth : (5 - Number(number.slice(1))) * width;
      const isHead = (column === 0 || number === 'Q1') && place >= yearWidth && column * width >= free;
      if (isHead) free = column * width + yearWidth;
      return [quarter, { year: isHead ? year : blank, number: width < 22 ? blank : number }];
    }),
  );
}
