import {
  addQuarters,
  covers,
  daysAfter,
  isIsoDate,
  quarterOfDate,
  quarterPeriod,
  quartersBetween,
  type IsoDate,
  type Period,
  type Quarter,
} from '../vocabulary/index.ts';
import type { Phase } from './phase.ts';
import type { Register, Service } from './register.ts';

/** From which quarter to which a phase returns the form. */
export interface PhaseSchedule {
  readonly from: Quarter;
  readonly until: Quarter;
}

/**
 * The two readings of Appendix Four: in B, which fits better, a mark stands at the quarter that is
 * returned; in A at the month in which it is sent in.
 */
export const schedules: Readonly<Record<'A' | 'B', Readonly<Record<Phase, PhaseSchedule>>>> = {
  A: {
    one: { from: '2015-Q3', until: '2016-Q4' },
    two: { from: '2015-Q1', until: '2016-Q4' },
    three: { from: '2016-Q1', until: '2016-Q4' },
  },
  B: {
    one: { from: '2015-Q4', until: '2016-Q4' },
    two: { from: '2015-Q1', until: '2016-Q4' },
    three: { from: '2016-Q1', until: '2016-Q4' },
  },
};

/** When returns are due. Only one due date is printed, and of that only the month: January 2017. */
export interface DueDates {
  /** The day by which the return for a quarter is due. */
  readonly byQuarter: Readonly<Partial<Record<Quarter, IsoDate>>>;
  /** Days after the end of a quarter for all others; without it they have no due date, and nothing is late. */
  readonly daysAfterQuarter?: number;
}

/** The one due date of the report, taken as the last day of its month. */
export const printedDueDates: DueDates = { byQuarter: { '2016-Q4': '2017-01-31' } };

/** How the calendar is read. */
export interface CalendarOptions {
  /** Today. */
  readonly asOf: IsoDate;
  /** The phases' schedule: one of the two readings, or the caller's own. Default: reading B. */
  readonly schedule?: Readonly<Record<Phase, PhaseSchedule>>;
  readonly due?: DueDates;
}

/** A return that is expected. */
export interface ExpectedReturn {
  readonly service: string;
  readonly phase: Phase;
  /** The quarter, for quarterly returns. */
  readonly quarter?: Quarter;
  readonly period: Period;
  readonly due?: IsoDate;
}

/** A service that is left out for a time, with why. */
export interface NotExpected {
  readonly service: string;
  readonly quarter: Quarter;
  readonly reason: string;
}

/** Who is expected to return what by now, and who is not. */
export interface ReturnCalendar {
  readonly expected: readonly ExpectedReturn[];
  readonly notExpected: readonly NotExpected[];
}

function dueDate(quarter: Quarter, { byQuarter, daysAfterQuarter }: DueDates): IsoDate | undefined {
  const said = byQuarter[quarter];
  if (said !== undefined || daysAfterQuarter === undefined) return said;
  return daysAfter(quarterPeriod(quarter).to, daysAfterQuarter);
}

/**
 * Who is expected to have returned what: every quarter of the phase's schedule that has ended, less the
 * quarters before the first or after the last that the register gives it, and the years that were asked for in retrospect.
 *
 * @throws RangeError when `asOf` is no ISO date: a mistake of the caller
 * @example
 * const calendar = expectedReturns(register, { asOf: '2015-07-01' });
 * calendar.expected.filter(({ quarter }) => quarter === '2015-Q2').map(({ service }) => service); // => ['4', '5', '8']
 * calendar.notExpected.find(({ service }) => service === '7')?.reason; // => 'Its data collection has not begun.'
 */
export function expectedReturns(register: Register, options: CalendarOptions): ReturnCalendar {
  const { asOf, schedule = schedules.B, due = printedDueDates } = options;
  if (!isIsoDate(asOf)) throw new RangeError(`expectedReturns: asOf is no ISO date: ${String(asOf)}`);
  const last = addQuarters(quarterOfDate(asOf), -1);
  const years = register.services.flatMap((service) => yearsOf(service, asOf));
  const quarters = register.services.flatMap((service) => {
    const { from, until } = schedule[service.phase];
    const ended = quartersBetween(from, until < last ? until : last);
    return ended.map((quarter) => ({ service, quarter, reason: reasonLeftOut(service, quarter) }));
  });
  return {
    expected: [
      ...years,
      ...quarters
        .filter(({ reason }) => reason === undefined)
        .map(({ service, quarter }) => quarterlyReturn(service, quarter, due)),
    ],
    notExpected: quarters.flatMap(({ service, quarter, reason }) =>
      reason === undefined ? [] : [{ service: service.id, quarter, reason }],
    ),
  };
}

