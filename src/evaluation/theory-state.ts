import { canonical } from './canonical.ts';
import type { CmoConfiguration, CmoStatus } from './cmo-configuration.ts';
import type { Evidence } from './evidence.ts';
import type { Theories } from './theories.ts';
import type { AddedEvidence, TheoryHistory, TheoryVersion } from './theory-version.ts';
import { ancestorsOf, inOrder } from './version-order.ts';
import {
  knewOf,
  lastSaid,
  saidOf,
  sidesOf,
  type Ancestors,
  type ConflictSide,
  type Said,
  type SaidById,
} from './said.ts';

/** Something on which versions that do not know of each other disagree. */
export interface TheoryConflict {
  readonly about: 'configuration' | 'status' | 'theory' | 'source';
  /** The id of what they disagree about. */
  readonly id: string;
  readonly sides: readonly ConflictSide[];
}

/** Theories as they stand, and where versions disagree. */
export interface TheoryState extends Required<Theories> {
  /**
   * Disagreements, unresolved. A configuration whose status is disputed keeps the last that all knew of; one
   * with two wordings under one id stands here only, until a version that knows of both lays it aside or refines it.
   */
  readonly conflicts: readonly TheoryConflict[];
}

/**
 * Theories as they stand after all versions of a history.
 *
 * @param history versions in any order
 * @example
 * theoriesAt({ versions: [] }).configurations; // => []
 */
export function theoriesAt({ versions }: TheoryHistory): TheoryState {
  const ordered = inOrder(versions);
  const ancestors = ancestorsOf(ordered);
  const saidIn = <Entry extends ListName>(list: Entry): SaidById<NonNullable<TheoryVersion[Entry]>[number]> =>
    saidOf(
      ordered,
      (version) => (version[list] ?? []) as readonly NonNullable<TheoryVersion[Entry]>[number][],
    ); // the list of that name
  const [statuses, evidenceFor, evidenceAgainst] = [
    saidIn('statuses'),
    saidIn('evidenceFor'),
    saidIn('evidenceAgainst'),
  ];
  const configurations = [...saidIn('configurations')].map(([id, wordings]) =>
    configurationAt(ancestors, id, {
      wordings,
      statuses: statuses.get(id) ?? [],
      evidenceFor: evidenceFor.get(id) ?? [],
      evidenceAgainst: evidenceAgainst.get(id) ?? [],
    }),
  );
  const theories = latestOf(ancestors, 'theory', saidIn('theories'));
  const sources = latestOf(ancestors, 'source', saidIn('sources'));
  return {
    configurations: withRivals(configurations.flatMap(({ value }) => value ?? [])),
    theories: theories.values,
    sources: sources.values,
    conflicts: [
      ...configurations.flatMap(({ conflicts }) => conflicts),
      ...theories.conflicts,
      ...sources.conflicts,
    ],
  };
}

/** A later configuration may name an earlier one as its rival: rivals are so both ways. */
function withRivals(configurations: readonly CmoConfiguration[]): readonly CmoConfiguration[] {
  const named = new Map<string, Set<string>>();
  for (const { id, rivals = [] } of configurations) {
    for (const rival of rivals) named.set(rival, (named.get(rival) ?? new Set()).add(id));
  }
  return configurations.map((configuration) => {
    const rivals = [...new Set([...(configuration.rivals ?? []), ...(named.get(configuration.id) ?? [])])];
    return rivals.length === 0 ? configuration : { ...configuration, rivals };
  });
}

type ListName = 'configurations' | 'statuses' | 'evidenceFor' | 'evidenceAgainst' | 'theories' | 'sources';

function latestOf<Value>(
  ancestors: Ancestors,
  about: TheoryConflict['about'],
  byId: SaidById<Value>,
): { readonly values: readonly Value[]; readonly conflicts: readonly TheoryConflict[] } {
  const last = [...byId].map(([id, said]) => {
    const latest = lastSaid(ancestors, said);
    return { id, latest, sides: sidesOf(latest) };
  });
  return {
    values: last.flatMap(({ sides, latest: [first] }) =>
      sides.length === 1 && first !== undefined ? [first.value] : [],
    ),
    conflicts: last.filter(({ sides }) => sides.length > 1).map(({ id, sides }) => ({ about, id, sides })),
  };
}

