import { isIn, setOf, type BitSet } from './bit-set.ts';
import { covers, type Term } from './prime-implicants.ts';
import { presentIn, rowNumber, termText, type TruthTable, type TruthTableRow } from './truth-table.ts';

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

/** What a model is measured against. */
export interface Fit {
  readonly table: TruthTable;
  readonly outcome: boolean;
  readonly remainders: Remainders;
}

export function modelOf({ table, outcome, remainders }: Fit, terms: readonly Term[]): SolutionModel {
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

export function remaindersOf({ conditions, rows }: TruthTable, terms: readonly Term[]): Remainders {
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

export function takenIn({ texts, takenIn: bySet }: Remainders, terms: readonly Term[]): readonly string[] {
  const sets = terms.flatMap((term) => bySet.get(term) ?? []);
  return texts.filter((_, index) => sets.some((set) => isIn(set, index)));
}

/** Whether a case is one that a term describes, by what is known of it. */
const certainlyCovers = (term: Term, present: readonly (boolean | null)[]): boolean =>
  term.every((each, index) => each === undefined || each === present[index]);
