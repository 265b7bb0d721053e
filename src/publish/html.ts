import GithubSlugger from 'github-slugger';
import { toHtml as serialise } from 'hast-util-to-html';
import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { defaultHandlers, toHast, type Handlers, type State } from 'mdast-util-to-hast';
import type { Heading, Nodes, Table } from 'mdast';
import type { Document } from './document.ts';
import { pageStyle } from './html-style.ts';
import { inert } from './inert.ts';
import { legible } from './legible.ts';

/** How a page is made. */
export interface HtmlOptions {
  /** The title of the page; the first heading unless said. */
  readonly title?: string;
  /** Who publishes it, above the title. */
  readonly publisher?: string;
}

/**
 * A document as one self-contained page of HTML: without scripts or anything loaded, with a contents list and
 * permalinks, for phones, desktops and A4 paper, light and dark. Whatever stands in labels and texts is escaped.
 *
 * @example
 * toHtml(glossaryPage()).includes('<h1 id="glossary">'); // => true
 */
export function toHtml(document: Document, options: HtmlOptions = {}): string {
  const headings = headingsOf(document);
  const [first] = headings;
  const title = options.title ?? first?.words ?? 'Hub and Spoke';
  const main = toHast(placed(inert(document)), {
    handlers: handlers(new Map(headings.map(({ node, id }) => [node.position?.start.offset, id]))),
  }) as Root; // a root becomes a root
  const page = h(null, [
    { type: 'doctype' },
    h('html', { lang: 'en-GB' }, [
      head(title),
      h('body', [
        h('a.skip', { href: '#main' }, 'Skip to the content'),
        h('header', h('p', options.publisher ?? 'Hub and Spoke programme')),
        mainOf(main.children as ElementContent[], contents(headings)),
      ]),
    ]),
  ]);
  // Pictures are made by this library and stand in the tree as they are; all else is escaped.
  return `${serialise(page, { allowDangerousHtml: true })}\n`;
}

/** The title, then the list of the sections, then the sections: beside each other where there is place. */
function mainOf(children: readonly ElementContent[], nav: ElementContent | undefined): Element {
  const cut = children.findIndex((child) => child.type === 'element' && child.tagName === 'h1') + 1;
  const body = h('div.body', children.slice(cut));
  return h(nav === undefined ? 'main#main' : 'main#main.with-contents', [
    ...children.slice(0, cut),
    ...(nav === undefined ? [] : [nav]),
    body,
  ]);
}

const head = (title: string): Element =>
  h('head', [
    h('meta', { charSet: 'utf-8' }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', {
      httpEquiv: 'Content-Security-Policy',
      content: "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
    }),
    h('meta', { name: 'color-scheme', content: 'light dark' }),
    h('title', title),
    h('style', pageStyle),
  ]);

interface PlacedHeading {
  readonly node: Heading;
  readonly words: string;
  readonly id: string;
}

/** The headings with their addresses, told apart by their places. */
function headingsOf(document: Document): readonly PlacedHeading[] {
  const slugger = new GithubSlugger();
  return document.children.flatMap((node, index) => {
    if (node.type !== 'heading') return [];
    const words = wordsOf(node);
    return [{ node: placedAt(node, index), words, id: slugger.slug(words) }];
  });
}

const placedAt = (node: Heading, offset: number): Heading => ({
  ...node,
  position: { start: { line: 1, column: 1, offset }, end: { line: 1, column: 1, offset } },
});

/** A copy in which every heading knows its place. */
const placed = (document: Document): Document => ({
  ...document,
  children: document.children.map((node, index) => (node.type === 'heading' ? placedAt(node, index) : node)),
});

function wordsOf(node: Nodes): string {
  if ('value' in node) return legible(node.value);
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}

/** The list of the sections, where there are several. */
function contents(headings: readonly PlacedHeading[]): ElementContent | undefined {
  const sections = headings.filter(({ node }) => node.depth === 2);
  if (sections.length < 2) return undefined;
  return h('nav', { ariaLabel: 'Contents' }, [
    h('h2', 'Contents'),
    h(
      'ol',
      sections.map(({ words, id }) => h('li', h('a', { href: `#${id}` }, words))),
    ),
  ]);
}

/** How headings and tables become HTML; all else is as it always is. */
const handlers = (idAt: ReadonlyMap<number | undefined, string>): Handlers => ({
  heading: (state: State, node: Heading, parent) => {
    const element = defaultHandlers.heading(state, node);
    const id = idAt.get(node.position?.start.offset);
    if (id === undefined || parent?.type !== 'root') return element;
    element.properties.id = id;
    if (node.depth > 1)
      element.children.push(
        h('a.permalink', { href: `#${id}`, ariaLabel: `Link to: ${wordsOf(node)}` }, '#'),
      );
    return element;
  },
  table: (state: State, node: Table) => {
    const element = defaultHandlers.table(state, node);
    const { caption, isTwin } = node.data ?? {};
    if (caption !== undefined) element.children.unshift(h('caption', legible(caption)));
    const label = caption === undefined ? 'Table' : legible(caption);
    for (const row of rowsOf(element)) asHeader(row);
    const region = h('div.table', { role: 'region', tabIndex: 0, ariaLabel: label }, element);
    return isTwin ? h('details', [h('summary', 'The numbers in the picture'), region]) : region;
  },
});

const rowsOf = (table: Element): readonly Element[] =>
  table.children.flatMap((part) =>
    part.type === 'element' && (part.tagName === 'thead' || part.tagName === 'tbody')
      ? part.children.filter((child): child is Element => child.type === 'element')
      : [],
  );

/** Headers say what they head: columns in the first row, rows in all others. */
function asHeader(row: Element): void {
  const cells = row.children.filter((cell): cell is Element => cell.type === 'element');
  for (const [index, cell] of cells.entries()) {
    if (cell.tagName === 'th') cell.properties.scope = 'col';
    else if (index === 0) {
      cell.tagName = 'th';
      cell.properties.scope = 'row';
    }
  }
}
