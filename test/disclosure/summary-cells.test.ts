import type { CoreReturn, Summary } from 'hub-and-spoke';
import { describe, expect, test } from 'vitest';
import { placeSummaries, type Placed } from '../../src/disclosure/summary-cells.ts';
import { by, quarter } from './releases.ts';

const of = (service: string, number: number, parts: object): CoreReturn => quarter(service, number, parts);
const people = (counts: object) => ({ youngPeople: counts });

/** What a figure is the sum of: short names, `1Q2 youngPeople.direct`; nothing where it is no sum. */
function atomsOf(placed: Placed, path: string, table = 0): readonly string[] | undefined {
  const { summary, cellOf } = placed.summaries[table] ?? {};
  const index = summary?.figures.findIndex((figure) => figure.path === path) ?? -1;
  const cell = cellOf?.[index]?.cell;
  return placed.sums
    .find(({ id }) => id === cell)
    ?.atoms.map((atom) =>
      atom.replace(/, 2015-0?(\d+)-01\/[-\d]+:/, (_, month) => `Q${Math.ceil(Number(month) / 3)}`),
    );
}
const placedAt = (placed: Placed, path: string, table = 0) => {
  const { summary, cellOf } = placed.summaries[table] ?? {};
  return cellOf?.[summary?.figures.findIndex((figure) => figure.path === path) ?? -1];
};
const figureCells = ({ cells }: Placed) => cells.filter(({ isFigure }) => isFigure === true);

describe('what a figure is the sum of', () => {
  test('is the counts of services in one quarter', () => {
    const placed = placeSummaries([
      by([of('1', 1, people({ direct: 30 })), of('2', 1, people({ direct: 10 }))]),
    ]);
    expect(atomsOf(placed, 'youngPeople.direct')).toEqual([
      '1Q1 youngPeople.direct',
      '2Q1 youngPeople.direct',
    ]);
    expect(placedAt(placed, 'youngPeople.direct')).toMatchObject({ besides: 0, isOverTime: false });
  });

  describe('over the quarters of one service', () => {
    const two = (one: object, other: object) => placeSummaries([by([of('1', 2, other), of('1', 1, one)])]);

    test('events are added up', () => {
      const placed = two({ referrals: { received: 7 } }, { referrals: { received: 9 } });
      expect(atomsOf(placed, 'referrals.received')).toEqual([
        '1Q1 referrals.received',
        '1Q2 referrals.received',
      ]);
    });

    test('people are those of the first, and who was new to the year after it', () => {
      const placed = two(people({ direct: 30, firstInYear: 5 }), people({ direct: 20, firstInYear: 3 }));
      expect(atomsOf(placed, 'youngPeople.direct')).toEqual([
        '1Q1 youngPeople.direct',
        '1Q2 youngPeople.firstInYear',
      ]);
      expect(placedAt(placed, 'youngPeople.direct')).toMatchObject({ isOverTime: true });
    });

    test('people are no sum, where nobody said who was new', () => {
      const placed = two(people({ direct: 30 }), people({ direct: 20 }));
      expect(atomsOf(placed, 'youngPeople.direct')).toBeUndefined();
      expect(figureCells(placed)).toEqual([]);
    });

    test('people at the end are those of the last', () => {
      const placed = two(people({ openAtEnd: 4 }), people({ openAtEnd: 6 }));
      expect(atomsOf(placed, 'youngPeople.openAtEnd')).toEqual(['1Q2 youngPeople.openAtEnd']);
      expect(placedAt(placed, 'youngPeople.openAtEnd')).toMatchObject({ isOverTime: true });
    });
  });

  test('of two services over two quarters, each service has its own', () => {
    const counts = (direct: number, firstInYear: number) =>
      people({ direct, firstInYear, openAtEnd: direct - 1 });
    const placed = placeSummaries([
      by([
        of('1', 1, counts(30, 5)),
        of('1', 2, counts(20, 3)),
        of('2', 1, counts(9, 9)),
        of('2', 2, counts(8, 2)),
      ]),
    ]);
    expect(atomsOf(placed, 'youngPeople.direct')).toEqual([
      '1Q1 youngPeople.direct',
      '1Q2 youngPeople.firstInYear',
      '2Q1 youngPeople.direct',
      '2Q2 youngPeople.firstInYear',
    ]);
    expect(atomsOf(placed, 'youngPeople.openAtEnd')).toEqual([
      '1Q2 youngPeople.openAtEnd',
      '2Q2 youngPeople.openAtEnd',
    ]);
  });

  test('that counts no young people is none', () => {
    const placed = placeSummaries([by([of('1', 1, { withProfessionals: { trainingSessions: 3 } })])]);
    expect(figureCells(placed)).toEqual([]);
    expect(placedAt(placed, 'withProfessionals.trainingSessions')).toBeUndefined();
  });

  test('and what a publisher withheld comes on top, at its least', () => {
    const withheld = people({ direct: { withheld: [3, 9] } });
    const placed = placeSummaries([by([of('1', 1, people({ direct: 30 })), of('2', 1, withheld)])]);
    expect(atomsOf(placed, 'youngPeople.direct')).toEqual(['1Q1 youngPeople.direct']);
    expect(placedAt(placed, 'youngPeople.direct')).toMatchObject({ besides: 3 });
    expect(figureCells(placed)).toMatchObject([{ count: 30, isAtLeast: true }]);
  });
});

