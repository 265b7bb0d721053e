import { SaxesParser, type SaxesTagNS } from 'saxes';
import { shown, type Finding } from '../../checks/index.ts';
import { codebookLimits } from './codebook.ts';
import { codebookFinding } from './codebook-finding.ts';
import {
  finished,
  plainGuid,
  type Attributes,
  type CodebookReading,
  type OpenCode,
  type OpenElement,
  type OpenSet,
  type ParsedCodebook,
} from './closed-codebook.ts';

/** Stops the reading, with why. */
class Stopped extends Error {
  constructor(readonly finding: Finding) {
    super(finding.message);
  }
}

const stop = (code: string, message: string, expected: string): never => {
  throw new Stopped(codebookFinding(code, message, expected));
};

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
