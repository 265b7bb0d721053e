import { type SaidRule } from '../checks/index.ts';
import type { IndicatorId } from '../indicators/index.ts';
import type { CmoConfiguration } from './cmo-configuration.ts';
import type { Theories } from './theories.ts';

/** Theories, looked up once for all rules. */
export interface TheoryView {
  readonly theories: Theories;
  /** Where the first configuration with an id stands, among all that were sent. */
  readonly indexOf: ReadonlyMap<string, number>;
  /** The ids of all sources of evidence. */
  readonly sourceIds: ReadonlySet<string>;
  /** The fields and measures in which an outcome can show. */
  readonly recorded: ReadonlySet<string>;
  /** The outcomes that theories are to explain. */
  readonly indicators: readonly IndicatorId[];
}

/** One way in which theories break a rule. */
export interface TheoryBreak {
  readonly paths: readonly string[];
  readonly message: string;
  readonly expected: string;
  /** Whether what stands there may not be repeated. */
  readonly notRepeated?: true;
}

/** A truth about theories, as a record that holds a function. */
export interface TheoryRule extends SaidRule {
  readonly examples: { readonly holds: readonly Theories[]; readonly breaks: readonly Theories[] };
  /** The breaks found. */
  readonly check: (view: TheoryView) => readonly TheoryBreak[];
}

/** A plain configuration to build examples on. */
export const sampleConfiguration: CmoConfiguration = {
  id: 'A',
  contexts: [{ layer: 'practice', statement: 'The Hub has a manager for the Spokes alone' }],
  mechanism: { statement: 'Somebody knows the work and can be asked' },
  outcome: { statement: 'Spokes stay in post', valence: 'desired', indicators: ['O3'] },
  status: 'candidate',
};

/** Theories of one configuration, to show rules by. */
export const sampleTheories = (...changes: readonly Partial<CmoConfiguration>[]): Theories => ({
  configurations: changes.map((change) => ({ ...sampleConfiguration, ...change })),
});

/** Checks each configuration by itself. */
export const eachConfiguration =
  (check: (configuration: CmoConfiguration, path: string, view: TheoryView) => readonly TheoryBreak[]) =>
  (view: TheoryView): readonly TheoryBreak[] =>
    view.theories.configurations.flatMap((each, index) => check(each, `configurations.${index}`, view));
