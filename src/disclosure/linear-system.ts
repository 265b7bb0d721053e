import { behindRounded, isSmall, roundTo, type Policy } from './policy.ts';
import type { Line, Release, ReleaseCell } from './release.ts';

/** A relation by the places of its cells: the total is the sum of the parts. */
export interface Row {
  readonly total: number;
  readonly parts: readonly number[];
  /** The places of its breakdown or division, for messages. */
  readonly of: Line['of'];
}

/** A release as a system of linear equations over whole numbers. */
export interface LinearSystem {
  readonly cells: readonly ReleaseCell[];
  readonly rows: readonly Row[];
  /** For each cell, the rows it stands in. */
  readonly rowsOf: readonly (readonly number[])[];
  /** The least and the greatest count that a reader thinks possible of a cell while it is hidden. */
  readonly lows: readonly number[];
  readonly highs: readonly number[];
  /** The same while it is shown: the count itself, or what may stand behind a rounded one. */
  readonly shownLows: readonly number[];
  readonly shownHighs: readonly number[];
  /** How much is lost when a cell is hidden. */
  readonly weights: readonly number[];
}

/** The element at a place that is known to be there. */
export const at = <Element>(list: ArrayLike<Element>, index: number): Element => list[index] as Element;

/** The system of a release, in an order that does not depend on that of its tables. */
export function linearSystem(release: Release, policy: Policy): LinearSystem {
  const kept = release.cells.filter((cell) => !isIdle(cell, policy));
  const cells = kept.sort((one, other) => (one.id < other.id ? -1 : 1));
  const placeOf = new Map(cells.map(({ id }, index) => [id, index]));
  if (placeOf.size < cells.length) throw new Error('linearSystem: two cells have one id');
  const place = (id: string): number => placeOf.get(id) ?? -1; // every line that is kept names cells that are
  const rows = release.lines
    .filter(({ total, parts }) => [total, ...parts].every((id) => placeOf.has(id)))
    .map(({ total, parts, of }): Row => ({ total: place(total), parts: parts.map(place), of }))
    .sort(byPlaces);
  const rowsOf: number[][] = cells.map(() => []);
  for (const [index, { total, parts }] of rows.entries())
    for (const cell of [total, ...parts]) rowsOf[cell]?.push(index);
  const totals = cells.map(
    (_, cell) => at(rowsOf, cell).filter((row) => at(rows, row).total === cell).length,
  );
  return {
    cells,
    rows,
    rowsOf,
    lows: cells.map((cell) => lowOf(cell, policy)),
    highs: cells.map(({ within }) => within?.[1] ?? Infinity),
    ...shownRanges(cells, policy),
    weights: cells.map((cell, index) => weightOf(cell, at(totals, index))),
  };
}

/** Whether a difference is not small by a policy: it says nothing that other lines do not. */
const isIdle = ({ isDifference, count }: ReleaseCell, policy: Policy): boolean =>
  isDifference === true && !isSmall(policy, count);

function byPlaces(one: Row, other: Row): number {
  const [first, second] = [one, other].map(({ total, parts }) => [total, ...parts]);
  const differing = (first ?? []).findIndex((place, index) => place !== second?.[index]);
  if (differing === -1) return (first?.length ?? 0) - (second?.length ?? 0);
  return (first?.[differing] ?? 0) - (second?.[differing] ?? Infinity);
}

function lowOf({ signed, within, isSeen, printed, count }: ReleaseCell, { zeros }: Policy): number {
  if (signed) return -Infinity;
  // What is printed and not a zero cannot be one, where zeros are always shown.
  const isTaken = isSeen === true || (zeros === 'always-shown' && printed === 'if-safe');
  return Math.max(within?.[0] ?? 0, isTaken && count > 0 ? 1 : 0);
}

function shownRanges(
  cells: readonly ReleaseCell[],
  { rounding }: Policy,
): Pick<LinearSystem, 'shownLows' | 'shownHighs'> {
  const ranges = cells.map(({ count, printed }) =>
    rounding === undefined || printed === 'always'
      ? ([count, count] as const)
      : behindRounded(roundTo(count, rounding), rounding),
  );
  return { shownLows: ranges.map(([low]) => low), shownHighs: ranges.map(([, high]) => high) };
}

/** Details go before totals: what is a total of several lines weighs as much again for each. */
function weightOf({ weight, count, printed }: ReleaseCell, totals: number): number {
  if (printed === 'never') return 0;
  return weight ?? (1 + Math.floor(Math.log2(1 + Math.abs(count)))) * (1 + totals);
}

/** Whether numbers, given as what they differ by from the true counts, fit every relation. Whole numbers alone. */
export function fitsRows(system: LinearSystem, differences: ReadonlyMap<number, number>): boolean {
  const touched = new Set([...differences.keys()].flatMap((cell) => at(system.rowsOf, cell)));
  return [...touched].every((row) => {
    const { total, parts } = at(system.rows, row);
    const sum = parts.reduce((all, part) => all + (differences.get(part) ?? 0), 0);
    return sum === (differences.get(total) ?? 0);
  });
}
