import { between, exactly, highOf, type Bounds, type Figure } from '../figures/index.ts';
import {
  regroup,
  type Contribution,
  type Dimension,
  type Entry,
  type SummaryFigure,
} from '../summary/index.ts';
import type { ProtectedCell } from './published.ts';
import { readerBounds } from './reader-bounds.ts';
import type { Line, PlacedSummary } from './release.ts';
import { countsYoungPeople } from './return-atoms.ts';

/** A figure of a summary as it may be printed. */
export interface ProtectedFigure extends Pick<
  SummaryFigure,
  'group' | 'path' | 'base' | 'low' | 'high' | 'coverage' | 'caveats'
> {
  /**
   * `shown`, `rounded` or `hidden`, as its cell is; `worked-out` when its bounds follow from other printed numbers;
   * `open` when it counts no young people.
   */
  readonly mark: ProtectedCell['mark'] | 'worked-out' | 'open';
  readonly rounded?: number;
}

/** A summary as it may be printed. */
export interface ProtectedSummary {
  readonly id: string;
  readonly by: readonly Dimension[];
  readonly figures: readonly ProtectedFigure[];
}

/**
 * A summary in protected numbers: what its returns say is replaced by what a reader knows of it, and added up again.
 * Figures that are printed as they are stand in their place.
 */
export function protectedSummary(
  { id, summary, cellOf, countOf }: PlacedSummary,
  cells: ReadonlyMap<string, ProtectedCell>,
  lines: readonly Line[],
): ProtectedSummary {
  const sums = lines.filter(({ total, of }) => of === 'members' && cells.has(total));
  const known = new Map<string, Bounds>(
    [...cells].map(([cell, { low, high }]) => [cell, between(low, high)]),
  );
  const bounds = readerBounds(known, sums);
  const readers = regroup(
    { ...summary, contributions: summary.contributions.map((each) => asRead(each, countOf, cells, bounds)) },
    {},
  );
  const worked = new Map(readers.figures.map((figure) => [placeOf(figure), figure]));
  return {
    id,
    by: summary.by,
    figures: summary.figures.flatMap((figure, index): ProtectedFigure[] => {
      const { group, path, base, coverage, caveats } = figure;
      const place = { group, path, ...(base && { base }), coverage };
      if (!countsYoungPeople(path))
        return [{ ...place, caveats, ...between(figure.low, figure.high), mark: 'open' }];
      const read = worked.get(placeOf(figure));
      const cell = cells.get(cellOf[index] ?? '');
      if (cell === undefined)
        return read === undefined
          ? []
          : [{ ...place, caveats: read.caveats, ...between(read.low, read.high), mark: 'worked-out' }];
      const isWhole = figure.low === figure.high;
      const rounded = cell.rounded === undefined ? {} : { rounded: cell.rounded };
      return [{ ...place, caveats, ...shownBounds(cell, isWhole, read), mark: cell.mark, ...rounded }];
    }),
  };
}

/** What is printed of a figure: of one that is at least so much, no more than a reader can say. */
function shownBounds(cell: ProtectedCell, isWhole: boolean, read: Figure | undefined): Bounds {
  if (cell.mark === 'shown' && isWhole) return exactly(cell.low);
  if (cell.mark === 'shown')
    return between(cell.low, read === undefined ? Infinity : Math.max(cell.low, highOf(read)));
  return between(cell.low, cell.high);
}

/** A return as a reader knows it. */
function asRead(
  contribution: Contribution,
  countOf: PlacedSummary['countOf'],
  cells: ReadonlyMap<string, ProtectedCell>,
  bounds: ReadonlyMap<string, Bounds>,
): Contribution {
  const { service, period, entries } = contribution;
  const key = `${service}, ${period.from}/${period.to}`;
  return {
    ...contribution,
    entries: Object.fromEntries(
      Object.entries(entries).map(([path, entry]) => {
        if (!countsYoungPeople(path) || entry.says === 'not-applicable') return [path, entry];
        const cell = countOf[`${key}: ${path}`];
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

const placeOf = ({ group, path, base }: Pick<SummaryFigure, 'group' | 'path' | 'base'>): string =>
  JSON.stringify([group, path, base ?? '']);
