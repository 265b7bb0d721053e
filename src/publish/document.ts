import type {
  BlockContent,
  DefinitionContent,
  Heading,
  List,
  Paragraph,
  PhrasingContent,
  Root,
  Table,
} from 'mdast';

/** A document for partners: a syntax tree of Markdown (mdast), for any plugin of the unified ecosystem. */
export type Document = Root;

/** What stands in a document, one below the other. */
export type Block = BlockContent | DefinitionContent;

declare module 'mdast' {
  interface TableData {
    /** What a table shows: its caption in HTML. */
    caption?: string;
    /** Whether it is the table of the picture above it, which HTML opens on demand. */
    isTwin?: true;
  }
}

const text = (value: string): PhrasingContent => ({ type: 'text', value });

/** A document from its blocks. */
export const documentOf = (...blocks: readonly Block[]): Document => ({
  type: 'root',
  children: [...blocks],
});

/** A heading. */
export const heading = (depth: Heading['depth'], value: string): Heading => ({
  type: 'heading',
  depth,
  children: [text(value)],
});

/** A paragraph of plain text. */
export const paragraph = (value: string): Paragraph => ({ type: 'paragraph', children: [text(value)] });

/** A paragraph with a word in bold before it. */
export const noted = (word: string, value: string): Paragraph => ({
  type: 'paragraph',
  children: [{ type: 'strong', children: [text(word)] }, text(` ${value}`)],
});

/** A word of a data format, set as such. */
export const inData = (word: string, value: string): Paragraph => ({
  type: 'paragraph',
  children: [text(`${word} `), { type: 'inlineCode', value }],
});

/** A list of paragraphs. */
export const list = (items: readonly (readonly Block[])[], ordered = false): List => ({
  type: 'list',
  ordered,
  spread: false,
  children: items.map((children) => ({ type: 'listItem', spread: false, children: [...children] })),
});

/** A list of short texts. */
export const bullets = (items: readonly string[]): List => list(items.map((item) => [paragraph(item)]));

/** A table of texts, with a header and a caption. Columns of numbers are set to the right. */
export function table(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  caption?: string,
): Table {
  const row = (cells: readonly string[]): Table['children'][number] => ({
    type: 'tableRow',
    children: cells.map((cell) => ({ type: 'tableCell', children: cell === '' ? [] : [text(cell)] })),
  });
  return {
    type: 'table',
    align: header.map((_, column) =>
      // The first column names the rows.
      column > 0 && isNumeric(rows.map((cells) => cells[column] ?? '')) ? 'right' : null,
    ),
    children: [row(header), ...rows.map(row)],
    ...(caption !== undefined && { data: { caption } }),
  };
}

const number = /^(?:(?:at least|between) )?[\d,.]+(?: and [\d,.]+)?%?$|^\[\w+\]$|^$/;

const isNumeric = (cells: readonly string[]): boolean =>
  cells.every((cell) => number.test(cell)) && cells.some((cell) => cell !== '');

/** Says that a document shows unprotected counts. */
export const notForPublication = (): Paragraph =>
  noted('Not for publication.', 'Small counts are not protected: keep this document inside the programme.');
