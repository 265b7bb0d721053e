export { checkTheories, type CheckedTheories, type TheoryContext } from './check-theories.ts';
export type * from './cmo-configuration.ts';
export { cmoStatuses } from './cmo-configuration.ts';
export { cmoConfiguration, evidenceSource, programmeTheory } from './cmo-schema.ts';
export * from './context-layer.ts';
export { type Evidence, type EvidenceSource, type Leg } from './evidence.ts';
export {
  evidenceKind,
  evidenceMethod,
  evidenceStrength,
  informant,
  type EvidenceKind,
  type EvidenceMethod,
  type EvidenceStrength,
  type Informant,
} from './evidence-words.ts';
export { historyRules, type HistoryRule } from './history-rules.ts';
export { emptyHistory, mergeHistories, refineTheory, type Refined } from './refine-theory.ts';
export {
  factHolds,
  factInWords,
  isFactCondition,
  registerFacts,
  type FactCondition,
  type RegisterFact,
  type RegisterFactId,
} from './register-fact.ts';
export { type FactReading } from './fact-reading.ts';
export { standing, standingInWords, type ConfigurationStanding, type Triangulation } from './standing.ts';
export type { Theories } from './theories.ts';
export type { TheoryBreak, TheoryRule, TheoryView } from './theory-rule.ts';
export { theoryRules } from './theory-rules.ts';
export { theoryShapeRules, type TheoryShapeRule } from './theory-shape-rules.ts';
export { theoriesAt, type TheoryConflict, type TheoryState } from './theory-state.ts';
export { type ConflictSide } from './said.ts';
export type {
  AddedEvidence,
  Refinement,
  TheoryChanges,
  TheoryHistory,
  TheoryVersion,
} from './theory-version.ts';
export { contrast, type ContrastEvidence } from './contrast.ts';
export { type Contrast, type ContrastFigure, type ContrastSide } from './contrast-result.ts';
export {
  casesOf,
  compareConfigurations,
  type ConfigurationalComparison,
} from './qca/compare-configurations.ts';
export type { SearchLimits } from './qca/minimal-covers.ts';
export { assumptionsOf, minimise, type Minimisation, type MinimisationOptions } from './qca/minimise.ts';
export { type SolutionModel, type SolutionTerm } from './qca/solution-model.ts';
export { necessaryConditions, type Necessity } from './qca/necessity.ts';
export {
  mostConditions,
  truthTable,
  type QcaCase,
  type QcaQuestion,
  type TruthTable,
  type TruthTableRow,
  type UnplacedCase,
} from './qca/truth-table.ts';
export type { Codebook, CodebookCode, CodebookSet } from './exchange/codebook.ts';
export { codebookRules, type CodebookRule } from './exchange/codebook-rules.ts';
export { configurationTable } from './exchange/configuration-table.ts';
export { readCodebook, type ReadCodebook } from './exchange/read-codebook.ts';
export { toDot, toMermaid } from './exchange/theory-diagram.ts';
export { writeCodebook } from './exchange/write-codebook.ts';
