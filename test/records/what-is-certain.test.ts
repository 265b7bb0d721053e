import { compileReturn, type CompileOptions } from 'hub-and-spoke';
import { describe, expect, test } from 'vitest';

const which: CompileOptions = { service: '2', quarter: '2015-Q1' };
const notKnown = { unknown: 'not-known' };
const aCase = (facts: object) => ({
  kind: 'case',
  id: 'c1',
  youngPerson: 'yp1',
  support: 'direct',
  ...facts,
});
const valueOf = async (records: readonly unknown[], options: Partial<CompileOptions> = {}) =>
  (await compileReturn(records, { ...which, ...options })).value;
const findings = async (...records: readonly unknown[]) =>
  (await compileReturn(records, which)).findings.map(({ rule, message }) => `${rule} ${message}`);

describe('what dates leave open is not certain', () => {
  test('an age band that a record without any date says', async () => {
    const { youngPeople } = await valueOf([aCase({ opened: null, closed: '2015-02-10', ageBand: '15-17' })]);
    expect(youngPeople?.age?.['15-17']).not.toBe(0);
    expect(youngPeople?.age?.['not-known']).not.toBe(1);
    const dated = await valueOf([aCase({ opened: '2015-01-10', closed: '2015-02-10', ageBand: '15-17' })]);
    expect(dated.youngPeople?.age).toMatchObject({ '15-17': 1, 'not-known': 0 });
  });

  test('which of two bands somebody is in whose age leaves both open, and whose band has no date', async () => {
    const aged = aCase({ opened: '2014-11-10', age: { years: 14, on: '2014-11-10' } });
    const banded = aCase({ id: 'c2', opened: null, closed: '2013-12-01', ageBand: '12-14' });
    const { youngPeople } = await valueOf([aged, banded], { quarter: '2015-Q2' });
    expect(youngPeople?.age?.['12-14']).toEqual(notKnown);
  });

  test('what such a record says of somebody who may be supported', async () => {
    const { youngPeople } = await valueOf([
      aCase({ support: null, opened: '2015-01-10' }),
      aCase({ id: 'c2', support: 'consultancy', opened: null, gender: 'female' }),
    ]);
    expect(youngPeople?.gender?.['not-known']).toEqual(notKnown);
  });

  test('what a case says that closes before it opens', async () => {
    const reversed = aCase({ id: 'c2', opened: '2015-02-10', closed: '2014-12-01', gender: 'female' });
    const { youngPeople, referrals } = await valueOf([aCase({ opened: '2015-01-01' }), reversed]);
    expect(youngPeople?.gender?.female).toEqual(notKnown);
    expect(youngPeople?.gender?.['not-known']).toEqual(notKnown);
    expect(referrals?.received).not.toBe(0);
    expect((await valueOf([reversed])).referrals?.received).toEqual(notKnown);
  });

  test('a case that closes before it was referred', async () => {
    const record = aCase({ opened: null, referred: '2015-05-15', closed: '2015-02-01' });
    for (const quarter of ['2015-Q1', '2015-Q2'] as const)
      expect((await valueOf([record], { quarter })).youngPeople?.direct).toEqual(notKnown);
    expect(await findings(record)).toContain('K201 Case c1 closes before it was referred.');
    expect(await findings(aCase({ opened: '2015-02-10', closed: '2014-12-01' }))).toContain(
      'K201 Case c1 closes before it opens.',
    );
  });
});

describe('people whom consultancies are about', () => {
  const consultancy = (id: string, date: string, youngPerson: string) => ({
    kind: 'consultancy',
    id,
    date,
    youngPerson,
  });
  const base = { base: 'direct-and-indirect' } as const;
  const seen = [aCase({ opened: '2015-01-10', gender: 'female' }), consultancy('k1', '2015-02-02', 'yp2')];

  test.each<[string, readonly unknown[]]>([
    ['cannot be read', [consultancy('k2', '02/02/2015', 'yp3')]],
    [
      'contradict each other',
      [consultancy('k2', '2015-02-02', 'yp3'), consultancy('k2', '2015-02-03', 'yp4')],
    ],
  ])('may be of any category, where records of some %s', async (_, more) => {
    const { youngPeople } = await valueOf([...seen, ...more], base);
    expect(youngPeople?.indirect).toEqual(notKnown);
    expect(youngPeople?.gender).toEqual({
      female: { atLeast: 1 },
      male: notKnown,
      'not-known': { atLeast: 1 },
    });
    expect((await valueOf(seen, base)).youngPeople?.gender).toEqual({ female: 1, male: 0, 'not-known': 1 });
  });
});

