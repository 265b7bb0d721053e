import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  defineRelease,
  protect,
  verify,
  type Policy,
  type Protected,
  type Release,
  type ReleaseContents,
} from 'hub-and-spoke/disclosure';
import { everyTable } from './every-table.ts';
import { anyRelease, incomplete, linked, oneWay, twoWay } from './release-arbitraries.ts';

const policy: Policy = { hide: [1, 2], zeros: 'may-be-hidden', width: 2, groups: 'warn' };
const policies: readonly Policy[] = [
  policy,
  { ...policy, zeros: 'always-shown' },
  { ...policy, width: 1 },
  { ...policy, hide: [1, 3], width: 'full' },
  { ...policy, hide: [0, 2] },
  { ...policy, groups: 'protect' },
];

/** How far above the largest count the search tries: enough to be in doubt. */
const room = 4;

/** What a reader must try for each cell: what is printed, or anything. */
function domainsOf(
  release: Release,
  { policy: { zeros, rounding }, cells }: Protected,
): Record<string, readonly [number, number]> {
  const marks = new Map(cells.map((cell) => [cell.id, cell]));
  const most = Math.max(0, ...release.cells.map(({ count }) => count)) + room;
  return Object.fromEntries(
    release.cells.map(({ id, printed }) => {
      const cell = marks.get(id);
      if (cell?.mark === 'shown') return [id, [cell.low, cell.low] as const];
      if (cell?.rounded !== undefined && rounding !== undefined)
        return [
          id,
          [
            Math.max(0, Math.ceil(cell.rounded - rounding / 2)),
            Math.ceil(cell.rounded + rounding / 2) - 1,
          ] as const,
        ];
      return [id, [printed === 'if-safe' && zeros === 'always-shown' ? 1 : 0, most] as const];
    }),
  );
}

const isSmall = ({ hide: [from, to] }: Policy, count: number): boolean => count >= from && count <= to;

/** The quantities about which readers must be left in doubt: small counts, and sums of what is hidden in a line. */
function secretsOf(release: Release, published: Protected, rule: Policy): Record<string, readonly string[]> {
  const hidden = new Set(published.cells.filter(({ mark }) => mark === 'hidden').map(({ id }) => id));
  const all = everyTable(
    domainsOf(release, published),
    release.lines,
    Object.fromEntries(release.cells.map(({ id }) => [id, [id]])),
  );
  // What is hidden and can be worked out is as good as shown.
  const unseen = (id: string): boolean =>
    (hidden.has(id) || release.cells.some((cell) => cell.id === id && cell.printed === 'never')) &&
    (all.seen[id]?.size ?? 0) > 1;
  const count = (id: string): number => release.cells.find((cell) => cell.id === id)?.count ?? NaN;
  const cells = release.cells.filter((cell) => cell.printed !== 'always' && isSmall(rule, cell.count));
  // What remains of figures without others is promised where it is small.
  const idle = new Set(
    release.cells.filter((cell) => cell.isDifference && !isSmall(rule, cell.count)).map(({ id }) => id),
  );
  const lines = release.lines.flatMap(({ total, parts }, index) => {
    if ([total, ...parts].some((id) => idle.has(id))) return [];
    const some = parts.filter(unseen);
    const sum = some.reduce((all, id) => all + count(id), 0);
    return some.length > 0 && sum > 0 && isSmall(rule, sum) ? [[`line ${index}`, some] as const] : [];
  });
  const each = cells.map(({ id }): readonly [string, readonly string[]] => [id, [id]]);
  return Object.fromEntries<readonly string[]>([...each, ...lines]);
}

/** Whether the numbers that occur are as far apart as the policy asks. */
function isWide(
  seen: ReadonlySet<number>,
  truth: number,
  { width, hide: [from, to], zeros }: Policy,
  isCell: boolean,
): boolean {
  const [least, most] = [Math.min(...seen), Math.max(...seen)];
  if (width !== 'full') return most - least >= width;
  if (!isCell) return most - least >= to - from;
  return least <= Math.max(from, zeros === 'always-shown' ? 1 : 0) && most >= to && seen.has(truth);
}

async function narrowest(contents: ReleaseContents, rule: Policy): Promise<'refused' | readonly string[]> {
  const { release } = defineRelease(contents);
  if (release === undefined) throw new Error('not a release');
  const protection = await protect(release, rule);
  if (protection.published === undefined) {
    expect(protection.refused.map(({ code }) => code)).toEqual(['cannot-protect']);
    expect(isNecessary(release, rule)).toBe(true);
    return 'refused';
  }
  const { published, certificate } = protection;
  expect(verify(published, rule, certificate, release)).toEqual({ holds: true, problems: [] });
  const secrets = secretsOf(release, published, rule);
  const { seen } = everyTable(domainsOf(release, published), release.lines, secrets);
  const truth = (name: string): number => release.cells.find(({ id }) => id === name)?.count ?? NaN;
  return Object.keys(secrets).filter(
    (name) => !isWide(seen[name] ?? new Set(), truth(name), rule, !name.startsWith('line ')),
  );
}

/** Whether something small is known, or a line thin, though everything is hidden that may be. */
function isNecessary(release: Release, rule: Policy): boolean {
  const all = new Map(
    release.cells.map((cell) => [
      cell.id,
      cell.printed === 'always' ||
      (cell.printed === 'if-safe' && rule.zeros === 'always-shown' && cell.count === 0)
        ? 'shown'
        : 'hidden',
    ]),
  );
  const published = {
    policy: rule,
    cells: release.cells
      .filter(({ printed }) => printed !== 'never')
      .map((cell) => ({ ...cell, low: cell.count, mark: all.get(cell.id) })),
  } as unknown as Protected;
  const secrets = secretsOf(release, published, rule);
  const { seen } = everyTable(domainsOf(release, published), release.lines, secrets);
  const truth = (name: string): number => release.cells.find(({ id }) => id === name)?.count ?? NaN;
  return Object.keys(secrets).some(
    (name) => !isWide(seen[name] ?? new Set(), truth(name), rule, !name.startsWith('line ')),
  );
}

describe('whatever is published, every table that fits it is tried', () => {
  test.each([
    ['one breakdown', oneWay, 120],
    ['breakdowns that do not reach their base', incomplete, 120],
    ['rows and columns', twoWay, 40],
    ['breakdowns of the same people', linked, 40],
  ] as const)(
    '%s: nothing small is narrower than the policy',
    async (_, arbitrary, runs) => {
      for (const rule of policies) {
        await fc.assert(
          fc.asyncProperty(arbitrary, async (contents) => {
            const found = await narrowest(contents, rule);
            expect(found === 'refused' ? [] : found).toEqual([]);
          }),
          { numRuns: runs },
        );
      }
    },
    300_000,
  );
  test('rounding: nothing small is narrower', async () => {
    await fc.assert(
      fc.asyncProperty(anyRelease, async (contents) => {
        const found = await narrowest(contents, { ...policy, rounding: 5 });
        expect(found === 'refused' ? [] : found).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
