import { valueAt, type CoreReturn, type Json } from '../form/index.ts';
import { expectedReturns, type CalendarOptions, type Register } from '../programme/index.ts';
import { daysAfter, type IsoDate } from '../vocabulary/index.ts';
import { checkReturn, type CheckedReturn } from './check-return.ts';
import {
  latestRevisions,
  type Collected,
  type Collection,
  type CollectionBreak,
  type CollectionRule,
} from './collection-rule.ts';
import { changeRules } from './collection-rules/changes.ts';
import { periodRules } from './collection-rules/periods.ts';
import { serviceRules } from './collection-rules/services.ts';
import { byImportance, isSettled, type Finding, type NotRun } from './finding.ts';
import { localise, type Cause } from './localise.ts';
import type { ReferenceRate } from './reference-rate.ts';
import type { CheckContext } from './rule.ts';

/** Every rule over returns together, in the order of its code: C1 periods, C2 the register, C3 likeness and change. */
export const collectionRules: readonly CollectionRule[] = [
  ...periodRules,
  ...serviceRules,
  ...changeRules,
].sort((one, other) => (one.code < other.code ? -1 : 1));

/** What a check of returns together may know besides. */
export interface CollectionContext {
  readonly asOf?: IsoDate;
  readonly register?: Register;
  /** How the calendar is read; it needs the register and `asOf`. */
  readonly calendar?: Omit<CalendarOptions, 'asOf'>;
  /** Returns of earlier periods, to compare with. They are not checked again. */
  readonly earlier?: readonly CoreReturn[];
  readonly rates?: readonly ReferenceRate[];
}

/** What a check says of returns together. */
export interface CheckedCollection {
  readonly accepted: boolean;
  /** What is said of each return by itself, in the order in which they came. */
  readonly returns: readonly CheckedReturn[];
  /** What shows only when they are seen together. Paths begin with the index of the return. */
  readonly findings: readonly Finding[];
  readonly notRun: readonly NotRun[];
  /** For a return with several sums that do not come out: the smallest change that would mend them all. */
  readonly causes: readonly (Cause & { readonly index: number })[];
}

/**
 * Checks returns each by itself and all together: duplicates, overlaps and gaps, revisions, the register,
 * likeness between services, change from one quarter to the next.
 *
 * @example
 * const checked = checkCollection(returns, { register, asOf: '2015-07-01' });
 * checked.findings.find(({ rule }) => rule === 'C301')?.message; // => 'Gender: services 2 and 4, 5 and 8 returned the very same counts.'
 */
export function checkCollection(
  inputs: Iterable<unknown>,
  context: CollectionContext = {},
): CheckedCollection {
  const each = [...inputs];
  const values = each.map((input) => checkReturn(input).value);
  const all = values.flatMap((value, index): readonly Collected[] =>
    value === undefined ? [] : [{ index, value }],
  );
  const collection = collectionOf(all, context);
  const before = byNextDay(collection);
  const returns = each.map((input, index) => checkReturn(input, contextFor(values[index], before, context)));
  const { findings, notRun } = runRules(collection);
  const causes = all.flatMap(({ index, value }) => {
    const cause = localise(value);
    return cause === undefined ? [] : [{ index, ...cause }];
  });
  const accepted = returns.every((checked) => checked.accepted) && findings.every(isSettled);
  return { accepted, returns, findings, notRun, causes };
}

/** Earlier returns take part in comparisons, behind those that are checked. A period the wrong way round has no place in time. */
function collectionOf(
  checked: readonly Collected[],
  { register, calendar, asOf, earlier = [] }: CollectionContext,
): Collection {
  const before = earlier.map((value, place) => ({ index: -1 - place, value }));
  const all = [...checked, ...before].filter(({ value }) => value.period.from <= value.period.to);
  return {
    all,
    latest: latestRevisions(all),
    ...(register && { register }),
    ...(asOf !== undefined && { asOf }),
    ...(register && asOf !== undefined && { calendar: expectedReturns(register, { ...calendar, asOf }) }),
  };
}

/** The latest returns by the day after each ends, to find the one before another. */
const byNextDay = ({ latest }: Collection): ReadonlyMap<string, CoreReturn> =>
  new Map(latest.map(({ value }) => [`${value.service}\n${daysAfter(value.period.to, 1)}`, value]));

function contextFor(
  value: CoreReturn | undefined,
  before: ReadonlyMap<string, CoreReturn>,
  { asOf, rates, register }: CollectionContext,
): CheckContext {
  const duties = register?.services.find(({ id }) => id === value?.service)?.duties;
  const earlier = value && before.get(`${value.service}\n${value.period.from}`);
  return {
    ...(asOf !== undefined && { asOf }),
    ...(rates && { rates }),
    ...(duties && { duties }),
    ...(earlier && { earlier }),
  };
}

function runRules(collection: Collection): { findings: readonly Finding[]; notRun: readonly NotRun[] } {
  const findings: Finding[] = [];
  const notRun: NotRun[] = [];
  const values = new Map(collection.all.map(({ index, value }) => [index, value]));
  for (const rule of collectionRules) {
    if (rule.needs !== undefined && collection[rule.needs] === undefined) {
      notRun.push({ rule: rule.code, reason: reasons[rule.needs] });
      continue;
    }
    // What is wrong among earlier returns alone was for an earlier check.
    const breaks = rule
      .check(collection)
      .filter(({ places }) => places.length === 0 || places.some(([index]) => index >= 0));
    findings.push(...breaks.map((each) => findingOf(rule, each, values)));
  }
  return { findings: findings.sort(byImportance), notRun };
}

const reasons = {
  register: 'No register was given.',
  calendar: 'No register, or no date (asOf), was given.',
} as const;

type Values = ReadonlyMap<number, CoreReturn>;

function findingOf(
  { code, severity, remedy }: CollectionRule,
  broken: CollectionBreak,
  values: Values,
): Finding {
  const { places, message, expected } = broken;
  const pairs = places.map(([index, path]) => {
    return [`${index}.${path}`, (valueAt(values.get(index), path) ?? null) as Json] as const; // a return is plain data
  });
  const because = severity === 'query' ? explanationOf(code, broken, values) : undefined;
  return {
    rule: code,
    severity,
    paths: pairs.map(([path]) => path),
    message,
    found: Object.fromEntries(pairs),
    expected,
    remedy,
    ...(because !== undefined && { settledBy: because }),
  };
}

/**
 * The explanation by which one of the returns concerned settles a query. It names what was found, word for
 * word, with the numbers of every return concerned: when one of them changes, it settles nothing.
 */
function explanationOf(
  rule: string,
  { places, message }: CollectionBreak,
  values: Values,
): string | undefined {
  const explanations = [...new Set(places.map(([index]) => index))].flatMap(
    (index) => values.get(index)?.explanations ?? [],
  );
  return explanations.find((each) => each.rule === rule && each.finding === message)?.because;
}