describe('a figure as a cell', () => {
  const placed = () =>
    placeSummaries([
      by(
        [
          of(
            '2',
            1,
            people({ direct: 10, base: 'direct', ethnicity: { 'white-uk': 7 }, gender: { female: 10 } }),
          ),
        ],
        'service',
        'quarter',
      ),
    ]);
  const cell = (path: string) => figureCells(placed()).filter(({ id }) => id.endsWith(path));

  test('is called by its label, base and group', () => {
    expect(cell('ethnicity.white-uk').map(({ label }) => label)).toEqual([
      'Ethnicity: White UK, direct, service 2, quarter 2015-Q1',
    ]);
  });

  test('is printed where that is safe, as exact where it is', () => {
    expect(cell('ethnicity.white-uk')).toMatchObject([
      { count: 7, printed: 'if-safe', isFigure: true, isSeen: true },
    ]);
    for (const each of figureCells(placed())) expect(each).not.toHaveProperty('isAtLeast');
  });

  test('of those in no category has somebody in it', () => {
    expect(cell('ethnicity/not-stated')).toMatchObject([{ count: 3, within: [1] }]);
    for (const each of cell('youngPeople.direct')) expect(each).not.toHaveProperty('within');
    for (const each of cell('youngPeople.direct')) expect(each).not.toHaveProperty('isSeen');
  });

  test('of those in no category of several services has somebody in it too', () => {
    const some = (service: string) =>
      of(service, 1, people({ direct: 10, base: 'direct', ethnicity: { 'white-uk': 7 } }));
    const [rest] = figureCells(placeSummaries([by([some('1'), some('2')])])).filter(({ id }) =>
      id.includes('/not-stated'),
    );
    expect(rest).toMatchObject({ count: 6, within: [1] });
  });

  test('is none where periods overlap: who is in both nobody knows', () => {
    const year = (parts: object): CoreReturn => ({
      ...of('1', 1, parts),
      period: { from: '2015-01-01', to: '2015-12-31' },
      declared: 'year',
    });
    const received = (count: number) => ({ referrals: { received: count } });
    const overlapping = placeSummaries([by([year(received(30)), of('1', 1, received(10))])]);
    expect(figureCells(overlapping)).toEqual([]);
    const apart = placeSummaries([by([of('1', 2, received(30)), of('1', 1, received(10))])]);
    expect(figureCells(apart)).toMatchObject([{ count: 40 }]);
  });

  test('that may be larger says so', () => {
    const atLeast = placeSummaries([by([of('1', 1, people({ direct: { atLeast: 8 } }))])]);
    expect(figureCells(atLeast)).toMatchObject([{ count: 8, isAtLeast: true }]);
  });
});

