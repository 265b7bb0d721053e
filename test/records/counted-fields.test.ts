import { explainCell, type CompileOptions, type FieldId, type ServiceRecord } from 'hub-and-spoke';
import { describe, expect, test } from 'vitest';
import { aCase, aConsultancy, aContact, aSession, compiled, found } from './compiled.ts';

const notKnown = { unknown: 'not-known' };

describe('a characteristic', () => {
  const genders = async (records: readonly unknown[], options: Partial<CompileOptions> = {}) =>
    (await compiled(records, options)).value.youngPeople?.gender;
  const none = { female: 0, male: 0, 'not-known': 0 };

  test.each([
    ['recorded by the end', [{ gender: 'Female', recorded: '2015-03-31' }], { ...none, female: 1 }],
    ['recorded after the end', [{ gender: 'Female', recorded: '2015-04-01' }], { ...none, 'not-known': 1 }],
    [
      'recorded last, on the day of recording',
      [
        { gender: 'Female', recorded: '2015-02-03' },
        { gender: 'Male', recorded: '2015-02-04' },
      ],
      { ...none, male: 1 },
    ],
    [
      'recorded last, on the day of referral',
      [
        { gender: 'Female', referred: '2015-02-01' },
        { gender: 'Male', recorded: '2015-01-31' },
      ],
      { ...none, female: 1 },
    ],
    [
      'recorded last, on the day of opening',
      [
        { gender: 'Female', opened: '2015-02-01' },
        { gender: 'Male', recorded: '2015-01-31' },
      ],
      { ...none, female: 1 },
    ],
    [
      'said to be not known after it was known',
      [
        { gender: 'Female', recorded: '2015-02-01' },
        { gender: 'not known', recorded: '2015-02-02' },
      ],
      { ...none, female: 1 },
    ],
    [
      'recorded twice on one day, alike',
      [
        { gender: 'Female', recorded: '2015-02-01' },
        { gender: 'female ', recorded: '2015-02-01' },
      ],
      { ...none, female: 1 },
    ],
    [
      'contradicted by what has no day',
      [
        { gender: 'Female', recorded: '2015-02-01' },
        { gender: 'Male', opened: 'never' as const },
      ],
      { ...none, 'not-known': 1 },
    ],
    ['that nobody recorded', [{}], { ...none, 'not-known': 1 }],
  ])('%s', async (_, cases, expected) => {
    const records = cases.map((facts) => aCase({ opened: '2015-01-01', ...facts }));
    expect(await genders(records)).toEqual(expected);
    expect(await genders([...records].reverse())).toEqual(expected);
  });

  test('may be new in an open list, and is asked about without being shown', async () => {
    const ethnicities = ['Cornish', 'Cornish', 'Manx'].map((ethnicity, index) =>
      aCase({ youngPerson: `yp${index}`, ethnicity }),
    );
    const { value, findings } = await compiled(ethnicities);
    expect(value.youngPeople?.ethnicity).toMatchObject({ Cornish: 2, Manx: 1, 'not-known': 0 });
    const asked = findings.filter(({ rule }) => rule === 'K207').map(({ message }) => message);
    expect(asked).toEqual(['“Ethnicity” has 2 categories that the list does not have.']);
    expect(await found(ethnicities.slice(0, 2))).toContain(
      'K207 “Ethnicity” has one category that the list does not have.',
    );
  });

  test.each(['a.b', 'x'.repeat(101), '07700 900123', 'a\u0007b'])(
    'that can be no category is not known, and found: %j',
    async (ethnicity) => {
      const { value, findings } = await compiled([aCase({ ethnicity })]);
      if (ethnicity.length <= 100) {
        expect(value.youngPeople?.ethnicity).toMatchObject({ 'not-known': 1 });
        expect(findings.map(({ message }) => message)).toContain(
          'What is recorded of yp1 is no category of “Ethnicity”.',
        );
      } else expect(findings.map(({ rule }) => rule)).toContain('K101');
    },
  );

  test('in more ways than a form can take is counted in 200 of them', async () => {
    const records = Array.from({ length: 203 }, (_, index) =>
      aCase({ youngPerson: `yp${index}`, ethnicity: `way ${String(index).padStart(3, '0')}` }),
    );
    const { value, findings } = await compiled(records);
    const ethnicity = value.youngPeople?.ethnicity ?? {};
    expect(ethnicity['not-known']).toBe(3);
    expect(Object.keys(ethnicity).filter((code) => code.startsWith('way'))).toHaveLength(200);
    expect(findings.map(({ message }) => message)).toContain(
      '“Ethnicity” has 203 categories that the list does not have; 200 were counted, the others as not known.',
    );
    const fewer = await compiled(records.slice(0, 200));
    expect(fewer.findings.map(({ rule }) => rule)).toContain('K207');
    expect(fewer.value.youngPeople?.ethnicity?.['not-known']).toBe(0);
  });

  test('of somebody who may be supported may be one more of its category', async () => {
    const records = [aCase({ gender: 'Male' }), aCase({ youngPerson: 'yp2', opened: null, gender: 'Male' })];
    const { value, lineage } = await compiled(records);
    expect(value.youngPeople?.gender).toEqual({ female: 0, male: { atLeast: 1 }, 'not-known': 0 });
    expect(explainCell(lineage, 'youngPeople.gender.male')).toMatchObject({
      ids: ['yp1'],
      possible: ['yp2'],
    });
  });

  test('that few record is left out where nobody does, and where the form does not ask yet', async () => {
    const people = async (quarter: CompileOptions['quarter'], facts: object) =>
      Object.keys((await compiled([aCase(facts)], { quarter })).value.youngPeople ?? {});
    expect(await people('2015-Q4', { disability: 'yes' })).toContain('disability');
    expect(await people('2015-Q4', { disability: 'yes' })).not.toContain('sexuality');
    expect(await people('2015-Q4', { sexuality: 'bisexual' })).toContain('sexuality');
    const some = [aCase({ disability: 'yes' }), aCase({ youngPerson: 'yp2' })];
    expect((await compiled(some, { quarter: '2015-Q4' })).value.youngPeople).toHaveProperty('disability');
    expect(await people('2015-Q1', { disability: 'yes' })).not.toContain('disability');
    expect(await people('2015-Q1', {})).toContain('living');
    expect(await people('2014-Q4', { opened: '2014-12-01' })).not.toContain('living');
  });

  test('of both kinds of support is open where somebody is not named, or no consultancy is kept', async () => {
    const both = { base: 'direct-and-indirect' } as const;
    const female = aCase({ gender: 'Female' });
    expect(await genders([female], both)).toEqual({
      female: { atLeast: 1 },
      male: notKnown,
      'not-known': notKnown,
    });
    expect(await genders([female], { ...both, keeps: ['consultancy'] })).toEqual({ ...none, female: 1 });
    expect(await genders([female, aConsultancy()], both)).toEqual({
      female: { atLeast: 1 },
      male: notKnown,
      'not-known': notKnown,
    });
    expect(await genders([female, aConsultancy()])).toEqual({ ...none, female: 1 });
    const { value } = await compiled([female], both);
    expect(value.youngPeople?.base).toBe('direct-and-indirect');
  });
});

