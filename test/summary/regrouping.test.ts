import {
  figureAt,
  figureLabel,
  inseparableReturns,
  mergeCategories,
  mergeSummaries,
  quarterPeriod,
  regroup,
  returnRates,
  summarise,
  type Cell,
  type CoreReturn,
  type ExpectedReturn,
  type ReturnStanding,
  type Summary,
} from 'hub-and-spoke';
import { describe, expect, test } from 'vitest';
import { registerOf } from '../registers.ts';
import { direct, returnFor, together } from './returns.ts';

const people = (summary: Summary, group = {}) =>
  figureAt(summary, { path: 'youngPeople.direct', group })?.low;

describe('put together again', () => {
  const values = [direct('2', '2015-Q1', 30), direct('2', '2015-Q2', 35), direct('3', '2015-Q1', 12)];

  test('a summary is that of its returns, kept apart in another way', () => {
    const options = { posts: 'average', joinBases: true } as const;
    const summary = summarise(values, { ...options, by: ['service'] });
    expect(regroup(summary, {})).toEqual(summary);
    expect(regroup(summary, { by: ['quarter'] })).toEqual(summarise(values, { ...options, by: ['quarter'] }));
  });

  test('it is of the services chosen; what several sent is kept when all of them are', () => {
    const both = together(['3', '4'], '2015-Q2', { youngPeople: { direct: 7 } });
    const summary = summarise([...values, both], { by: ['service', 'quarter'] });
    const chosen = (...services: readonly string[]) =>
      regroup(summary, { services }).contributions.map(({ service }) => service);
    expect(chosen('3')).toEqual(['3']);
    expect(chosen('3', '4')).toEqual(['3 and 4', '3']);
    expect(chosen()).toEqual([]);
    expect(regroup(summary, {}).contributions).toHaveLength(4);
  });

  test('it needs a register for what only a register knows', () => {
    expect(() => regroup(summarise(values), { by: ['service', 'model'] })).toThrow(
      new RangeError('regroup: by "model" needs a summary made with a register'),
    );
    const register = registerOf({ id: '2', phase: 'one' });
    const known = summarise(values, { register });
    expect(people(regroup(known, { by: ['phase'] }), { phase: 'one' })).toBe(35);
    const some = mergeSummaries(known, summarise([direct('9', '2015-Q1', 1)]));
    expect(() => regroup(some, { by: ['phase'] })).toThrow(RangeError);
  });

  test('what a return covers that is left out is not missing either', () => {
    const expected = [
      { service: '3', period: quarterPeriod('2015-Q1') },
    ] as unknown as readonly ExpectedReturn[];
    const both = together(['3', '4'], '2015-Q1', { youngPeople: { direct: 7 } });
    const covered = summarise([both, direct('2', '2015-Q1', 1)], { expected });
    expect(
      figureAt(regroup(covered, { services: ['2', '3'] }), { path: 'youngPeople.direct' })?.coverage,
    ).toEqual({
      returned: 1,
      expected: 1,
      notApplicable: 0,
    });
    const missing = summarise([direct('2', '2015-Q1', 1)], { expected });
    expect(
      figureAt(regroup(missing, { services: ['2', '3'] }), { path: 'youngPeople.direct' })?.coverage.expected,
    ).toBe(2);
  });
});

describe('an expected return', () => {
  const expected = (service: string) =>
    [{ service, period: quarterPeriod('2015-Q1') }] as unknown as readonly ExpectedReturn[];
  const isMissing = (value: CoreReturn) =>
    figureAt(summarise([value], { expected: expected('3') }), { path: 'youngPeople.direct' })?.coverage
      .expected === 2;
  const over = (from: string, to: string): CoreReturn => ({
    ...direct('3', '2015-Q1', 4),
    period: { from, to },
  });

  test('came when another covers all its days', () => {
    expect(isMissing(over('2015-01-01', '2015-12-31'))).toBe(false);
    expect(isMissing(over('2014-01-01', '2015-03-31'))).toBe(false);
    expect(isMissing(over('2015-01-02', '2015-03-31'))).toBe(true);
    expect(isMissing(over('2015-01-01', '2015-03-30'))).toBe(true);
    expect(isMissing(direct('2', '2015-Q1', 4))).toBe(true);
    const other = direct('3', '2015-Q2', 4);
    const both = summarise([over('2015-01-01', '2015-03-31'), other], { expected: expected('3') });
    expect(figureAt(both, { path: 'youngPeople.direct' })?.coverage.expected).toBe(2);
    const longer = summarise([over('2014-10-01', '2015-03-31'), other], { expected: expected('3') });
    expect(figureAt(longer, { path: 'youngPeople.direct' })?.coverage.expected).toBe(2);
  });

  test('is there with revision 0 until it comes', () => {
    expect(summarise([], { expected: expected('3') }).contributions).toEqual([
      { service: '3', period: quarterPeriod('2015-Q1'), revision: 0, entries: {} },
    ]);
  });
});

