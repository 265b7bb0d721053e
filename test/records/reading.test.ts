import {
  cellsOf,
  finishReturn,
  mergePartialReturns,
  partialReturn,
  type CompileOptions,
  type RecordKind,
} from 'hub-and-spoke';
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
    expect(await seen(aCase({ support: 'consultancy' }))).toEqual([['consultancy'], []]);
    expect(await seen(aCase({ support: null }))).toEqual([['case', 'consultancy'], []]);
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

describe('what records that could not be read leave', () => {
  const sound = [
    aCase({ gender: 'Female', closed: '2015-03-01', referred: '2015-02-01', route: 'Police', id: 'c' }),
    aConsultancy({ youngPerson: 'yp2' }),
    aSession({ activity: 'awareness-with-young-people', attending: 3 }),
    aSession({ activity: 'group-work', attended: ['a'] }),
    aSession({ activity: 'group-work', attended: ['b', 'c'] }),
    aSession({ activity: 'group-work', attended: ['b'] }),
    aSession({ days: 1, attending: 4 }),
    aSession({ days: 0.5, attending: 5 }),
    { kind: 'outcome', case: 'c', measure: 'Safer', first: 1, last: 2, better: 'higher' },
  ];
  /** The cells that are exact with sound records alone and are not beside a broken one, and how they stand then. */
  const changed = async (broken: readonly unknown[], options: Partial<CompileOptions> = {}) => {
    const [before, after] = await Promise.all(
      [sound, [...sound, ...broken]].map(async (records) =>
        cellsOf((await compiled(records, options)).value),
      ),
    );
    const cells = new Map(before?.map(({ path, cell }) => [path, JSON.stringify(cell)]));
    const fields = (after ?? []).flatMap(({ path, cell }) => {
      if (cells.get(path) === JSON.stringify(cell)) return [];
      return [
        `${path.split('.').slice(0, 2).join('.')} ${typeof cell === 'object' && 'atLeast' in cell ? 'at least' : 'nothing'}`,
      ];
    });
    return [...new Set(fields)].sort();
  };
  const ofCases = [
    'outcomes.atClose nothing',
    'outcomes.casesClosed nothing',
    'referrals.received at least',
    'referrals.reported nothing',
    'referrals.route nothing',
    'youngPeople.age nothing',
    'youngPeople.direct at least',
    'youngPeople.ethnicity nothing',
    'youngPeople.firstInYear nothing',
    'youngPeople.gender nothing',
    'youngPeople.indirect nothing',
    'youngPeople.living nothing',
    'youngPeople.newInPeriod nothing',
    'youngPeople.openAtEnd nothing',
    'youngPeople.openAtStart nothing',
    'youngPeople.opened nothing',
  ];
  const ofProfessionals = [
    'withProfessionals.awarenessAttending at least',
    'withProfessionals.awarenessSessions at least',
    'withProfessionals.trainingAttending at least',
    'withProfessionals.trainingSessions at least',
  ];
  const unreadable = (kind: RecordKind) =>
    ['case', 'contact', 'consultancy', 'outcome'].includes(kind)
      ? { kind }
      : { kind: 'session', activity: kind };

  test.each<[RecordKind, readonly string[]]>([
    ['case', ofCases],
    ['contact', []],
    ['consultancy', ['withProfessionals.consultancySessions at least', 'youngPeople.indirect nothing']],
    ['outcome', ['outcomes.atClose nothing']],
    [
      'awareness-with-young-people',
      ['withYoungPeople.awarenessAttending at least', 'withYoungPeople.awarenessSessions at least'],
    ],
    ['group-work', ['withYoungPeople.moreGroupSessions at least', 'withYoungPeople.oneGroupSession nothing']],
    ['awareness-with-professionals', ofProfessionals],
    ['training', ofProfessionals],
  ])('of the kind %s', async (kind, expected) => {
    expect(await changed([unreadable(kind)])).toEqual(expected);
  });

  test('of an unknown kind is nothing exact', async () => {
    const fields = await changed([7]);
    expect(fields).toEqual(expect.arrayContaining([...ofCases, ...ofProfessionals]));
    expect(fields).toContain('withYoungPeople.oneGroupSession nothing');
  });

  test('is the same where records contradict each other', async () => {
    const torn = (one: object) => [one, { ...one, date: '2015-02-03' }];
    expect(await changed(torn(aConsultancy({ id: 'x' })))).toEqual([
      'withProfessionals.consultancySessions at least',
      'youngPeople.indirect nothing',
    ]);
    const sessions = await changed(torn(aSession({ id: 'x' })));
    expect(sessions).toEqual([
      ...ofProfessionals,
      'withYoungPeople.awarenessAttending at least',
      'withYoungPeople.awarenessSessions at least',
      'withYoungPeople.moreGroupSessions at least',
      'withYoungPeople.oneGroupSession nothing',
    ]);
    const cases = [aCase({ id: 'x', youngPerson: 'yp7' }), aCase({ id: 'x', youngPerson: 'yp8' })];
    expect(await changed(cases)).toEqual(
      [...ofCases, 'withProfessionals.consultancySessions at least'].sort(),
    );
  });

  test('hangs on contacts where they say who is supported', async () => {
    const contacts = [aContact()];
    const options = { direct: 'contact' } as const;
    const [one, other] = await Promise.all([
      compiled([...sound, ...contacts], options),
      compiled([...sound, ...contacts, { kind: 'contact' }], options),
    ]);
    expect([one.value.youngPeople?.direct, other.value.youngPeople?.direct]).toEqual([1, { atLeast: 1 }]);
    expect(other.value.youngPeople?.gender).toMatchObject({ female: { unknown: 'not-known' } });
  });

  test('is of posts everything', async () => {
    const register = {
      services: [{ id: '2', phase: 'one', spokes: [{ id: 'n', headcount: 2 }] }],
    } as unknown as NonNullable<CompileOptions['register']>;
    expect((await compiled([7], { register })).value.spokes?.headcount).toBe(2);
  });
});

