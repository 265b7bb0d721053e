import { checkReturn, type CheckContext, type CoreReturn } from 'hub-and-spoke';
import { describe, expect, test } from 'vitest';
import { wholeReturn } from './whole-return.ts';

type Parts = Readonly<Record<string, unknown>>;
const said = (rule: string, parts: Parts, context: CheckContext = {}) =>
  checkReturn(wholeReturn(parts), context)
    .findings.filter((each) => each.rule === rule)
    .map(({ message }) => message);
const breaks = (rule: string, parts: Parts, context: CheckContext = {}) =>
  said(rule, parts, context).length > 0;

describe('R101 to R103, the period', () => {
  const period = (from: string, to: string, declared?: string) => ({
    period: { from, to },
    ...(declared !== undefined && { declared }),
  });

  test('may be of one day', () => {
    expect(breaks('R101', period('2015-03-31', '2015-03-31'))).toBe(false);
    expect(breaks('R101', period('2015-03-31', '2015-03-30'))).toBe(true);
  });

  test('is a quarter, a year of quarters, or says that it is neither', () => {
    expect(breaks('R102', period('2015-01-01', '2015-03-31'))).toBe(false);
    expect(breaks('R102', period('2015-01-01', '2015-12-31'))).toBe(true);
    expect(breaks('R102', period('2015-01-01', '2015-03-31', 'year'))).toBe(true);
    expect(breaks('R102', period('2015-04-01', '2016-03-31', 'year'))).toBe(false);
    expect(breaks('R102', period('2015-01-01', '2015-12-30', 'year'))).toBe(true);
    expect(breaks('R102', period('2015-01-02', '2015-12-31', 'year'))).toBe(true);
    expect(breaks('R102', period('2015-01-01', '2016-03-31', 'year'))).toBe(true);
    expect(breaks('R102', period('2015-01-01', '2015-09-30', 'year'))).toBe(true);
    expect(breaks('R102', period('2015-01-15', '2015-12-31', 'year'))).toBe(true);
    expect(breaks('R102', period('2016-01-01', '2016-12-31', 'year'))).toBe(false);
  });

  test('is over on its last day', () => {
    const parts = period('2015-01-01', '2015-03-31');
    expect(breaks('R103', parts, { asOf: '2015-03-31' })).toBe(false);
    expect(breaks('R103', parts, { asOf: '2015-03-30' })).toBe(true);
  });
});

describe('totals and what they are made of', () => {
  test('as many may be new as are supported', () => {
    const fresh = (newInPeriod: number) => ({
      'youngPeople.newInPeriod': newInPeriod,
      'youngPeople.direct': 30,
    });
    expect(breaks('R222', fresh(30))).toBe(false);
    expect(breaks('R222', fresh(31))).toBe(true);
    const before = (openAtStart: number) => ({ ...fresh(10), 'youngPeople.openAtStart': openAtStart });
    expect(breaks('R222', before(20))).toBe(false);
    expect(breaks('R222', before(21))).toBe(true);
    const end = (openAtEnd: number) => ({ ...before(20), 'youngPeople.openAtEnd': openAtEnd });
    expect(breaks('R222', end(30))).toBe(false);
    expect(breaks('R222', end(31))).toBe(true);
  });

  test('as many may be supported for the first time as are supported, and as are new', () => {
    const first = (firstInYear: number) => ({
      'youngPeople.firstInYear': firstInYear,
      'youngPeople.newInPeriod': 4,
      'youngPeople.direct': 30,
    });
    expect([3, 4, 30, 31].map((each) => breaks('R225', first(each)))).toEqual([true, false, false, true]);
  });

  test('cases come and go in the same number: neither more nor fewer', () => {
    const cases = (opened: number) => ({
      'youngPeople.openAtStart': 10,
      'youngPeople.opened': opened,
      'outcomes.casesClosed': 4,
      'youngPeople.openAtEnd': 9,
    });
    expect([2, 3, 4].map((each) => breaks('R224', cases(each)))).toEqual([true, false, true]);
  });

  test('outcomes are of the cases closed: neither more nor fewer', () => {
    const outcomes = (improved: number) => ({
      'outcomes.casesClosed': 9,
      'outcomes.atClose': { safety: { improved, 'not-recorded': 4 } },
    });
    expect([4, 5, 6].map((each) => breaks('R209', outcomes(each)))).toEqual([true, false, true]);
  });
});

describe('R402, work that the duties do not name', () => {
  const training = { duties: ['training'] } as const;
  test.each<[string, unknown, boolean]>([
    ['0', 0, false],
    ['1', 1, true],
    ['not known', { unknown: 'not-known' }, false],
    ['not applicable', { notApplicable: 'no-direct-work' }, false],
    ['at least some', { atLeast: 3 }, true],
    ['withheld', { withheld: [3, 5] }, true],
  ])('a count: %s', (_, cell, isBroken) => {
    expect(breaks('R402', { 'youngPeople.direct': cell }, training)).toBe(isBroken);
  });

  test.each<[string, object, boolean]>([
    ['of nobody', { female: 0, male: 0 }, false],
    ['of somebody', { female: 0, male: 1 }, true],
    ['of which nothing is known', { female: { unknown: 'not-known' } }, false],
    ['of nothing', {}, false],
    ['of at least one', { female: 0, male: { atLeast: 1 } }, true],
  ])('a breakdown %s', (_, counts, isBroken) => {
    expect(breaks('R402', { 'youngPeople.gender': counts }, training)).toBe(isBroken);
  });
});

