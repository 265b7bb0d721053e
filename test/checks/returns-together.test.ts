import { checkCollection, explain, type CollectionContext, type CoreReturn } from 'hub-and-spoke';
import { describe, expect, test } from 'vitest';
import { registerOf } from '../registers.ts';

type Period = CoreReturn['period'];
const quarters: readonly Period[] = [
  { from: '2015-01-01', to: '2015-03-31' },
  { from: '2015-04-01', to: '2015-06-30' },
  { from: '2015-07-01', to: '2015-09-30' },
];
const [first, second, third] = quarters as readonly [Period, Period, Period];
const half: Period = { from: '2015-01-01', to: '2015-06-30' };

/** A return of service 2 for the first quarter, unless it says otherwise. */
const returned = (parts: object = {}): CoreReturn => ({
  edition: 'year-two',
  service: '2',
  period: first,
  ...parts,
}); // parts of a return

/** What a rule says of returns together. */
const said = (rule: string, values: readonly CoreReturn[], context: CollectionContext = {}) =>
  checkCollection(values, context)
    .findings.filter((each) => each.rule === rule)
    .map(({ message }) => message);
const places = (rule: string, values: readonly CoreReturn[], context: CollectionContext = {}) =>
  checkCollection(values, context)
    .findings.filter((each) => each.rule === rule)
    .map(({ paths }) => paths);

describe('C101, a revision comes once', () => {
  test('names every repetition beside the first', () => {
    const values = [returned(), returned(), returned({ revision: 2 }), returned({ revision: 1 })];
    expect(places('C101', values)).toEqual([
      ['0.revision', '1.revision'],
      ['0.revision', '3.revision'],
    ]);
  });
});

describe('C102, periods do not overlap', () => {
  test.each<[string, readonly CoreReturn[], readonly string[]]>([
    ['one after the other', [returned(), returned({ period: second })], []],
    ['of two services', [returned(), returned({ service: '3', period: half })], []],
    [
      'one within another',
      [returned({ period: second }), returned({ period: half, declared: 'other' })],
      ['Returns of the same service overlap: 2015-01-01/2015-06-30 (2) and 2015-Q2 (2).'],
    ],
    [
      'two within another, whichever comes first',
      [returned({ period: second }), returned(), returned({ period: half, declared: 'other' })],
      [
        'Returns of the same service overlap: 2015-01-01/2015-06-30 (2) and 2015-Q2 (2).',
        'Returns of the same service overlap: 2015-Q1 (2) and 2015-01-01/2015-06-30 (2).',
      ],
    ],
    [
      'a long one before two that follow',
      [
        returned({ period: { from: '2014-01-01', to: '2015-12-31' }, declared: 'other' }),
        returned(),
        returned({ period: third }),
      ],
      [
        'Returns of the same service overlap: 2014-01-01/2015-12-31 (2) and 2015-Q1 (2).',
        'Returns of the same service overlap: 2014-01-01/2015-12-31 (2) and 2015-Q3 (2).',
      ],
    ],
  ])('%s', (_, values, messages) => {
    expect(said('C102', values).sort()).toEqual(messages);
  });

  test('of combined returns each pair is named once, however many services they share', () => {
    const combined = (parts: object) =>
      returned({ service: '2 and 3', combined: { services: ['2', '3'], returns: 2 }, ...parts });
    expect(places('C102', [combined({}), combined({ period: half, declared: 'other' })])).toHaveLength(1);
  });
});

describe('C103, what the calendar expects is there', () => {
  const register = {
    ...registerOf({ id: '2', phase: 'two' }),
    phases: [{ phase: 'two' as const, fundingYear: { from: '2014-10-01', to: '2015-09-30' } }],
  };
  const missing = (values: readonly CoreReturn[], asOf: string) =>
    said('C103', values, {
      register,
      asOf,
      calendar: { due: { byQuarter: { '2015-Q1': '2015-04-15' } } },
    }).map((message) => message.includes('2015-Q1'));

  test('from the day after it was due', () => {
    expect(missing([], '2015-04-15')).not.toContain(true);
    expect(missing([], '2015-04-16')).toContain(true);
  });

  test('by a return that covers it: of the service, and of all its days', () => {
    const asOf = '2015-05-01';
    expect(missing([returned()], asOf)).not.toContain(true);
    expect(missing([returned({ period: half, declared: 'other' })], asOf)).not.toContain(true);
    expect(missing([returned({ service: '3' })], asOf)).toContain(true);
    const combined = { service: '2 and 3', combined: { services: ['2', '3'], returns: 2 } };
    expect(missing([returned(combined)], asOf)).not.toContain(true);
    const short = { period: { from: '2015-01-02', to: '2015-03-31' }, declared: 'other' };
    expect(missing([returned(short)], asOf)).toContain(true);
    const ended = { period: { from: '2015-01-01', to: '2015-03-30' }, declared: 'other' };
    expect(missing([returned(ended)], asOf)).toContain(true);
  });
});

