import type { Finding } from '../checks/index.ts';
import { atLeast, largestCount, unknown, type Cell } from '../form/index.ts';
import { groupedBy } from '../vocabulary/index.ts';
import { shownId } from './distinct-records.ts';
import type { CellLineage } from './lineage.ts';
import { recordFinding } from './record-rule.ts';
import type { SessionRecord } from './service-record.ts';
import { cellOf, cellOfTally, lineageOf, tallyOf, type Tally } from './tally.ts';

/** A cell with what stands behind it. */
export interface CountedCell {
  readonly cell: Cell;
  readonly lineage: CellLineage;
}

type Activity = SessionRecord['activity'];
const withProfessionals: readonly Activity[] = ['awareness-with-professionals', 'training'];

/** What a session counts as: with professionals its length decides, and half a day exactly is awareness. */
function activityOf({ activity, days }: SessionRecord): Activity {
  if (!withProfessionals.includes(activity) || typeof days !== 'number') return activity;
  return days <= 0.5 ? 'awareness-with-professionals' : 'training';
}

/** Sessions by what they count as: those of the quarter, and those without a date. */
export type SessionsByActivity = ReadonlyMap<Activity, readonly SessionRecord[]>;

/** Groups sessions by what they count as. */
export const sessionsByActivity = (sessions: readonly SessionRecord[]): SessionsByActivity =>
  groupedBy(sessions, activityOf);

const isDated = ({ date }: SessionRecord): boolean => typeof date === 'string';

/** How many sessions of one activity there were, and how many attended them, added up. */
export interface CountedSessions {
  readonly held: CountedCell;
  readonly attending: CountedCell;
}

/** Counts the sessions of one activity, and those attending. */
export function countedSessions(sessions: readonly SessionRecord[]): CountedSessions {
  const dated = sessions.filter(isDated);
  const undated = sessions.filter((session) => !isDated(session));
  const tally = tallyOf(idsOf(dated), idsOf(undated));
  const lineage = lineageOf('sessions', tally);
  return {
    held: { cell: cellOfTally(tally), lineage },
    attending: { cell: attendanceAt(dated, undated.length > 0), lineage },
  };
}

const idsOf = (sessions: readonly SessionRecord[]): readonly string[] => sessions.map(({ id }) => id);

/** How many attended: the number, or those named; whichever is more. */
const attendingAt = ({ attending, attended }: SessionRecord): number | undefined => {
  const named = attended === null || attended === undefined ? undefined : new Set(attended).size;
  if (typeof attending !== 'number') return named;
  return Math.max(attending, named ?? 0);
};

function attendanceAt(dated: readonly SessionRecord[], mayBeMore: boolean): Cell {
  const attending = dated.map(attendingAt);
  const sum = attending.reduce<number>((total, each) => total + (each ?? 0), 0);
  // The form takes no larger count: of more than that it says at least so many.
  return sum > largestCount ? atLeast(largestCount) : cellOf(sum, mayBeMore || attending.includes(undefined));
}

/** Who came to one group-work session of the quarter, and who to more. */
export function groupWorkIn(own: readonly SessionRecord[]): { one: CountedCell; more: CountedCell } {
  const dated = own.filter(isDated);
  const times = new Map<string, number>();
  for (const { attended } of dated) {
    for (const person of new Set(attended ?? [])) times.set(person, (times.get(person) ?? 0) + 1);
  }
  const isOpen = dated.length < own.length || dated.some((session) => !isFullyNamed(session));
  const came = (fits: (count: number) => boolean): Tally =>
    tallyOf([...times].flatMap(([person, count]) => (fits(count) ? [person] : [])));
  const [once, often] = [came((count) => count === 1), came((count) => count > 1)];
  return {
    // Whoever is named once may be among those who are not named elsewhere: the count may go either way.
    one: {
      cell: isOpen ? unknown('not-known') : once.certain.size,
      lineage: isOpen
        ? lineageOf('young people', tallyOf([], once.certain))
        : lineageOf('young people', once),
    },
    more: { cell: cellOf(often.certain.size, isOpen), lineage: lineageOf('young people', often) },
  };
}

function isFullyNamed(session: SessionRecord): boolean {
  const { attending, attended } = session;
  if (attended === null || attended === undefined) return attending === 0;
  return typeof attending !== 'number' || new Set(attended).size >= attending;
}

/** What the sessions say that cannot be, or that was counted otherwise than it was recorded. */
export const sessionFindings = (sessions: readonly SessionRecord[]): readonly Finding[] =>
  sessions.flatMap((session) => {
    const { id, activity, days, attending, attended } = session;
    const counted = activityOf(session);
    const named = new Set(attended ?? []).size;
    const byLength = `Session ${shownId(id)}, recorded as ${activity}, lasted ${days ?? 0} days and was counted as ${counted}.`;
    const tooMany = `Session ${shownId(id)} names ${named} people, and says that ${attending ?? 0} attended.`;
    return [
      ...(counted === activity ? [] : [recordFinding('K202', byLength)]),
      ...(typeof attending === 'number' && named > attending ? [recordFinding('K203', tooMany)] : []),
    ];
  });
