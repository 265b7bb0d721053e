import type { Cell, CellStyle } from 'hucre/xlsx';

/** The first row of the form below its title, from 0. */
export const firstRow = 4;
/** What each column of the form is for, from 0. */
export const columns = { id: 0, label: 1, answer: 2, guidance: 3, check: 4, base: 5 } as const;
/** How wide each column is, in characters. */
export const widths = [18, 46, 22, 54, 30, 8] as const;

/** A cell of a sheet, under its row and column. */
export type PlacedCell = readonly [place: string, cell: Partial<Cell>];

/** The place of a cell, as the spreadsheet library has it. */
export const at = (row: number, column: number): string => `${row},${column}`;

/** A cell of text. */
export const text = (value: string, style: CellStyle): Partial<Cell> => ({
  value: asWritten(value),
  type: 'string',
  style,
});

/** Workbooks write some letters as `_x0041_`: a text that has that form already is written so as to come back. */
export const asWritten = (value: string): string => value.replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_');
