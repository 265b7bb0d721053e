// Fails when a page of the site links to a page or a place that is not there.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseHTML } from 'linkedom';

const site = fileURLToPath(new URL('api/', import.meta.url));
const names = readdirSync(site, { recursive: true, encoding: 'utf8' });
const pages = new Map(
  names
    .filter((name) => name.endsWith('.html'))
    .map((name) => {
      const { document } = parseHTML(readFileSync(join(site, name), 'utf8'));
      return [name, document];
    }),
);
const files = new Set(names);
/** @type {Map<string, Set<string>>} */
const places = new Map(
  [...pages].map(([name, document]) => [
    name,
    new Set([...document.querySelectorAll('[id]')].map(({ id }) => id)),
  ]),
);
const broken = [...pages].flatMap(([name, document]) =>
  [...document.querySelectorAll('a[href]')]
    .map((link) => link.getAttribute('href') ?? '')
    .filter((href) => !/^[a-z]+:/i.test(href) && !isThere(name, href))
    .map((href) => `${name}: ${href}`),
);
if (broken.length > 0) {
  console.error(`Broken links:\n${[...new Set(broken)].join('\n')}`);
  process.exitCode = 1;
} else console.log(`${pages.size} pages, no broken link`);

/** @type {(name: string, href: string) => boolean} */
function isThere(name, href) {
  const [path = '', place] = href.split('#');
  const page = path === '' ? name : normalize(join(dirname(name), decodeURIComponent(path)));
  if (!files.has(page)) return false;
  return place === undefined || place === '' || (places.get(page)?.has(decodeURIComponent(place)) ?? true);
}
