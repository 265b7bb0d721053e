import { describe, expect, test } from 'vitest';
import { between } from '../../src/figures/index.ts';
import { withCarriedOver } from '../../src/disclosure/carried-over.ts';
import { completeLines } from '../../src/disclosure/complete-lines.ts';
import { publicIds } from '../../src/disclosure/public-ids.ts';
import { readerBounds, type ReaderLine } from '../../src/disclosure/reader-bounds.ts';
import type { Line, Release, ReleaseCell } from '../../src/disclosure/release.ts';
import { distinctSums, sumsOfLines } from '../../src/disclosure/sums-of-lines.ts';
import { releaseOf, table } from './releases.ts';

type Said = Partial<ReleaseCell> & { readonly id: string };
const cell = ({ id, ...said }: Said): ReleaseCell => ({
  id,
  label: id,
  count: 0,
  printed: 'if-safe',
  ...said,
});
const release = (...cells: readonly Said[]): Release => ({
  ...releaseOf(table({ any: 9 })),
  cells: cells.map(cell),
});
const line = (total: string, ...parts: readonly string[]): Line => ({ total, parts, of: 'categories' });

describe('cases open as one period ends and the next begins', () => {
  const days = {
    one: '2015-01-01/2015-03-31',
    two: '2015-04-01/2015-06-30',
    three: '2015-07-01/2015-09-30',
  };
  const open = (
    service: string,
    when: keyof typeof days,
    end: 'Start' | 'End',
    count = 7,
    more = '',
  ): Said => ({
    id: `${service}, ${days[when]}: youngPeople.openAt${end}${more}`,
    count,
    ...(more !== '' && { versionOf: `${service}, ${days[when]}: youngPeople.openAt${end}` }),
  });
  const carried = (...cells: readonly Said[]) =>
    withCarriedOver(release(...cells)).lines.map(({ total, parts, of }) => [total, parts, of]);

  test('are one number', () => {
    const [end, start] = [open('1', 'one', 'End'), open('1', 'two', 'Start')];
    const found = [[end.id, [start.id], 'implied']];
    expect(carried(end, start)).toEqual(found);
    expect(carried(start, end)).toEqual(found);
    const [old] = [open('1', 'one', 'End', 7, ' (as in first)')];
    expect(carried(old, start)).toEqual([[old.id, [start.id], 'implied']]);
  });

  test('are two numbers where they differ, are of two services, or of periods that do not follow', () => {
    expect(carried(open('1', 'one', 'End', 7), open('1', 'two', 'Start', 8))).toEqual([]);
    expect(carried(open('1', 'one', 'End'), open('2', 'two', 'Start'))).toEqual([]);
    expect(carried(open('1', 'one', 'End'), open('1', 'three', 'Start'))).toEqual([]);
    expect(carried(open('1', 'one', 'End'), open('1', 'two', 'End'))).toEqual([]);
    expect(carried(open('1', 'one', 'Start'), open('1', 'two', 'Start'))).toEqual([]);
    expect(carried(open('1', 'two', 'End'), open('1', 'one', 'Start'))).toEqual([]);
    expect(carried({ id: 'openAtEnd', count: 7 }, open('1', 'two', 'Start'))).toEqual([]);
  });

  test('stand beside the relations that there were', () => {
    const before = {
      ...release(open('1', 'one', 'End'), open('1', 'two', 'Start')),
      lines: [line('a', 'b')],
    };
    expect(withCarriedOver(before).lines).toHaveLength(2);
    expect(withCarriedOver(before).lines[0]).toEqual(line('a', 'b'));
  });
});

