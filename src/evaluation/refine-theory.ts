import { plainCopy, type Finding } from '../checks/index.ts';
import { measures as everyMeasure } from '../indicators/index.ts';
import { historyRules } from './history-rules.ts';
import { idsOf, runTheoryRules } from './run-theory-rules.ts';
import { theoryLimits } from './theories.ts';
import { notPlain, shapeFindings, theoryFinding } from './theory-finding.ts';
import { neverRewritten } from './theory-shape-rules.ts';
import { theoriesAt, type TheoryState } from './theory-state.ts';
import {
  refinementSchema,
  versionId,
  type Refinement,
  type TheoryHistory,
  type TheoryVersion,
} from './theory-version.ts';
import { headsOf, inOrder } from './version-order.ts';

/** A history with nothing in it. */
export const emptyHistory: TheoryHistory = { versions: [] };

/** A history with one version more; or the history as it was, and what keeps the version out. */
export interface Refined {
  readonly history: TheoryHistory;
  /** The version that was added. */
  readonly version?: TheoryVersion;
  /** What keeps it out when there is an error among them; otherwise what to think about. */
  readonly findings: readonly Finding[];
}

/**
 * Adds a version to a history of theories: new configurations, new statuses and more evidence, with the day,
 * the reason and what led to it. Nothing that stands is edited or deleted. A configuration that another
 * supersedes is called refined, unless the version says otherwise or its status is disputed. A refinement that
 * does not fit is not added, and the findings say why: what stands can never be corrected.
 *
 * @throws TypeError when the history has no list of versions: a mistake of the caller; what others sent is for {@link checkTheories}
 *
 * @example
 * const { history } = refineTheory(emptyHistory, {
 *   on: '2014-10-01', reason: 'First visits', evidence: [{ kind: 'interview-theme', section: '3.3' }],
 *   configurations: [{ id: 'A', contexts: [{ layer: 'practice', statement: 'The host shares the interview panel' }], mechanism: { statement: 'The host owns the appointment too' }, outcome: { statement: 'The role is clear from the start', valence: 'desired' }, status: 'candidate' }],
 * });
 * history.versions.length; // => 1
 * refineTheory(history, { on: '2015-10-01', reason: '', statuses: [{ id: 'A', status: 'supported' }] }).findings[0]?.paths; // => ['reason']
 */
export function refineTheory(history: TheoryHistory, refinement: Refinement): Refined {
  const { versions } = history;
  assertList(versions);
  const { copy, problems } = plainCopy(refinement, theoryLimits);
  const parsed = refinementSchema.safeParse(copy);
  if (problems.length > 0 || !parsed.success) {
    const refused = problems.map(({ path, found }) => notPlain(path, found));
    const shape = parsed.success ? [] : shapeFindings(parsed.error.issues, '', copy);
    return { history, findings: [...refused, ...shape] };
  }
  const heads = headsOf(versions);
  if (versions.length > 0 && heads.length === 0) return { history, findings: circleIn(versions) };
  const before = theoriesAt(history);
  const said = { ...withRefined(before, parsed.data), after: heads };
  const version: TheoryVersion = { ...said, id: versionId(said) };
  const after: TheoryHistory = { versions: inOrder([...versions, version]) };
  const findings = [
    ...rewrites(before, parsed.data),
    ...findingsAbout(version, after),
    ...findingsInState(version, theoriesAt(after)),
  ];
  if (findings.some(({ severity }) => severity === 'error')) return { history, findings };
  return { history: after, version, findings };
}

function assertList(versions: unknown): void {
  if (!Array.isArray(versions)) throw new TypeError('refineTheory: the history has no list of versions');
}

/** Every version is built on by another: somebody altered them. */
const circleIn = (versions: readonly TheoryVersion[]): readonly Finding[] =>
  historyRules
    .filter(({ code }) => code === 'T401')
    .map((rule) =>
      theoryFinding(
        rule,
        {
          paths: ['versions'],
          message: 'The versions build on each other in a circle.',
          expected: 'a version on which no other builds',
        },
        { versions },
      ),
    );

