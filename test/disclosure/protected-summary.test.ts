import type { CoreReturn, Summary } from 'hub-and-spoke';
import { figureInPrint, numberInPrint, shareInPrint, type ProtectedFigure } from 'hub-and-spoke/disclosure';
import { describe, expect, test } from 'vitest';
import { printed } from './printed.ts';
import { by, quarter, table } from './releases.ts';

const people = (counts: object): Partial<CoreReturn> => ({ youngPeople: counts });
const none = () => false;
/** A figure of the last of the summaries, as it may be printed. */
function figureAt(
  path: string,
  summaries: readonly Summary[],
  hidden: (id: string) => boolean = none,
  rounding?: number,
): ProtectedFigure {
  const { summaries: all } = printed({ summaries }, hidden, rounding === undefined ? {} : { rounding });
  const found = all.at(-1)?.figures.find((figure) => figure.path === path);
  if (found === undefined) throw new Error(path);
  return found;
}

describe('a figure that is no sum', () => {
  const two = (one: object, other: object) => [
    quarter('1', 1, people({ direct: 30 })),
    quarter('2', 1, people(one)),
    quarter('1', 2, people({ direct: 40 })),
    quarter('2', 2, people(other)),
  ];
  const direct = 'youngPeople.direct';

  test('is what a reader works out from the sums that are printed', () => {
    const returns = two({ direct: 10 }, { direct: 12 });
    const overall = figureAt(direct, [by(returns, 'quarter'), by(returns)]);
    // 40 and 52 are printed: so many each of the two services may have had, and all of them may be different people.
    expect(overall).toMatchObject({ mark: 'worked-out', high: 2 * (40 + 52) });
    expect(figureInPrint(overall)).toMatch(/^between \d+ and 184/);
  });

  test('is worked out from nothing where nothing is printed', () => {
    const returns = two({ direct: 10 }, { direct: 12 });
    expect(figureAt(direct, [by(returns, 'quarter'), by(returns)], () => true)).not.toHaveProperty('high');
  });

  test('leaves out to whom it does not apply', () => {
    const exempt = { direct: { notApplicable: 'no-direct-work' } };
    const returns = two(exempt, exempt);
    expect(figureAt(direct, [by(returns, 'service', 'quarter'), by(returns)])).toMatchObject({
      low: 40,
      high: 70,
    });
    expect(figureAt(direct, [by(returns, 'quarter'), by(returns)])).toMatchObject({ low: 40, high: 70 });
  });

  test('is left out where returns contradict each other, rather than missed', () => {
    const returns = [
      quarter('1', 1, people({ direct: 12, firstInYear: 12 })),
      // Of 30 people 14 would have been there before: there were 12.
      quarter('1', 2, people({ direct: 30, indirect: 2, total: 32, firstInYear: 16 })),
    ];
    expect(() =>
      figureAt(direct, [by(returns, 'quarter'), by(returns)], (id) => /^1, 2015-04.*(?:in)?direct$/.test(id)),
    ).toThrow(direct);
  });

  test('may be any more where a count may', () => {
    const returns = two({ direct: { atLeast: 10 } }, { direct: 12 });
    const figure = figureAt(direct, [by(returns, 'service', 'quarter'), by(returns)]);
    expect(figure).toMatchObject({ mark: 'worked-out' });
    expect(figure).not.toHaveProperty('high');
    expect(figureInPrint(figure)).toMatch(/^at least \d+$/);
  });
});

