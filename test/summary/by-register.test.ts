import {
  expectedReturns,
  figureAt,
  figureInWords,
  mergeSummaries,
  summarise,
  type CoreReturn,
} from 'hub-and-spoke';
import { register, returns } from 'hub-and-spoke/year-two';
import { describe, expect, test } from 'vitest';
import { direct } from './returns.ts';

describe('by what the register knows', () => {
  test('models and phases are kept apart, and a combination of several says so', () => {
    const groups = (by: 'model' | 'phase' | 'hostSector' | 'area') =>
      summarise(returns, { by: [by], register })
        .figures.filter(({ path }) => path === 'youngPeople.direct')
        .map(({ group, low }) => [group[by], low]);
    expect(groups('phase')).toEqual([
      ['one', 221],
      ['two', 50],
    ]);
    expect(groups('model')).toEqual([
      ['1', 171],
      ['2', 50],
      ['several', 50],
    ]);
    expect(groups('hostSector').length).toBeGreaterThan(0);
    expect(groups('area').length).toBeGreaterThan(0);
  });

  test('a dimension that needs a register is a mistake without one', () => {
    expect(() => summarise(returns, { by: ['model'] })).toThrow(RangeError);
  });
});

describe('against what the calendar expected', () => {
  const { expected } = expectedReturns(register, { asOf: '2015-04-01' });
  const quarter = expected.filter((each) => each.quarter === '2015-Q1');
  const figure = (values: readonly CoreReturn[]) =>
    figureAt(summarise(values, { expected: quarter }), { path: 'youngPeople.direct' });

  test('returns that did not come lower the coverage', () => {
    const found = figure([direct('4', '2015-Q1', 12), direct('5', '2015-Q1', 20)]);
    expect(found && figureInWords(found, 'services')).toBe('32, from 2 of 3 services');
    expect(found?.from).toHaveLength(2);
  });

  test('and no longer when they come, merged in any order', () => {
    const first = summarise([direct('4', '2015-Q1', 12)], { expected: quarter });
    const later = summarise([direct('5', '2015-Q1', 20), direct('8', '2015-Q1', 9)], { expected: quarter });
    const all = summarise(
      [direct('4', '2015-Q1', 12), direct('5', '2015-Q1', 20), direct('8', '2015-Q1', 9)],
      { expected: quarter },
    );
    expect(mergeSummaries(first, later)).toEqual(all);
    expect(mergeSummaries(later, first)).toEqual(all);
    expect(figureAt(all, { path: 'youngPeople.direct' })?.coverage).toEqual({
      returned: 3,
      expected: 3,
      notApplicable: 0,
    });
  });

  test('a cover that a later revision takes away is missing again, whichever is merged first', () => {
    const combined = (services: readonly string[], revision: number): CoreReturn => ({
      ...direct('X', '2015-Q1', 9),
      combined: { services, returns: 2 },
      revision,
    });
    const [a, b] = [combined(['4', '5'], 1), combined(['5', '8'], 2)];
    const all = summarise([a, b], { expected: quarter });
    expect(mergeSummaries(summarise([a], { expected: quarter }), summarise([b]))).toEqual(all);
    expect(mergeSummaries(summarise([b]), summarise([a], { expected: quarter }))).toEqual(all);
  });

  test('returns that disagree on their services are of several models, in any order', () => {
    const of = (services: readonly string[]): CoreReturn => ({
      ...direct('X', '2015-Q1', 9),
      combined: { services, returns: 2 },
    });
    const groups = (values: readonly CoreReturn[]) =>
      summarise(values, { register, by: ['model'] }).figures.map(({ group }) => group);
    expect(groups([of(['1', '2']), of(['1', '3'])])).toEqual(groups([of(['1', '3']), of(['1', '2'])]));
    const [one, other] = [
      summarise([direct('2', '2015-Q1', 3)], { register }),
      summarise([direct('2', '2015-Q1', 3)]),
    ];
    expect(mergeSummaries(one, other)).toEqual(mergeSummaries(other, one));
  });

  test('a combined return covers the quarters of its services, as many as it is of', () => {
    const both = expectedReturns(register, { asOf: '2015-07-01' }).expected.filter(
      (each) => each.quarter !== undefined,
    );
    const summary = summarise(returns.slice(3), { expected: both });
    expect(figureAt(summary, { path: 'youngPeople.direct' })?.coverage).toEqual({
      returned: 1,
      // Three services, two quarters and five returns: one is still missing, and nobody knows whose.
      expected: 2,
      notApplicable: 0,
    });
    const six = returns.slice(3).map((each) => ({
      ...each,
      ...(each.combined && { combined: { ...each.combined, returns: 6 } }),
    }));
    expect(figureAt(summarise(six, { expected: both }), { path: 'youngPeople.direct' })?.coverage).toEqual({
      returned: 1,
      expected: 1,
      notApplicable: 0,
    });
  });
});
