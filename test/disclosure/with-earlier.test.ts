import type { Ledger } from 'hub-and-spoke/disclosure';
import { describe, expect, test } from 'vitest';
import type { LedgerCell, LedgerEntry } from '../../src/disclosure/ledger.ts';
import type { Line, Release, ReleaseCell } from '../../src/disclosure/release.ts';
import { withEarlier } from '../../src/disclosure/with-earlier.ts';
import { codes, releaseOf, table } from './releases.ts';

const entry = (
  release: string,
  cells: readonly LedgerCell[],
  more: Partial<LedgerEntry> = {},
): LedgerEntry => ({
  release,
  corrects: false,
  cells,
  lines: [],
  sums: [],
  ...more,
});
const release = (counts: Readonly<Record<string, number>>, more: Partial<Release> = {}): Release => ({
  ...releaseOf(table(counts)),
  ...more,
});
const told = (id: string, count: number): LedgerCell => ({ id, count, told: [count, count] });

/** What is known of a quantity once a release stands beside the earlier ones. */
function cellIn(now: Release, ledger: Ledger, id: string): Partial<ReleaseCell> {
  const found = withEarlier(now, ledger);
  if (found.release === undefined) throw new Error(codes(found).join());
  const cell = found.release.cells.find((each) => each.id === id);
  if (cell === undefined) throw new Error(`there is no ${id}`);
  return cell;
}
const linesIn = (now: Release, ledger: Ledger): readonly Line[] =>
  withEarlier(now, ledger).release?.lines ?? [];

test('without earlier releases a release is itself', () => {
  const now = release({ x: 3 });
  expect(withEarlier(now, []).release).toBe(now);
});

describe('a quantity of an earlier release alone', () => {
  const now = release({ q: 500 });

  test('that was shown is public by that release, and stands in no table', () => {
    expect(cellIn(now, [entry('spring', [told('x', 12)])], 'x')).toEqual({
      id: 'x',
      label: 'x',
      count: 12,
      printed: 'always',
      inNoTable: true,
      isEarlier: true,
      publicBy: 'spring',
      within: [12, 12],
    });
  });

  test('that was hidden stays so, small or not', () => {
    expect(cellIn(now, [entry('spring', [{ id: 'x', count: 2, isSmall: true }])], 'x')).toEqual({
      id: 'x',
      label: 'x',
      count: 2,
      printed: 'never',
      inNoTable: true,
      isEarlier: true,
      hiddenBy: 'spring',
      wasSmall: true,
    });
  });

  test('that was rounded is known between two, and one of a row with somebody in it at least so many', () => {
    const rounded = { id: 'x', count: 12, told: [10, 14] as const };
    expect(cellIn(now, [entry('spring', [rounded])], 'x')).toMatchObject({
      printed: 'never',
      hiddenBy: 'spring',
      within: [10, 14],
    });
    const seen = { id: 'x', count: 12, atLeast: 1, isSeen: true as const };
    expect(cellIn(now, [entry('spring', [seen])], 'x')).toMatchObject({ within: [1], isSeen: true });
    expect(cellIn(now, [entry('spring', [told('x', 12)])], 'x')).not.toHaveProperty('isSeen');
  });
});

describe('a quantity of both', () => {
  const both = (earlier: LedgerCell, more: Partial<ReleaseCell> = {}) => {
    const now = release({ x: earlier.count, y: 40 });
    const cells = now.cells.map((cell) => (cell.id === 'x' ? { ...cell, ...more } : cell));
    return cellIn({ ...now, cells }, [entry('spring', [earlier])], 'x');
  };

  test('that was shown may be shown again, and is no earlier one', () => {
    const cell = both(told('x', 12));
    expect(cell).toMatchObject({ printed: 'always', publicBy: 'spring', within: [12, 12], count: 12 });
    expect(cell).not.toHaveProperty('isEarlier');
    expect(cell).not.toHaveProperty('hiddenBy');
    expect(both(told('x', 12), { printed: 'never' })).toMatchObject({ printed: 'never', publicBy: 'spring' });
  });

  test('that was hidden is hidden by that release', () => {
    const cell = both({ id: 'x', count: 2, isSmall: true });
    expect(cell).toMatchObject({ hiddenBy: 'spring', wasSmall: true, printed: 'if-safe' });
    expect(cell).not.toHaveProperty('publicBy');
    expect(cell).not.toHaveProperty('within');
    expect(cell).not.toHaveProperty('isSeen');
  });

  test('is known between the nearest of what was said', () => {
    const rounded = { id: 'x', count: 12, told: [10, 14] as const };
    expect(both(rounded)).toMatchObject({ within: [10, 14] });
    expect(both(rounded, { within: [12, 20] })).toMatchObject({ within: [12, 14] });
    expect(both(rounded, { within: [1] })).toMatchObject({ within: [10, 14] });
    expect(both({ id: 'x', count: 12, atLeast: 1 }, { within: [3] })).toMatchObject({ within: [3] });
    expect(both({ id: 'x', count: 12 }, { isSeen: true })).toMatchObject({ isSeen: true });
    expect(both({ id: 'x', count: 12, isSeen: true })).toMatchObject({ isSeen: true });
  });

  test('that is in neither is as it was', () => {
    const now = release({ x: 12, y: 40 });
    const y = now.cells.find(({ id }) => id === 'y');
    expect(cellIn(now, [entry('spring', [told('x', 12)])], 'y')).toEqual(y);
  });

  test('of three releases is hidden by the first that hid it, until one showed it', () => {
    const hidden = { id: 'x', count: 12 };
    const now = release({ x: 12 });
    expect(cellIn(now, [entry('r1', [hidden]), entry('r2', [hidden])], 'x')).toMatchObject({
      hiddenBy: 'r1',
    });
    const shown = cellIn(now, [entry('r1', [hidden]), entry('r2', [told('x', 12)])], 'x');
    expect(shown).toMatchObject({ publicBy: 'r2', printed: 'always' });
    expect(shown).not.toHaveProperty('hiddenBy');
  });
});

