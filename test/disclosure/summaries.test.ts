import fc from 'fast-check';
import {
  checkReturn,
  figureAt,
  mergeCategories,
  readReturns,
  summarise,
  writeReturns,
  type CoreReturn,
} from 'hub-and-spoke';
import {
  attack,
  cellInPrint,
  defineRelease,
  protect,
  type Protected,
  type ProtectedFigure,
} from 'hub-and-spoke/disclosure';
import { register, returns } from 'hub-and-spoke/year-two';
import { describe, expect, test } from 'vitest';
import { publicIds } from '../../src/disclosure/public-ids.ts';
import { by, codes, publishedOf, quarter, releaseOf, table } from './releases.ts';

/** The figures of young people, by path and group. */
const figures = ({ summaries }: Protected): readonly ProtectedFigure[] =>
  summaries.flatMap((each) => each.figures);
const markAt = (
  published: Protected,
  path: string,
  group: Readonly<Record<string, string>> = {},
): string | undefined =>
  figures(published).find(
    (each) => each.path === path && JSON.stringify(each.group) === JSON.stringify(group),
  )?.mark;

/** What is shown of young people, added to what a reader knows of the whole system, exposes nothing small. */
async function exposedIn(contents: Parameters<typeof defineRelease>[0]): Promise<readonly string[]> {
  const release = releaseOf(contents);
  const { published } = await protect(release);
  const shown = new Map((published?.cells ?? []).map((cell) => [cell.id, cell]));
  const { ranges = [] } = await attack(
    {
      cells: release.cells.map(({ id, count, isSeen, within }) => {
        const cell = shown.get(publicIds(release)(id));
        const low = Math.max(cell?.low ?? within?.[0] ?? 0, isSeen && count > 0 ? 1 : 0);
        return { id, low, ...(cell?.high !== undefined && { high: cell.high }) };
      }),
      lines: release.lines,
    },
    {},
    { effort: 0 },
  );
  const small = new Set(
    release.cells
      .filter(({ count, printed }) => count > 0 && count <= 5 && printed !== 'always')
      .map(({ id }) => id),
  );
  return ranges.filter(({ id, low, high = Infinity }) => small.has(id) && high - low < 2).map(({ id }) => id);
}