describe('ages', () => {
  const ageOf = async (facts: Parameters<typeof aCase>[0], ageOn?: CompileOptions['ageOn']) => {
    const { value } = await compiled([aCase(facts)], ageOn === undefined ? {} : { ageOn });
    const ages: Readonly<Record<string, unknown>> = value.youngPeople?.age ?? {};
    return Object.keys(ages).filter((band) => ages[band] === 1);
  };

  test('on a birthday are those of the new year', async () => {
    expect(await ageOf({ dateOfBirth: '2015-03-31' })).toEqual(['under-12']);
    expect(await ageOf({ dateOfBirth: '2003-03-31', age: null })).toEqual(['12-14']);
    expect(await ageOf({ age: null, ageBand: '12-14' })).toEqual(['12-14']);
    expect(await ageOf({ dateOfBirth: '2003-04-01' })).toEqual(['under-12']);
    expect(await ageOf({ dateOfBirth: '2003-01-01' }, 'first-day')).toEqual(['12-14']);
    expect(await ageOf({ dateOfBirth: '2003-01-02' }, 'first-day')).toEqual(['under-12']);
  });

  test('on another day are known where both possible ages are of one band', async () => {
    const age = (years: number, on: string) => ageOf({ age: { years, on } });
    expect(await age(15, '2014-04-01')).toEqual(['15-17']);
    expect(await age(17, '2014-04-01')).toEqual(['not-known']);
    expect(await age(14, '2014-03-31')).toEqual(['15-17']);
    expect(await age(14, '2014-04-01')).toEqual(['not-known']);
    expect(await age(13, '2014-03-31')).toEqual(['12-14']);
    expect(await age(13, '2014-04-01')).toEqual(['12-14']);
    expect(await age(13, '2013-04-01')).toEqual(['not-known']);
    expect(await age(13, '2015-06-30')).toEqual(['12-14']);
    expect(await age(0, '2016-06-30')).toEqual(['under-12']);
  });

  test('as a band count in the quarter in which they were recorded', async () => {
    expect(await ageOf({ ageBand: '12-14', recorded: '2015-01-01' })).toEqual(['12-14']);
    expect(await ageOf({ ageBand: '12-14', opened: '2014-10-01', recorded: '2014-12-31' })).toEqual([
      'not-known',
    ]);
    expect(await ageOf({ ageBand: '12-14', opened: '2014-12-31' })).toEqual(['not-known']);
  });

  test('are said by the date of birth before an age, and by an age before a band', async () => {
    expect(
      await ageOf({ dateOfBirth: '1990-01-01', age: { years: 13, on: '2015-03-31' }, ageBand: 'under-12' }),
    ).toEqual(['18-plus']);
    expect(await ageOf({ age: { years: 13, on: '2015-03-31' }, ageBand: 'under-12' })).toEqual(['12-14']);
  });

  test('of somebody born after the day are not known, and found', async () => {
    expect(await found([aCase({ id: 'late', dateOfBirth: '2015-04-01' })])).toContain(
      'K206 Case late: the date of birth comes after 2015-03-31.',
    );
    expect(await found([aCase({ id: 'late', dateOfBirth: '2015-01-02' })], { ageOn: 'first-day' })).toContain(
      'K206 Case late: the date of birth comes after 2015-01-01.',
    );
    const message = (await found([aCase({ dateOfBirth: '2015-03-31' })])).filter((each) =>
      each.startsWith('K206'),
    );
    expect(message).toEqual([]);
  });
});

