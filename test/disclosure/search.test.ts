import { sharedSolver } from '../../src/disclosure/highs.ts';
import type { PolicyOptions, ReleaseContents } from 'hub-and-spoke/disclosure';
import { describe, expect, test, vi } from 'vitest';
import { cover } from '../../src/disclosure/cover.ts';
import { cleanUp } from '../../src/disclosure/improve.ts';
import { linearSystem } from '../../src/disclosure/linear-system.ts';
import { startPace, type Progress } from '../../src/disclosure/pace.ts';
import { completePolicy } from '../../src/disclosure/policy.ts';
import { isReachable } from '../../src/disclosure/reachable.ts';
import type { ReleaseCell } from '../../src/disclosure/release.ts';
import { protectionReport } from '../../src/disclosure/report.ts';
import {
  costOf,
  costsNothing,
  findMove,
  hideFor,
  isProtected,
  openSearch,
  type Search,
} from '../../src/disclosure/search.ts';
import { isThinIndeed, isThinSoFar, isTotalInDoubt } from '../../src/disclosure/thin-lines.ts';
import { releaseOf, table } from './releases.ts';

interface Setting {
  readonly policy?: PolicyOptions;
  /** What is to be said of cells besides their counts. */
  readonly cells?: Readonly<Record<string, Partial<ReleaseCell>>>;
  readonly onProgress?: (progress: Progress) => void;
}

/** A search, and its cells by their ids. */
interface ById {
  readonly search: Search;
  readonly at: (id: string) => number;
  readonly hide: (...ids: readonly string[]) => void;
  readonly hidden: () => readonly string[];
}

async function searchIn(
  contents: ReleaseContents,
  { policy, cells = {}, onProgress }: Setting = {},
): Promise<ById> {
  const release = releaseOf(contents);
  const complete = completePolicy(policy);
  const said = release.cells.map((cell) => ({ ...cell, ...cells[cell.id] }));
  const system = linearSystem({ ...release, cells: said }, complete);
  const pace = startPace({ onProgress });
  const search = openSearch(system, complete, { solver: await sharedSolver(), seed: 0, pace });
  const at = (id: string): number => system.cells.findIndex((cell) => cell.id === id);
  return {
    search,
    at,
    hide: (...ids) => {
      for (const id of ids) search.setHidden(at(id), true);
    },
    hidden: () => system.cells.flatMap(({ id }, cell) => (search.isHidden(cell) ? [id] : [])),
  };
}

/** A table of one line: the parts, and `total` as their sum. */
function lineOf(parts: Readonly<Record<string, number>>): ReleaseContents {
  const total = Object.values(parts).reduce((sum, count) => sum + count, 0);
  return table({ ...parts, total }, [{ total: 'total', parts: Object.keys(parts) }]);
}

