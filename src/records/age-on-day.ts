import type { Finding } from '../checks/index.ts';
import { ageBandOf, daysAfter, yearsBetween, type IsoDate } from '../vocabulary/index.ts';
import { shownId } from './distinct-records.ts';
import { recordedOn } from './last-recorded.ts';
import { recordFinding } from './record-rule.ts';
import type { CaseRecord } from './service-record.ts';

/** The day on which ages are taken, and the first day of the quarter. */
export interface AgeDays {
  readonly on: IsoDate;
  readonly from: IsoDate;
}

/**
 * The age bands of which one is that of a case on a day: from the date of birth, from an age on another day, or as
 * recorded in the quarter; none where the date of birth comes later. A band of an earlier quarter says nothing of this one.
 */
export function bandsOn(record: CaseRecord, { on, from }: AgeDays): readonly string[] | undefined {
  const { dateOfBirth, age, ageBand } = record;
  if (typeof dateOfBirth === 'string')
    return dateOfBirth <= on ? [ageBandOf(yearsBetween(dateOfBirth, on))] : [];
  if (age === null || age === undefined) {
    const day = recordedOn(record);
    return typeof ageBand === 'string' && (day === '' || day >= from) ? [ageBand] : undefined;
  }
  // On another day the age is one of two: the band is known when both are in it, or when another record says which.
  const later = age.on === on ? 0 : yearsBetween(age.on, on);
  const isWhole = age.on === on || yearsBetween(age.on, daysAfter(on, -1)) < later;
  const bands = [age.years + later, age.years + later + (isWhole ? 0 : 1)].map((years) =>
    ageBandOf(Math.max(0, years)),
  );
  return [...new Set(bands)];
}

/** Says of whom the date of birth comes after the day on which ages are taken. */
export const bornTooLate = (cases: readonly CaseRecord[], day: IsoDate): readonly Finding[] =>
  cases
    .filter(({ dateOfBirth }) => typeof dateOfBirth === 'string' && dateOfBirth > day)
    .map(({ id }) => recordFinding('K206', `Case ${shownId(id)}: the date of birth comes after ${day}.`));