/** Everything that versions say of one configuration. */
interface SaidOfConfiguration {
  readonly wordings: readonly Said<CmoConfiguration>[];
  readonly statuses: readonly Said<{ readonly status: CmoStatus }>[];
  readonly evidenceFor: readonly Said<AddedEvidence>[];
  readonly evidenceAgainst: readonly Said<AddedEvidence>[];
}

interface ConfigurationAt {
  readonly value?: CmoConfiguration;
  readonly conflicts: readonly TheoryConflict[];
}

function configurationAt(ancestors: Ancestors, id: string, said: SaidOfConfiguration): ConfigurationAt {
  const [first] = said.wordings;
  const sides = sidesOf(said.wordings.map((each) => ({ ...each, value: wordingOf(each.value) })));
  const statuses = [
    ...said.wordings.map((each) => ({ ...each, value: each.value.status })),
    ...said.statuses.map((each) => ({ ...each, value: each.value.status })),
  ];
  if (first === undefined || (sides.length > 1 && !isSettled(ancestors, said)))
    return { conflicts: [{ about: 'configuration', id, sides }] };
  const { status, conflicts } = statusAt(ancestors, id, statuses);
  const evidenceFor = allEvidence(said.wordings, 'evidenceFor', said.evidenceFor);
  const evidenceAgainst = allEvidence(said.wordings, 'evidenceAgainst', said.evidenceAgainst);
  const value: CmoConfiguration = {
    ...wordingOf(first.value),
    status,
    ...(evidenceFor.length > 0 && { evidenceFor }),
    ...(evidenceAgainst.length > 0 && { evidenceAgainst }),
  };
  return { value, conflicts };
}

/** Two wordings of one id are settled when a version that knows of both lays them aside, or refines them. */
const isSettled = (ancestors: Ancestors, { wordings, statuses }: SaidOfConfiguration): boolean =>
  statuses.some(
    ({ place, value: { status } }) =>
      (status === 'set-aside' || status === 'refined') &&
      wordings.every((wording) => knewOf(ancestors, place, wording.place)),
  );

function statusAt(
  ancestors: Ancestors,
  id: string,
  unordered: readonly Said<CmoStatus>[],
): { readonly status: CmoStatus; readonly conflicts: readonly TheoryConflict[] } {
  // Within one version, what it says of a status comes after the wording that it brings.
  const said = [...unordered].sort((one, other) => one.place - other.place);
  const sides = sidesOf(lastSaid(ancestors, said));
  const conflicts = sides.length > 1 ? [{ about: 'status' as const, id, sides }] : [];
  return { status: lastAgreed(ancestors, said), conflicts };
}

/** The last status that nobody disputed: of what all the last speakers knew, again the last, until they agree. */
function lastAgreed(ancestors: Ancestors, said: readonly Said<CmoStatus>[]): CmoStatus {
  let open = said;
  while (open.length > 0) {
    const last = lastSaid(ancestors, open);
    if (sidesOf(last).length === 1) return last[0]?.value ?? 'candidate';
    open = open.filter(({ place }) => last.every((each) => knewOf(ancestors, each.place, place)));
  }
  return 'candidate';
}

/** What a configuration says, without how it stands. */
function wordingOf({
  id,
  contexts,
  mechanism,
  outcome,
  rivals,
  supersedes,
  inferred,
  source,
}: CmoConfiguration): Omit<CmoConfiguration, 'status'> {
  return {
    id,
    contexts,
    ...(mechanism && { mechanism }),
    outcome,
    ...(rivals && { rivals }),
    ...(supersedes && { supersedes }),
    ...(inferred && { inferred }),
    ...(source && { source }),
  };
}

/** All evidence that any version brought or added, each piece once. */
function allEvidence(
  wordings: readonly Said<CmoConfiguration>[],
  side: 'evidenceFor' | 'evidenceAgainst',
  added: readonly Said<AddedEvidence>[],
): readonly Evidence[] {
  const all = [
    ...wordings.flatMap(({ value }) => value[side] ?? []),
    ...added.flatMap(({ value }) => value.evidence),
  ];
  return [...new Map(all.map((each) => [canonical(each), each])).values()];
}
