import { groupedBy } from '../../vocabulary/index.ts';
import { emptySet, setOf, type BitSet } from './bit-set.ts';
import { minimalCovers, type MinimalCovers, type SearchLimits } from './minimal-covers.ts';
import { covers, primeImplicants, type Term } from './prime-implicants.ts';
import { rowNumber, termText, type TruthTable, type TruthTableRow } from './truth-table.ts';
import { modelOf, remaindersOf, takenIn, type Fit, type SolutionModel } from './solution-model.ts';

/** How a truth table is minimised. */
export interface MinimisationOptions {
  /** Whether the presence of the outcome is explained, or its absence. Presence unless said. */
  readonly outcome?: boolean;
  /**
   * `conservative`: combinations that no case has are never used. `parsimonious`: they are taken either way,
   * as makes the solution shorter: an assumption, listed.
   */
  readonly solution: 'conservative' | 'parsimonious';
  readonly limits?: SearchLimits;
}

/** What a truth table comes down to. Plain JSON. */
export interface Minimisation {
  readonly solution: MinimisationOptions['solution'];
  readonly outcome: string;
  /** All prime implicants that cover a positive row. */
  readonly primeImplicants: readonly string[];
  /** All models with the fewest terms. More than one: the data do not decide between them. */
  readonly models: readonly SolutionModel[];
  /** Whether the models are proved to have the fewest terms: false only when the search was cut short. */
  readonly minimal: boolean;
  /** Whether all minimal models are listed. */
  readonly complete: boolean;
  /** For each term of a model, the combinations that no case has and that it takes in. */
  readonly assumptions: readonly { readonly term: string; readonly remainders: readonly string[] }[];
}

/** More than anybody would read, and longer than anybody would wait. */
const usual: SearchLimits = { models: 1000, work: 40_000_000 };

/**
 * The shortest formulas by which the conditions of a truth table account for the outcome. Rows whose cases
 * contradict each other are neither explained nor used. All models with the fewest terms are given: where there
 * are several, the data do not decide.
 *
 * @example
 * const table = truthTable({
 *   cases: [
 *     { name: 'one', values: { manager: true, large: true, stays: true } },
 *     { name: 'two', values: { manager: true, large: false, stays: true } },
 *     { name: 'three', values: { manager: false, large: true, stays: false } },
 *   ],
 *   conditions: ['manager', 'large'],
 *   outcome: 'stays',
 * });
 * minimise(table, { solution: 'conservative' }).models.map(({ formula }) => formula); // => ['manager']
 */
export function minimise(
  table: TruthTable,
  { outcome = true, solution, limits = usual }: MinimisationOptions,
): Minimisation {
  const explained = outcome ? 'positive' : 'negative';
  const positive = table.rows.filter(({ says }) => says === explained);
  const terms =
    positive.length === 0 ? [] : usefulTerms(table, positive, allowedIn(table, positive, solution));
  const covered = terms.map((term) => rowsOf(positive, term));
  const { covers: found, minimal, complete } = coversOf(covered, positive.length, limits);
  const chosen = found.map((indexes) => indexes.map((index) => terms[index] ?? []));
  const used = solution === 'parsimonious' ? [...new Set(chosen.flat())] : [];
  const view: Fit = { table, outcome, remainders: remaindersOf(table, used) };
  const inWords = (term: Term): string => termText(table.conditions, term);
  return {
    solution,
    outcome: outcome ? table.outcome : `~${table.outcome}`,
    primeImplicants: terms.map(inWords),
    models: positive.length === 0 ? [] : chosen.map((each) => modelOf(view, each)),
    minimal,
    complete,
    assumptions: used.map((term) => ({ term: inWords(term), remainders: takenIn(view.remainders, [term]) })),
  };
}

/**
 * The combinations that no case has and that a model takes to have the outcome.
 *
 * @example
 * const cases = [{ name: 'one', values: { P: true, Q: true, Y: true } }, { name: 'two', values: { P: false, Q: false, Y: false } }];
 * const found = minimise(truthTable({ cases, conditions: ['P', 'Q'], outcome: 'Y' }), { solution: 'parsimonious' });
 * found.models.map((model) => [model.formula, assumptionsOf(found, model)]); // => [['Q', ['~P*Q']], ['P', ['P*~Q']]]
 */
export function assumptionsOf({ assumptions }: Minimisation, { terms }: SolutionModel): readonly string[] {
  const own = new Set(terms.map(({ term }) => term));
  return [
    ...new Set(assumptions.filter(({ term }) => own.has(term)).flatMap(({ remainders }) => remainders)),
  ];
}

/** The combinations in which a solution may be true. */
function allowedIn(
  table: TruthTable,
  positive: readonly TruthTableRow[],
  solution: MinimisationOptions['solution'],
): ReadonlySet<number> {
  const numbers = (rows: readonly TruthTableRow[]): ReadonlySet<number> =>
    new Set(rows.map(({ present }) => rowNumber(present)));
  if (solution === 'conservative') return numbers(positive);
  const barred = numbers(table.rows.filter((row) => !positive.includes(row)));
  const all = Array.from({ length: 2 ** table.conditions.length }, (_, number) => number);
  return new Set(all.filter((number) => !barred.has(number)));
}

const usefulTerms = (
  { conditions }: TruthTable,
  positive: readonly TruthTableRow[],
  allowed: ReadonlySet<number>,
): readonly Term[] =>
  primeImplicants(conditions.length, allowed)
    .filter((term) => positive.some(({ present }) => covers(term, present)))
    .reverse();

const rowsOf = (rows: readonly TruthTableRow[], term: Term): BitSet =>
  setOf(
    rows.length,
    [...rows.entries()].filter(([, { present }]) => covers(term, present)).map(([index]) => index),
  );

/** Terms that cover the same rows are searched as one, and told apart again afterwards. */
function coversOf(covered: readonly BitSet[], rows: number, limits: SearchLimits): MinimalCovers {
  const alike = [...groupedBy([...covered.entries()], ([, own]) => own.join()).values()];
  const distinct = alike.map(([first]) => first?.[1] ?? emptySet(rows));
  const { covers: found, minimal, complete } = minimalCovers(distinct, rows, limits);
  const members = (group: number): readonly number[] => (alike[group] ?? []).map(([index]) => index);
  if (!minimal)
    return {
      covers: found.map((cover) => cover.flatMap((group) => members(group)[0] ?? [])),
      minimal,
      complete,
    };
  const expanded: (readonly number[])[] = [];
  for (const cover of found) {
    let choices: readonly (readonly number[])[] = [[]];
    for (const group of cover) {
      choices = choices
        .flatMap((chosen) => members(group).map((index) => [...chosen, index]))
        .slice(0, limits.models + 1);
    }
    expanded.push(...choices);
    if (expanded.length > limits.models)
      return { covers: expanded.slice(0, limits.models), minimal, complete: false };
  }
  return { covers: expanded.map((cover) => [...cover].sort((one, other) => one - other)), minimal, complete };
}
