import { figureAt, shareOf, summarise, wholePath, type ShareBase, type YoungPeople } from 'hub-and-spoke';
import { describe, expect, test } from 'vitest';
import { returnFor } from './returns.ts';

describe('the whole of a path', () => {
  test.each([
    ['youngPeople.age.12-14', 'youngPeople.age'],
    ['youngPeople.age/not-stated', 'youngPeople.age'],
    ['youngPeople.ethnicity.a.b', 'youngPeople.ethnicity'],
    ['outcomes.atClose.Safer.improved', 'outcomes.atClose.Safer'],
    ['outcomes.atClose.Safer/not-stated', 'outcomes.atClose.Safer'],
  ])('%s is part of %s', (path, whole) => {
    expect(wholePath(path)).toBe(whole);
  });

  test.each([
    'youngPeople.age',
    'youngPeople.direct',
    'youngPeople.base',
    'youngPeople.base.direct',
    'referrals.reported/not-stated',
    'spokes.headcount',
    'outcomes.atClose',
    'outcomes.atClose.',
    'outcomes.atClose.Safer',
    'elsewhere.age.12-14',
  ])('%s is part of nothing', (path) => {
    expect(wholePath(path)).toBeUndefined();
  });
});

/** Shares of the categories of gender, of all and of those known. */
const shares = (youngPeople: YoungPeople, code: string, base?: ShareBase) => {
  const summary = summarise([returnFor('2', '2015-Q1', { youngPeople })]);
  const figure = figureAt(summary, { path: `youngPeople.gender${code}` });
  const share = figure && shareOf(summary, figure, base);
  return share && [share.low, share.high];
};

describe('a share', () => {
  const people: YoungPeople = {
    direct: 50,
    base: 'direct',
    gender: { female: 30, male: 10, 'not-known': 8 },
  };

  test('is of everyone described, unless it is to be of those known', () => {
    expect(shares(people, '.female')).toEqual([60, 60]);
    expect(shares(people, '.female', 'all')).toEqual([60, 60]);
    expect(shares(people, '.female', 'known-only')).toEqual([75, 75]);
  });

  test('of those whose answer is not known is of everyone, and never of those known', () => {
    for (const unknown of ['.not-known', '/not-stated']) {
      expect(shares(people, unknown, 'known-only')).toBeUndefined();
    }
    expect(shares(people, '.not-known')).toEqual([16, 16]);
    expect(shares(people, '/not-stated')).toEqual([4, 4]);
  });

  test('of those known is none where nobody is known', () => {
    const nobody: YoungPeople = { direct: 5, base: 'direct', gender: { 'not-known': 5 } };
    expect(shares(nobody, '.not-known', 'known-only')).toBeUndefined();
    expect(
      shares({ ...nobody, gender: { female: 0, 'not-known': 5 } }, '.female', 'known-only'),
    ).toBeUndefined();
  });

  test('is as wide as what is not known of it', () => {
    const some: YoungPeople = {
      direct: 50,
      base: 'direct',
      gender: { female: 30, male: { unknown: 'not-known' } },
    };
    expect(shares(some, '.male')).toEqual([0, 40]);
    expect(shares(some, '.female', 'known-only')).toEqual([60, 100]);
  });

  test('is none of a whole that is smaller than its part, or not there', () => {
    expect(shares({ direct: 5, base: 'direct', gender: { female: 6 } }, '.female')).toBeUndefined();
    expect(shares({ direct: 5, base: 'direct', gender: { female: 5 } }, '.female')).toEqual([100, 100]);
    expect(shares({ direct: 5, gender: { female: 5 } }, '.female')).toBeUndefined();
  });
});

test('a share is of the whole in its own group and base', () => {
  const people = (service: string, female: number, of: number) =>
    returnFor(service, '2015-Q1', {
      youngPeople: { direct: of, base: 'direct', gender: { female, male: of - female } },
    });
  const both = returnFor('2', '2015-Q2', {
    youngPeople: { direct: 4, indirect: 6, base: 'direct-and-indirect', gender: { female: 1, male: 9 } },
  });
  const summary = summarise([people('2', 5, 10), people('3', 10, 40), both], { by: ['service'] });
  const percentages = summary.figures
    .filter(({ path }) => path === 'youngPeople.gender.female')
    .map((figure) => [
      figure.group.service,
      figure.base,
      ...(['all', 'known-only'] as const).map((base) => shareOf(summary, figure, base)?.low),
    ]);
  expect(percentages).toEqual([
    ['2', 'direct', 50, 50],
    ['2', 'direct-and-indirect', 10, 10],
    ['3', 'direct', 25, 25],
  ]);
});

test('a share of a measure is of the cases closed, those not recorded apart', () => {
  const summary = summarise([
    returnFor('2', '2015-Q1', {
      outcomes: {
        casesClosed: 20,
        atClose: { Safer: { improved: 6, unchanged: 4, 'not-recorded': 10 }, Settled: { improved: 20 } },
      },
    }),
  ]);
  const share = (path: string, base?: ShareBase) => {
    const figure = figureAt(summary, { path });
    return figure && shareOf(summary, figure, base)?.low;
  };
  expect(share('outcomes.atClose.Safer.improved')).toBe(30);
  expect(share('outcomes.atClose.Safer.improved', 'known-only')).toBe(60);
  expect(share('outcomes.atClose.Safer.not-recorded', 'known-only')).toBeUndefined();
  expect(share('outcomes.atClose.Settled.improved')).toBe(100);
});

