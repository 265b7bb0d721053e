import {
  checkReturn,
  compileReturn,
  countingRules,
  explainCell,
  fields,
  summarise,
  figureAt,
  type CompileOptions,
  type Register,
  type ServiceRecord,
} from 'hub-and-spoke';
import { register } from 'hub-and-spoke/year-two';
import { describe, expect, test } from 'vitest';

type CaseFacts = Partial<Extract<ServiceRecord, { kind: 'case' }>>;
let number = 0;
const aCase = (facts: CaseFacts): ServiceRecord => ({
  kind: 'case',
  id: `c${(number += 1)}`,
  youngPerson: 'yp1',
  support: 'direct',
  opened: '2015-02-02',
  ...facts,
});
const compiled = (records: readonly unknown[], options: Partial<CompileOptions> = {}) =>
  compileReturn(records, { service: '2', quarter: '2015-Q1', ...options });
const people = async (records: readonly unknown[], options: Partial<CompileOptions> = {}) =>
  (await compiled(records, options)).value.youngPeople;

describe('who receives direct support in the quarter', () => {
  test.each([
    ['a case open on the first day alone', { opened: '2014-10-01', closed: '2015-01-01' }, 1],
    ['a case closed the day before', { opened: '2014-10-01', closed: '2014-12-31' }, 0],
    ['a case opened on the last day', { opened: '2015-03-31' }, 1],
    ['a case opened the day after', { opened: '2015-04-01' }, 0],
    ['a case of consultancy', { support: 'consultancy' }, 0],
    ['a case opened on an unknown day and closed in the quarter', { opened: null, closed: '2015-02-02' }, 1],
    ['a case opened on an unknown day and open', { opened: null }, { unknown: 'not-known' }],
    [
      'a case closed on an unknown day',
      { opened: '2014-10-01', closed: 'not-known' },
      { unknown: 'not-known' },
    ],
    ['a case opened in the quarter and closed on an unknown day', { closed: 'not-known' }, 1],
    ['a case of unknown kind', { support: null }, { unknown: 'not-known' }],
  ] as const)('%s', async (_, facts, expected) => {
    expect((await people([aCase(facts)], { keeps: ['case'] }))?.direct).toEqual(expected);
  });

  test('each young person once, however many cases, moves or referrals', async () => {
    const records = [
      aCase({ opened: '2014-11-03', closed: '2015-01-20', post: 'north' }),
      aCase({ opened: '2015-01-20', closed: '2015-02-27', post: 'south' }),
      aCase({ opened: '2015-03-16' }),
      aCase({ youngPerson: 'yp2' }),
    ];
    const { value } = await compiled(records);
    expect(value.youngPeople).toMatchObject({
      direct: 2,
      openAtStart: 1,
      opened: 2,
      openAtEnd: 2,
      newInPeriod: 1,
    });
    expect(value.outcomes?.casesClosed).toBe(1);
  });

  test('or, if asked for, whoever had a contact', async () => {
    const records = [
      aCase({}),
      aCase({ youngPerson: 'yp2' }),
      { kind: 'contact', id: 't1', youngPerson: 'yp2', date: '2015-03-31' },
    ];
    expect((await people(records, { direct: 'contact' }))?.direct).toBe(1);
  });

  test('somebody unknown beside somebody known makes the count incomplete', async () => {
    const records = [
      aCase({ gender: 'Female' }),
      aCase({ youngPerson: 'yp2', opened: null, gender: 'Female' }),
    ];
    const value = await people(records);
    expect(value?.direct).toEqual({ atLeast: 1 });
    expect(value?.gender).toEqual({ female: { atLeast: 1 }, male: 0, 'not-known': { unknown: 'not-known' } });
  });
});

describe('indirect support', () => {
  test('everyone discussed, once, and without the directly supported', async () => {
    const records = [
      aCase({}),
      aCase({ youngPerson: 'yp2', support: 'consultancy' }),
      { kind: 'consultancy', id: 'k1', date: '2015-01-05', youngPerson: 'yp2' },
      { kind: 'consultancy', id: 'k2', date: '2015-01-06', youngPerson: 'yp3' },
      { kind: 'consultancy', id: 'k3', date: '2015-01-07', youngPerson: 'yp1' },
    ];
    const { value, lineage } = await compiled(records);
    expect(value.youngPeople?.indirect).toBe(2);
    expect(value.withProfessionals?.consultancySessions).toBe(3);
    expect(explainCell(lineage, 'youngPeople.indirect')?.ids).toEqual(['yp2', 'yp3']);
    const both = await compiled(records, { base: 'direct-and-indirect' });
    expect(both.value.youngPeople?.gender).toEqual({ female: 0, male: 0, 'not-known': 3 });
  });

  test('someone whom nobody named makes it incomplete', async () => {
    const records = [
      aCase({}),
      { kind: 'consultancy', id: 'k1', date: '2015-01-05' },
      { kind: 'consultancy', id: 'k2', date: '2015-01-05', youngPerson: 'yp9' },
    ];
    expect((await people(records))?.indirect).toEqual({ atLeast: 1 });
  });
});