describe('merging', () => {
  test.each([
    [{ by: ['service'] }, {}],
    [{ joinBases: true }, {}],
    [{ posts: 'average' }, {}],
    [{ by: ['service', 'quarter'] }, { by: ['quarter', 'service'] }],
  ] as const)('what was made with %o and with %o is a mistake', (one, other) => {
    expect(() => mergeSummaries(summarise([], one), summarise([], one), summarise([], other))).toThrow(
      new RangeError('mergeSummaries: the summaries were made with different options'),
    );
  });

  test('one is itself, and several are all of them with their options', () => {
    const options = { by: ['service'], joinBases: true, posts: 'average' } as const;
    const each = ['3', '2', '4'].map((service, index) =>
      summarise([direct(service, '2015-Q1', index)], options),
    );
    const [first = summarise([])] = each;
    expect(mergeSummaries(first)).toEqual(first);
    expect(mergeSummaries(first, ...each.slice(1))).toEqual(
      summarise([direct('2', '2015-Q1', 1), direct('3', '2015-Q1', 0), direct('4', '2015-Q1', 2)], options),
    );
  });

  test('what is known of the services in either is known, and where they differ it is several', () => {
    const register = (phase: string) => registerOf({ id: '2', phase });
    const with_ = (phase: string) => summarise([direct('2', '2015-Q1', 3)], { register: register(phase) });
    const phase = (...summaries: readonly [Summary, ...Summary[]]) =>
      mergeSummaries(...summaries).contributions[0]?.facts?.phase;
    const nothing = summarise([direct('2', '2015-Q1', 3)], {
      register: registerOf(),
    });
    expect(phase(with_('one'), with_('one'))).toBe('one');
    expect(phase(with_('one'), with_('two'))).toBe('several');
    expect(phase(with_('one'), nothing)).toBe('one');
    expect(phase(nothing, with_('one'))).toBe('one');
    expect(phase(with_('one'), summarise([direct('2', '2015-Q1', 3)]))).toBe('one');
    expect(phase(summarise([direct('2', '2015-Q1', 3)]), with_('one'))).toBe('one');
    expect(phase(nothing, with_('one'), with_('two'))).toBe('several');
    const whole = (area: string, type: string, declaredModel: number) =>
      summarise([direct('2', '2015-Q1', 3)], {
        register: registerOf({ id: '2', declaredModel, spokes: [{ id: 'a', area, hosts: [{ type }] }] }),
      });
    const [north, south] = [whole('North', 'police-team', 3), whole('South', 'youth-service', 4)];
    expect(north.contributions[0]?.facts).toEqual({
      model: '3',
      phase: 'one',
      hostSector: 'statutory',
      area: 'North',
    });
    expect(mergeSummaries(north, south).contributions[0]?.facts).toEqual({
      model: 'several',
      phase: 'one',
      hostSector: 'several',
      area: 'several',
    });
    // Two that disagree keep what is known of their service.
    const other = summarise([direct('2', '2015-Q1', 4)]);
    expect(mergeSummaries(north, other).contributions[0]).toMatchObject({
      conflicting: true,
      facts: { area: 'North' },
    });
  });
});

