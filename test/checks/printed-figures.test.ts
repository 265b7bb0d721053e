import { checkReturn } from 'hub-and-spoke';
import { describe, expect, test } from 'vitest';
import { wholeReturn } from './whole-return.ts';

/** What one rule says of the parts of a return: its messages, or why it was not run. */
function said(rule: string, parts: Readonly<Record<string, unknown>>): readonly string[] | string {
  const { findings, notRun } = checkReturn(wholeReturn(parts));
  const reason = notRun.find((each) => each.rule === rule)?.reason;
  return reason ?? findings.filter((each) => each.rule === rule).map(({ message }) => message);
}
const percent = (counts: object, percentages: object, more: object = {}) => ({
  'youngPeople.gender': counts,
  printed: {
    percentages: Object.fromEntries(
      Object.entries(percentages).map(([code, each]) => [`youngPeople.gender.${code}`, each as unknown]),
    ),
  },
  ...more,
});
const of = (direct: unknown) => ({ 'youngPeople.direct': direct, 'youngPeople.base': 'direct' });

describe('where nothing of its kind is printed, a rule says so', () => {
  const totals = { printed: { totals: {} } };
  test.each([
    ['R301', 'The return carries no printed percentages.'],
    ['R302', 'The return carries no printed percentages.'],
    ['R303', 'The return carries no printed percentages.'],
    ['R104', 'The return carries no printed period.'],
  ])('%s', (rule, reason) => {
    expect(said(rule, totals)).toBe(reason);
    expect(said(rule, {})).toBe('printed was not returned.');
  });
  test('R304', () => {
    expect(said('R304', { printed: { percentages: {} } })).toBe('The return carries no printed totals.');
    expect(said('R304', totals)).toEqual([]);
  });
});

describe('R301, a printed percentage is that of its count', () => {
  test('with the base that would fit what is printed, where one would', () => {
    expect(said('R301', percent({ female: 23 }, { female: 18 }, of(124)))).toEqual([
      'Gender: Female: the report prints 18%; 23 of 124 is 19%. 18% would fit a base of 125 to 131.',
    ]);
    expect(said('R301', percent({ female: 1 }, { female: 34 }, of(2)))).toEqual([
      'Gender: Female: the report prints 34%; 1 of 2 is 50%.',
    ]);
    expect(said('R301', percent({ female: 1 }, { female: 100 }, of(2)))).toEqual([
      'Gender: Female: the report prints 100%; 1 of 2 is 50%. 100% would fit a base of 1.',
    ]);
  });

  test('with no base, where the count is a range or the share is none of any', () => {
    expect(said('R301', percent({ female: { withheld: [30, 40] } }, { female: 90 }, of(100)))).toEqual([
      'Gender: Female: the report prints 90%; between 30 and 40 of 100 is 30% to 40%.',
    ]);
    expect(said('R301', percent({ female: 1 }, { female: 0 }, of(100)))).toEqual([
      'Gender: Female: the report prints 0%; 1 of 100 is 1%.',
    ]);
  });

  test('up to the whole itself, and not beyond, which is another fault', () => {
    expect(said('R301', percent({ female: 50 }, { female: 100 }, of(50)))).toEqual([]);
    expect(said('R301', percent({ female: 50 }, { female: 99 }, of(50)))).toHaveLength(1);
    expect(said('R301', percent({ female: 51 }, { female: 99 }, of(50)))).toEqual([]);
  });

  test('of those blocks whose base is said', () => {
    const routes = {
      'referrals.route': { police: 5 },
      'referrals.reported': 10,
      printed: { percentages: { 'referrals.route.police': 40, 'youngPeople.gender.female': 40 } },
    };
    expect(said('R301', { ...routes, 'youngPeople.gender': { female: 5 } })).toEqual([
      'Referral route: Police: the report prints 40%; 5 of 10 is 50%.',
    ]);
    expect(said('R301', percent({ female: 5 }, { female: 40 }))).toBe(
      'The return does not say what the percentages are of.',
    );
  });

  test('and one of nothing cannot be', () => {
    expect(said('R301', percent({ female: 0 }, { female: 0 }, of(0)))).toHaveLength(1);
  });
});