describe('C104, a later revision says what it changes', () => {
  const revision = (number: number, direct: unknown, more: object = {}) =>
    returned({ revision: number, youngPeople: { direct, ...more } });

  test('against the revision before it, whatever the order in which they came', () => {
    const words =
      'Revision 3 of service 2, 2015-Q1 changes Young people receiving direct support from Spokes (32, now 33).';
    const [one, two, three] = [revision(1, 31), revision(2, 32), revision(3, 33)];
    for (const values of [
      [one, two, three],
      [three, two, one],
      [two, one, three],
      [one, three, two],
    ])
      expect(said('C104', values)).toEqual([words]);
  });

  test('with what was added and what was taken away', () => {
    expect(said('C104', [revision(1, 31, { indirect: 4 }), revision(2, 31, { total: 31 })])).toEqual([
      'Revision 2 of service 2, 2015-Q1 changes Young people receiving indirect support through case consultancy (4, now not returned), Young people supported, total (not returned, now 31).',
    ]);
  });

  test('and is silent where nothing changes, or another period was revised', () => {
    expect(said('C104', [revision(1, 31), revision(2, 31)])).toEqual([]);
    expect(said('C104', [revision(1, 31), { ...revision(2, 32), period: second }])).toEqual([]);
    expect(said('C104', [revision(1, 31), { ...revision(2, 32), service: '3' }])).toEqual([]);
  });
});

describe('C201 and C202, the register', () => {
  const post = { id: 'p1', headcount: 3, funder: 'csefa', base: 'hub' };
  const register = registerOf(
    { id: '2', spokes: [post, { ...post, id: 'p2', headcount: 2, funder: 'other' }] },
    { id: '3', spokes: [{ ...post, id: 'p3', headcount: 4 }] },
  );
  const workers = (headcount: unknown, parts: object = {}) => returned({ spokes: { headcount }, ...parts });
  const combined = { service: '2 and 3', combined: { services: ['2', '3'], returns: 2 } };

  test('every service of a combined return is known', () => {
    const strange = { service: '2, 8 and 9', combined: { services: ['2', '8', '9'], returns: 3 } };
    expect(said('C201', [returned(strange)], { register })).toEqual([
      'The register has no service “8”.',
      'The register has no service “9”.',
    ]);
    expect(places('C201', [returned(strange)], { register })[0]).toEqual(['0.combined.services']);
    expect(places('C201', [returned({ service: '9' })], { register })).toEqual([['0.service']]);
  });

  test('all workers, or those that CSEFA funds', () => {
    expect(said('C202', [workers(5)], { register })).toEqual([]);
    expect(said('C202', [workers(3)], { register })).toEqual([]);
    expect(said('C202', [workers(4)], { register })).toEqual([
      'Service 2, 2015-Q1: 4 Spoke workers; the register has 5 in that period, of whom CSEFA funds 3.',
    ]);
    expect(said('C202', [workers({ atLeast: 4 })], { register })).toEqual([]);
    expect(said('C202', [returned()], { register })).toEqual([]);
  });

  test('of all services of a combined return, if the register knows them', () => {
    expect(said('C202', [workers(9, combined)], { register })).toEqual([]);
    expect(said('C202', [workers(7, combined)], { register })).toEqual([]);
    expect(said('C202', [workers(5, combined)], { register })).toHaveLength(1);
    expect(
      said('C202', [workers(1, combined)], { register: registerOf({ id: '2', spokes: [post] }) }),
    ).toEqual([]);
  });

  test('of posts that are filled, and funded on a day of the period', () => {
    const other = { ...post, id: 'p2', headcount: 2 };
    const found = (extra: object) =>
      said('C202', [workers(3)], {
        register: registerOf({ id: '2', spokes: [post, { ...other, ...extra }] }),
      });
    expect(found({})).toHaveLength(1);
    expect(found({ filled: 'vacant' })).toEqual([]);
    expect(found({ fundedFrom: '2015-03-31' })).toHaveLength(1);
    expect(found({ fundedFrom: '2015-04-01' })).toEqual([]);
    expect(found({ fundedUntil: '2015-01-01' })).toHaveLength(1);
    expect(found({ fundedUntil: '2014-12-31' })).toEqual([]);
  });
});