describe('a search', () => {
  const counts = lineOf({ a: 1, b: 20, c: 30, none: 0 });

  test('begins with the small counts hidden, and what nobody prints', async () => {
    const { search, hidden, at } = await searchIn(counts, { cells: { c: { printed: 'never' } } });
    expect(hidden()).toEqual(['a', 'c']);
    expect([...search.sensitive]).toEqual([at('a')]);
    expect([...search.requirements]).toEqual([[at('a'), { cell: at('a'), span: 2, up: 0, down: 0 }]]);
    expect(search.secondary()).toEqual([]);
    expect(search.weight()).toBe(0);
  });

  test('begins with nothing hidden where rounding is to do without', async () => {
    const { search, hidden, at } = await searchIn(counts, { policy: { rounding: 5 } });
    expect(hidden()).toEqual([]);
    expect([...search.sensitive]).toEqual([at('a')]);
  });

  test('counts as lost what is hidden besides small counts, by its weight', async () => {
    const { search, hide, hidden, at } = await searchIn(counts, { cells: { c: { printed: 'never' } } });
    hide('b', 'none');
    expect(hidden()).toEqual(['a', 'b', 'c', 'none']);
    expect(search.secondary()).toEqual([at('b'), at('none')]);
    // 20 is between 16 and 31, 0 is nothing.
    expect(search.weight()).toBe(5 + 1);
    search.setHidden(at('b'), false);
    expect(search.secondary()).toEqual([at('none')]);
  });

  test('may hide what is printed where that is safe, and nothing else', async () => {
    const { search, at } = await searchIn(counts, {
      cells: { b: { printed: 'always' }, c: { printed: 'never' } },
    });
    expect(['a', 'b', 'c', 'none', 'total'].map((id) => search.canHide(at(id)))).toEqual([
      true,
      false,
      true,
      true,
      true,
    ]);
    const shown = await searchIn(counts, { policy: { zeros: 'always-shown' } });
    expect(shown.search.canHide(shown.at('none'))).toBe(false);
    expect(shown.search.canHide(shown.at('a'))).toBe(true);
  });

  test('keeps a move and its opposite, as far as those are alternatives', async () => {
    const { search, at, hide } = await searchIn(counts);
    hide('b');
    const [a, b] = [at('a'), at('b')];
    expect(search.isInDoubt(a)).toBe(false);
    const found = await findMove(search, { cell: a, by: 1 });
    expect(found).toEqual({
      differences: new Map([
        [a, 1],
        [b, -1],
      ]),
      needs: [a, b],
    });
    expect(search.pool.reach(a)).toMatchObject({ up: 1, down: 1 });
    expect(search.isInDoubt(a)).toBe(true);
    expect(search.isInDoubt(at('c'))).toBe(false);
    // Two less than one is none.
    await findMove(search, { cell: a, by: 2 });
    expect(search.pool.reach(a)).toMatchObject({ up: 2, down: 1 });
    expect(await findMove(search, { cell: a, by: -2 })).toBeUndefined();
  });

  test('says what an alternative would have to hide, and hides it', async () => {
    const { search, at, hidden } = await searchIn(counts);
    const found = await findMove(search, { cell: at('a'), by: 2 });
    if (found === undefined) throw new Error('an alternative');
    expect(found.needs).toEqual([at('a'), at('b')]);
    expect(costOf(search, found)).toBe(5);
    expect(costsNothing(search, found)).toBe(false);
    expect(isProtected(search, at('a'))).toBe(false);
    hideFor(search, found);
    expect(hidden()).toEqual(['a', 'b']);
    expect(costOf(search, found)).toBe(0);
    expect(costsNothing(search, found)).toBe(true);
    expect(isProtected(search, at('a'))).toBe(true);
  });

  test('asks of what is not small what it asks of what is', async () => {
    const { search, at, hide } = await searchIn(counts);
    hide('b', 'c');
    expect(isProtected(search, at('b'))).toBe(false);
    await findMove(search, { cell: at('b'), by: 1 });
    expect(isProtected(search, at('b'))).toBe(true); // one up and one down
  });

  test('is told once what is hidden, however often', async () => {
    const { search, at, hide } = await searchIn(counts);
    const found = await findMove(search, { cell: at('a'), by: 2 });
    hide('b', 'b', 'b');
    expect(search.pool.reach(at('a')).up).toBe(2);
    search.setHidden(at('b'), false);
    expect(search.pool.reach(at('a')).up).toBe(0);
    expect(found?.needs).toContain(at('b'));
  });
});

describe('whether readers are left in doubt', () => {
  const counts = lineOf({ a: 1, b: 20, c: 30 });
  const asked = (cell: number, more: object) => ({ cell, span: 0, up: 0, down: 0, ...more });

  test('is looked up where it is known, and found out where it is not, and nothing is hidden for it', async () => {
    const { search, at, hide, hidden } = await searchIn(counts);
    const a = at('a');
    expect(await isReachable(search, asked(a, { span: 2 }))).toBe(false);
    expect(hidden()).toEqual(['a']);
    hide('b');
    const known = search.pace.solves();
    expect(known).toBeGreaterThan(0);
    expect(await isReachable(search, asked(a, { span: 2 }))).toBe(true);
    expect(search.pace.solves()).toBe(known);
    expect(await isReachable(search, asked(a, { span: 4 }))).toBe(true);
    expect(search.pace.solves()).toBe(known + 1);
  });

  test('needs as much on each side where both are asked for', async () => {
    const { search, at, hide } = await searchIn(counts);
    hide('b');
    const a = at('a');
    expect(await isReachable(search, asked(a, { up: 4 }))).toBe(true);
    expect(await isReachable(search, asked(a, { down: 1 }))).toBe(true);
    expect(await isReachable(search, asked(a, { down: 2 }))).toBe(false);
    expect(await isReachable(search, asked(a, { up: 4, down: 1 }))).toBe(true);
    expect(await isReachable(search, asked(a, { up: 21 }))).toBe(false);
    expect(await isReachable(search, asked(a, { up: 20 }))).toBe(true);
  });

  test('may come from a little on both sides', async () => {
    const { search, at, hide } = await searchIn(lineOf({ a: 1, b: 1, c: 30 }), { policy: { hide: [1, 1] } });
    // One up and one down, whichever of the two has them.
    expect(await isReachable(search, asked(at('a'), { span: 2 }))).toBe(true);
    expect(await isReachable(search, asked(at('a'), { span: 3 }))).toBe(false);
    hide('c');
    expect(await isReachable(search, asked(at('a'), { span: 3 }))).toBe(true);
  });
});

