import { groupedBy } from '../../vocabulary/index.ts';
import { emptySet, isIn, setOf, type BitSet } from './bit-set.ts';
import { minimalCovers, type MinimalCovers, type SearchLimits } from './minimal-covers.ts';
import { covers, primeImplicants, type Term } from './prime-implicants.ts';
import { presentIn, rowNumber, termText, type TruthTable, type TruthTableRow } from './truth-table.ts';

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

/** One conjunction of a solution, with how well it fits. */
export interface SolutionTerm {
  /** In Boolean notation: `manager*~large`. */
  readonly term: string;
  /** Its cases with the outcome that is explained. */
  readonly cases: readonly string[];
  /** Of its cases, the share that has the outcome. */
  readonly consistency: number;
  /** Of all cases with the outcome, the share that it covers, and the share that only it covers within its model. */
  readonly rawCoverage: number;
  readonly uniqueCoverage: number;
}

/** A minimal model: conjunctions that together cover every positive row. */
export interface SolutionModel {
  /** In Boolean notation: `manager*~large + rural`. */
  readonly formula: string;
  readonly terms: readonly SolutionTerm[];
  readonly consistency: number;
  readonly coverage: number;
  /** How many combinations that no case has the model takes to have the outcome: {@link assumptionsOf} lists them. */
  readonly assumptions: number;
  /** Cases that could not be placed, and of which enough is known to contradict the model. */
  readonly contradictedBy: readonly string[];
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

/** What a model is measured against. */
interface Fit {
  readonly table: TruthTable;
  readonly outcome: boolean;
  readonly remainders: Remainders;
}

function modelOf({ table, outcome, remainders }: Fit, terms: readonly Term[]): SolutionModel {
  const [having, lacking] = casesOf(table, outcome);
  const timesOf = (cases: readonly PlacedCase[]): readonly number[] =>
    cases.map(({ present }) => terms.filter((term) => covers(term, present)).length);
  const [times, wrong] = [timesOf(having), timesOf(lacking).filter((count) => count > 0).length];
  const all = times.filter((count) => count > 0).length;
  return {
    formula: terms.map((term) => termText(table.conditions, term)).join(' + '),
    terms: terms.map((term): SolutionTerm => {
      const own = [...having.entries()].filter(([, { present }]) => covers(term, present));
      const others = lacking.filter(({ present }) => covers(term, present)).length;
      return {
        term: termText(table.conditions, term),
        cases: own.map(([, { name }]) => name),
        consistency: share(own.length, own.length + others),
        rawCoverage: share(own.length, having.length),
        uniqueCoverage: share(own.filter(([index]) => times[index] === 1).length, having.length),
      };
    }),
    consistency: share(all, all + wrong),
    coverage: share(all, having.length),
    assumptions: takenIn(remainders, terms).length,
    contradictedBy: table.unplaced
      .filter(
        ({ present, hasOutcome }) =>
          hasOutcome === !outcome && terms.some((term) => certainlyCovers(term, present)),
      )
      .map(({ name }) => name),
  };
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

interface PlacedCase {
  readonly name: string;
  readonly present: readonly boolean[];
}

/** The placed cases with the outcome that is explained, and those without. */
function casesOf(
  { rows }: TruthTable,
  outcome: boolean,
): readonly [readonly PlacedCase[], readonly PlacedCase[]] {
  const placed = (pick: (row: TruthTableRow) => readonly string[]): readonly PlacedCase[] =>
    rows.flatMap((row) => pick(row).map((name) => ({ name, present: row.present })));
  const [having, lacking] = [placed(({ withOutcome }) => withOutcome), placed(({ without }) => without)];
  return outcome ? [having, lacking] : [lacking, having];
}

/** The combinations that no case has, with which of them each term takes in. */
interface Remainders {
  readonly texts: readonly string[];
  readonly takenIn: ReadonlyMap<Term, BitSet>;
}

function remaindersOf({ conditions, rows }: TruthTable, terms: readonly Term[]): Remainders {
  const occurring = new Set(rows.map(({ present }) => rowNumber(present)));
  const open = Array.from({ length: 2 ** conditions.length }, (_, number) => number)
    .filter((number) => !occurring.has(number))
    .map((number) => presentIn(number, conditions.length));
  const within = (term: Term): readonly number[] =>
    open.flatMap((present, index) => (covers(term, present) ? [index] : []));
  return {
    texts: open.map((present) => termText(conditions, present)),
    takenIn: new Map(terms.map((term) => [term, setOf(open.length, within(term))])),
  };
}

function takenIn({ texts, takenIn: bySet }: Remainders, terms: readonly Term[]): readonly string[] {
  const sets = terms.flatMap((term) => bySet.get(term) ?? []);
  return texts.filter((_, index) => sets.some((set) => isIn(set, index)));
}

/** Whether a case is one that a term describes, by what is known of it. */
const certainlyCovers = (term: Term, present: readonly (boolean | null)[]): boolean =>
  term.every((each, index) => each === undefined || each === present[index]);
