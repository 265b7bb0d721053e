import type { ServiceRecord } from 'hub-and-spoke';
import { describe, expect, test } from 'vitest';
import { aSession, compiled, found } from './compiled.ts';

const notKnown = { unknown: 'not-known' };

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