describe('age, on a declared day', () => {
  const born = (dateOfBirth: string) => aCase({ dateOfBirth });
  test.each([
    ['15 on the last day', born('2000-03-31'), 'last-day', '15-17'],
    ['15 the day after it', born('2000-04-01'), 'last-day', '12-14'],
    ['14 on the first day, 15 on the last', born('2000-02-02'), 'first-day', '12-14'],
    ['an age on the day', aCase({ age: { years: 17, on: '2015-03-31' } }), 'last-day', '15-17'],
    ['17 three months before', aCase({ age: { years: 17, on: '2014-12-31' } }), 'last-day', 'not-known'],
    ['15 three months before', aCase({ age: { years: 15, on: '2014-12-31' } }), 'last-day', '15-17'],
    ['17 a year before to the day', aCase({ age: { years: 17, on: '2014-03-31' } }), 'last-day', '18-plus'],
    ['a band', aCase({ ageBand: 'under-12' }), 'last-day', 'under-12'],
    ['nothing', aCase({}), 'last-day', 'not-known'],
    ['a birth in the future', born('2016-01-01'), 'last-day', 'not-known'],
  ] as const)('%s', async (_, record, ageOn, band) => {
    const { value, findings } = await compiled([record], { ageOn });
    expect(value.youngPeople?.age).toMatchObject({ [band]: 1 });
    expect(findings.map(({ rule }) => rule).includes('K206')).toBe(
      record.kind === 'case' && record.dateOfBirth === '2016-01-01',
    );
  });
});

describe('characteristics that change', () => {
  test('what was last recorded by the end of the quarter counts', async () => {
    const records = [
      aCase({ gender: 'Female', ethnicity: 'White UK', recorded: '2014-11-01' }),
      aCase({ gender: 'Male', recorded: '2015-02-02' }),
      aCase({ gender: 'Female', recorded: '2015-05-05' }),
    ];
    const value = await people(records);
    expect(value?.gender).toMatchObject({ male: 1, female: 0 });
    expect(value?.ethnicity).toMatchObject({ 'white-uk': 1 });
  });

  test('records of one day that contradict each other are not known, and found', async () => {
    const records = [
      aCase({ gender: 'Female', recorded: '2015-02-02' }),
      aCase({ gender: 'Male', recorded: '2015-02-02' }),
    ];
    const { value, findings } = await compiled(records);
    expect(value.youngPeople?.gender).toMatchObject({ 'not-known': 1 });
    expect(findings.map(({ rule }) => rule)).toContain('K205');
  });

  test('a new category is one; what can be no category is not known, and found', async () => {
    const records = [aCase({ ethnicity: 'Chinese' }), aCase({ youngPerson: 'yp2', ethnicity: '__proto__' })];
    const { value, findings } = await compiled(records);
    expect(value.youngPeople?.ethnicity).toMatchObject({ Chinese: 1, 'not-known': 1 });
    expect(findings.map(({ rule }) => rule)).toContain('K104');
  });
});

describe('sessions', () => {
  const session = (facts: object) => ({
    kind: 'session',
    id: `s${(number += 1)}`,
    date: '2015-02-02',
    activity: 'training',
    attending: 5,
    ...facts,
  });
  test('half a day exactly is awareness, more is training, and the length decides', async () => {
    const { value, findings } = await compiled([
      session({ days: 0.5 }),
      session({ days: 0.51 }),
      session({ activity: 'awareness-with-professionals', days: 1 }),
      session({ activity: 'awareness-with-professionals' }),
      session({}),
      session({ date: '2015-04-01' }),
    ]);
    expect(value.withProfessionals).toMatchObject({
      awarenessSessions: 2,
      awarenessAttending: 10,
      trainingSessions: 3,
      trainingAttending: 15,
    });
    expect(findings.filter(({ rule }) => rule === 'K202')).toHaveLength(2);
  });

  test('attendance that is not known makes the sum incomplete', async () => {
    const { value } = await compiled([session({ days: 1, attending: null }), session({ days: 1 })]);
    expect(value.withProfessionals?.trainingAttending).toEqual({ atLeast: 5 });
  });

  test('one group session against more than one', async () => {
    const group = (attended: readonly string[] | null, attending: number | null = null) =>
      session({ activity: 'group-work', attended, attending });
    const named = await compiled([group(['a', 'b', 'b']), group(['b', 'c'], 2)]);
    expect(named.value.withYoungPeople).toMatchObject({ oneGroupSession: 2, moreGroupSessions: 1 });
    expect(explainCell(named.lineage, 'withYoungPeople.moreGroupSessions')?.ids).toEqual(['b']);
    const unnamed = await compiled([group(['a', 'b']), group(['b'], 4)]);
    expect(unnamed.value.withYoungPeople).toMatchObject({
      oneGroupSession: { unknown: 'not-known' },
      moreGroupSessions: { atLeast: 1 },
    });
  });
});