describe('referrals', () => {
  const referrals = async (...cases: readonly ServiceRecord[]) => {
    const { reported, route = {}, received } = (await compiled(cases)).value.referrals ?? {};
    const routes = Object.entries(route).filter(([, cell]) => cell !== 0);
    return [reported, Object.fromEntries(routes), received];
  };

  test('are those of the last route recorded, of the cases open in the quarter', async () => {
    expect(await referrals(aCase({ route: 'Police' }))).toEqual([1, { police: 1 }, notKnown]);
    expect(
      await referrals(
        aCase({ route: 'Police', referred: '2015-02-01' }),
        aCase({ route: 'Schools', referred: '2015-02-02' }),
      ),
    ).toEqual([1, { schools: 1 }, 2]);
    expect(
      await referrals(
        aCase({ route: 'Police', referred: '2014-02-01', opened: '2014-02-01', closed: '2014-12-31' }),
        aCase({ referred: '2015-02-02' }),
      ),
    ).toEqual([0, {}, 1]);
    expect(
      await referrals(
        aCase({ route: 'Police', support: 'consultancy', referred: '2015-02-02' }),
        aCase({ referred: '2015-02-02' }),
      ),
    ).toEqual([0, {}, 2]);
  });

  test('of which the route is not known are not reported', async () => {
    for (const route of ['not known', 'Unable to provide', 'NK', 'x', '–']) {
      expect(await referrals(aCase({ route, referred: '2015-02-01' }))).toEqual([0, {}, 1]);
    }
  });

  test('of a case of unknown kind beside a certain one may be the one', async () => {
    const known = aCase({ route: 'Police', referred: '2015-02-01' });
    const other = (facts: object) => aCase({ support: null, referred: '2015-02-02', ...facts });
    expect(await referrals(known, other({ route: 'Schools' }))).toEqual([
      notKnown,
      { police: notKnown, schools: notKnown },
      2,
    ]);
    expect(await referrals(known, other({}))).toEqual([notKnown, { police: notKnown }, 2]);
    expect(await referrals(aCase({ referred: '2015-02-01' }), other({}))).toEqual([0, {}, 2]);
  });

  test('that contradict each other on one day are found, and are no route', async () => {
    const cases = ['Police', 'Schools'].map((route) => aCase({ route, referred: '2015-02-01' }));
    expect(await referrals(...cases)).toEqual([0, {}, 2]);
    expect(await found(cases)).toContain(
      'K205 Of yp1, records of one day, or of none, contradict each other: referral route.',
    );
  });

  test('of cases that may not count are all possible', async () => {
    const facts = { route: 'Police', opened: null, referred: '2015-02-01' };
    const doubtful = aCase(facts);
    expect(await referrals(doubtful)).toEqual([notKnown, { police: notKnown }, 1]);
    const certain = aCase({ route: 'Schools', referred: '2015-02-02' });
    expect(await referrals(certain, doubtful)).toEqual([
      notKnown,
      { police: notKnown, schools: notKnown },
      2,
    ]);
    expect(await referrals(certain, aCase({ ...facts, youngPerson: 'yp2' }))).toEqual([
      { atLeast: 1 },
      { schools: 1, police: notKnown },
      2,
    ]);
  });

  test('are received on the day of referral; without one, perhaps', async () => {
    const received = async (facts: Parameters<typeof aCase>[0]) => (await referrals(aCase(facts)))[2];
    expect(await received({ referred: '2015-01-01' })).toBe(1);
    expect(await received({ referred: '2015-03-31' })).toBe(1);
    expect(await received({ referred: '2014-12-31' })).toBe(0);
    expect(await received({ referred: '2015-04-01', opened: '2015-03-01' })).toBe(0);
    // Who was supported before was referred before.
    expect(await received({ opened: '2014-12-31' })).toBe(0);
    expect(await received({ opened: '2015-01-01' })).toEqual(notKnown);
    expect(await received({ opened: null, closed: '2015-01-01' })).toEqual(notKnown);
    expect(await received({ opened: '2015-05-05', recorded: '2015-01-01' })).toEqual(notKnown);
    expect(await received({ opened: null, closed: '2015-02-02' })).toEqual(notKnown);
    expect(await received({ opened: null, closed: '2014-12-31' })).toBe(0);
  });

  test('by routes of their own are asked about; more than 200 are not reported', async () => {
    const records = Array.from({ length: 202 }, (_, index) =>
      aCase({ youngPerson: `yp${String(index).padStart(3, '0')}`, route: `by way ${index}` }),
    );
    const { value, findings } = await compiled(records);
    expect(value.referrals?.reported).toBe(200);
    const messages = findings.map(({ rule, message }) => `${rule} ${message}`);
    expect(messages.filter((each) => each.includes('routes; the others'))).toEqual([
      'K104 There are more than 200 referral routes; the others were counted as not reported.',
    ]);
    expect(messages).toContain('K207 “Referral route” has 200 categories that the list does not have.');
    expect((await compiled(records.slice(0, 200))).findings.map(({ rule }) => rule)).not.toContain('K104');
  });
});

