import { groupedBy } from '../vocabulary/index.ts';
import { largestHidden } from './policy.ts';
import type { Line, ReleaseCell } from './release.ts';
import type { SummedFigure } from './summary-cells.ts';

interface Between {
  readonly cells: readonly ReleaseCell[];
  readonly lines: readonly Line[];
}

/**
 * The lines that a reader adds up along: every table that divides a figure, and every breakdown of a group. And what
 * a small difference between two figures is, where one holds all that the other holds.
 */
export function linesBetween(
  found: readonly SummedFigure[],
  atoms: ReadonlyMap<string, ReleaseCell>,
): Between {
  const quantities = [...groupedBy(found, ({ figure }) => `${figure.path}, ${figure.base ?? ''}`).values()];
  const differences = quantities.flatMap((same) => smallDifferences(same));
  const divisions = quantities.flatMap(divisionsOf);
  const breakdowns = [
    ...groupedBy(found, ({ table, figure }) =>
      JSON.stringify([table, figure.group, figure.base ?? '']),
    ).values(),
  ].flatMap((group) => breakdownsOf(group, atoms));
  return {
    cells: [...differences, ...breakdowns].flatMap(({ cells }) => cells),
    lines: [...divisions, ...[...differences, ...breakdowns].flatMap(({ lines }) => lines)],
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

/** The small counts that remain when a figure is taken from one that holds it. */
function smallDifferences(same: readonly SummedFigure[]): readonly Between[] {
  const distinct = [...new Map(same.map((each) => [each.id, each])).values()];
  const known = new Set(distinct.map((each) => each.atoms.join('\n')));
  return distinct.flatMap((whole) => {
    const held = new Set(whole.atoms);
    return distinct.flatMap((part): Between[] => {
      const count = whole.count - part.count;
      if (part === whole || part.atoms.length >= whole.atoms.length || count < 0 || count > largestHidden)
        return [];
      if (!part.atoms.every((atom) => held.has(atom))) return [];
      const taken = new Set(part.atoms);
      const rest = whole.atoms.filter((atom) => !taken.has(atom));
      if (rest.length === 1 || known.has(rest.join('\n'))) return [];
      known.add(rest.join('\n'));
      const id = `${whole.id} less ${part.id}`;
      return [
        restCell(id, count, [
          { total: whole.id, parts: [part.id, id], of: 'members' },
          { total: id, parts: rest, of: 'members' },
        ]),
      ];
    });
  });
}

const restCell = (id: string, count: number, lines: readonly Line[]): Between => ({
  cells: [{ id, label: id, count, printed: 'never', ofReturn: true }],
  lines,
});

/** The breakdowns of a group: what a breakdown divides, its categories, and those in none of them. */
function breakdownsOf(
  group: readonly SummedFigure[],
  atoms: ReadonlyMap<string, ReleaseCell>,
): readonly Between[] {
  const byPath = new Map(group.map((each) => [each.figure.path, each]));
  return group.flatMap((whole): Between[] => {
    const { path } = whole.figure;
    const parts = group.filter(({ figure }) => isCategoryOf(figure.path, path));
    if (parts.length === 0 || whole.atoms.length < 2) return [];
    const left = whole.count - parts.reduce((sum, { count }) => sum + count, 0);
    const stated = byPath.get(`${path}/not-stated`);
    const ids = parts.map(({ id }) => id);
    if (left === 0) return [{ cells: [], lines: [{ total: whole.id, parts: ids, of: 'categories' }] }];
    if (stated?.count === left)
      return [{ cells: [], lines: [{ total: whole.id, parts: [...ids, stated.id], of: 'categories' }] }];
    const rests = whole.figure.from.map((key) => `${key}: ${path}/not-stated`).filter((id) => atoms.has(id));
    const isAll = rests.reduce((sum, id) => sum + (atoms.get(id)?.count ?? 0), 0) === left;
    const id = `${whole.id}: in no category of ${path}`;
    const total: Line = { total: whole.id, parts: [...ids, id], of: 'categories' };
    return isAll && left > 0 ? [restCell(id, left, [total, { total: id, parts: rests, of: 'members' }])] : [];
  });
}

const isCategoryOf = (path: string, whole: string): boolean =>
  path.startsWith(`${whole}.`) && !/[./]/.test(path.slice(whole.length + 1));
