import { plainCopy, type Finding } from '../checks/index.ts';
import { canonical } from './canonical.ts';
import { historyRules } from './history-rules.ts';
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
 * supersedes is called refined, unless the version says otherwise. A refinement that does not fit is not added,
 * and the findings say why.
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
  const { copy, problems } = plainCopy(refinement, { depth: 14, values: 5_000_000 });
  const parsed = refinementSchema.safeParse(copy);
  if (problems.length > 0 || !parsed.success) {
    const refused = problems.map(({ path, found }) => notPlain(path, found));
    return {
      history,
      findings: [...refused, ...(parsed.success ? [] : shapeFindings(parsed.error.issues, '', copy))],
    };
  }
  const before = theoriesAt(history);
  const rewritten = rewrites(before, parsed.data);
  const said = { ...withRefined(before, parsed.data), after: headsOf(history.versions) };
  const version: TheoryVersion = { ...said, id: versionId(said) };
  const after: TheoryHistory = { versions: inOrder([...history.versions, version]) };
  const findings = [...rewritten, ...findingsAbout(version, after)];
  if (findings.some(({ severity }) => severity === 'error')) return { history, findings };
  return { history: after, version, findings };
}

/** What the rules about histories say of the newest version. */
function findingsAbout(version: TheoryVersion, { versions }: TheoryHistory): readonly Finding[] {
  const place = `versions.${versions.findIndex(({ id }) => id === version.id)}.`;
  return historyRules.flatMap((rule) =>
    rule
      .check({ versions })
      .filter(({ paths }) => paths.some((path) => path.startsWith(place)))
      .map(({ paths, ...found }) =>
        theoryFinding(rule, { ...found, paths: paths.map((path) => path.replace(place, '')) }, version),
      ),
  );
}

function rewrites(
  { configurations, conflicts }: TheoryState,
  { configurations: brought = [] }: Refinement,
): readonly Finding[] {
  const known = new Set([
    ...configurations.map(({ id }) => id),
    ...conflicts.filter(({ about }) => about === 'configuration').map(({ id }) => id),
  ]);
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

/** What is superseded is called refined, unless the refinement says what it is. */
function withRefined({ configurations }: TheoryState, refinement: Refinement): Refinement {
  const said = new Set(refinement.statuses?.map(({ id }) => id));
  const superseded = new Set(refinement.configurations?.flatMap(({ supersedes = [] }) => supersedes));
  const refined = configurations.filter(
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
  const all = [...one.versions, ...other.versions].map((version) => [canonical(version), version] as const);
  return { versions: inOrder([...new Map(all).values()]) };
}