describe('lines of a table', () => {
  const cells = [cell({ id: 'a', count: 3 }), cell({ id: 'b', count: 4 }), cell({ id: 'all', count: 9 })];
  const of = (parts: readonly string[], incomplete?: true, total = 'all') =>
    completeLines([{ total, parts, ...(incomplete && { incomplete }) }], cells);

  test('that do not have all of it get a part more, which is in no table', () => {
    const { cells: added, lines, refused } = of(['a', 'b'], true);
    expect(refused).toEqual([]);
    const [rest] = added;
    expect(rest).toEqual({
      id: expect.stringMatching(/^all: in none of [-\da-f]{36}$/) as string,
      label: rest?.id,
      count: 2,
      printed: 'never',
      inNoTable: true,
    });
    expect(lines).toEqual([line('all', 'a', 'b', rest?.id ?? '')]);
  });

  test('give that part the same name whatever the order of the others, and another for others', () => {
    const name = (...parts: readonly string[]) => of(parts, true).cells[0]?.id;
    expect(name('a', 'b')).toBe(name('b', 'a'));
    expect(name('a', 'b')).not.toBe(name('a'));
    expect(name('ab')).not.toBe(name('a', 'b'));
  });

  test('have to come to their total, or to no more where they are not all of it', () => {
    const wrong = [{ code: 'parts-disagree', cells: ['all'] }];
    expect(of(['a', 'b']).refused).toMatchObject(wrong);
    expect(of(['a'], true, 'b').refused).toEqual([]);
    expect(of(['b'], true, 'a').refused).toMatchObject([{ code: 'parts-disagree', cells: ['a'] }]);
    // More than its total is in none of it less than nobody.
    expect(of(['b'], true, 'a').cells).toMatchObject([{ count: 0 }]);
    expect(
      completeLines(
        [{ total: 'a', parts: ['c'] }],
        [cell({ id: 'a', count: 3 }), cell({ id: 'c', count: 3 })],
      ),
    ).toEqual({
      cells: [],
      lines: [line('a', 'c')],
      refused: [],
    });
  });

  test('have no part twice, and are no part of themselves; each total is named once', () => {
    const wrong = [{ code: 'parts-disagree', cells: ['all'] }];
    expect(of(['a', 'a', 'a']).refused).toMatchObject(wrong);
    expect(of(['all']).refused).toMatchObject(wrong);
    const twice = completeLines(
      [
        { total: 'all', parts: ['a'] },
        { total: 'all', parts: ['b'] },
      ],
      cells,
    );
    expect(twice.refused).toMatchObject(wrong);
    expect(twice.lines).toHaveLength(2);
  });

  test('say what their parts are', () => {
    expect(completeLines([{ total: 'all', parts: ['a'], of: 'members' }], cells).lines).toMatchObject([
      { of: 'members' },
    ]);
  });
});

describe('what totals are made of', () => {
  const sums = (lines: readonly Line[], known: Parameters<typeof sumsOfLines>[1] = []) =>
    sumsOfLines(lines, known).map(({ id, atoms }) => `${id} = ${atoms.join(' + ')}`);

  test('is their parts, and those of the parts', () => {
    expect(sums([line('all', 'x', 'y'), line('x', 'b', 'a')])).toEqual([
      'all = x + y',
      'all = a + b + y',
      'x = a + b',
    ]);
    expect(sums([line('all', 'x'), line('x', 'y'), line('y', 'a', 'b')])).toEqual([
      'all = x',
      'all = a + b',
      'x = y',
      'x = a + b',
      'y = a + b',
    ]);
  });

  test('is what figures are known to be made of before what a line says', () => {
    expect(sums([line('all', 'x', 'y'), line('x', 'c')], [{ id: 'x', atoms: ['b', 'a'] }])).toEqual([
      'x = a + b',
      'all = x + y',
      'all = a + b + y',
      'x = c',
    ]);
    // A figure of one count is that count, and nothing that could be divided.
    expect(sums([line('all', 'x', 'y')], [{ id: 'x', atoms: ['x'] }])).toEqual(['x = x', 'all = x + y']);
  });

  test('follows one of several divisions, whatever the order in which they are given', () => {
    const lines = [line('all', 'x', 'y'), line('x', 'd', 'c'), line('x', 'a', 'b')];
    const expected = ['all = x + y', 'all = c + d + y', 'x = c + d', 'x = a + b'];
    expect([...sums(lines)].sort()).toEqual([...expected].sort());
    expect([...sums([...lines].reverse())].sort()).toEqual([...expected].sort());
    expect([...sums([line('x', 'b', 'a'), line('x', 'c', 'd'), line('all', 'y', 'x')])].sort()).toEqual(
      [...expected].sort(),
    );
  });

  test('is no division where parts overlap', () => {
    expect(sums([line('all', 'x', 'y'), line('x', 'a', 'b'), line('y', 'b', 'c')])).toEqual([
      'all = x + y',
      'x = a + b',
      'y = b + c',
    ]);
  });

  test('comes to an end where totals are made of each other', () => {
    expect(sums([line('x', 'y'), line('y', 'x')]).every((sum) => / = [xy]$/.test(sum))).toBe(true);
  });

  test('is said once, whatever the order', () => {
    expect(
      distinctSums([
        { id: 'x', atoms: ['a', 'b'] },
        { id: 'x', atoms: ['b', 'a'] },
        { id: 'y', atoms: ['b', 'a'] },
        { id: 'x', atoms: ['a'] },
      ]),
    ).toEqual([
      { id: 'x', atoms: ['a', 'b'] },
      { id: 'y', atoms: ['a', 'b'] },
      { id: 'x', atoms: ['a'] },
    ]);
  });
});

