import fc from 'fast-check';
import ICAL from 'ical.js';
import {
  expectedReturns,
  quarterPeriod,
  returnRates,
  returnStandings,
  schedules,
  type Quarter,
} from 'hub-and-spoke';
import { calendarFile } from 'hub-and-spoke/publish';
import { register, returns } from 'hub-and-spoke/year-two';
import { describe, expect, test } from 'vitest';

const servicesFor = (asOf: string, quarter: Quarter, schedule = schedules.B): readonly string[] =>
  expectedReturns(register, { asOf, schedule })
    .expected.filter((each) => each.quarter === quarter)
    .map(({ service }) => service);

describe('who is expected to return what', () => {
  test('Phase Two returns from 2015 Q1, the services that deliver', () => {
    expect(servicesFor('2015-07-01', '2015-Q1')).toEqual(['4', '5', '8']);
  });

  test('Services 2 and 3 join in 2015 Q4, or a quarter earlier by the other reading', () => {
    expect(servicesFor('2016-01-01', '2015-Q4')).toEqual(['2', '3', '4', '5', '8']);
    expect(servicesFor('2016-01-01', '2015-Q3')).toEqual(['4', '5', '8']);
    expect(servicesFor('2016-01-01', '2015-Q3', schedules.A)).toEqual(['2', '3', '4', '5', '8']);
  });

  test('Service 1 is exempt, Services 6 and 7 do not deliver yet, and each says so', () => {
    const { notExpected } = expectedReturns(register, { asOf: '2016-01-01' });
    const reasons = Object.fromEntries(notExpected.map(({ service, reason }) => [service, reason]));
    expect(reasons).toEqual({
      1: 'CSEFA funding ended in September 2014.',
      6: 'Its data collection has not begun.',
      7: 'Its data collection has not begun.',
    });
  });

  test('the three retrospective years are expected once they are over', () => {
    const years = expectedReturns(register, { asOf: '2015-01-01' }).expected.filter(
      ({ quarter }) => quarter === undefined,
    );
    expect(years.map(({ service }) => service)).toEqual(['1', '2', '3']);
    expect(expectedReturns(register, { asOf: '2014-12-31' }).expected.map(({ service }) => service)).toEqual([
      '1',
    ]);
  });

  test('only the return of 2016 Q4 has a due date, unless the caller gives others', () => {
    const dues = (options = {}) =>
      expectedReturns(register, { asOf: '2017-01-01', ...options }).expected.flatMap(({ quarter, due }) =>
        due === undefined ? [] : [[quarter, due]],
      );
    expect(new Set(dues().map(String))).toEqual(new Set(['2016-Q4,2017-01-31']));
    expect(dues({ due: { byQuarter: {}, daysAfterQuarter: 31 } })).toContainEqual(['2015-Q1', '2015-05-01']);
  });

  test('every quarter has one set of expected returns: each service is expected or left out, once', () => {
    const day = fc.date({ min: new Date('2013-01-01'), max: new Date('2018-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.constantFrom(schedules.A, schedules.B), (date, schedule) => {
        const { expected, notExpected } = expectedReturns(register, {
          asOf: date.toISOString().slice(0, 10),
          schedule,
        });
        const keys = [...expected, ...notExpected].flatMap(({ service, quarter }) =>
          quarter === undefined ? [] : [`${service} ${quarter}`],
        );
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  test('a date that is none is a mistake of the caller', () => {
    expect(() => expectedReturns(register, { asOf: 'today' })).toThrow(RangeError);
  });
});

describe('how they stand', () => {
  const due = { byQuarter: {}, daysAfterQuarter: 31 };
  const { expected } = expectedReturns(register, { asOf: '2015-07-10', due });
  const quarterly = expected.filter(({ quarter }) => quarter !== undefined);
  const received = [
    { service: '4', period: quarterPeriod('2015-Q1'), receivedOn: '2015-04-20' },
    { service: '5', period: quarterPeriod('2015-Q1'), receivedOn: '2015-05-20' },
  ];
  const standings = returnStandings(quarterly, received, '2015-07-10');

  test('received, late, missing and due are four things', () => {
    expect(
      standings.map(({ service, quarter, standing }) => `${service} ${quarter ?? ''} ${standing}`),
    ).toEqual([
      '4 2015-Q1 received',
      '4 2015-Q2 due',
      '5 2015-Q1 late',
      '5 2015-Q2 due',
      '8 2015-Q1 missing',
      '8 2015-Q2 due',
    ]);
  });

  test('a revision does not make late what came in time, whichever is named first', () => {
    const [first, revised] = ['2015-04-20', '2015-05-20'].map((receivedOn) => ({
      service: '4',
      period: quarterPeriod('2015-Q1'),
      receivedOn,
    }));
    if (first === undefined || revised === undefined) throw new Error('two');
    const undated = { service: '4', period: quarterPeriod('2015-Q1') };
    for (const came of [
      [first, revised],
      [revised, first],
      [undated, revised, first],
    ])
      expect(returnStandings(quarterly, came, '2015-07-10')[0]).toMatchObject({
        standing: 'received',
        receivedOn: '2015-04-20',
      });
    expect(returnStandings(quarterly, [undated], '2015-07-10')[0]).not.toHaveProperty('receivedOn');
    // The one whose day nobody knows may have come in time.
    const [standing] = returnStandings(quarterly, [undated, revised], '2015-07-10');
    expect(standing).toMatchObject({ standing: 'received' });
    expect(standing).not.toHaveProperty('receivedOn');
  });

  test('what a combined return covers is neither received nor missing, and bounds the completeness', () => {
    const covered = returnStandings(quarterly, returns, '2015-10-01');
    expect(new Set(covered.map(({ standing }) => standing))).toEqual(new Set(['combined']));
    expect(returnRates(covered)[0]?.completeness).toEqual({ low: 0, high: 100 });
  });

  test('a calendar program reads the due dates as days', () => {
    const events = new ICAL.Component(
      ICAL.parse(calendarFile(quarterly, { stamp: '2015-01-01' })) as unknown[],
    ).getAllSubcomponents('vevent');
    const days = events.map((event) => new ICAL.Event(event).startDate);
    expect(days.map((day) => [day.toString(), day.isDate])).toContainEqual(['2015-05-01', true]);
  });

  test('rates leave out what is still to come', () => {
    expect(returnRates(standings)).toEqual([
      {
        group: 'all',
        expected: 3,
        received: 2,
        late: 1,
        missing: 1,
        combined: 0,
        completeness: { low: 67, high: 67 },
        onTime: { low: 33, high: 33 },
      },
    ]);
    expect(
      returnRates(standings, ({ service }) => service).map(({ group, missing }) => [group, missing]),
    ).toEqual([
      ['4', 0],
      ['5', 0],
      ['8', 1],
    ]);
  });

  test('the calendar file has an all-day event for each due date, the same each time', () => {
    const file = calendarFile(quarterly, { stamp: '2015-01-01' });
    expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(6);
    expect(file).toContain('DTSTART;VALUE=DATE:20150501');
    expect(file).toContain('UID:4-2015-01-01-2015-03-31@hub-and-spoke');
    expect(file).toContain('DTSTAMP:20150101T000000Z');
    expect(calendarFile(quarterly, { stamp: '2015-01-01' })).toBe(file);
    expect(file.split('\r\n').every((line) => line.length <= 75)).toBe(true);
  });
});