describe('sessions', () => {
  const counts = async (...records: readonly ServiceRecord[]) => {
    const { withProfessionals: p, withYoungPeople: y } = (await compiled(records)).value;
    return {
      ...(p && {
        training: [p.trainingSessions, p.trainingAttending],
        awareness: [p.awarenessSessions, p.awarenessAttending],
      }),
      ...(y?.awarenessSessions !== undefined && { young: [y.awarenessSessions, y.awarenessAttending] }),
      ...(y?.oneGroupSession !== undefined && { groups: [y.oneGroupSession, y.moreGroupSessions] }),
    };
  };

  test('of one kind leave the others to those who keep them', async () => {
    expect(
      await counts(aSession({ activity: 'awareness-with-young-people', days: 3, attending: 4 })),
    ).toEqual({
      young: [1, 4],
    });
    expect(await counts(aSession({ activity: 'awareness-with-professionals', attending: 4 }))).toEqual({
      training: [0, 0],
      awareness: [1, 4],
    });
    expect(await counts(aSession({ activity: 'group-work', attended: ['a'] }))).toEqual({ groups: [1, 0] });
  });

  test('on an unknown day may be of the quarter, as may those attending', async () => {
    expect(await counts(aSession({ days: 1, attending: 4, date: null }))).toEqual({
      training: [notKnown, notKnown],
      awareness: [0, 0],
    });
    expect(
      await counts(aSession({ days: 1, attending: 4, date: null }), aSession({ days: 1, attending: 4 })),
    ).toEqual({ training: [{ atLeast: 1 }, { atLeast: 4 }], awareness: [0, 0] });
    expect(await counts(aSession({ activity: 'group-work', attended: ['a'], date: null }))).toEqual({
      groups: [notKnown, notKnown],
    });
  });

  test('are attended by the number or by those named, whichever is more', async () => {
    const attending = async (facts: Parameters<typeof aSession>[0]) =>
      (await counts(aSession({ days: 1, ...facts }))).training?.[1];
    expect(await attending({ attending: 4, attended: ['a'] })).toBe(4);
    expect(await attending({ attending: 1, attended: ['a', 'b'] })).toBe(2);
    expect(await attending({ attending: null, attended: ['a', 'b', 'b'] })).toBe(2);
    expect(await attending({ attended: null })).toEqual(notKnown);
    expect(await attending({ attending: 0 })).toBe(0);
  });

  test('that name more than attended, or are counted by their length, are found', async () => {
    expect(
      await found(
        [
          aSession({
            id: 'long',
            activity: 'awareness-with-professionals',
            days: 0.75,
            attending: 1,
            attended: ['a', 'b'],
          }),
        ],
        { keeps: ['case', 'consultancy', 'group-work', 'awareness-with-young-people'] },
      ),
    ).toEqual([
      'K203 Session long names 2 people, and says that 1 attended.',
      'K202 Session long, recorded as awareness-with-professionals, lasted 0.75 days and was counted as training.',
    ]);
    expect(
      (await found([aSession({ days: 0.75, attending: 2, attended: ['a', 'b'] })])).filter((each) =>
        each.startsWith('K2'),
      ),
    ).toEqual([]);
  });

  test('with more attending than the form takes say at least so many', async () => {
    const many = Array.from({ length: 1_001 }, () => aSession({ days: 1, attending: 1_000_000 }));
    const attending = (await counts(...many)).training?.[1];
    expect(attending).toEqual({ atLeast: 1_000_000_000 });
  });

  test.each([
    ['everyone named', [{ attended: ['a', 'b'] }, { attended: ['b', 'c'], attending: 2 }], [2, 1]],
    ['nobody there', [{ attending: 0 }, { attended: ['a'] }], [1, 0]],
    ['nobody named', [{ attending: 3 }], [notKnown, notKnown]],
    ['somebody not named', [{ attended: ['a'], attending: 2 }], [notKnown, notKnown]],
    [
      'some named twice, one not',
      [{ attended: ['a'] }, { attended: ['a'], attending: 2 }],
      [notKnown, { atLeast: 1 }],
    ],
  ])('of group work with %s', async (_, sessions, expected) => {
    const records = sessions.map((facts) => aSession({ activity: 'group-work', ...facts }));
    expect((await counts(...records)).groups).toEqual(expected);
  });
});

