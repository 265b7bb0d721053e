import { attack, type Knowledge, type Publication } from 'hub-and-spoke/disclosure';
import { describe, expect, test } from 'vitest';
import { attackProblem, type AttackProblem } from '../../src/disclosure/attack-problem.ts';

function problemOf(publication: Publication, knowledge: Knowledge = {}): AttackProblem {
  const problem = attackProblem(publication, knowledge);
  if ('refused' in problem) throw new Error(problem.refused.map(({ code }) => code).join());
  return problem;
}
function refusedFor(publication: Publication, knowledge: Knowledge = {}) {
  const problem = attackProblem(publication, knowledge);
  return 'refused' in problem ? problem.refused.map(({ code, cells }) => [code, cells]) : [];
}

describe('a publication as a question', () => {
  const cells = [{ id: 'all', count: 20 }, { id: 'a' }, { id: 'b', low: 2, high: 9 }];

  test('has every cell between what is said of it, and asks about those that are open', () => {
    const { ids, domains, asked, constraints } = problemOf({ cells });
    expect(ids).toEqual(['all', 'a', 'b']);
    expect(domains).toEqual({ lows: [20, 0, 2], highs: [20, Infinity, 9] });
    expect(asked).toEqual([1, 2]);
    expect(constraints).toEqual([]);
  });

  test('takes together what is said of one cell in several places', () => {
    const { ids, domains } = problemOf(
      { cells },
      { cells: [{ id: 'b', low: 4 }, { id: 'b', high: 12 }, { id: 'c' }] },
    );
    expect(ids).toEqual(['all', 'a', 'b', 'c']);
    expect(domains).toEqual({ lows: [20, 0, 4, 0], highs: [20, Infinity, 9, Infinity] });
    expect(problemOf({ cells: [{ id: 'a', count: 3, high: 5 }] }).domains).toEqual({ lows: [3], highs: [5] });
  });

  test('has a total as the sum of its parts, or at least that', () => {
    const line = { total: 'all', parts: ['a', 'b'] };
    const terms = [
      [0, 1],
      [1, -1],
      [2, -1],
    ];
    expect(problemOf({ cells, lines: [line] }).constraints).toEqual([{ terms, low: 0, high: 0 }]);
    expect(problemOf({ cells }, { lines: [{ ...line, incomplete: true }] }).constraints).toEqual([
      { terms, low: 0, high: Infinity },
    ]);
  });

  test('has a sum or a difference as one more quantity, which may be less than none', () => {
    const { ids, domains, asked, constraints } = problemOf(
      { cells },
      {
        about: [
          { id: 'more', plus: ['a', 'b'] },
          { id: 'less', plus: ['all'], minus: ['b'] },
        ],
      },
    );
    expect(ids).toEqual(['all', 'a', 'b', 'more', 'less']);
    expect(domains.lows.slice(3)).toEqual([-Infinity, -Infinity]);
    expect(domains.highs.slice(3)).toEqual([Infinity, Infinity]);
    expect(asked).toEqual([1, 2, 3, 4]);
    expect(constraints).toEqual([
      {
        terms: [
          [3, -1],
          [1, 1],
          [2, 1],
        ],
        low: 0,
        high: 0,
      },
      {
        terms: [
          [4, -1],
          [0, 1],
          [2, -1],
        ],
        low: 0,
        high: 0,
      },
    ]);
  });

  test('makes nothing of percentages that are hidden, or of rounded numbers', () => {
    const share = { part: 'a', whole: 'all' };
    expect(problemOf({ cells, percentages: [share] }).constraints).toEqual([]);
    expect(
      problemOf({ cells, percentages: [{ ...share, percentage: 12, ofRounded: true }] }).constraints,
    ).toEqual([]);
    expect(problemOf({ cells, percentages: [{ ...share, percentage: 12 }] }).constraints).toHaveLength(3);
  });
});

describe('a percentage of a part', () => {
  /** What can be said of a part of so many, of which a whole-number percentage is printed. */
  const partOf = async (whole: number, percentage: number) => {
    const { ranges } = await attack({
      cells: [{ id: 'whole', count: whole }, { id: 'part' }],
      percentages: [{ part: 'part', whole: 'whole', percentage }],
    });
    return ranges?.map(({ low, high }) => [low, high])[0];
  };

  test.each([
    [200, 0],
    [200, 1],
    [200, 50],
    [200, 100],
    [3, 33],
    [3, 67],
    [8, 13],
    [1000, 12],
  ])(
    'of %i that is %i is every count that rounds to it, half up, and no other',
    async (whole, percentage) => {
      const fitting = Array.from({ length: whole + 1 }, (_, part) => part).filter(
        (part) => Math.floor((200 * part + whole) / (2 * whole)) === percentage,
      );
      expect(await partOf(whole, percentage)).toEqual([fitting.at(0), fitting.at(-1)]);
    },
  );
});

describe('what is no publication', () => {
  const cells = [{ id: 'a' }, { id: 'b' }];

  test.each<[string, Publication, Knowledge, readonly unknown[]]>([
    [
      'has no counts',
      {
        cells: [
          { id: 'a', count: 1.5 },
          { id: 'b', low: -1 },
          { id: 'c', high: NaN },
        ],
      },
      {},
      [['not-a-count', ['a', 'b', 'c']]],
    ],
    [
      'has no counts among what is known',
      { cells },
      {
        cells: [
          { id: 'b', count: -3 },
          { id: 'b', high: 0.5 },
        ],
      },
      [['not-a-count', ['b']]],
    ],
    [
      'has percentages that are none',
      {
        cells,
        percentages: [
          { part: 'a', whole: 'b', percentage: 101 },
          { part: 'b', whole: 'a', percentage: 12.5 },
        ],
      },
      {},
      [['not-a-count', ['a', 'b']]],
    ],
    [
      'asks under the name of a cell, or twice under one',
      { cells },
      {
        about: [
          { id: 'a', plus: ['b'] },
          { id: 'x', plus: ['b'] },
          { id: 'x', plus: ['a'] },
        ],
      },
      [['same-cell-twice', ['a', 'x']]],
    ],
    [
      'names cells that are not there',
      {
        cells,
        lines: [{ total: 't', parts: ['a', 'p'] }],
        percentages: [{ part: 'part', whole: 'whole' }],
      },
      {
        lines: [{ total: 't', parts: ['q'] }],
        about: [{ id: 'x', plus: ['plus'], minus: ['minus', 'plus'] }],
      },
      [['unknown-cell', ['t', 'p', 'q', 'part', 'whole', 'plus', 'minus']]],
    ],
  ])('%s', (_, publication, knowledge, refused) => {
    expect(refusedFor(publication, knowledge)).toEqual(refused);
  });

  test('says all that is wrong; 100 in a hundred is not', () => {
    expect(refusedFor({ cells, percentages: [{ part: 'a', whole: 'b', percentage: 100 }] })).toEqual([]);
    expect(
      refusedFor(
        { cells: [{ id: 'a', count: -1 }], lines: [{ total: 'z', parts: ['a'] }] },
        { about: [{ id: 'a', plus: ['a'] }] },
      ).map(([code]) => code),
    ).toEqual(['not-a-count', 'same-cell-twice', 'unknown-cell']);
  });
});

test('a difference of two equal counts is 0, and no −0', async () => {
  const { ranges } = await attack(
    {
      cells: [
        { id: 'a', count: 3 },
        { id: 'b', count: 3 },
      ],
    },
    { about: [{ id: 'less', plus: ['a'], minus: ['b'] }] },
  );
  expect(ranges).toEqual([{ id: 'less', low: 0, high: 0, exact: true }]);
});
