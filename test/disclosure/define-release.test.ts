import { defineRelease, type ReleaseContents, type Statement } from 'hub-and-spoke/disclosure';
import { describe, expect, test } from 'vitest';
import { defineRelease as define } from '../../src/disclosure/define-release.ts';
import { idsByLabel, statementsIn } from '../../src/disclosure/statements.ts';
import type { ReleaseCell } from '../../src/disclosure/release.ts';
import { by, quarter, releaseOf, table } from './releases.ts';

const refusedFor = (contents: ReleaseContents) =>
  (define(contents).refused ?? []).map(({ code, cells }) => [code, cells]);
const counts = { all: 33, a: 3, b: 30 };
const line = { total: 'all', parts: ['a', 'b'] };

describe('a release', () => {
  test('has every cell as it is said to be, and no more', () => {
    const { cells, tables, lines } = releaseOf({
      tables: [
        {
          id: 't',
          title: 'A table',
          cells: [
            { id: 'a', count: 3, label: 'A', weight: 7, printed: 'always' },
            { id: 'b', count: 30 },
            { id: 'c', count: 2, printed: 'never' },
          ],
        },
        { id: 'u', cells: [{ id: 'd', count: 9, weight: 0 }] },
      ],
    });
    expect(cells).toStrictEqual([
      { id: 'a', label: 'A', count: 3, printed: 'always', weight: 7 },
      { id: 'b', label: 'b', count: 30, printed: 'if-safe' },
      { id: 'c', label: 'c', count: 2, printed: 'never' },
      { id: 'd', label: 'd', count: 9, printed: 'if-safe', weight: 0 },
    ]);
    expect(tables).toEqual([
      { id: 't', title: 'A table', cells: ['a', 'b'] },
      { id: 'u', title: 'u', cells: ['d'] },
    ]);
    expect(lines).toEqual([]);
  });

  test('has a cell of several tables once, printed as often as any of them says', () => {
    const of = (...printed: readonly ('never' | 'if-safe' | 'always')[]) =>
      releaseOf({
        tables: printed.map((as, index) => ({ id: `${index}`, cells: [{ id: 'a', count: 9, printed: as }] })),
      }).cells;
    expect(of('never', 'if-safe', 'never')).toMatchObject([{ printed: 'if-safe' }]);
    expect(of('if-safe', 'always')).toMatchObject([{ printed: 'always' }]);
    expect(of('always', 'never')).toMatchObject([{ printed: 'always' }]);
    expect(of('never')).toMatchObject([{ printed: 'never' }]);
  });

  test('shows what everybody knows already', () => {
    const { cells } = releaseOf({ ...table(counts, [line]), alreadyPublic: ['a'] });
    expect(cells.find(({ id }) => id === 'a')).toMatchObject({ printed: 'always', publicBy: 'everybody' });
    expect(cells.find(({ id }) => id === 'b')).not.toHaveProperty('publicBy');
    expect(refusedFor({ ...table(counts), alreadyPublic: ['a', 'x'] })).toEqual([['unknown-cell', ['x']]]);
  });

  test('has no weights but numbers from none', () => {
    const weighed = (weight: number) =>
      refusedFor({ tables: [{ id: 't', cells: [{ id: 'a', count: 3, weight }] }] });
    expect(weighed(0)).toEqual([]);
    for (const weight of [-1, NaN, Infinity]) expect(weighed(weight)).toEqual([['not-a-count', ['a']]]);
  });

  test('names every cell that is not there, once', () => {
    expect(
      refusedFor({
        ...table(counts, [line, { total: 'x', parts: ['y', 'x'] }]),
        statements: [{ id: 's', percentage: 10, part: 'a', whole: 'all' }],
      }),
    ).toEqual([
      ['unknown-cell', ['x', 'y']],
      ['statement-disagrees', ['s']],
    ]);
  });

  test('is refused where earlier releases say of its totals what cannot be', () => {
    const told = (id: string, count: number) => ({ id, count, told: [count, count] as const });
    const entry = {
      release: 'first',
      corrects: false,
      cells: [told('x', 3), told('y', 30), told('z', 40)],
      lines: [{ total: 'z', parts: ['x', 'y'], of: 'categories' as const }],
      sums: [],
    };
    expect(refusedFor({ ...table(counts, [line]), earlier: [entry] })).toEqual([['parts-disagree', ['z']]]);
    const right = { ...entry, cells: [told('x', 3), told('y', 30), told('z', 33)] };
    expect(refusedFor({ ...table(counts, [line]), earlier: [right] })).toEqual([]);
  });
});

