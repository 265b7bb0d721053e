import { explainCell, type FieldId } from 'hub-and-spoke';
import { expect, test } from 'vitest';
import { registerOf } from '../registers.ts';
import { aCase, aConsultancy, aContact, aSession, compiled } from './compiled.ts';

test('a field that the duties do not call for is returned where there was something to count', async () => {
  const register = registerOf({ id: '2', duties: ['training'] });
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
