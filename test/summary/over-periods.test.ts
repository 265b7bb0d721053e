import {
  figureAt,
  quarterPeriod,
  summarise,
  type Cell,
  type CoreReturn,
  type Period,
  type Quarter,
  type SummaryOptions,
  type YoungPeople,
} from 'hub-and-spoke';
import { describe, expect, test } from 'vitest';
import { returnFor, together } from './returns.ts';

/** What returns come to at a path: its bounds, and what to beware of. */
const at = (path: string, values: readonly CoreReturn[], options: SummaryOptions = {}) => {
  const figure = figureAt(summarise(values, options), { path });
  return figure && [figure.low, figure.high, ...figure.caveats];
};
const notKnown: Cell = { unknown: 'not-known' };
const over = (value: CoreReturn, from: string, to: string): CoreReturn => ({
  ...value,
  period: { from, to },
});

describe('sessions', () => {
  const sessions = (period: Period | Quarter, trainingSessions: Cell, service = '2'): CoreReturn => ({
    ...returnFor(service, '2015-Q1', { withProfessionals: { trainingSessions } }),
    period: typeof period === 'string' ? quarterPeriod(period) : period,
  });
  const sum = (...values: readonly CoreReturn[]) => at('withProfessionals.trainingSessions', values);
  const year = { from: '2015-01-01', to: '2015-12-31' };

  test('of periods that overlap are the most of them at least, and all of them at most', () => {
    const half = { from: '2015-01-01', to: '2015-06-30' };
    expect(sum(sessions(half, 9), sessions('2015-Q2', 4), sessions('2015-Q3', 5))).toEqual([
      14,
      18,
      'overlapping-periods',
    ]);
    // The year holds them all, so that they are linked through it.
    expect(sum(sessions(year, 20), sessions('2015-Q2', 4), sessions('2015-Q4', 5))).toEqual([
      20,
      29,
      'overlapping-periods',
    ]);
  });

  test('of periods that share one day overlap, and of those that only meet do not', () => {
    const until = (to: string) => sessions({ from: '2015-01-01', to }, 3);
    expect(sum(until('2015-04-01'), sessions('2015-Q2', 4))).toEqual([4, 7, 'overlapping-periods']);
    expect(sum(until('2015-03-31'), sessions('2015-Q2', 4))).toEqual([7, 7]);
  });

  test('of other services are not shared, whatever the days', () => {
    expect(sum(sessions(year, 20), sessions('2015-Q2', 4, '3'))).toEqual([24, 24, 'mixed-period']);
  });

  test('of several services at once may hold those of one of them, and are counted with all that they touch', () => {
    const both = together(['2', '3'], '2015-Q1', { withProfessionals: { trainingSessions: 9 } });
    const apart = [sessions('2015-Q1', 4), sessions('2015-Q1', 3, '3'), sessions('2015-Q1', 5, '4')];
    expect(sum(both, ...apart)).toEqual([14, 21, 'combined', 'overlapping-periods']);
    // In another quarter they are others.
    expect(sum(both, sessions('2015-Q2', 4))).toEqual([13, 13, 'combined', 'mixed-period']);
  });

  test('and those attending them add up over quarters, as attendances', () => {
    const attended = (quarter: Quarter, trainingAttending: Cell) =>
      returnFor('2', quarter, { withProfessionals: { trainingAttending } });
    expect(
      at('withProfessionals.trainingAttending', [attended('2015-Q1', 4), attended('2015-Q2', 5)]),
    ).toEqual([9, 9, 'attendances-not-people']);
  });

  test('that one return does not know leave the sum open', () => {
    expect(sum(sessions('2015-Q1', 4), sessions('2015-Q2', notKnown))).toEqual([
      4,
      undefined,
      'incomplete',
      'not-all-returned',
    ]);
    expect(sum(sessions('2015-Q1', 4), sessions('2015-Q2', { atLeast: 2 }))).toEqual([
      6,
      undefined,
      'incomplete',
    ]);
  });
});

