import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown as serialise } from 'mdast-util-to-markdown';
import type { Document } from './document.ts';
import { inert } from './inert.ts';

/**
 * A document as GitHub-flavoured Markdown. Whatever stands in labels and texts is escaped.
 *
 * @example
 * toMarkdown(glossaryPage()).split('\n')[0]; // => '# Glossary'
 */
export function toMarkdown(document: Document): string {
  return serialise(inert(document), {
    bullet: '-',
    extensions: [gfmTableToMarkdown({ tablePipeAlign: false })],
  });
}