describe('a figure', () => {
  test('has what others withheld before on top, on both sides', () => {
    const returns = [
      quarter('1', 1, people({ direct: 30 })),
      quarter('2', 1, people({ direct: { withheld: [3, 3] } })),
    ];
    expect(figureAt('youngPeople.direct', [by(returns)])).toMatchObject({ low: 33, high: 33, mark: 'shown' });
    const wider = [returns[0], quarter('2', 1, people({ direct: { withheld: [3, 9] } }))].flatMap(
      (each) => each ?? [],
    );
    expect(figureAt('youngPeople.direct', [by(wider)])).toMatchObject({ low: 33, high: 39 });
  });

  test('that counts nobody is printed as it is', () => {
    const figure = figureAt(
      'withProfessionals.trainingSessions',
      [by([quarter('1', 1, { ...people({ direct: 30 }), withProfessionals: { trainingSessions: 2 } })])],
      () => true,
    );
    expect(figure).toMatchObject({ low: 2, high: 2, mark: 'open' });
  });

  test('has a rounded number where it is rounded, and no such thing otherwise', () => {
    const summaries = [by([quarter('1', 1, people({ direct: 31 }))])];
    expect(figureAt('youngPeople.direct', summaries, none, 5)).toMatchObject({
      rounded: 30,
      mark: 'rounded',
    });
    expect(Object.keys(figureAt('youngPeople.direct', summaries))).not.toContain('rounded');
    const open = [by([quarter('1', 1, people({ direct: { atLeast: 31 } }))])];
    const rounded = figureAt('youngPeople.direct', open, none, 5);
    expect(Object.keys(rounded)).not.toContain('rounded');
    expect(figureInPrint(rounded)).toBe('at least 28');
  });

  test('has its percentage where both are printed, and none where there is no whole', () => {
    const summaries = [
      by([quarter('1', 1, people({ direct: 40, base: 'direct', gender: { female: 30, male: 10 } }))]),
    ];
    const female = figureAt('youngPeople.gender.female', summaries);
    expect(female.share).toEqual({ low: 75, high: 75 });
    expect(shareInPrint(female)).toBe('75%');
    const direct = figureAt('youngPeople.direct', summaries);
    expect(Object.keys(direct)).not.toContain('share');
    expect(shareInPrint(direct)).toBe('');
    for (const path of ['gender.female', 'youngPeople.direct']) {
      const hidden = figureAt('youngPeople.gender.female', summaries, (id) => id.endsWith(path));
      expect(hidden).toMatchObject({ isShareHidden: true });
      expect(Object.keys(hidden)).not.toContain('share');
      expect(shareInPrint(hidden)).toBe('[c]');
    }
  });

  test('has the percentage of rounded numbers where they are rounded', () => {
    const summaries = [
      by([quarter('1', 1, people({ direct: 41, base: 'direct', gender: { female: 31, male: 10 } }))]),
    ];
    expect(figureAt('youngPeople.gender.female', summaries, none, 10).share).toEqual({ low: 75, high: 75 });
  });

  test('is beside those of its own group and base', () => {
    const female = (counts: object) => people({ base: 'direct', ...counts });
    const returns = [
      quarter('1', 1, female({ direct: 40, gender: { female: 30, male: 10 } })),
      quarter('2', 1, female({ direct: 20, gender: { female: 10, male: 10 } })),
    ];
    const { summaries } = printed({ summaries: [by(returns, 'service')] }, none);
    const shares = summaries[0]?.figures
      .filter(({ path }) => path === 'youngPeople.gender.female')
      .map(({ group, share }) => [group.service, share?.low]);
    expect(shares).toEqual([
      ['1', 75],
      ['2', 50],
    ]);
    // Hidden in one group, it is not hidden in the other.
    const [one, other] = (
      printed({ summaries: [by(returns, 'service')] }, (id) => id.startsWith('1,') && id.endsWith('female'))
        .summaries[0]?.figures ?? []
    ).filter(({ path }) => path === 'youngPeople.gender.female');
    expect(one).toMatchObject({ isShareHidden: true });
    expect(other?.share).toEqual({ low: 50, high: 50 });
  });
});

describe('a figure in words', () => {
  const figure = (more: Partial<ProtectedFigure>): ProtectedFigure => ({
    group: {},
    path: 'youngPeople.direct',
    low: 30,
    coverage: { returned: 2, expected: 2, notApplicable: 0 },
    caveats: [],
    mark: 'shown',
    ...more,
  });
  const coverage = (returned: number, expected: number) => ({
    coverage: { returned, expected, notApplicable: 0 },
  });

  test.each<[string, Omit<Partial<ProtectedFigure>, 'high'> & { readonly high?: number | undefined }]>([
    ['at least 30', { high: undefined }],
    ['30', {}],
    ['[c]', { mark: 'hidden' }],
    ['between 30 and 35', { high: 35 }],
    ['25', { low: 23, high: 27, rounded: 25, mark: 'rounded' }],
    ['30, from 1 of 2 returns', coverage(1, 2)],
    ['not returned, from 0 of 2 returns', { low: 0, high: undefined, ...coverage(0, 2) }],
    // What is at least so many was returned, whatever the coverage of this one figure.
    ['at least 3, from 0 of 2 returns', { low: 3, high: undefined, ...coverage(0, 2) }],
    ['not known', { low: 0, high: undefined }],
    ['not applicable', { low: 0, high: 0, ...coverage(0, 0) }],
  ])('%s', (words, more) => {
    const { high, ...rest } = { high: 30, ...more };
    expect(figureInPrint(figure({ ...rest, ...(high !== undefined && { high }) }))).toBe(words);
  });

  test('are those of a cell or a percentage by its id, and of nothing else', () => {
    const published = printed(
      {
        ...table({ a: 30, b: 10, all: 40 }, [{ total: 'all', parts: ['a', 'b'] }]),
        statements: [
          { id: 'share', percentage: 75, part: 'a', whole: 'all' },
          { id: 'other', percentage: 25, part: 'b', whole: 'all' },
        ],
      },
      (id) => id === 'b',
    );
    expect(numberInPrint(published, 'a')).toBe('30');
    expect(numberInPrint(published, 'b')).toBe('[c]');
    expect(numberInPrint(published, 'share')).toBe('75%');
    expect(numberInPrint(published, 'other')).toBe('[c]');
    expect(() => numberInPrint(published, 'c')).toThrow(
      new RangeError('numberInPrint: nothing with the id "c" was released'),
    );
  });
});