describe('young people', () => {
  const counted = (quarter: Quarter, youngPeople: YoungPeople, service = '2'): CoreReturn =>
    returnFor(service, quarter, { youngPeople });
  const people = (...values: readonly CoreReturn[]) => at('youngPeople.direct', values);
  const carried = (quarter: Quarter, direct: Cell, newInPeriod: Cell, openAtStart: Cell): CoreReturn =>
    counted(quarter, { direct, newInPeriod, openAtStart });

  test('over three quarters are those of the first, the new ones, and those who may have come back', () => {
    expect(
      people(carried('2015-Q1', 30, 30, 0), carried('2015-Q2', 35, 10, 22), carried('2015-Q3', 20, 5, 14)),
    ).toEqual([45, 49, 'people-may-repeat']);
  });

  test('may be others across one gap among several quarters, or where one quarter says nothing of it', () => {
    const [first, second] = [carried('2015-Q1', 30, 30, 0), carried('2015-Q2', 35, 10, 25)];
    expect(people(first, second, carried('2015-Q4', 20, 5, 15))).toEqual([45, 85, 'people-may-repeat']);
    expect(people(first, second, counted('2015-Q3', { direct: 20 }))).toEqual([40, 85, 'people-may-repeat']);
    const inYearWithGap = ['2015-Q1', '2015-Q2', '2015-Q4'].map((quarter) =>
      counted(quarter as Quarter, { direct: 10, firstInYear: 5 }),
    );
    expect(people(...inYearWithGap)).toEqual([10, 30, 'people-may-repeat']);
  });

  test('are the same in whatever order the quarters come', () => {
    const quarters = [
      carried('2015-Q2', 35, 10, 25),
      carried('2015-Q1', 30, 30, 0),
      carried('2015-Q3', 20, 5, 15),
    ];
    expect(people(...quarters)).toEqual([45, 45]);
  });

  test('of a quarter that is not known leave the whole open', () => {
    expect(people(carried('2015-Q1', 30, 30, 0), carried('2015-Q2', { atLeast: 35 }, 10, 25))).toEqual([
      40,
      undefined,
      'incomplete',
      'people-may-repeat',
    ]);
  });

  test('that are new is asked of every quarter but the first', () => {
    expect(people(counted('2015-Q1', { direct: 30 }), carried('2015-Q2', 35, 10, 25))).toEqual([40, 40]);
    expect(people(carried('2015-Q1', 30, 30, 0), counted('2015-Q2', { direct: 35 }))).toEqual([
      35,
      65,
      'people-may-repeat',
    ]);
    expect(people(carried('2015-Q1', 30, 30, 0), carried('2015-Q2', 35, notKnown, 25))).toEqual([
      35,
      65,
      'people-may-repeat',
    ]);
  });

  test('that are new and more than were counted are left out of the reckoning', () => {
    expect(people(carried('2015-Q1', 30, 30, 0), carried('2015-Q2', 5, 50, 0))).toEqual([
      30,
      35,
      'people-may-repeat',
    ]);
  });

  test('of several services at once cannot say who of them is new', () => {
    const both = together(['2', '3'], '2015-Q2', {
      youngPeople: { direct: 35, newInPeriod: 10, openAtStart: 25 },
    });
    expect(people(carried('2015-Q1', 30, 30, 0), both)).toEqual([
      35,
      65,
      'combined',
      'mixed-period',
      'people-may-be-known-to-several-services',
      'people-may-repeat',
    ]);
  });

  test('of periods that overlap are not made exact by who is new', () => {
    const half = over(carried('2015-Q1', 30, 30, 0), '2015-01-01', '2015-06-30');
    expect(people(half, carried('2015-Q2', 35, 10, 25))).toEqual([
      35,
      65,
      'overlapping-periods',
      'people-may-repeat',
    ]);
  });

  const inYear = (quarter: Quarter, direct: Cell, firstInYear: Cell): CoreReturn =>
    counted(quarter, { direct, firstInYear });

  test('for the first time in the year add up only from the first of January, to the last of December, without a gap', () => {
    const [first, second, third, fourth, next] = [
      inYear('2015-Q1', 30, 30),
      inYear('2015-Q2', 35, 12),
      inYear('2015-Q3', 20, 3),
      inYear('2015-Q4', 10, 1),
      inYear('2016-Q1', 10, 10),
    ] as const;
    expect(people(first, second, third, fourth)).toEqual([46, 46]);
    expect(people(second, third, fourth)).toEqual([35, 65, 'people-may-repeat']);
    expect(people(first, third)).toEqual([30, 50, 'people-may-repeat']);
    expect(people(third, fourth, next)).toEqual([20, 40, 'people-may-repeat']);
    expect(people(first, second, third, fourth, next)).toEqual([35, 105, 'people-may-repeat']);
    expect(people(first, counted('2015-Q2', { direct: 35 }))).toEqual([35, 65, 'people-may-repeat']);
    expect(people(over(first, '2015-01-02', '2015-03-31'), second)).toEqual([35, 65, 'people-may-repeat']);
  });

  test('in a category are between the most of a quarter and all of them', () => {
    const described = (quarter: Quarter, female: number, direct: number) =>
      counted(quarter, { direct, base: 'direct', gender: { female }, newInPeriod: 5 });
    expect(at('youngPeople.gender.female', [described('2015-Q1', 4, 9), described('2015-Q2', 6, 9)])).toEqual(
      [6, 10, 'people-may-repeat'],
    );
  });

  test('in one period, sent together and apart, are the most of it at least', () => {
    const both = together(['2', '3'], '2015-Q1', { youngPeople: { direct: 9 } });
    expect(people(both, counted('2015-Q1', { direct: 4 }), counted('2015-Q1', { direct: 7 }, '3'))).toEqual([
      9,
      20,
      'combined',
      'overlapping-periods',
      'people-may-be-known-to-several-services',
      'people-may-repeat',
    ]);
  });
});

