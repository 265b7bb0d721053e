import { percentage } from '../figures/index.ts';
import type { Summary } from '../summary/index.ts';
import { groupedBy } from '../vocabulary/index.ts';
import { withEarlier, type Ledger } from './ledger.ts';
import { refusal, type Refusal } from './refusal.ts';
import type { Line, PercentageOf, Printed, Release, ReleaseCell, ReleaseTable } from './release.ts';
import { placeSummaries } from './summary-cells.ts';

/** A cell of a table: a count of people. */
export interface CellContents {
  /** The same id in two tables is the same quantity. */
  readonly id: string;
  readonly label?: string;
  readonly count: number;
  /** `if-safe` unless said. */
  readonly printed?: Printed;
  readonly weight?: number;
}

/** A total and its parts. */
export interface LineContents {
  readonly total: string;
  readonly parts: readonly string[];
  /** Whether people may be in none of the parts: how many is then one more quantity that nobody prints. */
  readonly incomplete?: boolean;
  /** `categories` unless said. */
  readonly of?: Line['of'];
}

/** A table from anywhere. */
export interface TableContents {
  readonly id: string;
  readonly title?: string;
  readonly cells: readonly CellContents[];
  readonly lines?: readonly LineContents[];
}

/** A number in a sentence, a caption or a chart: what it is the sum of, or the percentage. */
export type Statement =
  | { readonly id: string; readonly count: number; readonly of: readonly string[] }
  | { readonly id: string; readonly percentage: number; readonly part: string; readonly whole: string };

/** Everything that leaves together. */
export interface ReleaseContents {
  readonly tables?: readonly TableContents[];
  /** Summaries of returns; their groupings may cut across each other. */
  readonly summaries?: readonly Summary[];
  readonly statements?: readonly Statement[];
  /** What was published before. */
  readonly earlier?: Ledger;
  /** The ids of cells that everybody knows already: they are shown whatever they are. */
  readonly alreadyPublic?: readonly string[];
  /** Says that figures which differ from an earlier release correct it. */
  readonly corrects?: boolean;
}

/** A release, or why there is none. */
export type DefinedRelease =
  | { readonly release: Release; readonly refused?: undefined }
  | { readonly release?: undefined; readonly refused: readonly Refusal[] };

/**
 * What is about to be published, with every linear relation between its numbers: those that tables declare, those
 * between the breakdowns of a return, between groupings of the same returns however they cut across each other, and
 * with earlier releases. A number that cannot be placed is refused.
 *
 * @example
 * const { release } = defineRelease({ tables: [{ id: 'age', cells: [{ id: 'all', count: 75 }, { id: 'under 12', count: 1 }, { id: '12 and over', count: 74 }], lines: [{ total: 'all', parts: ['under 12', '12 and over'] }] }] });
 * release?.cells.length; // => 3
 * defineRelease({ tables: [{ id: 'age', cells: [{ id: 'all', count: -1 }] }] }).refused?.map(({ code }) => code); // => ['not-a-count']
 */
export function defineRelease(contents: ReleaseContents): DefinedRelease {
  const { tables = [], summaries = [], statements = [], earlier = [], corrects = false } = contents;
  const known = new Set(contents.alreadyPublic);
  const placed = placeSummaries(summaries);
  if (placed.refused.length > 0) return { refused: placed.refused };
  const own = tables.flatMap(({ cells }) => cells.map(wholeCell));
  const said = statementsIn(statements, [...own, ...placed.cells]);
  const cells = [...own, ...placed.cells, ...said.cells];
  const lines = [...tables.flatMap(({ lines: each = [] }) => each), ...said.lines];
  const refused = [
    ...badCounts(cells),
    ...differingCells(cells),
    ...unknownCells(lines, said.percentages, cells),
    ...said.refused,
    ...(cells.length === 0 ? [refusal('empty')] : []),
  ];
  if (refused.length > 0) return { refused };
  const completed = completeLines(lines, cells);
  if (completed.refused.length > 0) return { refused: completed.refused };
  return withEarlier(
    {
      cells: distinct([...cells, ...completed.cells]).map((cell) =>
        known.has(cell.id) ? { ...cell, printed: 'always' } : cell,
      ),
      lines: [...completed.lines, ...placed.lines],
      tables: [...tables.map(tableOf), ...said.tables],
      percentages: said.percentages,
      summaries: placed.summaries,
      corrects,
    },
    earlier,
  );
}

const wholeCell = ({ id, label = id, count, printed = 'if-safe', weight }: CellContents): ReleaseCell => ({
  id,
  label,
  count,
  printed,
  ...(weight !== undefined && { weight }),
});

const tableOf = ({ id, title = id, cells }: TableContents): ReleaseTable => ({
  id,
  title,
  cells: cells.filter(({ printed }) => printed !== 'never').map((cell) => cell.id),
});

/** Whether a value is a count: a whole number from 0, and not the negative zero that arithmetic gone wrong leaves. */
const isCount = (count: unknown): boolean =>
  Number.isSafeInteger(count) && (count as number) >= 0 && !Object.is(count, -0);

const badCounts = (cells: readonly ReleaseCell[]): readonly Refusal[] => {
  const bad = cells.filter(
    ({ count, weight = 1 }) => !isCount(count) || !(weight >= 0 && Number.isFinite(weight)),
  );
  return bad.length === 0
    ? []
    : [
        refusal(
          'not-a-count',
          bad.map(({ id }) => id),
        ),
      ];
};

