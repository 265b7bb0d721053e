import { boundsInWords } from '../../figures/index.ts';
import { cellBounds, fieldOf, formatCell, isExactCell, type Cell, type FieldId } from '../../form/index.ts';
import { returnRule, type Break, type Rule, type RuleExample, type RuleView } from '../rule.ts';

type SessionField =
  'withYoungPeople.awarenessSessions' | `withProfessionals.${'awarenessSessions' | 'trainingSessions'}`;
type AttendingField =
  'withYoungPeople.awarenessAttending' | `withProfessionals.${'awarenessAttending' | 'trainingAttending'}`;

interface Pair {
  readonly sessions: SessionField;
  readonly attending: AttendingField;
  /** What the sessions are, in a sentence. */
  readonly noun: string;
  readonly codes: readonly [withoutAttendance: string, withoutSessions: string, tooFew: string];
}

const pairs: readonly Pair[] = [
  {
    sessions: 'withYoungPeople.awarenessSessions',
    attending: 'withYoungPeople.awarenessAttending',
    noun: 'awareness-raising sessions with young people',
    codes: ['R411', 'R421', 'R431'],
  },
  {
    sessions: 'withProfessionals.awarenessSessions',
    attending: 'withProfessionals.awarenessAttending',
    noun: 'awareness-raising sessions with professionals',
    codes: ['R412', 'R422', 'R432'],
  },
  {
    sessions: 'withProfessionals.trainingSessions',
    attending: 'withProfessionals.trainingAttending',
    noun: 'training sessions',
    codes: ['R413', 'R423', 'R433'],
  },
];

function sessionRules(pair: Pair): readonly Rule[] {
  const { sessions, attending, noun, codes } = pair;
  const field = fieldOf(attending);
  const shared = {
    severity: 'query',
    source: field.source,
    since: field.since,
    fields: [sessions, attending],
  } as const;
  const paths = [sessions, attending];
  const sample = (held?: Cell, came?: Cell) =>
    ({
      value: {
        ...(held !== undefined && { [sessions]: held }),
        ...(came !== undefined && { [attending]: came }),
      },
    }) as RuleExample<RuleView<FieldId>>; // keyed by the two fields of the pair
  const one = (message: string, expected: string): readonly Break[] => [{ paths, message, expected }];
  return [
    returnRule({
      ...shared,
      code: codes[0],
      statement: `Where there were ${noun}, the return says how many attended.`,
      remedy: 'Enter how many attended; an incomplete count is better than none.',
      needs: [sessions],
      examples: {
        holds: [sample(6, 15), sample(0), sample(6, { atLeast: 15 })],
        breaks: [sample(7), sample(12, { unknown: 'not-known' })],
      },
      check: (view) => {
        const came: Cell | undefined = view[attending];
        const held: Cell = view[sessions];
        if (cellBounds(held).low === 0 || (came !== undefined && cellBounds(came).low > 0)) return [];
        return one(
          `${boundsInWords(cellBounds(held))} ${noun}; how many attended: ${formatCell(came)}.`,
          'how many attended',
        );
      },
    }),
    returnRule({
      ...shared,
      code: codes[1],
      statement: `Where people attended ${noun}, the return says how many sessions there were.`,
      remedy: 'Enter the sessions, or correct the attendance.',
      needs: [attending],
      examples: { holds: [sample(6, 15), sample(0, 0)], breaks: [sample(undefined, 15), sample(0, 15)] },
      check: (view) => {
        const held: Cell | undefined = view[sessions];
        const came: Cell = view[attending];
        if (cellBounds(came).low === 0 || (held !== undefined && cellBounds(held).low > 0)) return [];
        return one(
          `${boundsInWords(cellBounds(came))} attended ${noun}; how many sessions: ${formatCell(held)}.`,
          'how many sessions',
        );
      },
    }),
    returnRule({
      ...shared,
      code: codes[2],
      statement: `No fewer people attend ${noun} than there are sessions.`,
      remedy: 'Check whether the two numbers stand in each other’s place.',
      needs: [sessions, attending],
      after: [codes[0], codes[1]],
      examples: { holds: [sample(6, 15)], breaks: [sample(15, 6)] },
      check: (view) => {
        const held: Cell = view[sessions];
        const came: Cell = view[attending];
        if (!isExactCell(held) || !isExactCell(came) || came >= held) return [];
        return one(`${came} attended ${held} ${noun}: fewer than one at each.`, `at least ${held}`);
      },
    }),
  ];
}

/** R411 to R433: sessions and attendance belong together. */
export const attendanceRules: readonly Rule[] = pairs
  .flatMap(sessionRules)
  .sort((one, other) => one.code.localeCompare(other.code, 'en'));

/** R441: those who came once and those who came more often are returned together. */
export const groupWorkIsReturnedWhole = returnRule({
  code: 'R441',
  severity: 'query',
  source: 'Table 4',
  statement:
    'Young people who attended one group-work session and those who attended more are returned together.',
  remedy: 'Enter the other count; 0 if there was nobody.',
  fields: ['withYoungPeople.oneGroupSession', 'withYoungPeople.moreGroupSessions'],
  examples: {
    holds: [
      { value: { 'withYoungPeople.oneGroupSession': 53, 'withYoungPeople.moreGroupSessions': 6 } },
      { value: {} },
    ],
    breaks: [{ value: { 'withYoungPeople.oneGroupSession': 53 } }],
  },
  check: (view) => {
    const once = view['withYoungPeople.oneGroupSession'];
    const more = view['withYoungPeople.moreGroupSessions'];
    if ((once === undefined) === (more === undefined)) return [];
    const message = `Attended one group-work session: ${formatCell(once)}; more than one: ${formatCell(more)}.`;
    return [
      {
        paths: ['withYoungPeople.oneGroupSession', 'withYoungPeople.moreGroupSessions'],
        message,
        expected: 'both counts',
      },
    ];
  },
});
