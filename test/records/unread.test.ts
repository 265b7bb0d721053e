import { cellsOf, type CompileOptions, type RecordKind } from 'hub-and-spoke';
import { describe, expect, test } from 'vitest';
import { registerOf } from '../registers.ts';
import { aCase, aConsultancy, aContact, aSession, compiled } from './compiled.ts';

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
    const register = registerOf({ id: '2', spokes: [{ id: 'n', headcount: 2 }] });
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
    const register = registerOf({ id: '2', duties: ['group-work'] });
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
