import type { FieldId } from '../form/index.ts';

/** How a field is counted when a return is made of records. */
export interface CountingRule {
  readonly field: FieldId;
  readonly statement: string;
}

const counted = (field: FieldId, statement: string): CountingRule => ({ field, statement });
const characteristic =
  'Everyone whom the characteristics describe, once, by what was last recorded on or before the last day of the quarter (on the day of recording, else of the referral, else of the opening); not known where nothing was, or where records of one day contradict each other; incomplete where a record without any date alone says it, or contradicts the others, for it may have come before them or later.';

/**
 * The rules of counting, a field each. What has no date, or an impossible one, is not counted, and makes the counts
 * it may belong to incomplete.
 *
 * @example
 * countingRules.find(({ field }) => field === 'youngPeople.opened')?.statement; // => 'Every time direct support began in the quarter. A case that begins on or before the day on which another of the same young person is closed continues it: a move is not a new beginning.'
 */
export const countingRules: readonly CountingRule[] = [
  counted(
    'spokes.headcount',
    'The people in the posts of the register that are filled and funded on the last day.',
  ),
  counted('spokes.fte', 'The full-time equivalents of the same posts, where all have them.'),
  counted(
    'youngPeople.direct',
    'Every young person with a direct case open on a day of the quarter, both ends included (or, if asked for, with a contact in it), once, however many cases, moves or referrals.',
  ),
  counted(
    'youngPeople.indirect',
    'Every young person with a consultancy case open in the quarter, or about whom a consultancy was given in it, once, and without the directly supported.',
  ),
  counted(
    'youngPeople.age',
    `${characteristic} Where an age leaves two bands open, another record may say which; else it is not known. The age is that on the reference day: the last of the quarter unless the first is asked for. A band alone counts in the quarter in which it was recorded.`,
  ),
  counted('youngPeople.gender', characteristic),
  counted('youngPeople.ethnicity', characteristic),
  counted('youngPeople.living', characteristic),
  counted('youngPeople.sexuality', characteristic),
  counted('youngPeople.disability', characteristic),
  counted(
    'youngPeople.newInPeriod',
    'The directly supported who had no direct case open on any day before the quarter, in all the records.',
  ),
  counted(
    'youngPeople.firstInYear',
    'The directly supported who had no direct case open earlier in the same calendar year: over the quarters of a year everybody is counted once.',
  ),
  counted(
    'youngPeople.openAtStart',
    'Young people whose direct support began before the first day and had not ended before it; left out where young people are counted by contacts.',
  ),
  counted(
    'youngPeople.opened',
    'Every time direct support began in the quarter. A case that begins on or before the day on which another of the same young person is closed continues it: a move is not a new beginning.',
  ),
  counted(
    'youngPeople.openAtEnd',
    'Young people whose direct support began on or before the last day and ended after it, or not at all; left out where young people are counted by contacts.',
  ),
  counted(
    'referrals.reported',
    'The directly supported of whom the route of a direct case open in the quarter is known.',
  ),
  counted(
    'referrals.route',
    'The directly supported, by the route that was last recorded of their direct cases open in the quarter; not known and incomplete as characteristics are.',
  ),
  counted('referrals.received', 'Every case with a day of referral in the quarter, whatever became of it.'),
  counted('withYoungPeople.awarenessSessions', 'Every awareness session with young people in the quarter.'),
  counted('withYoungPeople.awarenessAttending', 'Those attending these sessions, added up.'),
  counted(
    'withYoungPeople.oneGroupSession',
    'Young people named at exactly one group-work session of the quarter; not known when not everyone is named.',
  ),
  counted(
    'withYoungPeople.moreGroupSessions',
    'Young people named at two or more group-work sessions of the quarter; incomplete when not everyone is named.',
  ),
  counted(
    'withProfessionals.awarenessSessions',
    'Every session with professionals of at most half a day, half a day included; where the length is not known, what was recorded as awareness.',
  ),
  counted('withProfessionals.awarenessAttending', 'Those attending these sessions, added up.'),
  counted(
    'withProfessionals.trainingSessions',
    'Every session with professionals of more than half a day; where the length is not known, what was recorded as training.',
  ),
  counted('withProfessionals.trainingAttending', 'Those attending these sessions, added up.'),
  counted('withProfessionals.consultancySessions', 'Every consultancy given in the quarter.'),
  counted('outcomes.casesClosed', 'Every time direct support ended in the quarter.'),
  counted(
    'outcomes.atClose',
    'Every time direct support ended in the quarter, by whether the last reading is better than the first, the same or worse; not recorded where one of them is missing. A reading may be that of any case of the support that ended.',
  ),
];
