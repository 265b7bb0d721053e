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