describe('C203 and C204, years and combinations', () => {
  const year: Period = { from: '2014-01-01', to: '2014-12-31' };
  const register = {
    ...registerOf({ id: '3', phase: 'one' }, { id: '2', phase: 'two' }, { id: '4', phase: 'three' }),
    phases: [
      {
        phase: 'one' as const,
        fundingYear: year,
        retrospectiveYear: { from: '2013-01-01', to: '2013-12-31' },
      },
      { phase: 'two' as const, fundingYear: year, retrospectiveYear: year },
      { phase: 'three' as const, fundingYear: year },
    ],
  };
  const inRetrospect = (service: string, period: Period, declared?: string) =>
    said('C203', [returned({ service, period, ...(declared !== undefined && { declared }) })], { register });

  test('each service was asked for the year of its own phase', () => {
    expect(inRetrospect('2', year, 'year')).toEqual([]);
    expect(inRetrospect('3', year, 'year')).toEqual([
      'Service 3 returned 2014; its phase was asked for 2013-01-01 to 2013-12-31.',
    ]);
    expect(inRetrospect('3', { from: '2013-01-01', to: '2013-12-31' }, 'year')).toEqual([]);
    // Nobody asked this phase, and this is no year.
    expect(inRetrospect('4', year, 'year')).toEqual([]);
    expect(inRetrospect('2', { from: '2013-01-01', to: '2013-12-31' }, 'other')).toEqual([]);
  });

  test('a combination over two quarters has two returns of each service', () => {
    const combined = (returns: number) =>
      said('C204', [
        returned({
          service: '2 and 3',
          period: half,
          declared: 'other',
          combined: { services: ['2', '3'], returns },
        }),
      ]);
    expect(combined(4)).toEqual([]);
    expect(combined(3)).toEqual([
      '3 of 4 possible quarterly returns of services 2 and 3 are in the combination.',
    ]);
    expect(combined(1)).toHaveLength(1);
  });
});

describe('C301, no two services are the very same', () => {
  const split = (gender: object, service = '2', period = first) =>
    returned({ service, period, youngPeople: { gender } });
  const same = (one: object, other: object) => said('C301', [split(one), split(other, '3')]);

  test('in whatever order the categories stand', () => {
    expect(same({ female: 8, male: 3 }, { male: 3, female: 8 })).toEqual([
      'Gender: services 2 and 3 returned the very same counts.',
    ]);
    expect(same({ male: 8, female: 3 }, { male: 3, female: 8 })).toEqual([]);
    const [a, b] = [
      { female: 8, male: 3, transgender: 0 },
      { transgender: 0, male: 3, female: 8 },
    ];
    expect(same(a, b)).toHaveLength(1);
  });

  test('over more than ten young people, in two categories at least', () => {
    expect(same({ female: 7, male: 3 }, { female: 7, male: 3 })).toEqual([]);
    expect(same({ female: 50, male: 0 }, { female: 50, male: 0 })).toEqual([]);
    expect(same({ female: 50 }, { female: 50 })).toEqual([]);
    const notKnown = { unknown: 'not-known' };
    expect(same({ female: 50, male: notKnown }, { female: 50, male: notKnown })).toEqual([]);
    expect(same({}, {})).toEqual([]);
  });

  test('where one service repeats itself, nothing is said; every other service is named beside the first', () => {
    const counts = { female: 39, male: 11 };
    expect(said('C301', [split(counts), split(counts, '2', second)])).toEqual([]);
    expect(places('C301', [split(counts), split(counts, '3'), split(counts, '4')])).toEqual([
      ['0.youngPeople.gender', '1.youngPeople.gender'],
      ['0.youngPeople.gender', '2.youngPeople.gender'],
    ]);
  });
});

