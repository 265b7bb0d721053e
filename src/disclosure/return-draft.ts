import { isNotStated, type Contribution, type Entry } from '../summary/index.ts';
import type { Line, ReleaseCell } from './release.ts';
import { fieldOfFigure, inside, isExact } from './return-quantities.ts';

/** What is found of a return while it is looked through. */
export interface Draft {
  readonly key: string;
  readonly entries: Contribution['entries'];
  readonly merged: Contribution['merged'];
  readonly cells: Map<string, ReleaseCell>;
  readonly cellOf: Map<string, string>;
  /** The cells of what was not recorded, and follows from what was. */
  readonly followsOf: Map<string, string>;
  readonly lines: Line[];
  readonly contradictions: string[];
}

export type Known = Pick<ReleaseCell, 'isSeen' | 'within' | 'wasSmall'>;

export function add({ key, cells }: Draft, path: string, count: number, known: Known = {}): string {
  const id = `${key}: ${path}`;
  if (!cells.has(id)) cells.set(id, { id, label: id, count, printed: 'never', inNoTable: true, ...known });
  return id;
}

/** What may be taken of a row because it is there: one of an open list was written down for somebody. */
export function knownOf(path: string): Known {
  const field = fieldOfFigure(path);
  return field?.kind === 'breakdown' && field.codelist.open && path !== field.id ? { isSeen: true } : {};
}

/** The count at a path that was recorded, or that follows from what was. */
export function recorded(
  { cells, cellOf, followsOf }: Draft,
  path: string,
): { readonly id: string; readonly count: number } | undefined {
  const cell = cells.get(cellOf.get(path) ?? followsOf.get(path) ?? '');
  return cell && { id: cell.id, count: cell.count };
}

interface Division {
  readonly whole: string;
  readonly parts: readonly string[];
  readonly rest: string;
  readonly of: Line['of'];
  /** Whether nothing can be left over. */
  readonly isSum?: boolean;
}

/** How far above its least a rest has to be, for readers to doubt what others withheld in it. */
const tight = 2;

/** Adds that a whole is its parts and the rest, by what was recorded of them. False when certain parts exceed it. */
export function divide(draft: Draft, division: Division): boolean {
  const { whole, parts, rest, of, isSum = false } = division;
  const total = recorded(draft, whole);
  const { ids, withheld } = partsIn(draft, parts);
  if (total === undefined || ids.length === 0 || ids.includes(total.id)) return true;
  const left = total.count - ids.reduce((sum, id) => sum + (draft.cells.get(id)?.count ?? 0), 0);
  const least = withheld.length === 0 ? undefined : withheld.reduce((sum, { low }) => sum + low, 0);
  if (left < (least ?? 0)) return !isExact(draft.entries[whole]);
  const others =
    left === 0 && (isSum || isNotStated(rest))
      ? []
      : [add(draft, rest, left, knownOfRest(division, left, least))];
  for (const id of others) draft.cellOf.set(rest, id);
  draft.lines.push({ total: total.id, parts: [...ids, ...others], of });
  return true;
}

/**
 * What readers know of a rest: a row of those in no category stands there for somebody; of any other rest they do not
 * even know that it is 0. What others withheld is in it: where it is about its least, the doubt that they left would be
 * gone.
 */
function knownOfRest({ rest }: Division, left: number, withheld: number | undefined): Known {
  const within = [Math.max(isNotStated(rest) ? 1 : 0, withheld ?? 0)] as const;
  return withheld !== undefined && left - withheld < tight ? { within, wasSmall: true } : { within };
}

/** The recorded counts behind some paths, and what others withheld there. */
function partsIn(
  draft: Draft,
  parts: readonly string[],
): { readonly ids: readonly string[]; readonly withheld: readonly Entry[] } {
  const found = parts.flatMap((path) => {
    const entry = draft.entries[path];
    return entry === undefined ? [] : [inside(path, entry, draft.merged)];
  });
  return {
    ids: found
      .flatMap(({ numbers }) => numbers)
      .map(([path, count]) => draft.cellOf.get(path) ?? add(draft, path, count, knownOf(path))),
    withheld: found.flatMap(({ withheld }) => withheld),
  };
}