describe('R302, the percentages of a block add up as its counts do', () => {
  const sum = (counts: object, percentages: object, more: object = {}) =>
    said('R302', percent(counts, percentages, more));

  test('within half a point a row, on the counts themselves where no base is said', () => {
    expect(sum({ female: 30, male: 20 }, { female: 60, male: 41 })).toEqual([]);
    expect(sum({ female: 30, male: 20 }, { female: 60, male: 42 })).toEqual([
      'Gender: the percentages printed add up to 102; 50 of 50 is 100%, and rounding allows 1 either way.',
    ]);
    expect(sum({ female: 30, male: 20 }, { female: 60, male: 38 })).toHaveLength(1);
  });

  test('with words where the counts are more than all', () => {
    expect(sum({ female: 30, male: 21 }, { female: 10, male: 10 }, of(50))).toEqual([
      'Gender: the percentages printed add up to 20; 51 of 50 is more than all, and rounding allows 1 either way.',
    ]);
    expect(sum({ female: 30, male: 20 }, { female: 10, male: 10 }, of(50))).toEqual([
      'Gender: the percentages printed add up to 20; 50 of 50 is 100%, and rounding allows 1 either way.',
    ]);
  });

  test('unless nobody can say: one row, a range, or a base of none', () => {
    expect(sum({ female: 30 }, { female: 10 }, of(50))).toEqual([]);
    expect(sum({ female: { atLeast: 30 }, male: 10 }, { female: 10, male: 10 }, of(50))).toEqual([]);
    expect(sum({ female: 30, male: 10 }, { female: 10, male: 10 }, of({ withheld: [40, 50] }))).toEqual([]);
    expect(sum({ female: 0, male: 0 }, { female: 10, male: 10 })).toEqual([]);
    expect(sum({ female: 0, male: 0 }, { female: 10, male: 10 }, of(0))).toEqual([]);
  });
});

describe('R303, one base explains a block', () => {
  const mixed = (counts: object, percentages: object) => said('R303', percent(counts, percentages));

  test('of the rows that say something of it', () => {
    expect(mixed({ female: 85, male: 35 }, { female: 69, male: 29 })).toEqual([
      'Gender: no single base gives the percentages printed: 69% of 85 fits a base between 123 and 124, 29% of 35 fits a base between 119 and 122.',
    ]);
    expect(mixed({ female: 85, male: { withheld: [30, 40] } }, { female: 69, male: 1 })).toEqual([]);
    expect(mixed({ female: 85, male: 0 }, { female: 69, male: 50 })).toEqual([]);
    expect(mixed({ female: 85 }, { female: 200 })).toEqual([]);
  });

  test('or none does', () => {
    expect(mixed({ female: 1, male: 2 }, { female: 34, male: 67 })).toEqual([
      'Gender: no single base gives the percentages printed: 34% of 1 fits no base, 67% of 2 fits 3.',
    ]);
  });

  test('be it a single one', () => {
    expect(mixed({ female: 1, male: 2 }, { female: 33, male: 67 })).toEqual([]);
  });
});

describe('R304 and R305, totals, and what has no count beside it', () => {
  test('a total is compared where there are counts for it', () => {
    const counts = { 'youngPeople.gender': { female: 39, male: 11 }, 'youngPeople.age': { '12-14': 3 } };
    expect(said('R304', { ...counts, printed: { totals: { 'youngPeople.gender': 51 } } })).toEqual([
      'Gender: the total printed is 51; the counts add up to 50.',
    ]);
    expect(said('R304', { ...counts, printed: { totals: { 'youngPeople.living': 51 } } })).toEqual([]);
  });

  test('what is printed for a count that is not known has none beside it', () => {
    const one = 'so nothing could be compared.';
    const stray = (counts: object, percentages: object, totals: object = {}) => {
      const parts = percent(counts, percentages);
      const { findings } = checkReturn(wholeReturn({ ...parts, printed: { ...parts.printed, totals } }));
      return findings.filter(({ rule }) => rule === 'R305').map(({ message, paths }) => [message, paths]);
    };
    expect(stray({ female: 1 }, { female: 5 }, { 'youngPeople.gender': 1 })).toEqual([]);
    expect(stray({ female: { atLeast: 1 } }, { female: 5 })).toEqual([]);
    for (const cell of [{ unknown: 'not-known' }, { notApplicable: 'no-direct-work' }])
      expect(stray({ female: cell }, { female: 5 })).toEqual([
        [
          `1 printed figure has no count beside it, ${one}`,
          ['printed.percentages.youngPeople.gender.female'],
        ],
      ]);
    expect(stray({ female: 1 }, { male: 5 }, { 'youngPeople.age': 4 })).toEqual([
      [
        `2 printed figures have no counts beside them, ${one}`,
        ['printed.percentages.youngPeople.gender.male', 'printed.totals.youngPeople.age'],
      ],
    ]);
  });
});
