import { explainCell, type ServiceRecord } from 'hub-and-spoke';
import { describe, expect, test } from 'vitest';
import { aCase, compiled, found } from './compiled.ts';

const notKnown = { unknown: 'not-known' };

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
