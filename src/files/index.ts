export { annotateCsv, type AnnotatedCsv } from './annotate-csv.ts';
export type { GivenHeader } from './assemble.ts';
export { checkRead, type CheckedRead } from './check-read.ts';
export type { Leftover } from './draft.ts';
export { fileRules, type FileRule } from './file-rule.ts';
export { locate } from './locate.ts';
export { defaultReadLimits, type ReadLimits } from './read-limits.ts';
export type { Origin, ReadReturns } from './read-result.ts';
export { readReturns, type ReadOptions } from './read-returns.ts';
export type { ReadSource } from './source-text.ts';
export type { CsvLayout } from './csv-table.ts';
export {
  describeCsv,
  type CsvDescription,
  type CsvwColumn,
  type CsvwMetadata,
  type TableSchema,
  type TableSchemaField,
} from './describe-csv.ts';
export { writeReturns, type WriteOptions } from './write-returns.ts';

// For the rooms of workbooks and of documents, which are not part of the public surface of `hub-and-spoke`.
export { asksFor, findingColumns, findingRows } from './annotate-csv.ts';
export { csvGrid, overLimit } from './csv-grid.ts';
export { fileFinding } from './file-rule.ts';
export { formRows, type AnswerKind, type FormRow } from './form-rows.ts';
export { columnName, type CellNote, type Grid } from './grid.ts';
export {
  isWorkbook,
  onlyFindings,
  placed,
  readLimitsOf,
  readTables,
  type NamedGrid,
} from './read-returns.ts';
export { wordsOnly } from './read-row.ts';
export { decode, gather } from './source-text.ts';
export { whatToFix } from './what-to-fix.ts';
export { entriesOf, plainText } from './entries.ts';