describe('a line with few about whom readers are in doubt', () => {
  test('is thin as far as is known, and may prove not to be', async () => {
    const { search, at, hide, hidden } = await searchIn(lineOf({ a: 1, b: 2, c: 20, d: 30 }));
    hide('c');
    await findMove(search, { cell: at('a'), by: 1, frozen: [at('c')] });
    expect(isThinSoFar(search, 0)).toBe(true);
    expect(isTotalInDoubt(search, 0)).toBe(false);
    expect(await isThinIndeed(search, 0)).toBe(false);
    expect(search.isInDoubt(at('c'))).toBe(true);
    expect(hidden()).toEqual(['a', 'b', 'c']);
  });

  test('is thin where all that is hidden is few', async () => {
    const { search } = await searchIn(lineOf({ a: 1, b: 2, d: 30 }));
    const before = search.pace.solves();
    expect(await isThinIndeed(search, 0)).toBe(true);
    expect(search.pace.solves()).toBe(before);
  });

  test('is thin where more is hidden of which nobody is in doubt', async () => {
    // What is hidden of c can be worked out: it is known to be what it is.
    const { search, at, hide } = await searchIn(lineOf({ a: 1, b: 2, c: 20, d: 30 }), {
      cells: { c: { within: [20, 20] } },
    });
    hide('c');
    await findMove(search, { cell: at('a'), by: 1 });
    expect(await isThinIndeed(search, 0)).toBe(true);
  });

  test('is looked into for rounded numbers too, of which all may be in doubt', async () => {
    const { search, at } = await searchIn(lineOf({ a: 1, b: 2, c: 22, d: 33 }), { policy: { rounding: 5 } });
    await findMove(search, { cell: at('a'), by: 1, frozen: [at('c'), at('d')] });
    expect(await isThinIndeed(search, 0)).toBe(false);
  });

  test('is none where nobody has found anything in doubt yet', async () => {
    const { search } = await searchIn(lineOf({ a: 10, b: 20 }));
    expect(isThinSoFar(search, 0)).toBe(false);
    expect(await isThinIndeed(search, 0)).toBe(false);
  });

  test('is as good as thick where readers are in doubt about its total', async () => {
    const { search, at, hide } = await searchIn(lineOf({ a: 1, b: 20 }));
    hide('total');
    await findMove(search, { cell: at('total'), by: 1, frozen: [at('b')] });
    expect(isTotalInDoubt(search, 0)).toBe(true); // one up, one down
    search.setHidden(at('total'), false);
    expect(isTotalInDoubt(search, 0)).toBe(false);
  });
});

