import { figureAt, summarise, type Cell, type CoreReturn } from 'hub-and-spoke';
import { describe, expect, test } from 'vitest';
import { direct, returnFor, together } from './returns.ts';

const notKnown: Cell = { unknown: 'not-known' };
const exempt: Cell = { notApplicable: 'no-direct-work' };
const at = (path: string, values: readonly CoreReturn[]) => figureAt(summarise(values), { path });
const returned = (path: string, values: readonly CoreReturn[]) => {
  const { coverage, from, caveats } = at(path, values) ?? {};
  return [coverage && [coverage.returned, coverage.expected, coverage.notApplicable], from, caveats];
};
const headcount = (service: string, cell: Cell) =>
  returnFor(service, '2015-Q1', { spokes: { headcount: cell } });
const inQ1 = (service: string) => `${service}, 2015-01-01/2015-03-31`;

describe('coverage', () => {
  test('counts what was returned, expected, and not applicable', () => {
    const path = 'spokes.headcount';
    expect(returned(path, [headcount('2', 3)])).toEqual([[1, 1, 0], [inQ1('2')], []]);
    expect(returned(path, [headcount('2', 3), headcount('3', 4)])).toEqual([
      [2, 2, 0],
      [inQ1('2'), inQ1('3')],
      [],
    ]);
    expect(returned(path, [headcount('2', 3), returnFor('3', '2015-Q1')])).toEqual([
      [1, 2, 0],
      [inQ1('2')],
      ['not-all-returned'],
    ]);
    expect(returned(path, [headcount('2', notKnown)])).toEqual([
      [0, 1, 0],
      [inQ1('2')],
      ['incomplete', 'not-all-returned'],
    ]);
    expect(returned(path, [headcount('2', exempt)])).toEqual([[0, 0, 1], [], []]);
    expect(returned(path, [headcount('2', exempt), headcount('3', 4)])).toEqual([[1, 1, 1], [inQ1('3')], []]);
  });

  test('of what is withheld is full, and the figure says so', () => {
    const values = [headcount('2', { withheld: [1, 4] }), headcount('3', 4)];
    expect(returned('spokes.headcount', values)).toEqual([[2, 2, 0], [inQ1('2'), inQ1('3')], ['withheld']]);
    expect(at('spokes.headcount', values)).toMatchObject({ low: 5, high: 8 });
  });

  test('of at least so many is full and incomplete', () => {
    expect(returned('spokes.headcount', [headcount('2', { atLeast: 3 })])).toEqual([
      [1, 1, 0],
      [inQ1('2')],
      ['incomplete'],
    ]);
  });

  test('of a question that nobody asked is none, and the figure is left out', () => {
    expect(at('referrals.reported', [direct('2', '2014-Q4', 3)])).toBeUndefined();
    expect(returned('referrals.reported', [direct('2', '2015-Q1', 3)])).toEqual([
      [0, 1, 0],
      [],
      ['not-all-returned'],
    ]);
    // What is optional is missing from nobody.
    expect(at('youngPeople.waiting', [direct('2', '2015-Q1', 3)])).toBeUndefined();
  });

  test('of what has nothing to do with young people asks everybody', () => {
    const none = returnFor('3', '2015-Q1', { youngPeople: { direct: exempt } });
    expect(returned('spokes.headcount', [headcount('2', 3), none])).toEqual([
      [1, 2, 0],
      [inQ1('2')],
      ['not-all-returned'],
    ]);
  });

  test('is that of the returns which describe the same people', () => {
    const described = returnFor('2', '2015-Q1', {
      youngPeople: { direct: 5, base: 'direct', gender: { female: 5 } },
    });
    const none = returnFor('3', '2015-Q1', { youngPeople: { direct: exempt } });
    const silent = direct('4', '2015-Q1', 7);
    expect(returned('youngPeople.gender.female', [described, none, silent])).toEqual([
      [1, 2, 1],
      [inQ1('2')],
      ['not-all-returned'],
    ]);
  });

  test('of returns that do not say whom they describe is theirs alone', () => {
    const undeclared = returnFor('2', '2015-Q1', { youngPeople: { direct: 5, gender: { female: 5 } } });
    const described = returnFor('3', '2015-Q1', {
      youngPeople: { direct: 6, base: 'direct', gender: { female: 4, male: 2 } },
    });
    const { figures } = summarise([undeclared, described, direct('4', '2015-Q1', 7)]);
    expect(
      figures
        .filter(({ path }) => path === 'youngPeople.gender.female')
        .map(({ base, low, high, coverage: { returned: came, expected } }) => [
          base,
          low,
          high,
          came,
          expected,
        ]),
    ).toEqual([
      ['direct', 4, 4, 1, 2],
      ['not-stated', 5, 5, 1, 1],
    ]);
  });
});

describe('joined bases', () => {
  const gender = { female: 3 };
  const values = [
    returnFor('2', '2015-Q1', { youngPeople: { direct: 3, base: 'direct', gender } }),
    returnFor('3', '2015-Q1', {
      youngPeople: { direct: 3, indirect: 1, base: 'direct-and-indirect', gender },
    }),
    returnFor('4', '2015-Q1', { youngPeople: { direct: 3, gender } }),
    direct('5', '2015-Q1', 3),
  ];
  const female = (given: readonly CoreReturn[]) =>
    summarise(given, { joinBases: true })
      .figures.filter(({ path }) => path === 'youngPeople.gender.female')
      .map(({ base, low, coverage, caveats }) => [base, low, coverage.expected, ...caveats]);

  test('are one figure with a caveat; what is not stated stays apart', () => {
    expect(female(values)).toEqual([
      ['mixed', 6, 3, 'mixed-base', 'not-all-returned', 'people-may-be-known-to-several-services'],
      ['not-stated', 3, 1],
    ]);
  });

  test('are not mixed where there is one base', () => {
    expect(female([...values.slice(0, 1), ...values.slice(3)])).toEqual([
      ['direct', 3, 2, 'not-all-returned'],
    ]);
  });
});

