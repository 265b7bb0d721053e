import fc from 'fast-check';
import {
  checkCollection,
  checkReturn,
  collectionRules,
  explain,
  localise,
  valueAt,
  type CollectionRule,
  type CoreReturn,
} from 'hub-and-spoke';
import { register, returns } from 'hub-and-spoke/year-two';
import { describe, expect, test } from 'vitest';
import { coreReturnValue } from '../arbitraries.ts';

const header = {
  edition: 'year-two',
  service: '2',
  period: { from: '2015-01-01', to: '2015-03-31' },
} as const;
const next = { ...header, period: { from: '2015-04-01', to: '2015-06-30' } } as const;

describe.each(collectionRules.map((rule) => [rule.code, rule] as const))('%s', (_, rule: CollectionRule) => {
  test('breaks for its examples that break, at places that exist', () => {
    for (const collection of rule.examples.breaks) {
      const breaks = rule.check(collection);
      expect(breaks.length).toBeGreaterThan(0);
      for (const { places } of breaks) {
        for (const [index] of places) expect(collection.all.some((each) => each.index === index)).toBe(true);
      }
    }
  });
  test('holds for its examples that hold', () => {
    for (const collection of rule.examples.holds) expect(rule.check(collection)).toEqual([]);
  });
});

test('codes are unique and in order', () => {
  const codes = collectionRules.map(({ code }) => code);
  expect(codes).toEqual([...new Set(codes)].sort());
});

test('without a register the rules that need one are not run, and say so', () => {
  const { notRun } = checkCollection([header]);
  expect(notRun.map(({ rule }) => rule)).toEqual(['C103', 'C201', 'C202', 'C203']);
});

test('a collection with what is no return still checks the others', () => {
  const checked = checkCollection([null, header, header, 'x'], { asOf: '2015-07-01' });
  expect(checked.returns.map(({ value }) => value !== undefined)).toEqual([false, true, true, false]);
  expect(checked.findings.find(({ rule }) => rule === 'C101')?.paths).toEqual(['1.revision', '2.revision']);
});

test('a return learns the duties of its service and its own earlier return', () => {
  const gender = { female: 39, male: 11 };
  const values = [header, next].map((each) => ({
    ...each,
    youngPeople: { direct: 50, base: 'direct', gender },
  }));
  const second = checkCollection(values, { register }).returns[1];
  expect(second?.findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['R401', 'R453']));
});

test('earlier returns are compared with and not checked', () => {
  const earlier: CoreReturn = { ...header, youngPeople: { direct: 3 } };
  const { findings, returns: checked } = checkCollection([{ ...next, youngPeople: { direct: 35 } }], {
    earlier: [earlier],
  });
  expect(checked).toHaveLength(1);
  expect(findings.find(({ rule }) => rule === 'C302')?.message).toContain('3 in 2015-Q1, 35 in 2015-Q2');
});

test('a later revision counts, and its changes are listed', () => {
  const later = { ...header, revision: 2, youngPeople: { direct: 31 } };
  const { findings } = checkCollection([later, { ...header, youngPeople: { direct: 30 } }]);
  expect(findings.map(({ rule, message }) => [rule, message])).toEqual([
    [
      'C104',
      'Revision 2 of service 2, 2015-Q1 changes Young people receiving direct support from Spokes (30, now 31).',
    ],
  ]);
});

test('a query of the collection is settled by an explanation that one of its returns carries', () => {
  const [first, ...others] = returns;
  const spokes = checkCollection(returns, { register }).findings.find(({ rule }) => rule === 'C202');
  if (first === undefined || spokes === undefined) throw new Error('Table 2 has five Spokes');
  const explained = { ...first, explanations: [explain(spokes, 'Two were funded by the authority.', 0)] };
  const settled = (values: readonly unknown[]) =>
    checkCollection(values, { register })
      .findings.filter(({ rule }) => rule === 'C202')
      .map(({ settledBy }) => settledBy);
  expect(settled([explained, ...others])).toEqual(['Two were funded by the authority.', undefined]);
  expect(settled([{ ...explained, spokes: { headcount: 6 } }, ...others])).toEqual([undefined, undefined]);
});

test('the missing returns of a calendar are named', () => {
  const { findings } = checkCollection(returns, { register, asOf: '2016-01-01' });
  expect(findings.filter(({ rule }) => rule === 'C103').map(({ message }) => message)).toEqual([
    'Service 2 has not returned 2015-Q4.',
    'Service 3 has not returned 2015-Q4.',
    'Service 4 has not returned 2015-Q3, 2015-Q4.',
    'Service 5 has not returned 2015-Q3, 2015-Q4.',
    'Service 8 has not returned 2015-Q3, 2015-Q4.',
  ]);
});

test('the order of returns changes no finding of the collection', () => {
  fc.assert(
    fc.property(fc.array(coreReturnValue, { maxLength: 5 }), (values) => {
      const messages = (each: readonly unknown[]): readonly string[] =>
        checkCollection(each)
          .findings.map(({ message }) => message)
          .sort();
      const unordered = (each: readonly string[]): readonly string[] =>
        each.filter((message) => !message.includes(' and '));
      expect(unordered(messages([...values].reverse()))).toEqual(unordered(messages(values)));
    }),
  );
});

