/**
 * Typed returns, checks and honest totals for specialist services on the Hub and Spoke model.
 *
 * @packageDocumentation
 */
export * from './vocabulary/index.ts';
export * from './figures/index.ts';
export * from './programme/index.ts';
export * from './form/index.ts';
export {
  byImportance,
  cellInWords,
  checkCollection,
  checkRegister,
  checkReturn,
  collectionRules,
  explain,
  localise,
  registerRules,
  returnRule,
  rules,
  shapeRules,
  shown,
  type Break,
  type Cause,
  type CheckContext,
  type CheckedCollection,
  type CheckedRegister,
  type CheckedReturn,
  type Collected,
  type Collection,
  type CollectionBreak,
  type CollectionContext,
  type CollectionRule,
  type FileCell,
  type Finding,
  type NotRun,
  type ReferenceRate,
  type Rule,
  type RuleDeclaration,
  type RuleExample,
  type RuleField,
  type RuleFieldValue,
  type RuleView,
  type ServiceRule,
  type Severity,
  type ShapeRule,
  type Verdict,
} from './checks/index.ts';
export * from './summary/index.ts';
export {
  annotateCsv,
  checkRead,
  defaultReadLimits,
  describeCsv,
  fileRules,
  locate,
  readReturns,
  writeReturns,
  type AnnotatedCsv,
  type CheckedRead,
  type CsvDescription,
  type CsvLayout,
  type CsvwColumn,
  type CsvwMetadata,
  type FileRule,
  type GivenHeader,
  type Leftover,
  type Origin,
  type ReadLimits,
  type ReadOptions,
  type ReadReturns,
  type ReadSource,
  type TableSchema,
  type TableSchemaField,
  type WriteOptions,
} from './files/index.ts';
export * from './records/index.ts';
export * from './indicators/index.ts';
export * from './evaluation/index.ts';
