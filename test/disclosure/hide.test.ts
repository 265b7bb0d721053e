import type { Summary } from 'hub-and-spoke';
import type { PolicyOptions } from 'hub-and-spoke/disclosure';
import { describe, expect, test } from 'vitest';
import { printed, printedOf } from './printed.ts';
import { by, quarter, releaseOf, table } from './releases.ts';

/** The figures of a summary that say something: group, path, mark, bounds, rounded, share, caveats. */
const figures = (
  summaries: readonly Summary[],
  hidden: (id: string) => boolean,
  policy: PolicyOptions = {},
) =>
  printed({ summaries }, hidden, policy).summaries.map(({ figures: all }) =>
    all
      .filter(({ coverage, low, high }) => coverage.returned > 0 || low > 0 || high !== undefined)
      .map(({ group, path, mark, low, high, rounded, share, isShareHidden, caveats }) =>
        [
          ...Object.values(group),
          path.replace('youngPeople.', ''),
          mark,
          `${low} to ${high ?? 'any'}`,
          ...(rounded === undefined ? [] : [`as ${rounded}`]),
          ...(isShareHidden === true ? ['[c]%'] : []),
          ...(share === undefined ? [] : [`${share.low} to ${share.high ?? 'any'}%`]),
          ...caveats.filter((caveat) => caveat !== 'people-may-be-known-to-several-services'),
        ].join(', '),
      ),
  );
const none = () => false;
const of = (service: string, number: number, youngPeople: object, more: object = {}) =>
  quarter(service, number, { youngPeople, ...more });

const one = of(
  '1',
  1,
  { direct: 30, base: 'direct', gender: { female: 24, male: 2 } },
  { withProfessionals: { trainingSessions: 3 } },
);
const two = of('2', 1, { direct: 20, base: 'direct', gender: { female: 12, male: 8 } });

describe('the figures of a summary', () => {
  test('are printed as they are where nothing is hidden; what counts no young people is open', () => {
    expect(figures([by([one])], none)).toEqual([
      [
        'direct, shown, 30 to 30',
        'base, shown, 30 to 30',
        'gender, shown, 30 to 30',
        'gender.female, shown, 24 to 24, 80 to 80%',
        'gender.male, shown, 2 to 2, 7 to 7%',
        'gender/not-stated, shown, 4 to 4, 13 to 13%',
        'withProfessionals.trainingSessions, open, 3 to 3',
      ],
    ]);
  });

  test('are hidden with their shares, between what a reader can work out from the others', () => {
    const isHidden = (id: string) => /gender\.male|not-stated/.test(id);
    expect(figures([by([one])], isHidden)[0]?.slice(3, 6)).toEqual([
      'gender.female, shown, 24 to 24, 80 to 80%',
      'gender.male, hidden, 0 to 5, [c]%',
      'gender/not-stated, hidden, 1 to 6, [c]%',
    ]);
  });

  test('have no share where their whole is hidden', () => {
    const isHidden = (id: string) => id.endsWith('youngPeople.direct');
    expect(figures([by([one])], isHidden)[0]?.slice(2, 5)).toEqual([
      'gender, hidden, 30 to 30',
      'gender.female, shown, 24 to 24, [c]%',
      'gender.male, shown, 2 to 2, [c]%',
    ]);
  });

  test('of one table are worked out through those of another', () => {
    const isHidden = (id: string) => id.startsWith('1,') && /female|\.male|not-stated/.test(id);
    const [services, all] = figures([by([one, two], 'service'), by([one, two])], isHidden);
    expect(services?.filter((line) => line.startsWith('1, gender.'))).toEqual([
      '1, gender.female, hidden, 24 to 24, [c]%',
      '1, gender.male, hidden, 2 to 2, [c]%',
    ]);
    expect(all?.slice(3, 5)).toEqual([
      'gender.female, shown, 36 to 36, 72 to 72%',
      'gender.male, shown, 10 to 10, 20 to 20%',
    ]);
  });

  test('are rounded, with shares of rounded numbers', () => {
    expect(figures([by([one])], none, { rounding: 5 })[0]).toEqual([
      'direct, rounded, 28 to 32, as 30',
      'base, rounded, 28 to 32, as 30',
      'gender, rounded, 28 to 32, as 30',
      'gender.female, rounded, 23 to 27, as 25, 83 to 83%',
      'gender.male, rounded, 0 to 2, as 0, 0 to 0%',
      'gender/not-stated, rounded, 3 to 7, as 5, 17 to 17%',
      'withProfessionals.trainingSessions, open, 3 to 3',
    ]);
  });
});

describe('figures that are not whole', () => {
  test('are at least what was recorded, and never said to be rounded', () => {
    const atLeast = of('1', 1, {
      direct: { atLeast: 30 },
      base: 'direct',
      gender: { female: { atLeast: 3 } },
    });
    expect(figures([by([atLeast, two])], none)[0]?.slice(0, 5)).toEqual([
      'direct, shown, 50 to any, incomplete',
      'base, shown, 50 to any, incomplete',
      'gender, shown, 50 to any, incomplete',
      'gender.female, shown, 15 to any, 0 to 100%, incomplete',
      'gender.male, shown, 8 to 8, 0 to 100%, not-all-returned',
    ]);
    expect(figures([by([atLeast])], none, { rounding: 5 })[0]?.[0]).toBe(
      'direct, rounded, 28 to any, incomplete',
    );
  });

  test('have on top what others withheld', () => {
    const withheld = of('1', 1, { direct: { withheld: [3, 9] } });
    expect(figures([by([withheld, two])], none)[0]?.[0]).toBe('direct, shown, 23 to 29, withheld');
  });

  test('pass over what does not apply', () => {
    const exempt = of('1', 1, {
      direct: { notApplicable: 'no-direct-work' },
      indirect: { unknown: 'not-known' },
    });
    expect(figures([by([exempt, two])], none)[0]?.[0]).toBe('direct, shown, 20 to 20');
  });
});