/** What the rules about histories say of the newest version. */
function findingsAbout(version: TheoryVersion, { versions }: TheoryHistory): readonly Finding[] {
  const newest = versions.find(({ id }) => id === version.id) ?? version;
  const place = `versions.${versions.indexOf(newest)}.`;
  return historyRules
    .filter(({ code }) => code !== 'T403')
    .flatMap((rule) =>
      rule.check({ versions }, [newest]).map(({ paths, ...found }) => {
        const own = paths.map((path) => path.replace(place, ''));
        return theoryFinding(rule, { ...found, paths: own }, version);
      }),
    );
}

/** What the rules about theories find wrong with what the newest version brings: once it stands it cannot be changed. */
const findingsInState = (version: TheoryVersion, state: TheoryState): readonly Finding[] =>
  runTheoryRules(state, idsOf(state, state.conflicts), everyMeasure)
    .filter(({ rule }) => rule.severity !== 'advice')
    .flatMap(({ rule, found }) => {
      const own = [...new Set(found.paths.flatMap((path) => placeIn(path, state, version)))];
      return own.length === 0 ? [] : [theoryFinding(rule, { ...found, paths: own }, version)];
    });

/** Leads a path among the theories as they stand back to the refinement; nowhere when it is about something else. */
function placeIn(path: string, state: TheoryState, version: TheoryVersion): readonly string[] {
  const [list, index, ...rest] = path.split('.');
  if (list !== 'configurations' && list !== 'theories') return [];
  const id = state[list][Number(index)]?.id;
  const place = (version[list] ?? []).findIndex((each) => each.id === id);
  if (place >= 0) return [[list, place, ...rest].join('.')];
  return list === 'theories'
    ? []
    : (['statuses', 'evidenceFor', 'evidenceAgainst'] as const).filter((each) =>
        version[each]?.some((said) => said.id === id),
      );
}

function rewrites(
  { configurations, conflicts }: TheoryState,
  { configurations: brought = [] }: Refinement,
): readonly Finding[] {
  const disputed = conflicts.filter(({ about }) => about === 'configuration').map(({ id }) => id);
  const known = new Set([...configurations.map(({ id }) => id), ...disputed]);
  return brought.flatMap(({ id }, index) =>
    known.has(id)
      ? [
          theoryFinding(
            neverRewritten,
            {
              paths: [`configurations.${index}.id`],
              message: `There is a configuration “${id}” already.`,
              expected: 'an id that is not in use',
            },
            { configurations: brought },
          ),
        ]
      : [],
  );
}

/** What is superseded is called refined, unless the refinement says what it is, or versions disagree about it. */
function withRefined({ configurations, conflicts }: TheoryState, refinement: Refinement): Refinement {
  const said = new Set([...(refinement.statuses ?? []), ...conflicts].map(({ id }) => id));
  const superseded = new Set(refinement.configurations?.flatMap(({ supersedes = [] }) => supersedes));
  const refined = [...configurations, ...(refinement.configurations ?? [])].filter(
    ({ id, status }) =>
      superseded.has(id) && !said.has(id) && (status === 'candidate' || status === 'supported'),
  );
  if (refined.length === 0) return refinement;
  const statuses = refined.map(({ id }) => ({ id, status: 'refined' as const }));
  return { ...refinement, statuses: [...(refinement.statuses ?? []), ...statuses] };
}

/**
 * One history from two: every version of either, each once. The order never matters, and nothing is lost.
 * Where versions that did not know of each other disagree, {@link theoriesAt} shows both sides.
 *
 * @example
 * mergeHistories(emptyHistory, emptyHistory); // => { versions: [] }
 */
export function mergeHistories(one: TheoryHistory, other: TheoryHistory): TheoryHistory {
  return { versions: inOrder([...one.versions, ...other.versions]) };
}
