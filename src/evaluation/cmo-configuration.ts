import { type EvaluationQuestion, type IndicatorId } from '../indicators/index.ts';
import type { Source } from '../vocabulary/index.ts';
import type { ContextLayer, ContextualFactor } from './context-layer.ts';
import type { Evidence, Leg } from './evidence.ts';
import type { FactCondition } from './register-fact.ts';

/** A condition in which a mechanism fires, or does not. */
export interface CmoContext {
  readonly layer: ContextLayer;
  /** A second layer that it reaches into. */
  readonly also?: ContextLayer;
  readonly statement: string;
  readonly factor?: ContextualFactor;
  /** What the register says of services in this context. */
  readonly fact?: FactCondition;
}

/** What changes in how people respond: the trigger of change. */
export interface CmoMechanism {
  readonly statement: string;
  /** What the programme brings. The report does not part a mechanism in two. */
  readonly resource?: string;
  /** How people respond to it. */
  readonly reasoning?: string;
}

/** Whether an outcome is wanted: both kinds are looked for. */
export type OutcomeValence = 'desired' | 'not-desired' | 'mixed';

/** What the mechanism, once fired, brings about. */
export interface CmoOutcome {
  readonly statement: string;
  readonly valence: OutcomeValence;
  /** Which of the six outcomes it bears on. */
  readonly indicators?: readonly IndicatorId[];
  /** The measure, or the field of the form, in which it would show. */
  readonly measure?: string;
}

/** The states of a configuration. */
export const cmoStatuses = ['candidate', 'supported', 'refined', 'contradicted', 'set-aside'] as const;

/** How far a configuration has come. */
export type CmoStatus = (typeof cmoStatuses)[number];

/** A context, a mechanism and an outcome: what works for whom, in which circumstances, and why. */
export interface CmoConfiguration {
  /** Permanent: what it says never changes under it. A refined one gets an id of its own and supersedes this one. */
  readonly id: string;
  readonly contexts: readonly CmoContext[];
  /** May be left out while nobody knows it yet: a check says so. */
  readonly mechanism?: CmoMechanism;
  readonly outcome: CmoOutcome;
  readonly status: CmoStatus;
  readonly evidenceFor?: readonly Evidence[];
  readonly evidenceAgainst?: readonly Evidence[];
  /** Configurations that explain the same thing otherwise: each names the other. */
  readonly rivals?: readonly string[];
  /** Earlier configurations that this one takes the place of. */
  readonly supersedes?: readonly string[];
  /** The legs that nobody stated: the author’s reading. */
  readonly inferred?: readonly Leg[];
  readonly source?: Source;
}

/** A theory of how the programme works: several configurations that answer evaluation questions together. */
export interface ProgrammeTheory {
  readonly id: string;
  readonly title: string;
  readonly configurations: readonly string[];
  readonly answers?: readonly EvaluationQuestion[];
}
