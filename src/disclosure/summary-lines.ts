import { notStatedPath } from '../summary/index.ts';
import { groupedBy } from '../vocabulary/index.ts';
import type { Line, ReleaseCell } from './release.ts';
import { parts } from './form-relations.ts';
import { isOneName } from './return-quantities.ts';
import type { SummedFigure } from './summed-figure.ts';

interface Between {
  readonly cells: readonly ReleaseCell[];
  readonly lines: readonly Line[];
}

/**
 * The lines that a reader adds up along: every table that divides a figure, every breakdown of a group, and what can be
 * taken from what in a group.
 */
export function linesBetween(found: readonly SummedFigure[]): Between {
  const quantities = [...groupedBy(found, ({ figure }) => `${figure.path}, ${figure.base ?? ''}`).values()];
  const groups = [...groupedBy(found, ({ table, figure }) => JSON.stringify([table, figure.group])).values()];
  const rests = groups.flatMap(restsOf);
  return {
    cells: rests.flatMap(({ cells }) => cells),
    lines: [...quantities.flatMap(divisionsOf), ...rests.flatMap(({ lines }) => lines)],
  };
}

/** Each figure that another table divides into several. */
function divisionsOf(same: readonly SummedFigure[]): readonly Line[] {
  const tables = [...groupedBy(same, ({ table }) => table).values()].map(
    (figures) => new Map(figures.flatMap((each) => each.atoms.map((atom) => [atom, each] as const))),
  );
  const whole = [
    ...new Map(same.filter(({ atoms }) => atoms.length > 1).map((each) => [each.id, each])).values(),
  ];
  return whole.flatMap((each) =>
    tables.flatMap((table): Line[] => {
      const parts = [...new Set(each.atoms.map((atom) => table.get(atom)))];
      if (parts.includes(undefined) || parts.length < 2) return [];
      const known = parts.filter((part) => part !== undefined);
      const isDivision = known.reduce((sum, part) => sum + part.atoms.length, 0) === each.atoms.length;
      return isDivision ? [{ total: each.id, parts: known.map(({ id }) => id), of: 'members' }] : [];
    }),
  );
}

/** What is divided in a group, with what it leaves over. */
function restsOf(group: readonly SummedFigure[]): readonly Between[] {
  return group.flatMap((whole) => {
    const { path, base } = whole.figure;
    const categories = group.filter(({ figure }) => figure.base === base && isCategoryOf(figure.path, path));
    const stated = group.find(({ figure }) => figure.base === base && figure.path === notStatedPath(path));
    const taken = parts.filter((each) => each.whole === path && (whole.isLaterInYear || !each.isLaterInYear));
    const divisions: readonly Division[] = [
      { some: categories, of: 'categories', isSum: true, stated },
      ...taken.map(({ parts: named, isSum = false }) => ({
        some: group.filter(({ figure }) => named.includes(figure.path)),
        of: 'implied' as const,
        isSum,
      })),
    ];
    return divisions.filter(({ some }) => some.length > 0).flatMap((division) => restOf(whole, division));
  });
}

/** Some figures that a figure holds. */
interface Division {
  readonly some: readonly SummedFigure[];
  readonly of: Line['of'];
  /** Whether readers know that nothing is left over, where nothing is. */
  readonly isSum: boolean;
  /** The row of what is left over, where it has one. */
  readonly stated?: SummedFigure | undefined;
}

/** That a figure is its parts and the rest, which has a row of its own or is in no table. */
function restOf(whole: SummedFigure, { some, of, isSum, stated }: Division): readonly Between[] {
  const ids = [...new Set(some.map(({ id }) => id))];
  const left = whole.count - some.reduce((sum, { count }) => sum + count, 0);
  if (left < 0 || ids.includes(whole.id) || ids.length < some.length) return [];
  const line = (rest: readonly string[]): Line => ({ total: whole.id, parts: [...ids, ...rest], of });
  if (left === 0 && isSum) return [{ cells: [], lines: [line([])] }];
  if (stated?.count === left && !ids.includes(stated.id)) return [{ cells: [], lines: [line([stated.id])] }];
  const id = `${whole.id} less ${ids.join(' and ')}`;
  return [
    { cells: [{ id, label: id, count: left, printed: 'never', inNoTable: true }], lines: [line([id])] },
  ];
}

const isCategoryOf = (path: string, whole: string): boolean =>
  path.startsWith(`${whole}.`) && isOneName(path.slice(whole.length + 1));