describe('R453, a breakdown that is that of the return before', () => {
  const before = (route: unknown): CheckContext => ({
    earlier: wholeReturn({
      period: { from: '2015-10-01', to: '2015-12-31' },
      'referrals.route': route,
    }) as CoreReturn, // as the rule reads it
  });
  const same = (route: object, earlier: unknown = route) =>
    breaks('R453', { 'referrals.route': route }, before(earlier));

  test('is remarkable over more than ten, in two categories at least', () => {
    expect(same({ police: 8, health: 3 })).toBe(true);
    expect(same({ police: 7, health: 3 })).toBe(false);
    expect(same({ police: 50 })).toBe(false);
    expect(same({ police: 50, health: 0 })).toBe(false);
    expect(same({ police: 50, health: { unknown: 'not-known' } })).toBe(false);
  });

  test('in every category, whatever their order, and no other', () => {
    expect(same({ police: 8, health: 4 }, { health: 4, police: 8 })).toBe(true);
    expect(same({ police: 8, health: 4 }, { police: 8, health: 5 })).toBe(false);
    expect(same({ police: 8, health: 4 }, { police: 8, health: 4, schools: 1 })).toBe(false);
    expect(same({ police: 8, health: 4, schools: 1 }, { police: 8, health: 4 })).toBe(false);
    expect(breaks('R453', { 'referrals.route': { police: 8, health: 4 } }, before(undefined))).toBe(false);
  });
});

describe('R451, rates of the programme', () => {
  const attending = {
    of: 'withProfessionals.trainingAttending',
    per: 'withProfessionals.trainingSessions',
    count: 100,
    exposure: 10,
    from: 'test',
  } as const;
  const perWorker = {
    of: 'referrals.received',
    per: 'spoke-worker-month',
    count: 30,
    exposure: 30,
    from: 'test',
  } as const;
  const trained = (people: unknown, sessions: unknown) => ({
    'withProfessionals.trainingAttending': people,
    'withProfessionals.trainingSessions': sessions,
  });

  test('name what they are of', () => {
    expect(said('R451', trained(300, 10), { rates: [attending] })).toEqual([
      expect.stringMatching(
        /30 a session \(300 over 10\); the programme’s own rate is 10 \(100 over 10, test\)/,
      ),
    ]);
    const { findings } = checkReturn(wholeReturn({ 'referrals.received': 90, 'spokes.headcount': 1 }), {
      rates: [perWorker],
    });
    expect(findings.filter(({ rule }) => rule === 'R451').map(({ paths }) => paths)).toEqual([
      ['referrals.received', 'spokes.headcount'],
    ]);
  });

  test('can be of a count that never came', () => {
    const never = { ...attending, count: 0 };
    expect(breaks('R451', trained(300, 10), { rates: [never] })).toBe(true);
    expect(breaks('R451', trained(0, 10), { rates: [never] })).toBe(false);
  });

  test.each<[string, Parts]>([
    ['the count is not known', trained({ unknown: 'not-known' }, 10)],
    ['what it is of is not known', trained(300, { unknown: 'not-known' })],
    ['the count was not returned', trained(undefined, 10)],
    ['nothing was done', trained(300, 0)],
  ])('are not compared where %s', (_, parts) => {
    const { findings, notRun } = checkReturn(wholeReturn(parts), { rates: [attending] });
    expect(findings.filter(({ rule }) => rule === 'R451')).toEqual([]);
    expect(notRun.find(({ rule }) => rule === 'R451')?.reason).toBe(
      'None of the counts that the rates need is exact.',
    );
  });
});

describe('what is accepted', () => {
  test('has neither error nor open query; advice does not count', () => {
    const withAdvice = { 'spokes.headcount': 2, 'youngPeople.direct': 60, 'youngPeople.total': 60 };
    const { findings, accepted } = checkReturn(wholeReturn(withAdvice));
    const open = findings.filter(
      ({ severity, settledBy }) => severity !== 'advice' && settledBy === undefined,
    );
    expect(findings.some(({ severity }) => severity === 'advice')).toBe(true);
    expect(accepted).toBe(open.length === 0);
  });

  test('is not what has one query settled and one open', () => {
    const parts = { 'youngPeople.gender': { female: 8, other: 3 }, declared: 'year' };
    const query = checkReturn(wholeReturn(parts)).findings.find(({ severity }) => severity === 'query');
    expect(query).toBeDefined();
    expect(checkReturn(wholeReturn(parts)).accepted).toBe(false);
  });
});
