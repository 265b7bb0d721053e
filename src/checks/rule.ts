import type { CoreReturn, FieldId } from '../form/index.ts';
import type { Duty, IsoDate, Quarter } from '../vocabulary/index.ts';
import type { ReferenceRate } from './reference-rate.ts';
import { type SaidRule } from './said-rule.ts';

/** What a check may know besides the return. What is left out makes the rules that need it say so. */
export interface CheckContext {
  /** Today, so that a period in the future can be seen. */
  readonly asOf?: IsoDate;
  /** What the service’s Spokes are there to do. */
  readonly duties?: readonly Duty[];
  /** The return of the same service before this one. */
  readonly earlier?: CoreReturn;
  /** The programme’s own rates, to compare with. */
  readonly rates?: readonly ReferenceRate[];
}

type Section = 'spokes' | 'youngPeople' | 'referrals' | 'withYoungPeople' | 'withProfessionals' | 'outcomes';

/** A part of a return that a rule may read: a field of the catalogue, or one of the parts around them. */
export type RuleField = FieldId | Exclude<keyof CoreReturn, Section>;

/** What stands in a return for a part that a rule reads. */
export type RuleFieldValue<F extends RuleField> = F extends keyof CoreReturn
  ? NonNullable<CoreReturn[F]>
  : F extends `${infer S extends Section}.${infer Name}`
    ? Name extends keyof NonNullable<CoreReturn[S]>
      ? NonNullable<NonNullable<CoreReturn[S]>[Name]>
      : never
    : never;

/** What a rule sees: the parts it declares and no others, those it needs for certain. */
export type RuleView<F extends RuleField, N extends F = never> = { readonly [K in N]: RuleFieldValue<K> } & {
  readonly [K in Exclude<F, N>]?: RuleFieldValue<K>;
};

/** One way in which a return breaks a rule. */
export interface Break {
  readonly paths: readonly string[];
  readonly message: string;
  readonly expected: string;
}

/** The breaks found, or why the rule could not be checked. */
export type Verdict = readonly Break[] | { readonly notRun: string };

/** A return, by the parts the rule reads, and a context, to show the rule by. */
export interface RuleExample<View = Readonly<Record<string, unknown>>> {
  readonly value: View;
  readonly context?: CheckContext;
}

/** A truth about returns, as a record that holds a function. */
export interface Rule extends SaidRule {
  /** First quarter in which returns are held to it. */
  readonly since: Quarter;
  /** Last quarter in which returns are held to it. */
  readonly until?: Quarter;
  /** The parts it reads. */
  readonly fields: readonly RuleField[];
  /** Of these, the parts without which it cannot be checked. */
  readonly needs: readonly RuleField[];
  /** Rules whose break this one would only repeat: when one of them has broken, this one is not run. */
  readonly after: readonly string[];
  readonly examples: { readonly holds: readonly RuleExample[]; readonly breaks: readonly RuleExample[] };
  /** The breaks found in the parts it reads, or why it could not be checked. */
  readonly check: (view: Readonly<Record<string, unknown>>, context: CheckContext) => Verdict;
}

/** A rule as declared: the compiler lets its function read only the parts it names. */
export interface RuleDeclaration<F extends RuleField, N extends F> extends Omit<
  Rule,
  'fields' | 'needs' | 'after' | 'since' | 'examples' | 'check'
> {
  readonly since?: Quarter;
  readonly fields: readonly F[];
  readonly needs?: readonly N[];
  readonly after?: readonly string[];
  readonly examples: {
    readonly holds: readonly RuleExample<RuleView<F>>[];
    readonly breaks: readonly RuleExample<RuleView<F>>[];
  };
  /** The breaks found in the parts it reads, or why it could not be checked. */
  readonly check: (view: RuleView<F, N>, context: CheckContext) => Verdict;
}

/** Declares a rule over one return. */
export function returnRule<const F extends RuleField, const N extends F = never>(
  declaration: RuleDeclaration<F, N>,
): Rule {
  // Whoever runs a rule gives it the parts that it names, read from a value that fits the schema.
  const check = declaration.check as Rule['check'];
  return { since: '2013-Q4', needs: [], after: [], ...declaration, check };
}
