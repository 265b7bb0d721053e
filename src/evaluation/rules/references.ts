import { groupedBy } from '../../vocabulary/index.ts';
import type { Theories } from '../theories.ts';
import { circlesIn } from './circles.ts';
import {
  eachConfiguration,
  sampleTheories,
  type TheoryBreak,
  type TheoryRule,
  type TheoryView,
} from '../theory-rule.ts';

/** The most places that one finding names. */
const mostPlaces = 20;

/** Where an id stands that names nothing: the first places, and how many there are. */
interface Dangling {
  readonly what: string;
  readonly id: string;
  readonly paths: string[];
  count: number;
}

/** Ids that name nothing, each once, however often it stands. */
function danglingIds({ theories, indexOf, sourceIds }: TheoryView): readonly TheoryBreak[] {
  const found = new Map<string, Dangling>();
  const look = (what: string, isThere: boolean, id: string, path: () => string): void => {
    if (isThere) return;
    const entry = found.get(`${what} ${id}`) ?? { what, id, paths: [], count: 0 };
    entry.count += 1;
    if (entry.paths.length < mostPlaces) entry.paths.push(path());
    found.set(`${what} ${id}`, entry);
  };
  const configuration = (id: string, path: () => string): void => {
    look('configuration', indexOf.has(id), id, path);
  };
  for (const [index, each] of theories.configurations.entries()) {
    const at = `configurations.${index}`;
    for (const list of ['rivals', 'supersedes'] as const) {
      for (const [place, id] of (each[list] ?? []).entries())
        configuration(id, () => `${at}.${list}.${place}`);
    }
    for (const side of ['evidenceFor', 'evidenceAgainst'] as const) {
      for (const [place, { source }] of (each[side] ?? []).entries()) {
        if (source !== undefined)
          look('source of evidence', sourceIds.has(source), source, () => `${at}.${side}.${place}.source`);
      }
    }
  }
  for (const [index, { configurations }] of (theories.theories ?? []).entries()) {
    for (const [place, id] of configurations.entries())
      configuration(id, () => `theories.${index}.configurations.${place}`);
  }
  return [...found.values()].map(({ what, id, paths, count }) => ({
    paths,
    message: `There is no ${what} “${id}”${count > 1 ? `, which is named ${count} times` : ''}.`,
    expected: `the id of a ${what}`,
  }));
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
        paths: group.slice(0, mostPlaces).map(({ path }) => path),
        message: `“${id}” is the id of ${group.length} of the ${list}.`,
        expected: 'an id of its own for each',
      }));
  });
}

/** Configurations that take the place of themselves, directly or around: each circle once. */
function circles({ theories: { configurations } }: TheoryView): readonly TheoryBreak[] {
  const placeOf = new Map([...configurations.entries()].reverse().map(([place, { id }]) => [id, place]));
  const next = configurations.map(({ supersedes = [] }) => supersedes.flatMap((id) => placeOf.get(id) ?? []));
  return circlesIn(next).map((circle) => {
    const names = circle.slice(0, 8).map((place) => configurations[place]?.id ?? '');
    const more = circle.length > 8 ? ` and ${circle.length - 8} more` : '';
    return {
      paths: circle.slice(0, mostPlaces).map((place) => `configurations.${place}.supersedes`),
      message:
        circle.length === 1
          ? `${names.join('')} supersedes itself.`
          : `${names.join(', ')}${more} supersede each other in a circle.`,
      expected: 'an order in which each takes the place of earlier ones only',
    };
  });
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
    check: circles,
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