describe('outcomes at close', () => {
  const outcome = (
    id: string,
    first: number | null,
    last: number | null,
    more: object = {},
  ): ServiceRecord => ({
    kind: 'outcome',
    case: id,
    measure: 'Safer',
    first,
    last,
    better: 'higher',
    ...more,
  });
  const closed = (id: string, more: object = {}) =>
    aCase({ id, youngPerson: `yp-${id}`, closed: '2015-03-01', ...more });
  const atClose = async (...records: readonly ServiceRecord[]) =>
    (await compiled(records)).value.outcomes?.atClose;

  test.each([
    ['higher', 2, 5, 'improved'],
    ['higher', 5, 2, 'worse'],
    ['higher', 5, 5, 'unchanged'],
    ['lower', 2, 5, 'worse'],
    ['lower', 5, 2, 'improved'],
    ['lower', 5, 5, 'unchanged'],
    ['higher', null, 5, 'not-recorded'],
    ['higher', 5, null, 'not-recorded'],
  ] as const)('where %s is better, from %s to %s is %s', async (better, first, last, expected) => {
    const counts = await atClose(closed('x'), outcome('x', first, last, { better }));
    expect(counts?.Safer).toEqual({ improved: 0, unchanged: 0, worse: 0, 'not-recorded': 0, [expected]: 1 });
  });

  test('are those of the last case of a time of support that has both readings', async () => {
    const one = (id: string, days: object) => closed(id, { youngPerson: 'yp1', ...days });
    const records = [
      one('a', { opened: '2015-01-05', closed: '2015-03-01' }),
      one('b', { opened: '2015-01-10', closed: '2015-02-01' }),
      one('c', { opened: '2015-02-20', closed: '2015-03-10' }),
    ];
    const worse = outcome('b', 5, 2);
    expect((await atClose(...records, outcome('a', 2, 5), worse))?.Safer).toMatchObject({
      improved: 1,
      worse: 0,
    });
    expect((await atClose(...records, worse, outcome('c', 2, null)))?.Safer).toMatchObject({
      worse: 1,
      'not-recorded': 0,
    });
    expect((await atClose(...records, outcome('c', 2, null)))?.Safer).toMatchObject({ 'not-recorded': 1 });
    const { lineage } = await compiled([...records, worse]);
    expect(explainCell(lineage, 'outcomes.atClose.Safer.worse')?.ids).toEqual(['c']);
  });

  test('of cases that did not close in the quarter are not counted', async () => {
    expect(await atClose(closed('x', { closed: '2015-04-01' }), outcome('x', 2, 5))).toBeUndefined();
    expect(await atClose(closed('x'), closed('y'), outcome('x', 2, 5))).toEqual({
      Safer: { improved: 1, unchanged: 0, worse: 0, 'not-recorded': 1 },
    });
  });

  test('may be more where somebody may have been closed', async () => {
    const counts = await atClose(
      closed('x'),
      outcome('x', 2, 5),
      aCase({ youngPerson: 'yp9', opened: null }),
    );
    expect(counts?.Safer).toEqual({
      improved: { atLeast: 1 },
      unchanged: notKnown,
      worse: notKnown,
      'not-recorded': notKnown,
    });
  });

  test('by measures that cannot stand in a return are found, and not counted', async () => {
    const names = ['a.b', 'a/b', '__proto__', '07700 900123'];
    const records = [
      closed('x'),
      ...names.map((measure) => outcome('x', 2, 5, { measure })),
      outcome('x', 2, 5),
    ];
    expect(Object.keys((await atClose(...records)) ?? {})).toEqual(['Safer']);
    const { findings } = await compiled(records);
    expect(findings.find(({ message }) => message.startsWith('4 measures'))).toMatchObject({
      rule: 'K104',
      message: '4 measures have names that cannot stand in a return: their outcomes were not counted.',
      expected: 'names without full stops, strokes or personal data',
    });
  });

  test('by more than a hundred measures are counted by a hundred', async () => {
    const measures = (count: number) =>
      Array.from({ length: count }, (_, index) => outcome('x', 2, 5, { measure: `m${index}` }));
    const many = await compiled([closed('x'), ...measures(101), outcome('x', 2, 5, { measure: 'a.b' })]);
    expect(Object.keys(many.value.outcomes?.atClose ?? {})).toHaveLength(100);
    expect(many.findings.find(({ message }) => message.startsWith('There are'))).toMatchObject({
      message: 'There are 101 measures; at most 100 were counted.',
      expected: 'at most 100 measures',
    });
    expect((await found([closed('x'), ...measures(100)])).filter((each) => each.startsWith('K104'))).toEqual(
      [],
    );
  });
});

