import { v5 } from 'uuid';
import { legible } from '../legible.ts';

/** The table that says in words and numbers what a picture shows. */
export interface PictureTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A picture with all that stands in for it where it cannot be seen. */
export interface Picture {
  /** A whole SVG file: it needs nothing else, and says its title and its description. */
  readonly svg: string;
  readonly title: string;
  /** What is to be seen, in a sentence or two. */
  readonly description: string;
  readonly table: PictureTable;
  /** The same graph as the text of a Graphviz graph, where it is one. */
  readonly dot?: string;
}

/** What a picture is about. */
export type PictureWords = Omit<Picture, 'svg' | 'dot'>;

const namespace = '2b1f6f0c-6d0e-4f43-9a70-0a3cf0bb6e55';

/** A name that no other picture on a page has, and the same picture always has. */
export const pictureId = (words: PictureWords): string =>
  `p${v5(JSON.stringify([words.title, words.description, words.table]), namespace).slice(0, 8)}`;

/** Text for SVG. */
export const escaped = (text: string): string =>
  legible(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

/** A text that is cut where there is no place for more; the table beside the picture has all of it. */
export const short = (text: string, length: number): string => {
  const said = Array.from(new Intl.Segmenter('en-GB').segment(legible(text)), ({ segment }) => segment);
  return said.length <= length ? said.join('') : `${said.slice(0, length - 1).join('')}…`;
};

/** Colours of the page that a picture stands on; its own where it stands alone. Black on white on paper. */
const style = (id: string): string =>
  `#${id}{--ink:#16211f;--soft:#4b5957;--line:#c3cecb;--tint:#0b5c56;--ground:#fff;color:var(--ink);font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}` +
  `@media screen and (prefers-color-scheme:dark){#${id}{--ink:#eaf0ee;--soft:#a9b8b5;--line:#46534f;--tint:#7cd0c6;--ground:#121817}}`;

/** A whole picture from what is drawn. */
export function framed(
  words: PictureWords,
  drawn: { readonly width: number; readonly height: number; readonly content: string },
): string {
  const id = pictureId(words);
  const { width, height, content } = drawn;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" id="${id}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="${id}-title ${id}-description" font-size="12" fill="currentColor">`,
    `<title id="${id}-title">${escaped(words.title)}</title>`,
    `<desc id="${id}-description">${escaped(words.description)}</desc>`,
    `<style>${style(id)}</style>`,
    content,
    '</svg>',
  ].join('');
}
