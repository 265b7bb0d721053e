import type { CoreReturn, Summary } from 'hub-and-spoke';
import { describe, expect, test } from 'vitest';
import { mergesFor } from '../../src/disclosure/merges.ts';
import { by, quarter } from './releases.ts';

const of = (service: string, number: number, youngPeople: object): CoreReturn =>
  quarter(service, number, { youngPeople });
const names = (...summaries: readonly Summary[]) => mergesFor({ summaries }).map(({ name }) => name);
const applied = (name: string, ...summaries: readonly Summary[]) =>
  mergesFor({ summaries })
    .find((merge) => merge.name === name)
    ?.apply({ summaries, corrects: true });

const two = [of('1', 1, { direct: 5 }), of('1', 2, { direct: 6 })];

describe('what can be put together', () => {
  test('are quarters, where the returns stand by quarter', () => {
    expect(names(by(two, 'quarter'))).toEqual(['quarters to half-years', 'quarters to years']);
    expect(names(by(two, 'year'))).toEqual([]);
    expect(names(by(two), by(two, 'quarter'))).toEqual(['quarters to half-years', 'quarters to years']);
    expect(names()).toEqual([]);
  });

  test('are services, where the register says of which model each is', () => {
    expect(names(by(two, 'service'))).toEqual([]);
    const known = by(two, 'service');
    const facts = { model: '3' } as unknown as NonNullable<Summary['contributions'][number]['facts']>;
    const withFacts = (some: (index: number) => boolean): Summary => ({
      ...known,
      contributions: known.contributions.map((each, index) => (some(index) ? { ...each, facts } : each)),
    });
    expect(names(withFacts(() => true))).toEqual(['services to models']);
    expect(names(withFacts((index) => index === 0))).toEqual([]);
  });

  test('are made so in every summary that stands by them, and in no other', () => {
    const summaries = [by(two, 'quarter'), by(two, 'quarter', 'year'), by(two, 'service')];
    const contents = applied('quarters to years', ...summaries);
    expect(contents?.summaries?.map((each) => each.by)).toEqual([['year'], ['year'], ['service']]);
    expect(contents?.summaries?.[2]).toBe(summaries[2]);
    expect(contents?.corrects).toBe(true);
    expect(applied('quarters to half-years', ...summaries)?.summaries?.[0]?.by).toEqual(['half-year']);
  });
});

describe('categories that can be put together', () => {
  const aged = (age: object) => by([of('1', 1, { direct: 30, base: 'direct', age })]);

  test('are neighbouring age bands, in the order of the list, of three at least', () => {
    expect(names(aged({ '18-plus': 2, '12-14': 8, 'under-12': 3, '15-17': 17 }))).toEqual([
      'Age: Under 12 or 12-14',
      'Age: 12-14 or 15-17',
      'Age: 15-17 or 18 +',
    ]);
    expect(names(aged({ '12-14': 8, '15-17': 17 }))).toEqual([]);
  });

  test('are of other lists all but the largest', () => {
    const summary = by([
      of('1', 1, { direct: 30, base: 'direct', ethnicity: { 'white-uk': 20, 'white-other': 3, mixed: 4 } }),
    ]);
    expect(names(summary)).toHaveLength(1);
    expect(names(summary)[0]).toMatch(/^Ethnicity: White other or Mixed/);
    expect(names(summary)[0]).not.toMatch(/[./]/);
  });

  test('have a name that no category has', () => {
    const own = of('1', 1, {
      direct: 30,
      base: 'direct',
      gender: { female: 10, male: 4, other: 1, 'Male or other': 2 },
    });
    const summary = by([own]);
    const [name = ''] = names(summary);
    expect(() => applied(name, summary)).not.toThrow();
    const both = of('1', 1, { direct: 30, base: 'direct', gender: { female: 10, a: 4, 'a or b': 12, b: 1 } });
    for (const merge of mergesFor({ summaries: [by([both])] }))
      expect(() => merge.apply({ summaries: [by([both])] })).not.toThrow();
  });

  test('are by how many they have over all returns, at least', () => {
    const gender = (service: string, female: unknown, male: number, other: number) =>
      of(service, 1, { direct: 30, base: 'direct', gender: { female, male, other } });
    const largest = (...returns: readonly CoreReturn[]) => names(by(returns))[0];
    expect(largest(gender('1', 10, 9, 1))).toBe('Gender: Male or other');
    expect(largest(gender('1', 10, 9, 1), gender('2', 1, 9, 1))).toBe('Gender: Female or other');
    expect(largest(gender('1', { atLeast: 10 }, 9, 1))).toBe('Gender: Male or other');
    expect(largest(gender('1', { withheld: [1, 20] }, 9, 1))).toBe('Gender: Female or other');
  });

  test('become one in every summary', () => {
    const summary = aged({ 'under-12': 3, '12-14': 8, '15-17': 17 });
    const made = applied('Age: Under 12 or 12-14', summary)?.summaries?.[0];
    expect(made?.figures.find(({ path }) => path === 'youngPeople.age.Under 12 or 12-14')?.low).toBe(11);
    expect(made?.figures.some(({ path }) => path === 'youngPeople.age.under-12')).toBe(false);
  });
});