describe('posts', () => {
  const register = (spokes: readonly object[], more: object = {}) =>
    ({ services: [{ id: '2', phase: 'one', spokes, ...more }] }) as unknown as NonNullable<
      CompileOptions['register']
    >;
  const counted = async (...spokes: readonly object[]) => {
    const { value, lineage } = await compiled([], { register: register(spokes) });
    return [value.spokes?.headcount, value.spokes?.fte, lineage['spokes.headcount']?.ids];
  };

  test('are those filled and funded on the last day', async () => {
    const post = { headcount: 1, fte: 0.5 };
    expect(
      await counted(
        { id: 'b', ...post, fundedFrom: '2015-03-31' },
        { id: 'a', ...post, fundedUntil: '2015-03-31', filled: 'in-post' },
        { id: 'c', ...post, fundedFrom: '2015-04-01' },
        { id: 'd', ...post, fundedUntil: '2015-03-30' },
        { id: 'e', ...post, filled: 'vacant' },
      ),
    ).toEqual([2, 1, ['a', 'b']]);
  });

  test('have a full-time equivalent only where each has one, without the dust of floating point', async () => {
    expect(await counted({ id: 'a', headcount: 2, fte: 0.1 }, { id: 'b', headcount: 1, fte: 0.2 })).toEqual([
      3,
      0.3,
      ['a', 'b'],
    ]);
    expect(await counted({ id: 'a', headcount: 1 }, { id: 'b', headcount: 1, fte: 0.2 })).toEqual([
      2,
      undefined,
      ['a', 'b'],
    ]);
    expect(await counted()).toEqual([0, undefined, []]);
  });

  test('and services that the register does not have are found', async () => {
    expect(await found([], { register: register([]), service: '9' })).toContain(
      'K302 The register has no service 9.',
    );
    const cases = ['north', 'south', 'south', 'east'].map((post) => aCase({ post }));
    const known = register([{ id: 'north', headcount: 1 }]);
    expect((await found(cases, { register: known })).filter((each) => each.startsWith('K302'))).toEqual([
      'K302 The register has no post east, which holds cases.',
      'K302 The register has no post south, which holds cases.',
    ]);
    expect((await found(cases)).filter((each) => each.startsWith('K302'))).toEqual([]);
  });
});

