import {
  checkReturn,
  figureAt,
  mergeCategories,
  summarise,
  type Figure,
  type CoreReturn,
  type Dimension,
  type Summary,
} from 'hub-and-spoke';
import { describe, expect, test } from 'vitest';
import { printed } from './printed.ts';
import { by, quarter } from './releases.ts';

const of = (service: string, number: number, parts: object): CoreReturn => quarter(service, number, parts);
const boundsOf = (figure: Figure | undefined) => ({ low: figure?.low, high: figure?.high });
const none = () => false;
const publishedOf = (summary: Summary, hidden: (id: string) => boolean = none, rounding?: number) =>
  printed({ summaries: [summary] }, hidden, rounding === undefined ? {} : { rounding }).summaries[0]
    ?.returns ?? [];
const returned = (parts: object, hidden: (id: string) => boolean = none, rounding?: number) =>
  publishedOf(by([of('1', 1, parts)], 'service'), hidden, rounding)[0];

const whole = {
  youngPeople: {
    direct: 30,
    base: 'direct',
    gender: { female: 24, male: 6 },
    ethnicity: { elsewhere: 8, 'white-uk': 22 },
  },
  referrals: { received: 12, reported: 10, route: { police: 6, health: 4 } },
  withProfessionals: { trainingSessions: 3 },
  outcomes: {
    casesClosed: 9,
    atClose: { safety: { improved: 5, 'not-recorded': 4 }, 'own one': { improved: 9 } },
  },
};

