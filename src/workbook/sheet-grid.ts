import type { Cell, CellValue, Sheet } from 'hucre/xlsx';
import { columnName, type CellNote, type Grid } from '../files/index.ts';

/** A sheet as a table of texts, with the address of every cell. */
export function sheetGrid(sheet: Sheet, file: string | undefined): Grid {
  const cellAt = (row: number, column: number): Cell | undefined => sheet.cells?.get(`${row},${column}`);
  return {
    rows: withoutEmptyEnds(
      sheet.rows.map((row, index) => row.map((value, column) => textOfCell(value, cellAt(index, column)))),
      (row, column) => noteOf(cellAt(row, column)) !== undefined,
    ),
    place: (row, column) => ({
      ...(file !== undefined && { file }),
      sheet: sheet.name,
      address: `${columnName(column)}${row + 1}`,
    }),
    note: (row, column) => noteOf(cellAt(row, column)),
  };
}

/** Sheets are as wide as their farthest cell with a border: what ends a row and is empty is no part of it. */
const withoutEmptyEnds = (
  rows: readonly (readonly string[])[],
  isNoted: (row: number, column: number) => boolean,
): readonly (readonly string[])[] =>
  rows.map((row, index) => {
    const last = row.findLastIndex((text, column) => text !== '' || isNoted(index, column));
    return row.slice(0, last + 1);
  });

function textOfCell(value: CellValue, cell: Cell | undefined): string {
  const shownValue = cell?.type === 'formula' ? (cell.formulaResult ?? value) : value;
  if (shownValue === null) return '';
  if (shownValue instanceof Date) return dayOf(shownValue);
  const isPercentage = typeof shownValue === 'number' && (cell?.style?.numFmt?.includes('%') ?? false);
  // Twelve digits: what multiplying by 100 adds behind them is not the partner’s.
  return isPercentage ? `${Number((shownValue * 100).toPrecision(12))}%` : String(shownValue);
}

/** Midnight in the sheet is midnight in UTC. */
function dayOf(date: Date): string {
  if (Number.isNaN(date.getTime())) return 'a date that is none';
  const [day = '', time = ''] = date.toISOString().split('T');
  return time.startsWith('00:00:00') ? day : `${day}T${time}`;
}

function noteOf(cell: Cell | undefined): CellNote | undefined {
  if (cell === undefined) return undefined;
  if (cell.type === 'error') return 'error';
  if (cell.type === 'formula' || cell.formula !== undefined) {
    return (cell.formulaResult ?? cell.value) === null ? 'formula without a value' : 'formula';
  }
  return cell.value instanceof Date ? 'date' : undefined;
}
