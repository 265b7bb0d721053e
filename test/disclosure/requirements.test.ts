import type { PolicyOptions } from 'hub-and-spoke/disclosure';
import { describe, expect, test } from 'vitest';
import { linearSystem, type LinearSystem } from '../../src/disclosure/linear-system.ts';
import { completePolicy } from '../../src/disclosure/policy.ts';
import type { Line, ReleaseCell } from '../../src/disclosure/release.ts';
import {
  doubtAbout,
  isThin,
  oneCategoryOnly,
  requirementFor,
  sensitiveCells,
} from '../../src/disclosure/requirements.ts';
import { releaseOf, table } from './releases.ts';

type Counts = Readonly<Record<string, number | Partial<ReleaseCell>>>;

/** A system of cells by their ids, which stand in the order of the alphabet. */
function systemOf(counts: Counts, lines: readonly Line[] = [], policy: PolicyOptions = {}): LinearSystem {
  const cells = Object.entries(counts).map(([id, said]): ReleaseCell => ({
    id,
    label: id,
    printed: 'if-safe',
    ...(typeof said === 'number' ? { count: said } : { count: 0, ...said }),
  }));
  return linearSystem({ ...releaseOf(table({ any: 9 })), cells, lines }, completePolicy(policy));
}
const line = (total: string, parts: readonly string[], of: Line['of'] = 'categories'): Line => ({
  total,
  parts,
  of,
});

describe('how far readers must be left in doubt', () => {
  const asked = (said: number | Partial<ReleaseCell>, policy: PolicyOptions) =>
    requirementFor(systemOf({ a: said }, [], policy), completePolicy(policy), 0);

  test('is a width, whatever the count', () => {
    for (const count of [0, 1, 5, 6, 300])
      expect(asked(count, { width: 3 })).toEqual({ cell: 0, span: 3, down: 0, up: 0 });
    expect(asked(3, {})).toEqual({ cell: 0, span: 2, down: 0, up: 0 });
  });

  test.each<[number, number, number]>([
    [1, 0, 4],
    [2, 1, 3],
    [5, 4, 0],
  ])('is from the least to the greatest small count, where the policy says so: of %i', (count, down, up) => {
    expect(asked(count, { width: 'full' })).toEqual({ cell: 0, span: 0, down, up });
  });

  test('starts at what readers know the count to be at least', () => {
    expect(asked({ count: 4, within: [3] }, { width: 'full' })).toMatchObject({ down: 1, up: 1 });
    expect(asked({ count: 4, within: [4] }, { width: 'full' })).toMatchObject({ down: 0, up: 1 });
    expect(asked({ count: 4, within: [0] }, { width: 'full' })).toMatchObject({ down: 3, up: 1 });
    expect(asked(2, { width: 'full', hide: [0, 3] })).toMatchObject({ down: 2, up: 1 });
  });

  test('is as wide as that about what is not small itself, or is a difference downwards', () => {
    const wide = { cell: 0, span: 4, down: 0, up: 0 };
    expect(asked(0, { width: 'full' })).toEqual(wide);
    expect(asked(6, { width: 'full' })).toEqual(wide);
    expect(asked({ count: -2, signed: true }, { width: 'full' })).toEqual(wide);
    expect(asked(9, { width: 'full', hide: [2, 7] })).toMatchObject({ span: 5 });
  });

  test('about a line with few hidden is the same, whichever way', () => {
    expect(doubtAbout(completePolicy({}), 7)).toEqual({ cell: 7, span: 2, down: 0, up: 0 });
    expect(doubtAbout(completePolicy({ width: 6 }), 7)).toEqual({ cell: 7, span: 6, down: 0, up: 0 });
    expect(doubtAbout(completePolicy({ width: 'full', hide: [2, 7] }), 7)).toMatchObject({ span: 5 });
  });
});