describe('a return as partners may have it', () => {
  test('is itself where nothing is hidden, and a return that is accepted', () => {
    const value = returned(whole);
    expect(value).toEqual({
      edition: 'year-two',
      service: '1',
      period: of('1', 1, {}).period,
      ...whole,
      youngPeople: { ...whole.youngPeople, gender: { ...whole.youngPeople.gender } },
    });
    expect(checkReturn(value).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('has withheld cells for what is hidden, between what any reader can work out', () => {
    const value = returned(whole, (id) => /gender|atClose\.safety/.test(id));
    expect(value?.youngPeople?.gender).toEqual({
      female: { withheld: [0, 30] },
      male: { withheld: [0, 30] },
    });
    expect(value?.outcomes?.atClose).toEqual({
      safety: { improved: { withheld: [0, 9] }, 'not-recorded': { withheld: [0, 9] } },
      'own one': { improved: 9 },
    });
    expect(value?.youngPeople?.direct).toBe(30);
    // What can be worked out exactly is still not said.
    expect(returned(whole, (id) => id.endsWith('male'))?.youngPeople?.gender).toEqual({
      female: { withheld: [0, 30] },
      male: { withheld: [0, 30] },
    });
    expect(returned(whole, (id) => id.endsWith('.male'))?.youngPeople?.gender).toEqual({
      female: 24,
      male: { withheld: [6, 6] },
    });
  });

  test('has at least what nothing bounds above', () => {
    const value = returned({ youngPeople: { direct: 30 }, referrals: { received: 12 } }, (id) =>
      id.endsWith('received'),
    );
    expect(value?.referrals).toEqual({ received: { atLeast: 0 } });
    expect(returned({ youngPeople: { direct: { atLeast: 30 } } })?.youngPeople).toEqual({
      direct: { atLeast: 30 },
    });
  });

  test('has a category by whatever name', () => {
    const ethnicity = JSON.parse('{"white-uk":20,"__proto__":8,"constructor":2}') as object;
    const value = returned({ youngPeople: { direct: 30, base: 'direct', ethnicity } });
    expect(Object.entries(value?.youngPeople?.ethnicity ?? {})).toEqual(
      expect.arrayContaining([
        ['white-uk', 20],
        ['__proto__', 8],
        ['constructor', 2],
      ]),
    );
    expect(Object.getPrototypeOf(value?.youngPeople?.ethnicity)).toBe(Object.prototype);
  });

  test('is none where two versions disagree: it has no words for that', () => {
    const versions = [18, 45].map((direct) => of('1', 1, { youngPeople: { direct } }));
    expect(publishedOf(by(versions, 'service'))).toEqual([]);
    expect(publishedOf(by(versions.slice(1), 'service'))).toHaveLength(1);
  });

  test('adds up to bounds that hold, where a category is not known', () => {
    const returns = [
      { 'under-12': { unknown: 'not-known' }, '12-14': 20, '15-17': 12 },
      { 'under-12': 10, '12-14': 18, '15-17': 12 },
    ].map((age, index) => of(String(index + 1), 1, { youngPeople: { direct: 50, base: 'direct', age } }));
    const again = summarise(publishedOf(by(returns, 'service')));
    for (const path of ['youngPeople.age.under-12', 'youngPeople.age/not-stated'])
      expect(figureAt(again, { path })).toMatchObject(boundsOf(figureAt(summarise(returns), { path })));
  });

  test('has what rounding leaves open', () => {
    expect(returned({ youngPeople: { direct: 31 } }, none, 5)?.youngPeople).toEqual({
      direct: { withheld: [28, 32] },
    });
  });

  test('says what does not apply or is not known, and leaves out what it does not say', () => {
    const value = returned({
      youngPeople: {
        direct: { notApplicable: 'no-direct-work' },
        indirect: { unknown: 'not-known' },
        total: 3,
      },
    });
    expect(value?.youngPeople).toEqual({
      direct: { notApplicable: 'not-applicable' },
      indirect: { unknown: 'not-known' },
      total: 3,
    });
    expect(value).not.toHaveProperty('referrals');
    expect(returned({ referrals: { received: 3 } })).not.toHaveProperty('youngPeople');
  });

  test('keeps its revision, and whose returns it adds up', () => {
    expect(returned({ revision: 3, referrals: { received: 3 } })).toMatchObject({ revision: 3 });
    expect(returned({ revision: 1, referrals: { received: 3 } })).not.toHaveProperty('revision');
    expect(returned({ referrals: { received: 3 } })).not.toHaveProperty('revision');
    // As many returns as were sent, which need not be as many as there are services.
    for (const returns of [1, 2, 5]) {
      const combined = { combined: { services: ['1', '2'], returns }, referrals: { received: 3 } };
      expect(returned(combined)).toMatchObject({ combined: { services: ['1', '2'], returns } });
    }
    expect(returned({ referrals: { received: 3 } })).not.toHaveProperty('combined');
  });

  test('says of a year that it is one on purpose, so that it is no quarter by mistake', () => {
    const year = { period: { from: '2014-01-01', to: '2014-12-31' }, declared: 'year' };
    const value = returned({ ...year, referrals: { received: 3 } });
    expect(value).toMatchObject(year);
    expect(checkReturn(value).findings.filter(({ rule }) => rule === 'R102')).toEqual([]);
    expect(returned({ referrals: { received: 3 } })).not.toHaveProperty('declared');
  });

  test('has no place for categories of a closed list that were put together', () => {
    const age = { age: { 'under-12': 3, '12-14': 8, '15-17': 19 } };
    const sent = of('1', 1, {
      youngPeople: { direct: 30, base: 'direct', ...age, ethnicity: { 'white-uk': 30 } },
    });
    const merged = (field: string, codes: readonly string[]) =>
      publishedOf(mergeCategories(by([sent], 'service'), { field, codes, into: 'Others' }))[0]?.youngPeople;
    expect(publishedOf(by([sent], 'service'))[0]?.youngPeople?.age).toEqual(age.age);
    const without = merged('youngPeople.age', ['under-12', '12-14']);
    expect(without).not.toHaveProperty('age');
    expect(without?.ethnicity).toEqual({ 'white-uk': 30 });
    // An open list takes them as a category of the service’s own.
    const open = merged('youngPeople.ethnicity', ['white-uk', 'white-other']);
    expect(open?.ethnicity).toMatchObject({ Others: 30 });
    expect(open?.age).toEqual(age.age);
  });
});

describe('returns are printed one by one', () => {
  const sent = [
    of('1', 1, { referrals: { received: 3 } }),
    of('1', 2, { referrals: { received: 4 } }),
    of('2', 1, { referrals: { received: 9 } }),
  ];
  const printedBy = (...dimensions: readonly Dimension[]) =>
    publishedOf(by(sent, ...dimensions)).map(({ service, period, referrals }) => [
      service,
      period.from.slice(5, 7),
      referrals?.received,
    ]);

  test('where each has figures of its own', () => {
    expect(printedBy('service', 'quarter')).toEqual([
      ['1', '01', 3],
      ['1', '04', 4],
      ['2', '01', 9],
    ]);
  });

  test('and not where several are behind a figure, or nobody is named', () => {
    expect(printedBy('service')).toEqual([['2', '01', 9]]);
    expect(printedBy('quarter')).toEqual([]);
    expect(printedBy()).toEqual([]);
  });
});
