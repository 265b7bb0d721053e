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

/** What the rules over a pair have in common. */
const shared = ({ sessions, attending }: Pair) => ({
  severity: 'query' as const,
  source: fieldOf(attending).source,
  since: fieldOf(attending).since,
  fields: [sessions, attending] as const,
});

const sample = ({ sessions, attending }: Pair, held?: Cell, came?: Cell) =>
  ({
    value: {
      ...(held !== undefined && { [sessions]: held }),
      ...(came !== undefined && { [attending]: came }),
    },
  }) as RuleExample<RuleView<FieldId>>; // keyed by the two fields of the pair

const breakOf = ({ sessions, attending }: Pair, message: string, expected: string): readonly Break[] => [
  { paths: [sessions, attending], message, expected },
];

function sessionsHaveAttendance(pair: Pair): Rule {
  const { sessions, attending, noun } = pair;
  return returnRule({
    ...shared(pair),
    code: pair.codes[0],
    statement: `Where there were ${noun}, the return says how many attended.`,
    remedy: 'Enter how many attended; an incomplete count is better than none.',
    needs: [sessions],
    examples: {
      holds: [sample(pair, 6, 15), sample(pair, 0), sample(pair, 6, { atLeast: 15 })],
      breaks: [sample(pair, 7), sample(pair, 12, { unknown: 'not-known' })],
    },
    check: (view) => {
      const came: Cell | undefined = view[attending];
      const held = cellBounds(view[sessions]);
      if (held.low === 0 || (came !== undefined && cellBounds(came).low > 0)) return [];
      return breakOf(
        pair,
        `${boundsInWords(held)} ${noun}; how many attended: ${formatCell(came)}.`,
        'how many attended',
      );
    },
  });
}

function attendanceHasSessions(pair: Pair): Rule {
  const { sessions, attending, noun } = pair;
  return returnRule({
    ...shared(pair),
    code: pair.codes[1],
    statement: `Where people attended ${noun}, the return says how many sessions there were.`,
    remedy: 'Enter the sessions, or correct the attendance.',
    needs: [attending],
    examples: {
      holds: [sample(pair, 6, 15), sample(pair, 0, 0)],
      breaks: [sample(pair, undefined, 15), sample(pair, 0, 15)],
    },
    check: (view) => {
      const held: Cell | undefined = view[sessions];
      const came = cellBounds(view[attending]);
      if (came.low === 0 || (held !== undefined && cellBounds(held).low > 0)) return [];
      return breakOf(
        pair,
        `${boundsInWords(came)} attended ${noun}; how many sessions: ${formatCell(held)}.`,
        'how many sessions',
      );
    },
  });
}

function attendanceIsNoLess(pair: Pair): Rule {
  const { sessions, attending, noun, codes } = pair;
  return returnRule({
    ...shared(pair),
    code: codes[2],
    statement: `No fewer people attend ${noun} than there are sessions.`,
    remedy: 'Check whether the two numbers stand in each other’s place.',
    needs: [sessions, attending],
    after: [codes[0], codes[1]],
    examples: { holds: [sample(pair, 6, 15)], breaks: [sample(pair, 15, 6)] },
    check: (view) => {
      const held: Cell = view[sessions];
      const came: Cell = view[attending];
      if (!isExactCell(held) || !isExactCell(came) || came >= held) return [];
      return breakOf(pair, `${came} attended ${held} ${noun}: fewer than one at each.`, `at least ${held}`);
    },
  });
}

/** R411 to R433: sessions and attendance belong together. */
export const attendanceRules: readonly Rule[] = [
  ...pairs.map(sessionsHaveAttendance),
  ...pairs.map(attendanceHasSessions),
  ...pairs.map(attendanceIsNoLess),
];

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