describe('figures over time', () => {
  const quarters = [
    of('1', 1, { direct: 30, openAtEnd: 4, firstInYear: 5 }),
    of('1', 2, { direct: 20, openAtEnd: 2, firstInYear: 1 }),
  ];

  test('that are one hidden number are not said to be one', () => {
    const isHidden = (id: string) => id.includes('openAtEnd');
    const [together, apart] = figures([by(quarters), by(quarters, 'quarter')], isHidden);
    expect(together).toEqual([
      'direct, shown, 31 to 31',
      'firstInYear, shown, 6 to 6',
      'openAtEnd, worked-out, 0 to any, latest-only, withheld',
    ]);
    expect(apart?.filter((line) => line.includes('openAtEnd'))).toEqual([
      '2015-Q1, openAtEnd, hidden, 0 to any',
      '2015-Q2, openAtEnd, hidden, 0 to any',
    ]);
  });

  test('are printed where they are shown', () => {
    expect(figures([by(quarters)], none)[0]).toEqual([
      'direct, shown, 31 to 31',
      'firstInYear, shown, 6 to 6',
      'openAtEnd, shown, 2 to 2, latest-only',
    ]);
  });

  test('that are no sum are worked out from what is printed of each quarter', () => {
    const people = [of('1', 1, { direct: 30 }), of('1', 2, { direct: 20 })];
    const [together] = figures([by(people), by(people, 'quarter')], none);
    expect(together).toEqual([expect.stringMatching(/^direct, worked-out, 30 to 50/)]);
    const hidden = figures([by(people), by(people, 'quarter')], (id) => id.includes('2015-04'));
    expect(hidden[0]).toEqual([expect.stringMatching(/^direct, worked-out, 30 to any/)]);
  });
});

describe('percentages of a table', () => {
  const counts = { a: 30, b: 7, all: 40, none: 0 };
  const percentages = [
    { id: 'a of all', part: 'a', whole: 'all' },
    { id: 'all of a', part: 'all', whole: 'a' },
    { id: 'all of all', part: 'all', whole: 'all' },
    { id: 'none of none', part: 'none', whole: 'none' },
  ];
  const shares = (hidden: (id: string) => boolean, policy: PolicyOptions = {}) =>
    Object.fromEntries(
      printedOf({ ...releaseOf(table(counts)), percentages }, hidden, policy).percentages.map(
        ({ id, percentage, ofRounded }) => [id, ofRounded === true ? `${percentage} of rounded` : percentage],
      ),
    );

  test('are of two printed numbers, of which the part is no more than the whole', () => {
    expect(shares(none)).toEqual({
      'a of all': 75,
      'all of a': undefined,
      'all of all': 100,
      'none of none': undefined,
    });
  });

  test('are none where either is hidden', () => {
    expect(shares((id) => id === 'a')['a of all']).toBeUndefined();
    expect(shares((id) => id === 'all')['a of all']).toBeUndefined();
  });

  test('are of the rounded numbers, and say so', () => {
    expect(shares(none, { rounding: 20 })['a of all']).toBe('100 of rounded');
    const always = {
      tables: [
        {
          id: 'table',
          cells: [
            { id: 'a', count: 31 },
            { id: 'all', count: 40, printed: 'always' as const },
          ],
        },
      ],
    };
    const release = { ...releaseOf(always), percentages: percentages.slice(0, 1) };
    const { cells, percentages: of } = printedOf(release, none, { rounding: 5 });
    expect(cells.map(({ id, mark, low, high }) => [id, mark, low, high])).toEqual([
      ['a', 'rounded', 28, 32],
      ['all', 'shown', 40, 40],
    ]);
    expect(of).toEqual([{ id: 'a of all', part: 'a', whole: 'all', percentage: 75, ofRounded: true }]);
  });
});

describe('lines of a table', () => {
  const cells = [
    { id: 'all', count: 12 },
    { id: 'a', count: 9 },
    { id: 'b', count: 3, printed: 'never' as const },
  ];
  const contents = { tables: [{ id: 'table', cells, lines: [{ total: 'all', parts: ['a', 'b'] }] }] };

  test('are said as far as they are between printed numbers', () => {
    expect(printed(contents, none).lines).toEqual([{ total: 'all', parts: ['a'], incomplete: true }]);
    expect(printed(contents, none).cells.map(({ id }) => id)).toEqual(['all', 'a']);
  });

  test('bound what is hidden', () => {
    const [total, part] = printed(contents, (id) => id === 'all').cells;
    expect(total).toMatchObject({ mark: 'hidden', low: 9 });
    expect(part).toMatchObject({ mark: 'shown', low: 9, high: 9 });
    expect(printed(contents, (id) => id === 'a').cells[1]).toMatchObject({
      mark: 'hidden',
      low: 0,
      high: 12,
    });
    const shown = printed(contents, (id) => id === 'a', { zeros: 'always-shown' });
    expect(shown.cells[1]).toMatchObject({ mark: 'hidden', low: 1, high: 12 });
  });
});
