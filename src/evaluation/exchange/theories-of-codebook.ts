import { shown, type Finding } from '../../checks/index.ts';

import { type Codebook, type Role } from './codebook.ts';
import { isDamaged, linesOf, valueOf } from './described.ts';
import { codebookFinding } from './codebook-finding.ts';
import { placedCodes } from './placed-codes.ts';
import {
  configurationOf,
  given,
  reader,
  withoutSets,
  type DescribedCode,
  type DescribedSet,
  type RawConfiguration,
} from './configuration-of-set.ts';

/** What a codebook says as theories, not yet checked against their schemas. */
export interface RawTheories {
  readonly configurations: readonly RawConfiguration[];
  readonly theories: readonly object[];
  readonly sources: readonly object[];
  readonly findings: readonly Finding[];
}

/** The theories that a codebook holds. */
export function theoriesOf({ codes, sets }: Codebook): RawTheories {
  const placed = placedCodes(codes);
  const byGuid = new Map(
    placed.map((each) => [each.code.guid, { placed: each, lines: linesOf(each.code.description) }]),
  );
  const described = sets.map((set) => ({ set, lines: linesOf(set.description) }));
  const isTheory = ({ lines }: (typeof described)[number]): boolean => valueOf(lines, 'Theory') !== undefined;
  const read = described.filter((each) => !isTheory(each)).map((each) => configurationOf(each, byGuid));
  const named = new Set(described.map(({ set, lines }) => valueOf(lines, 'Configuration') ?? set.name));
  const orphans = withoutSets([...byGuid.values()], named);
  const inSets = new Set(sets.flatMap(({ members }) => members));
  const unused = [...byGuid.values()].filter(
    ({ placed: { code, role }, lines }) =>
      isLoose(role) && !inSets.has(code.guid) && valueOf(lines, 'Configuration') === undefined,
  );
  const theories = described.filter(isTheory).map(theoryOf);
  const sources = [...byGuid.values()].filter((each) => each.placed.role === 'source').map(sourceOf);
  const damaged = [...sets, ...placed.map(({ code }) => code)].filter(({ description }) =>
    isDamaged(description),
  );
  return {
    configurations: [...read.flatMap(({ value }) => value ?? []), ...orphans.map(({ value }) => value)],
    theories: theories.map(({ value }) => value),
    sources: sources.map(({ value }) => value),
    findings: [
      ...damaged
        .slice(0, 100)
        .map(({ name }) =>
          codebookFinding(
            'T509',
            `The lines of the description of ${shown(name)} have run together.`,
            'a line for each thing',
          ),
        ),
      ...unusedCodes(unused.map(({ placed }) => placed.code.name)),
      ...[...read, ...orphans, ...theories, ...sources].flatMap(({ findings }) => findings),
    ],
  };
}

const isLoose = (role: Role | undefined): boolean => role !== undefined && role !== 'source';

/** Codes of no configuration: they stay in the codebook, and are in no theory. */
function unusedCodes(names: readonly string[]): readonly Finding[] {
  if (names.length === 0) return [];
  const few = names.slice(0, 8).map(shown).join(', ');
  const more = names.length > 8 ? ` and ${names.length - 8} more` : '';
  return [codebookFinding('T511', `In no configuration: ${few}${more}.`, 'a set with it and the other legs')];
}

interface ReadEntry {
  readonly value: object;
  readonly findings: readonly Finding[];
}

function theoryOf({ set: { name }, lines }: DescribedSet): ReadEntry {
  const { json, findings } = reader(name);
  const value = given({
    id: valueOf(lines, 'Theory'),
    title: valueOf(lines, 'Title') ?? name,
    configurations: json('Configurations', valueOf(lines, 'Configurations')) ?? [],
    answers: json('Answers', valueOf(lines, 'Answers')),
  });
  return { value, findings };
}

function sourceOf({ placed, lines }: DescribedCode): ReadEntry {
  const { name } = placed.code;
  const { json, findings } = reader(name);
  const says = json('Says', valueOf(lines, 'Says'));
  const more = typeof says === 'object' && says !== null ? says : {};
  const value = { ...more, id: valueOf(lines, 'Id') ?? name, title: valueOf(lines, 'Title') ?? name };
  return { value, findings };
}
