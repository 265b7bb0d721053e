import type { PolicyOptions } from 'hub-and-spoke/disclosure';
import { describe, expect, test } from 'vitest';
import { linearSystem, type LinearSystem } from '../../src/disclosure/linear-system.ts';
import { differencesIn, moveColumns, moveRows, type MoveColumns } from '../../src/disclosure/move-columns.ts';
import { completePolicy } from '../../src/disclosure/policy.ts';
import type { ReleaseCell } from '../../src/disclosure/release.ts';
import { releaseOf, table } from './releases.ts';

/** A system of a total and its parts, `a` and `b`, in this order: a, b, total. */
function systemOf(
  a: Partial<ReleaseCell> & { readonly count: number },
  policy: PolicyOptions = {},
): LinearSystem {
  const release = releaseOf(
    table({ a: a.count, b: 7, total: a.count + 7 }, [{ total: 'total', parts: ['a', 'b'] }]),
  );
  const cells = release.cells.map((cell) => (cell.id === 'a' ? { ...cell, ...a } : cell));
  return linearSystem({ ...release, cells }, completePolicy(policy));
}
/** How far the count of `a` may go: up and down, hidden and, where that is possible, shown. */
const ways = (a: Partial<ReleaseCell> & { readonly count: number }, policy: PolicyOptions = {}) =>
  moveColumns(systemOf(a, policy))
    .columns.filter(({ cell }) => cell === 0)
    .map(({ sign, isFree, cap }) => `${sign === 1 ? 'up' : 'down'} ${cap}${isFree ? ' shown' : ''}`);

describe('how a count may differ', () => {
  test('down to none, and up to whatever, as long as it is hidden', () => {
    expect(ways({ count: 3 })).toEqual(['up Infinity', 'down 3']);
    expect(ways({ count: 0 })).toEqual(['up Infinity', 'down 0']);
  });

  test('no further than readers know', () => {
    expect(ways({ count: 3, within: [2, 9] })).toEqual(['up 6', 'down 1']);
    expect(ways({ count: 3, within: [3, 3] })).toEqual(['up 0', 'down 0']);
    expect(ways({ count: 2, signed: true })).toEqual(['up Infinity', 'down Infinity']);
  });

  test('as it is shown as far as it rounds to the same, and hidden beyond', () => {
    expect(ways({ count: 4 }, { rounding: 5 })).toEqual([
      'up Infinity',
      'up 3 shown',
      'down 3',
      'down 1 shown',
    ]);
    // Behind 5 stand 3 to 7: at the ends nothing is left on one side.
    expect(ways({ count: 7 }, { rounding: 5 })).toEqual(['up Infinity', 'down 3', 'down 4 shown']);
    expect(ways({ count: 3 }, { rounding: 5 })).toEqual(['up Infinity', 'up 4 shown', 'down 3']);
    // And no further than readers know, which may be less.
    expect(ways({ count: 4, within: [4, 5] }, { rounding: 5 })).toEqual(['up 0', 'up 1 shown', 'down 0']);
    expect(ways({ count: 4, printed: 'always' }, { rounding: 5 })).toEqual(['up Infinity', 'down 4']);
  });

  test('is never as it is shown where it is not shown', () => {
    expect(ways({ count: 4, printed: 'never' }, { rounding: 5 })).toEqual(['up Infinity', 'down 4']);
  });
});

test('the differences of the parts come to that of the total', () => {
  const system = systemOf({ count: 4 }, { rounding: 5 });
  const columns = moveColumns(system);
  expect(columns.byCell.map((places) => places.map((place) => columns.columns[place]?.cell))).toEqual(
    columns.byCell.map((places, cell) => places.map(() => cell)),
  );
  const [row, ...others] = moveRows(system, columns);
  expect(others).toEqual([]);
  expect(row).toMatchObject({ low: 0, high: 0 });
  const terms = row?.columns.map((index, place) => {
    const { cell, sign } = columns.columns[index] ?? { cell: -1, sign: 1 };
    return [system.cells[cell]?.id, sign, row.coefficients[place]];
  });
  expect(new Set(terms?.map((term) => term.join(' ')))).toEqual(
    new Set(['a 1 1', 'a -1 -1', 'b 1 1', 'b -1 -1', 'total 1 -1', 'total -1 1']),
  );
});

describe('what a solution comes to', () => {
  const columns: MoveColumns = {
    columns: [
      { cell: 0, sign: 1, isFree: false, cap: 9 },
      { cell: 0, sign: 1, isFree: true, cap: 9 },
      { cell: 0, sign: -1, isFree: false, cap: 9 },
      { cell: 1, sign: 1, isFree: false, cap: 9 },
    ],
    byCell: [[0, 1, 2], [3]],
  };
  const differences = (...values: readonly number[]) => {
    const { differences: found, isWhole } = differencesIn(columns, values);
    return [[...found], isWhole];
  };

  test('is what goes up less what goes down, of each cell that differs', () => {
    expect(differences(2, 3, 1, 0)).toEqual([[[0, 4]], true]);
    expect(differences(0, 0, 2, 5)).toEqual([
      [
        [0, -2],
        [1, 5],
      ],
      true,
    ]);
    expect(differences(0, 0, 0, 0)).toEqual([[], true]);
  });

  test('is whole within what a solver leaves of decimals, which say nothing', () => {
    expect(differences(1e-8, 0, 0, 0)).toEqual([[], true]);
    expect(differences(1.999999, 0, 0, 0)).toEqual([[[0, 2]], true]);
    expect(differences(2.000001, 0, 0, 1)).toEqual([
      [
        [0, 2],
        [1, 1],
      ],
      true,
    ]);
  });

  test('is not whole where any is not', () => {
    expect(differences(1.5, 0, 0, 1)[1]).toBe(false);
    expect(differences(1, 0, 0, 0.5)[1]).toBe(false);
    expect(differences(1.9999, 0, 0, 0)[1]).toBe(false);
  });

  test('is whole where only the sum of a cell is', () => {
    expect(differences(0.5, 1.5, 0, 0)).toEqual([[[0, 2]], true]);
  });
});