describe('caveats', () => {
  test('of attendances say that they are no people', () => {
    const path = 'withProfessionals.trainingAttending';
    const attended = (service: string, cell: Cell) =>
      returnFor(service, '2015-Q1', { withProfessionals: { trainingAttending: cell } });
    expect(at(path, [attended('2', 5)])?.caveats).toEqual(['attendances-not-people']);
    expect(at(path, [attended('2', 5), attended('3', 6)])?.caveats).toEqual(['attendances-not-people']);
    expect(at(path, [attended('2', notKnown)])?.caveats).toEqual([
      'attendances-not-people',
      'incomplete',
      'not-all-returned',
    ]);
  });

  test('of several services count only those with something to count', () => {
    const none = returnFor('3', '2015-Q1', { youngPeople: { direct: exempt } });
    expect(at('youngPeople.direct', [direct('2', '2015-Q1', 3), none])?.caveats).toEqual([]);
    expect(
      at(
        'youngPeople.openAtEnd',
        ['2', '3'].map((service) => returnFor(service, '2015-Q1', { youngPeople: { openAtEnd: 2 } })),
      )?.caveats,
    ).toEqual(['people-may-be-known-to-several-services']);
    expect(at('spokes.headcount', [headcount('2', 1), headcount('3', 1)])?.caveats).toEqual([]);
  });

  test('of one return of several services say so of every figure', () => {
    const both = together(['2', '3'], '2015-Q1', { spokes: { headcount: 3 }, youngPeople: { direct: 4 } });
    expect(at('spokes.headcount', [both])?.caveats).toEqual(['combined']);
    expect(at('youngPeople.direct', [both])?.caveats).toEqual([
      'combined',
      'people-may-be-known-to-several-services',
    ]);
  });

  test('of services with different days say so, in whatever order they came', () => {
    const days = (...values: readonly CoreReturn[]) => at('spokes.headcount', values)?.caveats;
    const later = (service: string) => returnFor(service, '2015-Q2', { spokes: { headcount: 1 } });
    expect(days(headcount('2', 1), later('3'))).toEqual(['mixed-period']);
    expect(days(headcount('2', 1), later('2'), later('3'), headcount('3', 1))).toEqual(['latest-only']);
    expect(days(headcount('2', 1), later('2'))).toEqual(['latest-only']);
  });
});

test('a figure without a highest bound has none, and says whom it describes', () => {
  const people = {
    direct: notKnown,
    base: 'direct',
    gender: { female: { atLeast: 2 }, male: notKnown },
  } as const;
  const { figures } = summarise([returnFor('2', '2015-Q1', { youngPeople: people })]);
  for (const path of ['youngPeople.direct', 'youngPeople.gender.female', 'youngPeople.gender.male']) {
    const figure = figures.find((each) => each.path === path);
    expect(figure).not.toHaveProperty('high');
    expect(figure).toMatchObject({ path, group: {}, low: path.endsWith('female') ? 2 : 0 });
    expect(figure?.base).toBe(path === 'youngPeople.direct' ? undefined : 'direct');
  }
});

test('nobody unaccounted for is not worth a figure, somebody is', () => {
  const value = (female: number) =>
    returnFor('2', '2015-Q1', { youngPeople: { direct: 5, base: 'direct', gender: { female } } });
  expect(at('youngPeople.gender/not-stated', [value(5)])).toBeUndefined();
  expect(at('youngPeople.gender/not-stated', [value(4)])).toMatchObject({ low: 1, high: 1 });
});

test('the figures stand in the order of the form', () => {
  const values = [
    returnFor('2', '2015-Q1', {
      outcomes: { casesClosed: 2, atClose: { Settled: { improved: 2 } } },
      youngPeople: { base: 'direct', direct: 4, gender: { zeta: 1, male: 1 }, age: { '15-17': 4 } },
    }),
    returnFor('3', '2015-Q1', {
      outcomes: { casesClosed: 2, atClose: { Safer: { worse: 1, improved: 1 } } },
      youngPeople: { base: 'direct', direct: 4, gender: { female: 1, alpha: 1 } },
      referrals: { reported: 1, route: { police: 1 } },
    }),
  ];
  const order = summarise(values).figures.map(({ path }) => path);
  expect(order.filter((path) => /age|gender|base|direct|reported|outcomes/.test(path))).toEqual([
    'youngPeople.direct',
    'youngPeople.indirect',
    'youngPeople.base',
    'youngPeople.age',
    'youngPeople.age.15-17',
    'youngPeople.gender',
    'youngPeople.gender.female',
    'youngPeople.gender.male',
    'youngPeople.gender.alpha',
    'youngPeople.gender.zeta',
    'youngPeople.gender/not-stated',
    'referrals.reported',
    'referrals.reported/not-stated',
    'outcomes.casesClosed',
    'outcomes.atClose.Safer',
    'outcomes.atClose.Safer.improved',
    'outcomes.atClose.Safer.worse',
    'outcomes.atClose.Settled',
    'outcomes.atClose.Settled.improved',
  ]);
  expect(summarise([...values].reverse()).figures.map(({ path }) => path)).toEqual(order);
});
