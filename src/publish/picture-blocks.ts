import type { Paragraph } from 'mdast';
import { table, type Block } from './document.ts';
import type { Picture } from './pictures/picture.ts';

/**
 * A picture in a document, with its table: HTML shows the picture and opens the table on demand, Markdown has the
 * description and the table.
 */
export const pictureBlocks = (picture: Picture): readonly Block[] => [
  figure(picture),
  { ...table(picture.table.header, picture.table.rows), data: { caption: picture.title, isTwin: true } },
];

/** What HTML makes of the paragraph that says what the picture shows. */
const figure = ({ svg, title, description }: Picture): Paragraph => ({
  type: 'paragraph',
  children: [{ type: 'text', value: `${title}. ${description}` }],
  data: {
    hName: 'figure',
    hChildren: [
      { type: 'element', tagName: 'figcaption', properties: {}, children: [{ type: 'text', value: title }] },
      // The picture was made by this library, from texts that it escaped.
      { type: 'raw', value: svg } as never,
    ],
  },
});
