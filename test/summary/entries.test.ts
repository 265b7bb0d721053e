import { figureAt, summarise, type Cell, type CoreReturn, type YoungPeople } from 'hub-and-spoke';
import { describe, expect, test } from 'vitest';
import { returnFor } from './returns.ts';

/** What a return brings to a summary: the bounds of each path, and what it says where that is no number. */
const entries = (parts: Partial<CoreReturn>) => {
  const [contribution] = summarise([returnFor('2', '2015-Q1', parts)]).contributions;
  return Object.entries(contribution?.entries ?? {}).map(([path, { low, high, says }]) => [
    path,
    low,
    high,
    ...(says === 'number' ? [] : [says]),
  ]);
};
const notKnown: Cell = { unknown: 'not-known' };
const exempt: Cell = { notApplicable: 'no-direct-work' };
const withheld: Cell = { withheld: [1, 4] };
/** What the young people of a return bring, without the path of their section. */
const ofPeople = (youngPeople: YoungPeople) =>
  entries({ youngPeople }).map(([path, ...said]) => [String(path).slice('youngPeople.'.length), ...said]);

test('each kind of cell brings its bounds, and what it says', () => {
  const spokes = (cell: Cell) => entries({ spokes: { headcount: cell } });
  expect(spokes(3)).toEqual([['spokes.headcount', 3, 3]]);
  expect(spokes(1500)).toEqual([['spokes.headcount', 1500, 1500]]);
  expect(spokes({ atLeast: 3 })).toEqual([['spokes.headcount', 3, undefined]]);
  expect(spokes(notKnown)).toEqual([['spokes.headcount', 0, undefined, 'unknown']]);
  expect(spokes(exempt)).toEqual([['spokes.headcount', 0, 0, 'not-applicable']]);
  expect(spokes(withheld)).toEqual([['spokes.headcount', 1, 4, 'withheld']]);
});

test('a field that is not there brings nothing, nor does a breakdown in which nothing is counted', () => {
  expect(entries({})).toEqual([]);
  expect(ofPeople({ direct: 5, base: 'direct', gender: {} })).toEqual([
    ['direct', 5, 5],
    ['base', 5, 5],
  ]);
});

describe('a breakdown', () => {
  test('brings how many it describes, its categories in their order, its own by name, and what is left over', () => {
    expect(
      ofPeople({ direct: 10, base: 'direct', gender: { zebra: 1, male: 2, antelope: 1, female: 4 } }),
    ).toEqual([
      ['direct', 10, 10],
      ['base', 10, 10],
      ['gender', 10, 10],
      ['gender.female', 4, 4],
      ['gender.male', 2, 2],
      ['gender.antelope', 1, 1],
      ['gender.zebra', 1, 1],
      ['gender/not-stated', 2, 2],
    ]);
  });

  test('that does not say whom it describes brings its categories alone', () => {
    expect(ofPeople({ direct: 10, gender: { female: 4 } })).toEqual([
      ['direct', 10, 10],
      ['gender.female', 4, 4],
    ]);
  });

  test('narrows what is not known, but not what was withheld', () => {
    expect(
      ofPeople({ direct: 10, base: 'direct', gender: { female: 8, male: notKnown, other: withheld } }),
    ).toEqual([
      ['direct', 10, 10],
      ['base', 10, 10],
      ['gender', 10, 10],
      ['gender.female', 8, 8],
      ['gender.male', 0, 1, 'unknown'],
      ['gender.other', 1, 4, 'withheld'],
      ['gender/not-stated', 0, 1],
    ]);
  });

  test('with more than it describes leaves nothing over', () => {
    expect(ofPeople({ direct: 3, base: 'direct', gender: { female: 5 } }).at(-1)).toEqual([
      'gender/not-stated',
      0,
      0,
    ]);
  });

  test('leaves over what the bounds of both allow', () => {
    const people: YoungPeople = {
      direct: { atLeast: 6 },
      base: 'direct',
      gender: { female: 2, male: { withheld: [1, 3] } },
    };
    expect(ofPeople(people).at(-1)).toEqual(['gender/not-stated', 1, undefined]);
  });
});

