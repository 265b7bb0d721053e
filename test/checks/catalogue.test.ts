import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { checkReturn, rules, shapeRules, type CheckContext, type Rule } from 'hub-and-spoke';
import { returns } from 'hub-and-spoke/year-two';
import { describe, expect, test } from 'vitest';
import { coreReturnValue } from '../arbitraries.ts';
import { header, wholeReturn } from './whole-return.ts';

const everything: CheckContext = {
  asOf: '2030-01-01',
  duties: ['casework', 'training'],
  rates: [
    {
      of: 'withProfessionals.trainingAttending',
      per: 'withProfessionals.trainingSessions',
      count: 113,
      exposure: 17,
      from: 'test',
    },
  ],
  ...(returns[1] && { earlier: returns[1] }),
};

const codesFor = (input: unknown, context: CheckContext = {}): readonly string[] =>
  checkReturn(input, context).findings.map(({ rule }) => rule);

describe('the catalogue', () => {
  test('has unique codes in order', () => {
    const codes = [...shapeRules, ...rules].map(({ code }) => code);
    expect(codes).toEqual([...new Set(codes)].sort());
    expect(codes).toHaveLength(52);
  });

  test('lists every rule that a file declares', () => {
    const folder = new URL('../../src/checks/rules/', import.meta.url);
    const declared = readdirSync(folder).flatMap(
      (file) => readFileSync(new URL(file, folder), 'utf8').match(/R\d{3}/g) ?? [],
    );
    const known = new Set(rules.map(({ code }) => code));
    expect([...new Set(declared)].filter((code) => !known.has(code))).toEqual([]);
  });
});

describe.each(shapeRules.map((rule) => [rule.code, rule] as const))('%s', (code, { examples }) => {
  test.each(examples.breaks.map((example) => [example]))('breaks for %o', (example) => {
    expect(codesFor(example)).toContain(code);
  });
  test.each(examples.holds.map((example) => [example]))('holds for %o', (example) => {
    expect(codesFor(example)).not.toContain(code);
  });
});

describe.each(rules.map((rule) => [rule.code, rule] as const))('%s', (code, rule: Rule) => {
  test('shows a return that holds and one that breaks it', () => {
    expect(rule.examples.holds.length).toBeGreaterThan(0);
    expect(rule.examples.breaks.length).toBeGreaterThan(0);
  });

  test.each(rule.examples.breaks.map((example) => [example]))('breaks for %o', ({ value, context }) => {
    const { findings } = checkReturn(wholeReturn(value), context);
    const finding = findings.find((each) => each.rule === code);
    expect(finding).toBeDefined();
    expect(finding?.severity).toBe(rule.severity);
    expect(Object.keys(finding?.found ?? {})).toEqual(finding?.paths);
  });

  test.each(rule.examples.holds.map((example) => [example]))('holds for %o', ({ value, context }) => {
    const { findings, notRun } = checkReturn(wholeReturn(value), context);
    expect(findings.map((each) => each.rule)).not.toContain(code);
    expect(notRun.map((each) => each.rule)).not.toContain(code);
  });

  test('reads the parts it declares and no others', () => {
    for (const { value, context } of [...rule.examples.holds, ...rule.examples.breaks]) {
      const given = rule.fields.includes('period') ? { period: header.period, ...value } : value;
      const view = new Proxy(given, {
        get(target, key) {
          expect(rule.fields, String(key)).toContain(key);
          return Reflect.get(target, key) as unknown;
        },
      });
      rule.check(view, { ...everything, ...context });
    }
  });
});

describe('on generated returns', () => {
  test('no rule throws, and each either finds, passes or says why it was not run', () => {
    fc.assert(
      fc.property(coreReturnValue, (value) => {
        const { findings, notRun } = checkReturn(value, everything);
        const twice = notRun.filter(({ rule }) => findings.some((finding) => finding.rule === rule));
        expect(twice).toEqual([]);
        for (const { paths, found, message } of findings) {
          expect(Object.keys(found)).toEqual([...new Set(paths)]);
          expect(message).not.toMatch(/undefined|NaN|\[object|Infinity/);
        }
      }),
    );
  });

  test('no rule is always found together with another: none is redundant', () => {
    const seen = fc
      .sample(coreReturnValue, { numRuns: 600, seed: 7 })
      .map((value) => new Set(codesFor(value, everything)));
    const examples = rules.flatMap(({ examples: { breaks } }) =>
      breaks.map(({ value, context }) => new Set(codesFor(wholeReturn(value), context))),
    );
    const published = returns.map((value) => new Set(codesFor(value)));
    const all = [...seen, ...examples, ...published];
    for (const { code } of rules) {
      const broken = all.filter((codes) => codes.has(code));
      expect(broken.length, `${code} fires`).toBeGreaterThan(0);
      const shadows = rules.filter(
        (other) => other.code !== code && broken.every((codes) => codes.has(other.code)),
      );
      expect(
        shadows.map((other) => `${code} implies ${other.code}`).filter((pair) => !allowed.has(pair)),
      ).toEqual([]);
    }
  });
});

/** Breaks that come together by their nature, each asking for something different. */
const allowed = new Set<string>([]);

test('a return with nothing in it, or with fields and nothing in them, is not accepted as checked', () => {
  for (const input of [header, { ...header, youngPeople: {}, withProfessionals: {} }]) {
    const { findings, notRun, accepted } = checkReturn(input);
    expect(accepted).toBe(true);
    expect(findings).toEqual([]);
    expect(notRun.length).toBeGreaterThan(25);
  }
});
