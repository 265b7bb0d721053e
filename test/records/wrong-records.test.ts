import { partialReturn } from 'hub-and-spoke';
import { describe, expect, test } from 'vitest';
import { aCase, aContact, aSession, compiled, found } from './compiled.ts';

const which = { service: '2', quarter: '2015-Q1' } as const;

describe('what is wrong with a record', () => {
  const wrong = async (record: unknown) => (await found([record])).filter((each) => each.startsWith('K101'));

  test.each([
    [{ kind: 'case', id: 'x' }, 'Record "x" cannot be read: youngPerson is to be string'],
    [
      aCase({ id: 'x', opened: '2015-02-30' }),
      'Record "x" cannot be read: opened is to be a day such as 2015-03-31',
    ],
    [
      aContact({ id: 'x', date: 'soon' }),
      'Record "x" cannot be read: date is to be a day such as 2015-03-31',
    ],
    [
      { ...aSession({ id: 'x' }), activity: 'trip' },
      'Record "x" cannot be read: activity is to be awareness-with-young-people or group-work or awareness-with-professionals or training',
    ],
    [
      aSession({ id: 'x', days: 61 }),
      'Record "x" cannot be read: days is not as long or as large as it may be',
    ],
    [{ kind: 'visit', id: 'x' }, 'Record "x" cannot be read: its kind is none of the kinds'],
    [7, 'A record without an id that can be shown cannot be read: the record is to be object'],
    [
      { kind: 'contact', id: 'x'.repeat(60) },
      `Record "${'x'.repeat(56)}… cannot be read: youngPerson is to be string`,
    ],
    [
      aCase({ id: 'x', age: { years: 1.5, on: '2015-01-01' } }),
      'Record "x" cannot be read: age.years is to be int',
    ],
    [
      { ...aContact({ id: 'x' }), anna_example: 1 },
      'Record "x" cannot be read: records have no such entries',
    ],
    [{ ...aContact({ id: 'x' }), '1st': 1 }, 'Record "x" cannot be read: records have no such entries'],
    [
      { ...aContact({ id: 'x' }), ['k'.repeat(41)]: 1 },
      'Record "x" cannot be read: records have no such entries',
    ],
    [
      { kind: 'contact', id: 'x'.repeat(61) },
      'A record without an id that can be shown cannot be read: youngPerson is to be string',
    ],
    [
      { kind: 'contact', id: 'Anna Example' },
      'A record without an id that can be shown cannot be read: youngPerson is to be string',
    ],
    [
      { ...aContact({ id: 'x' }), note: 1, 'Anna Example': 1, other: 2 },
      'Record "x" cannot be read: records have no note, such entries, other',
    ],
  ] as const)('is said without showing it, %#', async (record, message) => {
    expect(await wrong(record)).toEqual([`K101 ${message}.`]);
  });

  test('is said of at most five entries, each thing once', async () => {
    const [message = ''] = await wrong({
      kind: 'case',
      id: 1,
      youngPerson: 1,
      support: 1,
      referred: 1,
      route: 1,
      opened: 1,
    });
    expect(message.split(';')).toHaveLength(5);
    const [same = ''] = await wrong(aSession({ id: 'x', activity: 'group-work', attended: [7, 7] as never }));
    expect(same.split(';')).toHaveLength(2);
  });
});

describe('what looks identifying', () => {
  const looks = async (record: unknown) => (await found([record])).filter((each) => each.startsWith('K102'));

  test.each([
    [aCase({ id: 'Anna Example' }), 'case: its id looks like a name'],
    [aCase({ youngPerson: 'Anna Example' }), 'case: its youngPerson looks like a name'],
    [
      { kind: 'outcome', case: 'Anna Example', measure: 'm', better: 'higher' },
      'outcome: its case looks like a name',
    ],
    [
      { kind: 'outcome', case: 'c', measure: 'someone@example.org', better: 'higher' },
      'outcome: its measure looks like an e-mail address',
    ],
    ...(['route', 'gender', 'ethnicity', 'living', 'sexuality', 'disability', 'post', 'area'] as const).map(
      (key) => [aCase({ [key]: '07700 900123' }), `case: its ${key} looks like a phone number`] as const,
    ),
    [aSession({ attended: ['a1', 'Anna Example'] }), 'session: attended names people'],
    ...(['area', 'post', 'id', 'youngPerson'] as const).map(
      (key) =>
        [
          aCase({ [key]: 'ZZ99 3WZ', dateOfBirth: '2000-02-29' }),
          'case: a postcode stands beside a date of birth',
        ] as const,
    ),
    [
      aCase({ id: 'Anna Example', route: '07700 900123' }),
      'case: its id looks like a name; its route looks like a phone number',
    ],
  ] as const)('is found, and not shown, %#', async (record, message) => {
    expect(await looks(record)).toEqual([`K102 In a record of the kind ${message}.`]);
  });

  test('is nothing in plain records', async () => {
    expect(await looks(aCase({ area: 'ZZ99 3WZ' }))).toEqual([]);
    expect(await looks(aCase({ dateOfBirth: '2000-02-29', area: 'North' }))).toEqual([]);
    expect(await looks(aSession({ attended: ['a1', 'a2'] }))).toEqual([]);
    // A route may be words: only ids are asked whether they are names.
    expect(await looks(aCase({ route: 'Youth Club' }))).toEqual([]);
  });
});

test('what runs code of its own is no plain data', async () => {
  const throwing = {
    get kind(): string {
      throw new Error('x');
    },
  };
  expect(await found([throwing])).toEqual(['K101 A record cannot be read: it is no plain data.']);
  expect((await partialReturn([throwing], which)).unread).toEqual(['any']);
});

test('what is found comes with what is most serious first, then by rule, and each once', async () => {
  const records = [
    aContact({ youngPerson: 'yp9', id: 'x' }),
    aCase(),
    7,
    7,
    { ...aSession({ id: 's', activity: 'awareness-with-professionals', days: 1 }) },
  ];
  const findings = await compiled(records, {
    keeps: ['consultancy', 'group-work', 'awareness-with-young-people'],
  });
  expect(findings.findings.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
    'error K101',
    'query K204',
    'advice K202',
  ]);
});
