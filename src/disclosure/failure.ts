import { SolverFailure } from './moves.ts';
import { OutOfTime } from './pace.ts';
import { refusal, type Refusal } from './refusal.ts';

const isNotFound = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';

/** What went wrong, by kind alone: the words of a solver might hold what it was given. */
export function refusalFor(error: unknown): Refusal {
  if (error instanceof OutOfTime) return refusal('out-of-time');
  return refusal(isNotFound(error) ? 'solver-missing' : 'solver-failed');
}

/** Whether a solver that failed so may be asked again. */
export const isSound = (error: unknown): boolean =>
  error instanceof OutOfTime || error instanceof SolverFailure;
