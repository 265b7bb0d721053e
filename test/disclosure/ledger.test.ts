import { recordRelease, type Ledger, type PolicyOptions } from 'hub-and-spoke/disclosure';
import { describe, expect, test } from 'vitest';
import { completePolicy } from '../../src/disclosure/policy.ts';
import { hide, markProtected } from '../../src/disclosure/published.ts';
import type { Release, ReleaseCell } from '../../src/disclosure/release.ts';
import { releaseOf, table } from './releases.ts';

const sum = [{ total: 'z', parts: ['x', 'y'] }];
const release = releaseOf(table({ x: 3, y: 30, z: 33 }, sum));

/** The ledger once a release went out in which these cells were hidden. */
function recorded(of: Release, hidden: readonly string[], policy: PolicyOptions = {}): Ledger {
  const published = markProtected(hide(of, completePolicy(policy), new Set(hidden)), of);
  return recordRelease([], { name: 'first', release: of, published });
}
/** A release of one cell besides others. */
const withCell = (said: Partial<ReleaseCell>): Release => ({
  ...release,
  cells: release.cells.map((cell) => (cell.id === 'x' ? { ...cell, ...said } : cell)),
});
const writtenOf = (of: Release, hidden: readonly string[], policy: PolicyOptions = {}) =>
  recorded(of, hidden, policy)[0]?.cells.find(({ id }) => id === 'x');

describe('a release in the ledger', () => {
  test('has what was shown as it is, and what was hidden as small or not', () => {
    expect(recorded(release, ['x', 'y'])).toEqual([
      {
        release: 'first',
        corrects: false,
        cells: [
          { id: 'x', count: 3, isSmall: true },
          { id: 'y', count: 30 },
          { id: 'z', count: 33, told: [33, 33] },
        ],
        lines: release.lines,
        sums: release.sums,
      },
    ]);
  });

  test('calls nothing small that readers were told', () => {
    expect(writtenOf(release, [])).toEqual({ id: 'x', count: 3, told: [3, 3] });
  });

  test('has what stands behind a rounded number, which may still be small', () => {
    expect(writtenOf(release, [], { rounding: 5 })).toEqual({
      id: 'x',
      count: 3,
      told: [3, 7],
      isSmall: true,
    });
    const [entry] = recorded(release, [], { rounding: 5 });
    expect(entry?.cells.find(({ id }) => id === 'y')).toEqual({ id: 'y', count: 30, told: [28, 32] });
  });

  test('keeps what readers know of a hidden count: at least so many', () => {
    expect(writtenOf(withCell({ within: [2, 9] }), ['x', 'y'])).toEqual({
      id: 'x',
      count: 3,
      atLeast: 2,
      isSmall: true,
    });
    expect(writtenOf(withCell({ within: [0] }), ['x', 'y'])).toMatchObject({ atLeast: 0 });
    expect(writtenOf(withCell({ isSeen: true }), ['x', 'y'])).toMatchObject({ isSeen: true });
    expect(writtenOf(release, ['x', 'y'])).not.toHaveProperty('isSeen');
  });

  test('knows that a hidden count is at least one where zeros are always shown', () => {
    const policy: PolicyOptions = { zeros: 'always-shown' };
    expect(writtenOf(release, ['x', 'y'], policy)).toMatchObject({ atLeast: 1 });
    expect(writtenOf(withCell({ within: [2, 9] }), ['x', 'y'], policy)).toMatchObject({ atLeast: 2 });
    // What was not to be printed is not known to be anything.
    expect(writtenOf(withCell({ printed: 'never' }), ['x', 'y'], policy)).not.toHaveProperty('atLeast');
    expect(writtenOf(withCell({ printed: 'never' }), ['x', 'y'])).toEqual({
      id: 'x',
      count: 3,
      isSmall: true,
    });
  });

  test('leaves out what came from releases before it, and relations with it', () => {
    for (const said of [{ isEarlier: true }, { isDifference: true }] as const) {
      const [entry] = recorded(
        {
          ...withCell(said),
          sums: [
            { id: 'z', atoms: ['y'] },
            { id: 'z', atoms: ['x', 'y'] },
          ],
        },
        ['x', 'y'],
      );
      expect(entry?.cells.map(({ id }) => id)).toEqual(['y', 'z']);
      expect(entry?.lines).toEqual([]);
      expect(entry?.sums).toEqual([{ id: 'z', atoms: ['y'] }]);
    }
  });

  test('says whether it corrected others', () => {
    const corrected = releaseOf(table({ x: 3, y: 30, z: 33 }, sum, { corrects: true }));
    expect(recorded(corrected, ['x', 'y'])).toMatchObject([{ corrects: true }]);
  });

  test('comes after the others, under a name of its own, with what was published of it', () => {
    const published = markProtected(hide(release, completePolicy(), new Set(['x', 'y'])), release);
    const one = recordRelease([], { name: 'one', release, published });
    const two = recordRelease(one, { name: 'two', release, published });
    expect(two.map(({ release: name }) => name)).toEqual(['one', 'two']);
    expect(one).toHaveLength(1);
    expect(() => recordRelease(two, { name: 'one', release, published })).toThrow(
      new RangeError('recordRelease: the ledger already has a release called "one"'),
    );
    expect(() => recordRelease(two, { name: 'three', release: { ...release }, published })).toThrow(
      new RangeError('recordRelease: this was not published of that release'),
    );
  });
});
