import { checkCollection, figureAt, isComplete, summarise, type CoreReturn } from 'hub-and-spoke';
import { describe, expect, test } from 'vitest';
import { returnFor } from './returns.ts';

const together = (quarter: '2015-Q1' | '2015-Q2', returns: number, youngPeople: object): CoreReturn => ({
  ...returnFor('4 and 5', quarter, { youngPeople }),
  combined: { services: ['4', '5'], returns },
});
const direct = (values: readonly CoreReturn[], options = {}) =>
  figureAt(summarise(values, options), { path: 'youngPeople.direct' });

describe('a combination of which returns are missing', () => {
  // Each service supports ten all the time; one of them sent each quarter.
  const first = together('2015-Q1', 1, { direct: 10, firstInYear: 10, openAtStart: 10, openAtEnd: 10 });
  const second = together('2015-Q2', 1, { direct: 10, firstInYear: 0, openAtStart: 10, openAtEnd: 10 });

  test('may be of another service in the next quarter: nobody is known to have stayed', () => {
    expect(direct([first, second])).toMatchObject({ low: 10, high: 20 });
    const whole = [first, second].map((each) => ({
      ...each,
      combined: { services: ['4', '5'], returns: 2 },
    }));
    expect(direct(whole)).toMatchObject({ low: 10, high: 10 });
  });

  test('is not asked why it does not begin as the one before ended', () => {
    const before = together('2015-Q1', 2, { direct: 20, openAtEnd: 20 });
    const codes = (value: CoreReturn) => checkCollection([before, value]).findings.map(({ rule }) => rule);
    expect(codes(together('2015-Q2', 1, { direct: 10, openAtStart: 10 }))).not.toContain('C303');
    expect(codes(together('2015-Q2', 2, { direct: 10, openAtStart: 10 }))).toContain('C303');
  });

  test('leaves the others missing that were expected', () => {
    const { period } = first;
    const expected = ['4', '5'].map(
      (service) => ({ service, phase: 'two', quarter: '2015-Q1', period }) as const,
    );
    const some = direct([first], { expected });
    expect(some?.coverage).toEqual({ returned: 1, expected: 2, notApplicable: 0 });
    expect(some?.caveats).toContain('not-all-returned');
    const all = direct([{ ...first, combined: { services: ['4', '5'], returns: 2 } }], { expected });
    expect(all?.coverage).toEqual({ returned: 1, expected: 1, notApplicable: 0 });
    expect(all !== undefined && isComplete(all)).toBe(true);
    // By service there is no group of one that nobody knows to be missing.
    const groups = summarise([first], { by: ['service'], expected }).figures.map(
      ({ group }) => group.service,
    );
    expect(new Set(groups)).toEqual(new Set(['4 and 5']));
  });
});
