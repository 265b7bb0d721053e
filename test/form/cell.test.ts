import fc from 'fast-check';
import {
  cellBounds,
  formatCell,
  highOf,
  isAtLeast,
  isExactCell,
  isNotApplicable,
  isUnknown,
  isWithheld,
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
  expect(() => withheld(5, 1)).toThrow(RangeError);
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
      fc.property(fc.nat(), (count) => {
        expect(parseCell(formatCell(count))).toEqual({ cell: count });
      }),
    );
  });

  test('any text gives an answer', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(Object.keys(parseCell(text)).length).toBeGreaterThan(0);
      }),
    );
  });
});
