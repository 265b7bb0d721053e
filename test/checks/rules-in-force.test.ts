import { returnRule, rules, type Quarter } from 'hub-and-spoke';
import { describe, expect, test } from 'vitest';
import { inForceBy, rulesIn } from '../../src/checks/rules-in-force.ts';

const ruleOf = (code: string, more: object = {}) =>
  returnRule({
    code,
    severity: 'error',
    source: 'library',
    statement: 'A truth.',
    remedy: 'Do this.',
    fields: ['youngPeople.direct'],
    examples: { holds: [], breaks: [] },
    check: () => [],
    ...more,
  });

const always = ruleOf('A', { needs: ['youngPeople.direct', 'youngPeople.total'] });
const later = ruleOf('B', { since: '2014-Q3' });
const forOneYear = ruleOf('C', { since: '2014-Q4', until: '2015-Q3' });
// Prepared anew for each test: what is made once, as a file loads, is of no test.
const from = (quarter: Quarter | undefined) => inForceBy([forOneYear, later, always])(quarter);
const inForce = (quarter: Quarter | undefined) =>
  from(quarter).flatMap(({ rule, notInForce }) => (notInForce === undefined ? [rule.code] : []));

describe('the rules in force', () => {
  test.each([
    ['before all others', '2013-Q3', []],
    ['in the first quarter of a rule', '2013-Q4', ['A']],
    ['before another', '2014-Q2', ['A']],
    ['in its first quarter', '2014-Q3', ['B', 'A']],
    ['as one for a year begins', '2014-Q4', ['C', 'B', 'A']],
    ['in the last quarter of that', '2015-Q3', ['C', 'B', 'A']],
    ['after it', '2015-Q4', ['B', 'A']],
    ['long after all changes', '2030-Q1', ['B', 'A']],
  ] as const)('%s', (_, quarter, codes) => {
    expect(inForce(quarter)).toEqual(codes);
  });

  test('are all of them where the quarter is not known', () => {
    expect(inForce(undefined)).toEqual(['C', 'B', 'A']);
  });

  test('stand in the order of the catalogue with those that are not, which say since when and until when', () => {
    expect(from('2014-Q2').map(({ notInForce }) => notInForce)).toEqual([
      { rule: 'C', reason: 'The rule is in force from 2014-Q4 to 2015-Q3.' },
      { rule: 'B', reason: 'The rule is in force from 2014-Q3.' },
      undefined,
    ]);
  });

  test('say what each needs, and what to say where that was not returned', () => {
    expect(from('2015-Q1').map(({ needs }) => needs)).toEqual([
      [],
      [],
      [
        {
          part: 'youngPeople.direct',
          notReturned: { rule: 'A', reason: 'youngPeople.direct was not returned.' },
        },
        {
          part: 'youngPeople.total',
          notReturned: { rule: 'A', reason: 'youngPeople.total was not returned.' },
        },
      ],
    ]);
  });

  test('of the catalogue itself are prepared once', () => {
    expect(rulesIn('2015-Q1').map(({ rule }) => rule)).toEqual(rules);
    expect(rulesIn('2015-Q1')).toBe(rulesIn('2015-Q1'));
  });
});