describe('categories that are put together', () => {
  const value = (age: Readonly<Record<string, Cell>>) =>
    returnFor('2', '2015-Q1', { youngPeople: { direct: 9, base: 'direct', age } });
  const merge = { field: 'youngPeople.age', codes: ['under-12', '12-14'], into: 'Under 15' };
  const merged = (age: Readonly<Record<string, Cell>>) => mergeCategories(summarise([value(age)]), merge);

  test('are one, and what it was made of stays known', () => {
    const summary = merged({ 'under-12': 1, '12-14': 3, '15-17': 5 });
    const ages = summary.figures.filter(({ path }) => path.startsWith('youngPeople.age'));
    expect(ages.map(({ path, low }) => [path, low])).toEqual([
      ['youngPeople.age', 9],
      ['youngPeople.age.15-17', 5],
      ['youngPeople.age.Under 15', 4],
    ]);
    expect(summary.contributions[0]?.merged).toEqual({
      'youngPeople.age.Under 15': {
        'youngPeople.age.under-12': { low: 1, high: 1, says: 'number' },
        'youngPeople.age.12-14': { low: 3, high: 3, says: 'number' },
      },
    });
  });

  test('say the most that one of them says', () => {
    const says = (age: Readonly<Record<string, Cell>>) =>
      merged(age).contributions[0]?.entries['youngPeople.age.Under 15'];
    expect(says({ 'under-12': 1, '12-14': { withheld: [1, 4] } })).toEqual({
      low: 2,
      high: 5,
      says: 'withheld',
    });
    expect(says({ 'under-12': 1, '12-14': { unknown: 'not-known' } })).toEqual({
      low: 1,
      high: 9,
      says: 'number',
    });
    expect(says({ '12-14': { unknown: 'not-known' } })).toEqual({ low: 0, high: 9, says: 'unknown' });
    expect(says({ '12-14': { notApplicable: 'no-direct-work' } })?.says).toBe('not-applicable');
    expect(says({ '15-17': 9 })).toBeUndefined();
  });

  test('have whom the return does not account for, where it has not all of them', () => {
    const whole = (age: Readonly<Record<string, Cell>>) =>
      figureAt(merged(age), { path: 'youngPeople.age.Under 15' });
    expect(whole({ 'under-12': 1, '15-17': 5 })).toMatchObject({ low: 1, high: 4, caveats: ['incomplete'] });
    expect(whole({ 'under-12': 1, '15-17': 8 })).toMatchObject({ low: 1, high: 1, caveats: [] });
    expect(whole({ 'under-12': 1, '12-14': 3, '15-17': 2 })).toMatchObject({ low: 4, high: 4 });
    const without = returnFor('2', '2015-Q1', { youngPeople: { age: { 'under-12': 1 } } });
    const open = figureAt(mergeCategories(summarise([without]), merge), { path: 'youngPeople.age.Under 15' });
    expect(open).toMatchObject({ low: 1, caveats: ['incomplete'] });
    expect(open).not.toHaveProperty('high');
  });

  test('count each once, however often it is named', () => {
    const summary = summarise([value({ 'under-12': 1, '12-14': 3, '15-17': 5 })]);
    const twice = mergeCategories(summary, { ...merge, codes: ['under-12', '12-14', '12-14'] });
    expect(figureAt(twice, { path: 'youngPeople.age.Under 15' })?.low).toBe(4);
  });

  test('have a name of their own: no category that there is, or may be', () => {
    const summary = summarise([value({ 'under-12': 1, '12-14': 3, '15-17': 5 })]);
    for (const into of ['15-17', '12-14', '18-plus'])
      expect(() => mergeCategories(summary, { ...merge, into })).toThrow(
        new RangeError(`mergeCategories: there is a category “${into}” already`),
      );
    const own = summarise([
      returnFor('2', '2015-Q1', {
        youngPeople: { direct: 9, base: 'direct', ethnicity: { ours: 4, mixed: 1 } },
      }),
    ]);
    const codes = { field: 'youngPeople.ethnicity', codes: ['mixed'] };
    expect(() => mergeCategories(own, { ...codes, into: 'ours' })).toThrow(RangeError);
    expect(() => mergeCategories(own, { ...codes, into: 'theirs' })).not.toThrow();
  });

  test('twice are both known', () => {
    const summary = mergeCategories(merged({ 'under-12': 1, '12-14': 3, '15-17': 4, '18-plus': 1 }), {
      field: 'youngPeople.age',
      codes: ['15-17', '18-plus'],
      into: '15 and over',
    });
    expect(Object.keys(summary.contributions[0]?.merged ?? {})).toEqual([
      'youngPeople.age.Under 15',
      'youngPeople.age.15 and over',
    ]);
  });
});

describe('services that cannot be separated', () => {
  const of = (...values: readonly CoreReturn[]) =>
    inseparableReturns(summarise(values, { by: ['quarter'], posts: 'average' })).map(
      ({ services, summary }) => [services, people(summary), summary.posts, summary.by],
    );

  test('are those that ever returned together, also through a third', () => {
    expect(
      of(
        together(['5', '2'], '2015-Q1', { youngPeople: { direct: 1 } }),
        together(['3', '5'], '2015-Q2', { youngPeople: { direct: 2 } }),
        direct('2', '2015-Q2', 4),
        direct('4', '2015-Q1', 8),
        together(['6', '7'], '2015-Q1', { youngPeople: { direct: 16 } }),
        together(['7', '3'], '2015-Q3', { youngPeople: { direct: 32 } }),
      ).map(([services]) => services),
    ).toEqual([['2', '3', '5', '6', '7'], ['4']]);
  });

  test('are named in order, whatever the order of their returns', () => {
    const sent = [
      ['5', '9'],
      ['9', '1'],
    ].map((services) => together(services, '2015-Q1', {}));
    expect(of(...sent).map(([services]) => services)).toEqual([['1', '5', '9']]);
  });

  test('each have one total, with the options of the summary', () => {
    expect(of(direct('2', '2015-Q1', 4), direct('3', '2015-Q1', 5), direct('3', '2015-Q2', 6))).toEqual([
      [['2'], 4, 'average', []],
      [['3'], 6, 'average', []],
    ]);
  });
});

