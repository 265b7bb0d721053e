import type { PolicyOptions, ReleaseContents } from 'hub-and-spoke/disclosure';
import { describe, expect, test } from 'vitest';
import { alternativeFrom, alternativePool, isMet } from '../../src/disclosure/alternatives.ts';
import { fitsRows, linearSystem, type LinearSystem } from '../../src/disclosure/linear-system.ts';
import { completePolicy } from '../../src/disclosure/policy.ts';
import type { ReleaseCell } from '../../src/disclosure/release.ts';
import { releaseOf, table } from './releases.ts';

const systemOf = (contents: ReleaseContents, policy: PolicyOptions = {}): LinearSystem =>
  linearSystem(releaseOf(contents), completePolicy(policy));
/** A table of a total and two parts: 0 is a, 1 is b, 2 is their total. */
const sum = systemOf(table({ total: 10, a: 3, b: 7 }, [{ total: 'total', parts: ['a', 'b'] }]));
const all = () => true;
const by = (...differences: readonly (readonly [number, number])[]) => new Map(differences);

describe('an alternative to the true counts', () => {
  test('fits every relation, and needs what it moves', () => {
    expect(alternativeFrom(sum, by([0, 2], [1, -2]), all)).toEqual({
      differences: by([0, 2], [1, -2]),
      needs: [0, 1],
    });
    expect(alternativeFrom(sum, by([0, 2], [2, 2]), all)?.needs).toEqual([0, 2]);
    expect(alternativeFrom(sum, by([0, 2], [1, -2], [2, 0]), all)?.differences).toEqual(by([0, 2], [1, -2]));
  });

  test.each<[string, ReadonlyMap<number, number>]>([
    ['a relation does not hold', by([0, 2])],
    ['a total alone is another', by([2, 1])],
    ['it is not whole', by([0, 0.5], [1, -0.5])],
    ['one of it is not whole', by([0, 1], [1, -1.5], [2, -0.5])],
    ['it is beyond what can be added up', by([0, 2 ** 60], [2, 2 ** 60])],
    ['a count would be below none', by([0, -4], [1, 4])],
  ])('is none where %s', (_, differences) => {
    expect(alternativeFrom(sum, differences, all)).toBeUndefined();
  });

  test('may come to none, and to no less', () => {
    expect(alternativeFrom(sum, by([0, -3], [1, 3]), all)).toBeDefined();
    expect(alternativeFrom(sum, by([0, 7], [1, -7]), all)).toBeDefined();
    expect(alternativeFrom(sum, by([0, 8], [1, -8]), all)).toBeUndefined();
  });

  test('is none where what it needs cannot be hidden', () => {
    expect(alternativeFrom(sum, by([0, 2], [1, -2]), (cell) => cell !== 1)).toBeUndefined();
    expect(alternativeFrom(sum, by([0, 2], [1, -2]), (cell) => cell !== 2)).toBeDefined();
  });

  test('of rounded numbers needs none as long as they round to the same', () => {
    const rounded = systemOf(table({ total: 10, a: 3, b: 7 }, [{ total: 'total', parts: ['a', 'b'] }]), {
      rounding: 5,
    });
    // Behind 5 stand 3 to 7: of a and b both.
    expect(alternativeFrom(rounded, by([0, 4], [1, -4]), () => false)).toMatchObject({ needs: [] });
    expect(alternativeFrom(rounded, by([0, -1], [1, 1]), all)).toMatchObject({ needs: [0, 1] });
    expect(alternativeFrom(rounded, by([0, 2], [2, 2]), () => false)).toMatchObject({ needs: [] });
    expect(alternativeFrom(rounded, by([0, 3], [2, 3]), all)).toMatchObject({ needs: [2] });
  });

  test('keeps to what readers know', () => {
    const within = (known: ReleaseCell['within'], more: Partial<ReleaseCell> = {}): LinearSystem => {
      const release = releaseOf(table({ total: 10, a: 3, b: 7 }, [{ total: 'total', parts: ['a', 'b'] }]));
      const cells = release.cells.map((cell) =>
        cell.id === 'a' ? { ...cell, ...(known && { within: known }), ...more } : cell,
      );
      return linearSystem({ ...release, cells }, completePolicy({}));
    };
    const fits = (system: LinearSystem, amount: number) =>
      alternativeFrom(system, by([0, amount], [1, -amount]), all) !== undefined;
    const bounded = within([2, 5]);
    expect([-2, -1, 2, 3].map((amount) => fits(bounded, amount))).toEqual([false, true, true, false]);
    expect([-3, -2].map((amount) => fits(within(undefined, { isSeen: true }), amount))).toEqual([
      false,
      true,
    ]);
    expect(alternativeFrom(within(undefined, { signed: true }), by([0, -9], [1, 9]), all)).toBeDefined();
  });
});

