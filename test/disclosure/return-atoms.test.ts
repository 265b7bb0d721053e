import { mergeCategories, summarise, type Summary } from 'hub-and-spoke';
import { describe, expect, test } from 'vitest';
import { returnAtoms } from '../../src/disclosure/return-atoms.ts';
import { withheldAt } from '../../src/disclosure/return-quantities.ts';
import { quarter } from './releases.ts';

const summaryOf = (parts: object): Summary => summarise([quarter('1', 1, parts)]);
function contributionOf({ contributions: [first] }: Summary) {
  if (first === undefined) throw new Error('one return');
  return first;
}
const atomsOf = (parts: object) => returnAtoms('k', contributionOf(summaryOf(parts)));

/** The relations between the counts of a return: what is what together. */
const relations = ({ lines }: ReturnType<typeof atomsOf>): readonly string[] =>
  lines.map(({ total, parts, of }) => `${[total, ...parts].join(' | ').replaceAll('k: ', '')} (${of})`);
/** The counts of a return, by their paths. */
const counts = ({ cells }: ReturnType<typeof atomsOf>): Readonly<Record<string, number>> =>
  Object.fromEntries(cells.map(({ id, count }) => [id.replace('k: ', ''), count]));

describe('how the counts of a return hang together', () => {
  const whole = atomsOf({
    youngPeople: {
      direct: 30,
      base: 'direct',
      gender: { female: 20, male: 8 },
      openAtStart: 10,
      opened: 5,
      openAtEnd: 11,
      newInPeriod: 4,
      firstInYear: 6,
    },
    referrals: { received: 12, reported: 10, route: { police: 6, health: 4 } },
    outcomes: { casesClosed: 4, atClose: { safety: { improved: 3, 'not-recorded': 1 } } },
  });

  test('is every relation that a reader could use', () => {
    expect([...relations(whole)].sort()).toEqual([
      'outcomes.casesClosed | outcomes.atClose.safety.improved | outcomes.atClose.safety.not-recorded (categories)',
      'referrals.reported | referrals.route.police | referrals.route.health (categories)',
      'youngPeople.direct | referrals.reported | referrals.reported/not-stated (implied)',
      'youngPeople.direct | youngPeople.firstInYear | youngPeople.direct/less youngPeople.firstInYear (implied)',
      'youngPeople.direct | youngPeople.gender.female | youngPeople.gender.male | youngPeople.gender/not-stated (categories)',
      'youngPeople.direct | youngPeople.newInPeriod | youngPeople.direct/less youngPeople.newInPeriod (implied)',
      'youngPeople.direct | youngPeople.openAtEnd | youngPeople.direct/less youngPeople.openAtEnd (implied)',
      'youngPeople.direct | youngPeople.openAtStart | youngPeople.direct/less youngPeople.openAtStart (implied)',
      'youngPeople.direct | youngPeople.openAtStart | youngPeople.newInPeriod | youngPeople.direct/less youngPeople.openAtStart and youngPeople.newInPeriod (implied)',
      'youngPeople.firstInYear | youngPeople.newInPeriod | youngPeople.firstInYear/less youngPeople.newInPeriod (implied)',
      'youngPeople.opened | youngPeople.newInPeriod | youngPeople.opened/less youngPeople.newInPeriod (implied)',
      'youngPeople.opened/with those before | outcomes.casesClosed | youngPeople.openAtEnd (implied)',
      'youngPeople.opened/with those before | youngPeople.openAtStart | youngPeople.opened (implied)',
    ]);
  });

  test('as is, once a calendar year has begun, that who was supported before is not counted first in it', () => {
    const youngPeople = { direct: 30, openAtStart: 20, firstInYear: 9 };
    const both =
      'youngPeople.direct | youngPeople.openAtStart | youngPeople.firstInYear | youngPeople.direct/less youngPeople.openAtStart and youngPeople.firstInYear (implied)';
    const of = (from: string, to: string) => {
      const value = { ...quarter('1', 1, { youngPeople }), period: { from, to } };
      return relations(returnAtoms('k', contributionOf(summarise([value]))));
    };
    expect(of('2015-04-01', '2015-06-30')).toContain(both);
    expect(of('2015-10-01', '2015-12-31')).toContain(both);
    expect(of('2015-01-01', '2015-03-31')).not.toContain(both);
    // In the new year those supported before it may be counted for the first time.
    expect(of('2015-10-01', '2016-03-31')).not.toContain(both);
  });

  test('and what is left of each is a count of its own', () => {
    expect(counts(whole)).toMatchObject({
      'youngPeople.direct': 30,
      'youngPeople.gender/not-stated': 2,
      'referrals.reported/not-stated': 20,
      'youngPeople.direct/less youngPeople.openAtStart and youngPeople.newInPeriod': 16,
      'youngPeople.opened/with those before': 15,
      'youngPeople.opened/less youngPeople.newInPeriod': 1,
    });
    for (const { total, parts } of whole.lines) {
      const count = (id: string): number => whole.cells.find((cell) => cell.id === id)?.count ?? NaN;
      expect(parts.map(count).reduce((sum, each) => sum + each, 0)).toBe(count(total));
    }
  });

  test('counts of people are there, and no others', () => {
    expect(Object.keys(counts(atomsOf({ withProfessionals: { trainingSessions: 3, agencies: 2 } })))).toEqual(
      [],
    );
    expect(counts(atomsOf({ youngPeople: { direct: { unknown: 'not-known' } } }))).toEqual({});
    // At least three were recorded.
    expect(counts(atomsOf({ youngPeople: { direct: { atLeast: 3 } } }))).toEqual({ 'youngPeople.direct': 3 });
  });
});