describe('from summaries to a release', () => {
  test('the report’s tables: what is hidden, and what readers can still say', async () => {
    const [one, two, three, five] = await Promise.all(
      returns.map((each) => publishedOf({ summaries: [summarise([each])] })),
    );
    const hidden = (published: Protected | undefined): readonly string[] =>
      published === undefined
        ? []
        : figures(published)
            .filter(({ mark }) => mark === 'hidden')
            .map(({ path }) => path.replace('youngPeople.', ''));
    // 85 and 35 of 124 leave four in no category.
    expect(hidden(one)).toEqual(['ethnicity.white-other', 'ethnicity/not-stated']);
    expect(hidden(two)).toEqual(['ethnicity.white-uk', 'ethnicity.not-known']);
    expect(hidden(three)).toEqual([
      'age.under-12',
      'age.12-14',
      'age.18-plus',
      'ethnicity.white-uk',
      'ethnicity.white-other',
      'ethnicity.african-origin',
      'ethnicity.mixed',
    ]);
    expect(hidden(five)).toEqual([
      'ethnicity.white-uk',
      'ethnicity.white-other',
      'ethnicity.pakistani',
      'referrals.route.schools',
      'referrals.route.return-interview',
      'referrals.route.health',
      'referrals.route.internal',
    ]);
  });

  test('groupings that cut across each other are linked by the returns behind them', async () => {
    const all = returns.map((each) => ({ ...each }));
    const summaries = (['service', 'model', 'phase', 'year'] as const).map((dimension) =>
      summarise(all, { by: [dimension], register }),
    );
    expect(await exposedIn({ summaries: [...summaries, summarise(all)] })).toEqual([]);
  });

  test('random returns by service, by quarter and together', async () => {
    const person = fc.record({ age: fc.tuple(fc.nat(9), fc.nat(20)), female: fc.nat(29), rest: fc.nat(3) });
    await fc.assert(
      fc.asyncProperty(fc.array(person, { minLength: 4, maxLength: 4 }), async (people) => {
        const sent = people.map(({ age: [young, old], female, rest }, index) =>
          quarter(String(1 + (index % 2)), 1 + Math.floor(index / 2), {
            youngPeople: {
              direct: young + old + rest,
              base: 'direct',
              age: { 'under-12': young, '15-17': old },
              gender: {
                female: Math.min(female, young + old + rest),
                male: Math.max(0, young + old + rest - female),
              },
            },
          }),
        );
        const contents = {
          summaries: [by(sent, 'service', 'quarter'), by(sent, 'quarter'), by(sent, 'service')],
        };
        expect(await exposedIn(contents)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('what an earlier reading of it got wrong', () => {
  test('figures of different paths may be made of the same counts', async () => {
    const described = (direct: number) => ({
      direct,
      base: 'direct' as const,
      age: { '12-14': direct / 2, '15-17': direct / 2 },
    });
    const sent = [
      quarter('1', 1, { youngPeople: described(30) }),
      quarter('2', 1, { youngPeople: described(20) }),
      quarter('3', 1, { youngPeople: { direct: 2 } }),
      quarter('4', 1, { youngPeople: { direct: 1 } }),
    ];
    const published = await publishedOf({ summaries: [by(sent)] });
    expect([markAt(published, 'youngPeople.direct'), markAt(published, 'youngPeople.base')]).toContain(
      'hidden',
    );
  });

  test('what is at least so much still adds up', async () => {
    for (const youngPeople of [
      { direct: 30, indirect: { atLeast: 3 }, base: 'direct-and-indirect' as const },
      { direct: { atLeast: 30 }, indirect: 2, base: 'direct-and-indirect' as const },
    ]) {
      const published = await publishedOf({ summaries: [by([quarter('1', 1, { youngPeople })], 'service')] });
      const shown = ['youngPeople.direct', 'youngPeople.indirect', 'youngPeople.base'].filter(
        (path) => markAt(published, path, { service: '1' }) === 'shown',
      );
      expect(shown.length).toBeLessThan(2);
    }
  });

  test('whom a return describes is one quantity with whom it supports, certain or not', async () => {
    const sent = [
      quarter('1', 1, { youngPeople: { direct: { atLeast: 12 }, base: 'direct' } }),
      quarter('2', 1, { youngPeople: { direct: 3, base: 'direct' } }),
      quarter('3', 1, { youngPeople: { direct: { atLeast: 14 }, base: 'direct' } }),
    ];
    expect(await exposedIn({ summaries: [by(sent, 'service'), by(sent)] })).toEqual([]);
  });

  test('the cases open at the end of a quarter are those open as the next begins', () => {
    const sent = [
      quarter('1', 1, { youngPeople: { openAtEnd: 11 } }),
      quarter('1', 2, { youngPeople: { openAtStart: 11 } }),
    ];
    const { lines } = releaseOf({ summaries: [by(sent, 'quarter')] });
    expect(
      lines.some(({ total, parts }) => total.endsWith('openAtEnd') && parts[0]?.endsWith('openAtStart')),
    ).toBe(true);
  });

  test('a hidden figure that can be worked out makes no line safe', async () => {
    const sent = [
      quarter('1', 2, { youngPeople: { direct: 35, base: 'direct', gender: { female: 33, male: 1 } } }),
      quarter('2', 2, { youngPeople: { direct: 21, base: 'direct', gender: { female: 9, male: 12 } } }),
    ];
    const published = await publishedOf({
      summaries: [by(sent, 'service', 'quarter'), by(sent, 'quarter'), by(sent, 'service')],
    });
    expect(published.cells.filter(({ mark, low, high }) => mark === 'hidden' && low === high)).toEqual([]);
  });

  test('two versions of one return are refused', () => {
    const [one, other] = [30, 50].map((direct) => by([quarter('1', 1, { youngPeople: { direct } })]));
    expect(codes(defineRelease({ summaries: [one, other].filter((each) => each !== undefined) }))).toEqual([
      'return-twice',
    ]);
  });

  test('a return whose parts exceed their whole is refused, with its name and without its counts', () => {
    const wrong = quarter('1', 1, { youngPeople: { direct: 77, base: 'direct', age: { '12-14': 78 } } });
    const { refused = [] } = defineRelease({ summaries: [by([wrong])] });
    expect(codes({ refused })).toEqual(['return-contradicts-itself']);
    expect(JSON.stringify(refused)).not.toMatch(/7[78]/);
  });

  test('a total that is not direct and indirect together is another number', async () => {
    const youngPeople = { direct: 30, indirect: 20, total: 60, base: 'direct-and-indirect' as const };
    expect(codes(await protect(releaseOf({ summaries: [by([quarter('1', 1, { youngPeople })])] })))).toEqual(
      [],
    );
  });

  test('a year in which every quarter says who is counted for the first time can be printed by itself', async () => {
    const sent = [
      quarter('1', 1, { youngPeople: { direct: 30 } }),
      quarter('1', 2, { youngPeople: { direct: 28, firstInYear: 10 } }),
    ];
    const found = figures(await publishedOf({ summaries: [by(sent, 'year')] }));
    const figure = found.find(({ path }) => path === 'youngPeople.direct');
    expect(figure).toMatchObject({ path: 'youngPeople.direct', low: 40, high: 40, mark: 'shown' });
  });

  test('the bounds of what is incomplete have no upper end', async () => {
    const sent = [
      quarter('1', 1, { youngPeople: { direct: { atLeast: 3 } } }),
      quarter('2', 1, { youngPeople: { direct: 20 } }),
      quarter('3', 1, { youngPeople: { direct: 4 } }),
    ];
    const published = await publishedOf({ summaries: [by(sent, 'service'), by(sent)] });
    expect(figures(published).find(({ group }) => group.service === '1')?.high).toBeUndefined();
  });

  test('case consultancies are about young people', async () => {
    const sent = [
      quarter('1', 1, { youngPeople: { indirect: 1 }, withProfessionals: { consultancySessions: 1 } }),
    ];
    const published = await publishedOf({ summaries: [by(sent, 'service')] });
    expect(markAt(published, 'withProfessionals.consultancySessions', { service: '1' })).toBe('hidden');
  });
});

describe('what a second reading found', () => {
  test('what others withheld is printed as wide as they published it', async () => {
    const gender = { female: { withheld: [1, 5] as const }, male: 24, transgender: 3 };
    const published = await publishedOf({
      summaries: [by([quarter('1', 1, { youngPeople: { direct: 30, base: 'direct', gender } })], 'service')],
    });
    expect(figures(published).find(({ path }) => path === 'youngPeople.gender.female')).toMatchObject({
      low: 1,
      high: 5,
    });
  });

  test('young people whose number others withheld are no number here', async () => {
    const sent = [
      quarter('1', 1, { youngPeople: { direct: { withheld: [1, 5] }, base: 'direct' } }),
      quarter('2', 1, { youngPeople: { direct: 30, base: 'direct' } }),
    ];
    const published = await publishedOf({ summaries: [by(sent, 'service')] });
    expect(markAt(published, 'youngPeople.direct', { service: '2' })).toBe('shown');
    expect(
      figures(published).find(({ path, group }) => path === 'youngPeople.base' && group.service === '1'),
    ).toMatchObject({ low: 1, high: 5 });
  });

  test('that nobody is counted twice is not said of what is only worked out', async () => {
    const service = (name: string, first: number, [direct, fresh, start]: readonly number[]) => [
      quarter(name, 1, { youngPeople: { direct: first } }),
      quarter(name, 2, {
        youngPeople: {
          direct: direct ?? 0,
          ...(fresh !== undefined && { newInPeriod: fresh }),
          ...(start !== undefined && { openAtStart: start }),
        },
      }),
    ];
    const caveatsOf = async (start: number) => {
      const sent = [
        ...service('A', 20, [15, 3, 12]),
        ...service('B', 300, [310, 10, start]),
        ...service('C', 20, [20]),
      ];
      const published = await publishedOf({
        summaries: [by(sent, 'service', 'quarter'), by(sent, 'quarter'), by(sent, 'service', 'year')],
      });
      const figure = figures(published).find(
        ({ path, group }) => path === 'youngPeople.direct' && group.service === 'B' && 'year' in group,
      );
      return figure?.mark === 'shown' ? [] : figure?.caveats;
    };
    const [certain, open] = [await caveatsOf(300), await caveatsOf(299)];
    if (certain?.length !== 0) expect(certain).toContain('people-may-repeat');
    expect(open).toContain('people-may-repeat');
  });

  test('a total says of no service that it alone has a category', async () => {
    const sent = ['1', '2', '3'].map((service) =>
      quarter(service, 1, {
        youngPeople: {
          direct: 40,
          base: 'direct',
          gender: service === '2' ? { female: 37, transgender: 3 } : { female: 40 },
        },
      }),
    );
    const text = JSON.stringify(await publishedOf({ summaries: [by(sent)] }));
    expect(text).not.toMatch(/2015-01-01|"service"/);
  });

  test('returns of coarser summaries are returns', async () => {
    const sent = quarter('1', 1, {
      youngPeople: { direct: 30, base: 'direct', age: { 'under-12': 1, '12-14': 13, '15-17': 16 } },
    });
    const merged = mergeCategories(by([sent], 'service'), {
      field: 'youngPeople.age',
      codes: ['under-12', '12-14'],
      into: 'Under 15',
    });
    const published = await publishedOf({ summaries: [merged] });
    const [found] = published.summaries[0]?.returns ?? [];
    expect(checkReturn(found).value).toBeDefined();
    expect(figures(published).find(({ path }) => path === 'youngPeople.age.Under 15')?.low).toBe(14);
  });
});

describe('what a third reading found', () => {
  test('a hidden 0 of an open list looks like any other hidden count', async () => {
    const listed: readonly (readonly [string, Readonly<Record<string, number>>])[] = [
      ['1', { 'white-uk': 12, 'african-origin': 11, mixed: 14 }],
      ['2', { 'white-uk': 0, 'african-origin': 8, mixed: 17 }],
      ['3', { 'white-uk': 24, 'african-origin': 4, mixed: 25 }],
    ];
    const sent = listed.map(([service, ethnicity]) => {
      const direct = Object.values(ethnicity).reduce((sum, count) => sum + count, 0);
      return quarter(service, 1, { youngPeople: { direct, base: 'direct', ethnicity } });
    });
    const published = await publishedOf({ summaries: [by(sent, 'service'), by(sent)] });
    const rows = published.cells.filter(
      ({ mark, label }) => mark === 'hidden' && label.includes('service 2'),
    );
    expect(rows.some(({ label }) => label.includes('White UK'))).toBe(true);
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.filter(({ low }) => low > 0)).toEqual([]);
    expect(await exposedIn({ summaries: [by(sent, 'service'), by(sent)] })).toEqual([]);
  });

  test('the base of those described is as wide as others published the supported', async () => {
    const gender = { female: { withheld: [0, 60] as const }, male: { withheld: [0, 60] as const } };
    const direct = { withheld: [40, 60] as const };
    const sent = [
      quarter('1', 1, { youngPeople: { direct, base: 'direct', gender } }),
      quarter('2', 1, { youngPeople: { direct: 30, base: 'direct', gender: { female: 20, male: 10 } } }),
    ];
    const base = figures(await publishedOf({ summaries: [by(sent, 'service')] })).find(
      ({ path, group }) => path === 'youngPeople.base' && group.service === '1',
    );
    expect(base).toMatchObject({ low: 40, high: 60 });
  });

  test('a number that may be larger is rounded to what it is at least', async () => {
    const sent = [
      quarter('1', 1, { youngPeople: { direct: { atLeast: 33 } } }),
      quarter('2', 1, { youngPeople: { direct: 41 } }),
    ];
    const published = await publishedOf({ summaries: [by(sent, 'service'), by(sent)] }, { rounding: 5 });
    const [one, two, both] = ['service 1', 'service 2', 'young people'].map((words) =>
      published.cells.find(({ label }) => label.toLowerCase().includes(words)),
    );
    expect(one && cellInPrint(one)).toBe('at least 33');
    expect(two && cellInPrint(two)).toBe('40');
    expect(both?.isAtLeast).toBe(true);
  });

  test('there is no sum and no percentage of a number that may be larger', () => {
    const sent = [
      quarter('1', 1, { youngPeople: { direct: { atLeast: 33 } } }),
      quarter('2', 1, { youngPeople: { direct: 41 } }),
    ];
    const summary = by(sent, 'service');
    const labels = releaseOf({ summaries: [summary] })
      .cells.filter(({ isFigure, label }) => isFigure && /directly|direct/i.test(label))
      .map(({ label }) => label);
    const [one = '', two = ''] = labels;
    const made = [
      { id: 'both', count: 74, of: [one, two] },
      { id: 'share', percentage: 80, part: one, whole: two },
    ];
    for (const statement of made)
      expect(codes(defineRelease({ summaries: [summary], statements: [statement] }))).toEqual(['unplaced']);
  });

  test('a total less two of its parts is looked at', async () => {
    const sent = ['1', '2', '3', '4', '5', '6'].map((service, index) =>
      quarter(service, 1, { youngPeople: { direct: [40, 41, 42, 43, 1, 2][index] ?? 0 } }),
    );
    const some = (...services: readonly string[]) =>
      by(sent.filter(({ service }) => services.includes(service)));
    const published = await publishedOf({ summaries: [by(sent), some('1', '2'), some('3', '4')] });
    const hidden = published.cells.filter(({ mark }) => mark === 'hidden');
    expect(hidden.length).toBeGreaterThan(0);
  });

  test('a label that several figures have names none of them', () => {
    const one = by([quarter('1', 1, { youngPeople: { direct: 33 } })]);
    const other = by([quarter('2', 1, { youngPeople: { direct: 41 } })]);
    const [label = ''] = releaseOf({ summaries: [one, other] })
      .cells.filter(({ isFigure }) => isFigure)
      .map((cell) => cell.label);
    const statements = [{ id: 'said', count: 33, of: [label] }];
    expect(codes(defineRelease({ summaries: [one], statements }))).toEqual([]);
    expect(codes(defineRelease({ summaries: [one, other], statements }))).toContain('unplaced');
  });

  test('groups cannot be protected where zeros are always shown', async () => {
    const release = releaseOf({ summaries: [by([quarter('1', 1, { youngPeople: { direct: 33 } })])] });
    await expect(protect(release, { zeros: 'always-shown', groups: 'protect' })).rejects.toThrow(RangeError);
  });
});

describe('what a fourth reading found', () => {
  const direct = 'Young people receiving direct support from Spokes';
  const supported = (counts: readonly number[]): readonly CoreReturn[] =>
    counts.map((count, index) => quarter(String(index + 1), 1, { youngPeople: { direct: count } }));
  /** How far apart readers leave what some figures come to. */
  const doubt = async (published: Protected, plus: readonly string[]): Promise<number> => {
    const { ranges = [] } = await attack(published, { about: [{ id: 'asked', plus }] });
    const { low = 0, high = Infinity } = ranges.find(({ id }) => id === 'asked') ?? {};
    return high - low;
  };

  test('what others withheld is at least what they said', async () => {
    const age = { 'under-12': 1, '12-14': { withheld: [6, 10] as const }, '15-17': 36 };
    const published = await publishedOf({
      summaries: [by([quarter('1', 1, { youngPeople: { direct: 43, base: 'direct', age } })], 'service')],
    });
    const about = [direct, 'Age: 15-17, direct'].map((label) =>
      published.cells.find((cell) => cell.label.startsWith(label)),
    );
    // 43 less 36 less at least 6 would leave 0 or 1.
    expect(about.some((cell) => cell?.mark === 'hidden')).toBe(true);
  });

  test('a return whose rest cannot hold what others withheld contradicts itself', () => {
    const age = { 'under-12': 1, '12-14': { withheld: [6, 10] as const }, '15-17': 36 };
    const sent = quarter('1', 1, { youngPeople: { direct: 40, base: 'direct', age } });
    expect(codes(defineRelease({ summaries: [by([sent])] }))).toEqual(['return-contradicts-itself']);
  });

  test('what is put together with something withheld tells no number', async () => {
    const age = { 'under-12': 5, '12-14': { withheld: [1, 5] as const }, '15-17': 30, '18-plus': 20 };
    const sent = quarter('1', 1, { youngPeople: { direct: 80, base: 'direct', age } });
    const merge = { field: 'youngPeople.age', codes: ['under-12', '12-14'], into: 'Under 15' };
    const published = await publishedOf({ summaries: [mergeCategories(by([sent], 'service'), merge)] });
    const merged = figures(published).find(({ path }) => path === 'youngPeople.age.Under 15');
    expect(merged?.mark).not.toBe('shown');
    expect(merged?.low).toBe(0);
  });

  test('a number in a sentence leaves nothing small over', async () => {
    const sent = supported([40, 41, 42, 43, 1, 2]);
    const published = await publishedOf({
      summaries: [by(sent, 'service'), by(sent)],
      statements: [
        { id: 'first four', count: 166, of: ['1', '2', '3', '4'].map((n) => `${direct}, service ${n}`) },
      ],
    });
    expect(await doubt(published, [`${direct}, service 5`, `${direct}, service 6`])).toBeGreaterThan(1);
  });

  test('two divisions of one table leave nothing small over', async () => {
    const counts = { all: 126, a: 40, b: 41, c: 42, e: 1, f: 2, abc: 123 };
    const published = await publishedOf(
      table(counts, [
        { total: 'all', parts: ['a', 'b', 'c', 'e', 'f'] },
        { total: 'abc', parts: ['a', 'b', 'c'] },
      ]),
    );
    expect(await doubt(published, ['e', 'f'])).toBeGreaterThan(1);
  });

  test.each([[[10, 11, 12, 4300, 1, 2]], [[7, 8, 9, 1000, 2, 2]]])(
    'a total less some services and one leaves nothing small over: %j',
    async (counts) => {
      const sent = supported(counts);
      const published = await publishedOf({
        summaries: [by(sent, 'service'), by(sent), by(sent.slice(0, 3))],
      });
      const rest = ['5', '6'].map((name) => `${direct}, service ${name}`);
      expect(await doubt(published, rest)).toBeGreaterThan(1);
    },
  );

  test('who came back is no number to be worked out', async () => {
    const sent = quarter('1', 1, { youngPeople: { direct: 40, openAtStart: 30, newInPeriod: 9 } });
    const published = await publishedOf({ summaries: [by([sent], 'service')] });
    expect(published.cells.some(({ mark }) => mark === 'hidden')).toBe(true);
  });
});

describe('reading back', () => {
  const published = async (): Promise<readonly CoreReturn[]> =>
    (await publishedOf({ summaries: [by(returns, 'service')] })).summaries.flatMap((each) => each.returns);

  test('what was hidden is a withheld cell with its bounds, in every format', async () => {
    const sent = await published();
    expect(sent.map(({ service }) => service).sort()).toEqual(returns.map(({ service }) => service).sort());
    expect(sent.find(({ service }) => service === '1')?.youngPeople?.ethnicity).toEqual({
      'white-uk': 85,
      'white-other': { withheld: [0, 38] },
    });
    for (const format of ['csv', 'json'] as const) {
      const { returns: read } = await readReturns(writeReturns(sent, { format }));
      expect(read.map(({ youngPeople }) => youngPeople?.ethnicity)).toEqual(
        sent.map(({ youngPeople }) => youngPeople?.ethnicity),
      );
    }
  });

  test('a table of a publisher’s with marks in it is read as what its other numbers leave', async () => {
    const typed = [
      'service,quarter,Direct support,The characteristics describe,Age: 12-14,Age: 15-17,Age: 18 +,Gender: Female,Gender: Male',
      '2,2015 Q1,50,direct,[c],34,[c],[c],11',
      '3,2015 Q1,[c],direct,[c],34,2,30,11',
    ].join('\n');
    const { returns: read, findings } = await readReturns(typed);
    expect(read[0]?.youngPeople).toMatchObject({
      age: { '12-14': { withheld: [0, 16] }, '15-17': 34, '18-plus': { withheld: [0, 16] } },
      gender: { female: { withheld: [0, 39] }, male: 11 },
    });
    // Nobody knows of how many: that is asked.
    expect(
      findings
        .filter(({ rule }) => rule === 'F301')
        .map(({ paths }) => paths[0])
        .sort(),
    ).toEqual(['youngPeople.age.12-14', 'youngPeople.direct']);
  });

  test('sums over them hold the truth', async () => {
    const [truth, read] = [summarise(returns), summarise(await published())];
    for (const figure of truth.figures) {
      const found = figureAt(
        read,
        figure.base === undefined ? { path: figure.path } : { path: figure.path, base: figure.base },
      );
      if (found === undefined || figure.path.endsWith('/not-stated')) continue;
      expect(found.low).toBeLessThanOrEqual(figure.low);
      expect(found.high ?? Infinity).toBeGreaterThanOrEqual(figure.high ?? figure.low);
    }
  });

  test('they are returns, and protecting them again hides nothing more that was shown', async () => {
    const sent = await published();
    for (const each of sent) expect(checkReturn(each).value).toBeDefined();
    const again = await publishedOf({ summaries: [by(sent, 'service')] });
    expect(again.cells.filter(({ mark }) => mark === 'hidden')).toEqual([]);
  });
});
