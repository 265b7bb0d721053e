import { shown, type Finding } from '../../checks/index.ts';
import { findCode, groupedBy } from '../../vocabulary/index.ts';
import type { OutcomeValence } from '../cmo-configuration.ts';
import { contextLayer, type ContextLayer } from '../context-layer.ts';
import { categories, type Codebook, type CodebookCode, type CodebookSet, type Role } from './codebook.ts';
import { jsonIn, linesOf, valueOf } from './described.ts';
import { codebookFinding } from './parse-codebook.ts';

/** What a codebook says as theories, not yet checked against their schemas. */
export interface RawTheories {
  readonly configurations: readonly RawConfiguration[];
  readonly theories: readonly object[];
  readonly sources: readonly object[];
  readonly findings: readonly Finding[];
}

/** A configuration as far as a codebook says it. */
export interface RawConfiguration {
  readonly id: string;
  readonly entries: object;
}

/** A code with what its place says of it. */
interface PlacedCode {
  readonly code: CodebookCode;
  readonly role?: Role;
  readonly layer?: ContextLayer;
  readonly valence?: OutcomeValence;
}

const allCategories = categories.flatMap((each) => [each, ...each.categories]);

/** The codes of a codebook that are no categories of ours, each with the categories above it. */
function placedCodes(
  codes: readonly CodebookCode[],
  above: Omit<PlacedCode, 'code'> = {},
): readonly PlacedCode[] {
  return codes.flatMap((code) => {
    const category = allCategories.find(({ guid }) => guid === code.guid) ?? categoryCalled(code.name, above);
    if (category !== undefined) {
      const { role, layer, valence } = category;
      return placedCodes(code.codes, {
        ...above,
        role,
        ...(layer && { layer }),
        ...(valence && { valence }),
      });
    }
    return [{ ...above, code }, ...placedCodes(code.codes, above)];
  });
}

/** A category by its name: at the top, or below the category that it belongs to. */
function categoryCalled(
  name: string,
  above: Omit<PlacedCode, 'code'>,
): (typeof allCategories)[number] | undefined {
  const called = (each: (typeof allCategories)[number]): boolean =>
    each.name.toLowerCase() === name.trim().toLowerCase();
  if (above.role === undefined) return categories.find(called);
  const layer = above.role === 'context' ? findCode(contextLayer, name) : undefined;
  return allCategories.find(
    (each) =>
      each.role === above.role &&
      (layer !== undefined ? each.layer === layer : each.valence !== undefined && called(each)),
  );
}

/** The theories that a codebook holds. */
export function theoriesOf({ codes, sets }: Codebook): RawTheories {
  const placed = placedCodes(codes);
  const byGuid = new Map(placed.map((each) => [each.code.guid, each]));
  const theorySets = sets.filter(
    ({ description = '' }) => valueOf(linesOf(description), 'Theory') !== undefined,
  );
  const read = sets.filter((set) => !theorySets.includes(set)).map((set) => configurationOf(set, byGuid));
  const inSets = new Set(sets.flatMap(({ members }) => members));
  const orphans = withoutSets(placed.filter(({ code }) => !inSets.has(code.guid)));
  const theories = theorySets.map(theoryOf);
  const sources = placed.filter(({ role }) => role === 'source').map(sourceOf);
  return {
    configurations: [...read.flatMap(({ value }) => value ?? []), ...orphans.map(({ value }) => value)],
    theories: theories.map(({ value }) => value),
    sources: sources.map(({ value }) => value),
    findings: [...read, ...orphans, ...theories, ...sources].flatMap(({ findings }) => findings),
  };
}

interface ReadConfiguration {
  readonly value?: RawConfiguration;
  readonly findings: readonly Finding[];
}

/** Reads a line that is JSON, and says when it is not. */
function reader(of: string): {
  readonly json: (name: string, text: string | undefined) => unknown;
  readonly findings: Finding[];
} {
  const findings: Finding[] = [];
  const json = (name: string, text: string | undefined): unknown => {
    const value = jsonIn(text);
    if (text !== undefined && value === undefined) {
      findings.push(
        codebookFinding(
          'T509',
          `The line “${name}” of ${shown(of)} cannot be read.`,
          'the line as it was exported',
        ),
      );
    }
    return value;
  };
  return { json, findings };
}

const given = (entries: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));

function configurationOf(set: CodebookSet, byGuid: ReadonlyMap<string, PlacedCode>): ReadConfiguration {
  const { name, description = '', members } = set;
  const { json, findings } = reader(name);
  const codes = members.flatMap((guid) => byGuid.get(guid) ?? []);
  findings.push(...problemsOf(set, codes));
  if (codes.filter(({ role }) => role === 'outcome').length !== 1) return { findings };
  const lines = linesOf(description);
  const id = valueOf(lines, 'Configuration') ?? name;
  const all = (each: string): readonly unknown[] | undefined => {
    const found = lines.filter(([line]) => line === each).map(([, text]) => json(each, text));
    return found.length === 0 ? undefined : found.filter((value) => value !== undefined);
  };
  const entries = given({
    id,
    ...legsOf(codes, json),
    status: valueOf(lines, 'Status') ?? 'candidate',
    source: valueOf(lines, 'Source'),
    inferred: json('Inferred', valueOf(lines, 'Inferred')),
    rivals: json('Rivals', valueOf(lines, 'Rivals')),
    supersedes: json('Supersedes', valueOf(lines, 'Supersedes')),
    evidenceFor: all('For'),
    evidenceAgainst: all('Against'),
  });
  return { value: { id, entries }, findings };
}