describe('a query of a collection', () => {
  const register = registerOf({ id: '2' }, { id: '3' });
  const split = { youngPeople: { gender: { female: 39, male: 11 } } };
  const values = [returned(split), returned({ ...split, service: '3' })];
  const checked = (all: readonly CoreReturn[]) => checkCollection(all, { register });
  const query = checked(values).findings.find(({ rule }) => rule === 'C301');
  const explained = (because: object) =>
    checked([{ ...returned(split), explanations: [because] } as CoreReturn, values[1] ?? returned()]);

  test('is settled by an explanation of this rule, and then nothing is left to ask', () => {
    if (query === undefined) throw new Error('two services are the same');
    const because = explain(query, 'Both counted together.', 0);
    expect(explained(because).findings.map(({ settledBy }) => settledBy)).toEqual(['Both counted together.']);
    expect(explained({ ...because, rule: 'C302' }).findings.map(({ settledBy }) => settledBy)).toEqual([
      undefined,
    ]);
    expect(checked(values).accepted).toBe(false);
  });

  test('has no word of being settled before it is', () => {
    expect(query).not.toHaveProperty('settledBy');
  });

  test('does not hold a collection up, if it is but advice', () => {
    const total = { direct: 30, total: 30, base: 'direct', age: { '15-17': 30 } };
    const revised = [
      returned({ youngPeople: total }),
      returned({ revision: 2, youngPeople: { ...total, age: { '15-17': 20, '12-14': 10 } } }),
    ];
    const { findings, returns, accepted } = checkCollection(revised);
    expect(findings.map(({ severity }) => severity)).toEqual(['advice']);
    expect(accepted).toBe(returns.every((each) => each.accepted));
  });

  test('stands behind what is wrong', () => {
    const all = [...values, returned({ ...split, service: '9' })];
    expect(checked(all).findings.map(({ severity }) => severity)).toEqual(['error', 'query', 'query']);
  });
});

describe('returns of earlier periods', () => {
  test('are of a day at least, and never mistaken for those that are checked', () => {
    const oneDay = returned({ period: { from: '2015-03-31', to: '2015-03-31' }, declared: 'other' });
    expect(said('C102', [returned()], { earlier: [oneDay] })).toHaveLength(1);
    expect(places('C102', [returned()], { earlier: [oneDay, returned({ service: '3' })] })).toEqual([
      ['0.period', '-1.period'],
    ]);
  });
});

describe('two returns of one revision', () => {
  const open = (openAtEnd: number) => returned({ youngPeople: { openAtEnd } });
  const after = returned({ period: second, youngPeople: { openAtStart: 9 } });

  test('are told apart by what is in them, so that their order changes nothing', () => {
    const [one, other] = [open(5), open(7)];
    const forwards = said('C303', [one, other, after]);
    expect(forwards).toHaveLength(1);
    expect(said('C303', [other, one, after])).toEqual(forwards);
    expect(said('C303', [after, one, other])).toEqual(forwards);
  });

  test('and a later one counts whatever is in it', () => {
    const later = { ...open(9), revision: 2 };
    expect(said('C303', [open(99), later, after])).toEqual([]);
    expect(said('C303', [later, open(99), after])).toEqual([]);
  });
});

describe('C302 and C303, change from one return to the next', () => {
  const counts = (one: object, other: object, service = '2') => [
    returned({ youngPeople: one }),
    returned({ service, period: second, youngPeople: other }),
  ];

  test('is of one service, and of two exact counts', () => {
    expect(said('C303', counts({ openAtEnd: 23 }, { openAtStart: 20 }))).toHaveLength(1);
    expect(said('C303', counts({ openAtEnd: 23 }, { openAtStart: 20 }, '3'))).toEqual([]);
    expect(said('C303', counts({ openAtEnd: { atLeast: 23 } }, { openAtStart: 20 }))).toEqual([]);
    expect(said('C303', counts({ openAtEnd: 23 }, { openAtStart: { atLeast: 20 } }))).toEqual([]);
    expect(said('C303', counts({}, { openAtStart: 20 }))).toEqual([]);
    expect(said('C303', counts({ openAtEnd: 23 }, {}))).toEqual([]);
  });

  test('says how seldom it would come by chance', () => {
    expect(said('C302', counts({ direct: 3 }, { direct: 35 }))[0]).toMatch(
      /would bring this about once in [\d,]+\.$/,
    );
    expect(said('C302', counts({ direct: 3 }, { direct: 350 }))[0]).toMatch(/less than once in a billion\.$/);
    expect(said('C302', counts({ direct: 30 }, { direct: 30 }))).toEqual([]);
  });
});
