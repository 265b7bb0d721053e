import { type SaidRule } from '../checks/index.ts';
import { groupedBy } from '../vocabulary/index.ts';
import { ancestorsOf, inOrder } from './version-order.ts';
import { theoriesAt } from './theory-state.ts';
import { looksQuoted } from './rules/words.ts';
import type { TheoryBreak } from './theory-rule.ts';
import { sampleConfiguration } from './theory-rule.ts';
import { versionId, type Refinement, type TheoryHistory, type TheoryVersion } from './theory-version.ts';

/** A truth about the history of theories, as a record that holds a function. */
export interface HistoryRule extends SaidRule {
  readonly examples: { readonly holds: readonly TheoryHistory[]; readonly breaks: readonly TheoryHistory[] };
  /** Checks a history, or some of its versions only. */
  readonly check: (history: TheoryHistory, only?: readonly TheoryVersion[]) => readonly TheoryBreak[];
}

const version = (refinement: Partial<Refinement>, after: readonly string[] = []): TheoryVersion => {
  const said = {
    on: '2015-09-30',
    reason: 'First reading',
    evidence: [{ kind: 'interview-theme', section: '3.3' }] as const,
    ...refinement,
    after,
  };
  return { ...said, id: versionId(said) };
};
const history = (...versions: readonly TheoryVersion[]): TheoryHistory => ({ versions });

const first = version({ configurations: [sampleConfiguration] });
const later = version({ on: '2016-03-31', statuses: [{ id: 'A', status: 'set-aside' }] }, [first.id]);
const beside = version({ on: '2016-03-31', statuses: [{ id: 'A', status: 'contradicted' }] }, [first.id]);
const together = version({ on: '2016-04-30', statuses: [{ id: 'A', status: 'set-aside' }] }, [
  later.id,
  beside.id,
]);

type VersionCheck = (
  version: TheoryVersion,
  path: string,
  all: ReadonlyMap<string, TheoryVersion>,
) => readonly TheoryBreak[];

const eachVersion =
  (check: VersionCheck): HistoryRule['check'] =>
  ({ versions }, only = versions) => {
    const all = new Map(versions.map((each) => [each.id, each]));
    const places = new Map(versions.map((each, index) => [each, index]));
    return only.flatMap((each) => check(each, `versions.${places.get(each) ?? 0}`, all));
  };

/** The configurations that a version may speak of: its own, and those of versions that it builds on. */
function knownTo(versions: readonly TheoryVersion[]): (version: TheoryVersion, id: string) => boolean {
  const ordered = inOrder(versions);
  const ancestors = ancestorsOf(ordered);
  const placeOf = new Map(ordered.map(({ id }, place) => [id, place]));
  const bringers = groupedBy(
    ordered.flatMap(({ configurations = [] }, place) => configurations.map(({ id }) => ({ id, place }))),
    ({ id }) => id,
  );
  return (version, id) => {
    const own = placeOf.get(version.id) ?? 0;
    const known = ancestors[own] ?? 0n;
    return (bringers.get(id) ?? []).some(
      ({ place }) => place === own || ((known >> BigInt(place)) & 1n) === 1n,
    );
  };
}

