import { describe, expect, test } from 'vitest';
import type { Contribution } from '../../src/summary/contribution.ts';
import { memberSet } from '../../src/summary/member-set.ts';

const quarters = ['2015-01-01/2015-03-31', '2015-04-01/2015-06-30', '2015-07-01/2015-09-30'];

/** A return of a service, or of several together, for a quarter or other days. */
function member(services: string, days: number | string, more: Partial<Contribution> = {}): Contribution {
  const [from = '', to = ''] = (typeof days === 'number' ? (quarters[days] ?? '') : days).split('/');
  const combined = services.split('+');
  return {
    service: services,
    period: { from, to },
    revision: 1,
    entries: {},
    ...(combined.length > 1 && { combined: { services: combined, returns: combined.length } }),
    ...more,
  };
}
const clusters = (...members: readonly Contribution[]) =>
  memberSet(members).clusters.map(({ places }) => [...places]);
const first = (...members: readonly Contribution[]) => memberSet(members).clusters[0];

describe('what returns have to say together', () => {
  test('is worked out once for each list', () => {
    const members = [member('1', 0)];
    expect(memberSet(members)).toBe(memberSet(members));
    expect(memberSet([...members])).not.toBe(memberSet(members));
  });

  test('is of how many services it is', () => {
    expect(memberSet([member('1', 0), member('1', 1), member('2+3', 0)]).services).toBe(3);
    expect(memberSet([member('1', 0), member('1', 1)]).keys).toHaveLength(2);
  });

  test('is nothing for one return of one service', () => {
    expect(memberSet([member('1', 0)])).toMatchObject({ caveats: [], isPlain: true });
    expect(memberSet([member('1+2', 0)])).toMatchObject({ caveats: ['combined'], isPlain: false });
    expect(memberSet([member('1', 0, { conflicting: true })])).toMatchObject({
      caveats: ['conflicting'],
      isPlain: false,
    });
    expect(memberSet([member('1', 0), member('2', 0)])).toMatchObject({ caveats: [], isPlain: false });
  });

  test('is that the services cover different days, whatever the order', () => {
    const mixed = (...members: readonly Contribution[]) =>
      memberSet(members).caveats.includes('mixed-period');
    expect(mixed(member('1', 0), member('2', 1))).toBe(true);
    expect(mixed(member('1', 0), member('1', 1))).toBe(false);
    expect(mixed(member('1', 0), member('1', 1), member('2', 1), member('2', 0))).toBe(false);
    expect(mixed(member('1', 0), member('1', 1), member('2', 0))).toBe(true);
    expect(mixed(member('1', 0), member('2', '2015-01-01/2015-03-30'))).toBe(true);
    expect(mixed(member('1', 0), member('1', 0), member('2', 0))).toBe(false);
  });
});

describe('what came from the same services', () => {
  test('stands together, others apart', () => {
    expect(clusters(member('1', 0), member('2', 0), member('1', 1))).toEqual([[0, 2], [1]]);
  });

  test('stands together with a combined return that one of them is part of', () => {
    expect(clusters(member('1', 0), member('2', 0), member('1+2', 1))).toEqual([[0, 1, 2]]);
    expect(clusters(member('1+2', 0), member('2', 1), member('1', 1), member('3', 0))).toEqual([
      [0, 1, 2],
      [3],
    ]);
    expect(clusters(member('1', 0), member('2+3', 0), member('1+2', 1), member('3', 2))).toEqual([
      [0, 1, 2, 3],
    ]);
    expect(clusters(member('1+2', 0), member('1+2', 1))).toEqual([[0, 1]]);
    expect(
      clusters(member('1+2', 0), member('3+4', 0), member('2+3', 1), member('4', 2), member('5', 0)),
    ).toEqual([[0, 1, 2, 3], [4]]);
  });

  test('stands by its first days', () => {
    const cluster = first(member('1', 2), member('1', 0), member('1', 1));
    expect(cluster?.places).toEqual([1, 2, 0]);
    expect(cluster?.members.map(({ period }) => period.from)).toEqual([
      '2015-01-01',
      '2015-04-01',
      '2015-07-01',
    ]);
  });

  test('is of one service, or of several', () => {
    expect(first(member('1', 0), member('1', 1))?.isOneService).toBe(true);
    expect(first(member('1+2', 0), member('1+2', 1))?.isOneService).toBe(true);
    expect(first(member('1+2', 0), member('1', 1))?.isOneService).toBe(false);
    expect(first(member('1', 0), member('1+2', 1))?.isOneService).toBe(false);
  });

  test('has one return a period, or several', () => {
    expect(first(member('1', 0), member('1', 1))?.hasOnePerPeriod).toBe(true);
    expect(first(member('1', 0), member('1', 0))?.hasOnePerPeriod).toBe(false);
    expect(first(member('1', 0), member('1', '2015-01-01/2015-03-30'))?.hasOnePerPeriod).toBe(true);
    expect(first(member('1', 0), member('1', '2014-12-31/2015-03-31'))?.hasOnePerPeriod).toBe(true);
  });

  test.each<[string, readonly Contribution[], boolean]>([
    ['quarters that follow', [member('1', 0), member('1', 1)], false],
    ['a day in common', [member('1', 0), member('1', '2015-03-31/2015-06-30')], true],
    [
      'a whole year and its last quarter',
      [member('1', '2015-01-01/2015-12-31'), member('1', 1), member('1', 2)],
      true,
    ],
    ['a quarter of another service', [member('1', 0), member('1+2', 1), member('2', 0)], false],
    ['a quarter of one of several', [member('1+2', 0), member('2', 0)], true],
    [
      'a short one within, and one that only the long one reaches',
      [member('1', '2015-01-01/2015-12-31'), member('1', '2015-02-01/2015-02-28'), member('1', 2)],
      true,
    ],
  ])('shares days with itself: %s', (_, members, isShared) => {
    expect(first(...members)?.isShared).toBe(isShared);
  });
});
