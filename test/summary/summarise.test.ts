import fc from 'fast-check';
import {
  cellBounds,
  cellsOf,
  figureAt,
  figureInWords,
  holds,
  isUnknown,
  mergeSummaries,
  quarterPeriod,
  shareOf,
  summarise,
  type CoreReturn,
  type Dimension,
  type Quarter,
} from 'hub-and-spoke';
import { describe, expect, test } from 'vitest';
import { coreReturnValue } from '../arbitraries.ts';
import { direct, returnFor } from './returns.ts';

const people = (...values: readonly CoreReturn[]) =>
  figureAt(summarise(values), { path: 'youngPeople.direct' });

const several = fc.array(coreReturnValue, { maxLength: 6 });
const by = fc.subarray<Dimension>(['service', 'quarter', 'year', 'base']);

describe('whatever the returns', () => {
  test('their order does not matter, and the same return twice counts once', () => {
    fc.assert(
      fc.property(several, by, fc.boolean(), (values, dimensions, joinBases) => {
        const options = { by: dimensions, joinBases };
        const once = summarise(values, options);
        expect(summarise([...values].reverse(), options)).toEqual(once);
        expect(summarise([...values, ...values], options)).toEqual(once);
      }),
    );
  });

  test('merging is associative and commutative, and equals summarising all at once', () => {
    fc.assert(
      fc.property(several, several, several, by, (one, two, three, dimensions) => {
        const [a, b, c] = [one, two, three].map((values) => summarise(values, { by: dimensions }));
        if (a === undefined || b === undefined || c === undefined) throw new Error('three summaries');
        const all = summarise([...one, ...two, ...three], { by: dimensions });
        expect(mergeSummaries(mergeSummaries(a, b), c)).toEqual(all);
        expect(mergeSummaries(a, mergeSummaries(b, c))).toEqual(all);
        expect(mergeSummaries(b, a)).toEqual(mergeSummaries(a, b));
      }),
    );
  });

  test('summaries are plain JSON', () => {
    fc.assert(
      fc.property(several, (values) => {
        const summary = summarise(values, { by: ['service'] });
        expect(JSON.parse(JSON.stringify(summary))).toStrictEqual(summary);
      }),
    );
  });

  test('bounds hold the truth when what is unknown is filled in at random', () => {
    const filled = coreReturnValue.chain((value) =>
      fc.tuple(fc.constant(value), fc.array(fc.nat(30), { minLength: 60, maxLength: 60 })),
    );
    fc.assert(
      fc.property(fc.array(filled, { minLength: 1, maxLength: 4 }), (pairs) => {
        const unique = [
          ...new Map(pairs.map((pair) => [`${pair[0].service} ${pair[0].period.from}`, pair])).values(),
        ];
        const sessions = 'withProfessionals.trainingSessions';
        const truth = unique.reduce((sum, [value, numbers]) => {
          const cell = cellsOf(value).find(({ path }) => path === sessions)?.cell;
          if (cell === undefined) return sum;
          const { low, high } = cellBounds(cell);
          const extra =
            isUnknown(cell) || high === undefined ? (numbers[0] ?? 0) : Math.min(numbers[0] ?? 0, high - low);
          return sum + low + extra;
        }, 0);
        const figure = figureAt(summarise(unique.map(([value]) => value)), { path: sessions });
        expect(figure === undefined || holds(figure, truth)).toBe(true);
      }),
    );
  });

  test('the different people over quarters lie within the bounds, however many come again', () => {
    const quarters: readonly Quarter[] = ['2015-Q1', '2015-Q2', '2015-Q3'];
    const group = fc.uniqueArray(fc.nat(15), { maxLength: 12 });
    const seen = fc.tuple(group, ...quarters.map(() => group));
    fc.assert(
      fc.property(seen, fc.boolean(), ([longAgo, ...groups], saysWho) => {
        // Those of long ago may come back: they are not new.
        const ever = new Set(longAgo);
        const within = new Set<number>();
        const unseen: number[] = [];
        const values = groups.map((each, index) => {
          const before = index === 0 ? [] : groups.slice(index - 1, index).flat();
          const openAtStart = each.filter((person) => before.includes(person)).length;
          const newInPeriod = each.filter((person) => !ever.has(person)).length;
          if (index > 0) unseen.push(each.length - newInPeriod - openAtStart);
          for (const person of each) {
            ever.add(person);
            within.add(person);
          }
          const said = saysWho ? { newInPeriod, openAtStart } : {};
          return returnFor('2', quarters[index] ?? '2015-Q1', {
            youngPeople: { direct: each.length, ...said },
          });
        });
        const figure = people(...values);
        expect(figure !== undefined && holds(figure, within.size)).toBe(true);
        if (saysWho && unseen.every((count) => count === 0))
          expect([figure?.low, figure?.high]).toEqual([within.size, within.size]);
      }),
    );
  });
});

