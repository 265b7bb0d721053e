import { at, type LinearSystem } from './linear-system.ts';
import type { LinearProblem } from './solver.ts';

/** One way in which a count may differ: more or less, and whether it can stay shown as it is. */
export interface MoveColumn {
  readonly cell: number;
  readonly sign: 1 | -1;
  readonly isFree: boolean;
  /** How far it may go. */
  readonly cap: number;
}

/** The columns of a problem about moving counts, and those of each cell. */
export interface MoveColumns {
  readonly columns: readonly MoveColumn[];
  readonly byCell: readonly (readonly number[])[];
}

/** How far a count may differ while it is shown as it is: not at all, unless it is rounded. */
function freeCap(system: LinearSystem, cell: number, sign: 1 | -1): number {
  const { count, printed } = at(system.cells, cell);
  if (printed === 'never') return 0;
  const least = Math.max(at(system.lows, cell), at(system.shownLows, cell));
  const most = Math.min(at(system.highs, cell), at(system.shownHighs, cell));
  return Math.max(0, sign === 1 ? most - count : count - least);
}

function columnsOfCell(system: LinearSystem, cell: number, sign: 1 | -1): readonly MoveColumn[] {
  const free = freeCap(system, cell, sign);
  const { count } = at(system.cells, cell);
  const room = sign === 1 ? at(system.highs, cell) - count : count - at(system.lows, cell);
  return [
    { cell, sign, isFree: false, cap: Math.max(0, room - free) },
    ...(free > 0 ? [{ cell, sign, isFree: true, cap: free }] : []),
  ];
}

/** Every way in which counts may differ. */
export function moveColumns(system: LinearSystem): MoveColumns {
  const columns = system.cells.flatMap((_, cell) =>
    ([1, -1] as const).flatMap((sign) => columnsOfCell(system, cell, sign)),
  );
  const byCell: number[][] = system.cells.map(() => []);
  for (const [index, { cell }] of columns.entries()) at(byCell, cell).push(index);
  return { columns, byCell };
}

/** That the differences of the parts come to that of the total. */
export const moveRows = ({ rows }: LinearSystem, { columns, byCell }: MoveColumns): LinearProblem['rows'] =>
  rows.map(({ total, parts }) => {
    const entries = [total, ...parts].flatMap((cell, place) =>
      at(byCell, cell).map((index) => ({
        index,
        coefficient: (place === 0 ? -1 : 1) * at(columns, index).sign,
      })),
    );
    return {
      columns: entries.map(({ index }) => index),
      coefficients: entries.map(({ coefficient }) => coefficient),
      low: 0,
      high: 0,
    };
  });

/** What a solution comes to, cell by cell, and whether it is whole. */
export function differencesIn(
  { columns }: MoveColumns,
  values: ArrayLike<number>,
): { readonly differences: ReadonlyMap<number, number>; readonly isWhole: boolean } {
  const sums = new Map<number, number>();
  for (const [index, { cell, sign }] of columns.entries()) {
    const value = at(values, index);
    if (Math.abs(value) > 1e-7) sums.set(cell, (sums.get(cell) ?? 0) + sign * value);
  }
  const isWhole = [...sums.values()].every((value) => Math.abs(value - Math.round(value)) < 1e-5);
  return { differences: new Map([...sums].map(([cell, value]) => [cell, Math.round(value)])), isWhole };
}