test('a field that the duties do not call for is returned where there was something to count', async () => {
  const register = {
    services: [{ id: '2', phase: 'one', duties: ['training'], spokes: [] }],
  } as unknown as NonNullable<CompileOptions['register']>;
  const { value } = await compiled([aCase({ gender: 'Female' }), aSession({ days: 1 })], {
    register,
    keeps: ['group-work'],
  });
  expect(value.youngPeople?.direct).toBe(1);
  expect(value.youngPeople?.gender).toMatchObject({ female: 1 });
  expect(value.withYoungPeople).toBeUndefined();
  expect(value.withProfessionals?.trainingSessions).toBe(1);
  expect(value.withProfessionals?.awarenessSessions).toBeUndefined();
  // Nothing was referred by any route, and nobody asks.
  expect(value.referrals).toEqual({ received: { unknown: 'not-known' } });
});

test('each cell says what its ids are of', async () => {
  const { lineage } = await compiled([
    aCase({ gender: 'Female', route: 'Police', closed: '2015-03-01', id: 'c' }),
    aConsultancy({ youngPerson: 'yp2' }),
    aSession({ days: 1, attending: 3 }),
    aSession({ activity: 'group-work', attended: ['a'] }),
    { kind: 'outcome', case: 'c', measure: 'Safer', first: 1, last: 2, better: 'higher' },
  ]);
  const kinds = (prefixes: RegExp) => [
    ...new Set(Object.entries(lineage).flatMap(([path, { of }]) => (prefixes.test(path) ? [of] : []))),
  ];
  expect(
    kinds(/^youngPeople\.(?!opened$)|^referrals\.(reported|route)|^withYoungPeople\.\w+GroupSession/),
  ).toEqual(['young people']);
  expect(kinds(/^youngPeople\.opened$|^referrals\.received|^outcomes/)).toEqual(['cases']);
  expect(kinds(/Sessions$|Attending$/)).toEqual(expect.arrayContaining(['sessions', 'consultancies']));
  expect(lineage['withProfessionals.consultancySessions']?.of).toBe('consultancies');
  expect(lineage['withProfessionals.trainingAttending']?.of).toBe('sessions');
});

test('each cell says by which rule it was counted', async () => {
  const { lineage } = await compiled([aCase({ id: 'c', gender: 'Female' }), aContact()]);
  expect(explainCell(lineage, 'youngPeople.gender.female')).toMatchObject({
    of: 'young people',
    ids: ['yp1'],
    label: 'Gender: Female',
    path: 'youngPeople.gender.female',
  });
  expect(explainCell(lineage, 'youngPeople.opened')).toMatchObject({ of: 'cases', ids: ['c'] });
  expect(explainCell(lineage, 'youngPeople.opened')?.rule).toMatch(
    /^Every time direct support began in the quarter\./,
  );
  for (const path of ['constructor', 'youngPeople', 'youngPeople.gender']) {
    expect(explainCell(lineage, path)).toBeUndefined();
  }
});

test('ids that look identifying are kept back from the lineage', async () => {
  const { lineage } = await compiled([
    aCase({ youngPerson: 'Anna Example' }),
    aCase({ youngPerson: 'yp2', opened: null }),
    aCase({ youngPerson: 'Bert Example', opened: null }),
  ]);
  const back = '(kept back: it looks like a name)';
  expect(lineage['youngPeople.direct' satisfies FieldId]).toEqual({
    of: 'young people',
    ids: [back],
    possible: [back, 'yp2'],
  });
  const several = ['b', 'a', 'c'].map((youngPerson) => aCase({ youngPerson, opened: null }));
  expect((await compiled(several)).lineage['youngPeople.direct']?.possible).toEqual(['a', 'b', 'c']);
});