describe('what an earlier release hid as small', () => {
  const ledger = [entry('spring', [{ id: 'x', count: 2, isSmall: true as const }])];
  const always = (more: Partial<ReleaseCell> = {}): Release => ({
    ...release({ x: 2 }),
    cells: [{ id: 'x', label: 'x', count: 2, printed: 'always', ...more }],
  });

  test('is not printed whatever it is, unless somebody said that it is public', () => {
    const { refused } = withEarlier(always(), ledger);
    expect(refused).toMatchObject([{ code: 'exposes-earlier', cells: ['x'] }]);
    expect(withEarlier(always({ publicBy: 'the newspaper' }), ledger).release).toBeDefined();
    expect(withEarlier(release({ x: 2 }), ledger).release).toBeDefined();
  });
});

describe('a correction', () => {
  const was = entry('spring', [told('x', 12)], {
    lines: [{ total: 'x', parts: ['a', 'b'], of: 'categories' }],
    sums: [{ id: 'x', atoms: ['b', 'a'] }],
  });
  const corrected = release({ x: 13 }, { corrects: true });

  test('has to be called one', () => {
    const { refused } = withEarlier(release({ x: 13, y: 4 }), [was, entry('summer', [told('y', 4)])]);
    expect(refused).toMatchObject([{ code: 'contradiction', cells: ['x'] }]);
    expect(withEarlier(corrected, [was]).release).toBeDefined();
  });

  test('stands beside what it corrects, which has another name, with the difference between the two', () => {
    const found = withEarlier(corrected, [was]).release;
    expect(found?.cells).toEqual([
      expect.objectContaining({ id: 'x', count: 13, printed: 'if-safe' }),
      expect.objectContaining({
        id: 'x (as in spring)',
        label: 'x (as in spring)',
        count: 12,
        publicBy: 'spring',
      }),
      {
        id: 'x less x (as in spring)',
        label: 'x less x (as in spring)',
        count: 1,
        printed: 'never',
        inNoTable: true,
        isEarlier: true,
        signed: true,
      },
    ]);
    expect(found?.lines).toEqual([
      { total: 'x (as in spring)', parts: ['a', 'b'], of: 'categories' },
      { total: 'x', parts: ['x (as in spring)', 'x less x (as in spring)'], of: 'implied' },
    ]);
    expect(found?.sums).toEqual([{ id: 'x (as in spring)', atoms: ['a', 'b'] }]);
  });

  test('of a correction differs from both', () => {
    const summer = entry('summer', [told('x', 13)], { corrects: true });
    const found = withEarlier(release({ x: 11 }, { corrects: true }), [was, summer]).release;
    expect(found?.cells.map(({ id, count }) => [id, count])).toEqual([
      ['x', 11],
      ['x (as in spring)', 12],
      ['x (as in summer)', 13],
      ['x (as in summer) less x (as in spring)', 1],
      ['x less x (as in spring)', -1],
      ['x less x (as in summer)', -2],
    ]);
  });

  test('that says the same again is none', () => {
    const summer = entry('summer', [told('x', 12)], { corrects: true });
    expect(withEarlier(release({ x: 12 }), [was, summer]).release?.cells.map(({ id }) => id)).toEqual(['x']);
  });

  test('cannot take a name that something else has', () => {
    const strange = entry('summer', [told('x (as in spring)', 5)]);
    const { refused } = withEarlier(corrected, [was, strange]);
    expect(refused).toMatchObject([{ code: 'contradiction', cells: ['x'] }]);
  });
});

describe('lines', () => {
  test('of all releases stand together, each once, whatever the order of its parts', () => {
    const line = (total: string, ...parts: readonly string[]): Line => ({ total, parts, of: 'categories' });
    const now = release({ x: 12 }, { lines: [line('x', 'a', 'b')] });
    const ledger = [
      entry('spring', [told('x', 12)], { lines: [line('x', 'b', 'a'), line('x', 'a', 'c')] }),
      entry('summer', [], { lines: [line('y', 'a', 'b')] }),
    ];
    expect(linesIn(now, ledger).map(({ total, parts }) => [total, ...[...parts].sort()].join())).toEqual([
      'x,a,b',
      'x,a,c',
      'y,a,b',
    ]);
  });
});
