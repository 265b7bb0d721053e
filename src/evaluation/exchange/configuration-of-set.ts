import { shown, type Finding } from '../../checks/index.ts';
import { groupedBy } from '../../vocabulary/index.ts';
import { codebookFinding } from './codebook-finding.ts';
import type { CodebookSet, Role } from './codebook.ts';
import { isDamaged, jsonIn, valueOf, type Lines } from './described.ts';
import type { PlacedCode } from './placed-codes.ts';

/** A configuration as far as a codebook says it. */
export interface RawConfiguration {
  readonly id: string;
  readonly entries: object;
}

/** A code with its place, and the lines of its description if it is ours. */
export interface DescribedCode {
  readonly placed: PlacedCode;
  readonly lines: Lines;
}

/** A set with the lines of its description. */
export interface DescribedSet {
  readonly set: CodebookSet;
  readonly lines: Lines;
}

interface ReadConfiguration {
  readonly value?: RawConfiguration;
  readonly findings: readonly Finding[];
}

/** Reads a line that is JSON, and says when it is not. */
export function reader(of: string): {
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

export const given = (entries: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));

export function configurationOf(
  { set, lines }: DescribedSet,
  byGuid: ReadonlyMap<string, DescribedCode>,
): ReadConfiguration {
  const { json, findings } = reader(set.name);
  const members = [...new Set(set.members)];
  const codes = members.flatMap((guid) => byGuid.get(guid) ?? []);
  findings.push(...problemsOf(set.name, members.length - codes.length, codes));
  if (codes.filter(({ placed }) => placed.role === 'outcome').length !== 1) return { findings };
  const id = valueOf(lines, 'Configuration') ?? set.name;
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
function problemsOf(name: string, lost: number, codes: readonly DescribedCode[]): readonly Finding[] {
  const withRole = (sought: Role): number => codes.filter(({ placed }) => placed.role === sought).length;
  const strange = codes.find(({ placed: { role } }) => role === undefined || role === 'source');
  const [outcomes, mechanisms] = [withRole('outcome'), withRole('mechanism')];
  const why = [
    ...(outcomes === 1 ? [] : [`it has ${outcomes} outcomes and was not read`]),
    ...(mechanisms > 1 ? [`it has ${mechanisms} mechanisms, of which the first was read`] : []),
    ...codes
      .filter(
        ({ placed: { role, layer, valence } }) =>
          (role === 'outcome' && valence === undefined) || (role === 'context' && layer === undefined),
      )
      .map(
        ({ placed: { code, role } }) =>
          `${shown(code.name)} stands directly under ${role === 'outcome' ? 'Outcomes: file it below Desired, Not desired or Mixed' : 'Contexts: file it below a layer'}`,
      ),
    ...(strange === undefined ? [] : [`${shown(strange.placed.code.name)} stands under none of them`]),
  ];
  return [
    ...(lost === 0
      ? []
      : [codebookFinding('T506', `${lost} members of ${shown(name)} are no codes.`, 'codes')]),
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

function legsOf(codes: readonly DescribedCode[], json: JsonReader): Readonly<Record<string, unknown>> {
  const mechanism = codes.find(({ placed }) => placed.role === 'mechanism');
  const outcome = codes.find(({ placed }) => placed.role === 'outcome');
  return {
    contexts: codes
      .filter(({ placed }) => placed.role === 'context')
      .slice(0, 50)
      .map((each) =>
        given({
          layer: each.placed.layer,
          also: valueOf(each.lines, 'Also'),
          statement: statementOf(each),
          factor: valueOf(each.lines, 'Factor'),
          fact: json('Fact', valueOf(each.lines, 'Fact')),
        }),
      ),
    mechanism:
      mechanism &&
      given({
        statement: statementOf(mechanism),
        resource: valueOf(mechanism.lines, 'Resource'),
        reasoning: valueOf(mechanism.lines, 'Reasoning'),
      }),
    outcome:
      outcome &&
      given({
        statement: statementOf(outcome),
        valence: outcome.placed.valence,
        indicators: json('Indicators', valueOf(outcome.lines, 'Indicators')),
        measure: valueOf(outcome.lines, 'Measure'),
      }),
  };
}

/** What a code says: our line, or what somebody wrote as its description, on one line; else its name. */
function statementOf({ placed: { code }, lines }: DescribedCode): string {
  const { name, description = '' } = code;
  const own = valueOf(lines, 'Statement');
  if (own !== undefined || isDamaged(description) || description.length > 5000) return own ?? name;
  const line = description.replace(/\s+/gu, ' ').trim();
  return line === '' ? name : line;
}

/** Codes of ours whose set a program has left out: put together by what their descriptions say. */
export function withoutSets(
  codes: readonly DescribedCode[],
  named: ReadonlySet<string>,
): readonly { readonly value: RawConfiguration; readonly findings: readonly Finding[] }[] {
  const known = codes.flatMap((each) => {
    const id = valueOf(each.lines, 'Configuration');
    return id === undefined || named.has(id) ? [] : [{ id, each }];
  });
  return [...groupedBy(known, ({ id }) => id)].map(([id, members]) => {
    const { json, findings } = reader(id);
    const message = `The set of ${shown(id)} is missing: its legs were put together from its codes.`;
    findings.push(codebookFinding('T508', message, 'a set for each configuration'));
    const legs = legsOf(
      members.map(({ each }) => each),
      json,
    );
    return { value: { id, entries: given({ id, ...legs, status: 'candidate' }) }, findings };
  });
}
