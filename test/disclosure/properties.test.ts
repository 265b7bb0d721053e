import fc from 'fast-check';
import {
  attack,
  defineRelease,
  protect,
  type Protected,
  type ReleaseContents,
} from 'hub-and-spoke/disclosure';
import { describe, expect, test } from 'vitest';
import { anyRelease, twoWay } from './release-arbitraries.ts';
import { releaseOf } from './releases.ts';

const policy = { hide: [1, 2] } as const;

async function attempted(contents: ReleaseContents, exact = false): Promise<Protected | undefined> {
  const { release } = defineRelease(contents);
  return release && (await protect(release, policy, { exact })).published;
}

const shuffled = ({ tables = [] }: ReleaseContents, seed: number): ReleaseContents => {
  const turn = <Each>(list: readonly Each[]): readonly Each[] => {
    const by = list.length === 0 ? 0 : seed % list.length;
    return [...list.slice(by), ...list.slice(0, by)].reverse();
  };
  return {
    tables: turn(tables).map((table) => ({
      ...table,
      cells: turn(table.cells),
      lines: turn((table.lines ?? []).map((line) => ({ ...line, parts: turn(line.parts) }))),
    })),
  };
};

describe('whatever is protected', () => {
  test('the order of tables, cells and lines changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(anyRelease, fc.nat(), async (contents, seed) => {
        const [one, other] = [await attempted(contents), await attempted(shuffled(contents, seed))];
        const byId = (published: Protected | undefined) =>
          published?.cells.map(({ id, mark, low, high }) => [id, mark, low, high].join()).sort();
        expect(byId(other)).toEqual(byId(one));
      }),
      { numRuns: 150 },
    );
  });

  test('permuting categories exposes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(twoWay, async ({ tables = [] }) => {
        // The same counts under other names: the names decide in which order things are looked at.
        const renamed = JSON.parse(
          JSON.stringify({ tables }).replaceAll(/r(\d)/g, (_, digit: string) => `s${9 - Number(digit)}`),
        ) as ReleaseContents;
        const published = await attempted(renamed);
        if (published !== undefined) expect((await attack(published)).exposed).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test('telling the reader more never widens what is possible, and is never contradicted by the truth', async () => {
    await fc.assert(
      fc.asyncProperty(anyRelease, fc.nat(), async (contents, pick) => {
        const published = await attempted(contents);
        const hidden = published?.cells.filter(({ mark }) => mark === 'hidden') ?? [];
        const told = hidden[pick % Math.max(1, hidden.length)];
        if (published === undefined || told === undefined) return;
        const count = releaseOf(contents).cells.find(({ id }) => id === told.id)?.count ?? 0;
        const before = await attack(published);
        const after = await attack(published, { cells: [{ id: told.id, count }] });
        expect(after.possible).toBe(true);
        for (const { id, low, high = Infinity } of after.ranges ?? []) {
          const range = before.ranges?.find((each) => each.id === id);
          expect(low).toBeGreaterThanOrEqual(range?.low ?? 0);
          expect(high).toBeLessThanOrEqual(range?.high ?? Infinity);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('publishing less never exposes more', async () => {
    await fc.assert(
      fc.asyncProperty(anyRelease, fc.nat(), async (contents, pick) => {
        const published = await attempted(contents);
        const shown = published?.cells.filter(({ mark }) => mark === 'shown') ?? [];
        const left = shown[pick % Math.max(1, shown.length)];
        if (published === undefined || left === undefined) return;
        const less = {
          ...published,
          cells: published.cells.map((cell) => (cell.id === left.id ? { id: cell.id } : cell)),
        };
        const [before, after] = [await attack(published), await attack(less)];
        for (const { id, low, high = Infinity } of before.ranges ?? []) {
          const range = after.ranges?.find((each) => each.id === id);
          expect(range?.low).toBeLessThanOrEqual(low);
          expect(range?.high ?? Infinity).toBeGreaterThanOrEqual(high);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('the optimum hides no more weight, and protects as well', async () => {
    await fc.assert(
      fc.asyncProperty(twoWay, async (contents) => {
        const release = releaseOf(contents);
        const [quick, best] = [
          await protect(release, policy),
          await protect(release, policy, { exact: true }),
        ];
        expect(best.refused === undefined).toBe(quick.refused === undefined);
        if (quick.report === undefined || best.report === undefined) return;
        expect(best.report.optimum).toBe('proved');
        expect(best.report.weight.secondary).toBeLessThanOrEqual(quick.report.weight.secondary);
        expect((await attack(best.published)).exposed).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('the same seed gives the same publication', async () => {
    await fc.assert(
      fc.asyncProperty(anyRelease, fc.nat(1000), async (contents, seed) => {
        const once = await protect(releaseOf(contents), policy, { seed });
        const again = await protect(releaseOf(contents), policy, { seed });
        expect(again.published).toEqual(once.published);
      }),
      { numRuns: 60 },
    );
  });

  test('linear programmes never promise less than what trying every table finds', async () => {
    await fc.assert(
      fc.asyncProperty(anyRelease, async (contents) => {
        const published = await attempted(contents);
        if (published === undefined) return;
        const [exact, outer] = [await attack(published), await attack(published, {}, { effort: 0 })];
        for (const { id, low, high = Infinity } of exact.ranges ?? []) {
          const range = outer.ranges?.find((each) => each.id === id);
          expect(range?.low).toBeLessThanOrEqual(low);
          expect(range?.high ?? Infinity).toBeGreaterThanOrEqual(high);
        }
      }),
      { numRuns: 100 },
    );
  });
});
