/**
 * Workbooks: the form as a spreadsheet, and whatever spreadsheets partners send. Needs the optional peer
 * `hucre`.
 *
 * @packageDocumentation
 */
export { annotateWorkbook } from './annotate-workbook.ts';
export { readReturns } from './read-workbook.ts';
export { writeWorkbook } from './write-workbook.ts';
export type { ReadOptions, ReadReturns, ReadSource } from '../files/index.ts';
