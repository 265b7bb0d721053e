import { valueAt, type CoreReturn, type Explanation, type Json } from '../form/index.ts';
import { isIsoDate, quarterOfDate } from '../vocabulary/index.ts';
import { rules } from './catalogue.ts';
import { checkShape, type CheckedShape } from './check-shape.ts';
import { byImportance, shown, type Finding, type NotRun } from './finding.ts';
import type { Break, CheckContext, Rule } from './rule.ts';

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
  const shape = checkShape(input);
  const run = runRules(shape, context);
  const findings = [...shape.findings, ...settled(run.findings, shape)].sort(byImportance);
  const accepted = findings.every(
    ({ severity, settledBy }) => severity === 'advice' || settledBy !== undefined,
  );
  return { accepted, ...(shape.value && { value: shape.value }), findings, notRun: run.notRun };
}

function runRules(
  shape: CheckedShape,
  context: CheckContext,
): { findings: readonly Finding[]; notRun: readonly NotRun[] } {
  const findings: Finding[] = [];
  const notRun: NotRun[] = [];
  const broken = new Set<string>();
  for (const rule of rules) {
    const verdict = reasonNotToRun(rule, shape, broken) ?? rule.check(viewFor(rule, shape), context);
    if ('notRun' in verdict) notRun.push({ rule: rule.code, reason: verdict.notRun });
    else if (verdict.length > 0) {
      broken.add(rule.code);
      findings.push(...verdict.map((each) => findingOf(rule, each, shape.data)));
    }
  }
  return { findings, notRun };
}

function reasonNotToRun(
  rule: Rule,
  shape: CheckedShape,
  broken: ReadonlySet<string>,
): { notRun: string } | undefined {
  const unread = rule.fields.find((field) => shape.isBroken(field));
  if (unread !== undefined) return { notRun: `${unread} could not be read.` };
  const absent = rule.needs.find((field) => valueAt(shape.data, field) === undefined);
  if (absent !== undefined) return { notRun: `${absent} was not returned.` };
  const before = rule.after.find((code) => broken.has(code));
  if (before !== undefined) return { notRun: `It would only repeat ${before}.` };
  const quarter = quarterAt(shape);
  if (quarter !== undefined && (quarter < rule.since || (rule.until !== undefined && quarter > rule.until))) {
    return {
      notRun: `The rule is in force from ${rule.since}${rule.until === undefined ? '' : ` to ${rule.until}`}.`,
    };
  }
  return undefined;
}

function quarterAt(shape: CheckedShape): string | undefined {
  const end = shape.isBroken('period') ? undefined : valueAt(shape.data, 'period.to');
  return typeof end === 'string' ? quarterOfDate(end) : undefined;
}

/** What a rule may see of a return: the parts it declares, and nothing else. */
function viewFor(rule: Rule, shape: CheckedShape): Readonly<Record<string, unknown>> {
  const view: Record<string, unknown> = {};
  for (const field of rule.fields) {
    const value = valueAt(shape.data, field);
    if (value !== undefined) view[field] = value;
  }
  return view;
}

function findingOf(rule: Rule, { paths, message, expected }: Break, data: Json | undefined): Finding {
  const { code, severity, remedy } = rule;
  const found = Object.fromEntries(paths.map((path) => [path, (foundAt(data, path) ?? null) as Json])); // plain data
  return { rule: code, severity, paths, message, found, expected, remedy };
}

/** What stands at a path; a printed figure’s own path has dots in it. */
function foundAt(data: unknown, path: string): unknown {
  const printed = /^printed\.(?<kind>percentages|totals)\.(?<of>.+)$/.exec(path)?.groups;
  if (printed === undefined) return valueAt(data, path);
  const figures = valueAt(data, `printed.${printed.kind ?? ''}`) as
    Readonly<Record<string, unknown>> | undefined; // its kind is checked
  return figures?.[printed.of ?? ''];
}

function settled(findings: readonly Finding[], shape: CheckedShape): readonly Finding[] {
  const stands = shape.isBroken('explanations') ? undefined : valueAt(shape.data, 'explanations');
  const explanations = (stands ?? []) as readonly Explanation[]; // the schema has checked them
  if (explanations.length === 0) return findings;
  const byPlace = new Map<string, Standing[]>();
  for (const explanation of explanations) {
    const standing = { explanation, holds: isStill(explanation, shape.data) };
    for (const path of Object.keys(explanation.about)) {
      const key = `${explanation.rule} ${path}`;
      const there = byPlace.get(key);
      if (there === undefined) byPlace.set(key, [standing]);
      else there.push(standing);
    }
  }
  return findings.map((finding) => settle(finding, byPlace));
}

/** An explanation, and whether every value it is about still stands as it did. */
interface Standing {
  readonly explanation: Explanation;
  readonly holds: boolean;
}

/** Whether every value that an explanation is about still stands as it did. */
const isStill = ({ about }: Explanation, data: unknown): boolean =>
  Object.entries(about).every(([path, value]) => isEqual(value, foundAt(data, path) ?? null));
const isEqual = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

function settle(finding: Finding, byPlace: ReadonlyMap<string, readonly Standing[]>): Finding {
  if (finding.severity !== 'query') return finding;
  const about = (path: string): readonly Standing[] => byPlace.get(`${finding.rule} ${path}`) ?? [];
  const coversAll = ({ explanation }: Standing): boolean =>
    finding.paths.every((path) => Object.hasOwn(explanation.about, path));
  const holding = about(finding.paths[0] ?? '').find((each) => each.holds && coversAll(each));
  if (holding !== undefined) return { ...finding, settledBy: holding.explanation.because };
  const lapsed = finding.paths.map((path) => about(path)[0]).find((each) => each !== undefined);
  return lapsed === undefined ? finding : { ...finding, lapsed: lapsed.explanation.because };
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