describe('a pool of alternatives', () => {
  const some = (needs: readonly number[], ...differences: readonly (readonly [number, number])[]) => ({
    differences: by(...differences),
    needs,
  });

  test('reaches as far as what is hidden allows', () => {
    const hidden = new Set([0, 1]);
    const pool = alternativePool((cell) => hidden.has(cell));
    const [near, far, back] = [
      some([0, 1], [0, 2], [1, -2]),
      some([0, 2], [0, 5], [2, 5]),
      some([0, 1], [0, -1], [1, 1]),
    ];
    for (const each of [near, far, back]) pool.add(each);
    expect(pool.reach(0)).toEqual({ up: 2, down: 1, upBy: near, downBy: back });
    expect(pool.reach(1)).toEqual({ up: 1, down: 2, upBy: back, downBy: near });
    expect(pool.reach(9)).toEqual({ up: 0, down: 0 });
    pool.changed(2, true);
    expect(pool.reach(0)).toMatchObject({ up: 5, upBy: far });
    pool.changed(0, false);
    expect(pool.reach(0)).toEqual({ up: 0, down: 0 });
    pool.changed(0, true);
    expect(pool.reach(0)).toMatchObject({ up: 5, down: 1 });
  });

  test('names what would move if one cell more were hidden', () => {
    const pool = alternativePool((cell) => cell === 0);
    pool.add(some([0, 1], [0, 2], [1, -2]));
    pool.add(some([1, 2], [1, 5], [2, 5]));
    expect([...pool.movedWith(1)]).toEqual([0, 1]);
    expect([...pool.movedWith(2)]).toEqual([]);
    expect([...pool.movedWith(7)]).toEqual([]);
  });

  test('is enough where it reaches both ways, and as far together', () => {
    const asked = { cell: 0, up: 1, down: 2, span: 4 };
    expect(isMet(asked, { up: 2, down: 2 })).toBe(true);
    expect(isMet(asked, { up: 1, down: 3 })).toBe(true);
    expect(isMet(asked, { up: 0, down: 4 })).toBe(false);
    expect(isMet(asked, { up: 3, down: 1 })).toBe(false);
    expect(isMet(asked, { up: 1, down: 2 })).toBe(false);
  });
});

