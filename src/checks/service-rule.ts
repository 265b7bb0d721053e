import type { Service } from '../programme/index.ts';
import type { Break } from './rule.ts';
import { type SaidRule } from './said-rule.ts';

/** A truth about one service of a register, as a record that holds a function. */
export interface ServiceRule extends SaidRule {
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