describe('posts', () => {
  const spokes = (quarter: Quarter, headcount: Cell, service = '2'): CoreReturn =>
    returnFor(service, quarter, { spokes: { headcount } });
  const posts = (values: readonly CoreReturn[], kind?: 'latest' | 'average') =>
    at('spokes.headcount', values, kind === undefined ? {} : { posts: kind });

  test('of one return are those, of several the latest', () => {
    expect(posts([spokes('2015-Q1', 5)])).toEqual([5, 5]);
    const values = [spokes('2015-Q1', 5), spokes('2015-Q3', 2), spokes('2015-Q2', 3)];
    expect(posts(values)).toEqual([2, 2, 'latest-only']);
    expect(posts(values, 'latest')).toEqual([2, 2, 'latest-only']);
  });

  test('over time weigh each period by its days', () => {
    const [low, high, ...caveats] =
      posts([spokes('2015-Q1', 5), spokes('2015-Q2', { atLeast: 3 })], 'average') ?? [];
    expect(low).toBeCloseTo((5 * 90 + 3 * 91) / 181);
    expect([high, caveats]).toEqual([undefined, ['average-over-time', 'incomplete']]);
  });

  test('of services each are their own, whatever the quarter', () => {
    expect(posts([spokes('2015-Q1', 5), spokes('2015-Q2', 3), spokes('2015-Q1', 2, '3')])).toEqual([
      5,
      5,
      'latest-only',
      'mixed-period',
    ]);
  });

  test('that were sent together count for those who have not sent since', () => {
    const three = together(['2', '3', '4'], '2015-Q1', { spokes: { headcount: 9 } });
    const caveats = ['combined', 'latest-only', 'mixed-period'];
    expect(posts([three, spokes('2015-Q2', 2)])).toEqual([2, 11, ...caveats]);
    expect(posts([three, spokes('2015-Q2', 2), spokes('2015-Q2', 3, '3')])).toEqual([5, 14, ...caveats]);
    expect(
      posts([three, spokes('2015-Q2', 2), spokes('2015-Q3', 3, '3'), spokes('2015-Q2', 1, '4')]),
    ).toEqual([6, 6, ...caveats]);
  });

  test('of one period, sent together and apart, are the most at least', () => {
    const both = together(['2', '3'], '2015-Q1', { spokes: { headcount: 9 } });
    expect(posts([both, spokes('2015-Q1', 4)])).toEqual([9, 13, 'combined', 'overlapping-periods']);
  });
});

test('cases open at the end are those of the last period, even where posts are averaged', () => {
  const open = (quarter: Quarter, openAtEnd: number) =>
    returnFor('2', quarter, { youngPeople: { openAtEnd } });
  const values = [open('2015-Q1', 8), open('2015-Q2', 5)];
  expect(at('youngPeople.openAtEnd', values, { posts: 'average' })).toEqual([5, 5, 'latest-only']);
});

