import { cellInWords, checkReturn, explain, type CheckContext, type Finding } from 'hub-and-spoke';
import { describe, expect, test } from 'vitest';

const header = { edition: 'year-two', service: '2', period: { from: '2015-01-01', to: '2015-03-31' } };
const early = { ...header, period: { from: '2014-10-01', to: '2014-12-31' } };
const notRun = (input: unknown, rule: string, context?: CheckContext) =>
  checkReturn(input, context).notRun.find((each) => each.rule === rule)?.reason;
const codes = (input: unknown) => checkReturn(input).findings.map(({ rule }) => rule);

describe('a rule that is not run says why', () => {
  const routes = { reported: 5, route: { police: 7 } };

  test('because of what was not returned, the first part that it needs', () => {
    expect(notRun(header, 'R207')).toBe('referrals.reported was not returned.');
    expect(notRun({ ...header, referrals: { reported: 7 } }, 'R207')).toBe(
      'referrals.route was not returned.',
    );
  });

  test('because it is not in force yet', () => {
    expect(notRun({ ...early, referrals: routes }, 'R207')).toBe('The rule is in force from 2015-Q1.');
    expect(codes({ ...early, referrals: routes })).not.toContain('R207');
    expect(codes({ ...header, referrals: routes })).toContain('R207');
  });

  test('but runs where nobody can say in which quarter', () => {
    const noPeriod = { edition: 'year-two', service: '2', period: 'soon', referrals: routes };
    expect(codes(noPeriod)).toEqual(expect.arrayContaining(['R005', 'R207']));
  });

  test('because it would only repeat another', () => {
    const reversed = { ...header, period: { from: '2015-03-31', to: '2015-01-01' } };
    expect(codes(reversed)).toContain('R101');
    for (const rule of ['R102', 'R103']) expect(notRun(reversed, rule)).toBe('It would only repeat R101.');
    expect(notRun(header, 'R102')).toBeUndefined();
  });

  test('because of what it was not told', () => {
    const reasons = checkReturn({ ...header, youngPeople: { direct: 3 } }).notRun.map(({ reason }) => reason);
    for (const reason of reasons) expect(reason).toMatch(/^[A-Za-z].*\.$/);
    expect(notRun({ ...header, youngPeople: { direct: 3 } }, 'R103')).not.toBe(undefined);
    expect(notRun({ ...header, youngPeople: { direct: 3 } }, 'R103', { asOf: '2015-05-01' })).toBeUndefined();
  });
});

test('today is a day, or a mistake of the caller', () => {
  for (const asOf of ['today', '2015-02-30', ''])
    expect(() => checkReturn(header, { asOf })).toThrow(
      new RangeError(`checkReturn: asOf is no ISO date: ${JSON.stringify(asOf)}`),
    );
});

describe('an explanation', () => {
  const query: Finding = {
    rule: 'R212',
    severity: 'query',
    paths: ['0.youngPeople.direct', '1.youngPeople.direct'],
    message: 'Something.',
    found: { '0.youngPeople.direct': 5, '1.youngPeople.direct': 7 },
    expected: '',
    remedy: '',
  };

  test('is about every value that was found, or about those of one return among several', () => {
    expect(explain({ ...query, found: { 'youngPeople.direct': 5 } }, 'So it was.')).toEqual({
      rule: 'R212',
      because: 'So it was.',
      about: { 'youngPeople.direct': 5 },
    });
    expect(explain(query, 'So it was.', 1)).toEqual({
      rule: 'R212',
      because: 'So it was.',
      about: { 'youngPeople.direct': 7 },
      finding: 'Something.',
    });
  });

  test.each(['error', 'advice'] as const)('is of no %s', (severity) => {
    expect(() => explain({ ...query, severity }, 'So it was.')).toThrow(
      new RangeError(`explain: R212 is no query but ${severity}`),
    );
  });

  test('settles what it covers, and has lapsed where a value is another', () => {
    const counts = (female: number) => ({ direct: 5, base: 'direct', gender: { female } });
    const [found] = checkReturn({ ...header, youngPeople: counts(3) }).findings.filter(
      ({ rule }) => rule === 'R212',
    );
    const explanation = found && explain(found, 'Two did not say.');
    const settled = (female: number, more: object = {}) => {
      const checked = checkReturn({
        ...header,
        youngPeople: counts(female),
        explanations: [explanation],
        ...more,
      });
      const finding = checked.findings.find(({ rule }) => rule === 'R212');
      return [finding?.settledBy, finding?.lapsed, checked.accepted];
    };
    expect(settled(3)).toEqual(['Two did not say.', undefined, true]);
    expect(settled(4)).toEqual([undefined, 'Two did not say.', false]);
    expect(settled(3, { explanations: [] })).toEqual([undefined, undefined, false]);
    const partly = { ...explanation, about: { 'youngPeople.direct': 5 } };
    expect(settled(3, { explanations: [partly] })).toEqual([undefined, 'Two did not say.', false]);
  });
});

test.each([
  [{ file: 'a.csv', line: 3, column: 2 }, 'a.csv, line 3, column 2'],
  [{ sheet: 'Form', address: 'C14' }, 'Sheet "Form", C14'],
  [{ file: 'a.json', item: 2 }, 'a.json, item 2'],
  [{}, ''],
])('a place in a file is said in words: %j', (cell, words) => {
  expect(cellInWords(cell)).toBe(words);
});
