import { groupedBy } from '../../vocabulary/index.ts';

/** A case, with what holds of it. What is left out, `undefined` or `null` is not known. */
export interface QcaCase {
  readonly name: string;
  readonly values: Readonly<Record<string, boolean | null | undefined>>;
}

/** What is compared. */
export interface QcaQuestion {
  readonly cases: readonly QcaCase[];
  /** The conditions, by name: at most twelve. */
  readonly conditions: readonly string[];
  readonly outcome: string;
}

/** A row of a truth table: a combination of conditions that occurs. */
export interface TruthTableRow {
  /** Whether each condition is present, in the order of the conditions. */
  readonly present: readonly boolean[];
  /** Its cases with the outcome, and without. */
  readonly withOutcome: readonly string[];
  readonly without: readonly string[];
  /** What its cases say: all have the outcome, none has, or they contradict each other. */
  readonly says: 'positive' | 'negative' | 'contradictory';
}

/** A case that could not be placed, and what is not known of it. */
export interface UnplacedCase {
  readonly name: string;
  readonly notKnown: readonly string[];
  /** What is known of each condition, and of the outcome; `null` for what is not. */
  readonly present: readonly (boolean | null)[];
  readonly hasOutcome: boolean | null;
}

/** A crisp-set truth table. Plain JSON. */
export interface TruthTable {
  readonly conditions: readonly string[];
  readonly outcome: string;
  readonly rows: readonly TruthTableRow[];
  /** Combinations that no case that could be placed has, in Boolean notation. */
  readonly remainders: readonly string[];
  /** Cases left out because something is not known of them. */
  readonly unplaced: readonly UnplacedCase[];
}

/** The most conditions that are looked at together: 4,096 combinations. */
export const mostConditions = 12;

/**
 * The combinations of conditions that occur among cases, with the cases that have each and what they say of the
 * outcome; the combinations that do not occur; and the cases that cannot be placed.
 *
 * @throws RangeError when there is no condition, there are more than twelve, two things or cases share a name, a
 *   name is empty or `1` or has `*`, `+` or `~` in it, or a value is neither true, false nor unknown
 * @example
 * const table = truthTable({
 *   cases: [
 *     { name: 'one', values: { manager: true, large: true, stays: true } },
 *     { name: 'two', values: { manager: true, large: true, stays: false } },
 *     { name: 'three', values: { manager: false, stays: false } },
 *   ],
 *   conditions: ['manager', 'large'],
 *   outcome: 'stays',
 * });
 * table.rows.map(({ says, withOutcome, without }) => [says, withOutcome, without]); // => [['contradictory', ['one'], ['two']]]
 * table.remainders; // => ['~manager*~large', '~manager*large', 'manager*~large']
 * table.unplaced; // => [{ name: 'three', notKnown: ['large'], present: [false, null], hasOutcome: false }]
 */
export function truthTable({ cases, conditions, outcome }: QcaQuestion): TruthTable {
  assertQuestion({ cases, conditions, outcome });
  const needed = [...conditions, outcome];
  const missing = cases.map((each) => needed.filter((name) => valueIn(each, name) === null));
  const placed = cases.filter((_, index) => missing[index]?.length === 0);
  const byRow = groupedBy(placed, (each) =>
    rowNumber(conditions.map((name) => valueIn(each, name) === true)),
  );
  const rows = [...byRow]
    .sort(([one], [other]) => one - other)
    .map(([number, members]) => {
      const [having, lacking] = [true, false].map((has) =>
        members.filter((each) => valueIn(each, outcome) === has).map(({ name }) => name),
      );
      return rowOf(number, conditions.length, having ?? [], lacking ?? []);
    });
  const all = Array.from({ length: 2 ** conditions.length }, (_, number) => number);
  return {
    conditions,
    outcome,
    rows,
    remainders: all
      .filter((number) => !byRow.has(number))
      .map((number) => termText(conditions, presentIn(number, conditions.length))),
    unplaced: cases.flatMap((each, index) => {
      const notKnown = missing[index] ?? [];
      if (notKnown.length === 0) return [];
      const present = conditions.map((name) => valueIn(each, name));
      return [{ name: each.name, notKnown, present, hasOutcome: valueIn(each, outcome) }];
    }),
  };
}

/** What is known of a case. */
function valueIn({ name: of, values }: QcaCase, name: string): boolean | null {
  const value: unknown = Object.hasOwn(values, name) ? values[name] : undefined;
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean') return value;
  throw new RangeError(`truthTable: ${name} of ${of} is neither true nor false`);
}

function rowOf(
  number: number,
  length: number,
  withOutcome: readonly string[],
  without: readonly string[],
): TruthTableRow {
  const says = without.length === 0 ? 'positive' : withOutcome.length === 0 ? 'negative' : 'contradictory';
  return { present: presentIn(number, length), withOutcome, without, says };
}

function assertQuestion({ cases, conditions, outcome }: QcaQuestion): void {
  const { length } = conditions;
  if (length < 1 || length > mostConditions) {
    throw new RangeError(`truthTable: ${length} conditions; 1 to ${mostConditions} can be looked at`);
  }
  if (new Set([...conditions, outcome]).size <= length) {
    throw new RangeError('truthTable: conditions and outcome need names of their own');
  }
  if ([...conditions, outcome].some((name) => name.trim() === '' || name === '1' || /[*+~]/.test(name))) {
    throw new RangeError('truthTable: a name is empty or 1, or has *, + or ~ in it');
  }
  if (new Set(cases.map(({ name }) => name)).size < cases.length) {
    throw new RangeError('truthTable: two cases have the same name');
  }
}

/** A combination as a number: the first condition is the highest digit. */
export const rowNumber = (present: readonly boolean[]): number =>
  present.reduce((number, each) => number * 2 + (each ? 1 : 0), 0);

/** The combination behind a number. */
export const presentIn = (number: number, length: number): readonly boolean[] =>
  Array.from({ length }, (_, index) => ((number >> (length - 1 - index)) & 1) === 1);

/** A combination in Boolean notation: `~` for absent; a condition that may be either is left out. */
export function termText(conditions: readonly string[], present: readonly (boolean | undefined)[]): string {
  const literals = conditions.flatMap((name, index) => {
    const each = present[index];
    return each === undefined ? [] : [each ? name : `~${name}`];
  });
  return literals.length === 0 ? '1' : literals.join('*');
}
