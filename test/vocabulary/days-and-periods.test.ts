import { isIsoDate, overlaps, parseDate, parsePeriod, parseQuarter, periodName } from 'hub-and-spoke';
import { describe, expect, test } from 'vitest';

describe('days', () => {
  test.each(['1900-01-01', '2015-02-28', '2016-02-29', '9999-12-31'])('%s is one', (text) => {
    expect(isIsoDate(text)).toBe(true);
    expect(parseDate(text)).toBe(text);
  });

  test.each([
    '1899-12-31',
    '0099-01-01',
    '2015-02-29',
    '2015-13-01',
    '2015-00-10',
    '2015-01-32',
    '12015-01-01',
    '2015-01-011',
    '2015-1-1',
    '',
  ])('"%s" is none', (text) => {
    expect(isIsoDate(text)).toBe(false);
  });

  test('are the same wherever the program runs', () => {
    const here = process.env.TZ;
    process.env.TZ = 'Pacific/Apia'; // went without 30 December 2011
    try {
      expect(['2011-12-29', '2011-12-30', '2011-12-31', '2011-12-32'].map(isIsoDate)).toEqual([
        true,
        true,
        true,
        false,
      ]);
    } finally {
      if (here === undefined) delete process.env.TZ;
      else process.env.TZ = here;
    }
  });

  test('are read with space around them', () => {
    expect([' 1.2.2015 ', '\t01/02/2015', '1 feb 2015\n', '1 Sept 2015'].map(parseDate)).toEqual([
      '2015-02-01',
      '2015-02-01',
      '2015-02-01',
      '2015-09-01',
    ]);
    expect(['1.2/2015', '1 fe 2015', '1 februar 2015', '2015'].map(parseDate)).toEqual(
      Array(4).fill(undefined),
    );
  });
});

describe('quarters', () => {
  test.each([
    '2015-Q2',
    '2015 Q2',
    '2015Q2',
    '2015 / Q2',
    ' 2015  qtr 2 ',
    'Q2 2015',
    'q2/2015',
    'Qtr 2 2015',
    'Q22015',
  ])('"%s" is the second of 2015', (text) => {
    expect(parseQuarter(text)).toBe('2015-Q2');
  });

  test.each([
    'x2015-Q2',
    '2015-Q2x',
    '2015-Q23',
    '12015-Q2',
    'xQ2 2015',
    'Q2 20155',
    'Q2 2015x',
    'Q 5 2015',
    '2015-Qx2',
    '1899-Q4',
    '2015',
  ])('"%s" is none', (text) => {
    expect(parseQuarter(text)).toBeUndefined();
  });

  test('begin with 1900', () => {
    expect([parseQuarter('1900-Q1'), parseQuarter('Q4 1899')]).toEqual(['1900-Q1', undefined]);
  });
});

describe('periods', () => {
  test.each([
    ['Jan - March 2015', { from: '2015-01-01', to: '2015-03-31' }],
    ['feb to feb 2016', { from: '2016-02-01', to: '2016-02-29' }],
    [' 1.1.2015 to 31.3.2015 ', { from: '2015-01-01', to: '2015-03-31' }],
    ['2015-01-01/2015-03-31', { from: '2015-01-01', to: '2015-03-31' }],
    [`${' '.repeat(50)}2015-Q1`.slice(-60), { from: '2015-01-01', to: '2015-03-31' }],
    [`2015 Q1${' '.repeat(53)}`, { from: '2015-01-01', to: '2015-03-31' }],
  ])('"%s"', (text, expected) => {
    expect(parsePeriod(text)).toEqual(expected);
  });

  test.each([
    'Mar - Jan 2015',
    'Foo - Mar 2015',
    'Jan - Foo 2015',
    '1.1.2015 to 31.3.2015 to 30.6.2015',
    '1.1.2015 to then',
    'then to 31.3.2015',
    '1.1.2015',
    `2015 Q1${' '.repeat(54)}`,
  ])('"%s" is none', (text) => {
    expect(parsePeriod(text)).toBeUndefined();
  });

  test('that touch in one day overlap, and those that only meet do not', () => {
    const first = { from: '2015-01-01', to: '2015-03-31' };
    const others = ['2015-03-31', '2015-04-01'].map((from) => ({ from, to: '2015-06-30' }));
    expect(others.map((other) => [overlaps(first, other), overlaps(other, first)])).toEqual([
      [true, true],
      [false, false],
    ]);
  });

  test('have the name of a year only from its first day to its last', () => {
    expect(
      [
        ['2014-01-01', '2014-12-31'],
        ['2014-01-02', '2014-12-31'],
        ['2014-01-01', '2014-12-30'],
        ['2014-02-01', '2014-03-31'],
      ].map(([from = '', to = '']) => periodName({ from, to })),
    ).toEqual(['2014', '2014-01-02/2014-12-31', '2014-01-01/2014-12-30', '2014-02-01/2014-03-31']);
  });
});
