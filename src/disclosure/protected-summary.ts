import { between, exactly, highOf, type Bounds, type Figure } from '../figures/index.ts';
import { returnKey, type CoreReturn } from '../form/index.ts';
import {
  isNotStated,
  regroup,
  shareOf,
  wholePath,
  type Contribution,
  type Dimension,
  type Entry,
  type SummaryFigure,
} from '../summary/index.ts';
import { groupedBy } from '../vocabulary/index.ts';
import type { ProtectedFigure } from './protected-figure.ts';
import { protectedReturns } from './protected-return.ts';
import type { ProtectedCell } from './protected-cell.ts';
import { readerBounds } from './reader-bounds.ts';
import type { PlacedSummary, Sum } from './release.ts';
import { countsYoungPeople, withheldAt } from './return-quantities.ts';

/** A summary as it may be printed. */
export interface ProtectedSummary {
  readonly id: string;
  readonly by: readonly Dimension[];
  readonly figures: readonly ProtectedFigure[];
  /** The returns that it prints one by one, with what is hidden as withheld cells. */
  readonly returns: readonly CoreReturn[];
}

/**
 * A summary in protected numbers: what its returns say is replaced by what a reader knows of it, and added up again.
 * Figures that are printed as they are stand in their place.
 */
export function protectedSummary(
  placed: PlacedSummary,
  cells: ReadonlyMap<string, ProtectedCell>,
  sums: readonly Sum[],
): ProtectedSummary {
  const { id, summary, cellOf, countOf } = placed;
  const lines = sums.filter(({ id: sum, atoms }) => cells.has(sum) && atoms.length > 1);
  const known = new Map<string, Bounds>(
    [...cells].map(([cell, { low, high }]) => [cell, between(low, high)]),
  );
  const bounds = readerBounds(
    known,
    lines.map(({ id: total, atoms: parts }) => ({ total, parts })),
  );
  const readers = regroup(
    { ...summary, contributions: summary.contributions.map((each) => asRead(each, countOf, cells, bounds)) },
    {},
  );
  const worked = new Map(readers.figures.map((figure) => [placeOf(figure), figure]));
  const figures = summary.figures.map((figure, index) => {
    const place = cellOf[index];
    const cell = place && cells.get(place.cell);
    const isPrinted = cell !== undefined && !(place?.isOverTime === true && cell.mark === 'hidden');
    return asPrinted(
      figure,
      { cell: isPrinted ? cell : undefined, besides: place?.besides ?? 0 },
      worked.get(placeOf(figure)),
    );
  });
  return {
    id,
    by: summary.by,
    figures: withShares(summary.figures, figures),
    returns: protectedReturns(placed, figures),
  };
}

/** Printed figures, each with its percentage where it has one. */
function withShares(
  all: readonly SummaryFigure[],
  printed: readonly (ProtectedFigure | undefined)[],
): readonly ProtectedFigure[] {
  const besides = groupedBy(
    all.flatMap((figure, index) => withReturns(printed[index], figure)),
    groupOf,
  );
  return all.flatMap(({ from }, index) => {
    const figure = printed[index];
    if (figure === undefined) return [];
    return [{ ...figure, ...shareIn(besides.get(groupOf(figure)) ?? [], { ...figure, from }) }];
  });
}

/** A figure as it is printed, with the returns behind it. */
type Printed = ProtectedFigure & Pick<SummaryFigure, 'from'>;

/** A printed figure with its returns. Of people whom no category accounts for, and who are left out, nothing is known. */
function withReturns(printed: ProtectedFigure | undefined, figure: SummaryFigure): readonly Printed[] {
  const { group, path, base, coverage, from } = figure;
  if (printed !== undefined) return [{ ...printed, from }];
  if (!isNotStated(path)) return [];
  return [{ group, path, ...(base && { base }), low: 0, coverage, caveats: [], mark: 'worked-out', from }];
}

