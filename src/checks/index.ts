export { rules } from './catalogue.ts';
export { checkReturn, explain, type CheckedReturn } from './check-return.ts';
export { byImportance, cellInWords, isSettled, shown } from './finding.ts';
export type { FileCell, Finding, NotRun, Severity } from './finding.ts';
export type { ReferenceRate } from './reference-rate.ts';
export type { Break, CheckContext, Rule, RuleExample, RuleField, RuleFieldValue, Verdict } from './rule.ts';
export { returnRule, type RuleDeclaration, type RuleView } from './rule.ts';
export { shapeRules, type ShapeRule } from './shape-rules.ts';
export {
  checkCollection,
  collectionRules,
  type CheckedCollection,
  type CollectionContext,
} from './check-collection.ts';
export { checkRegister, registerRules, registerShape, type CheckedRegister } from './check-register.ts';
export { wholeRegisterRules, type RegisterRule } from './register-rules/whole-register.ts';
export { datedRule, saidRule, type DatedRule, type SaidRule } from './said-rule.ts';
export type { Collected, Collection, CollectionBreak, CollectionRule } from './collection-rule.ts';
export { localise, type Cause } from './localise.ts';
export type { ServiceRule } from './service-rule.ts';
export { plainCopy, type CopyLimits, type PlainCopy, type PlainProblem } from './plain-copy.ts';
