import type { FileCell } from '../checks/index.ts';

/** What a cell of a workbook is besides its text. */
export type CellNote = 'formula' | 'formula without a value' | 'date' | 'error';

/** A table as it arrived: texts in rows, and where each stands. */
export interface Grid {
  readonly rows: readonly (readonly string[])[];
  readonly place: (row: number, column: number) => FileCell;
  readonly note?: (row: number, column: number) => CellNote | undefined;
}

/** The text of a cell; empty where there is none. */
export const textAt = ({ rows }: Grid, row: number, column: number): string => rows[row]?.[column] ?? '';

/** Whether nothing stands in a row. */
export const isBlank = (row: readonly string[]): boolean => row.every((text) => text.trim() === '');

/**
 * The name of a column as spreadsheets write it.
 *
 * @example
 * columnName(0); // => 'A'
 * columnName(27); // => 'AB'
 */
export const columnName = (column: number): string =>
  (column < 26 ? '' : columnName(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));