describe('cases', () => {
  const cases = (openAtStart: unknown, opened: unknown, casesClosed: unknown, openAtEnd: unknown) =>
    relations(atomsOf({ youngPeople: { openAtStart, opened, openAtEnd }, outcomes: { casesClosed } }));
  const unknown = { unknown: 'not-known' };

  test('that come and go in the same number are one line on each side', () => {
    expect(cases(10, 5, 4, 11)).toEqual([
      'youngPeople.opened/with those before | youngPeople.openAtStart | youngPeople.opened (implied)',
      'youngPeople.opened/with those before | outcomes.casesClosed | youngPeople.openAtEnd (implied)',
    ]);
  });

  test.each([
    ['they contradict each other', [10, 5, 4, 12]],
    ['those at the start are not known', [unknown, 5, 4, 11]],
    ['those opened are not known', [10, unknown, 4, 11]],
    ['those closed are not known', [10, 5, unknown, 11]],
    ['those at the end are not known', [10, 5, 4, unknown]],
  ] as const)('hang together in no line where %s', (_, [start, opened, closed, end]) => {
    expect(cases(start, opened, closed, end)).toEqual([]);
  });
});

describe('one quantity under several names', () => {
  const cellAt = (parts: object, path: string) => atomsOf(parts).cellOf.get(path);

  test('the number of those described is the direct support, where the characteristics describe that', () => {
    const direct = { youngPeople: { direct: 30, base: 'direct', gender: { female: 20 } } };
    for (const path of ['youngPeople.direct', 'youngPeople.base', 'youngPeople.gender'])
      expect([path, cellAt(direct, path)]).toEqual([path, 'k: youngPeople.direct']);
  });

  test('and is the total, where they describe everybody and the numbers agree', () => {
    const both = (total?: number) => ({
      youngPeople: {
        direct: 20,
        indirect: 10,
        ...(total !== undefined && { total }),
        base: 'direct-and-indirect',
        gender: { female: 20 },
      },
    });
    expect(cellAt(both(30), 'youngPeople.gender')).toBe('k: youngPeople.base');
    expect(cellAt(both(30), 'youngPeople.total')).toBe('k: youngPeople.base');
    expect(cellAt(both(31), 'youngPeople.total')).toBe('k: youngPeople.total');
    expect(cellAt(both(), 'youngPeople.gender')).toBe('k: youngPeople.base');
  });

  test('outcomes of a measure are of the cases closed; a category is of itself', () => {
    const outcomes = { outcomes: { casesClosed: 4, atClose: { safety: { improved: 4 } } } };
    expect(cellAt(outcomes, 'outcomes.atClose.safety')).toBe('k: outcomes.casesClosed');
    expect(cellAt(outcomes, 'outcomes.atClose.safety.improved')).toBe('k: outcomes.atClose.safety.improved');
  });
});

describe('what may be taken of a row because it is there', () => {
  const seen = (parts: object) =>
    atomsOf(parts).cells.flatMap(({ id, isSeen }) => (isSeen === true ? [id.replace('k: ', '')] : []));

  test('is that somebody was written down, in an open list alone', () => {
    expect(
      seen({
        youngPeople: { direct: 30, base: 'direct', ethnicity: { 'white-uk': 20 }, age: { '12-14': 10 } },
        outcomes: { casesClosed: 4, atClose: { safety: { improved: 4 } } },
      }),
    ).toEqual(['youngPeople.ethnicity.white-uk']);
  });
});