describe('what need not be hidden', () => {
  const after = async (contents: ReleaseContents, hide: readonly string[], setting: Setting = {}) => {
    const by = await searchIn(contents, setting);
    by.hide(...hide);
    await cover(by.search);
    await cleanUp(by.search);
    return by.hidden();
  };

  test('is shown again, the weightiest first', async () => {
    expect(await after(lineOf({ a: 1, b: 20, c: 100 }), ['b', 'c'])).toEqual(['a', 'b']);
    expect(await after(lineOf({ a: 1, b: 100, c: 20 }), ['b', 'c'])).toEqual(['a', 'c']);
    expect(await after(lineOf({ a: 1, b: 100, c: 20 }), ['b', 'c', 'total'])).toEqual(['a', 'c']);
  });

  test('is shown in the order of the cells where it weighs the same', async () => {
    expect(await after(lineOf({ a: 1, b: 20, c: 21 }), ['b', 'c'])).toEqual(['a', 'c']);
    expect(await after(lineOf({ a: 1, b: 21, c: 20 }), ['b', 'c'])).toEqual(['a', 'c']);
  });

  test('stays hidden where what is left would add up to a small number', async () => {
    expect(await after(lineOf({ a: 1, b: 2, c: 20 }), ['c'])).toEqual(['a', 'b', 'c']);
    expect(await after(lineOf({ a: 3, b: 4, c: 20 }), ['c'])).toEqual(['a', 'b']);
  });

  test('is shown where a little on both sides is doubt enough', async () => {
    const both = lineOf({ a: 4, b: 4, c: 100 });
    expect(await after(both, [], { policy: { width: 8 } })).toEqual(['a', 'b']);
    expect(await after(both, [], { policy: { width: 9 } })).toEqual(['a', 'b', 'c']);
  });

  test('is the total, where a part is hidden that makes the line thick', async () => {
    expect(await after(lineOf({ a: 1, b: 2, c: 20 }), ['c', 'total'])).toEqual(['a', 'b', 'c']);
    // Without it, only that the total is in doubt protects the line.
    expect(await after(lineOf({ a: 1, b: 2, c: 20 }), ['total'])).toEqual(['a', 'b', 'total']);
  });

  test('is told as it goes, with how much there is to look at', async () => {
    const onProgress = vi.fn();
    const by = await searchIn(lineOf({ a: 1, b: 20, c: 100 }), { onProgress });
    by.hide('b', 'c');
    await cleanUp(by.search);
    expect(onProgress.mock.calls).toEqual([
      [{ phase: 'improving', done: 0, of: 2 }],
      [{ phase: 'improving', done: 1, of: 2 }],
    ]);
  });

  test('is looked at as far as it is hidden at all', async () => {
    const by = await searchIn(lineOf({ a: 1, b: 20, c: 100 }));
    by.hide('b');
    await cover(by.search);
    const shown = vi.spyOn(by.search.pool, 'movedWith');
    await cleanUp(by.search, [by.at('b'), by.at('c')]);
    expect(by.hidden()).toEqual(['a', 'b']);
    expect(shown.mock.calls).toEqual([[by.at('b')]]);
  });
});

describe('what it takes to leave readers in doubt', () => {
  const covered = async (contents: ReleaseContents, setting: Setting = {}) => {
    const by = await searchIn(contents, setting);
    const open = await cover(by.search);
    return { hidden: by.hidden(), open: open.map((cell) => by.search.system.cells[cell]?.id) };
  };

  test('is the lightest that can be hidden', async () => {
    expect(await covered(lineOf({ a: 1, b: 20, c: 100 }))).toEqual({ hidden: ['a', 'b'], open: [] });
    expect(await covered(lineOf({ a: 1, b: 100, c: 20 }))).toEqual({ hidden: ['a', 'c'], open: [] });
    expect(await covered(lineOf({ a: 1, b: 20, c: 100 }), { cells: { b: { printed: 'always' } } })).toEqual({
      hidden: ['a', 'c'],
      open: [],
    });
  });

  test('is no zero where something else will do, and a zero where nothing will', async () => {
    expect(await covered(lineOf({ a: 3, b: 100, none: 0 }))).toEqual({ hidden: ['a', 'b'], open: [] });
    const fixed = { cells: { b: { printed: 'always' }, total: { printed: 'always' } } } as const;
    const { hidden } = await covered(lineOf({ a: 3, b: 100, none: 0 }), fixed);
    expect(hidden).toEqual(['a', 'none']);
  });

  test('is one part more, or the total, where what is hidden adds up to a small number', async () => {
    expect(await covered(lineOf({ a: 1, b: 2, c: 20, d: 100 }))).toEqual({
      hidden: ['a', 'b', 'c'],
      open: [],
    });
    const fixed = { cells: { c: { printed: 'always' }, d: { printed: 'always' } } } as const;
    expect(await covered(lineOf({ a: 1, b: 2, c: 20, d: 100 }), fixed)).toEqual({
      hidden: ['a', 'b', 'total'],
      open: [],
    });
  });

  test('is not to be had where all the rest has to be said', async () => {
    const fixed = {
      cells: { b: { printed: 'always' }, c: { printed: 'always' }, total: { printed: 'always' } },
    } as const;
    expect(await covered(lineOf({ a: 1, b: 20, c: 100 }), fixed)).toEqual({ hidden: ['a'], open: ['a'] });
  });

  test('goes both ways where the policy asks for that', async () => {
    // From 1 to 5 about a 3: two more and two less.
    expect(await covered(lineOf({ a: 3, b: 4, c: 100 }), { policy: { width: 'full' } })).toEqual({
      hidden: ['a', 'b'],
      open: [],
    });
    expect(await covered(lineOf({ a: 4, b: 4, c: 100 }), { policy: { width: 9 } })).toEqual({
      hidden: ['a', 'b', 'c'],
      open: [],
    });
  });

  test('is told as it goes: first the small counts, then the lines', async () => {
    const onProgress = vi.fn();
    await covered(lineOf({ a: 1, b: 3, c: 100 }), { onProgress });
    expect(onProgress.mock.calls.map(([progress]: readonly Progress[]) => progress)).toEqual([
      { phase: 'covering', done: 0, of: 2 },
      { phase: 'covering', done: 1, of: 2 },
      { phase: 'covering', done: 0, of: 1 },
    ]);
  });
});