describe('cases open at the start', () => {
  const people = (quarter: Quarter, youngPeople: object, service = '2') =>
    returnFor(service, quarter, { youngPeople });
  const values = [
    returnFor('2', '2015-Q1', {
      youngPeople: { openAtStart: 30, opened: 15, openAtEnd: 35 },
      outcomes: { casesClosed: 10 },
    }),
    returnFor('2', '2015-Q2', {
      youngPeople: { openAtStart: 35, opened: 5, openAtEnd: 20 },
      outcomes: { casesClosed: 20 },
    }),
  ];

  test('are those of the first period, so that cases flow over several as over one', () => {
    const sum = (path: string) => Number(at(path, values)?.[0]);
    expect(at('youngPeople.openAtStart', [...values].reverse())).toEqual([30, 30, 'first-only']);
    expect(sum('youngPeople.openAtStart') + sum('youngPeople.opened') - sum('outcomes.casesClosed')).toBe(
      sum('youngPeople.openAtEnd'),
    );
  });

  test('that were sent together count for those who had not sent before', () => {
    const both = together(['2', '3'], '2015-Q2', { youngPeople: { openAtStart: 9 } });
    const alone = people('2015-Q1', { openAtStart: 4 });
    expect(at('youngPeople.openAtStart', [both, alone])?.slice(0, 2)).toEqual([4, 13]);
  });

  test('are no more than were there before, whatever a return says', () => {
    const q1 = people('2015-Q1', { direct: 5 });
    const q2 = people('2015-Q2', { direct: 12, newInPeriod: 3, openAtStart: 9 });
    // Five at most can have been carried over.
    expect(at('youngPeople.direct', [q1, q2])).toEqual([12, 12]);
  });
});

describe('what is said of one day by several returns', () => {
  const year = (openAtEnd: number, more: Partial<CoreReturn> = {}) =>
    over(returnFor('2', '2015-Q1', { youngPeople: { openAtEnd }, ...more }), '2015-01-01', '2015-12-31');
  const last = (openAtEnd: number) => returnFor('2', '2015-Q4', { youngPeople: { openAtEnd } });

  test('is any of the numbers, whichever return is the longer', () => {
    for (const [one, other] of [
      [5, 4],
      [4, 5],
    ] as const) {
      const caveats = ['latest-only', 'overlapping-periods'];
      const found = at('youngPeople.openAtEnd', [year(one), last(other)]);
      expect(found?.slice(0, 2)).toEqual([4, 5]);
      expect([...(found?.slice(2) ?? [])].sort()).toEqual(caveats);
      expect(at('youngPeople.openAtEnd', [last(other), year(one)])).toEqual(found);
    }
  });

  test('is the most at least, where one is of more services', () => {
    const both = over(
      together(['2', '3'], '2015-Q1', { youngPeople: { openAtEnd: 9 } }),
      '2015-01-01',
      '2015-12-31',
    );
    expect(at('youngPeople.openAtEnd', [both, last(4)])?.slice(0, 2)).toEqual([9, 13]);
  });
});

describe('the average of posts', () => {
  const posts = (quarter: Quarter, headcount: number, service = '2') =>
    returnFor(service, quarter, { spokes: { headcount } });
  const average = (...values: readonly CoreReturn[]) =>
    at('spokes.headcount', values, { posts: 'average' })?.slice(0, 2) as [number, number];

  test('of services that returned together only later is between what the numbers allow for', () => {
    const both = together(['2', '3'], '2015-Q2', { spokes: { headcount: 5 } });
    const [low, high] = average(posts('2015-Q1', 3), both);
    // Apart they would have been 3 and 3, and 2.
    const [apart] = average(posts('2015-Q1', 3), posts('2015-Q2', 3), posts('2015-Q2', 2, '3'));
    expect(apart).toBe(5);
    expect(low).toBeLessThanOrEqual(5);
    expect(high).toBeGreaterThanOrEqual(5);
    expect([low, high]).toEqual([(5 * 91) / 181, 8]);
  });

  test('of days that two returns are of is between their numbers', () => {
    const year = over(posts('2015-Q1', 5), '2015-01-01', '2015-12-31');
    expect(average(year, posts('2015-Q4', 4))).toEqual([4, 5]);
  });

  test('of the same services is weighted by days, whether they returned together or apart', () => {
    const both = together(['2', '3'], '2015-Q1', { spokes: { headcount: 5 } });
    const [low, high] = average(both, posts('2015-Q2', 4), posts('2015-Q2', 3, '3'));
    expect([low, high]).toEqual([(5 * 90 + 7 * 91) / 181, (5 * 90 + 7 * 91) / 181]);
  });
});