describe('people', () => {
  test('of one service over two quarters: from the larger to the sum', () => {
    expect(people(direct('2', '2015-Q1', 30), direct('2', '2015-Q2', 35))).toMatchObject({
      low: 35,
      high: 65,
      caveats: ['people-may-repeat'],
    });
  });

  test('of two services: the sum, with the caveat that a person may be known to both', () => {
    const figure = people(direct('2', '2015-Q1', 30), direct('3', '2015-Q1', 35));
    expect(figure).toMatchObject({ low: 65, high: 65, caveats: ['people-may-be-known-to-several-services'] });
  });

  const carried = (quarter: Quarter, count: number, newInPeriod: number, openAtStart: number): CoreReturn =>
    returnFor('2', quarter, { youngPeople: { direct: count, newInPeriod, openAtStart } });

  test('are exact when everybody later was new, or under way as the period began', () => {
    const exact = people(carried('2015-Q1', 30, 5, 25), carried('2015-Q2', 35, 10, 25));
    expect(exact).toMatchObject({ low: 40, high: 40, caveats: [] });
  });

  test('may be more by those who came back: they may have been supported before any of these periods', () => {
    const back = people(carried('2015-Q1', 30, 30, 0), carried('2015-Q2', 35, 10, 22));
    expect(back).toMatchObject({ low: 40, high: 43, caveats: ['people-may-repeat'] });
    const unsaid = people(direct('2', '2015-Q1', 30, 30), direct('2', '2015-Q2', 35, 10));
    expect(unsaid).toMatchObject({ low: 40, high: 65, caveats: ['people-may-repeat'] });
  });

  test('are exact over a calendar year when each quarter says who was counted for the first time in it', () => {
    const inYear = (quarter: Quarter, count: number, firstInYear: number): CoreReturn =>
      returnFor('2', quarter, { youngPeople: { direct: count, firstInYear } });
    const year = [inYear('2015-Q1', 30, 30), inYear('2015-Q2', 35, 12), inYear('2015-Q3', 20, 3)];
    expect(people(...year)).toMatchObject({ low: 45, high: 45, caveats: [] });
    expect(people(...year.slice(1))).toMatchObject({ low: 35, high: 55, caveats: ['people-may-repeat'] });
  });

  test('are at least those of the first return and the new ones, and may be more across a gap', () => {
    const gap = people(carried('2015-Q1', 30, 30, 0), carried('2015-Q3', 35, 10, 25));
    expect(gap).toMatchObject({ low: 40, high: 65, caveats: ['people-may-repeat'] });
  });

  test('new to the service add up: somebody is new once', () => {
    const summary = summarise([direct('2', '2015-Q1', 30, 30), direct('2', '2015-Q2', 35, 10)]);
    expect(figureAt(summary, { path: 'youngPeople.newInPeriod' })).toMatchObject({ low: 40, high: 40 });
  });
});

describe('posts', () => {
  const spokes = (quarter: Quarter, headcount: number): CoreReturn =>
    returnFor('2', quarter, { spokes: { headcount } });
  const values = [spokes('2015-Q2', 3), spokes('2015-Q1', 5)];

  test('over time are those of the latest return', () => {
    expect(figureAt(summarise(values), { path: 'spokes.headcount' })).toMatchObject({
      low: 3,
      high: 3,
      caveats: ['latest-only'],
    });
  });

  test('or their average, when asked', () => {
    const figure = figureAt(summarise(values, { posts: 'average' }), { path: 'spokes.headcount' });
    expect(figure?.low).toBeCloseTo((5 * 90 + 3 * 91) / 181);
    expect(figure?.caveats).toEqual(['average-over-time']);
  });
});

