import type { Severity } from '../checks/index.ts';

/** What a finding asks of whoever reads it. */
export const asked: Readonly<Record<Severity, string>> = {
  error: 'Correct',
  query: 'Correct or explain',
  advice: 'For the hub',
};
