import type { Period } from '../vocabulary/index.ts';

/** The numbers of the form that say how young people come and go. */
export const direct = 'youngPeople.direct';
export const newInPeriod = 'youngPeople.newInPeriod';
export const firstInYear = 'youngPeople.firstInYear';
export const start = 'youngPeople.openAtStart';
export const opened = 'youngPeople.opened';
export const closed = 'outcomes.casesClosed';
export const end = 'youngPeople.openAtEnd';

/** Those of which each follows from the other three. */
export const flow = [start, opened, closed, end] as const;

/** Whether a period is in one calendar year, and begins it. */
export const beginsYear = ({ from, to }: Period): boolean =>
  from.slice(0, 4) === to.slice(0, 4) && from.endsWith('-01-01');

/** Whether a period is in one calendar year, and does not begin it. */
export const isLaterInYear = ({ from, to }: Period): boolean =>
  from.slice(0, 4) === to.slice(0, 4) && !from.endsWith('-01-01');

/** What can be taken from what, on the form: readers who see both see the rest. */
export const parts: readonly {
  readonly whole: string;
  readonly parts: readonly string[];
  /** Whether only where the calendar year had begun before. */
  readonly isLaterInYear?: true;
  /** Whether nothing can be left over: then readers know that nothing is. */
  readonly isSum?: true;
}[] = [
  { whole: 'youngPeople.base', parts: ['youngPeople.direct', 'youngPeople.indirect'], isSum: true },
  { whole: 'youngPeople.total', parts: ['youngPeople.direct', 'youngPeople.indirect'], isSum: true },
  { whole: 'youngPeople.direct', parts: ['referrals.reported'] },
  { whole: 'youngPeople.direct', parts: ['youngPeople.newInPeriod'] },
  // Nobody whose support was under way can be new: what is left came back.
  { whole: 'youngPeople.direct', parts: ['youngPeople.openAtStart', 'youngPeople.newInPeriod'] },
  { whole: 'youngPeople.direct', parts: ['youngPeople.firstInYear'] },
  // Whoever was supported as a later quarter began was counted in the year before it.
  {
    whole: 'youngPeople.direct',
    parts: ['youngPeople.openAtStart', 'youngPeople.firstInYear'],
    isLaterInYear: true,
  },
  { whole: 'youngPeople.direct', parts: ['youngPeople.openAtStart'] },
  { whole: 'youngPeople.direct', parts: ['youngPeople.openAtEnd'] },
  { whole: 'youngPeople.firstInYear', parts: ['youngPeople.newInPeriod'] },
  { whole: 'youngPeople.opened', parts: ['youngPeople.newInPeriod'] },
  // Whoever is supported for the first time in a year that had begun was not supported as the period began.
  { whole: 'youngPeople.opened', parts: ['youngPeople.firstInYear'], isLaterInYear: true },
  { whole: 'withProfessionals.consultancySessions', parts: ['youngPeople.indirect'] },
];
