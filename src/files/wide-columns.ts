import { parseCell } from '../form/index.ts';
import { roleOf } from './column-roles.ts';
import { spoiltLabel } from './doubtful-labels.ts';
import type { Answer } from './draft.ts';
import { headerEntries } from './entries.ts';
import { textAt, type Grid } from './grid.ts';
import { meaningOf, meaningUnder, newUnder, type Meaning } from './labels.ts';
import { isTotal, percentageOf, totalAfter } from './total-labels.ts';

/** What the columns of a table say. */
export interface Columns {
  readonly meanings: readonly (Meaning | undefined)[];
  /** The path of each column that has one. */
  readonly paths: readonly (string | undefined)[];
}

/** What stands in a column below the header: the first text, and whether all are counts. */
export interface Below {
  readonly first: string;
  readonly areCounts: boolean;
}

/** Looks through all columns in one pass: rows may be many, columns may be many, and few of them filled. */
export function lookBelow(grid: Grid, header: number, end: number): ReadonlyMap<number, Below> {
  const columns = new Map<number, Below>();
  for (let row = header + 1; row < end; row += 1) {
    (grid.rows[row] ?? []).forEach((text, column) => {
      if (text.trim() === '') return;
      const known = columns.get(column);
      const areCounts = known?.areCounts !== false && !('unsure' in parseCell(text));
      columns.set(column, { first: known?.first ?? text, areCounts });
    });
  }
  return columns;
}

/** Reads the labels of a header, with the headings above it and the sub-headings below. */
export function columnsOf(grid: Grid, header: number, below: ReadonlyMap<number, Below>): Columns {
  const groups = groupsOver(grid, header);
  const isDoubled = isSubheader(grid, header, header + 1);
  const meanings: (Meaning | undefined)[] = [];
  const paths: (string | undefined)[] = [];
  const width = widthOf(grid, isDoubled ? [header, header + 1] : [header]);
  let left: string | undefined;
  for (let column = 0; column < width; column += 1) {
    // Behind a column of something else the heading over the columns before holds no more.
    const group = groups[column] === left ? undefined : groups[column];
    const spoilt = spoiltLabel(textAt(grid, header, column), grid.note?.(header, column));
    const label = spoilt ?? textAt(grid, header, column);
    const isPercentage =
      isDoubled && label.trim() === '' && roleOf(textAt(grid, header + 1, column)) === 'percent';
    const meaning = isPercentage
      ? percentageOfPath(paths.at(-1))
      : (meaningOfColumn(label, group, paths) ?? newCategoryAt(label, group, below.get(column)));
    meanings.push(meaning);
    paths.push(pathOf(meaning));
    if (leavesGroup(group, pathOf(meaning))) left = group;
  }
  return { meanings, paths };
}

const leavesGroup = (group: string | undefined, path: string | undefined): boolean =>
  group !== undefined && path !== undefined && !path.includes(group);

const widthOf = ({ rows }: Grid, some: readonly number[]): number =>
  Math.max(...some.map((row) => rows[row]?.length ?? 0));

/** The path of a column; of a breakdown that is there and empty, its own. */
function pathOf(meaning: Meaning | undefined): string | undefined {
  if (meaning === undefined || 'among' in meaning) return undefined;
  if ('path' in meaning) return meaning.path;
  return meaning.heading === '' ? undefined : meaning.heading;
}

const percentageOfPath = (path: string | undefined): Meaning | undefined =>
  path === undefined || path.startsWith('printed.') ? undefined : { path: `printed.percentages.${path}` };

function meaningOfColumn(
  label: string,
  group: string | undefined,
  before: readonly (string | undefined)[],
): Meaning | undefined {
  if (isTotal(label)) return totalAfter(group, before.at(-1));
  if (roleOf(label) === 'percent') return percentageOfPath(before.at(-1));
  const counted = percentageOf(label);
  if (counted === undefined) return meaningUnder(group, label);
  const of = meaningUnder(group, counted);
  return of !== undefined && 'path' in of ? percentageOfPath(of.path) : undefined;
}

/** A category that the form does not list, under the heading of its group: only where counts stand below it. */
const newCategoryAt = (
  label: string,
  group: string | undefined,
  column: Below | undefined,
): Meaning | undefined =>
  group === undefined || group === '' || column?.areCounts !== true || isTotal(label)
    ? undefined
    : newUnder(group, label);

/** Headings in the row above the header, each over the columns up to the next. */
function groupsOver(grid: Grid, header: number): readonly (string | undefined)[] {
  let group: string | undefined;
  return (grid.rows[header] ?? []).map((_, column) => {
    const text = header === 0 ? '' : textAt(grid, header - 1, column);
    const meaning = text.trim() === '' ? undefined : meaningOf(text);
    if (text.trim() !== '')
      group = meaning !== undefined && 'heading' in meaning ? meaning.heading : undefined;
    return group;
  });
}

/** Whether a row is one of labels: most of its texts are, and none of them could be an answer. */
export function isHeaderRow(row: readonly string[]): boolean {
  const texts = row.filter((text) => text.trim() !== '');
  const labels = texts.filter((text) => {
    const meaning = 'unsure' in parseCell(text) ? meaningOf(text) : undefined;
    return meaning !== undefined && !('heading' in meaning);
  });
  return labels.length >= 2 && labels.length * 2 > texts.length;
}

/** Whether the row just below a header says of each column whether it is of numbers or of percentages. */
export function isSubheader(grid: Grid, header: number, row: number): boolean {
  const texts = (grid.rows[row] ?? []).filter((text) => text.trim() !== '');
  const roles = texts.map(roleOf);
  return (
    row === header + 1 &&
    roles.includes('percent') &&
    roles.every((role) => role === 'value' || role === 'percent')
  );
}

/** What a return says of itself above its table: a label, and beside it the answer. */
export function answersAbove(
  grid: Grid,
  start: number,
  header: number,
): readonly (Answer & { readonly label: string })[] {
  const known = new Set(headerEntries.map(({ path }) => path));
  return grid.rows.slice(start, header).flatMap((texts, index) => {
    const row = start + index;
    const column = texts.findIndex((text) => text.trim() !== '');
    const value = texts.findIndex((text, index) => index > column && text.trim() !== '');
    const label = textAt(grid, row, column);
    const meaning = column < 0 || value < 0 ? undefined : meaningOf(label);
    if (meaning === undefined || !('path' in meaning) || !known.has(meaning.path)) return [];
    const note = grid.note?.(row, value);
    return [
      { label, path: meaning.path, text: textAt(grid, row, value), place: grid.place(row, value), note },
    ];
  });
}