describe('rates of return', () => {
  const standing = (
    kind: ReturnStanding['standing'],
    more: Partial<Pick<ReturnStanding, 'due' | 'receivedOn' | 'service'>> = {},
  ): ReturnStanding => ({
    service: '2',
    phase: 'one',
    period: quarterPeriod('2015-Q1'),
    standing: kind,
    ...more,
  });
  const dates = { due: '2015-04-30', receivedOn: '2015-04-20' };

  test('count what came, late or not, what is missing, and what cannot be told', () => {
    const rates = returnRates([
      standing('received', dates),
      standing('received', dates),
      standing('late', { ...dates, receivedOn: '2015-05-02' }),
      standing('missing', { due: '2015-04-30' }),
      standing('missing', { due: '2015-04-30' }),
      standing('combined', { due: '2015-04-30' }),
      standing('due', { due: '2015-07-31' }),
    ]);
    expect(rates).toEqual([
      {
        group: 'all',
        expected: 6,
        received: 3,
        late: 1,
        missing: 2,
        combined: 1,
        completeness: { low: 50, high: 67 },
        onTime: { low: 33, high: 50 },
      },
    ]);
  });

  test('are punctual at most, where the date or the return is not known', () => {
    const [rates] = returnRates([
      standing('received', dates),
      standing('received', { due: '2015-04-30' }),
      standing('received', { receivedOn: '2015-04-20' }),
      standing('missing'),
    ]);
    expect(rates).toMatchObject({ expected: 4, received: 3, missing: 1, onTime: { low: 50, high: 100 } });
    const [late] = returnRates([
      standing('received', { due: '2015-04-30' }),
      standing('missing', { due: '2015-04-30' }),
    ]);
    expect(late?.onTime).toEqual({ low: 0, high: 50 });
    expect(returnRates([standing('received', { receivedOn: '2015-04-20' })])[0]).not.toHaveProperty('onTime');
  });

  test('are none where nothing was expected by now', () => {
    const [rates] = returnRates([standing('due')]);
    expect(rates).toEqual({ group: 'all', expected: 0, received: 0, late: 0, missing: 0, combined: 0 });
  });

  test('are kept apart as asked', () => {
    const all = ['2', '3', '2'].map((service) => standing('received', { service }));
    expect(
      returnRates(all, ({ service }) => service).map(({ group, received }) => [group, received]),
    ).toEqual([
      ['2', 2],
      ['3', 1],
    ]);
  });
});

test('figures are called after the form', () => {
  expect(
    [
      'youngPeople.direct',
      'youngPeople.base',
      'youngPeople.gender',
      'youngPeople.gender.female',
      'youngPeople.gender/not-stated',
      'referrals.reported/not-stated',
      'outcomes.atClose.Safer.improved',
    ].map(figureLabel),
  ).toEqual([
    'Young people receiving direct support from Spokes',
    'Young people whom the characteristics describe',
    'Gender: everyone described',
    'Gender: Female',
    'Gender: in no category',
    'Cases in which no referral route was reported',
    'Outcomes for young people at close of case: Safer, Improved',
  ]);
});

test('a figure is found by its path, its base and its group', () => {
  const described = (service: string, base: 'direct' | 'direct-and-indirect', female: number) =>
    returnFor(service, '2015-Q1', { youngPeople: { direct: 9, indirect: 0, base, gender: { female } } });
  const summary = summarise(
    [described('2', 'direct', 1), described('3', 'direct-and-indirect', 2), described('4', 'direct', 4)],
    { by: ['service', 'quarter'] },
  );
  const female = (place: Omit<Parameters<typeof figureAt>[1], 'path'>) =>
    figureAt(summary, { path: 'youngPeople.gender.female', ...place })?.low;
  expect(female({})).toBe(1);
  expect(female({ base: 'direct-and-indirect' })).toBe(2);
  expect(female({ group: { service: '4' } })).toBe(4);
  expect(female({ group: { service: '4', quarter: '2015-Q2' } })).toBeUndefined();
  expect(female({ group: { service: '4' }, base: 'direct-and-indirect' })).toBeUndefined();
});