/** A figure with what may be said of it; nothing, where there is nothing to say. */
function asPrinted(
  figure: SummaryFigure,
  { cell, besides }: { readonly cell: ProtectedCell | undefined; readonly besides: number },
  read: Figure | undefined,
): ProtectedFigure | undefined {
  const { group, path, base, coverage, caveats } = figure;
  const place = { group, path, ...(base && { base }), coverage };
  if (!countsYoungPeople(path))
    return { ...place, caveats, ...between(figure.low, figure.high), mark: 'open' };
  // The caveats of a true figure may tell what nobody is to know of it: whether somebody is counted twice, for instance.
  if (cell === undefined) {
    // Where returns contradict each other, what is worked out from protected numbers may miss the figure: then it is left out.
    if (read === undefined || read.low > figure.low || highOf(read) < highOf(figure)) return undefined;
    return { ...place, caveats: read.caveats, ...between(read.low, read.high), mark: 'worked-out' };
  }
  const rounded = cell.rounded === undefined || cell.isAtLeast ? {} : { rounded: cell.rounded };
  return {
    ...place,
    caveats,
    ...shownBounds(cell, { isWhole: figure.low === figure.high, besides }, read),
    mark: cell.mark,
    ...rounded,
  };
}

/** The percentage of a figure from printed numbers alone. */
function shareIn(
  beside: readonly Printed[],
  figure: Printed,
): Pick<ProtectedFigure, 'share' | 'isShareHidden'> {
  const whole = wholePath(figure.path);
  if (whole === undefined) return {};
  const isHidden = [figure, ...beside.filter(({ path }) => path === whole)].some(
    ({ mark }) => mark === 'hidden',
  );
  if (isHidden) return { isShareHidden: true };
  const share = shareOf({ figures: beside.map(asNumber) }, asNumber(figure));
  return share === undefined ? {} : { share };
}

/** A figure with the number that is printed for it. */
const asNumber = (figure: Printed): Printed =>
  figure.rounded === undefined ? figure : { ...figure, ...exactly(figure.rounded) };

/** What is printed of a figure: of one that is at least so much, no more than a reader can say. */
function shownBounds(
  cell: ProtectedCell,
  { isWhole, besides }: { readonly isWhole: boolean; readonly besides: number },
  read: Figure | undefined,
): Bounds {
  const low = cell.low + besides;
  if (isWhole) return between(low, highOf(cell) + besides);
  return between(low, read === undefined ? Infinity : Math.max(low, highOf(read)));
}

/** A return as a reader knows it. */
function asRead(
  contribution: Contribution,
  countOf: PlacedSummary['countOf'],
  cells: ReadonlyMap<string, ProtectedCell>,
  bounds: ReadonlyMap<string, Bounds>,
): Contribution {
  return {
    ...contribution,
    entries: Object.fromEntries(
      Object.entries(contribution.entries).map(([path, entry]) => {
        if (!countsYoungPeople(path) || entry.says === 'not-applicable') return [path, entry];
        // What was withheld before it came here is public as it is; what was made of it here is not.
        const given = withheldAt(path, contribution);
        if (given !== undefined) return [path, given];
        const cell = countOf[`${returnKey(contribution)}: ${path}`];
        const isOpenEnded = entry.says === 'number' && entry.low !== entry.high;
        if (cell === undefined)
          return [path, { low: 0, says: entry.says === 'number' ? 'withheld' : entry.says }];
        const { low, high } = bounds.get(cell) ?? { low: 0 };
        const says: Entry['says'] = cells.get(cell)?.mark === 'shown' ? entry.says : 'withheld';
        return [path, { ...between(low, isOpenEnded ? Infinity : high), says }];
      }),
    ),
  };
}

const groupOf = ({ group, base }: ProtectedFigure): string => JSON.stringify([group, base ?? '']);

const placeOf = ({ group, path, base }: Pick<SummaryFigure, 'group' | 'path' | 'base'>): string =>
  JSON.stringify([group, path, base ?? '']);
