import { isBlank, type Grid } from './grid.ts';
import { meaningOf } from './labels.ts';
import { answersAbove, isHeaderRow } from './wide-columns.ts';

/** One table of those that stand below each other: where what stands above it begins, its header, and its end. */
export interface Part {
  readonly above: number;
  readonly header: number;
  readonly end: number;
}

/** A row of labels further down begins another table; the same labels again, with nothing above them, go on with it. */
export function partsOf(grid: Grid, first: number): readonly Part[] {
  const same = (grid.rows[first] ?? []).join('\n');
  const headers = grid.rows.flatMap((row, index) => {
    if (index <= first || !isHeaderRow(row)) return [];
    const above = preambleOf(grid, first, index);
    const isAgain = row.join('\n') === same && grid.rows.slice(above, index).every(isBlank);
    return isAgain ? [] : [{ header: index, above }];
  });
  return [{ header: first, above: 0 }, ...headers].map((part, index, all) => ({
    ...part,
    end: all[index + 1]?.above ?? grid.rows.length,
  }));
}

/** Where what stands above a header begins: blank rows, titles, headings over columns, and labels with one answer. */
function preambleOf(grid: Grid, first: number, header: number): number {
  let above = header;
  while (above - 1 > first && isPreamble(grid, above - 1)) above -= 1;
  return above;
}

function isPreamble(grid: Grid, row: number): boolean {
  const texts = (grid.rows[row] ?? []).filter((text) => text.trim() !== '');
  const areHeadings = texts.every((text) => {
    const meaning = meaningOf(text);
    return meaning !== undefined && 'heading' in meaning;
  });
  return texts.length < 2 || areHeadings || answersAbove(grid, row, row + 1).length > 0;
}
