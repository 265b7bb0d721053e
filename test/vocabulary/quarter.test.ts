import fc from 'fast-check';
import {
  addQuarters,
  daysIn,
  follows,
  isIsoDate,
  parseDate,
  parsePeriod,
  parseQuarter,
  periodName,
  quarterOf,
  quarterOfDate,
  quarterPeriod,
  quartersIn,
} from 'hub-and-spoke';
import { expect, test } from 'vitest';
import { quarter } from '../arbitraries.ts';

test('a quarter is the quarter of its own period, and of each of its ends', () => {
  fc.assert(
    fc.property(quarter, (each) => {
      const period = quarterPeriod(each);
      expect([quarterOf(period), quarterOfDate(period.from), quarterOfDate(period.to)]).toEqual([
        each,
        each,
        each,
      ]);
      expect(quartersIn(period)).toEqual([each]);
      expect(parseQuarter(each)).toBe(each);
      expect(daysIn(period)).toBeGreaterThanOrEqual(90);
    }),
  );
});

test('each quarter begins the day after the one before ends, across years', () => {
  fc.assert(
    fc.property(quarter, fc.integer({ min: -40, max: 40 }), (each, amount) => {
      expect(addQuarters(addQuarters(each, amount), -amount)).toBe(each);
      expect(follows(quarterPeriod(each), quarterPeriod(addQuarters(each, 1)))).toBe(true);
    }),
  );
});

test.each([
  ['01.10.2013', '2013-10-01'],
  ['1/10/2013', '2013-10-01'],
  ['2013-10-01', '2013-10-01'],
  ['1 Oct 2013', '2013-10-01'],
  ['1 Sept 2014', '2014-09-01'],
  ['29.02.2016', '2016-02-29'],
])('the date %s is %s', (text, date) => {
  expect(parseDate(text)).toBe(date);
});

test.each([
  '29.02.2015',
  '31.06.2015',
  '1 J 2015',
  '',
  'June',
  '01.10.13',
  '2015-13-01',
  '0001-01-01',
  'x'.repeat(1000),
])('%s is no date', (text) => {
  expect(parseDate(text)).toBeUndefined();
  expect(isIsoDate(text)).toBe(false);
});

test.each([
  '01.01.2015 – 01.06.2015',
  '01.01.2015-01.06.2015',
  '2015-01-01/2015-06-01',
  '01.01.2015–01.06.2015',
  '01.01.2015 to 01.06.2015',
  '2015-01-01 - 2015-06-01',
])('the period %s has two ends', (text) => {
  expect(parsePeriod(text)).toEqual({ from: '2015-01-01', to: '2015-06-01' });
});

test('what is not two dates is no period', () => {
  expect(['2015', '01.01.2015', '01.01.2015 – June', 'x'.repeat(1000)].map(parsePeriod)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test('a period has the shortest name that says it', () => {
  expect(periodName({ from: '2015-04-01', to: '2015-06-30' })).toBe('2015-Q2');
  expect(periodName({ from: '2015-01-01', to: '2015-06-30' })).toBe('2015-01-01/2015-06-30');
});

test('the quarters of a period are as many as it has, to the last year that can be written', () => {
  expect(quartersIn({ from: '9999-01-01', to: '9999-12-31' })).toEqual([
    '9999-Q1',
    '9999-Q2',
    '9999-Q3',
    '9999-Q4',
  ]);
  expect(quartersIn({ from: '2015-06-30', to: '2015-01-01' })).toEqual([]);
  expect(parseQuarter('0000 Q1')).toBeUndefined();
});
