import { SaxesParser, type SaxesTagNS } from 'saxes';
import { shown, type Finding } from '../../checks/index.ts';
import { theoryFinding } from '../theory-finding.ts';
import { codebookLimits, type Codebook, type CodebookCode, type CodebookSet } from './codebook.ts';
import { codebookRules } from './codebook-rules.ts';

/** A finding about a codebook. */
export function codebookFinding(
  code: string,
  message: string,
  expected: string,
  paths: readonly string[] = [],
): Finding {
  const rule = codebookRules.find((each) => each.code === code) ?? {
    code,
    severity: 'error' as const,
    remedy: '',
  };
  return theoryFinding(rule, { paths, message, expected }, {});
}

/** A codebook, or as far as it can be read. */
export interface ParsedCodebook {
  readonly codebook?: Codebook;
  readonly findings: readonly Finding[];
}

/** Stops the reading, with why. */
class Stopped extends Error {
  constructor(readonly finding: Finding) {
    super(finding.message);
  }
}

const stop = (code: string, message: string, expected: string): never => {
  throw new Stopped(codebookFinding(code, message, expected));
};

interface OpenCode {
  readonly attributes: Attributes;
  description?: string;
  readonly codes: OpenCode[];
}

interface OpenSet {
  readonly attributes: Attributes;
  description?: string;
  readonly members: string[];
}

type Attributes = Readonly<Record<string, string>>;

/** An element that is open: what it is, and what its text belongs to. */
interface OpenElement {
  readonly local: string;
  readonly code?: OpenCode;
  readonly set?: OpenSet;
}

interface CodebookReading {
  readonly open: OpenElement[];
  readonly codes: OpenCode[];
  readonly sets: OpenSet[];
  readonly strange: Set<string>;
  /** The name space of the root: what is in another is not read. */
  uri: string;
  origin?: string;
  elements: number;
}

/** Parses a codebook. Nothing of it is expanded, fetched or run, and every limit is kept. */
export function parseCodebook(text: unknown): ParsedCodebook {
  const reading: CodebookReading = {
    open: [],
    codes: [],
    sets: [],
    strange: new Set(),
    uri: '',
    elements: 0,
  };
  try {
    if (typeof text !== 'string')
      return { findings: [codebookFinding('T501', 'It is no text.', 'XML as text')] };
    if (/\p{Cs}/u.test(text)) stop('T501', 'It holds halves of characters.', 'well-formed XML');
    if (text.length > codebookLimits.characters)
      stop('T503', `${text.length} characters.`, `at most ${codebookLimits.characters}`);
    const parser = parserFor(reading);
    parser.write(text).close();
  } catch (problem) {
    if (!(problem instanceof Stopped)) throw problem;
    return { findings: [problem.finding] };
  }
  return finished(reading);
}

function parserFor(reading: CodebookReading): SaxesParser<{ xmlns: true }> {
  const parser = new SaxesParser({ xmlns: true, defaultXMLVersion: '1.0', forceXMLVersion: true });
  parser.on('error', ({ message }) =>
    stop('T501', `The XML breaks off: ${shown(message)}.`, 'well-formed XML'),
  );
  parser.on('doctype', () => stop('T502', 'It declares a document type.', 'no document type'));
  parser.on('opentagstart', () => {
    reading.elements += 1;
    if (reading.open.length >= codebookLimits.depth)
      stop('T503', `More than ${codebookLimits.depth} levels.`, `at most ${codebookLimits.depth} levels`);
    if (reading.elements > codebookLimits.elements)
      stop('T503', `More than ${codebookLimits.elements} elements.`, `at most ${codebookLimits.elements}`);
  });
  parser.on('opentag', (tag) => {
    reading.open.push(opened(reading, tag));
  });
  parser.on('text', (text) => {
    addText(reading, text);
  });
  parser.on('cdata', (text) => {
    addText(reading, text);
  });
  parser.on('closetag', () => {
    reading.open.pop();
  });
  return parser;
}

/** What stands in an element’s own attributes, whatever else is declared on it. */
const attributesOf = ({ attributes }: SaxesTagNS): Attributes =>
  Object.fromEntries(
    Object.values(attributes)
      .filter(({ uri }) => uri === '')
      .map(({ local, value }) => [local, value]),
  );

function opened(reading: CodebookReading, tag: SaxesTagNS): OpenElement {
  const { local, uri } = tag;
  const parent = reading.open.at(-1);
  const attributes = attributesOf(tag);
  if (parent === undefined) {
    if (local !== 'CodeBook') stop('T504', `Its root is ${shown(local)}.`, 'CodeBook');
    if (attributes.origin !== undefined) reading.origin = attributes.origin;
    reading.uri = uri;
    return { local };
  }
  if (uri !== reading.uri) {
    reading.strange.add(local);
    return { local: '' };
  }
  if (local === 'Code' && (parent.local === 'Codes' || parent.code !== undefined)) {
    const code: OpenCode = { attributes, codes: [] };
    (parent.code?.codes ?? reading.codes).push(code);
    return { local, code };
  }
  if (local === 'Set' && parent.local === 'Sets') {
    const set: OpenSet = { attributes, members: [] };
    reading.sets.push(set);
    return { local, set };
  }
  return openedBelow(reading, local, parent, attributes);
}

function openedBelow(
  { strange }: CodebookReading,
  local: string,
  parent: OpenElement,
  { guid = '' }: Attributes,
): OpenElement {
  if (local === 'Description' && (parent.code !== undefined || parent.set !== undefined))
    return { ...parent, local };
  if (local === 'MemberCode' && parent.set !== undefined) parent.set.members.push(plainGuid(guid));
  else if (!(['Codes', 'Sets'].includes(local) && parent.local === 'CodeBook')) strange.add(local);
  return { local };
}

function addText({ open }: CodebookReading, text: string): void {
  const element = open.at(-1);
  const owner = element?.code ?? element?.set;
  if (element?.local === 'Description' && owner !== undefined)
    owner.description = (owner.description ?? '') + text;
}

/** Programs write GUIDs in braces, and in either case. */
const plainGuid = (guid: string): string =>
  guid
    .trim()
    .replace(/^\{|\}$/g, '')
    .toLowerCase();
const isGuid = (guid: string): boolean =>
  /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/.test(guid);

/** More findings of one kind than anybody reads. */
const mostListed = 100;

function finished({ codes, sets, strange, origin }: CodebookReading): ParsedCodebook {
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
