import type { Cell, CellValue, Sheet } from 'hucre/xlsx';
import { byImportance, cellInWords, type FileCell, type Finding } from '../checks/index.ts';
import {
  asksFor,
  columnName,
  csvGrid,
  decode,
  defaultReadLimits,
  findingColumns,
  isWorkbook,
  whatToFix,
} from '../files/index.ts';
import { lookInto } from './archive.ts';
import { spreadsheets } from './engine.ts';
import { graftSheet } from './graft-sheet.ts';
import { openSheets } from './open-sheets.ts';
import { quotedSheet } from './sheet-names.ts';
import { alarm, styles } from './styles.ts';

const widths = [60, 44, 34, 22, 8] as const;

/** What is known of a sheet as it is written. */
type NewSheet = Pick<
  Sheet,
  'name' | 'rows' | 'cells' | 'columns' | 'rowDefs' | 'merges' | 'freezePane' | 'pageSetup'
>;

/**
 * Puts findings into a copy of the workbook or CSV they were found in: a first sheet with what to fix, what
 * matters most first, each with a link to its cell. The values of the partner stay as they were. A CSV becomes a
 * workbook with the lines of the CSV as its second sheet, and an OpenDocument sheet one of values.
 *
 * @throws Error when the spreadsheet library is not installed
 * @throws RangeError when the bytes are no workbook that can be opened: there is nothing to copy
 * @example
 * const csv = 'service,quarter,spokes.headcount\n2,2015-Q1,two';
 * const { findings } = await readReturns(csv, { file: 'spring.csv' });
 * const copy = await annotateWorkbook(csv, findings);
 * (await readReturns(copy)).findings.map(({ rule, cells }) => [rule, cells?.[0]?.address]); // => [['F301', 'C2'], ['F401', undefined]]
 */
export async function annotateWorkbook(
  source: string | Uint8Array,
  findings: readonly Finding[],
): Promise<Uint8Array> {
  if (!isWorkbook(source)) return fromCsv(decode(source).text, findings);
  const archive = lookInto(source, defaultReadLimits);
  if ('finding' in archive) throw new RangeError(`annotateWorkbook: ${archive.finding.message}`);
  if (!archive.names.has('xl/workbook.xml')) return fromSheets(source, findings);
  const { writeXlsx } = await spreadsheets();
  const named = [...new Set(findings.flatMap(({ cells = [] }) => cells.flatMap(({ sheet = [] }) => sheet)))];
  const sheets = [toFixSheet(findings, (cell) => linkTo(cell, named))];
  const grafted = graftSheet(
    source,
    await writeXlsx({ sheets, stringMode: 'inline' }),
    await nameFor(source),
  );
  // A workbook that is built in a way of its own goes back as its values.
  return grafted ?? fromSheets(source, findings);
}