describe('several summaries', () => {
  const returns = [of('1', 1, people({ direct: 30 })), of('2', 1, people({ direct: 10 }))];

  test('have names by their order, and each the counts of its returns', () => {
    const placed = placeSummaries([by(returns, 'service'), by(returns)]);
    expect(placed.summaries.map(({ id }) => id)).toEqual(['summary 1', 'summary 2']);
    const [first] = placed.summaries;
    expect(Object.keys(first?.countOf ?? {})).toEqual([
      '1, 2015-01-01/2015-03-31: youngPeople.direct',
      '2, 2015-01-01/2015-03-31: youngPeople.direct',
    ]);
  });

  test('share their sums: one line says what the figure of all is made of', () => {
    const placed = placeSummaries([by(returns, 'service'), by(returns), by(returns)]);
    const sums = placed.sums.filter(({ atoms }) => atoms.length > 1);
    expect(sums).toHaveLength(1);
    expect(placed.lines.filter(({ total }) => total === sums[0]?.id).map(({ of: what }) => what)).toContain(
      'members',
    );
  });

  test('of one return in two versions are refused, in whatever order each says it', () => {
    const codes = (one: object, other: object) =>
      placeSummaries([by([of('1', 1, one)]), by([of('1', 1, other)])]).refused.map(({ code, cells }) => [
        code,
        cells,
      ]);
    const twice = [['return-twice', ['1, 2015-01-01/2015-03-31']]];
    expect(codes(people({ direct: 30, indirect: 3 }), people({ indirect: 3, direct: 30 }))).toEqual([]);
    expect(codes(people({ direct: 30 }), people({ direct: 31 }))).toEqual(twice);
    expect(codes(people({ direct: 30 }), people({ direct: { atLeast: 30 } }))).toEqual(twice);
    expect(codes(people({ direct: 30 }), people({ indirect: 30 }))).toEqual(twice);
    expect(codes(people({ direct: 30 }), { ...people({ direct: 30 }), revision: 2 })).toEqual(twice);
    const together = (returns: number) => ({ combined: { services: ['1', '2'], returns } });
    expect(codes(together(2), together(2))).toEqual([]);
    expect(codes(together(2), together(3))).toEqual(twice);
    expect(codes(together(2), {})).toEqual(twice);
    const gender = (base: string) =>
      people({ direct: 30, indirect: 0, total: 30, base, gender: { female: 30 } });
    expect(codes(gender('direct'), gender('direct-and-indirect'))).toEqual(twice);
  });

  test('of one return are the same whatever the order of what it says', () => {
    const summary = by([of('1', 1, people({ direct: 30, indirect: 3, total: 33, openAtEnd: 4 }))]);
    const turned: Summary = {
      ...summary,
      contributions: summary.contributions.map((each) => ({
        ...each,
        entries: Object.fromEntries(Object.entries(each.entries).reverse()),
      })),
    };
    expect(Object.keys(turned.contributions[0]?.entries ?? {})).not.toEqual(
      Object.keys(summary.contributions[0]?.entries ?? {}),
    );
    expect(placeSummaries([summary, turned]).refused).toEqual([]);
  });

  test('of a return that contradicts itself are refused by name', () => {
    const wrong = of('1', 1, people({ direct: 3, base: 'direct', gender: { female: 8 } }));
    const placed = placeSummaries([by([wrong])]);
    expect(placed.refused.map(({ code, cells }) => [code, cells])).toEqual([
      ['return-contradicts-itself', ['1, 2015-01-01/2015-03-31: youngPeople.gender']],
    ]);
    expect(placed).toMatchObject({ cells: [], lines: [], sums: [], summaries: [] });
  });

  test('pass over a contribution that was taken out', () => {
    const summary = by(returns);
    const without: Summary = {
      ...summary,
      contributions: summary.contributions.map((each, index) =>
        index === 0 ? { ...each, revision: 0 } : each,
      ),
    };
    const placed = placeSummaries([without, by([of('1', 1, people({ direct: 31 })), ...returns.slice(1)])]);
    expect(placed.refused).toEqual([]);
  });
});

describe('lines that a reader adds up along', () => {
  const lines = (placed: Placed, what: string) =>
    placed.lines
      .filter(({ of: kind }) => kind === what)
      .map(({ total, parts }) =>
        [total, ...parts].map((id) => id.replace(/, 2015-[-\d/]+:/, '')).join(' | '),
      );

  test('are of a table that divides the figure of another', () => {
    const returns = [1, 2].flatMap((number) =>
      ['1', '2'].map((service) => of(service, number, { referrals: { received: 10 * number } })),
    );
    const placed = placeSummaries([by(returns), by(returns, 'service'), by(returns, 'quarter')]);
    const all = placed.sums.find(({ atoms }) => atoms.length === 4)?.id;
    const divisions = placed.lines.filter(({ total, of: what }) => total === all && what === 'members');
    expect(divisions.map(({ parts }) => parts.length).sort()).toEqual([2, 2, 4]);
  });

  test('are of no table that has but some of it', () => {
    const returns = ['1', '2', '3'].map((service) => of(service, 1, { referrals: { received: 10 } }));
    const placed = placeSummaries([by(returns), by(returns.slice(0, 2), 'service')]);
    const all = placed.sums.find(({ atoms }) => atoms.length === 3)?.id;
    const divisions = placed.lines.filter(({ total, of: what }) => total === all && what === 'members');
    expect(divisions.map(({ parts }) => parts.length)).toEqual([3]);
  });

  test('are of what can be taken from what in a group, with the rest', () => {
    const placed = placeSummaries([
      by([
        of('1', 1, people({ direct: 30, newInPeriod: 4, base: 'direct', gender: { female: 20, male: 9 } })),
        of('2', 1, people({ direct: 10, newInPeriod: 3, base: 'direct', gender: { female: 6, male: 4 } })),
      ]),
    ]);
    const counts = new Map(placed.cells.map(({ id, count }) => [id, count]));
    for (const { total, parts } of placed.lines)
      expect(parts.reduce((sum, id) => sum + (counts.get(id) ?? NaN), 0)).toBe(counts.get(total));
    expect(lines(placed, 'categories').length).toBeGreaterThan(2);
    const rest = placed.cells.find(
      ({ id }) =>
        id.includes('newInPeriod') && id.includes(' less ') && !id.startsWith('1') && !id.startsWith('2'),
    );
    expect(rest).toMatchObject({ count: 33, printed: 'never', inNoTable: true });
  });

  test('are of no more than the whole: where the parts exceed it, somebody counted otherwise', () => {
    const placed = placeSummaries([by([of('1', 1, people({ direct: 3, newInPeriod: 8 }))])]);
    expect(lines(placed, 'implied')).toEqual([]);
  });
});
