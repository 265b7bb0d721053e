import { type CoreReturn, type Explanation, type Json } from '../form/index.ts';
import { isIsoDate } from '../vocabulary/index.ts';
import { checkShape } from './check-shape.ts';
import { explained } from './explained.ts';
import { byImportance, isSettled, shown, type Finding, type NotRun } from './finding.ts';
import type { CheckContext } from './rule.ts';
import { runRules } from './run-rules.ts';
import { partsOf, readSound, type SoundReturn } from './sound-return.ts';

/** What a check says of one return. */
export interface CheckedReturn {
  /** Whether nothing is left to correct or to explain. */
  readonly accepted: boolean;
  /** The return, when its shape is sound. Findings may remain. */
  readonly value?: CoreReturn;
  /** Everything that was found, what matters most first. */
  readonly findings: readonly Finding[];
  /** The rules that could not be checked, and why. */
  readonly notRun: readonly NotRun[];
}

/**
 * Checks anything as a return: its shape and every rule of the catalogue. It never throws, whatever is
 * handed in, never changes its input, and takes time in proportion to it.
 *
 * @throws RangeError when `context.asOf` is no ISO date: a mistake of the caller, not of the partner
 * @example
 * const checked = checkReturn({
 *   edition: 'year-two', service: '2', period: { from: '2015-01-01', to: '2015-03-31' },
 *   youngPeople: { direct: 50, base: 'direct', gender: { female: 39, male: 12 } },
 * });
 * checked.accepted; // => false
 * checked.findings[0]?.message; // => 'Gender: the counts add up to 51, which is 1 more than the 50 young people they describe.'
 */
export function checkReturn(input: unknown, context: CheckContext = {}): CheckedReturn {
  if (context.asOf !== undefined && !isIsoDate(context.asOf)) {
    throw new RangeError(`checkReturn: asOf is no ISO date: ${shown(context.asOf)}`);
  }
  const sound = readSound(input);
  return sound === undefined ? checkInFull(input, context) : checkSound(sound, context);
}

/** Checks a return that is sound at first sight. */
export function checkSound({ value, parts }: SoundReturn, context: CheckContext): CheckedReturn {
  const { findings, notRun } = runRules({ parts, data: value as unknown as Json }, context); // read as plain data
  if (findings.length === 0) return { accepted: true, value, findings, notRun };
  const settled = [...explained(findings, value.explanations ?? [], value)].sort(byImportance);
  return { accepted: settled.every(isSettled), value, findings: settled, notRun };
}

/** Checks anything: what it is, what of it can be read, and that by every rule. */
export function checkInFull(input: unknown, context: CheckContext): CheckedReturn {
  const shape = checkShape(input);
  const { data, isBroken } = shape;
  const parts = partsOf(data);
  const run = runRules({ parts, data, isBroken }, context);
  const explanations = isBroken('explanations') ? undefined : parts.explanations;
  const settled = explained(run.findings, (explanations ?? []) as readonly Explanation[], data); // the schema has checked them
  const findings = [...shape.findings, ...settled].sort(byImportance);
  return {
    accepted: findings.every(isSettled),
    ...(shape.value && { value: shape.value }),
    findings,
    notRun: run.notRun,
  };
}

/**
 * An explanation that settles a query, to be put into the return’s `explanations`. It lapses when one of
 * the values that the query is about changes.
 *
 * @param index for a query of {@link checkCollection}: the index of the return that is to carry the explanation
 * @throws RangeError when the finding is not a query: an error is corrected, not explained
 * @example
 * const finding = { rule: 'R102', severity: 'query', paths: ['declared'], message: '', found: { declared: null }, expected: '', remedy: '' } as const;
 * explain(finding, 'The service began in May.'); // => { rule: 'R102', because: 'The service began in May.', about: { declared: null } }
 */
export function explain(finding: Finding, because: string, index?: number): Explanation {
  if (finding.severity !== 'query')
    throw new RangeError(`explain: ${finding.rule} is no query but ${finding.severity}`);
  const { rule, found, message } = finding;
  const prefix = index === undefined ? '' : `${index}.`;
  const own = Object.entries(found).filter(([path]) => path.startsWith(prefix));
  const about = Object.fromEntries(own.map(([path, value]) => [path.slice(prefix.length), value]));
  return { rule, because, about, ...(index !== undefined && { finding: message }) };
}
