import { SaxesParser, type SaxesTagNS } from 'saxes';
import { shown, type Finding } from '../../checks/index.ts';
import { theoryFinding } from '../theory-finding.ts';
import type { Codebook, CodebookCode, CodebookSet } from './codebook.ts';
import { codebookRules } from './codebook-rules.ts';

/** Beyond these nothing is read. */
const limits = { characters: 20_000_000, depth: 100, elements: 200_000 } as const;

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
  origin?: string;
  elements: number;
}

/** Parses a codebook. Nothing of it is expanded, fetched or run, and every limit is kept. */
export function parseCodebook(text: string): ParsedCodebook {
  const reading: CodebookReading = { open: [], codes: [], sets: [], strange: new Set(), elements: 0 };
  try {
    if (text.length > limits.characters)
      stop('T503', `${text.length} characters.`, `at most ${limits.characters}`);
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
    if (reading.open.length >= limits.depth)
      stop('T503', `More than ${limits.depth} levels.`, `at most ${limits.depth} levels`);
    if (reading.elements > limits.elements)
      stop('T503', `More than ${limits.elements} elements.`, `at most ${limits.elements}`);
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
  const { local } = tag;
  const parent = reading.open.at(-1);
  const attributes = attributesOf(tag);
  if (parent === undefined) {
    if (local !== 'CodeBook') stop('T504', `Its root is ${shown(local)}.`, 'CodeBook');
    if (attributes.origin !== undefined) reading.origin = attributes.origin;
    return { local };
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

function finished({ codes, sets, strange, origin }: CodebookReading): ParsedCodebook {
  if (codes.length === 0)
    return { findings: [codebookFinding('T504', 'There are no codes in it.', 'at least one code')] };
  const seen = new Set<string>();
  const findings: Finding[] = [];
  const claim = (what: string, { guid = '', name = '' }: Attributes): string | undefined => {
    const plain = plainGuid(guid);
    const problem = !isGuid(plain)
      ? 'no GUID'
      : seen.has(plain)
        ? 'the GUID of another'
        : name === ''
          ? 'no name'
          : undefined;
    if (problem === undefined) seen.add(plain);
    else
      findings.push(
        codebookFinding(
          'T505',
          `The ${what} ${shown(name)} has ${problem}, and was left out.`,
          'a GUID of its own and a name',
        ),
      );
    return problem === undefined ? plain : undefined;
  };
  const codebook: Codebook = {
    ...(origin !== undefined && { origin }),
    codes: codes.flatMap((code) => closedCode(code, claim)),
    sets: sets.flatMap((set) => closedSet(set, claim)),
  };
  if (strange.size > 0) {
    const names = [...strange].slice(0, 8).map(shown).join(', ');
    findings.push(codebookFinding('T510', `Not read: ${names}.`, 'codes, descriptions and sets'));
  }
  return { codebook, findings };
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
      isCodable: isCodable.trim() !== 'false' && isCodable.trim() !== '0',
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
