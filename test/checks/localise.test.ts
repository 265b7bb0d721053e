import { localise } from 'hub-and-spoke';
import { describe, expect, test } from 'vitest';

const causeIn = (parts: object) =>
  localise({
    edition: 'year-two',
    service: '2',
    period: { from: '2015-01-01', to: '2015-03-31' },
    ...parts,
  });
const changes = (parts: object) => causeIn(parts)?.values;

const fiftyByAge = { age: { '15-17': 50 } };
const fiftyTwice = { ...fiftyByAge, gender: { female: 39, male: 11 } };

describe('one count that would mend several sums', () => {
  test('is the direct support that two characteristics describe', () => {
    expect(causeIn({ youngPeople: { direct: 52, base: 'direct', ...fiftyTwice } })).toEqual({
      paths: ['youngPeople.direct'],
      values: { 'youngPeople.direct': 50 },
      mends: 2,
      message:
        'All 2 sums would come out if Young people receiving direct support from Spokes were 50 instead of 52.',
    });
  });

  test('is one of direct and indirect support where the two are described together', () => {
    const both = { direct: 30, indirect: 22, base: 'direct-and-indirect', ...fiftyTwice };
    expect(changes({ youngPeople: both })).toEqual({ 'youngPeople.direct': 28 });
  });

  test.each([
    ['alone', { total: 52 }],
    ['with the direct support', { direct: 30, total: 52 }],
    [
      'with an indirect support that is not known',
      { direct: 30, indirect: { unknown: 'not-known' }, total: 52 },
    ],
    ['with the indirect support', { indirect: 30, total: 52 }],
  ])('is the total, where it stands %s', (_, counts) => {
    expect(changes({ youngPeople: { ...counts, base: 'direct-and-indirect', ...fiftyTwice } })).toEqual({
      'youngPeople.total': 50,
    });
  });

  test('is among the terms of a sum that should make the total', () => {
    const youngPeople = { direct: 40, indirect: 20, total: 50, base: 'direct' };
    expect(
      causeIn({ youngPeople: { ...youngPeople, age: { '15-17': 30 }, gender: { female: 30 } } }),
    ).toMatchObject({
      values: { 'youngPeople.direct': 30 },
      mends: 3,
    });
  });

  test('is found in what is asked of few as well', () => {
    const youngPeople = { direct: 52, base: 'direct', ...fiftyByAge, disability: { disabled: 50 } };
    expect(changes({ youngPeople })).toEqual({ 'youngPeople.direct': 50 });
  });

  test('is not proposed where those first counted in the year would then be more than those supported', () => {
    const youngPeople = { direct: 52, firstInYear: 51, base: 'direct', ...fiftyTwice };
    expect(changes({ youngPeople })).toBeUndefined();
  });

  test('leaves a characteristic out of which something is not known', () => {
    const youngPeople = {
      direct: 52,
      base: 'direct',
      ...fiftyTwice,
      ethnicity: { 'white-uk': 40, 'white-other': { unknown: 'not-known' } },
    };
    expect(changes({ youngPeople })).toEqual({ 'youngPeople.direct': 50 });
  });
});

describe('two counts that would mend several sums', () => {
  test('may be of different sums', () => {
    const cause = causeIn({
      youngPeople: { direct: 30, base: 'direct', age: { '15-17': 28 }, gender: { female: 28 } },
      referrals: { reported: 10, route: { police: 7 } },
    });
    expect(cause).toEqual({
      paths: ['youngPeople.direct', 'referrals.route.police'],
      values: { 'youngPeople.direct': 28, 'referrals.route.police': 10 },
      mends: 3,
      message:
        'All 3 sums would come out if Young people receiving direct support from Spokes were 28 instead of 30 and Referral route: Police were 10 instead of 7.',
    });
  });

  test('may hang together', () => {
    const youngPeople = {
      direct: 52,
      indirect: 8,
      base: 'direct',
      age: { '15-17': 50 },
      gender: { female: 50 },
    };
    expect(changes({ youngPeople: { ...youngPeople, total: 62 } })).toEqual({
      'youngPeople.direct': 50,
      'youngPeople.indirect': 12,
    });
    expect(
      changes({ youngPeople: { ...youngPeople, total: 60, living: { 'at-home': 52 } } }),
    ).toBeUndefined();
  });

  test('never fall below 0', () => {
    const youngPeople = { direct: 5, indirect: 20, total: 10, base: 'direct' };
    expect(changes({ youngPeople: { ...youngPeople, age: { '15-17': 0 }, gender: { female: 0 } } })).toEqual({
      'youngPeople.direct': 0,
      'youngPeople.indirect': 10,
    });
  });

  test('may be of the cases that were open and closed', () => {
    const cause = causeIn({
      youngPeople: {
        direct: 30,
        base: 'direct',
        openAtStart: 10,
        opened: 5,
        openAtEnd: 9,
        age: { '15-17': 28 },
        gender: { female: 28 },
      },
      outcomes: { casesClosed: 4 },
    });
    expect(cause?.values).toEqual({ 'youngPeople.direct': 28, 'youngPeople.openAtStart': 8 });
    expect(cause?.mends).toBe(3);
  });
});

describe('nothing is proposed', () => {
  test.each<[string, object]>([
    ['where one sum alone is broken', { youngPeople: { direct: 30, base: 'direct', age: { '15-17': 28 } } }],
    ['where all sums come out', { youngPeople: { direct: 50, base: 'direct', ...fiftyTwice } }],
    [
      'where nobody said whom the characteristics describe',
      { youngPeople: { direct: 52, total: 52, ...fiftyTwice } },
    ],
    [
      'where it would break another truth',
      { youngPeople: { direct: 52, newInPeriod: 51, base: 'direct', ...fiftyTwice } },
    ],
    [
      'where the broken sums share no count',
      {
        youngPeople: {
          direct: 30,
          base: 'direct',
          openAtStart: 10,
          opened: 5,
          openAtEnd: 9,
          age: { '15-17': 28 },
        },
        outcomes: { casesClosed: 4 },
      },
    ],
    [
      'where three counts would have to change',
      {
        youngPeople: {
          direct: 52,
          base: 'direct',
          age: { '15-17': 50 },
          gender: { female: 51 },
          living: { 'at-home': 49 },
        },
      },
    ],
    ['where nothing was returned', {}],
  ])('%s', (_, parts) => {
    expect(causeIn(parts)).toBeUndefined();
  });
});
