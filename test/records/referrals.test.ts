import type { ServiceRecord } from 'hub-and-spoke';
import { describe, expect, test } from 'vitest';
import { aCase, compiled, found } from './compiled.ts';

const notKnown = { unknown: 'not-known' };

describe('referrals', () => {
  const referrals = async (...cases: readonly ServiceRecord[]) => {
    const { reported, route = {}, received } = (await compiled(cases)).value.referrals ?? {};
    const routes = Object.entries(route).filter(([, cell]) => cell !== 0);
    return [reported, Object.fromEntries(routes), received];
  };

  test('are those of the last route recorded, of the cases open in the quarter', async () => {
    expect(await referrals(aCase({ route: 'Police' }))).toEqual([1, { police: 1 }, notKnown]);
    expect(
      await referrals(
        aCase({ route: 'Police', referred: '2015-02-01' }),
        aCase({ route: 'Schools', referred: '2015-02-02' }),
      ),
    ).toEqual([1, { schools: 1 }, 2]);
    expect(
      await referrals(
        aCase({ route: 'Police', referred: '2014-02-01', opened: '2014-02-01', closed: '2014-12-31' }),
        aCase({ referred: '2015-02-02' }),
      ),
    ).toEqual([0, {}, 1]);
    expect(
      await referrals(
        aCase({ route: 'Police', support: 'consultancy', referred: '2015-02-02' }),
        aCase({ referred: '2015-02-02' }),
      ),
    ).toEqual([0, {}, 2]);
  });

  test('of which the route is not known are not reported', async () => {
    for (const route of ['not known', 'Unable to provide', 'NK', 'x', '–']) {
      expect(await referrals(aCase({ route, referred: '2015-02-01' }))).toEqual([0, {}, 1]);
    }
  });

  test('of a case of unknown kind beside a certain one may be the one', async () => {
    const known = aCase({ route: 'Police', referred: '2015-02-01' });
    const other = (facts: object) => aCase({ support: null, referred: '2015-02-02', ...facts });
    expect(await referrals(known, other({ route: 'Schools' }))).toEqual([
      notKnown,
      { police: notKnown, schools: notKnown },
      2,
    ]);
    expect(await referrals(known, other({}))).toEqual([notKnown, { police: notKnown }, 2]);
    expect(await referrals(aCase({ referred: '2015-02-01' }), other({}))).toEqual([0, {}, 2]);
  });

  test('that contradict each other on one day are found, and any of them may be the one', async () => {
    const cases = ['Police', 'Schools'].map((route) => aCase({ route, referred: '2015-02-01' }));
    expect(await referrals(...cases)).toEqual([notKnown, { police: notKnown, schools: notKnown }, 2]);
    expect(await found(cases)).toContain(
      'K205 Of yp1, records of one day, or of none, contradict each other: referral route.',
    );
  });

  test('of cases that may not count are all possible', async () => {
    const facts = { route: 'Police', opened: null, referred: '2015-02-01' };
    const doubtful = aCase(facts);
    expect(await referrals(doubtful)).toEqual([notKnown, { police: notKnown }, 1]);
    const certain = aCase({ route: 'Schools', referred: '2015-02-02' });
    expect(await referrals(certain, doubtful)).toEqual([
      notKnown,
      { police: notKnown, schools: notKnown },
      2,
    ]);
    expect(await referrals(certain, aCase({ ...facts, youngPerson: 'yp2' }))).toEqual([
      { atLeast: 1 },
      { schools: 1, police: notKnown },
      2,
    ]);
  });

  test('are received on the day of referral; without one, perhaps', async () => {
    const received = async (facts: Parameters<typeof aCase>[0]) => (await referrals(aCase(facts)))[2];
    expect(await received({ referred: '2015-01-01' })).toBe(1);
    expect(await received({ referred: '2015-03-31' })).toBe(1);
    expect(await received({ referred: '2014-12-31' })).toBe(0);
    expect(await received({ referred: '2015-04-01', opened: '2015-03-01' })).toBe(0);
    // Who was supported before was referred before.
    expect(await received({ opened: '2014-12-31' })).toBe(0);
    expect(await received({ opened: '2015-01-01' })).toEqual(notKnown);
    expect(await received({ opened: null, closed: '2015-01-01' })).toEqual(notKnown);
    expect(await received({ opened: '2015-05-05', recorded: '2015-01-01' })).toEqual(notKnown);
    expect(await received({ opened: null, closed: '2015-02-02' })).toEqual(notKnown);
    expect(await received({ opened: null, closed: '2014-12-31' })).toBe(0);
  });

  test('by routes of their own are asked about; more than 200 are not reported', async () => {
    const records = Array.from({ length: 202 }, (_, index) =>
      aCase({ youngPerson: `yp${String(index).padStart(3, '0')}`, route: `by way ${index}` }),
    );
    const { value, findings } = await compiled(records);
    expect(value.referrals?.reported).toBe(200);
    const messages = findings.map(({ rule, message }) => `${rule} ${message}`);
    expect(messages.filter((each) => each.includes('routes; the others'))).toEqual([
      'K104 There are more than 200 referral routes; the others were counted as not reported.',
    ]);
    expect(messages).toContain('K207 “Referral route” has 200 categories that the list does not have.');
    expect((await compiled(records.slice(0, 200))).findings.map(({ rule }) => rule)).not.toContain('K104');
  });
});