describe('outcomes at close', () => {
  test('by measure, of every time support ended; not recorded where a reading is missing', async () => {
    const closed = (youngPerson: string, id: string) => aCase({ youngPerson, id, closed: '2015-03-01' });
    const outcome = (
      id: string,
      measure: string,
      first: number | null,
      last: number | null,
      better = 'higher',
    ) => ({ kind: 'outcome', case: id, measure, first, last, better });
    const { value, lineage } = await compiled([
      closed('yp1', 'x1'),
      closed('yp2', 'x2'),
      closed('yp3', 'x3'),
      outcome('x1', 'safety', 2, 5),
      outcome('x2', 'safety', 2, null),
      outcome('x3', 'risk', 2, 5, 'lower'),
    ]);
    expect(value.outcomes).toEqual({
      casesClosed: 3,
      atClose: {
        safety: { improved: 1, unchanged: 0, worse: 0, 'not-recorded': 2 },
        risk: { improved: 0, unchanged: 0, worse: 1, 'not-recorded': 2 },
      },
    });
    expect(explainCell(lineage, 'outcomes.atClose.safety.improved')?.ids).toEqual(['x1']);
  });
});

describe('what is not among the records', () => {
  test('is not returned as none, unless the service says that it keeps them', async () => {
    const { value, findings } = await compiled([aCase({})]);
    expect(value.withProfessionals).toBeUndefined();
    expect(findings.map(({ rule }) => rule)).toEqual(['K301', 'K301', 'K301', 'K301']);
    const kept = await compiled([aCase({})], { keeps: ['training', 'group-work'] });
    expect(kept.value.withProfessionals).toMatchObject({ awarenessSessions: 0, trainingAttending: 0 });
    expect(kept.value.withYoungPeople).toEqual({ oneGroupSession: 0, moreGroupSessions: 0 });
  });

  test('what the duties do not call for is left out', async () => {
    const services = register.services.map((service) => ({
      ...service,
      duties: ['training', 'case-consultancy'] as const,
    }));
    const only: Register = { ...register, services };
    const { value } = await compiled(
      [{ kind: 'session', id: 's1', activity: 'training', date: '2015-02-02', attending: 4 }],
      {
        register: only,
        keeps: ['case'],
      },
    );
    expect(value.youngPeople?.direct).toBeUndefined();
    expect(value.withProfessionals?.trainingSessions).toBe(1);
    expect(value.spokes?.headcount).toBeGreaterThan(0);
  });
});