describe('cases alone', () => {
  test('do not say how many consultancies there were', async () => {
    const value = await valueOf([aCase({ support: 'consultancy', opened: '2015-01-10' })]);
    expect(value.youngPeople?.indirect).toEqual(notKnown); // nobody knows who is directly supported
    expect(value.withProfessionals).toBeUndefined();
    const kept = await valueOf([aCase({ support: 'consultancy', opened: '2015-01-10' })], {
      keeps: ['case', 'consultancy'],
    });
    expect(kept.youngPeople?.indirect).toBe(1);
    expect(kept.withProfessionals?.consultancySessions).toBe(0);
  });

  test('of an unknown kind show no consultancy', async () => {
    const value = await valueOf([aCase({ support: null, opened: '2014-01-10', closed: '2014-02-01' })]);
    expect(value.youngPeople).not.toHaveProperty('indirect');
    expect(value.withProfessionals).toBeUndefined();
  });
});

describe('records without a date that contradict others', () => {
  const dated = aCase({ opened: '2015-01-10', gender: 'female', route: 'Police' });
  const undated = aCase({ id: 'c2', opened: null, closed: '2015-02-10', gender: 'male', route: 'School' });

  test('may be right, wrong, or of the same day', async () => {
    const { youngPeople } = await valueOf([dated, undated]);
    expect(youngPeople?.gender).toMatchObject({ female: notKnown, male: notKnown, 'not-known': notKnown });
    expect(await findings(dated, undated)).toContain(
      'K205 Of yp1, records of one day, or of none, contradict each other: gender.',
    );
    for (const recorded of ['2014-02-01', '2015-01-10', '2015-02-01', '2015-05-01']) {
      const world = await valueOf([dated, { ...undated, recorded }]);
      const counts = Object.values(world.youngPeople?.gender ?? {});
      expect(counts.filter((count) => count === 1)).toHaveLength(1);
    }
  });

  test('leave what all of them say certain', async () => {
    const { youngPeople } = await valueOf([dated, { ...undated, gender: 'F' }]);
    expect(youngPeople?.gender).toMatchObject({ female: 1, 'not-known': 0 });
  });

  test('may have come after the quarter, the route as well as everything else', async () => {
    const { referrals } = await valueOf([undated]);
    expect(referrals?.reported).toEqual(notKnown);
    expect(referrals?.route?.schools).toEqual(notKnown);
    const later = await valueOf([{ ...undated, recorded: '2015-05-01' }]);
    expect(later.referrals?.reported).toBe(0);
    const inTime = await valueOf([{ ...undated, recorded: '2015-02-01' }]);
    expect(inTime.referrals).toMatchObject({ reported: 1, route: { schools: 1 } });
  });
});

describe('an age of which the last record leaves two bands open', () => {
  const born = aCase({ opened: '2014-01-10', closed: '2014-02-01', dateOfBirth: '1994-01-01' });
  const last = aCase({ id: 'c2', opened: '2015-01-10', age: { years: 14, on: '2015-01-10' } });

  test('is not that of an earlier one which is neither', async () => {
    const { youngPeople } = await valueOf([born, last]);
    expect(youngPeople?.age).toMatchObject({ '18-plus': 0, 'not-known': 1 });
  });

  test('is that of an earlier one which is one of the two', async () => {
    const fitting = { ...born, dateOfBirth: '2000-02-01' };
    const { youngPeople } = await valueOf([fitting, last]);
    expect(youngPeople?.age).toMatchObject({ '15-17': 1, 'not-known': 0 });
  });

  test('is not known where the last date of birth is yet to come', async () => {
    const { youngPeople } = await valueOf([
      born,
      aCase({ id: 'c2', opened: '2015-01-10', dateOfBirth: '2016-01-01' }),
    ]);
    expect(youngPeople?.age).toMatchObject({ '18-plus': 0, 'not-known': 1 });
  });
});

