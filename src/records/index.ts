export { compileReturn, finishReturn, type CompiledReturn } from './compile-return.ts';
export { countingRules, type CountingRule } from './counting-rules.ts';
export { explainCell, type CellExplanation, type CellLineage, type Lineage } from './lineage.ts';
export type { CompileOptions } from './compile-options.ts';
export { mergePartialReturns, partialReturn, type PartialReturn } from './partial-return.ts';
export { identifying, type Identifying } from './personal-data.ts';
export { recordRules, type RecordRule } from './record-rule.ts';
export {
  caseRecord,
  consultancyRecord,
  contactRecord,
  outcomeRecord,
  serviceRecord,
  sessionActivities,
  sessionRecord,
  type CaseRecord,
  type ConsultancyRecord,
  type ContactRecord,
  type OutcomeRecord,
  type RecordKind,
  type ServiceRecord,
  type SessionRecord,
} from './service-record.ts';
