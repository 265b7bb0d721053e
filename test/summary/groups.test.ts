import { quarterPeriod, summarise, type CoreReturn, type Dimension, type Register } from 'hub-and-spoke';
import { describe, expect, test } from 'vitest';
import { registerOf } from '../registers.ts';
import { direct, returnFor, together } from './returns.ts';

/** The groups of a summary with how many were directly supported in each. */
const groups = (values: readonly CoreReturn[], by: readonly Dimension[], register?: Register) =>
  summarise(values, { by, ...(register && { register }) })
    .figures.filter(({ path }) => path === 'youngPeople.direct')
    .map(({ group, low }) => [...by.map((dimension) => group[dimension]), low]);
const over = (from: string, to: string, count: number): CoreReturn => ({
  ...direct('2', '2015-Q1', count),
  period: { from, to },
});

describe('halves of calendar years', () => {
  test('hold what lies within them, to their first and last days', () => {
    const values = [
      over('2015-01-01', '2015-06-30', 1),
      over('2014-07-01', '2014-09-30', 2),
      over('2014-10-01', '2014-12-31', 2),
      over('2015-07-01', '2015-12-31', 4),
    ];
    expect(groups(values, ['half-year'])).toEqual([
      ['January to June 2015', 1],
      ['July to December 2014', 2],
      ['July to December 2015', 4],
    ]);
  });

  test('do not hold what goes beyond them, which keeps its own name', () => {
    const values = [
      over('2015-06-30', '2015-07-01', 1),
      over('2014-12-31', '2015-03-31', 2),
      over('2015-07-02', '2016-01-01', 4),
    ];
    expect(groups(values, ['half-year'])).toEqual([
      ['2014-12-31/2015-03-31', 2],
      ['2015-06-30/2015-07-01', 1],
      ['2015-07-02/2016-01-01', 4],
    ]);
  });
});

test('calendar years hold what begins and ends in them; what does not keeps its own name', () => {
  const values = [
    over('2015-04-01', '2015-06-30', 1),
    over('2015-12-31', '2015-12-31', 2),
    over('2014-10-01', '2015-03-31', 4),
  ];
  expect(groups(values, ['year'])).toEqual([
    ['2014-10-01/2015-03-31', 4],
    ['2015', 2],
  ]);
});

test('quarters are called by their names, other periods by their days', () => {
  const values = [direct('2', '2015-Q2', 5), over('2015-01-01', '2015-02-28', 3)];
  expect(groups(values, ['quarter'])).toEqual([
    ['2015-01-01/2015-02-28', 3],
    ['2015-Q2', 5],
  ]);
});

test('a return that does not say whom it describes is in a group of its own', () => {
  const described = returnFor('3', '2015-Q1', { youngPeople: { direct: 5, base: 'direct' } });
  expect(groups([direct('2', '2015-Q1', 4), described], ['base'])).toEqual([
    ['direct', 5],
    ['not stated', 4],
  ]);
});

test('several dimensions are kept in the order in which they were asked for', () => {
  const values = [direct('3', '2015-Q1', 1), direct('2', '2015-Q2', 2), direct('2', '2015-Q1', 3)];
  expect(groups(values, ['quarter', 'service'])).toEqual([
    ['2015-Q1', '2', 3],
    ['2015-Q1', '3', 1],
    ['2015-Q2', '2', 2],
  ]);
  expect(groups(values, ['service', 'quarter']).map(([service]) => service)).toEqual(['2', '2', '3']);
});

describe('what a register knows', () => {
  const host = (description: string) => ({ description });
  const register = registerOf(
    {
      id: 'a',
      phase: 'one',
      declaredModel: 3,
      spokes: [
        { id: 'a1', area: 'North', hosts: [host('local authority team')] },
        { id: 'a2', area: 'North', hosts: [host('local authority team')] },
      ],
    },
    { id: 'b', phase: 'two', declaredModel: 3, spokes: [{ id: 'b1', area: 'South' }] },
    { id: 'c', phase: undefined },
    { id: 'd', declaredModel: 5, spokes: [{ id: 'd1', hosts: [{ type: 'police-team' }] }, { id: 'd2' }] },
    { id: 'e', spokes: [{ id: 'e1', hosts: [{ type: 'youth-service' }, { type: 'police-team' }] }] },
  );
  const values = ['a', 'b', 'c', 'z'].map((service, index) => direct(service, '2015-Q1', 10 ** index));

  test('of one service is its group, and of what it does not have it says so', () => {
    expect(groups(values, ['model'], register)).toEqual([
      ['3', 11],
      ['not known', 1100],
    ]);
    expect(groups(values, ['phase'], register)).toEqual([
      ['not known', 1100],
      ['one', 1],
      ['two', 10],
    ]);
    expect(groups(values, ['area'], register)).toEqual([
      ['North', 1],
      ['South', 10],
      ['not known', 1100],
    ]);
  });

  test('of hosts is their sector, where all are of one', () => {
    const hosted = ['c', 'd', 'e'].map((service, index) => direct(service, '2015-Q1', 10 ** index));
    expect(groups(hosted, ['hostSector'], register)).toEqual([
      ['not known', 1],
      ['several', 100],
      ['statutory', 10],
    ]);
  });

  test('of services that return together is what they share, else several', () => {
    const both = together(['a', 'b'], '2015-Q1', { youngPeople: { direct: 7 } });
    expect(groups([both], ['model', 'phase', 'area'], register)).toEqual([['3', 'several', 'several', 7]]);
    const unknown = together(['a', 'c', 'z'], '2015-Q1', { youngPeople: { direct: 7 } });
    expect(groups([unknown], ['model', 'phase', 'area'], register)).toEqual([['3', 'one', 'North', 7]]);
  });
});

test.each(['model', 'phase', 'hostSector', 'area'] as const)('by %s needs a register', (dimension) => {
  const asking = () => summarise([], { by: ['service', dimension] });
  expect(asking).toThrow(new RangeError(`summarise: by "${dimension}" needs a register`));
});

test('the period of a group is that of the return, whatever else the object holds', () => {
  const value = { ...direct('2', '2015-Q1', 3), period: { ...quarterPeriod('2015-Q1'), note: 'x' } };
  expect(summarise([value]).contributions[0]?.period).toEqual(quarterPeriod('2015-Q1'));
});
