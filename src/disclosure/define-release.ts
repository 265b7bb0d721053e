import type { Summary } from '../summary/index.ts';
import { groupedBy } from '../vocabulary/index.ts';
import { completeLines } from './complete-lines.ts';
import { isCount } from './count.ts';
import { withEarlier, type Ledger } from './ledger.ts';
import { refusal, type Refusal } from './refusal.ts';
import type { Line, PercentageOf, Printed, Release, ReleaseCell, ReleaseTable } from './release.ts';
import { statementsIn } from './statements.ts';
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