/** T4: the history of theories is whole. */
export const historyRules: readonly HistoryRule[] = [
  {
    code: 'T401',
    severity: 'error',
    source: 'library',
    statement: 'A version is as it was written: its id fits what it says.',
    remedy: 'Take it from a copy that was not altered; what is to be different goes into a new version.',
    examples: { holds: [history(first, later)], breaks: [history({ ...first, reason: 'Something else' })] },
    check: eachVersion((each, path) =>
      versionId(each) === each.id
        ? []
        : [
            {
              paths: [`${path}.id`],
              message: `The version of ${each.on} was altered after it was written.`,
              expected: 'the id that fits what it says',
            },
          ],
    ),
  },
  {
    code: 'T402',
    severity: 'error',
    source: 'library',
    statement: 'The versions that a version builds on are there, and it is none of them.',
    remedy: 'Merge the history that has them.',
    examples: { holds: [history(first, later)], breaks: [history(later)] },
    check: eachVersion((each, path, all) =>
      each.after
        .filter((id) => !all.has(id) || id === each.id)
        .map((id) => ({
          paths: [`${path}.after`],
          message: `The version of ${each.on} builds on ${id}, which is ${id === each.id ? 'itself' : 'missing'}.`,
          expected: 'all versions it builds on',
        })),
    ),
  },
  {
    code: 'T403',
    severity: 'query',
    source: 'library',
    statement: 'Versions that do not know of each other agree.',
    remedy: 'Decide, and refine the merged history with what you decided and why.',
    examples: {
      holds: [history(first, later), history(first, later, beside, together)],
      breaks: [history(first, later, beside)],
    },
    check: (all) =>
      theoriesAt(all).conflicts.map(({ about, id, sides }) => ({
        paths: ['versions'],
        message: `Versions disagree about the ${about} of ${id}: ${sides.map(({ versions }) => versions.join(' and ')).join(' against ')}.`,
        expected: 'one version that knows of both and decides',
      })),
  },
  {
    code: 'T404',
    severity: 'advice',
    source: '1.4',
    statement: 'A refinement rests on evidence.',
    remedy: 'Name what led to it, in this version before it is shared, or in the next.',
    examples: {
      holds: [history(first, later)],
      breaks: [history(first, version({ evidence: [] }, [first.id]))],
    },
    check: eachVersion(({ evidence = [], after, on }, path) =>
      after.length === 0 || evidence.length > 0
        ? []
        : [
            {
              paths: [`${path}.evidence`],
              message: `The version of ${on} changes something and names no evidence.`,
              expected: 'at least one piece of evidence',
            },
          ],
    ),
  },
  {
    code: 'T405',
    severity: 'advice',
    source: 'library',
    statement: 'No version is earlier than one it builds on.',
    remedy: 'Check the days.',
    examples: {
      holds: [history(first, later)],
      breaks: [history(first, version({ on: '2014-01-01' }, [first.id]))],
    },
    check: eachVersion(({ on, after }, path, all) =>
      after
        .flatMap((id) => all.get(id) ?? [])
        .filter((earlier) => earlier.on > on)
        .map((earlier) => ({
          paths: [`${path}.on`],
          message: `The version of ${on} builds on one of ${earlier.on}.`,
          expected: `a day on or after ${earlier.on}`,
        })),
    ),
  },
  {
    code: 'T406',
    severity: 'error',
    source: 'library',
    statement:
      'A version changes what is there: statuses and evidence belong to configurations that it, or one it builds on, brought.',
    remedy: 'Correct the id, or bring the configuration first.',
    examples: {
      holds: [history(first, later)],
      breaks: [history(first, version({ statuses: [{ id: 'Z', status: 'supported' }] }, [first.id]))],
    },
    check: (all, only) => {
      const isKnown = knownTo(all.versions);
      return eachVersion((each, path) =>
        (['statuses', 'evidenceFor', 'evidenceAgainst'] as const).flatMap((list) =>
          (each[list] ?? []).flatMap(({ id }, index) =>
            isKnown(each, id)
              ? []
              : [
                  {
                    paths: [`${path}.${list}.${index}.id`],
                    message: `The version of ${each.on} knows of no configuration “${id}”.`,
                    expected: 'the id of a configuration that it or one it builds on brought',
                  },
                ],
          ),
        ),
      )(all, only);
    },
  },
  {
    code: 'T408',
    severity: 'query',
    source: '3.2',
    statement: 'What led to a version is a reference, and not what somebody said.',
    remedy: 'Give the section, document and page, and leave the words out.',
    examples: {
      holds: [history(first)],
      breaks: [
        history(version({ evidence: [{ kind: 'interview-quote', reference: '“we were never asked”' }] })),
      ],
    },
    check: eachVersion(({ evidence = [], on }, path) =>
      evidence.flatMap(({ reference = '' }, index) =>
        looksQuoted(reference)
          ? [
              {
                paths: [`${path}.evidence.${index}.reference`],
                message: `A reference of the version of ${on} looks as if it held somebody’s words.`,
                expected: 'where it can be read',
                notRepeated: true as const,
              },
            ]
          : [],
      ),
    ),
  },
];