describe('services that first return together and then apart', () => {
  const together: CoreReturn = {
    ...returnFor('4 and 5', '2015-Q1', {
      spokes: { headcount: 7 },
      withProfessionals: { trainingSessions: 7 },
    }),
    combined: { services: ['4', '5'], returns: 2 },
  };
  const apart = (service: string, count: number): CoreReturn =>
    returnFor(service, '2015-Q2', {
      spokes: { headcount: count },
      withProfessionals: { trainingSessions: count },
    });
  const at = (path: string, values: readonly CoreReturn[], posts?: 'average') =>
    figureAt(summarise(values, posts === undefined ? {} : { posts }), { path });

  test('have the posts of their latest returns, each counted', () => {
    const values = [together, apart('4', 3), apart('5', 4)];
    expect(at('spokes.headcount', values)).toMatchObject({
      low: 7,
      high: 7,
      caveats: ['combined', 'latest-only', 'mixed-period'],
    });
    expect(at('spokes.headcount', values, 'average')).toMatchObject({ low: 7, high: 7 });
    expect(at('withProfessionals.trainingSessions', values)).toMatchObject({ low: 14, high: 14 });
  });

  test('keep what is known of the one that has not returned since', () => {
    expect(at('spokes.headcount', [together, apart('4', 3)])).toMatchObject({ low: 3, high: 10 });
  });
});

test('characteristics that a service did not return are missing from the figure', () => {
  const given = returnFor('2', '2015-Q1', {
    youngPeople: { base: 'direct', direct: 50, gender: { female: 39, male: 11 } },
  });
  const summary = summarise([given, direct('3', '2015-Q1', 40)]);
  const female = figureAt(summary, { path: 'youngPeople.gender.female' });
  expect(female?.coverage).toEqual({ returned: 1, expected: 2, notApplicable: 0 });
  expect(female?.caveats).toContain('not-all-returned');
});

test('characteristics that do not say whom they describe stand by themselves', () => {
  const summary = summarise([
    returnFor('2', '2015-Q1', { youngPeople: { direct: 5, gender: { female: 5 } } }),
  ]);
  expect(figureAt(summary, { path: 'youngPeople.gender.female', base: 'not-stated' })).toMatchObject({
    low: 5,
    high: 5,
  });
});

test('what nobody returned is not 0, and what is not known is not “not returned”', () => {
  const summary = summarise([
    returnFor('2', '2015-Q1', { withProfessionals: { trainingAttending: { unknown: 'not-known' } } }),
  ]);
  const words = (path: string): string | undefined => {
    const figure = figureAt(summary, { path });
    return figure && figureInWords(figure);
  };
  expect(words('withProfessionals.trainingAttending')).toBe('not known, from 0 of 1 returns');
  expect(words('withProfessionals.trainingSessions')).toBe('not returned, from 0 of 1 returns');
  expect(figureAt(summary, { path: 'withProfessionals.trainingSessions' })?.high).toBeUndefined();
});

test('a share is of the whole that the category is a part of, whatever its name', () => {
  const value = returnFor('2', '2015-Q1', {
    youngPeople: { direct: 50, base: 'direct', ethnicity: { mixed: 10, 'mixed/asian': 5, 'white-uk': 35 } },
    referrals: { reported: 38 },
  });
  const summary = summarise([value]);
  const share = (path: string) => {
    const figure = figureAt(summary, { path });
    return figure && shareOf(summary, figure)?.low;
  };
  expect(share('youngPeople.ethnicity.mixed/asian')).toBe(10);
  expect(share('referrals.reported/not-stated')).toBeUndefined();
});

describe('sessions', () => {
  const training = (period: CoreReturn['period'], trainingSessions: number): CoreReturn => ({
    ...returnFor('2', '2015-Q1', { withProfessionals: { trainingSessions } }),
    period,
  });

  test('over quarters add up', () => {
    const values = [training(quarterPeriod('2015-Q1'), 4), training(quarterPeriod('2015-Q2'), 5)];
    expect(figureAt(summarise(values), { path: 'withProfessionals.trainingSessions' })).toMatchObject({
      low: 9,
      high: 9,
      caveats: [],
    });
  });

  test('of a year and of a quarter of that year do not', () => {
    const values = [
      training({ from: '2015-01-01', to: '2015-12-31' }, 20),
      training(quarterPeriod('2015-Q2'), 5),
    ];
    const figure = figureAt(summarise(values), { path: 'withProfessionals.trainingSessions' });
    expect(figure).toMatchObject({ low: 20, high: 25, caveats: ['overlapping-periods'] });
  });

  test('of a service and of a combination with that service do not', () => {
    const combined: CoreReturn = {
      ...training(quarterPeriod('2015-Q1'), 9),
      service: 'both',
      combined: { services: ['2', '3'], returns: 2 },
    };
    const figure = figureAt(summarise([training(quarterPeriod('2015-Q1'), 4), combined]), {
      path: 'withProfessionals.trainingSessions',
    });
    expect(figure).toMatchObject({ low: 9, high: 13 });
  });
});

