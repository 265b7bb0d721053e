/**
 * Disclosure control: nothing that identifies a child leaves.
 *
 * @packageDocumentation
 */
export { attack, type Attack, type AttackOptions, type FeasibleRange } from './attack.ts';
export type { Combination, Knowledge, Publication, PublishedCell, PublishedLine } from './attack-problem.ts';
export { openCertificate, type Certificate, type Witness } from './certificate.ts';
export {
  defineRelease,
  type CellContents,
  type DefinedRelease,
  type LineContents,
  type ReleaseContents,
  type Statement,
  type TableContents,
} from './define-release.ts';
export {
  cellInPrint,
  figureInPrint,
  hiddenMark,
  marksExplained,
  numberInPrint,
  shareInPrint,
} from './in-words.ts';
export { loadSolver, type SolverFiles } from './highs.ts';
export { recordRelease, type Ledger, type LedgerCell, type LedgerEntry } from './ledger.ts';
export type { Optimum } from './optimum.ts';
export type { Progress } from './pace.ts';
export {
  behindRounded,
  completePolicy,
  defaultPolicy,
  policies,
  roundTo,
  type Policy,
  type PolicyOptions,
} from './policy.ts';
export { protect, type ProtectOptions, type Protection } from './protect.ts';
export type { ProtectedFigure, ProtectedSummary } from './protected-summary.ts';
export {
  isProtectedRelease,
  type Mark,
  type Protected,
  type ProtectedCell,
  type ProtectedPercentage,
} from './published.ts';
export { refusals, type Refusal, type RefusalCode } from './refusal.ts';
export type {
  Line,
  PercentageOf,
  PlacedSummary,
  Printed,
  Release,
  ReleaseCell,
  ReleaseTable,
} from './release.ts';
export type { ProtectionReport } from './report.ts';
export { countsYoungPeople } from './return-atoms.ts';
export type { LinearProblem, OpenProblem, Solved, Solver } from './solver.ts';
export { verify, type Verified, type VerifyProblem } from './verify.ts';