describe('what the characteristics describe', () => {
  const base = (youngPeople: YoungPeople) =>
    ofPeople(youngPeople)
      .find(([path]) => path === 'base')
      ?.slice(1);

  test.each<[string, YoungPeople, unknown]>([
    ['the direct', { base: 'direct', direct: 5, indirect: 3, total: 8 }, [5, 5]],
    ['both', { base: 'direct-and-indirect', direct: 5, indirect: 3 }, [8, 8]],
    ['both, printed as a total', { base: 'direct-and-indirect', total: 8 }, [8, 8]],
    ['a total beside one of them', { base: 'direct-and-indirect', direct: 5, total: 8 }, [8, 8]],
    ['the direct, not known', { base: 'direct', direct: notKnown }, [0, undefined, 'unknown']],
    ['the direct, withheld', { base: 'direct', direct: withheld }, [1, 4, 'withheld']],
    ['the direct, not done', { base: 'direct', direct: exempt }, [0, 0, 'not-applicable']],
    [
      'both, one not known',
      { base: 'direct-and-indirect', direct: 5, indirect: notKnown },
      [5, undefined, 'unknown'],
    ],
    [
      'both, one withheld, one not known',
      { base: 'direct-and-indirect', direct: withheld, indirect: notKnown },
      [1, undefined, 'withheld'],
    ],
    ['both, one not done', { base: 'direct-and-indirect', direct: exempt, indirect: 3 }, [3, 3]],
    [
      'both, neither done',
      { base: 'direct-and-indirect', direct: exempt, indirect: exempt },
      [0, 0, 'not-applicable'],
    ],
    [
      'both, one not known, the total known',
      { base: 'direct-and-indirect', direct: 5, indirect: notKnown, total: 8 },
      [8, 8],
    ],
    [
      'both, one withheld, the total known',
      { base: 'direct-and-indirect', direct: 5, indirect: withheld, total: 8 },
      [8, 8],
    ],
    ['a total not known', { base: 'direct-and-indirect', total: notKnown }, [0, undefined, 'unknown']],
  ])('%s', (_, youngPeople, expected) => {
    expect(base(youngPeople)).toEqual(expected);
  });

  test('is left out where nothing says how many they are', () => {
    expect(base({ base: 'direct-and-indirect', direct: 5 })).toBeUndefined();
    expect(base({ direct: 5 })).toBeUndefined();
  });
});

test('the routes are of the cases in which one was reported, and the rest of the direct reported none', () => {
  expect(
    entries({
      youngPeople: { direct: 50, base: 'direct' },
      referrals: { reported: 38, route: { police: 6, self: 19 } },
    }).slice(2),
  ).toEqual([
    ['referrals.reported', 38, 38],
    ['referrals.reported/not-stated', 12, 12],
    ['referrals.route', 38, 38],
    ['referrals.route.police', 6, 6],
    ['referrals.route.self', 19, 19],
    ['referrals.route/not-stated', 13, 13],
  ]);
  expect(entries({ referrals: { reported: 38 } })).toEqual([['referrals.reported', 38, 38]]);
});

test('the measures of a matrix come by name, each of the cases closed', () => {
  const outcomes = {
    casesClosed: 9,
    atClose: { Settled: { worse: 9 }, Safer: { improved: 5, unchanged: 1 } },
  };
  expect(entries({ outcomes })).toEqual([
    ['outcomes.casesClosed', 9, 9],
    ['outcomes.atClose.Safer', 9, 9],
    ['outcomes.atClose.Safer.improved', 5, 5],
    ['outcomes.atClose.Safer.unchanged', 1, 1],
    ['outcomes.atClose.Safer/not-stated', 3, 3],
    ['outcomes.atClose.Settled', 9, 9],
    ['outcomes.atClose.Settled.worse', 9, 9],
    ['outcomes.atClose.Settled/not-stated', 0, 0],
  ]);
});