test('a period the wrong way round is one finding of its own return, and takes no part in comparisons', () => {
  const reversed = {
    ...header,
    period: { from: '2015-04-01', to: '2015-01-15' },
    youngPeople: { direct: 3 },
  };
  const { findings, returns: checked } = checkCollection([
    { ...header, youngPeople: { direct: 30 } },
    reversed,
  ]);
  expect(findings).toEqual([]);
  expect(checked[1]?.findings.map(({ rule }) => rule)).toEqual(['R101']);
});

test('an explanation settles its own pair of returns only, while both numbers stand', () => {
  const third = { ...header, period: { from: '2015-07-01', to: '2015-09-30' } };
  const values = (one: number, two: number, three: number) =>
    [header, next, third].map((each, index) => ({
      ...each,
      youngPeople: { direct: [one, two, three][index] },
    }));
  const query = checkCollection(values(3, 35, 900)).findings.find(({ paths }) => paths[0]?.startsWith('0.'));
  if (query === undefined) throw new Error('3 to 35 is improbable');
  const settled = (numbers: readonly [number, number, number]) => {
    const explained = values(...numbers).map((each, index) =>
      index === 1 ? { ...each, explanations: [explain(query, 'A new Spoke.', 1)] } : each,
    );
    return checkCollection(explained).findings.map(({ settledBy }) => settledBy);
  };
  expect(settled([3, 35, 900])).toEqual(['A new Spoke.', undefined]);
  expect(settled([9000, 35, 900])).toEqual([undefined, undefined]);
});

test('a combined return and one of its services for the same days overlap', () => {
  const combined = { ...header, service: '2 and 3', combined: { services: ['2', '3'], returns: 2 } };
  expect(checkCollection([combined, header]).findings.map(({ rule }) => rule)).toEqual(['C102']);
});

test('what is wrong among earlier returns is not said again', () => {
  const earlier = [{ ...header, service: '99', spokes: { headcount: 5 } }];
  expect(checkCollection([next], { register, earlier }).findings).toEqual([]);
});

test('a return is missing only once its day is past', () => {
  const due = { byQuarter: {}, daysAfterQuarter: 31 };
  const missing = (asOf: string) =>
    checkCollection([], { register, asOf, calendar: { due } })
      .findings.map(({ message }) => message)
      .join();
  expect(missing('2016-01-15')).not.toContain('2015-Q4');
  expect(missing('2016-02-15')).toContain('2015-Q4');
});

describe('the smallest change that mends all', () => {
  const youngPeople = {
    direct: 52,
    base: 'direct',
    age: { '15-17': 50 },
    gender: { female: 39, male: 11 },
  } as const;

  test('is the number that several sums share', () => {
    const { causes } = checkCollection([{ ...header, youngPeople }]);
    expect(causes).toEqual([
      {
        index: 0,
        paths: ['youngPeople.direct'],
        values: { 'youngPeople.direct': 50 },
        mends: 2,
        message:
          'All 2 sums would come out if Young people receiving direct support from Spokes were 50 instead of 52.',
      },
    ]);
  });

  test('is not proposed where one sum is broken, or none', () => {
    expect(localise({ ...header, youngPeople: { ...youngPeople, age: { '15-17': 52 } } })).toBeUndefined();
    for (const value of returns) expect(localise(value)).toBeUndefined();
  });

  test('never breaks another truth: 40 new young people cannot be among 30', () => {
    const value: CoreReturn = {
      ...header,
      youngPeople: {
        direct: 40,
        newInPeriod: 40,
        base: 'direct',
        age: { '15-17': 30 },
        gender: { female: 20, male: 10 },
      },
    };
    expect(localise(value)?.paths ?? []).not.toContain('youngPeople.direct');
  });

  test('may be the total, where its parts are not known', () => {
    const value: CoreReturn = {
      ...header,
      youngPeople: {
        total: 45,
        base: 'direct-and-indirect',
        age: { '12-14': 20, '15-17': 30 },
        gender: { female: 39, male: 11 },
      },
    };
    expect(localise(value)?.values).toEqual({ 'youngPeople.total': 50 });
  });

  test('never leaves a break: with the change made, every sum comes out', () => {
    const count = fc.integer({ min: 0, max: 6 });
    const counts = fc.record({
      direct: count,
      indirect: count,
      total: count,
      base: fc.constantFrom('direct' as const, 'direct-and-indirect' as const),
      age: fc.record({ '12-14': count, '15-17': count }),
      gender: fc.record({ female: count, male: count }),
    });
    fc.assert(
      fc.property(counts, (each) => {
        const cause = localise({ ...header, youngPeople: each });
        if (cause === undefined) return;
        const mended = structuredClone({ ...header, youngPeople: each }) as unknown as Record<
          string,
          Record<string, unknown>
        >;
        for (const [path, value] of Object.entries(cause.values)) {
          const names = path.split('.');
          const parent = valueAt(mended, names.slice(0, -1).join('.')) as Record<string, unknown>;
          parent[names.at(-1) ?? ''] = value;
        }
        const sums = checkReturn(mended).findings.filter(({ rule }) => /^R2[012]/.test(rule));
        expect(sums.map(({ message }) => message)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
