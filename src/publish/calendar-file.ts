import ical, { ICalCalendarMethod } from 'ical-generator';
import { periodName, type IsoDate } from '../vocabulary/index.ts';
import type { ExpectedReturn } from '../programme/index.ts';

/** What a calendar file needs besides the returns. */
export interface CalendarFileOptions {
  /** The day on which the file is made: the same stamp gives the same file. */
  readonly stamp: IsoDate;
  readonly name?: string;
}

/** A service in letters that any calendar takes; whatever else stands in its name becomes its code points. */
const idOf = (service: string): string =>
  Array.from(service)
    .map((letter) => (/[\w-]/.test(letter) ? letter : `x${letter.codePointAt(0)?.toString(16) ?? ''}`))
    .join('');

const dayOf = (date: IsoDate): Date => new Date(`${date}T00:00:00Z`);

/**
 * The due dates of returns as an iCalendar file, one all-day event each, for any calendar program. A return
 * without a due date has no day to stand on, and is left out. Ids are stable, so that a second import
 * replaces the first.
 *
 * @example
 * const expected = [{ service: '2', phase: 'one', quarter: '2016-Q4', period: { from: '2016-10-01', to: '2016-12-31' }, due: '2017-01-31' }] as const;
 * calendarFile(expected, { stamp: '2016-10-01' }).includes('DTSTART;VALUE=DATE:20170131'); // => true
 */
export function calendarFile(expected: readonly ExpectedReturn[], options: CalendarFileOptions): string {
  const calendar = ical({ name: options.name ?? 'Returns due', method: ICalCalendarMethod.PUBLISH });
  for (const { service, period, due } of expected) {
    if (due === undefined) continue;
    calendar.createEvent({
      id: `${idOf(service)}-${period.from}-${period.to}@hub-and-spoke`,
      start: dayOf(due),
      allDay: true,
      timezone: 'UTC',
      stamp: dayOf(options.stamp),
      summary: `Return of service ${service} for ${periodName(period)} is due`,
    });
  }
  return calendar.toString();
}