describe('numbers in sentences', () => {
  const cell = (id: string, count: number, more: Partial<ReleaseCell> = {}): ReleaseCell => ({
    id,
    label: id,
    count,
    printed: 'if-safe',
    ...more,
  });
  const cells = [cell('a', 3), cell('b', 30), cell('all', 33), cell('open', 9, { isAtLeast: true })];
  const said = (...statements: readonly Statement[]) => statementsIn(statements, cells);
  const wrong = (...statements: readonly Statement[]) =>
    said(...statements).refused.map(({ code, cells: ids }) => [code, ids]);

  test('are cells of a table of their own, with what they are sums of', () => {
    expect(
      said({ id: 's', count: 33, of: ['a', 'b'] }, { id: 'p', percentage: 9, part: 'a', whole: 'all' }),
    ).toEqual({
      cells: [cell('s', 33)],
      lines: [{ total: 's', parts: ['a', 'b'], of: 'members' }],
      percentages: [{ id: 'p', part: 'a', whole: 'all' }],
      tables: [{ id: 'statements', title: 'In sentences', cells: ['s'] }],
      refused: [],
    });
    expect(said()).toEqual({ cells: [], lines: [], percentages: [], tables: [], refused: [] });
    expect(said({ id: 'p', percentage: 9, part: 'a', whole: 'all' }).tables).toEqual([]);
  });

  test.each<[string, Statement]>([
    ['of nothing', { id: 's', count: 0, of: [] }],
    ['of the same twice', { id: 's', count: 6, of: ['a', 'a'] }],
    ['of what is not there', { id: 's', count: 3, of: ['a', 'x'] }],
    ['of what may be more', { id: 's', count: 9, of: ['open'] }],
    ['of a part that is not there', { id: 's', percentage: 9, part: 'x', whole: 'all' }],
    ['of a whole that is not there', { id: 's', percentage: 9, part: 'a', whole: 'x' }],
    ['of a whole that may be more', { id: 's', percentage: 33, part: 'a', whole: 'open' }],
    ['that are neither', { id: 's' } as never],
  ])('%s are not placed', (_, statement) => {
    expect(wrong(statement)).toEqual([['unplaced', ['s']]]);
  });

  test('have to be what the cells come to', () => {
    expect(wrong({ id: 's', count: 34, of: ['a', 'b'] })).toEqual([['statement-disagrees', ['s']]]);
    expect(wrong({ id: 's', percentage: 10, part: 'a', whole: 'all' })).toEqual([
      ['statement-disagrees', ['s']],
    ]);
    expect(wrong({ id: 's', percentage: 100, part: 'all', whole: 'all' })).toEqual([]);
    expect(wrong({ id: 's', percentage: 110, part: 'all', whole: 'b' })).toEqual([
      ['statement-disagrees', ['s']],
    ]);
    const none = statementsIn([{ id: 's', percentage: 0, part: 'none', whole: 'none' }], [cell('none', 0)]);
    expect(none.refused).toMatchObject([{ code: 'statement-disagrees' }]);
  });

  test('may be percentages of other numbers in sentences', () => {
    const sum: Statement = { id: 's', count: 33, of: ['a', 'b'] };
    expect(wrong(sum, { id: 'p', percentage: 9, part: 'a', whole: 's' })).toEqual([]);
    expect(wrong(sum, { id: 'p', percentage: 8, part: 'a', whole: 's' })).toEqual([
      ['statement-disagrees', ['p']],
    ]);
  });

  test('of what is no count are left to the check of counts', () => {
    const broken = statementsIn(
      [{ id: 'p', percentage: 9, part: 'a', whole: 'b' }],
      [cell('a', 1.5), cell('b', 30)],
    );
    expect(broken.refused).toEqual([]);
    const other = statementsIn(
      [{ id: 'p', percentage: 9, part: 'a', whole: 'b' }],
      [cell('a', 3), cell('b', -30)],
    );
    expect(other.refused).toEqual([]);
  });

  test('as percentages have an id of their own', () => {
    expect(wrong({ id: 'a', percentage: 9, part: 'a', whole: 'all' })).toEqual([['same-cell-twice', ['a']]]);
    const share: Statement = { id: 'p', percentage: 9, part: 'a', whole: 'all' };
    expect(wrong(share, share)).toEqual([['same-cell-twice', ['p', 'p']]]);
    expect(wrong({ id: 's', count: 3, of: ['a'] }, { ...share, id: 's' })).toEqual([
      ['same-cell-twice', ['s']],
    ]);
  });

  test('name figures by their labels, where one alone has it', () => {
    const idOf = idsByLabel([
      cell('secret', 3, { label: 'Age', isFigure: true }),
      cell('one', 3, { label: 'Gender', isFigure: true }),
      cell('two', 3, { label: 'Gender', isFigure: true }),
      cell('own', 3, { label: 'Mine' }),
      cell('Route', 3),
      cell('three', 3, { label: 'Route', isFigure: true }),
    ]);
    expect(['Age', 'Gender', 'Mine', 'Route', 'secret', 'nobody'].map(idOf)).toEqual([
      'secret',
      'Gender',
      'Mine',
      'Route',
      'secret',
      'nobody',
    ]);
    const summary = by([quarter('1', 1, { youngPeople: { direct: 40 }, referrals: { received: 8 } })]);
    const label = 'Young people receiving direct support from Spokes';
    const { release } = defineRelease({
      summaries: [summary],
      statements: [
        { id: 's', count: 40, of: [label] },
        { id: 'p', percentage: 100, part: label, whole: label },
      ],
    });
    const [share] = release?.percentages ?? [];
    expect(share?.part).toBe(share?.whole);
    expect(release?.cells.map(({ id }) => id)).toContain(share?.part);
  });
});

