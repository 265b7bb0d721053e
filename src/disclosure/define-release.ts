import { groupedBy } from '../vocabulary/index.ts';
import { withCarriedOver } from './carried-over.ts';
import { withComingAndGoing, withSupposedFlows } from './coming-and-going.ts';
import { completeLines } from './complete-lines.ts';
import { isCount } from './count.ts';
import { withDifferences } from './differences.ts';
import { withOverlapping } from './overlapping-returns.ts';
import { withPeopleOfYears } from './people-of-a-year.ts';
import { refusal, refusedIf, type Refusal } from './refusal.ts';
import type { DefinedRelease, PercentageOf, Printed, Release, ReleaseCell, ReleaseTable } from './release.ts';
import type { CellContents, LineContents, ReleaseContents, TableContents } from './release-contents.ts';
import { malformed } from './shapes.ts';
import { idsByLabel, statementsIn } from './statements.ts';
import { placeSummaries } from './summary-cells.ts';
import { withSumsWorkedOut } from './sums-left-out.ts';
import { sumsOfLines } from './sums-of-lines.ts';
import { withEarlier } from './with-earlier.ts';
import { withBoundsOfOthers } from './withheld-by-others.ts';

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
  const refused = malformed(contents);
  return refused.length > 0 ? { refused } : related(contents);
}

/** Contents of the right shape with their relations. */
function related(contents: ReleaseContents): DefinedRelease {
  const { tables = [], summaries = [], statements = [], earlier = [], corrects = false } = contents;
  const placed = placeSummaries(summaries);
  if (placed.refused.length > 0) return { refused: placed.refused };
  const own = tables.flatMap(({ cells }) => cells.map(wholeCell));
  const said = statementsIn(statements, [...own, ...placed.cells]);
  const cells = [...own, ...placed.cells, ...said.cells];
  const known = (contents.alreadyPublic ?? []).map(idsByLabel(cells));
  const lines = [...tables.flatMap(({ lines: each = [] }) => each), ...said.lines];
  const refused = [
    ...badCounts(cells),
    ...differingCells(cells),
    ...unknownCells(lines, said.percentages, cells),
    ...said.refused,
    ...unknownNames(known, cells),
    ...(cells.length === 0 ? [refusal('empty')] : []),
  ];
  if (refused.length > 0) return { refused };
  const completed = completeLines(lines, cells);
  if (completed.refused.length > 0) return { refused: completed.refused };
  const defined = withEarlier(
    {
      cells: distinct([...cells, ...completed.cells]).map((cell) =>
        known.includes(cell.id) ? { ...cell, printed: 'always', publicBy: 'everybody' } : cell,
      ),
      lines: [...completed.lines, ...placed.lines],
      tables: [...tables.map(tableOf), ...said.tables],
      percentages: said.percentages,
      summaries: placed.summaries,
      sums: sumsOfLines(completed.lines, placed.sums),
      corrects,
      combined: placed.combined,
      withheld: placed.withheld,
    },
    earlier,
  );
  return defined.release === undefined
    ? defined
    : summedUp(withRelations(withBoundsOfOthers(defined.release, earlier)));
}

/** A release with what its counts have to do with each other besides what its tables say. */
const withRelations = (release: Release): Release =>
  withOverlapping(withPeopleOfYears(withSupposedFlows(withAllWorkedOut(withDifferences(release)))));

/** A release in which nothing more follows from how young people come and go, of services alone or together. */
function withAllWorkedOut(release: Release): Release {
  const more = withComingAndGoing(withSumsWorkedOut(withCarriedOver(release)));
  return more.cells.length === release.cells.length ? more : withAllWorkedOut(more);
}

/** A release in which every total is the sum of its parts: otherwise its tables contradict each other. */
function summedUp(release: Release): DefinedRelease {
  const countOf = new Map(release.cells.map(({ id, count }) => [id, count]));
  const wrong = release.lines.filter(
    ({ total, parts }) =>
      parts.reduce((sum, part) => sum + (countOf.get(part) ?? 0), 0) !== countOf.get(total),
  );
  return wrong.length === 0
    ? { release }
    : {
        refused: [
          refusal(
            'parts-disagree',
            wrong.map(({ total }) => total),
          ),
        ],
      };
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
  return refusedIf(
    'not-a-count',
    bad.map(({ id }) => id),
  );
};

/** One quantity under one id has one count. */
const differingCells = (cells: readonly ReleaseCell[]): readonly Refusal[] => {
  const twice = [...groupedBy(cells, ({ id }) => id)]
    .filter(([, same]) => new Set(same.map(({ count }) => count)).size > 1)
    .map(([id]) => id);
  return refusedIf('same-cell-twice', twice);
};

const strictest: readonly Printed[] = ['never', 'if-safe', 'always'];

/** One cell an id: it stands in a table when any mention of it does, and is printed as often as any says. */
const distinct = (cells: readonly ReleaseCell[]): readonly ReleaseCell[] =>
  [...groupedBy(cells, ({ id }) => id).values()].flatMap((same) => {
    const rank = Math.max(...same.map(({ printed }) => strictest.indexOf(printed)));
    const tabled = same.find(({ inNoTable }) => inNoTable === undefined) ?? same[0];
    return tabled === undefined ? [] : [{ ...tabled, printed: strictest[rank] ?? tabled.printed }];
  });

const unknownNames = (names: readonly string[], cells: readonly ReleaseCell[]): readonly Refusal[] => {
  const known = new Set(cells.map(({ id }) => id));
  return refusedIf(
    'unknown-cell',
    names.filter((name) => !known.has(name)),
  );
};

const unknownCells = (
  lines: readonly LineContents[],
  percentages: readonly PercentageOf[],
  cells: readonly ReleaseCell[],
): readonly Refusal[] => {
  const named = [
    ...lines.flatMap(({ total, parts }) => [total, ...parts]),
    ...percentages.flatMap(({ part, whole }) => [part, whole]),
  ];
  return unknownNames(named, cells);
};
