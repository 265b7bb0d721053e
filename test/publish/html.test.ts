import fc from 'fast-check';
import { legible, toHtml, toMarkdown, type Document } from 'hub-and-spoke/publish';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';

const page = (html: string): globalThis.Document => parseHTML(html).document;
const text = (value: string) => ({ type: 'text', value }) as const;
const documentWith = (value: string): Document => ({
  type: 'root',
  children: [
    { type: 'heading', depth: 1, children: [text('A page')] },
    { type: 'heading', depth: 2, children: [text(value)] },
    { type: 'paragraph', children: [text(value)] },
    {
      type: 'table',
      data: { caption: value },
      children: [
        {
          type: 'tableRow',
          children: [
            { type: 'tableCell', children: [text('What')] },
            { type: 'tableCell', children: [text('How many')] },
          ],
        },
        {
          type: 'tableRow',
          children: [
            { type: 'tableCell', children: [text(value)] },
            { type: 'tableCell', children: [text('12')] },
          ],
        },
      ],
    },
    { type: 'heading', depth: 2, children: [text(value)] },
  ],
});

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</title></style><svg onload=alert(1)>',
  '[a](javascript:alert(1)) ![b](http://example.invalid/c) | `d` | **e**',
  '=HYPERLINK("http://example.invalid")',
  'a\u001b[31mb\u202ec\u0000d\u2028e',
  ']]> <!-- a --> &lt; &amp;',
  'x'.repeat(500),
];

describe('a page', () => {
  test.each(hostile)('hostile texts come out inert and legible: %s', (value) => {
    const html = toHtml(documentWith(value));
    const { title, body, documentElement } = page(html);
    expect(title).toBe('A page');
    expect(
      documentElement.querySelectorAll('script, img, svg, iframe, object, [onerror], [onload]'),
    ).toHaveLength(0);
    for (const link of documentElement.querySelectorAll('a')) expect(link.getAttribute('href')).toMatch(/^#/);
    expect(body.textContent).toContain(legible(value));
    // eslint-disable-next-line no-control-regex -- these are what must not come through
    expect(html).not.toMatch(/[\u0000-\u0008\u001b\u202a-\u202e\u2066-\u2069]/);
  });

  test.each(hostile)('in Markdown too: %s', (value) => {
    const markdown = toMarkdown(documentWith(value));
    expect(markdown).not.toMatch(/(?<!\\)<(?:script|img|svg)/);
    // eslint-disable-next-line no-control-regex -- these are what must not come through
    expect(markdown).not.toMatch(/[\u0000-\u0008\u001b\u202a-\u202e\u2066-\u2069]/);
  });

  test('whatever a text is, it stays a text, and every heading has an address of its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (value) => {
        const { documentElement } = page(toHtml(documentWith(value)));
        const ids = [...documentElement.querySelectorAll('[id]')].map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const link of documentElement.querySelectorAll('nav a'))
          expect(ids).toContain(decodeURIComponent((link.getAttribute('href') ?? '').slice(1)));
      }),
    );
  });

  test('tables have captions and headers, and numbers to the right', () => {
    const { documentElement } = page(toHtml(documentWith('Age')));
    expect(documentElement.querySelector('caption')?.textContent).toBe('Age');
    expect(
      [...documentElement.querySelectorAll('thead th')].map((cell) => cell.getAttribute('scope')),
    ).toEqual(['col', 'col']);
    expect(documentElement.querySelector('tbody th')?.getAttribute('scope')).toBe('row');
  });

  test('it loads nothing and forbids it', () => {
    const html = toHtml(documentWith('Age'));
    const policy = page(html).documentElement.querySelector('meta[http-equiv]')?.getAttribute('content');
    expect(policy).toMatch(/^default-src 'none'; style-src/);
    expect(html).not.toMatch(/(?:src|href)="https?:|@import|url\((?!#)/);
  });

  test('ten thousand rows are a page like any other', () => {
    const cell = { type: 'tableCell' as const, children: [text('row')] };
    const document: Document = {
      type: 'root',
      children: [
        {
          type: 'table',
          children: Array.from({ length: 10_000 }, () => ({ type: 'tableRow' as const, children: [cell] })),
        },
      ],
    };
    expect(toHtml(document).match(/<tr>/g)).toHaveLength(10_000);
  });
});