describe('what is not of the shape of a release', () => {
  const entry = {
    release: 'first',
    corrects: false,
    cells: [{ id: 'x', count: 3, told: [3, 3] }],
    lines: [],
    sums: [],
  };
  const earlier = (more: object) =>
    ({ ...table(counts), earlier: [{ ...entry, ...more }] }) as unknown as ReleaseContents;
  const cellOf = (more: object) => earlier({ cells: [{ id: 'x', count: 3, ...more }] });

  test.each<[string, unknown, readonly string[]]>([
    ['nothing', undefined, ['contents']],
    ['none', null, ['contents']],
    ['a text', 'tables', ['contents']],
    ['a list', [], ['contents']],
    ['tables that are none', { tables: 'all' }, ['tables']],
    [
      'a statement that is a sum and a part',
      { ...table(counts), statements: [{ id: 's', count: 3, of: ['a'], part: 'a' }] },
      ['statements.0'],
    ],
    [
      'a statement that is a sum and has a whole',
      { ...table(counts), statements: [{ id: 's', count: 3, of: ['a'], whole: 'a' }] },
      ['statements.0'],
    ],
    ['a ledger that told less than there is', cellOf({ told: [1, 2] }), ['earlier.0.cells.0']],
    ['a ledger that told more than there is', cellOf({ told: [4, 5] }), ['earlier.0.cells.0']],
    ['a ledger that knows of more than there is', cellOf({ atLeast: 4 }), ['earlier.0.cells.0']],
    ['a ledger with more in it', earlier({ more: true }), ['earlier.0']],
  ])('is %s', (_, contents, paths) => {
    expect(refusedFor(contents as ReleaseContents)).toEqual([['malformed', paths]]);
  });

  test.each([{ told: [3, 5] }, { told: [1, 3] }, { atLeast: 3 }, {}])(
    'is not a ledger that says of a count of 3 %o',
    (more) => {
      expect(refusedFor(cellOf(more))).toEqual([]);
    },
  );

  test('is a ledger whose relations name what is in none of its releases', () => {
    expect(refusedFor(earlier({ sums: [{ id: 'z', atoms: ['x', 'y'] }] }))).toEqual([
      ['unknown-cell', ['z', 'y']],
    ]);
    expect(refusedFor(earlier({ lines: [{ total: 't', parts: ['x'], of: 'members' }] }))).toEqual([
      ['unknown-cell', ['t']],
    ]);
  });
});
