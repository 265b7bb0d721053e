import type { Quarter, Source } from '../vocabulary/index.ts';
import type { Severity } from './finding.ts';

/** What every rule says of itself, whatever it is about. */
export interface SaidRule {
  /** Permanent: it stands in partners’ e-mails. */
  readonly code: string;
  readonly severity: Severity;
  /** The truth the rule asserts. */
  readonly statement: string;
  /** What to do when it does not hold. */
  readonly remedy: string;
  readonly source: Source;
}

/** A rule of this library’s that is checked as something is read, and so holds no function. */
export const saidRule = (code: string, severity: Severity, statement: string, remedy: string): SaidRule => ({
  code,
  severity,
  statement,
  remedy,
  source: 'library',
});

/** A rule about what comes with returns: files and records. */
export interface DatedRule extends SaidRule {
  /** First quarter in which what comes is held to it. */
  readonly since: Quarter;
}

/** A rule about what comes with returns, since the first quarter of the programme. */
export const datedRule = (...said: Parameters<typeof saidRule>): DatedRule => ({
  ...saidRule(...said),
  since: '2013-Q4',
});