describe('a small count that nobody has been told', () => {
  const sensitive = (counts: Counts, policy: PolicyOptions = {}, lines: readonly Line[] = []) => {
    const system = systemOf(counts, lines, policy);
    return sensitiveCells(system, completePolicy(policy)).map((cell) => system.cells[cell]?.id);
  };

  test('is between what the policy calls small, both included', () => {
    expect(sensitive({ a: 0, b: 1, c: 5, d: 6 })).toEqual(['b', 'c']);
    expect(sensitive({ a: 0, b: 1, c: 5, d: 6 }, { hide: [0, 1] })).toEqual(['a', 'b']);
    expect(sensitive({ a: { count: -3, signed: true }, b: { count: -6, signed: true } })).toEqual(['a']);
  });

  test('is none where it is public, or has to be said', () => {
    expect(
      sensitive({
        a: { count: 3, printed: 'always' },
        b: { count: 3, publicBy: 'earlier' },
        c: { count: 3, printed: 'always', publicBy: 'earlier' },
        d: { count: 3, printed: 'never' },
        e: { count: 3, hiddenBy: 'earlier' },
      }),
    ).toEqual(['d', 'e']);
  });

  test('is also one that was small by the policy of an earlier release', () => {
    expect(
      sensitive({
        a: { count: 8, wasSmall: true },
        b: { count: 8, wasSmall: true, publicBy: 'earlier' },
        c: 8,
      }),
    ).toEqual(['a']);
  });

  test('is a 0 where the policy hides those, but no change at all is nobody', () => {
    const none = { a: { count: 0, signed: true as const }, b: 0, c: { count: 1, signed: true as const } };
    expect(sensitive(none, { hide: [0, 5] })).toEqual(['b', 'c']);
    expect(sensitive({ a: { count: 0, signed: true, wasSmall: true } })).toEqual([]);
  });

  test('is a category that nobody is in, where everybody is in another and groups are protected', () => {
    const everybody = { a: 0, b: 9, c: { count: 0, printed: 'always' as const }, total: 9 };
    const lines = [line('total', ['a', 'b', 'c'])];
    expect(sensitive(everybody, { groups: 'protect' }, lines)).toEqual(['a']);
    expect(sensitive(everybody, { groups: 'warn' }, lines)).toEqual([]);
    expect(sensitive({ a: 1, b: 8, total: 9 }, { groups: 'protect' }, [line('total', ['a', 'b'])])).toEqual([
      'a',
    ]);
    expect(
      sensitive({ a: 0, b: 4, c: 5, total: 9 }, { groups: 'protect' }, [line('total', ['a', 'b', 'c'])]),
    ).toEqual(['b', 'c']);
  });

  test('stands in the order of the cells, once, whatever it is sensitive for', () => {
    const lines = [line('m', ['z', 'b'])];
    expect(sensitive({ m: 4, z: 0, b: 4 }, { groups: 'protect' }, lines)).toEqual(['b', 'm', 'z']);
    expect(sensitive({ y: 4, m: 9, b: 0, a: 9 }, { groups: 'protect' }, [line('m', ['a', 'b'])])).toEqual([
      'b',
      'y',
    ]);
    expect(
      sensitive({ m: 9, b: 0, a: 9 }, { groups: 'protect', hide: [0, 5] }, [line('m', ['a', 'b'])]),
    ).toEqual(['b']);
  });
});

describe('everybody in one category', () => {
  const found = (counts: Counts, lines: readonly Line[]) =>
    oneCategoryOnly(systemOf(counts, lines)).map(({ parts }) => parts.length);

  test('is found in a breakdown with somebody in it', () => {
    expect(found({ a: 0, b: 9, t: 9 }, [line('t', ['a', 'b'])])).toEqual([2]);
    expect(found({ a: 9, b: 0, t: 9 }, [line('t', ['a', 'b'])])).toEqual([2]);
    // A breakdown that leaves out its empty categories tells the same.
    expect(found({ a: 1, t: 1 }, [line('t', ['a'])])).toEqual([1]);
    expect(found({ a: 0, b: 0, t: 0 }, [line('t', ['a', 'b'])])).toEqual([]);
    expect(found({ a: 1, b: 8, t: 9 }, [line('t', ['a', 'b'])])).toEqual([]);
  });

  test('is none among services or quarters, nor among what the form implies', () => {
    for (const of of ['members', 'implied'] as const)
      expect(found({ a: 0, b: 9, t: 9 }, [line('t', ['a', 'b'], of)])).toEqual([]);
  });
});

describe('a line with few about whom readers are in doubt', () => {
  const thin = (counts: Counts, inDoubt: readonly string[], policy: PolicyOptions = {}): boolean => {
    const parts = Object.keys(counts).filter((id) => id !== 'total');
    const system = systemOf(counts, [line('total', parts)], policy);
    return isThin(system, completePolicy(policy), 0, (cell) =>
      inDoubt.includes(system.cells[cell]?.id ?? ''),
    );
  };

  test('is one whose hidden parts add up to a small count', () => {
    expect(thin({ a: 2, b: 3, c: 20, total: 25 }, ['a', 'b'])).toBe(true);
    expect(thin({ a: 3, b: 3, c: 20, total: 26 }, ['a', 'b'])).toBe(false);
    expect(thin({ a: 3, b: 3, c: 20, total: 26 }, ['a'])).toBe(true);
    expect(thin({ a: 3, b: 3, c: 20, total: 26 }, ['a', 'b'], { hide: [1, 6] })).toBe(true);
  });

  test('is none where nothing is hidden, or nobody is behind it', () => {
    expect(thin({ a: 2, b: 20, total: 22 }, [])).toBe(false);
    expect(thin({ a: 0, b: 20, total: 20 }, ['a'])).toBe(false);
    expect(thin({ a: 0, b: 20, total: 20 }, ['a'], { hide: [0, 5] })).toBe(false);
    expect(thin({ a: 0, b: 20, total: 20 }, [], { hide: [0, 5] })).toBe(false);
  });

  test('is none of differences, one of which may be less than nothing', () => {
    const signed = (count: number): Partial<ReleaseCell> => ({ count, signed: true });
    expect(thin({ a: signed(2), b: signed(2), total: signed(4) }, ['a', 'b'])).toBe(false);
    expect(thin({ a: signed(2), b: 2, total: 4 }, ['a', 'b'])).toBe(false);
  });
});