describe('a share of those known over several quarters', () => {
  const age = (counts: Readonly<Record<string, number>>): YoungPeople => ({
    direct: Object.values(counts).reduce((all, each) => all + each, 0),
    base: 'direct',
    age: counts,
  });
  const known = (path: string, ...values: readonly ReturnType<typeof returnFor>[]) => {
    const summary = summarise(values);
    const figure = figureAt(summary, { path });
    const share = figure && shareOf(summary, figure, 'known-only');
    return share && [share.low, share.high];
  };

  test('allows for people who went from one category to another', () => {
    const birthday = (['2015-Q1', '2015-Q2'] as const).map((quarter, index) =>
      returnFor('2', quarter, {
        youngPeople: age(index === 0 ? { '12-14': 1, '15-17': 0 } : { '12-14': 0, '15-17': 1 }),
      }),
    );
    expect(known('youngPeople.age.12-14', ...birthday)).toEqual([50, 100]);
  });

  test('leaves out who is not known, at most', () => {
    const values = (['2015-Q1', '2015-Q2'] as const).map((quarter) =>
      returnFor('2', quarter, { youngPeople: age({ '12-14': 4, '15-17': 4, 'not-known': 2 }) }),
    );
    const [low = NaN, high = NaN] = known('youngPeople.age.12-14', ...values) ?? [];
    // The same eight in both quarters, half of them of that age.
    expect(low).toBeLessThanOrEqual(50);
    expect(high).toBeGreaterThanOrEqual(50);
  });

  test('of services side by side, or of events, is of their sum', () => {
    const services = ['2', '3'].map((service) =>
      returnFor(service, '2015-Q1', { youngPeople: age({ '12-14': 1, '15-17': 3 }) }),
    );
    expect(known('youngPeople.age.12-14', ...services)).toEqual([25, 25]);
    const closed = (['2015-Q1', '2015-Q2'] as const).map((quarter) =>
      returnFor('2', quarter, {
        outcomes: { casesClosed: 4, atClose: { safety: { improved: 1, unchanged: 3 } } },
      }),
    );
    expect(known('outcomes.atClose.safety.improved', ...closed)).toEqual([25, 25]);
  });
});

test('a category or a measure may have a slash in its name', () => {
  expect(wholePath('outcomes.atClose.home/school.improved')).toBe('outcomes.atClose.home/school');
  expect(wholePath('outcomes.atClose.home/school/not-stated')).toBe('outcomes.atClose.home/school');
});

describe('a share where not every return has the same cells', () => {
  const of = (service: string, youngPeople: YoungPeople) => returnFor(service, '2015-Q1', { youngPeople });
  const share = (path: string, values: readonly ReturnType<typeof returnFor>[], base?: ShareBase) => {
    const summary = summarise(values);
    const figure = figureAt(summary, { path });
    const found = figure && shareOf(summary, figure, base);
    return found && [found.low, found.high];
  };

  test('is none where it counts a return of which nobody knows how many people it describes', () => {
    const values = [
      of('2', { direct: 50, base: 'direct', gender: { female: 30, male: 20 } }),
      of('3', { base: 'direct', gender: { female: 10, male: 10 } }),
    ];
    expect(share('youngPeople.gender.female', values)).toBeUndefined();
  });

  test('allows for those whom no category accounts for in a return without it', () => {
    const values = [
      of('2', { direct: 30, base: 'direct', gender: { female: 20, male: 10 } }),
      of('3', { direct: 20, base: 'direct', gender: { male: 15 } }),
    ];
    expect(share('youngPeople.gender.female', values)).toEqual([40, 50]);
    expect(share('youngPeople.gender.male', values)).toEqual([50, 50]);
  });

  test('stays exact where everybody there is accounted for', () => {
    const values = [
      of('2', { direct: 30, base: 'direct', ethnicity: { 'white-uk': 20, Roma: 10 } }),
      of('3', { direct: 10, base: 'direct', ethnicity: { 'white-uk': 10 } }),
    ];
    expect(share('youngPeople.ethnicity.Roma', values)).toEqual([25, 25]);
    expect(share('youngPeople.ethnicity.Roma', values, 'known-only')).toEqual([25, 25]);
  });

  test('of the cases closed needs them from every service', () => {
    const outcomes = (improved: number) => ({ atClose: { safety: { improved, unchanged: 20 - improved } } });
    const values = [
      returnFor('2', '2015-Q1', { outcomes: { casesClosed: 20, ...outcomes(8) } }),
      returnFor('3', '2015-Q1', { outcomes: outcomes(10) }),
    ];
    expect(share('outcomes.atClose.safety.improved', values)).toBeUndefined();
    // How many got worse was not returned: 18 of 40 improved at most.
    expect(share('outcomes.atClose.safety.improved', values, 'known-only')).toEqual([0, 45]);
  });

  test('of those known allows for a category that nobody returned', () => {
    const of = (age: object) => [
      returnFor('2', '2015-Q1', { youngPeople: { direct: 3, base: 'direct', age } as never }), // a category is left out
    ];
    const left = { 'under-12': 0, '12-14': 1, '18-plus': 0, 'not-known': 0 };
    // Two may be in the band that was left out, or in none.
    expect(share('youngPeople.age.12-14', of(left), 'known-only')).toEqual([33, 100]);
    expect(share('youngPeople.age.12-14', of({ ...left, '15-17': 2 }), 'known-only')).toEqual([33, 33]);
  });

  test('of those known allows for those of another category that a return does not have', () => {
    const values = [
      of('2', { direct: 10, base: 'direct', gender: { female: 5, male: 5 } }),
      of('3', { direct: 10, base: 'direct', gender: { female: 5 } }),
    ];
    expect(share('youngPeople.gender.female', values, 'known-only')).toEqual([50, 67]);
    const [both, alone] = [of('2', { gender: { female: 5, male: 5 } }), of('3', { gender: { female: 5 } })];
    expect(share('youngPeople.gender.female', [both, alone], 'known-only')).toEqual([0, 67]);
  });
});
