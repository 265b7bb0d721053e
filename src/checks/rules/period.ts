import { daysIn, parsePeriod, quarterOf, quartersIn, type Period } from '../../vocabulary/index.ts';
import { returnRule } from '../rule.ts';

const firstQuarter = { from: '2015-01-01', to: '2015-03-31' };
const firstYear = { from: '2013-10-01', to: '2014-09-30' };
const days = (period: Period): string => `${period.from} to ${period.to}`;

/** R101: a period does not end before it begins. */
export const periodEndsAfterItBegins = returnRule({
  code: 'R101',
  severity: 'error',
  source: '2.3',
  statement: 'A period does not end before it begins.',
  remedy: 'Correct the first or the last day.',
  fields: ['period'],
  needs: ['period'],
  examples: {
    holds: [{ value: { period: firstQuarter } }],
    breaks: [{ value: { period: { from: '2015-03-31', to: '2015-01-01' } } }],
  },
  check: ({ period }) =>
    period.from <= period.to
      ? []
      : [
          {
            paths: ['period.from', 'period.to'],
            message: `The period begins on ${period.from} and ends before that, on ${period.to}.`,
            expected: `a last day on or after ${period.from}`,
          },
        ],
});

/** R102: a period is one calendar quarter, or declared to be something else. */
export const periodIsOneQuarter = returnRule({
  code: 'R102',
  severity: 'query',
  source: '2.3',
  statement:
    'A period is one calendar quarter, or is declared to be a year of four quarters or another span.',
  remedy: 'Correct the days, or declare the span that was meant and say why.',
  fields: ['period', 'declared'],
  needs: ['period'],
  after: ['R101'],
  examples: {
    holds: [
      { value: { period: firstQuarter } },
      { value: { period: firstYear, declared: 'year' } },
      { value: { period: { from: '2015-01-01', to: '2015-06-30' }, declared: 'other' } },
    ],
    breaks: [
      { value: { period: { from: '2015-01-01', to: '2015-06-30' } } },
      { value: { period: { from: '2014-01-01', to: '2014-11-30' }, declared: 'year' } },
    ],
  },
  check: ({ period, declared }) => {
    if (declared === 'other' || (declared === undefined && quarterOf(period) !== undefined)) return [];
    if (declared === 'year' && isYearOfQuarters(period)) return [];
    return [
      {
        paths: ['period.from', 'period.to', 'declared'],
        message: `${days(period)} (${daysIn(period)} days) is not ${declared === 'year' ? 'a year of four calendar quarters' : 'one calendar quarter, and nothing else is declared'}.`,
        expected: declared === 'year' ? 'four whole calendar quarters' : 'one calendar quarter',
      },
    ];
  },
});

function isYearOfQuarters(period: Period): boolean {
  const startsQuarter = /-(?:01|04|07|10)-01$/.test(period.from);
  const endsQuarter = /-(?:03-31|06-30|09-30|12-31)$/.test(period.to);
  return startsQuarter && endsQuarter && daysIn(period) <= 366 && quartersIn(period).length === 4;
}

/** R103: a period is over. */
export const periodIsOver = returnRule({
  code: 'R103',
  severity: 'error',
  source: 'library',
  statement: 'A return is made when its period is over, not before.',
  remedy: 'Correct the period, or send the return once the period has ended.',
  fields: ['period'],
  needs: ['period'],
  after: ['R101'],
  examples: {
    holds: [{ value: { period: firstQuarter }, context: { asOf: '2015-04-14' } }],
    breaks: [{ value: { period: firstQuarter }, context: { asOf: '2015-02-01' } }],
  },
  check: ({ period }, { asOf }) => {
    if (asOf === undefined) return { notRun: 'No date was given to compare with (asOf).' };
    if (period.to <= asOf) return [];
    const message = `The period ends on ${period.to}; today is ${asOf}.`;
    return [{ paths: ['period.to'], message, expected: `a last day on or before ${asOf}` }];
  },
});

/** R104: the period printed is the period reported. */
export const printedPeriodIsThePeriod = returnRule({
  code: 'R104',
  severity: 'error',
  source: 'Tables 2-5',
  statement: 'The reporting period that is printed is the period of the return.',
  remedy: 'Find out which of the two is right, and correct the other.',
  fields: ['period', 'printed'],
  needs: ['period', 'printed'],
  examples: {
    holds: [{ value: { period: firstYear, printed: { period: '01.10.2013 - 30.09.2014' } } }],
    breaks: [
      {
        value: {
          period: { from: '2015-01-01', to: '2015-06-30' },
          printed: { period: '01.01.2015 – 01.06.2015' },
        },
      },
      { value: { period: firstYear, printed: { period: 'last year' } } },
    ],
  },
  check: ({ period, printed }) => {
    if (printed.period === undefined) return { notRun: 'The return carries no printed period.' };
    const read = parsePeriod(printed.period);
    if (read?.from === period.from && read.to === period.to) return [];
    const says =
      read === undefined
        ? `“${printed.period}”, which is not two dates`
        : `${days(read)} (${daysIn(read)} days)`;
    return [
      {
        paths: ['printed.period', 'period.from', 'period.to'],
        message: `Printed is ${says}; the return covers ${days(period)} (${daysIn(period)} days).`,
        expected: days(period),
      },
    ];
  },
});