describe('what a reader works out along lines', () => {
  const worked = (
    known: Readonly<Record<string, readonly [number, number?]>>,
    ...lines: readonly ReaderLine[]
  ) =>
    Object.fromEntries(
      [
        ...readerBounds(
          new Map(Object.entries(known).map(([id, [low, high]]) => [id, between(low, high)])),
          lines,
        ),
      ].map(([id, { low, high }]) => [id, high === undefined ? [low] : [low, high]]),
    );
  const sum: ReaderLine = { total: 't', parts: ['a', 'b'] };

  test('is a total from its parts, and a part from the total and the others', () => {
    expect(worked({ a: [2, 3], b: [4, 6] }, sum)).toMatchObject({ t: [6, 9] });
    expect(worked({ t: [10, 10], a: [4, 4] }, sum)).toMatchObject({ b: [6, 6] });
    expect(worked({ t: [10, 12], a: [4, 5] }, sum)).toMatchObject({ b: [5, 8] });
    expect(worked({ t: [10, 10] }, sum)).toMatchObject({ a: [0, 10], b: [0, 10] });
  });

  test('is nothing above, where nothing bounds that', () => {
    expect(worked({ a: [2], b: [4, 6] }, sum)).toMatchObject({ t: [6], a: [2] });
    expect(worked({ t: [10], a: [2, 3] }, sum)).toMatchObject({ b: [7] });
    expect(worked({ t: [10, 10], a: [2], b: [1] }, sum)).toMatchObject({ a: [2, 9], b: [1, 8] });
    expect(worked({ t: [10] }, sum)).toEqual({ t: [10] });
  });

  test('is less where the parts are not all of it', () => {
    const some: ReaderLine = { ...sum, incomplete: true };
    expect(worked({ a: [2, 3], b: [4, 6] }, some)).toMatchObject({ t: [6], a: [2, 3] });
    expect(worked({ t: [10, 10], a: [4, 4] }, some)).toMatchObject({ b: [0, 6] });
  });

  test('goes on from line to line, in whatever order they are', () => {
    const lines: ReaderLine[] = [
      { total: 't', parts: ['x', 'y'] },
      { total: 'x', parts: ['a', 'b'] },
      { total: 'y', parts: ['c'] },
    ];
    const known = { t: [20, 20], a: [3, 3], b: [4, 5] } as const;
    for (const some of [lines, [...lines].reverse()])
      expect(worked(known, ...some)).toMatchObject({ x: [7, 8], y: [12, 13], c: [12, 13] });
  });

  test('leaves what was known as it was', () => {
    const known = new Map([['t', between(10, 10)]]);
    readerBounds(known, [sum]);
    expect([...known]).toEqual([['t', between(10, 10)]]);
  });

  test('comes to an end where bounds would grow for ever', () => {
    const grows = worked(
      { a: [1], b: [1] },
      { total: 'a', parts: ['b', 'one'] },
      { total: 'b', parts: ['a', 'one'] },
    );
    expect(grows).toMatchObject({ a: [1], b: [1] });
    const more = worked(
      { one: [1, 1] },
      { total: 'a', parts: ['b', 'one'] },
      { total: 'b', parts: ['a', 'one'] },
    );
    expect(more.a?.[0]).toBeGreaterThan(50);
  });
});

describe('what cells are called in public', () => {
  const figure = (id: string, label: string): Said => ({ id, label, isFigure: true });

  test('is what their author called them, and figures by their labels', () => {
    const named = publicIds(release({ id: 'x', label: 'X' }, figure('secret', 'Age')));
    expect(['x', 'secret', 'unknown'].map(named)).toEqual(['x', 'Age', 'unknown']);
  });

  test('is a name of its own for each, in the order of their ids, whatever that of the cells', () => {
    const cells = [
      { id: 'Age' },
      figure('c', 'Age'),
      figure('a', 'Age'),
      figure('b', 'Age'),
      figure('d', 'Gender'),
    ];
    for (const some of [cells, [...cells].reverse()]) {
      const named = publicIds(release(...some));
      expect(['Age', 'a', 'b', 'c', 'd'].map(named)).toEqual([
        'Age',
        'Age (2)',
        'Age (3)',
        'Age (4)',
        'Gender',
      ]);
    }
  });
});
