import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import type { Cdata, Element, Root, Text } from 'xast';
import { groupedBy } from '../../vocabulary/index.ts';
import { theoriesSchema, type Theories } from '../theories.ts';
import { codebookLimits, codebookNamespace, type CodebookCode, type CodebookSet } from './codebook.ts';
import { codebookOf } from './codebook-of-theories.ts';

/**
 * Theories as a REFI-QDA codebook (`.qdc`), for NVivo, ATLAS.ti, MAXQDA and others: a code for each context,
 * mechanism and outcome, under categories by layer and kind; a set for each configuration and each theory. The
 * same theories always give the same GUIDs, so that a second export merges with the first. Everything else that a
 * configuration says stands in descriptions, line by line, and {@link readCodebook} takes it back.
 *
 * @throws RangeError when the theories do not fit their schema, share an id, or make more than 20 million
 *   characters: check them first
 * @example
 * writeCodebook({ configurations: [] }).slice(0, 112); // => '<?xml version="1.0" encoding="utf-8"?>\n<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="hub-and-spoke"><Codes>'
 */
export function writeCodebook({ configurations, theories, sources }: Theories): string {
  // Only these: theories as they stand after a history know of their conflicts too.
  const parsed = theoriesSchema.safeParse({ configurations, theories, sources });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new RangeError(`writeCodebook: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
  }
  assertOwnIds(parsed.data);
  const { origin, codes, sets } = codebookOf(parsed.data);
  const root: Root = x(null, [
    { type: 'instruction', name: 'xml', value: 'version="1.0" encoding="utf-8"' },
    { type: 'text', value: '\n' },
    x('CodeBook', { xmlns: codebookNamespace, origin }, [
      x('Codes', codes.map(codeElement)),
      ...(sets.length === 0 ? [] : [x('Sets', sets.map(setElement))]),
    ]),
  ]);
  const xml = `${toXml(root, { closeEmptyElements: true, tightClose: true })}\n`;
  if (xml.length > codebookLimits.characters)
    throw new RangeError(`writeCodebook: ${xml.length} characters are more than programs take`);
  return xml;
}

/** Two things of one id would have one GUID. */
function assertOwnIds({ configurations, theories = [], sources = [] }: Theories): void {
  for (const items of [configurations, theories, sources]) {
    const [twice] =
      [...groupedBy<{ readonly id: string }>(items, ({ id }) => id)].find(([, group]) => group.length > 1) ??
      [];
    if (twice !== undefined) throw new RangeError(`writeCodebook: “${twice}” is the id of two`);
  }
}

const codeElement = ({ guid, name, isCodable, color, description, codes }: CodebookCode): Element =>
  x('Code', { guid, name, isCodable: String(isCodable), color }, [
    ...descriptionElement(description),
    ...codes.map(codeElement),
  ]);

const setElement = ({ guid, name, description, members }: CodebookSet): Element =>
  x('Set', { guid, name }, [
    ...descriptionElement(description),
    ...members.map((member) => x('MemberCode', { guid: member })),
  ]);

const descriptionElement = (description: string | undefined): readonly Element[] =>
  description === undefined ? [] : [x('Description', [...textNodes(description)])];

/** The serialiser leaves `]]>` as it is, which no text may hold: its last character is written apart. */
const textNodes = (text: string): readonly (Text | Cdata)[] =>
  text.split(']]>').flatMap((part, index): readonly (Text | Cdata)[] =>
    index === 0
      ? [{ type: 'text', value: part }]
      : [
          { type: 'text', value: ']]' },
          { type: 'cdata', value: '>' },
          { type: 'text', value: part },
        ],
  );