const yearsOf = ({ id, phase, returns }: Service, asOf: IsoDate): readonly ExpectedReturn[] =>
  (returns?.years ?? []).filter(({ to }) => to < asOf).map((period) => ({ service: id, phase, period }));

function quarterlyReturn({ id, phase }: Service, quarter: Quarter, dates: DueDates): ExpectedReturn {
  const due = dueDate(quarter, dates);
  return { service: id, phase, quarter, period: quarterPeriod(quarter), ...(due !== undefined && { due }) };
}

function reasonLeftOut({ returns = {}, status }: Service, quarter: Quarter): string | undefined {
  if (returns.exempt !== undefined) return returns.exempt;
  if (returns.from === 'not-yet') return 'Its data collection has not begun.';
  if (returns.from !== undefined && quarter < returns.from) return `Its first return is for ${returns.from}.`;
  if (returns.until !== undefined && quarter > returns.until)
    return `Its last return was for ${returns.until}.`;
  return status === 'planned' ? 'The service is planned.' : undefined;
}

/** A return that came in. */
export interface ReceivedReturn {
  readonly service: string;
  readonly period: Period;
  /** The services that a combined return adds up. */
  readonly combined?: { readonly services: readonly string[] };
  /** The day it came in; without it nobody can say whether it was late. */
  readonly receivedOn?: IsoDate;
}

/** How an expected return stands. */
export interface ReturnStanding extends ExpectedReturn {
  readonly standing: 'received' | 'late' | 'combined' | 'due' | 'missing';
  readonly receivedOn?: IsoDate;
}

/**
 * How each expected return stands: received; late, when it came in after its due date; combined, when a
 * return of several services or of a longer time covers it, so that it cannot be told apart; due, when its day is still to
 * come; missing, when that is past or there is none.
 *
 * @example
 * const { expected } = expectedReturns(register, { asOf: '2015-07-01' });
 * returnStandings(expected.slice(-1), [], '2015-07-01')[0]?.standing; // => 'missing'
 */
export function returnStandings(
  expected: readonly ExpectedReturn[],
  received: readonly ReceivedReturn[],
  asOf: IsoDate,
): readonly ReturnStanding[] {
  return expected.map((each) => {
    const came = received.filter(
      ({ service, period }) => service === each.service && isSame(period, each.period),
    );
    if (came.length === 0) return { ...each, standing: standingWithout(each, received, asOf) };
    // A revision comes later, and does not make the return late.
    const [first] = came.flatMap((one) => one.receivedOn ?? []).sort();
    const isAfter = each.due !== undefined && first !== undefined && first > each.due;
    // One whose day nobody knows may have come before it.
    const isKnown = !isAfter || came.every((one) => one.receivedOn !== undefined);
    return {
      ...each,
      standing: isAfter && isKnown ? 'late' : 'received',
      ...(first !== undefined && isKnown && { receivedOn: first }),
    };
  });
}

function standingWithout(
  each: ExpectedReturn,
  received: readonly ReceivedReturn[],
  asOf: IsoDate,
): 'combined' | 'due' | 'missing' {
  const isCovered = received.some(
    ({ service, combined, period }) =>
      [service, ...(combined?.services ?? [])].includes(each.service) && covers(period, each.period),
  );
  if (isCovered) return 'combined';
  return each.due !== undefined && asOf <= each.due ? 'due' : 'missing';
}

const isSame = (one: Period, other: Period): boolean => one.from === other.from && one.to === other.to;

/** The evaluation's own dates. */
export interface EvaluationEvent {
  readonly period: Period;
  readonly event: string;
}

/** What the evaluation planned to do and when, as the report prints it. */
export const evaluationSchedule: readonly EvaluationEvent[] = [
  { period: { from: '2015-12-01', to: '2015-12-31' }, event: 'Learning Exchange for all phases' },
  { period: { from: '2015-10-01', to: '2015-12-31' }, event: 'Preliminary visits to Phase Three services' },
  { period: { from: '2016-01-01', to: '2016-03-31' }, event: 'Second fieldwork with Phase Two services' },
  { period: { from: '2016-01-01', to: '2016-06-30' }, event: 'First fieldwork with Phase Three services' },
  { period: { from: '2016-10-01', to: '2016-10-31' }, event: 'Sustainability data from Phase One services' },
  { period: { from: '2016-10-01', to: '2016-12-31' }, event: 'Follow-up with Phase Three services' },
  { period: { from: '2017-01-01', to: '2017-01-31' }, event: 'Final data return from all services' },
  { period: { from: '2017-02-01', to: '2017-02-28' }, event: 'Analysis completed' },
  { period: { from: '2017-06-01', to: '2017-06-30' }, event: 'Final report' },
  { period: { from: '2017-07-01', to: '2017-07-31' }, event: 'Launch' },
  { period: { from: '2017-08-01', to: '2017-08-31' }, event: 'Dissemination' },
];