test('a return brings its services, base and revision', () => {
  const value: CoreReturn = {
    ...returnFor('all', '2015-Q1', { youngPeople: { base: 'direct', direct: 1 } }),
    combined: { services: ['5', '4', '5'], returns: 2 },
    declared: 'other',
    revision: 3,
  };
  expect(summarise([value]).contributions).toEqual([
    {
      service: 'all',
      combined: { services: ['4', '5'], returns: 2 },
      period: { from: '2015-01-01', to: '2015-03-31' },
      declared: 'other',
      revision: 3,
      base: 'direct',
      entries: {
        'youngPeople.direct': { low: 1, high: 1, says: 'number' },
        'youngPeople.base': { low: 1, high: 1, says: 'number' },
      },
    },
  ]);
  expect(summarise([returnFor('2', '2015-Q1')]).contributions[0]).toEqual({
    service: '2',
    period: { from: '2015-01-01', to: '2015-03-31' },
    revision: 1,
    entries: {},
  });
});

describe('two of the same revision that disagree', () => {
  const conflict = (one: Partial<CoreReturn>, other: Partial<CoreReturn>) =>
    summarise([returnFor('2', '2015-Q1', one), returnFor('2', '2015-Q1', other)]).contributions;

  test('bring the bounds of both, and say the most that either says', () => {
    const [joined, ...more] = conflict(
      {
        spokes: { headcount: 3, fte: notKnown },
        withProfessionals: { trainingSessions: exempt },
      },
      {
        spokes: { headcount: notKnown, fte: withheld },
        withProfessionals: { trainingSessions: notKnown, awarenessSessions: 2 },
      },
    );
    expect(more).toEqual([]);
    expect(joined).toMatchObject({ conflicting: true, revision: 1 });
    expect(joined?.entries).toEqual({
      'spokes.headcount': { low: 0, says: 'number' },
      'spokes.fte': { low: 0, says: 'withheld' },
      // The other does not return it: it may be any number.
      'withProfessionals.awarenessSessions': { low: 0, says: 'number' },
      'withProfessionals.trainingSessions': { low: 0, says: 'unknown' },
    });
  });

  test('leave open how many are of a category that one of them does not have', () => {
    const people = (direct: number, ethnicity: Readonly<Record<string, number>>) => ({
      youngPeople: { direct, base: 'direct' as const, ethnicity },
    });
    const entries = (one: Partial<CoreReturn>, other: Partial<CoreReturn>) =>
      conflict(one, other)[0]?.entries;
    const [first, second] = [
      people(30, { 'white-uk': 20, Roma: 10 }),
      people(30, { 'white-uk': 25, Own: 3 }),
    ];
    for (const found of [entries(first, second), entries(second, first)]) {
      expect(found).toMatchObject({
        'youngPeople.ethnicity.white-uk': { low: 20, high: 25 },
        // Of the second all but two are in other categories; of the first all are.
        'youngPeople.ethnicity.Roma': { low: 0, high: 10 },
        'youngPeople.ethnicity.Own': { low: 0, high: 3 },
        'youngPeople.ethnicity/not-stated': { low: 0, high: 2 },
      });
    }
    const few = entries(people(30, { Roma: 1 }), people(30, { 'white-uk': 25, Own: 3 }));
    expect(few).toMatchObject({ 'youngPeople.ethnicity.Roma': { low: 0, high: 2 } });
    const unasked = entries(first, { youngPeople: { direct: 30, base: 'direct' } });
    expect(unasked?.['youngPeople.ethnicity.Roma']).toEqual({ low: 0, says: 'number' });
  });

  test('do not make people over several quarters certain', () => {
    const q1 = returnFor('2', '2015-Q1', { youngPeople: { direct: 10 } });
    const [says, silent] = [{ newInPeriod: 4, openAtStart: 8 }, {}].map((more) =>
      returnFor('2', '2015-Q2', { youngPeople: { direct: 12, ...more } }),
    );
    if (!says || !silent) throw new Error('two versions');
    const of = (...values: readonly CoreReturn[]) =>
      figureAt(summarise([q1, ...values]), { path: 'youngPeople.direct' });
    expect(of(says)).toMatchObject({ low: 14, high: 14 });
    expect(of(says, silent)).toMatchObject({ low: 12, high: 22 });
  });

  test('describe the wider of the two bases', () => {
    const described = (base: 'direct' | 'direct-and-indirect' | undefined) => ({
      youngPeople: { total: 9, direct: base === undefined ? 8 : 9, ...(base && { base }) },
    });
    expect(conflict(described('direct'), described('direct-and-indirect'))[0]?.base).toBe(
      'direct-and-indirect',
    );
    expect(conflict(described('direct-and-indirect'), described('direct'))[0]?.base).toBe(
      'direct-and-indirect',
    );
    expect(conflict(described('direct'), described(undefined))[0]?.base).toBe('direct');
    expect(conflict(described(undefined), { youngPeople: { direct: 1 } })[0]).not.toHaveProperty('base');
  });

  test('and a third that says what one of them said change nothing more', () => {
    const values = [3, 5, 3].map((headcount) => returnFor('2', '2015-Q1', { spokes: { headcount } }));
    expect(summarise(values).contributions).toEqual(summarise(values.slice(0, 2)).contributions);
  });

  test('differ in their services, base or cells; the order of keys and of services is no difference', () => {
    const isConflict = (one: Partial<CoreReturn>, other: Partial<CoreReturn>) =>
      conflict(one, other)[0]?.conflicting === true;
    const counted = { youngPeople: { direct: 5, indirect: 2 } };
    expect(isConflict(counted, { youngPeople: { indirect: 2, direct: 5 } })).toBe(false);
    expect(isConflict(counted, { youngPeople: { direct: 5 } })).toBe(true);
    expect(isConflict({ spokes: { headcount: { atLeast: 5 } } }, { spokes: { headcount: 5 } })).toBe(true);
    const of = (services: readonly string[]) => ({ combined: { services, returns: 2 } });
    expect(isConflict(of(['4', '5']), of(['5', '4']))).toBe(false);
    expect(isConflict(of(['4', '5']), of(['5', '6']))).toBe(true);
    expect(conflict(of(['4', '5']), of(['5', '6']))[0]?.combined?.services).toEqual(['4', '5', '6']);
    expect(conflict(of(['5', '6']), of(['4', '5']))[0]?.combined?.services).toEqual(['4', '5', '6']);
    const adding = (returns: number) => ({ combined: { services: ['4', '5'], returns } });
    for (const [one, other] of [
      [2, 5],
      [5, 2],
    ] as const) {
      const [joined] = conflict(adding(one), adding(other));
      expect(joined).toMatchObject({ conflicting: true, combined: { services: ['4', '5'], returns: 2 } });
    }
    expect(conflict(adding(2), {})[0]).toMatchObject({ conflicting: true, combined: adding(2).combined });
    expect(conflict({}, adding(2))[0]).toMatchObject({ conflicting: true, combined: adding(2).combined });
    const year = { declared: 'year' } as const;
    expect(conflict(year, year)[0]).toMatchObject(year);
    expect(isConflict(year, year)).toBe(false);
    for (const other of [{}, { declared: 'other' } as const]) {
      expect(isConflict(year, other)).toBe(true);
      expect(conflict(year, other)[0]).not.toHaveProperty('declared');
      expect(conflict(other, year)[0]).not.toHaveProperty('declared');
    }
    const exemptOrNone = (headcount: Cell) => ({ spokes: { headcount } });
    expect(isConflict(exemptOrNone(exempt), exemptOrNone(0))).toBe(true);
  });
});
