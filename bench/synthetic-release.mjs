// Releases that look like a programme's, from a seed: services by quarters, with five breakdowns of the same young
// people and every total. Plainly synthetic.
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** How young people spread over the categories of each breakdown, in parts of a hundred. */
const breakdowns = {
  age: [10, 45, 45],
  gender: [80, 20],
  ethnicity: [70, 30],
  living: [75, 25],
  route: [60, 40],
};

/**
 * @param {{ services: number, quarters: number, seed?: number, people?: readonly [number, number] }} size
 * @returns {import('hub-and-spoke/disclosure').ReleaseContents}
 */
export function syntheticRelease({ services, quarters, seed = 1, people = [25, 70] }) {
  const random = xoroshiro128plus(seed);
  /** @type {(from: number, to: number) => number} */
  const between = (from, to) => uniformInt(random, from, to);
  const paths = [
    'base',
    ...Object.entries(breakdowns).flatMap(([name, parts]) => parts.map((_, code) => `${name}.${code}`)),
  ];
  /** @type {Map<string, number>} */
  const counts = new Map();
  const rows = Array.from({ length: services }, (_, service) => `s${service + 1}`);
  const columns = Array.from({ length: quarters }, (_, quarter) => `q${quarter + 1}`);
  for (const service of rows) {
    for (const quarter of columns) {
      const base = between(...people);
      counts.set(`base ${service} ${quarter}`, base);
      for (const [name, parts] of Object.entries(breakdowns)) {
        const found = parts.map(() => 0);
        for (let person = 0; person < base; person += 1) {
          const chance = between(1, 100);
          const code = parts.findIndex(
            (_, place) => chance <= parts.slice(0, place + 1).reduce((sum, part) => sum + part, 0),
          );
          found[code] = (found[code] ?? 0) + 1;
        }
        found.forEach((count, code) => counts.set(`${name}.${code} ${service} ${quarter}`, count));
      }
    }
  }
  const at = (/** @type {string} */ id) => counts.get(id) ?? 0;
  const sum = (/** @type {string[]} */ ids) => ids.reduce((all, id) => all + at(id), 0);
  /** @type {{ total: string, parts: string[], of: 'categories' | 'members' }[]} */
  const lines = [];
  for (const path of paths) {
    for (const service of rows)
      lines.push({
        total: `${path} ${service} all`,
        parts: columns.map((quarter) => `${path} ${service} ${quarter}`),
        of: 'members',
      });
    for (const quarter of columns)
      lines.push({
        total: `${path} all ${quarter}`,
        parts: rows.map((service) => `${path} ${service} ${quarter}`),
        of: 'members',
      });
    for (const line of lines.slice(-services - quarters)) counts.set(line.total, sum(line.parts));
    lines.push({
      total: `${path} all all`,
      parts: rows.map((service) => `${path} ${service} all`),
      of: 'members',
    });
    lines.push({
      total: `${path} all all`,
      parts: columns.map((quarter) => `${path} all ${quarter}`),
      of: 'members',
    });
    counts.set(`${path} all all`, sum(rows.map((service) => `${path} ${service} all`)));
  }
  for (const service of [...rows, 'all'])
    for (const quarter of [...columns, 'all'])
      for (const [name, parts] of Object.entries(breakdowns))
        lines.push({
          total: `base ${service} ${quarter}`,
          parts: parts.map((_, code) => `${name}.${code} ${service} ${quarter}`),
          of: 'categories',
        });
  return { tables: [{ id: 'programme', cells: [...counts].map(([id, count]) => ({ id, count })), lines }] };
}
