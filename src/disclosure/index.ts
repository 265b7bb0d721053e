/**
 * Disclosure control: nothing that identifies a child leaves.
 *
 * @packageDocumentation
 */
export { attack, type Attack, type AttackOptions, type FeasibleRange } from './attack.ts';
export type { Combination, Knowledge, Publication, PublishedCell, PublishedLine } from './attack-problem.ts';
export { openCertificate, type Certificate, type Witness } from './certificate.ts';
export { defineRelease } from './define-release.ts';
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
export type { Mark, ProtectedCell } from './protected-cell.ts';
export type { ProtectedFigure } from './protected-figure.ts';
export type { ProtectedSummary } from './protected-summary.ts';
export type {
  CellContents,
  LineContents,
  ReleaseContents,
  Statement,
  TableContents,
} from './release-contents.ts';
export {
  isProtectedRelease,
  type Protected,
  type ProtectedLine,
  type ProtectedPercentage,
} from './published.ts';
export type { Merge } from './merges.ts';
export { redesign, type Outlook, type Proposal, type Redesigned, type RedesignOptions } from './redesign.ts';
export { refusals, type Refusal, type RefusalCode } from './refusal.ts';
export type {
  Combinations,
  DefinedRelease,
  Line,
  PercentageOf,
  PlacedFigure,
  PlacedSummary,
  Printed,
  Release,
  ReleaseCell,
  ReleaseTable,
  Sum,
  WithheldCount,
} from './release.ts';
export type { ProtectionReport } from './report.ts';
export { countsYoungPeople } from './return-quantities.ts';
export type { LinearProblem, OpenProblem, Solved, Solver } from './solver.ts';
export { verify, type Verified, type VerifyProblem } from './verify.ts';
