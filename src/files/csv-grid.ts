import Papa from 'papaparse';
import type { FileCell, Finding } from '../checks/index.ts';
import { fileFinding } from './file-rule.ts';
import type { Grid } from './grid.ts';
import { meaningOf } from './labels.ts';
import { whatToFix } from './what-to-fix.ts';
import type { ReadLimits } from './read-limits.ts';

/** A CSV as a table, with what was found on the way. */
export interface CsvGrid {
  readonly grid?: Grid;
  readonly delimiter: string;
  readonly findings: readonly Finding[];
}

const delimiters = [',', ';', '\t', '|'] as const;
const delimiterNames: Readonly<Record<string, string>> = {
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'vertical lines',
};
/** How much of a text is looked at to see what divides its columns. */
const headCharacters = 20_000;

/** Line ends that are mixed, as in files put together, are made one; within quotation marks they stay. */
const oneLineEnd = (text: string): string =>
  text.includes('\r')
    ? text.replace(/"[^"]*"|\r\n?/gu, (part) => (part.startsWith('"') ? part : '\n'))
    : text;

/** The rows of a CSV, as they stand. */
export function parseCsv(text: string, delimiter: string, preview = 0): Papa.ParseResult<string[]> {
  return Papa.parse<string[]>(oneLineEnd(text), { delimiter, newline: '\n', preview, skipEmptyLines: false });
}

/**
 * What divides the columns: whatever makes the most of its cells labels of the form. `otherwise` when nothing makes
 * any of them one.
 */
export function delimiterOf<Otherwise>(text: string, otherwise: Otherwise): string | Otherwise {
  const head = text.slice(0, headCharacters);
  const scores = delimiters.map((delimiter) => {
    const cells = parseCsv(head, delimiter, 60).data.flatMap((row) => row.slice(0, 400));
    return {
      delimiter,
      score: new Set(cells.filter((cell) => meaningOf(unescaped(cell)) !== undefined)).size,
    };
  });
  const best = scores.reduce((most, each) => (each.score > most.score ? each : most));
  return best.score === 0 ? otherwise : best.delimiter;
}

const escaped = /^'+[=+\-@\t\r]/u;

/** A text without the apostrophe that kept a spreadsheet from reading it as a formula. */
export const unescaped = (text: string): string => (escaped.test(text) ? text.slice(1) : text);

/** Reads a CSV as a table. */
export function csvGrid(text: string, file: string | undefined, limits: ReadLimits): CsvGrid {
  const delimiter = delimiterOf(text, ',');
  const parsed = parseCsv(text, delimiter, limits.rows + 2);
  // What ends the text is the end of its last row, not a row of its own.
  const rows = withoutNotes(parsed.data.at(-1)?.join('') === '' ? parsed.data.slice(0, -1) : parsed.data);
  const over = overLimit(rows, limits);
  if (over !== undefined) return { delimiter, findings: [over] };
  const lines = firstLines(rows);
  const place = (row: number, column: number): FileCell => ({
    ...(file !== undefined && { file }),
    line: lines[row] ?? row + 1,
    column: column + 1,
  });
  const grid = { rows: rows.map((row) => row.map(unescaped)), place };
  return { grid, delimiter, findings: [...said(delimiter), ...damage(parsed.errors, grid)] };
}

/** A table without the last column that an annotated copy has. */
function withoutNotes(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const last = (rows[0]?.length ?? 0) - 1;
  const head = rows[0]?.[last] ?? '';
  const isOurs = head === whatToFix || head.startsWith(`${whatToFix}: `);
  return isOurs ? rows.map((row) => row.slice(0, last)) : rows;
}

const said = (delimiter: string): readonly Finding[] =>
  delimiter === ','
    ? []
    : [
        fileFinding('F105', {
          message: `The columns are divided by ${delimiterNames[delimiter] ?? delimiter}.`,
        }),
      ];

/** A table that is larger than is read. */
export function overLimit(rows: readonly (readonly string[])[], limits: ReadLimits): Finding | undefined {
  const found = exceeded(rows, limits);
  return found === undefined
    ? undefined
    : fileFinding('F102', {
        message: `The table has ${found}; it was not read.`,
        expected: 'a table within the limits',
      });
}

function exceeded(rows: readonly (readonly string[])[], limits: ReadLimits): string | undefined {
  if (rows.length > limits.rows) return `more than ${limits.rows} rows`;
  let cells = 0;
  for (const row of rows) {
    cells += row.length;
    if (row.length > limits.columns) return `${row.length} columns, more than ${limits.columns}`;
    if (cells > limits.cells) return `more than ${limits.cells} cells`;
    if (row.some((text) => text.length > limits.cellCharacters))
      return `a cell of more than ${limits.cellCharacters} characters`;
  }
  return undefined;
}

/** The line on which each row begins: a cell may hold line breaks. */
export function firstLines(rows: readonly (readonly string[])[]): readonly number[] {
  let line = 1;
  return rows.map((row) => {
    const first = line;
    for (const text of row) if (/[\r\n]/u.test(text)) line += text.match(/\r\n|\r|\n/gu)?.length ?? 0;
    line += 1;
    return first;
  });
}

function damage(errors: readonly Papa.ParseError[], grid: Grid): readonly Finding[] {
  const quotes = errors
    .filter(({ type }) => type === 'Quotes')
    .slice(0, 100)
    .map(({ row = 0, message }) =>
      fileFinding('F106', { message: `${message}.`, cells: [grid.place(row, 0)] }),
    );
  const zeros = grid.rows.flatMap((row, index) =>
    row.flatMap((text, column) => (text.includes('\0') ? [grid.place(index, column)] : [])),
  );
  return zeros.length === 0
    ? quotes
    : [
        ...quotes,
        fileFinding('F106', { message: 'There are zero bytes in the text.', cells: zeros.slice(0, 20) }),
      ];
}