describe('records that cannot be', () => {
  test('a case that closes before it opens is found, and its dates are not known', async () => {
    const { value, findings } = await compiled([aCase({ opened: '2015-02-02', closed: '2015-01-02' })]);
    expect(value.youngPeople?.direct).toEqual({ unknown: 'not-known' });
    expect(findings.map(({ rule }) => rule)).toContain('K201');
  });

  test('records with one id that contradict each other are found, and none of them counts', async () => {
    const one = aCase({ gender: 'Female' });
    const { value, findings } = await compiled([
      one,
      { ...one, gender: 'Male' },
      { ...one, gender: 'Male', route: null },
    ]);
    expect(value.youngPeople?.direct).toEqual({ unknown: 'not-known' });
    expect(findings.filter(({ rule }) => rule === 'K103')).toHaveLength(1);
  });

  test('what could not be read leaves no count exact that it may belong to', async () => {
    const training = { kind: 'session', activity: 'training', days: 1, attending: 3 };
    const { value } = await compiled([
      { ...training, id: 's1', date: '2015-02-02' },
      { ...training, id: 's2', date: '02/02/2015' },
      aCase({ gender: 'Female' }),
    ]);
    expect(value.withProfessionals).toMatchObject({
      trainingSessions: { atLeast: 1 },
      trainingAttending: { atLeast: 3 },
    });
    expect(value.youngPeople).toMatchObject({ direct: 1, gender: { female: 1 } });
    const noCase = await compiled([
      aCase({ gender: 'Female' }),
      aCase({ youngPerson: 'yp2', opened: 'in May' }),
    ]);
    expect(noCase.value.youngPeople).toMatchObject({
      direct: { atLeast: 1 },
      gender: { female: { unknown: 'not-known' } },
    });
  });

  test('a referral that led to nothing is received, and nobody is supported', async () => {
    const { value, findings } = await compiled([
      aCase({ opened: 'never', referred: '2015-02-01', closed: '2015-02-10' }),
    ]);
    expect(value.youngPeople?.direct).toBe(0);
    expect(value.referrals?.received).toBe(1);
    expect(findings.map(({ rule }) => rule)).not.toContain('K201');
  });

  test('what is no plain data is found, and what it says is not repeated', async () => {
    const hostile = [
      {
        get kind(): string {
          throw new Error('Anna Example');
        },
      },
      new Proxy(
        {},
        {
          ownKeys: () => {
            throw new Error('Anna Example');
          },
        },
      ),
      { ...aCase({}), 'Anna Example 07700 900123': 1 },
    ];
    const { findings } = await compiled(hostile);
    expect(findings.filter(({ rule }) => rule === 'K101').length).toBeGreaterThan(1);
    expect(JSON.stringify(findings)).not.toContain('Anna');
  });

  test('anything else is found, without showing what is in it', async () => {
    const secret = 'Anna Example';
    const inputs = [
      null,
      7,
      'text',
      [],
      { kind: 'visit' },
      { ...aCase({}), name: secret },
      aCase({ opened: '2015-02-30' }),
      aCase({ gender: 'x'.repeat(101) }),
    ];
    const { value, findings } = await compiled(inputs);
    expect(value.youngPeople).toBeUndefined();
    expect(findings.filter(({ rule }) => rule === 'K101')).toHaveLength(5); // what is the same is said once
    expect(JSON.stringify(findings)).not.toContain(secret);
  });

  test.each([
    ['a name', 'Anna Example'],
    ['a name', 'Example, Anna'],
    ['a name', 'anna.example'],
    ['an e-mail address', 'anna@example.org'],
    ['a phone number', '07700 900123'],
    ['an NHS number', '943 476 5919'],
    ['a date of birth beside a postcode', '29.02.2000 ZZ99 3WZ'],
  ])('%s for an id is found, and shown nowhere', async (looks, id) => {
    const { value, lineage, findings } = await compiled([aCase({ youngPerson: id, gender: 'Female' })]);
    expect(value.youngPeople?.direct).toBe(1);
    expect(findings.find(({ rule }) => rule === 'K102')?.message).toContain(looks);
    expect(JSON.stringify([value, lineage, findings])).not.toContain(id);
    expect(explainCell(lineage, 'youngPeople.direct')?.ids).toHaveLength(1);
  });

  test('codes of the lists and plain pseudonyms are not taken for names', async () => {
    const { findings } = await compiled([
      aCase({
        youngPerson: 'YP-0017',
        id: '20150202/3',
        ethnicity: 'White British',
        gender: 'Female',
        area: 'North West',
      }),
    ]);
    expect(findings.map(({ rule }) => rule)).not.toContain('K102');
  });

  test('a wrong call throws', async () => {
    await expect(compileReturn([], { service: '2', quarter: '2015-Q5' as never })).rejects.toThrow(
      RangeError,
    );
  });
});

test('four quarters of records make exact yearly people', async () => {
  const records = [
    aCase({ youngPerson: 'a', opened: '2015-01-05', closed: '2015-05-05' }),
    aCase({ youngPerson: 'b', opened: '2015-02-05' }),
    aCase({ youngPerson: 'c', opened: '2015-08-05', closed: '2015-09-01' }),
    aCase({ youngPerson: 'c', opened: '2015-11-05' }),
  ];
  const quarters = ['2015-Q1', '2015-Q2', '2015-Q3', '2015-Q4'] as const;
  const returns = await Promise.all(
    quarters.map(async (quarter) => (await compiled(records, { quarter })).value),
  );
  const direct = figureAt(summarise(returns), { path: 'youngPeople.direct' });
  expect([direct?.low, direct?.high]).toEqual([3, 3]);
});

test('records of an asynchronous source are read in one pass', async () => {
  let read = 0;
  async function* source() {
    for (let index = 0; index < 1000; index += 1) {
      read += 1;
      yield await Promise.resolve(aCase({ youngPerson: `yp${index}` }));
    }
  }
  const { value } = await compileReturn(source(), { service: '2', quarter: '2015-Q1' });
  expect([value.youngPeople?.direct, read]).toEqual([1000, 1000]);
  expect(checkReturn(value).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('every field that is made of records has its rule of counting', () => {
  const unmade = fields
    .filter(({ id }) => !countingRules.some(({ field }) => field === id))
    .map(({ id }) => id);
  expect(unmade).toEqual(['youngPeople.total', 'youngPeople.base', 'youngPeople.waiting']);
});
