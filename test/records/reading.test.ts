import { finishReturn, mergePartialReturns, partialReturn } from 'hub-and-spoke';
import { describe, expect, test } from 'vitest';
import { aCase, aConsultancy, aContact, aSession, compiled, found } from './compiled.ts';

const which = { service: '2', quarter: '2015-Q1' } as const;

describe('which records are read for a quarter', () => {
  const kept = async (record: unknown) => (await partialReturn([record], which)).records.length;

  test.each([
    ['a case of long ago', aCase({ opened: '2010-01-01', closed: '2010-02-02' }), 1],
    ['a case of its last day', aCase({ opened: '2015-03-31' }), 1],
    ['a case of a later day', aCase({ opened: '2015-04-01', referred: '2015-04-01' }), 0],
    [
      'a case of a later day, recorded later',
      aCase({ opened: '2015-04-01', referred: '2015-04-01', recorded: '2015-04-01' }),
      0,
    ],
    ['a later case that was referred in it', aCase({ opened: '2015-04-01', referred: '2015-03-31' }), 1],
    [
      'a later case that was recorded in it',
      aCase({ opened: '2015-04-01', referred: '2015-04-01', recorded: '2015-03-31' }),
      1,
    ],
    ['a later case of unknown referral', aCase({ opened: '2015-04-01' }), 1],
    [
      'a later case that closes before it opens',
      aCase({ opened: '2016-04-02', referred: '2016-01-01', closed: '2016-04-01' }),
      1,
    ],
    ['a case of an unknown day', aCase({ opened: null, referred: '2015-04-01' }), 1],
    ['a case that never opened', aCase({ opened: 'never', referred: '2015-04-01' }), 1],
    [
      'a case opened on its last day and referred later',
      aCase({ opened: '2015-03-31', referred: '2015-04-01', recorded: '2015-04-01' }),
      1,
    ],
    ['an outcome', { kind: 'outcome', case: 'c', measure: 'm', better: 'higher' }, 1],
    ['a session of its first day', aSession({ date: '2015-01-01' }), 1],
    ['a session of its last day', aSession({ date: '2015-03-31' }), 1],
    ['a session of the day before', aSession({ date: '2014-12-31' }), 0],
    ['a session of the day after', aSession({ date: '2015-04-01' }), 0],
    ['a session of an unknown day', aSession({ date: null }), 1],
    ['a contact of the day after', aContact({ date: '2015-04-01' }), 0],
    ['a consultancy of the day before', aConsultancy({ date: '2014-12-31' }), 0],
  ] as const)('%s', async (_, record, expected) => {
    expect(await kept(record)).toBe(expected);
  });

  test('says of which kinds records were seen, and which could not be read', async () => {
    const seen = async (...records: readonly unknown[]) => {
      const { kinds, unread } = await partialReturn(records, which);
      return [kinds, unread];
    };
    expect(await seen(aCase(), aCase())).toEqual([['case'], []]);
    expect(await seen(aCase({ support: 'consultancy' }))).toEqual([['consultancy-case'], []]);
    expect(await seen(aCase({ support: null }))).toEqual([['case'], []]);
    expect(await seen(aSession({ activity: 'group-work', date: '2010-01-01' }), aContact())).toEqual([
      ['group-work', 'contact'],
      [],
    ]);
    expect(
      await seen({ kind: 'session', activity: 'training' }, { kind: 'contact' }, { kind: 'visit' }, 7, null),
    ).toEqual([[], ['training', 'contact', 'any']]);
    expect(await seen({ kind: 'session', activity: 'case' }, { kind: 'session' })).toEqual([
      [],
      ['case', 'any'],
    ]);
  });
});