describe('the report on a protection', () => {
  const facts = { optimum: 'not-asked', milliseconds: 12 } as const;

  test('says in numbers how much is hidden and why', async () => {
    const { search, hide } = await searchIn(lineOf({ a: 1, b: 20, c: 30, d: 2, e: 3 }), {
      cells: { d: { printed: 'never' }, c: { printed: 'never' } },
    });
    hide('b');
    expect(protectionReport(search, facts)).toEqual({
      cells: 4,
      primary: 2,
      secondary: 1,
      unprinted: 1,
      share: 3 / 4,
      // 1, 20 and 3, and the total of 56, which is a total.
      weight: { secondary: 5, all: 2 + 5 + 3 + 6 * 2 },
      optimum: 'not-asked',
      groups: [],
      solves: 0,
      milliseconds: 12,
    });
    await findMove(search, { cell: 0, by: 1 });
    expect(protectionReport(search, facts).solves).toBe(1);
  });

  test('of nothing that is printed hides none of it', async () => {
    const { search } = await searchIn(lineOf({ a: 9 }), {
      cells: { a: { printed: 'never' }, total: { printed: 'never' } },
    });
    expect(protectionReport(search, facts)).toMatchObject({ cells: 0, share: 0, weight: { all: 0 } });
  });

  test.each<[string, Readonly<Record<string, number>>, boolean]>([
    ['everybody is', { a: 9, b: 0, c: 0 }, true],
    ['everybody but one is', { a: 8, b: 1, c: 0 }, true],
    ['everybody but two are', { a: 7, b: 2, c: 0 }, false],
    ['the only one is', { a: 1, b: 0, c: 0 }, true],
    ['nobody is', { a: 0, b: 0, c: 0 }, false],
    ['one of two is', { a: 1, b: 1, c: 0 }, true],
  ])('names the breakdown in which %s in one category', async (_, parts, isNamed) => {
    const { search } = await searchIn(lineOf(parts));
    expect(protectionReport(search, facts).groups).toEqual(isNamed ? ['total'] : []);
  });

  test('names no division of services, and nothing twice', async () => {
    const counts = { a: 8, b: 1, c: 0, total: 9 };
    const line = { total: 'total', parts: ['a', 'b', 'c'] };
    const members = await searchIn(table(counts, [{ ...line, of: 'members' }]));
    expect(protectionReport(members.search, facts).groups).toEqual([]);
    const twice = await searchIn(table({ ...counts, d: 9 }, [line, { total: 'total', parts: ['d', 'c'] }]));
    expect(protectionReport(twice.search, facts).groups).toEqual(['total']);
  });
});
