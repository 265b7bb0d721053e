import type { Finding } from '../checks/index.ts';
import { groupedBy } from '../vocabulary/index.ts';
import { fields } from '../form/index.ts';
import { indicators, type Measure } from '../indicators/index.ts';
import type { Theories } from './theories.ts';
import type { TheoryBreak, TheoryRule, TheoryView } from './theory-rule.ts';
import { theoryRules } from './theory-rules.ts';
import type { TheoryConflict } from './theory-state.ts';

/** A break, with the rule that it breaks. */
export interface FoundBreak {
  readonly rule: TheoryRule;
  readonly found: TheoryBreak;
}

/** The ids that may be named: those that stand, and those that versions dispute. */
export interface KnownIds {
  readonly configurations: readonly string[];
  readonly sources: readonly string[];
}

/** The ids of theories, and of what versions disagree about. */
export function idsOf(
  { configurations, sources = [] }: Theories,
  conflicts: readonly TheoryConflict[] = [],
): KnownIds {
  const disputed = (sought: TheoryConflict['about']): readonly string[] =>
    conflicts.filter(({ about }) => about === sought).map(({ id }) => id);
  return {
    configurations: [...configurations.map(({ id }) => id), ...disputed('configuration')],
    sources: [...sources.map(({ id }) => id), ...disputed('source')],
  };
}

/** Runs every rule over theories. */
export function runTheoryRules(
  theories: Theories,
  ids: KnownIds,
  measures: readonly Measure[],
): readonly FoundBreak[] {
  const view: TheoryView = {
    theories,
    indexOf: new Map([...ids.configurations.entries()].reverse().map(([index, id]) => [id, index])),
    sourceIds: new Set(ids.sources),
    recorded: new Set([...fields.map(({ id }) => id), ...measures.map(({ id }) => id)]),
    indicators: indicators.map(({ id }) => id),
  };
  return theoryRules.flatMap((rule) => rule.check(view).map((found) => ({ rule, found })));
}

/** More findings of one rule than anybody reads. */
const mostOfRule = 1000;

/** Of one rule at most a thousand findings, and how many more there are. */
export function listed(findings: readonly Finding[]): readonly Finding[] {
  return [...groupedBy(findings, ({ rule }) => rule).values()].flatMap((own) => {
    const [last] = own.slice(-1);
    if (own.length <= mostOfRule || last === undefined) return own;
    const message = `${own.length - mostOfRule} more of the same are not listed.`;
    return [...own.slice(0, mostOfRule), { ...last, paths: [], found: {}, message }];
  });
}