describe('parts', () => {
  test('of different returns are a mistake, whether they differ in the service or in the quarter', async () => {
    const part = await partialReturn([], which);
    for (const [other, name] of [
      [{ ...which, service: '3' }, '"3 2015-Q1"'],
      [{ ...which, quarter: '2015-Q2' as const }, '"2 2015-Q2"'],
    ] as const) {
      const another = await partialReturn([], other);
      expect(() => mergePartialReturns(part, another)).toThrow(
        new RangeError(`mergePartialReturns: "2 2015-Q1" and ${name} are different returns`),
      );
      expect(() => finishReturn(part, other)).toThrow(
        new RangeError('finishReturn: the part is of another service or quarter'),
      );
    }
    await expect(partialReturn([], { service: '2', quarter: '2015-Q5' as never })).rejects.toThrow(
      new RangeError('partialReturn: "2015-Q5" is no quarter'),
    );
  });

  test('have together what each has, every kind once', async () => {
    const [one, other] = await Promise.all([
      partialReturn([aCase({ id: 'a' }), aSession({ id: 's' }), 7], which),
      partialReturn([aCase({ id: 'b' }), 7, { kind: 'contact' }], which),
    ]);
    const both = mergePartialReturns(one, other);
    expect(both).toMatchObject({ ...which, kinds: ['case', 'training'], unread: ['any', 'contact'] });
    expect(both.records.map((record) => ('id' in record ? record.id : ''))).toEqual(['a', 's', 'b']);
    expect(both.findings).toHaveLength(one.findings.length + other.findings.length);
  });
});

describe('records under one id', () => {
  const contradictions = async (...records: readonly unknown[]) =>
    (await found(records)).filter((each) => each.startsWith('K103'));

  test('that say the same, in any order and with or without what is not known, are one', async () => {
    const one = {
      kind: 'session',
      id: 's',
      activity: 'group-work',
      date: '2015-02-02',
      attended: ['a', 'b'],
    };
    const other = {
      attended: ['b', 'a', 'a'],
      days: null,
      date: '2015-02-02',
      activity: 'group-work',
      id: 's',
      kind: 'session',
    };
    expect(await contradictions(one, other)).toEqual([]);
    expect((await compiled([one, other])).value.withYoungPeople?.oneGroupSession).toBe(2);
    expect(await contradictions(one, { ...one, attended: ['a'] })).toEqual([
      'K103 Records of the kind session with the id s contradict each other.',
    ]);
  });

  test('may come from elsewhere with their entries in another order', async () => {
    const one = { kind: 'contact', id: 'x', youngPerson: 'yp1', date: '2015-02-02' } as const;
    const other = { date: '2015-02-02', youngPerson: 'yp1', id: 'x', kind: 'contact' } as const;
    const part = await partialReturn([], which);
    const { findings } = finishReturn({ ...part, records: [one, other] }, which);
    expect(findings.map(({ rule }) => rule)).not.toContain('K103');
  });

  test('of different kinds are different records', async () => {
    expect(
      await contradictions(aCase({ id: 'x' }), aContact({ id: 'x' }), aConsultancy({ id: 'x' })),
    ).toEqual([]);
  });

  test('are named by their case and measure where they are outcomes', async () => {
    const outcome = { kind: 'outcome', case: '1 2', measure: '3', first: 1, last: 2, better: 'higher' };
    expect(await contradictions(outcome, { ...outcome, case: '1', measure: '2 3', first: 3 })).toEqual([]);
    expect(await contradictions(outcome, { ...outcome, measure: 'd', first: 3 })).toEqual([]);
    expect(await contradictions(outcome, { ...outcome, first: 3 })).toEqual([
      'K103 Records of the kind outcome with the id 1 2 contradict each other.',
    ]);
  });

  test('that contradict each other are found in the order of their ids', async () => {
    const torn = ['b', 'a'].flatMap((id) => [aCase({ id }), aCase({ id, gender: 'Male' })]);
    expect(
      (await found(torn)).filter((each) => each.startsWith('K103')).map((each) => each.split(' ')[9]),
    ).toEqual(['a', 'b']);
  });
});