describe('a release as equations', () => {
  test('stands in one order, whatever that of its tables', () => {
    const cells = { b: 7, total: 10, a: 3 };
    const line = { total: 'total', parts: ['b', 'a'] };
    const system = systemOf(table(cells, [line]));
    expect(system.cells.map(({ id }) => id)).toEqual(['a', 'b', 'total']);
    expect(system.rows).toEqual([{ total: 2, parts: [1, 0], of: 'categories' }]);
    expect(system.rowsOf).toEqual([[0], [0], [0]]);
  });

  test('orders its lines by what they are of', () => {
    const counts = { a: 1, b: 2, c: 3, x: 3, y: 5, z: 6 };
    const lines = [
      { total: 'z', parts: ['a', 'b', 'c'] },
      { total: 'y', parts: ['b', 'c'] },
      { total: 'x', parts: ['a', 'b'] },
    ];
    const order = (some: typeof lines) =>
      systemOf(table(counts, some)).rows.map(({ total, parts }) => [total, ...parts].join());
    expect(order(lines)).toEqual(['3,0,1', '4,1,2', '5,0,1,2']);
    expect(order([...lines].reverse())).toEqual(order(lines));
  });

  test('knows the least and the most that readers think possible', () => {
    const release = releaseOf(table({ a: 3, b: 0 }));
    const [a, b] = release.cells;
    if (a === undefined || b === undefined) throw new Error('two cells');
    const lows = (cell: Partial<ReleaseCell>, policy: PolicyOptions = {}) =>
      linearSystem({ ...release, cells: [{ ...a, ...cell }] }, completePolicy(policy)).lows[0];
    expect(lows({})).toBe(0);
    expect(lows({ isSeen: true })).toBe(1);
    expect(lows({ isSeen: true, count: 0 })).toBe(0);
    expect(lows({ within: [2] })).toBe(2);
    expect(lows({ within: [2], isSeen: true })).toBe(2);
    expect(lows({ signed: true })).toBe(-Infinity);
    expect(lows({}, { zeros: 'always-shown' })).toBe(1);
    expect(lows({ count: 0 }, { zeros: 'always-shown' })).toBe(0);
    expect(lows({ printed: 'never' }, { zeros: 'always-shown' })).toBe(0);
    const highs = (cell: Partial<ReleaseCell>) =>
      linearSystem({ ...release, cells: [{ ...a, ...cell }] }, completePolicy({})).highs[0];
    expect(highs({ within: [2, 9] })).toBe(9);
    expect(highs({ within: [2] })).toBe(Infinity);
    expect(highs({})).toBe(Infinity);
  });

  test('weighs totals more, and what nobody prints not at all', () => {
    const cells = [
      { id: 'a', count: 3 },
      { id: 'b', count: 0, printed: 'never' as const },
      { id: 'total', count: 3 },
      { id: 'z', count: 3, weight: 9 },
    ];
    const system = systemOf({ tables: [{ id: 't', cells, lines: [{ total: 'total', parts: ['a', 'b'] }] }] });
    expect(system.weights).toEqual([3, 0, 6, 9]);
  });

  test('shows counts as they are, or what stands behind rounded ones', () => {
    const cells = [
      { id: 'a', count: 3 },
      { id: 'b', count: 7, printed: 'always' as const },
    ];
    const ranges = (policy: PolicyOptions) => {
      const { shownLows, shownHighs } = systemOf({ tables: [{ id: 't', cells }] }, policy);
      return shownLows.map((low, index) => [low, shownHighs[index]]);
    };
    expect(ranges({})).toEqual([
      [3, 3],
      [7, 7],
    ]);
    expect(ranges({ rounding: 5 })).toEqual([
      [3, 7],
      [7, 7],
    ]);
  });

  test('leaves out a difference that is not small, with its lines', () => {
    const release = releaseOf(table({ total: 10, a: 3, b: 7 }, [{ total: 'total', parts: ['a', 'b'] }]));
    const left = (count: number) => {
      const cells = release.cells.map((cell) =>
        cell.id === 'a' ? { ...cell, count, isDifference: true as const } : cell,
      );
      const system = linearSystem({ ...release, cells }, completePolicy({ hide: [1, 2] }));
      return [system.cells.length, system.rows.length];
    };
    expect(left(3)).toEqual([2, 0]);
    expect(left(2)).toEqual([3, 1]);
  });

  test('has one cell an id: two are our own mistake', () => {
    const release = releaseOf(table({ a: 3 }));
    const twice = { ...release, cells: [...release.cells, ...release.cells] };
    expect(() => linearSystem(twice, completePolicy({}))).toThrow('two cells have one id');
  });

  test('fits differences that every touched line adds up', () => {
    expect(fitsRows(sum, by([0, 1], [1, -1]))).toBe(true);
    expect(fitsRows(sum, by([0, 1], [2, 1]))).toBe(true);
    expect(fitsRows(sum, by([0, 1]))).toBe(false);
    expect(fitsRows(sum, by([2, 1]))).toBe(false);
    expect(fitsRows(sum, by())).toBe(true);
  });
});