/** One quantity under one id has one count. */
const differingCells = (cells: readonly ReleaseCell[]): readonly Refusal[] => {
  const twice = [...groupedBy(cells, ({ id }) => id)]
    .filter(([, same]) => new Set(same.map(({ count }) => count)).size > 1)
    .map(([id]) => id);
  return twice.length === 0 ? [] : [refusal('same-cell-twice', twice)];
};

const strictest: readonly Printed[] = ['never', 'if-safe', 'always'];

/** One cell an id, printed as often as any mention of it says. */
const distinct = (cells: readonly ReleaseCell[]): readonly ReleaseCell[] =>
  [...groupedBy(cells, ({ id }) => id).values()].flatMap((same) => {
    const [first] = same;
    const rank = Math.max(...same.map(({ printed }) => strictest.indexOf(printed)));
    return first === undefined ? [] : [{ ...first, printed: strictest[rank] ?? first.printed }];
  });

const unknownCells = (
  lines: readonly LineContents[],
  percentages: readonly PercentageOf[],
  cells: readonly ReleaseCell[],
): readonly Refusal[] => {
  const known = new Set(cells.map(({ id }) => id));
  const named = [
    ...lines.flatMap(({ total, parts }) => [total, ...parts]),
    ...percentages.flatMap(({ part, whole }) => [part, whole]),
  ];
  const unknown = [...new Set(named.filter((id) => !known.has(id)))];
  return unknown.length === 0 ? [] : [refusal('unknown-cell', unknown)];
};

interface Completed {
  readonly cells: readonly ReleaseCell[];
  readonly lines: readonly Line[];
  readonly refused: readonly Refusal[];
}

/** The lines with those that are in none of their parts, as one more part. */
function completeLines(contents: readonly LineContents[], cells: readonly ReleaseCell[]): Completed {
  const countOf = new Map(cells.map(({ id, count }) => [id, count]));
  const added: ReleaseCell[] = [];
  const wrong: string[] = [];
  const lines = contents.map(({ total, parts, incomplete = false, of = 'categories' }, index): Line => {
    const rest = (countOf.get(total) ?? 0) - parts.reduce((sum, part) => sum + (countOf.get(part) ?? 0), 0);
    const isSum = incomplete ? rest >= 0 : rest === 0;
    if (!isSum || new Set([total, ...parts]).size <= parts.length) wrong.push(total);
    if (!incomplete) return { total, parts, of };
    const id = `${total}: in none of the parts of line ${index + 1}`;
    added.push({ id, label: id, count: Math.max(0, rest), printed: 'never' });
    return { total, parts: [...parts, id], of };
  });
  return {
    cells: added,
    lines,
    refused: wrong.length === 0 ? [] : [refusal('parts-disagree', [...new Set(wrong)])],
  };
}

interface Said {
  readonly cells: readonly ReleaseCell[];
  readonly lines: readonly LineContents[];
  readonly percentages: readonly PercentageOf[];
  readonly tables: readonly ReleaseTable[];
  readonly refused: readonly Refusal[];
}

/** What statements add: a cell for every sum, a percentage of two cells, and what cannot be placed or is not so. */
function statementsIn(statements: readonly Statement[], cells: readonly ReleaseCell[]): Said {
  const countOf = new Map(cells.map(({ id, count }) => [id, count]));
  const sums = statements.filter((each) => 'of' in each);
  const shares = statements.filter((each) => 'part' in each);
  const isPlaced = (ids: readonly string[]): boolean => ids.length > 0 && ids.every((id) => countOf.has(id));
  const sum = (ids: readonly string[]): number => ids.reduce((all, id) => all + (countOf.get(id) ?? 0), 0);
  const unplaced = [
    ...sums.filter(({ of }) => !isPlaced(of) || new Set(of).size < of.length),
    ...shares.filter(({ part, whole }) => !isPlaced([part, whole])),
    ...statements.filter((each) => !('of' in each) && !('part' in each)),
  ].map(({ id }) => id);
  const wrong = [
    ...sums.filter(({ of, count }) => isPlaced(of) && count !== sum(of)),
    ...shares.filter((each) => isPlaced([each.part, each.whole]) && !isShare(each, countOf)),
  ].map(({ id }) => id);
  return {
    cells: sums.map(({ id, count }) => ({ id, label: id, count, printed: 'if-safe' })),
    lines: sums.map(({ id, of }) => ({ total: id, parts: of, of: 'members' })),
    percentages: shares.map(({ id, part, whole }) => ({ id, part, whole })),
    tables:
      sums.length === 0 ? [] : [{ id: 'statements', title: 'In sentences', cells: sums.map(({ id }) => id) }],
    refused: [
      ...(unplaced.length === 0 ? [] : [refusal('unplaced', unplaced)]),
      ...(wrong.length === 0 ? [] : [refusal('statement-disagrees', wrong)]),
    ],
  };
}

function isShare(
  {
    percentage: said,
    part,
    whole,
  }: { readonly percentage: number; readonly part: string; readonly whole: string },
  countOf: ReadonlyMap<string, number>,
): boolean {
  const [numerator = 0, denominator = 0] = [countOf.get(part), countOf.get(whole)];
  if (!isCount(numerator) || !isCount(denominator)) return true;
  return numerator <= denominator && percentage(numerator, denominator)?.low === said;
}
