import { shown, type Finding } from '../../checks/index.ts';
import { codebookFinding } from './codebook-finding.ts';
import type { Codebook, CodebookCode, CodebookSet } from './codebook.ts';

/** A codebook, or as far as it can be read. */
export interface ParsedCodebook {
  readonly codebook?: Codebook;
  readonly findings: readonly Finding[];
}

export interface OpenCode {
  readonly attributes: Attributes;
  description?: string;
  readonly codes: OpenCode[];
}

export interface OpenSet {
  readonly attributes: Attributes;
  description?: string;
  readonly members: string[];
}

export type Attributes = Readonly<Record<string, string>>;

/** An element that is open: what it is, and what its text belongs to. */
export interface OpenElement {
  readonly local: string;
  readonly code?: OpenCode;
  readonly set?: OpenSet;
}

export interface CodebookReading {
  readonly open: OpenElement[];
  readonly codes: OpenCode[];
  readonly sets: OpenSet[];
  readonly strange: Set<string>;
  /** The name space of the root: what is in another is not read. */
  uri: string;
  origin?: string;
  elements: number;
}

/** Programs write GUIDs in braces, and in either case. */
export const plainGuid = (guid: string): string =>
  guid
    .trim()
    .replace(/^\{|\}$/g, '')
    .toLowerCase();

const isGuid = (guid: string): boolean =>
  /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/.test(guid);

/** More findings of one kind than anybody reads. */
const mostListed = 100;

export function finished({ codes, sets, strange, origin }: CodebookReading): ParsedCodebook {
  if (codes.length === 0)
    return { findings: [codebookFinding('T504', 'There are no codes in it.', 'at least one code')] };
  const { claim, leftOut } = claims();
  const codebook: Codebook = {
    ...(origin !== undefined && { origin }),
    codes: codes.flatMap((code) => closedCode(code, claim)),
    sets: sets.flatMap((set) => closedSet(set, claim)),
  };
  const more = leftOut.length - mostListed;
  const listed = [...leftOut.slice(0, mostListed), ...(more > 0 ? [`${more} more were left out.`] : [])];
  const names = [...strange].slice(0, 8).map(shown).join(', ');
  return {
    codebook,
    findings: [
      ...listed.map((message) => codebookFinding('T505', message, 'a GUID of its own and a name')),
      ...(strange.size === 0
        ? []
        : [codebookFinding('T510', `Not read: ${names}.`, 'codes, descriptions and sets')]),
    ],
  };
}

/** Gives out GUIDs, each once, and notes what has none. */
function claims(): { readonly claim: Claim; readonly leftOut: string[] } {
  const seen = new Set<string>();
  const leftOut: string[] = [];
  const claim = (what: string, { guid = '', name = '' }: Attributes): string | undefined => {
    const plain = plainGuid(guid);
    const problem = !isGuid(plain)
      ? 'no GUID'
      : seen.has(plain)
        ? 'the GUID of another'
        : name === ''
          ? 'no name'
          : undefined;
    if (problem !== undefined) leftOut.push(`The ${what} ${shown(name)} has ${problem}, and was left out.`);
    else seen.add(plain);
    return problem === undefined ? plain : undefined;
  };
  return { claim, leftOut };
}

type Claim = (what: string, attributes: Attributes) => string | undefined;

function closedCode({ attributes, description, codes }: OpenCode, claim: Claim): readonly CodebookCode[] {
  const guid = claim('code', attributes);
  const below = codes.flatMap((each) => closedCode(each, claim));
  if (guid === undefined) return below;
  const { name = '', isCodable = 'true', color } = attributes;
  return [
    {
      guid,
      name,
      isCodable: !['false', '0'].includes(isCodable.trim().toLowerCase()),
      ...(color !== undefined && { color }),
      ...(description !== undefined && { description }),
      codes: below,
    },
  ];
}

function closedSet({ attributes, description, members }: OpenSet, claim: Claim): readonly CodebookSet[] {
  const guid = claim('set', attributes);
  if (guid === undefined) return [];
  return [{ guid, name: attributes.name ?? '', ...(description !== undefined && { description }), members }];
}
