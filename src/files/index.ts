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