/** Members that are no codes, and codes that are no leg of a configuration. */
function problemsOf({ name, members }: CodebookSet, codes: readonly PlacedCode[]): readonly Finding[] {
  const lost = members.length - codes.length;
  const strange = codes.find(({ role }) => role === undefined || role === 'source');
  const outcomes = codes.filter(({ role }) => role === 'outcome').length;
  const mechanisms = codes.filter(({ role }) => role === 'mechanism').length;
  const why = [
    ...(outcomes === 1 ? [] : [`it has ${outcomes} outcomes and was not read`]),
    ...(mechanisms > 1 ? [`it has ${mechanisms} mechanisms, of which the first was read`] : []),
    ...(strange === undefined ? [] : [`${shown(strange.code.name)} stands under none of them`]),
  ];
  return [
    ...(lost === 0
      ? []
      : [
          codebookFinding(
            'T506',
            `${lost} of ${members.length} members of ${shown(name)} are no codes.`,
            'codes',
          ),
        ]),
    ...(why.length === 0
      ? []
      : [
          codebookFinding(
            'T507',
            `The set ${shown(name)}: ${why.join('; ')}.`,
            'contexts, a mechanism and one outcome',
          ),
        ]),
  ];
}

type JsonReader = ReturnType<typeof reader>['json'];

function legsOf(codes: readonly PlacedCode[], json: JsonReader): Readonly<Record<string, unknown>> {
  const mechanism = codes.find(({ role }) => role === 'mechanism');
  const outcome = codes.find(({ role }) => role === 'outcome');
  const said = (
    placed: PlacedCode,
    more: (lines: ReturnType<typeof linesOf>) => Readonly<Record<string, unknown>>,
  ): object => {
    const { code } = placed;
    const lines = linesOf(code.description ?? '');
    const statement = valueOf(lines, 'Statement') ?? oneLine(code.description) ?? code.name;
    return given({ statement, ...more(lines) });
  };
  return {
    contexts: codes
      .filter(({ role }) => role === 'context')
      .map((placed) =>
        said(placed, (lines) => ({
          layer: placed.layer,
          also: valueOf(lines, 'Also'),
          factor: valueOf(lines, 'Factor'),
          fact: json('Fact', valueOf(lines, 'Fact')),
        })),
      ),
    mechanism:
      mechanism &&
      said(mechanism, (lines) => ({
        resource: valueOf(lines, 'Resource'),
        reasoning: valueOf(lines, 'Reasoning'),
      })),
    outcome:
      outcome &&
      said(outcome, (lines) => ({
        valence: outcome.valence,
        indicators: json('Indicators', valueOf(lines, 'Indicators')),
        measure: valueOf(lines, 'Measure'),
      })),
  };
}

/** A description that somebody wrote, on one line. */
const oneLine = (description: string | undefined): string | undefined => {
  const line = description?.replace(/\s+/gu, ' ').trim();
  return line === undefined || line === '' ? undefined : line;
};

/** Codes of ours whose sets a program has left out: put together by what their descriptions say. */
function withoutSets(
  codes: readonly PlacedCode[],
): readonly { readonly value: RawConfiguration; readonly findings: readonly Finding[] }[] {
  const known = codes.flatMap((placed) => {
    const id = valueOf(linesOf(placed.code.description ?? ''), 'Configuration');
    return id === undefined ? [] : [{ id, placed }];
  });
  return [...groupedBy(known, ({ id }) => id)].map(([id, members]) => {
    const { json, findings } = reader(id);
    findings.push(
      codebookFinding(
        'T508',
        `The set of ${shown(id)} is missing: its legs were put together from its codes.`,
        'a set for each configuration',
      ),
    );
    const entries = given(
      legsOf(
        members.map(({ placed }) => placed),
        json,
      ),
    );
    return { value: { id, entries: { id, ...entries, status: 'candidate' } }, findings };
  });
}

function theoryOf({ name, description = '' }: CodebookSet): {
  readonly value: object;
  readonly findings: readonly Finding[];
} {
  const lines = linesOf(description);
  const { json, findings } = reader(name);
  const value = given({
    id: valueOf(lines, 'Theory'),
    title: valueOf(lines, 'Title') ?? name,
    configurations: json('Configurations', valueOf(lines, 'Configurations')) ?? [],
    answers: json('Answers', valueOf(lines, 'Answers')),
  });
  return { value, findings };
}

function sourceOf({ code: { name, description = '' } }: PlacedCode): {
  readonly value: object;
  readonly findings: readonly Finding[];
} {
  const lines = linesOf(description);
  const { json, findings } = reader(name);
  const says = json('Says', valueOf(lines, 'Says'));
  const more = typeof says === 'object' && says !== null ? says : {};
  return {
    value: { ...more, id: valueOf(lines, 'Id') ?? name, title: valueOf(lines, 'Title') ?? name },
    findings,
  };
}