describe('revisions', () => {
  test('a later one replaces an earlier one, whichever comes first', () => {
    const second = { ...direct('2', '2015-Q1', 31), revision: 2 };
    for (const values of [
      [second, direct('2', '2015-Q1', 30)],
      [direct('2', '2015-Q1', 30), second],
    ]) {
      expect(people(...values)).toMatchObject({ low: 31, high: 31 });
    }
  });

  test('two of the same number that disagree leave both possible', () => {
    expect(people(direct('2', '2015-Q1', 31), direct('2', '2015-Q1', 30))).toMatchObject({
      low: 30,
      high: 31,
      caveats: ['conflicting'],
    });
  });
});

test('groups are kept apart, and bases unless joined', () => {
  const both = returnFor('3', '2015-Q1', {
    youngPeople: { direct: 5, indirect: 5, base: 'direct-and-indirect', gender: { female: 9, male: 1 } },
  });
  const only = returnFor('2', '2015-Q1', {
    youngPeople: { direct: 5, base: 'direct', gender: { female: 4, male: 1 } },
  });
  const female = (joinBases: boolean) =>
    summarise([both, only], { joinBases })
      .figures.filter(({ path }) => path === 'youngPeople.gender.female')
      .map(({ base, low }) => [base, low]);
  expect(female(false)).toEqual([
    ['direct', 4],
    ['direct-and-indirect', 9],
  ]);
  expect(female(true)).toEqual([['mixed', 13]]);
  const groups = summarise([both, only], { by: ['service', 'quarter', 'year', 'base'] }).figures.map(
    ({ group }) => group,
  );
  expect(groups[0]).toEqual({ service: '2', quarter: '2015-Q1', year: '2015', base: 'direct' });
});

test('what is not applicable is not missing, what is not returned is', () => {
  const values = [
    returnFor('7', '2015-Q1', { youngPeople: { direct: { notApplicable: 'no-direct-work' } } }),
    direct('2', '2015-Q1', 30),
    returnFor('3', '2015-Q1', {}),
  ];
  const figure = people(...values);
  expect(figure?.coverage).toEqual({ returned: 1, expected: 2, notApplicable: 1 });
  expect(figure && figureInWords(figure)).toBe('30, from 1 of 2 returns');
});

test('an unknown category is bounded by what the others leave', () => {
  const value = returnFor('2', '2015-Q1', {
    youngPeople: { direct: 50, base: 'direct', gender: { female: 38, male: { unknown: 'not-known' } } },
  });
  expect(figureAt(summarise([value]), { path: 'youngPeople.gender.male' })).toMatchObject({
    low: 0,
    high: 12,
  });
});

test('summaries made differently do not merge', () => {
  expect(() => mergeSummaries(summarise([]), summarise([], { by: ['year'] }))).toThrow(RangeError);
});

test('what was not asked in a quarter is neither missing nor not applicable', () => {
  const early = returnFor('1', '2014-Q4', {
    youngPeople: { direct: { notApplicable: 'no-direct-work' }, base: 'direct' },
  });
  const late = returnFor('2', '2015-Q1', { youngPeople: { direct: 9, base: 'direct', living: { home: 9 } } });
  const home = figureAt(summarise([early, late]), { path: 'youngPeople.living.home' });
  expect(home?.coverage).toEqual({ returned: 1, expected: 1, notApplicable: 0 });
  expect(home?.caveats).not.toContain('not-all-returned');
  // Asked, it does not apply to a service without direct work.
  const asked = figureAt(summarise([{ ...early, period: late.period }, late]), {
    path: 'youngPeople.living.home',
  });
  expect(asked?.coverage).toEqual({ returned: 1, expected: 1, notApplicable: 1 });
});

test('no number that is none spoils the counts of others', () => {
  summarise([direct('1', '2014-Q4', -0)]);
  // -0 and 0 are not equal here.
  expect(summarise([direct('2', '2014-Q4', 0)]).contributions[0]?.entries['youngPeople.direct']).toEqual({
    low: 0,
    high: 0,
    says: 'number',
  });
});