/** What the sheet is called: a partner may have a sheet of that name already, which stays as it is. */
async function nameFor(source: Uint8Array): Promise<string> {
  const { names } = await openSheets(source, {});
  // Sheets of this library’s own are not among them.
  const taken = new Set(names.map((each) => each.toLowerCase()));
  let name = whatToFix;
  for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${whatToFix} (${count})`;
  return name;
}

const linkTo = ({ sheet, address = 'A1' }: FileCell, sheets: readonly string[]): string | undefined =>
  sheet === undefined || !sheets.includes(sheet) ? undefined : `${quotedSheet(sheet)}!${address}`;

/** A CSV becomes a sheet of texts, those that are asked about marked; a finding at a line leads to the row of that line. */
async function fromCsv(text: string, findings: readonly Finding[]): Promise<Uint8Array> {
  const { grid } = csvGrid(text, undefined, defaultReadLimits);
  const rows = (grid?.rows ?? []).map((row) => [...row]);
  const rowOf = new Map(rows.map((_, index) => [grid?.place(index, 0).line ?? 0, index + 1]));
  const addressOf = ({ line = 1, column = 1 }: FileCell): string =>
    `${columnName(column - 1)}${rowOf.get(line) ?? 1}`;
  const moved = findings.map((finding) => ({
    ...finding,
    ...(finding.cells && {
      cells: finding.cells.map((cell) =>
        cell.line === undefined ? cell : { sheet: 'CSV', address: addressOf(cell) },
      ),
    }),
  }));
  const marked = new Map(
    findings.flatMap(({ severity, cells = [] }) =>
      severity === 'advice'
        ? []
        : cells.map(({ line = 0, column = 1 }) => markedCell(rows, (rowOf.get(line) ?? 0) - 1, column - 1)),
    ),
  );
  const { writeXlsx } = await spreadsheets();
  return writeXlsx({ sheets: [toFixSheet(moved, (cell) => linkTo(cell, ['CSV'])), csvSheet(rows, marked)] });
}

/** The texts of a CSV on a sheet: each wrapped in its column, as high as it needs, and printed on the width of a page. */
function csvSheet(rows: string[][], marked: ReadonlyMap<string, Cell>): NewSheet {
  const widths = widthsOf(rows);
  const cells = rows.flatMap((row, index) =>
    row.flatMap((text, column) =>
      text === '' ? [] : [[`${index},${column}`, textCell(text, styles.label)] as const],
    ),
  );
  const linesIn = (text: string, column: number): number =>
    text
      .split(/\r\n|\r|\n/u)
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / (widths[column] ?? 8))), 0);
  const heights = rows.map((row, index) => {
    const lines = row.reduce((most, text, column) => Math.max(most, linesIn(text, column)), 1);
    return [index, { height: 3 + 13 * Math.min(lines, 12) }] as const;
  });
  return {
    name: 'CSV',
    rows,
    cells: new Map([...cells, ...marked]),
    columns: widths.map((width) => ({ width })),
    rowDefs: new Map(heights),
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}

const markedCell = (rows: readonly (readonly string[])[], row: number, column: number) =>
  [
    `${row},${column}`,
    textCell(rows[row]?.[column] ?? '', {
      ...styles.label,
      ...alarm,
      font: { ...styles.label.font, ...alarm.font },
    }),
  ] as const;

/** As wide as the longest text of each column, within what can be read. */
function widthsOf(rows: readonly (readonly string[])[]): readonly number[] {
  const widest: number[] = [];
  for (const row of rows)
    row.forEach((text, column) => (widest[column] = Math.max(widest[column] ?? 8, text.length + 2)));
  return widest.map((width) => Math.min(width, 44));
}

/** The sheets of another kind of workbook become sheets of their values. */
async function fromSheets(bytes: Uint8Array, findings: readonly Finding[]): Promise<Uint8Array> {
  const { tables } = await openSheets(bytes, {});
  const { writeXlsx } = await spreadsheets();
  const sheets = tables.map(({ grid, sheet = 'Sheet' }) => ({
    name: sheet,
    rows: grid.rows.map((row) => [...row]),
  }));
  const names = sheets.map(({ name }) => name);
  return writeXlsx({ sheets: [toFixSheet(findings, (cell) => linkTo(cell, names)), ...sheets] });
}

/** Where a link to a cell leads; nowhere when there is no such cell. */
type Link = (cell: FileCell) => string | undefined;

const lead =
  'Most important first. Click a place to go to it, correct it there, and send the file again: this sheet is passed over when it is read.';
const headRow = 3;

/** The sheet with the findings: message first, and a link to the first cell of each; what asks for nothing last. */
function toFixSheet(findings: readonly Finding[], link: Link): NewSheet {
  const ordered = [...findings].sort(byImportance);
  const lines = [
    [textCell(whatToFix, styles.title)],
    [textCell(ordered.length === 0 ? 'There is nothing to fix.' : lead, styles.lead)],
    [],
    findingColumns.map((title) => textCell(title, styles.head)),
    ...ordered.map((finding) => lineOf(finding, link)),
  ];
  const cells = new Map(
    lines.flatMap((line, row) => line.map((cell, column) => [`${row},${column}`, cell] as const)),
  );
  const rows = lines.map((line): CellValue[] =>
    findingColumns.map((_, column) => line[column]?.value ?? null),
  );
  const heights = ordered.map(
    ({ message, remedy }, index) => [headRow + 1 + index, { height: heightOf(message, remedy) }] as const,
  );
  return {
    name: whatToFix,
    rows,
    cells,
    columns: widths.map((width) => ({ width })),
    merges: [0, 1].map((row) => ({ startRow: row, startCol: 0, endRow: row, endCol: widths.length - 1 })),
    rowDefs: new Map(heights),
    freezePane: { rows: headRow + 1 },
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}

const heightOf = (message: string, remedy: string): number =>
  6 + 13 * Math.min(12, Math.max(Math.ceil(message.length / 56), Math.ceil(remedy.length / 42), 1));

const textCell = (value: string, style: NonNullable<Cell['style']>): Cell => ({
  value,
  type: 'string',
  style,
});

function lineOf(finding: Finding, link: Link): readonly Cell[] {
  const { message, remedy, cells = [], severity, rule } = finding;
  const [first] = cells;
  const target = first === undefined ? undefined : link(first);
  const where = textCell(placesOf(cells), target === undefined ? styles.label : styles.link);
  return [
    textCell(message, severity === 'error' ? styles.heading : styles.label),
    textCell(remedy, styles.label),
    target === undefined ? where : { ...where, hyperlink: { target: '', location: target } },
    textCell(asksFor[severity], styles.label),
    textCell(rule, styles.guidance),
  ];
}

/** The first cell of a finding, and how many more there are. */
function placesOf([first, ...others]: readonly FileCell[]): string {
  if (first === undefined) return '';
  const { sheet, address, line, column } = first;
  const place = cellInWords({
    ...(sheet !== undefined && { sheet }),
    ...(address !== undefined && { address }),
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
  });
  return others.length === 0 ? place : `${place} and ${others.length} more`;
}
