import { attack, defineRelease, protect, type Publication } from 'hub-and-spoke/disclosure';
import { describe, expect, test } from 'vitest';
import { crossTable, marks, publishedOf, releaseOf, table } from './releases.ts';

/** A publication as somebody else made it: the contents without what is hidden. */
function without(contents: Parameters<typeof releaseOf>[0], hidden: readonly string[]): Publication {
  const { cells, lines } = releaseOf(contents);
  return {
    cells: cells.map(({ id, count, printed }) =>
      hidden.includes(id) || printed === 'never' ? { id } : { id, count },
    ),
    lines,
  };
}

/** A table that the tests of the R package sdcTable use: nine cells hidden, two at least in every line. */
const fourByFour = crossTable([
  [30, 47, 64, 89],
  [90, 124, 5, 31],
  [92, 100, 59, 85],
  [800, 991, 651, 685],
]);
const nineHidden = ['r0c0', 'r0c1', 'r0c2', 'r1c0', 'r1c2', 'r2c1', 'r2c3', 'r3c1', 'r3c3'];

describe('tables of the literature', () => {
  test('two hidden cells in every line are not enough (sdcTable, tests/testthat/test-simpleheuristic.R)', async () => {
    const { exposed } = await attack(without(fourByFour, nineHidden));
    expect(exposed).toEqual(['r0c1']);
  });

  test('with one more cell hidden, the bounds are those that the test of sdcTable expects', async () => {
    const { exposed, ranges } = await attack(without(fourByFour, [...nineHidden, 'r1c1']));
    expect(exposed).toEqual([]);
    expect(ranges?.find(({ id }) => id === 'r0c1')).toMatchObject({ low: 0, high: 141 });
  });

  test('the bounds of four hidden cells (Geurts 1992, as in the SDC Handbook, chapter 4)', async () => {
    const { ranges } = await attack({
      cells: [
        ...['x11', 'x12', 'x21', 'x22'].map((id) => ({ id })),
        ...Object.entries({ x31: 3, x32: 3, r1: 7, r2: 3, r3: 6, c1: 9, c2: 7, all: 16 }).map(
          ([id, count]) => ({ id, count }),
        ),
      ],
      lines: [
        { total: 'r1', parts: ['x11', 'x12'] },
        { total: 'r2', parts: ['x21', 'x22'] },
        { total: 'c1', parts: ['x11', 'x21', 'x31'] },
        { total: 'c2', parts: ['x12', 'x22', 'x32'] },
      ],
    });
    expect(ranges?.[0]).toEqual({ id: 'x11', low: 3, high: 6, exact: true });
  });

  test('linked tables that are safe alone are not together (Langsrud 2020, sdcTable issue on linked tables)', async () => {
    const counts = {
      A: 2,
      B: 2,
      I: 8,
      J: 8,
      K: 3,
      L: 3,
      M: 3,
      N: 7,
      county1: 20,
      county2: 16,
      big: 6,
      small: 30,
      all: 36,
    };
    const first = [
      { total: 'county1', parts: ['A', 'B', 'I', 'J'] },
      { total: 'county2', parts: ['K', 'L', 'M', 'N'] },
    ];
    const second = [
      { total: 'big', parts: ['L', 'M'] },
      { total: 'small', parts: ['A', 'B', 'I', 'J', 'K', 'N'] },
    ];
    const whole = [
      { total: 'all', parts: ['county1', 'county2'] },
      { total: 'all', parts: ['big', 'small'] },
    ];
    const hidden = ['A', 'B', 'K', 'L', 'M'];
    const exposedBy = async (lines: typeof first): Promise<readonly string[] | undefined> =>
      (await attack(without(table(counts, [...lines, ...whole]), hidden))).exposed?.filter((id) =>
        hidden.includes(id),
      );
    expect(await exposedBy(first)).toEqual([]);
    expect(await exposedBy(second)).toEqual([]);
    expect(await exposedBy([...first, ...second])).toEqual(['K']);
    const published = await publishedOf(table(counts, [...first, ...second, ...whole]), { hide: [1, 3] });
    expect((await attack(published)).exposed).toEqual([]);
  });

  test('where zeros are shown, two hidden cells that add up to two are one and one (Langsrud, easySdcTable)', async () => {
    const row = {
      cells: [
        { id: 'B', low: 1 },
        { id: 'M', low: 1 },
        { id: 'H', count: 7 },
        { id: 'all', count: 9 },
      ],
      lines: [{ total: 'all', parts: ['B', 'M', 'H'] }],
    };
    expect((await attack(row)).exposed).toEqual(['B', 'M']);
    const counts = { A: 0, B: 1, H: 7, M: 1, W: 0, all: 9 };
    const lines = [{ total: 'all', parts: ['A', 'B', 'H', 'M', 'W'] }];
    const published = await publishedOf(table(counts, lines), { zeros: 'always-shown', hide: [1, 3] });
    expect(marks(published)).toEqual({ A: '0', B: '[c]', H: '[c]', M: '[c]', W: '0', all: '9' });
  });

  test('ones defeat a threshold of three cells a line (Langsrud, easySdcTable: three hidden cells that add up to three)', async () => {
    const row = {
      cells: [
        ...['A', 'B', 'M'].map((id) => ({ id, low: 1 })),
        { id: 'H', count: 7 },
        { id: 'all', count: 10 },
      ],
      lines: [{ total: 'all', parts: ['A', 'B', 'M', 'H'] }],
    };
    expect((await attack(row)).exposed).toEqual(['A', 'B', 'M']);
    const published = await publishedOf(
      table({ A: 1, B: 1, H: 7, M: 1, W: 0, all: 10 }, [{ total: 'all', parts: ['A', 'B', 'H', 'M', 'W'] }]),
      { zeros: 'always-shown', hide: [1, 3] },
    );
    expect(marks(published)).toMatchObject({ H: '[c]', all: '10' });
  });

  test('the complement of 74 of 75 is one person (a table of our own)', async () => {
    const published = await publishedOf(
      table({ all: 75, most: 74, one: 1 }, [{ total: 'all', parts: ['most', 'one'] }]),
    );
    expect(marks(published)).toEqual({ all: '75', most: '[c]', one: '[c]' });
  });

  test('72, 1, 1 and 1: hiding the ones says that they are three (a table of our own)', async () => {
    const counts = { all: 75, most: 72, a: 1, b: 1, c: 1 };
    const lines = [{ total: 'all', parts: ['most', 'a', 'b', 'c'] }];
    expect(marks(await publishedOf(table(counts, lines)))).toEqual({
      all: '75',
      most: '[c]',
      a: '[c]',
      b: '[c]',
      c: '[c]',
    });
  });

  test('a difference between areas of two censuses is found (SDC Handbook, section 5.2)', async () => {
    const contents = table({ 'M old': 52, 'M new': 50, 'M between': 2 }, [
      { total: 'M old', parts: ['M new', 'M between'], of: 'members' },
    ]);
    const release = releaseOf({
      tables:
        contents.tables?.map((each) => ({
          ...each,
          cells: each.cells.map((cell) =>
            cell.id === 'M between' ? { ...cell, printed: 'never' as const } : cell,
          ),
        })) ?? [],
    });
    const { published } = await protect(release);
    expect(published?.cells.filter(({ mark }) => mark === 'hidden').length).toBe(1);
  });

  test('the known tables are protected, with nothing exposed', async () => {
    for (const contents of [
      fourByFour,
      crossTable([
        [15, 1, 3, 1],
        [20, 10, 10, 15],
        [3, 10, 10, 2],
        [12, 14, 7, 2],
      ]),
    ]) {
      const { release } = defineRelease(contents);
      const { published } = await protect(release ?? releaseOf(contents));
      const { ranges, exposed } = await attack(published ?? { cells: [] });
      expect(exposed).toEqual([]);
      const small = (release?.cells ?? []).filter(({ count }) => count > 0 && count <= 5).map(({ id }) => id);
      for (const { id, low, high = Infinity } of ranges ?? [])
        if (small.includes(id)) expect(high - low).toBeGreaterThanOrEqual(2);
    }
  });
});
