import { redesign, type ReleaseContents } from 'hub-and-spoke/disclosure';
import { describe, expect, test } from 'vitest';
import type { Merge } from '../../src/disclosure/merges.ts';
import { table } from './releases.ts';

const hide = [1, 2] as const;
const cells = (counts: Readonly<Record<string, number>>, more: object = {}): ReleaseContents => {
  const parts = Object.keys(counts);
  const total = Object.values(counts).reduce((sum, each) => sum + each, 0);
  return table({ ...counts, total }, [{ total: 'total', parts }], more);
};
const made = (name: string, contents: ReleaseContents): Merge => ({ name, apply: () => contents });

/** One small count: it and another are hidden, of five cells. */
const small = cells({ a: 1, b: 8, c: 20, d: 40 });
/** Without it nothing is hidden. */
const plain = made('a with b', cells({ ab: 9, c: 20, d: 40 }));

describe('a release that hides too much', () => {
  test('comes to a share, up to which nothing is proposed', async () => {
    const { asIs } = await redesign(small, { hide });
    expect(asIs).toMatchObject({ cells: 5, hidden: 2, share: 0.4 });
    expect((await redesign(small, { hide }, { share: 0.4, merges: [plain] })).proposals).toEqual([]);
    expect((await redesign(small, { hide }, { share: 0.39, merges: [plain] })).proposals).toHaveLength(1);
    expect((await redesign(small, { hide }, { merges: [plain] })).proposals).toHaveLength(1);
    expect((await redesign(cells({ a: 10, b: 8 }), { hide }, { share: 0, merges: [plain] })).asIs.share).toBe(
      0,
    );
  });

  test('has proposals that hide less, with what was put together', async () => {
    const { proposals } = await redesign(small, { hide }, { merges: [plain] });
    expect(proposals).toMatchObject([{ merges: ['a with b'], cells: 4, hidden: 0, share: 0 }]);
    expect(proposals[0]?.contents).toEqual(plain.apply(small));
  });

  test('has none of what hides as much, or more, or nothing could be published of', async () => {
    const merges = [
      made('as it is', small),
      made('worse', cells({ a: 1, b: 1, c: 2 })),
      made('nothing', {}),
      made('refused', table({ a: 1 }, [{ total: 'a', parts: ['b'] }])),
    ];
    expect((await redesign(small, { hide }, { merges })).proposals).toEqual([]);
  });

  test('has the least hidden first; of the same share, what shows most', async () => {
    const merges = [
      made('few', cells({ ab: 9, cd: 60 })),
      made('some', cells({ a: 1, b: 8, c: 20, d: 40, e: 50, f: 60, g: 70 })),
      plain,
    ];
    const { proposals } = await redesign(small, { hide }, { merges });
    const once = proposals.filter((each) => each.merges.length === 1).map((each) => each.merges[0]);
    expect(once).toEqual(['a with b', 'few', 'some']);
    const shares = proposals.map(({ share }) => share);
    expect(shares).toEqual([...shares].sort((one, other) => one - other));
  });

  test('is put together twice where that hides less again, never the same twice', async () => {
    const drop = (name: string, without: string, into: string): Merge => ({
      name,
      apply: ({ tables = [] }) => {
        const counts = Object.fromEntries(
          (tables[0]?.cells ?? []).filter(({ id }) => id !== 'total').map(({ id, count }) => [id, count]),
        );
        const { [without]: gone = 0, [into]: kept = 0, ...rest } = counts;
        return cells({ ...rest, [into]: kept + gone });
      },
    });
    const two = cells({ a: 1, b: 8, c: 2, d: 40, e: 50 });
    const { asIs, proposals } = await redesign(
      two,
      { hide },
      { merges: [drop('a', 'a', 'b'), drop('c', 'c', 'd')] },
    );
    const twice = proposals.filter(({ merges }) => merges.length === 2);
    for (const { merges, share } of proposals) {
      expect(new Set(merges).size).toBe(merges.length);
      expect(share).toBeLessThan(asIs.share);
    }
    expect(twice).toMatchObject([{ hidden: 0, share: 0 }]);
    expect(proposals[0]?.merges).toHaveLength(2);
  });

  test('may lose what was called public', async () => {
    const contents = { ...small, alreadyPublic: ['d'] };
    const lost = made('without d', { ...cells({ ab: 9, c: 20, others: 40 }), alreadyPublic: ['d'] });
    const { proposals } = await redesign(contents, { hide }, { share: 0.1, merges: [lost] });
    expect(proposals).toMatchObject([{ merges: ['without d'], hidden: 0 }]);
  });

  test('says why nothing can be published of it', async () => {
    const { asIs } = await redesign({}, { hide });
    expect(asIs).toMatchObject({ cells: 0, hidden: 0, share: 1 });
    expect(asIs.refused?.map(({ code }) => code)).toEqual(['empty']);
  });
});
