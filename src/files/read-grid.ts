import { parseCell } from '../form/index.ts';
import { hasRowPerAnswer } from './column-roles.ts';
import type { TableContent } from './draft.ts';
import { fileFinding } from './file-rule.ts';
import { isBlank, type Grid } from './grid.ts';
import { meaningOf } from './labels.ts';
import { breakdownOf } from './written-paths.ts';
import { readRows } from './row-table.ts';
import { isHeaderRow } from './wide-columns.ts';
import { readWide } from './wide-table.ts';

/** How far down and to the right a table may begin. */
const search = { rows: 60, columns: 30, down: 3000 } as const;

/** Reads a table whose layout is not known: a row a return, or a row an answer; or several side by side. */
export function readGrid(grid: Grid): TableContent {
  const blocks = blocksOf(grid);
  if (blocks.length > 1) {
    const read = blocks.map(readGrid);
    return {
      drafts: read.flatMap(({ drafts }) => drafts),
      leftovers: read.flatMap(({ leftovers }) => leftovers),
      findings: read.flatMap(({ findings }) => findings),
    };
  }
  const isRows = hasRowPerAnswer(grid);
  if (!isRows && isCrossed(grid)) return crossed(grid);
  const header = isRows ? -1 : headerOf(grid);
  if (header >= 0) return readWide(grid, header);
  const content = readRows(grid);
  return content.drafts.length === 0 ? nothingOfOurs(grid) : content;
}

/** The row that names the columns of a table with a row a return; -1 when there is none. */
function headerOf(grid: Grid): number {
  const named = grid.rows
    .slice(0, search.rows)
    .findIndex((row, index) => isHeaderRow(row) && hasAnswersBelow(grid, index));
  if (named >= 0) return named;
  const rows = grid.rows.slice(0, search.rows).map((row) => keysIn(row).size);
  const across = rows.reduce((most, count) => Math.max(most, count), 0);
  const down = labelColumns(grid).reduce((most, { size }) => Math.max(most, size), 0);
  return across >= 2 && across >= down ? rows.indexOf(across) : -1;
}

/** Whether most of what stands just below the labels of a row could be their answers. */
function hasAnswersBelow(grid: Grid, header: number): boolean {
  const below = grid.rows.slice(header + 1, header + 4).find((row) => !isBlank(row)) ?? [];
  const labelled = (grid.rows[header] ?? []).flatMap((text, column) =>
    keysIn([text]).size > 0 && (below[column] ?? '').trim() !== '' ? [below[column] ?? ''] : [],
  );
  const answers = labelled.filter((text) => 'cell' in parseCell(text, { decimal: true }));
  return answers.length > 0 && answers.length * 2 >= labelled.length;
}

/** What each of the first columns names, further down. */
function labelColumns(grid: Grid): readonly ReadonlySet<string>[] {
  const widest = grid.rows.reduce((most, row) => Math.max(most, row.length), 0);
  return Array.from({ length: Math.min(search.columns, widest) }, (_, column) =>
    keysIn(grid.rows.slice(0, search.down).map((row) => row[column] ?? '')),
  );
}

/** How many different things of the form some texts name. */
const keysIn = (texts: readonly string[]): ReadonlySet<string> =>
  new Set(texts.flatMap((text) => (text.trim() === '' ? [] : labelKey(text))));

function labelKey(text: string): readonly string[] {
  const meaning = meaningOf(text);
  if (meaning === undefined || 'heading' in meaning) return [];
  return [('path' in meaning ? [meaning.path] : meaning.among).join()];
}

/** Whether one breakdown stands along a row and another down a column: each number is of both. */
function isCrossed(grid: Grid): boolean {
  const breakdowns = (texts: readonly string[]): readonly string[] => {
    const counts = new Map<string, number>();
    for (const key of keysIn(texts)) {
      const id = key.includes(',') ? undefined : breakdownOf(key);
      if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    return [...counts].flatMap(([id, count]) => (count > 1 ? [id] : []));
  };
  const along = new Set(grid.rows.slice(0, search.rows).flatMap((row) => breakdowns(row)));
  if (along.size !== 1) return false;
  const [only] = along;
  const widest = grid.rows.reduce((most, row) => Math.max(most, row.length), 0);
  const down = Array.from({ length: Math.min(3, widest) }, (_, column) =>
    breakdowns(grid.rows.slice(0, search.down).map((row) => row[column] ?? '')),
  );
  return down.some((ids) => ids.some((id) => id !== only));
}

function crossed(grid: Grid): TableContent {
  const { leftovers } = nothingOfOurs(grid);
  const message =
    'One breakdown stands along a row and another down a column: the form asks each by itself. Nothing was read.';
  const cells = leftovers.slice(0, 1).map(({ cell }) => cell);
  return {
    drafts: [],
    leftovers,
    findings: [fileFinding('F205', { message, expected: 'a table of one breakdown', cells })],
  };
}

/** Tables that stand side by side: where a column names again what one before it named. */
function blocksOf(grid: Grid): readonly Grid[] {
  const columns = labelColumns(grid);
  const first = columns.findIndex(({ size }) => size >= 2);
  const isAnswered = (row: readonly string[], column: number): boolean =>
    keysIn([row[column] ?? '']).size > 0 &&
    row.slice(column + 1, column + 4).some((text) => text.trim() !== '');
  const again = (column: number): boolean => {
    const shared = [...(columns[column] ?? [])].filter((key) => columns[first]?.has(key));
    return (
      shared.length >= 2 &&
      column > first + 1 &&
      grid.rows.filter((row) => isAnswered(row, column)).length >= 2
    );
  };
  const starts =
    first < 0 || hasRowPerAnswer(grid) ? [] : columns.flatMap((_, column) => (again(column) ? [column] : []));
  if (starts.length === 0) return [grid];
  return [0, ...starts].map((start, index, all) => columnsFrom(grid, start, all[index + 1]));
}

const columnsFrom = (grid: Grid, start: number, end: number | undefined): Grid => ({
  rows: grid.rows.map((row) => row.slice(start, end)),
  place: (row, column) => grid.place(row, column + start),
  ...(grid.note && { note: (row: number, column: number) => grid.note?.(row, column + start) }),
});

/** Of a table that has nothing of the form, no more cells than these are kept; the finding says how many there are. */
const mostKept = 10_000;

function nothingOfOurs(grid: Grid): TableContent {
  const leftovers = grid.rows.flatMap((row, index) =>
    row.flatMap((text, column) =>
      text.trim() === '' ? [] : [{ label: '', text, cell: grid.place(index, column) }],
    ),
  );
  const message = grid.rows.every(isBlank)
    ? 'The table is empty.'
    : `No row and no column has a label of the form beside an answer; nothing was read of ${leftovers.length} cells.`;
  const [first] = leftovers;
  const findings = [fileFinding('F201', { message, ...(first && { cells: [first.cell] }) })];
  return { drafts: [], leftovers: leftovers.slice(0, mostKept), findings };
}
