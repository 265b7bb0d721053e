import fc from 'fast-check';
import {
  cellBounds,
  cellText,
  formatCell,
  highOf,
  isAtLeast,
  isExactCell,
  isNotApplicable,
  isUnknown,
  isWithheld,
  notApplicable,
  parseCell,
  withheld,
} from 'hub-and-spoke';
import { describe, expect, test } from 'vitest';
import { cell } from '../arbitraries.ts';

test('every state survives JSON', () => {
  fc.assert(
    fc.property(cell, (each) => {
      expect(JSON.parse(JSON.stringify(each))).toEqual(each);
    }),
  );
});

test('every cell is in exactly one state', () => {
  fc.assert(
    fc.property(cell, (each) => {
      const states = [isExactCell, isAtLeast, isUnknown, isNotApplicable, isWithheld].filter((is) =>
        is(each),
      );
      expect(states).toHaveLength(1);
      expect(highOf(cellBounds(each))).toBeGreaterThanOrEqual(cellBounds(each).low);
    }),
  );
});

test('zero, unknown, incomplete, not applicable and not returned read differently', () => {
  const said = [
    0,
    { atLeast: 0 },
    { unknown: 'not-known' },
    { notApplicable: 'not-applicable' },
    undefined,
  ] as const;
  expect(said.map(formatCell)).toEqual(['0', 'at least 0', 'not known', 'not applicable', 'not returned']);
});

test('a range the wrong way round is a mistake of the programmer', () => {
  for (const [low, high] of [
    [5, 1],
    [-1, 4],
    [Number.NaN, 4],
    [4, Number.NaN],
  ] as const)
    expect(() => withheld(low, high)).toThrow(
      new RangeError(`withheld: ${low} to ${high} is no range of counts`),
    );
  expect([withheld(0, 0), withheld(0, 4), notApplicable('not-a-duty')]).toEqual([
    { withheld: [0, 0] },
    { withheld: [0, 4] },
    { notApplicable: 'not-a-duty' },
  ]);
});

test('why a count is not one is said in words', () => {
  const said = [{ notApplicable: 'not-a-duty' }, { withheld: [1, 5] }, { unknown: 'deferred' }] as const;
  expect(said.map(formatCell)).toEqual([
    'not applicable (not a duty of the spokes)',
    'withheld (1 to 5)',
    'to follow',
  ]);
});

describe('what people type', () => {
  test.each([
    ['12', 12],
    [' 1,021 ', 1021],
    ['113 (data incomplete)', { atLeast: 113 }],
    ['113+', { atLeast: 113 }],
    ['113 incomplete', { atLeast: 113 }],
    ['Not known', { unknown: 'not-known' }],
    ['NOT KNOWN', { unknown: 'not-known' }],
    ['at least 1,113', { atLeast: 1113 }],
    ['[x]', { unknown: 'not-known' }],
    ['n/a', { notApplicable: 'not-applicable' }],
    ['[z]', { notApplicable: 'not-applicable' }],
    ['unable to provide', { unknown: 'not-provided' }],
  ])('%s', (text, expected) => {
    expect(parseCell(text)).toEqual({ cell: expected });
  });

  test.each(['-', '–', '[c]', '[low]', 'twelve', '1,02', '12.5', '-3', '50%', '3 or 4', 'x'.repeat(5000)])(
    '%s is asked about, and no number is guessed',
    (text) => {
      const typed = parseCell(text);
      expect(typed).toHaveProperty('unsure');
      expect(typed).not.toHaveProperty('cell');
      expect(typed).not.toHaveProperty('suggestion');
    },
  );

  test('a number in a sentence is a suggestion', () => {
    expect(parseCell('approx. 1,200 people')).toMatchObject({ suggestion: 1200 });
  });

  test('full-time equivalents may be fractions', () => {
    expect(['2.5', '2½', '½'].map((text) => parseCell(text, { decimal: true }))).toEqual([
      { cell: 2.5 },
      { cell: 2.5 },
      { cell: 0.5 },
    ]);
  });

  test('what a cell is written as is read as the same cell', () => {
    fc.assert(
      fc.property(cell, fc.nat(), (each, count) => {
        expect(parseCell(cellText(each))).toEqual({ cell: each });
        expect(parseCell(formatCell(count))).toEqual({ cell: count });
      }),
    );
    expect(cellText({ withheld: [1, 5] })).toBe('withheld (1 to 5)');
    expect(cellText({ atLeast: 113 })).toBe('113+');
  });

  test('a fraction is a count only where the form asks for one', () => {
    for (const [text, value] of [
      ['2.5', 2.5],
      ['¼', 0.25],
      ['1,000¾', 1000.75],
      ['5e-3', 0.005],
      ['7.25e+2', 725],
    ] as const) {
      expect(parseCell(text, { decimal: true }), text).toEqual({ cell: value });
      expect(parseCell(text), text).toHaveProperty('unsure');
    }
    expect(parseCell('2.5+', { decimal: true })).toEqual({ cell: { atLeast: 2.5 } });
    expect(parseCell('2.5+')).toHaveProperty('unsure');
    expect(parseCell('withheld (0.5 to 1.5)', { decimal: true })).toEqual({ cell: { withheld: [0.5, 1.5] } });
  });

  test.each([
    'withheld (5 to 1)',
    'withheld (few to 5)',
    'withheld (1 to many)',
    'withheld (1.5 to 3)',
    'withheld',
  ])('"%s" is no range, and no number is guessed', (text) => {
    expect(parseCell(text)).toEqual({ unsure: `"${text}" is not a count` });
  });

  test('nothing is said of nothing, and each doubt says why', () => {
    expect([parseCell(''), parseCell(' \t\n')]).toEqual([{ empty: true }, { empty: true }]);
    expect(parseCell('12?')).toEqual({ unsure: '"12?" is a question' });
    expect(parseCell('about 2.5', { decimal: true })).toEqual({ unsure: '"about 2.5" is not a count' });
    expect(parseCell('9'.repeat(17))).toEqual({ unsure: `"${'9'.repeat(17)}" is not a count` });
    expect(parseCell(`${' '.repeat(300)}12`)).toEqual({ cell: 12 });
    const long = { unsure: 'a text of more than 200 characters is not a count' };
    expect(parseCell('0'.repeat(201))).toEqual(long);
    expect(parseCell(`${'0'.repeat(199)}7`)).toEqual({ cell: 7 });
    expect(parseCell('-')).toEqual({ unsure: 'a dash may mean none, not known or not applicable' });
    expect(parseCell('[c]')).toEqual({
      unsure: '"[c]" is not a count: the publisher withheld it; say between which numbers',
    });
  });

  test('any text gives an answer', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(Object.keys(parseCell(text)).length).toBeGreaterThan(0);
      }),
    );
  });

  test('symbols stand alone: beside anything else they are a text like any other', () => {
    const dash = 'a dash may mean none, not known or not applicable';
    const withholding = ': the publisher withheld it; say between which numbers';
    for (const text of ['-', '--', '–', '—']) expect(parseCell(text), text).toEqual({ unsure: dash });
    for (const text of ['c', '[c]', 'LOW', '[k]'])
      expect(parseCell(text), text).toEqual({ unsure: `"${text}" is not a count${withholding}` });
    for (const text of ['x-', '-x', 'cat', 'zinc', 'look'])
      expect(parseCell(text), text).toEqual({ unsure: `"${text}" is not a count` });
    expect(parseCell('y'.repeat(100))).toEqual({ unsure: `"${'y'.repeat(40)}" is not a count` });
  });
});
