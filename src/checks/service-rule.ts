import type { Service } from '../programme/index.ts';
import type { Source } from '../vocabulary/index.ts';
import type { Severity } from './finding.ts';
import type { Break } from './rule.ts';

/** A truth about one service of a register, as a record that holds a function. */
export interface ServiceRule {
  readonly code: string;
  readonly severity: Severity;
  readonly statement: string;
  readonly remedy: string;
  readonly source: Source;
  readonly examples: { readonly holds: readonly Service[]; readonly breaks: readonly Service[] };
  /** The breaks found; their paths begin at the service. */
  readonly check: (service: Service) => readonly Break[];
}

/** A plain service to build examples on. */
export const sampleService: Service = {
  id: 'sample',
  phase: 'two',
  status: 'operational',
  hub: {},
  spokes: [],
};
