import type { Finding } from '../checks/index.ts';
import { hasRowPerAnswer } from './column-roles.ts';
import type { TableContent } from './draft.ts';
import { fileFinding } from './file-rule.ts';
import { isBlank, type Grid } from './grid.ts';
import { meaningOf } from './labels.ts';
import { readRows } from './row-table.ts';
import { readWide } from './wide-table.ts';

/** How far down and to the right a table may begin. */
const search = { rows: 60, columns: 30 } as const;

/** Reads a table whose layout is not known: a row a return, or a row an answer. */
export function readGrid(grid: Grid): TableContent {
  const rows = grid.rows.slice(0, search.rows).map(labelsIn);
  const widest = grid.rows.reduce((most, row) => Math.max(most, row.length), 0);
  const width = Math.min(search.columns, widest);
  const columns = Array.from({ length: width }, (_, column) =>
    labelsIn(grid.rows.slice(0, 3000).map((row) => row[column] ?? '')),
  );
  const [across, down] = [Math.max(0, ...rows), Math.max(0, ...columns)];
  if (across >= 2 && across >= down && !hasRowPerAnswer(grid)) return readWide(grid, rows.indexOf(across));
  const content = readRows(grid);
  return content.drafts.length === 0 ? nothingOfOurs(grid) : content;
}

/** How many different things of the form some texts name. */
const labelsIn = (texts: readonly string[]): number =>
  new Set(texts.flatMap((text) => (text.trim() === '' ? [] : labelKey(text)))).size;

function labelKey(text: string): readonly string[] {
  const meaning = meaningOf(text);
  if (meaning === undefined || 'heading' in meaning) return [];
  return [('path' in meaning ? [meaning.path] : meaning.among).join()];
}

/** Of a table that has nothing of the form, no more cells than these are kept; the finding says how many there are. */
const mostKept = 10_000;

function nothingOfOurs(grid: Grid): TableContent {
  const leftovers = grid.rows.flatMap((row, index) =>
    row.flatMap((text, column) =>
      text.trim() === '' ? [] : [{ label: '', text, cell: grid.place(index, column) }],
    ),
  );
  const isEmpty = grid.rows.every(isBlank);
  const message = isEmpty
    ? 'The table is empty.'
    : `No row and no column has a label of the form beside an answer; nothing was read of ${leftovers.length} cells.`;
  const findings: readonly Finding[] = [
    fileFinding('F201', { message, ...(leftovers[0] && { cells: [leftovers[0].cell] }) }),
  ];
  return { drafts: [], leftovers: leftovers.slice(0, mostKept), findings };
}