describe('what no record is about', () => {
  const missing = async (records: readonly unknown[], options: Partial<CompileOptions> = {}) =>
    (await compiled(records, options)).findings
      .filter(({ rule }) => rule === 'K301')
      .map(({ message, expected }) => [message, expected]);
  const none = (words: string, kind: RecordKind) => [
    `There is no record of ${words}: nothing of it was returned.`,
    `records of it, or "${kind}" in keeps`,
  ];

  test('is found for each kind that the form asks about', async () => {
    expect(await missing([])).toEqual([
      none('awareness sessions with young people', 'awareness-with-young-people'),
      none('case consultancies', 'consultancy'),
      none('cases of direct support', 'case'),
      none('group work', 'group-work'),
      none('sessions with professionals', 'awareness-with-professionals'),
    ]);
  });

  test('is nothing that the service keeps, or that some record is about, be it unread', async () => {
    const keeps = ['case', 'consultancy', 'group-work', 'awareness-with-young-people'] as const;
    expect(await missing([], { keeps: [...keeps, 'training'] })).toEqual([]);
    expect(await missing([], { keeps: [...keeps, 'awareness-with-professionals'] })).toEqual([]);
    expect(await missing([aSession()], { keeps })).toEqual([]);
    expect(await missing([{ kind: 'session', activity: 'awareness-with-professionals' }], { keeps })).toEqual(
      [],
    );
    expect(await missing([7])).toEqual([]);
  });

  test('is nothing that the duties do not call for', async () => {
    const register = {
      services: [{ id: '2', phase: 'one', duties: ['group-work'], spokes: [] }],
    } as unknown as NonNullable<CompileOptions['register']>;
    expect(await missing([], { register })).toEqual([none('group work', 'group-work')]);
  });

  test('is contacts too, where they say who is supported', async () => {
    const keeps = ['case', 'consultancy', 'group-work', 'awareness-with-young-people', 'training'] as const;
    expect(await missing([], { keeps, direct: 'contact' })).toEqual([
      none('contacts, by which direct support is to be counted', 'contact'),
    ]);
    expect(await missing([], { keeps: [...keeps, 'contact'], direct: 'contact' })).toEqual([]);
    expect((await compiled([aCase()], { direct: 'contact' })).value.youngPeople).toBeUndefined();
  });
});

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
