import { quarterPeriod, type Period, type Quarter } from 'hub-and-spoke';
import { describe, expect, test } from 'vitest';
import { addedUp, type Held } from '../../src/disclosure/returns-within.ts';
import { waysToCount, waysToCover, type Counted } from '../../src/disclosure/ways-to-count.ts';

const of = (services: string, period: Period): Held => ({
  key: `${services}, ${period.from}/${period.to}`,
  services: services.split(' '),
  period,
  counts: [],
  cells: new Map(),
});
const quarter = (services: string, name: Quarter): Held => of(services, quarterPeriod(name));
const year = (services: string, from = '2015-01-01', to = '2015-12-31'): Held => of(services, { from, to });
const quarters = (services: string, ...numbers: readonly (1 | 2 | 3 | 4)[]): readonly Held[] =>
  numbers.map((number) => quarter(services, `2015-Q${number}`));

const nameOf = ({ held, at }: Counted): string =>
  `${held.services.join(' ')} Q${Number(held.period.from.slice(5, 7)) / 3 + 2 / 3}${at === undefined ? '' : ` ${at.split('.').at(-1) ?? ''}`}`;
const ways = (all: readonly (readonly Counted[])[]): readonly string[] =>
  all.map((way) => way.map(nameOf).join(', '));
const [direct, fresh, first, start, end, opened, closed] = [
  'youngPeople.direct',
  'youngPeople.newInPeriod',
  'youngPeople.firstInYear',
  'youngPeople.openAtStart',
  'youngPeople.openAtEnd',
  'youngPeople.opened',
  'outcomes.casesClosed',
] as const;

describe('what is nothing but the sum of others', () => {
  const whole = quarters('A', 1, 2, 3, 4);
  const isSum = (path: string, total: Held, parts: readonly Held[]) => addedUp(total, parts, path).length;

  test.each([opened, closed, fresh, first])('is that of a year, of its quarters: %s', (path) => {
    expect(isSum(path, year('A'), whole)).toBe(4);
  });

  test.each([opened, fresh])('is not without one of them: %s', (path) => {
    expect(isSum(path, year('A'), quarters('A', 1, 2, 3))).toBe(0);
    expect(isSum(path, year('A'), quarters('A', 2, 3, 4))).toBe(0);
    expect(isSum(path, year('A'), quarters('A', 1, 2, 4))).toBe(0);
    expect(isSum(path, year('A B'), whole)).toBe(0);
  });

  test('is not that of people who may be there in several', () => {
    expect(isSum(direct, year('A'), whole)).toBe(0);
    expect(isSum('youngPeople.age.12-14', year('A'), whole)).toBe(0);
  });

  test('is that of the first or the last quarter, for what is of one day', () => {
    expect(addedUp(year('A'), whole, start)).toEqual([whole[0]]);
    expect(addedUp(year('A'), whole, end)).toEqual([whole[3]]);
    expect(isSum(start, year('A'), quarters('A', 2, 3, 4))).toBe(0);
    expect(isSum(start, year('A B'), whole)).toBe(0);
  });

  test.each([direct, start, end, opened, 'youngPeople.base'])('is that of several services: %s', (path) => {
    const parts = [...quarters('A', 1), ...quarters('B C', 1)];
    expect(isSum(path, quarter('A B C', '2015-Q1'), parts)).toBe(2);
    expect(isSum(path, quarter('A B C D', '2015-Q1'), parts)).toBe(0);
  });

  test('is nothing that the form does not count', () => {
    const parts = [...quarters('A', 1), ...quarters('B', 1)];
    for (const path of ['youngPeople.age/not-stated', 'youngPeople.direct/less youngPeople.opened'])
      expect(isSum(path, quarter('A B', '2015-Q1'), parts)).toBe(0);
  });
});

describe('ways in which others are in a count', () => {
  test('are all together for what adds up', () => {
    expect(ways(waysToCount(year('A'), quarters('A', 1, 3), opened))).toEqual(['A Q1, A Q3']);
    expect(ways(waysToCount(year('A'), quarters('A', 1, 3), 'youngPeople.age/not-stated'))).toEqual([]);
  });

  test('are each quarter, and those new since, for people', () => {
    expect(ways(waysToCount(year('A'), quarters('A', 1, 2, 4), direct))).toEqual([
      'A Q1',
      'A Q2',
      'A Q4',
      'A Q1, A Q2 newInPeriod, A Q4 newInPeriod',
      'A Q1, A Q2 firstInYear, A Q4 firstInYear',
      'A Q2, A Q4 newInPeriod',
      'A Q2, A Q4 firstInYear',
      'A Q4',
      'A Q4',
    ]);
    expect(ways(waysToCount(year('A'), quarters('A', 1, 2), fresh))).toEqual(['A Q1, A Q2']);
  });

  test('are those of each of several services', () => {
    const parts = [...quarters('A', 1, 2), ...quarters('B', 2)];
    expect(ways(waysToCount(year('A B'), parts, direct))).toEqual([
      'A Q1',
      'A Q2, B Q2',
      'A Q1, A Q2 newInPeriod, B Q2',
      'A Q1, A Q2 firstInYear, B Q2',
      'A Q2, B Q2',
      'A Q2, B Q2',
    ]);
  });

  test('do not take those first in another year for others', () => {
    const parts = [quarter('A', '2014-Q4'), quarter('A', '2015-Q1'), quarter('A', '2015-Q2')];
    expect(ways(waysToCount(year('A', '2014-10-01', '2015-06-30'), parts, direct)).slice(3)).toEqual([
      'A Q4, A Q1 newInPeriod, A Q2 newInPeriod',
      'A Q4',
      'A Q1, A Q2 newInPeriod',
      'A Q1, A Q2 firstInYear',
      'A Q2',
      'A Q2',
    ]);
  });

  test('are those of the day for what is of one day', () => {
    expect(ways(waysToCount(year('A'), quarters('A', 1, 4), start))).toEqual(['A Q1']);
    expect(ways(waysToCount(year('A'), quarters('A', 1, 4), end))).toEqual(['A Q4']);
  });
});

describe('ways to cover a count', () => {
  const whole = quarters('A', 1, 2, 3, 4);
  test('are all quarters of a year, and who came in the later ones', () => {
    const more = 'openAtStart';
    expect(ways(waysToCover(year('A'), whole, direct))).toEqual([
      'A Q1, A Q2, A Q3, A Q4',
      `A Q1, A Q2 ${more}, A Q3 ${more}, A Q4 ${more}`,
    ]);
    expect(ways(waysToCover(year('A'), whole, 'youngPeople.age.12-14'))).toHaveLength(1);
  });

  test('are none where a quarter or a service is missing, or nobody is counted', () => {
    expect(waysToCover(year('A'), quarters('A', 1, 2, 3), direct)).toEqual([]);
    expect(waysToCover(year('A'), quarters('A', 1, 2, 4), direct)).toEqual([]);
    expect(waysToCover(year('A B'), whole, direct)).toEqual([]);
    expect(waysToCover(year('A'), whole, opened)).toEqual([]);
    expect(waysToCover(year('A B'), [...whole, ...quarters('B', 1, 2, 3, 4)], direct)).toHaveLength(2);
  });
});
