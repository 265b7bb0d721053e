import { addQuarters, type Quarter } from '../vocabulary/index.ts';
import { rules } from './catalogue.ts';
import type { NotRun } from './finding.ts';
import type { Rule } from './rule.ts';

/** A rule with what is said where it cannot be run. */
export interface Prepared {
  readonly rule: Rule;
  readonly notInForce: NotRun | undefined;
  readonly needs: readonly { readonly part: string; readonly notReturned: NotRun }[];
}

const prepare = (rule: Rule, quarter: string): Prepared => ({
  rule,
  notInForce: isInForce(rule, quarter)
    ? undefined
    : {
        rule: rule.code,
        reason: `The rule is in force from ${rule.since}${rule.until === undefined ? '' : ` to ${rule.until}`}.`,
      },
  needs: rule.needs.map((part) => ({
    part,
    notReturned: { rule: rule.code, reason: `${part} was not returned.` },
  })),
});

const isInForce = ({ since, until }: Rule, quarter: string): boolean =>
  quarter === '' || (since <= quarter && (until === undefined || quarter <= until));

interface InForce {
  /** The quarters from which other rules are in force than before. */
  readonly changes: readonly string[];
  /** The rules before every change, and after each. */
  readonly after: readonly (readonly Prepared[])[];
  /** The rules where the quarter is not known: all of them. */
  readonly all: readonly Prepared[];
}

/** Every rule of a catalogue, with whether it is in force, by quarter. */
export function inForceBy(catalogue: readonly Rule[]): (quarter: Quarter | undefined) => readonly Prepared[] {
  const { changes, after, all } = changesIn(catalogue);
  return (quarter) =>
    quarter === undefined ? all : (after[1 + changes.findLastIndex((change) => change <= quarter)] ?? all);
}

function changesIn(catalogue: readonly Rule[]): InForce {
  const ends = catalogue.flatMap(({ until }) => (until === undefined ? [] : [addQuarters(until, 1)]));
  const changes = [...new Set<string>([...catalogue.map(({ since }) => since), ...ends])].sort();
  const at = (quarter: string): readonly Prepared[] => catalogue.map((rule) => prepare(rule, quarter));
  return { changes, after: ['0', ...changes].map(at), all: at('') };
}

let made: ReturnType<typeof inForceBy> | undefined;

/** Every rule, with whether it is in force in a quarter. */
export const rulesIn = (quarter: Quarter | undefined): readonly Prepared[] =>
  (made ??= inForceBy(rules))(quarter);
