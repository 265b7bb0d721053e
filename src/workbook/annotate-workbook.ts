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
import { styles } from './styles.ts';

const widths = [60, 44, 34, 22, 8] as const;

/** What is known of a sheet as it is written. */
type NewSheet = Pick<Sheet, 'name' | 'rows' | 'cells' | 'columns' | 'rowDefs' | 'freezePane' | 'pageSetup'>;

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
  const grafted = graftSheet(source, await writeXlsx({ sheets, stringMode: 'inline' }), whatToFix);
  if (grafted === undefined)
    throw new RangeError('annotateWorkbook: the workbook is not built as workbooks are');
  return grafted;
}

const linkTo = ({ sheet, address = 'A1' }: FileCell, sheets: readonly string[]): string | undefined =>
  sheet === undefined || !sheets.includes(sheet) ? undefined : `${quotedSheet(sheet)}!${address}`;

/** A CSV becomes a sheet of texts; a finding at a line leads to the row of that line. */
async function fromCsv(text: string, findings: readonly Finding[]): Promise<Uint8Array> {
  const { grid } = csvGrid(text, undefined, defaultReadLimits);
  const rows = (grid?.rows ?? []).map((row) => [...row]);
  const rowOf = new Map(rows.map((_, index) => [grid?.place(index, 0).line ?? 0, index + 1]));
  const { writeXlsx } = await spreadsheets();
  const link = ({ line = 1, column = 1 }: FileCell): string =>
    `CSV!${columnName(column - 1)}${rowOf.get(line) ?? 1}`;
  return writeXlsx({ sheets: [toFixSheet(findings, link), { name: 'CSV', rows }] });
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

/** The sheet with the findings: message first, and a link to the first cell of each. */
function toFixSheet(findings: readonly Finding[], link: Link): NewSheet {
  const ordered = [...findings].sort(byImportance);
  const cells = new Map<string, Cell>();
  findingColumns.forEach((title, column) => cells.set(`0,${column}`, textCell(title, styles.head)));
  ordered.forEach((finding, index) => {
    lineOf(finding, link).forEach((cell, column) => cells.set(`${index + 1},${column}`, cell));
  });
  const rows = Array.from({ length: ordered.length + 1 }, (_, row): CellValue[] =>
    findingColumns.map((__, column) => cells.get(`${row},${column}`)?.value ?? null),
  );
  return {
    name: whatToFix,
    rows,
    cells,
    columns: widths.map((width) => ({ width })),
    rowDefs: new Map(
      ordered.map(({ message, remedy }, index) => [index + 1, { height: heightOf(message, remedy) }]),
    ),
    freezePane: { rows: 1 },
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}

const heightOf = (message: string, remedy: string): number =>
  4 + 13 * Math.min(12, Math.max(Math.ceil(message.length / 62), Math.ceil(remedy.length / 44), 1));

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