describe('an outcome', () => {
  const outcome = (of: string, facts: object = {}) => ({
    kind: 'outcome',
    case: of,
    measure: 'Missing',
    first: 8,
    last: 2,
    better: 'lower',
    ...facts,
  });
  const moved = (day: string) => [
    aCase({ opened: '2014-10-01', closed: day }),
    aCase({ id: 'c2', opened: day, closed: '2015-02-10' }),
    outcome('c1'),
  ];

  test.each(['2014-12-30', '2014-12-31', '2015-01-01', '2015-01-20'])(
    'is not lost where its case was continued by another on %s',
    async (day) => {
      const { outcomes } = await valueOf(moved(day));
      expect(outcomes).toMatchObject({ casesClosed: 1, atClose: { Missing: { improved: 1 } } });
      const before = await valueOf(moved(day), { quarter: '2014-Q4' });
      expect(before.outcomes).toMatchObject({ casesClosed: 0 });
    },
  );

  test('of support that had ended is not that of support which began later', async () => {
    const { outcomes } = await valueOf([
      aCase({ opened: '2014-10-01', closed: '2014-12-20' }),
      aCase({ id: 'c2', opened: '2014-12-31', closed: '2015-02-10' }),
      outcome('c1'),
      outcome('c2', { measure: 'Safer' }),
    ]);
    expect(outcomes?.atClose).toEqual({ Safer: { improved: 1, unchanged: 0, worse: 0, 'not-recorded': 0 } });
  });

  test('of a case whose dates are not known may be of the quarter', async () => {
    const { outcomes } = await valueOf([aCase({ opened: null, closed: '2015-02-10' }), outcome('c1')]);
    expect(outcomes?.atClose?.Missing?.improved).toEqual(notKnown);
  });
});

describe('who is counted by contacts', () => {
  test('may be anybody of a consultancy where no contacts were kept', async () => {
    const records = [
      aCase({ opened: '2015-01-10' }),
      { kind: 'consultancy', id: 'k1', youngPerson: 'yp1', date: '2015-02-01' },
    ];
    const { youngPeople } = await valueOf(records, { direct: 'contact' });
    expect(youngPeople?.direct).toBeUndefined();
    expect(youngPeople?.indirect).toEqual(notKnown);
    const contact = { kind: 'contact', id: 't1', youngPerson: 'yp1', date: '2015-02-01' };
    const kept = await valueOf([...records, contact], { direct: 'contact' });
    expect(kept.youngPeople).toMatchObject({ direct: 1, indirect: 0 });
    // Whose cases are open is said of cases, not of those whom somebody met.
    expect(Object.keys(kept.youngPeople ?? {})).not.toContain('openAtStart');
    expect(Object.keys(kept.youngPeople ?? {})).not.toContain('openAtEnd');
  });

  test('without a date may fall within any case of the quarter', async () => {
    const contact = { kind: 'contact', id: 't1', youngPerson: 'yp1', date: null };
    const within = aCase({ opened: '2015-01-10', closed: '2015-02-10' });
    expect(await findings(within, contact)).not.toContainEqual(expect.stringContaining('K204'));
    const before = aCase({ opened: '2014-01-10', closed: '2014-02-10' });
    expect(await findings(before, contact)).toContainEqual(expect.stringContaining('K204'));
  });
});

describe('how a case stood as it closed', () => {
  const spring = { quarter: '2015-Q2' } as const;
  const reading = { kind: 'outcome', case: 'c1', measure: 'safety', first: 1, last: 2, better: 'higher' };
  const before = (support: string | null) => aCase({ support, opened: '2014-12-31', closed: '2015-03-30' });
  const after = (facts: object = {}) =>
    aCase({ id: 'c2', opened: '2015-01-01', closed: '2015-06-29', ...facts });
  const others = [
    aCase({ id: 'c3', youngPerson: 'yp2', opened: '2015-04-02', closed: '2015-06-29' }),
    { ...reading, case: 'c3', last: 0 },
  ];

  test.each<readonly [support: string | null, safety: object]>([
    ['direct', { improved: 1, worse: 1, 'not-recorded': 0 }],
    ['consultancy', { improved: 0, worse: 1, 'not-recorded': 1 }],
    [null, { improved: notKnown, worse: { atLeast: 1 }, 'not-recorded': notKnown }],
  ])('is said by an earlier case of %s support as far as that is known', async (support, safety) => {
    const { outcomes } = await valueOf([before(support), after(), reading, ...others], spring);
    expect(outcomes?.casesClosed).toBe(2);
    expect(outcomes?.atClose?.safety).toMatchObject(safety);
  });

  test('may be said by an earlier case that one without a day may continue', async () => {
    const { outcomes } = await valueOf([before('direct'), after({ opened: null }), reading], spring);
    expect(outcomes?.atClose?.safety).toMatchObject({ improved: notKnown });
  });

  test('is asked of nobody for certain where only a case without days has the measure', async () => {
    const closed = aCase({ opened: '2014-12-31', closed: '2015-01-01' });
    const doubtful = aCase({ id: 'c5', youngPerson: 'yp2', closed: 'not-known' });
    const { outcomes } = await valueOf([closed, doubtful, { ...reading, case: 'c5' }]);
    expect(outcomes?.atClose?.safety?.['not-recorded']).toEqual(notKnown);
  });
});
