import { groupedBy } from '../../vocabulary/index.ts';
import type { CmoConfiguration } from '../cmo-configuration.ts';
import type { Theories } from '../theories.ts';
import {
  eachConfiguration,
  sampleTheories,
  type TheoryBreak,
  type TheoryRule,
  type TheoryView,
} from '../theory-rule.ts';

type Named = readonly (readonly [path: string, id: string])[];

/** Every id that a configuration names, with where it stands. */
const namedBy = ({ rivals = [], supersedes = [] }: CmoConfiguration, path: string): Named => [
  ...rivals.map((id, index) => [`${path}.rivals.${index}`, id] as const),
  ...supersedes.map((id, index) => [`${path}.supersedes.${index}`, id] as const),
];

const sourcesNamed = ({ evidenceFor = [], evidenceAgainst = [] }: CmoConfiguration, path: string): Named =>
  [
    ...evidenceFor.map((each, index) => [`${path}.evidenceFor.${index}.source`, each.source] as const),
    ...evidenceAgainst.map(
      (each, index) => [`${path}.evidenceAgainst.${index}.source`, each.source] as const,
    ),
  ].flatMap(([at, id]) => (id === undefined ? [] : [[at, id] as const]));

const dangling = (what: string, [path, id]: readonly [string, string]): TheoryBreak => ({
  paths: [path],
  message: `There is no ${what} “${id}”.`,
  expected: `the id of a ${what}`,
});

function danglingIds({ theories, indexOf, sourceIds }: TheoryView): readonly TheoryBreak[] {
  const { configurations, theories: programme = [] } = theories;
  const named = configurations.flatMap((each, index) => namedBy(each, `configurations.${index}`));
  const grouped = programme.flatMap(({ configurations: ids }, theory) =>
    ids.map((id, index) => [`theories.${theory}.configurations.${index}`, id] as const),
  );
  const cited = configurations.flatMap((each, index) => sourcesNamed(each, `configurations.${index}`));
  return [
    ...[...named, ...grouped]
      .filter(([, id]) => !indexOf.has(id))
      .map((each) => dangling('configuration', each)),
    ...cited.filter(([, id]) => !sourceIds.has(id)).map((each) => dangling('source of evidence', each)),
  ];
}

/** Ids that stand more than once, in each of the lists. */
function collisions({ theories }: TheoryView): readonly TheoryBreak[] {
  const lists = Object.entries(theories) as readonly (readonly [string, Theories['configurations']])[]; // each item has an id
  return lists.flatMap(([list, items]) => {
    const places = groupedBy(
      items.map(({ id }, index) => ({ id, path: `${list}.${index}.id` })),
      ({ id }) => id,
    );
    return [...places]
      .filter(([, group]) => group.length > 1)
      .map(([id, group]) => ({
        paths: group.map(({ path }) => path),
        message: `“${id}” is the id of ${group.length} of the ${list}.`,
        expected: 'an id of its own for each',
      }));
  });
}

/** Configurations that take the place of themselves, directly or around: each ring once. */
function rings({ theories: { configurations }, indexOf }: TheoryView): readonly TheoryBreak[] {
  const next = new Map(
    configurations.map(({ id, supersedes = [] }) => [id, supersedes.filter((each) => indexOf.has(each))]),
  );
  const done = new Set<string>();
  const found: TheoryBreak[] = [];
  for (const { id } of configurations) {
    for (const ring of ringsFrom(id, next, done)) {
      found.push({
        paths: ring.map((each) => `configurations.${indexOf.get(each) ?? 0}.supersedes`),
        message: `${[...ring, ring[0]].join(' supersedes ')}.`,
        expected: 'an order in which each takes the place of earlier ones only',
      });
    }
  }
  return found;
}

/** Walks from one id without recursion, so that a chain of any length can be followed. */
function ringsFrom(
  start: string,
  next: ReadonlyMap<string, readonly string[]>,
  done: Set<string>,
): readonly (readonly string[])[] {
  const found: (readonly string[])[] = [];
  const path: { readonly id: string; index: number }[] = done.has(start) ? [] : [{ id: start, index: 0 }];
  const placeOf = new Map(path.map(({ id }) => [id, 0]));
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const following = (next.get(top.id) ?? [])[top.index];
    top.index += 1;
    if (following === undefined) {
      done.add(top.id);
      placeOf.delete(top.id);
      path.pop();
      continue;
    }
    const place = placeOf.get(following);
    if (place !== undefined) found.push(path.slice(place).map(({ id }) => id));
    else if (!done.has(following)) {
      placeOf.set(following, path.length);
      path.push({ id: following, index: 0 });
    }
  }
  return found;
}

/** T1: configurations name each other soundly. */
export const referenceRules: readonly TheoryRule[] = [
  {
    code: 'T101',
    severity: 'error',
    source: 'library',
    statement: 'Whatever is named by its id is there.',
    remedy: 'Correct the id, or add what it names.',
    examples: {
      holds: [sampleTheories({}, { id: 'B', supersedes: ['A'] })],
      breaks: [
        sampleTheories({ rivals: ['Z'] }),
        { ...sampleTheories({}), theories: [{ id: 'P', title: 'Support', configurations: ['Z'] }] },
        sampleTheories({ evidenceFor: [{ kind: 'return', section: 'Table 4', source: 'Z' }] }),
      ],
    },
    check: danglingIds,
  },
  {
    code: 'T102',
    severity: 'error',
    source: 'library',
    statement: 'No two configurations, theories or sources share an id.',
    remedy: 'Give one of them another id.',
    examples: { holds: [sampleTheories({}, { id: 'B' })], breaks: [sampleTheories({}, {})] },
    check: collisions,
  },
  {
    code: 'T103',
    severity: 'error',
    source: 'library',
    statement: 'No configuration takes the place of itself, directly or around.',
    remedy: 'Say which of them is the later.',
    examples: {
      holds: [sampleTheories({}, { id: 'B', supersedes: ['A'] }, { id: 'C', supersedes: ['A', 'B'] })],
      breaks: [
        sampleTheories({ supersedes: ['B'] }, { id: 'B', supersedes: ['A'] }),
        sampleTheories({ supersedes: ['A'] }),
      ],
    },
    check: rings,
  },
  {
    code: 'T104',
    severity: 'error',
    source: 'library',
    statement: 'Rivals name each other.',
    remedy: 'Name the one in the other, or take the name out.',
    examples: {
      holds: [sampleTheories({ rivals: ['B'] }, { id: 'B', rivals: ['A'] })],
      breaks: [sampleTheories({ rivals: ['B'] }, { id: 'B' }), sampleTheories({ rivals: ['A'] })],
    },
    check: (view) => {
      const rivalsOf = new Map(
        view.theories.configurations.map(({ id, rivals = [] }) => [id, new Set(rivals)]),
      );
      return eachConfiguration(({ id, rivals = [] }, path) =>
        rivals.flatMap((rival, index) => {
          const back = rivalsOf.get(rival);
          if (rival !== id && (back === undefined || back.has(id))) return [];
          const message =
            rival === id
              ? `${id} names itself as its rival.`
              : `${id} names ${rival} as its rival, and ${rival} does not name ${id}.`;
          return [
            { paths: [`${path}.rivals.${index}`], message, expected: `${id} among the rivals of ${rival}` },
          ];
        }),
      )(view);
    },
  },
];