describe('what a publisher withheld', () => {
  const withheld = (low: number, high: number) => ({ withheld: [low, high] });
  const rest = (direct: number, gender: object) =>
    atomsOf({ youngPeople: { direct, base: 'direct', gender } }).cells.find(({ id }) =>
      id.endsWith('/not-stated'),
    );

  test('is in what is left, of which it is the least', () => {
    expect(rest(30, { female: 20, male: withheld(5, 9) })).toMatchObject({ count: 10, within: [5] });
    expect(rest(30, { female: 20 })).toMatchObject({ count: 10, within: [1] });
    expect(rest(30, { female: 20, male: withheld(0, 9) })).toMatchObject({ count: 10, within: [1] });
  });

  test('and is as good as known, where what is left is about its least', () => {
    const isTight = (count: number) => rest(20 + count, { female: 20, male: withheld(5, 9) })?.wasSmall;
    expect([5, 6, 7, 8].map(isTight)).toEqual([true, true, undefined, undefined]);
    expect(rest(21, { female: 20 })?.wasSmall).toBeUndefined();
    const two = { female: 20, male: withheld(3, 9), other: withheld(2, 4) };
    expect(rest(26, two)).toMatchObject({ within: [5], wasSmall: true });
  });

  test('is found at its own path, and at the number of those described', () => {
    const at = (path: string, parts: object) => withheldAt(path, contributionOf(summaryOf(parts)))?.low;
    const direct = {
      youngPeople: { direct: withheld(5, 9), base: 'direct', gender: { female: withheld(1, 4) } },
    };
    expect(at('youngPeople.direct', direct)).toBe(5);
    expect(at('youngPeople.base', direct)).toBe(5);
    expect(at('youngPeople.gender', direct)).toBe(5);
    expect(at('youngPeople.gender.female', direct)).toBe(1);
    expect(at('youngPeople.gender/not-stated', direct)).toBeUndefined();
    expect(at('youngPeople.indirect', direct)).toBeUndefined();
    const both = {
      youngPeople: { direct: withheld(5, 9), base: 'direct-and-indirect', gender: { female: 3 } },
    };
    expect(at('youngPeople.gender', both)).toBeUndefined();
    expect(at('youngPeople.direct', { youngPeople: { direct: { atLeast: 5 } } })).toBeUndefined();
  });
});

describe('counts that contradict each other', () => {
  const contradictions = (parts: object) => atomsOf(parts).contradictions;

  test('are named with what they exceed', () => {
    const over = { direct: 10, base: 'direct', gender: { female: 8, male: 3 } };
    expect(contradictions({ youngPeople: over })).toEqual(['k: youngPeople.gender']);
    expect(contradictions({ youngPeople: { ...over, direct: 11 } })).toEqual([]);
    const withheld = { female: 8, male: { withheld: [3, 9] } };
    expect(contradictions({ youngPeople: { ...over, gender: withheld } })).toEqual(['k: youngPeople.gender']);
    expect(contradictions({ outcomes: { casesClosed: 4, atClose: { safety: { improved: 5 } } } })).toEqual([
      'k: outcomes.atClose.safety',
    ]);
  });

  test('of relations that no form asks for are passed over', () => {
    expect(contradictions({ youngPeople: { direct: 10, newInPeriod: 11 } })).toEqual([]);
    expect(relations(atomsOf({ youngPeople: { direct: 10, newInPeriod: 11 } }))).toEqual([]);
  });
});

describe('categories that were put together', () => {
  const merge = (parts: object) =>
    returnAtoms(
      'k',
      contributionOf(
        mergeCategories(summaryOf(parts), {
          field: 'youngPeople.gender',
          codes: ['male', 'other'],
          into: 'others',
        }),
      ),
    );

  test('are a line of their own, for an earlier release may have printed them', () => {
    const made = merge({
      youngPeople: { direct: 30, base: 'direct', gender: { female: 20, male: 6, other: 2 } },
    });
    expect(relations(made)).toContain(
      'youngPeople.gender.others | youngPeople.gender.male | youngPeople.gender.other (implied)',
    );
    expect(counts(made)).toMatchObject({
      'youngPeople.gender.others': 8,
      'youngPeople.gender.male': 6,
      'youngPeople.gender.other': 2,
    });
  });

  test('are of what was recorded, where one of them is not known', () => {
    const made = merge({
      youngPeople: {
        direct: 30,
        base: 'direct',
        gender: { female: 20, male: 6, other: { unknown: 'not-known' } },
      },
    });
    expect(relations(made).filter((line) => line.startsWith('youngPeople.gender.others'))).toEqual([
      'youngPeople.gender.others | youngPeople.gender.male (implied)',
    ]);
  });

  test('are none, where others withheld one of them', () => {
    const gender = { female: 20, male: 6, other: { withheld: [1, 4] } };
    const made = merge({ youngPeople: { direct: 30, base: 'direct', gender } });
    expect(relations(made).filter((line) => line.startsWith('youngPeople.gender.others'))).toEqual([]);
  });
});
