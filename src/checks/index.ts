export { rules } from './catalogue.ts';
export { checkReturn, explain, type CheckedReturn } from './check-return.ts';
export type { Finding, NotRun, Severity } from './finding.ts';
export type { ReferenceRate } from './reference-rate.ts';
export type { Break, CheckContext, Rule, RuleExample, RuleField, Verdict } from './rule.ts';
export { returnRule, type RuleDeclaration, type RuleView } from './rule.ts';
export { shapeRules, type ShapeRule } from './shape-rules.ts';
