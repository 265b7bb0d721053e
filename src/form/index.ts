export * from './base.ts';
export * from './cell.ts';
export { largestCount } from './cell-schema.ts';
export type * from './core-return.ts';
export {
  coreReturn,
  declarations,
  isCategoryName,
  isMeasureName,
  largestRevision,
  otherParts,
} from './core-return-schema.ts';
export * from './edition.ts';
export {
  appliesTo,
  countsPeople,
  isAskedIn,
  type Breakdown,
  type BreakdownField,
  type CodeField,
  type CountFacts,
  type CountField,
  type Counts,
  type Field,
  type FieldDefinition,
  type FieldFacts,
  type FieldValue,
  type FieldValues,
  type MatrixField,
  type OpenBreakdown,
} from './field.ts';
export { fieldOf, fields, sections, sectionTitles, type FieldId } from './fields.ts';
export * from './path.ts';
export * from './return-key.ts';
export * from './typed-cell.ts';
