import { attack, openCertificate, protect, type Solver } from 'hub-and-spoke/disclosure';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { forgetSolver, sharedSolver } from '../../src/disclosure/highs.ts';
import { linearSystem } from '../../src/disclosure/linear-system.ts';
import { openMoves, SolverFailure, type Move } from '../../src/disclosure/moves.ts';
import { completePolicy } from '../../src/disclosure/policy.ts';
import { protect as protectHere } from '../../src/disclosure/protect.ts';
import { attack as attackHere } from '../../src/disclosure/attack.ts';
import type { Release, ReleaseCell } from '../../src/disclosure/release.ts';
import type { LinearProblem, Solved } from '../../src/disclosure/solver.ts';
import { releaseOf, table } from './releases.ts';

type Said = Readonly<Record<string, Partial<ReleaseCell> & { readonly count: number }>>;
/** A release of cells of which this is said, and of lines with the first of them as total. */
function releaseWith(said: Said, ...lines: readonly (readonly string[])[]): Release {
  const cells = Object.entries(said).map(([id, more]): ReleaseCell => ({
    id,
    label: id,
    printed: 'if-safe',
    ...more,
  }));
  return {
    ...releaseOf(table({ any: 9 })),
    cells,
    lines: lines.map(([total = '', ...parts]) => ({ total, parts, of: 'categories' })),
  };
}
const refusedFor = async (release: Release, policy = {}) =>
  (await protectHere(release, policy)).refused?.map(({ code, cells }) => [code, cells]);

describe('why a release cannot be protected', () => {
  const always = { printed: 'always' } as const;
  const parts = (a: Partial<ReleaseCell>, others: Partial<ReleaseCell>): Release =>
    releaseWith({ all: { count: 33, ...others }, a: { count: 3, ...a }, b: { count: 30, ...others } }, [
      'all',
      'a',
      'b',
    ]);

  test('is that all the rest has to be said', async () => {
    expect(await refusedFor(parts({}, always))).toEqual([['cannot-protect', ['a']]]);
  });

  test('is that it would give away what an earlier release hid', async () => {
    expect(await refusedFor(parts({ hiddenBy: 'first' }, always))).toEqual([['exposes-earlier', ['a']]]);
  });

  test.each<[string, Partial<ReleaseCell>]>([
    ['shows the rest', { ...always, publicBy: 'first' }],
    ['has the rest', { ...always, isEarlier: true }],
    ['has the rest, and shows it', { ...always, isEarlier: true, publicBy: 'first' }],
  ])('is that the earlier release gave it away alone, which %s', async (_, others) => {
    expect(await refusedFor(parts({ hiddenBy: 'first' }, others))).toEqual([['exposed-earlier', ['a']]]);
  });

  test('is said for each kind, with every cell once', async () => {
    const release = releaseWith(
      {
        all: { count: 36, ...always },
        a: { count: 3 },
        b: { count: 33, ...always },
        old: { count: 4, hiddenBy: 'first' },
        oldAll: { count: 44, ...always, publicBy: 'first' },
        oldRest: { count: 40, ...always, publicBy: 'first' },
        more: { count: 2 },
        rest: { count: 34, ...always },
      },
      ['all', 'a', 'b'],
      ['all', 'more', 'rest'],
      ['oldAll', 'old', 'oldRest'],
    );
    const refused = await refusedFor(release);
    expect(refused).toHaveLength(2);
    expect(refused).toContainEqual(['exposed-earlier', ['old']]);
    expect(new Set(refused?.find(([code]) => code === 'cannot-protect')?.[1])).toEqual(
      new Set(['a', 'more']),
    );
  });
});

describe('what is not asked for sensibly', () => {
  const release = releaseOf(table({ a: 3, b: 30, all: 33 }, [{ total: 'all', parts: ['a', 'b'] }]));
  const seedError = new RangeError('protect: the seed has to be a whole number from 0');

  test.each([-1, 1.5, NaN, 2 ** 31])('is a seed of %s', async (seed) => {
    await expect(protectHere(release, {}, { seed })).rejects.toThrow(seedError);
  });

  test('is the least that can be hidden where nothing is, and no other seed', async () => {
    await expect(protectHere(release, { rounding: 5 }, { exact: true })).rejects.toThrow(
      new RangeError('protect: exact is for hiding, not for rounding'),
    );
    for (const seed of [0, 2 ** 31 - 1])
      expect((await protectHere(release, {}, { seed })).refused).toBeUndefined();
  });
});

describe('a protection', () => {
  const lines = [{ total: 'all', parts: ['a', 'b', 'c'] }];
  const release = releaseOf(table({ a: 1, b: 2, c: 30, all: 33 }, lines));

  test('says how long it took, and whether less could have been hidden', async () => {
    const start = performance.now();
    const { report } = await protectHere(release);
    expect(report?.milliseconds).toBeGreaterThan(0);
    expect(report?.milliseconds).toBeLessThanOrEqual(performance.now() - start);
    expect(report?.optimum).toBe('not-asked');
    expect((await protectHere(release, {}, { exact: true })).report?.optimum).not.toBe('not-asked');
  });

  test('has a witness for each small count, and for what makes lines thick', async () => {
    const { certificate } = await protect(release);
    if (certificate === undefined) throw new Error('a certificate');
    expect(openCertificate(certificate).map(({ cell }) => cell)).toEqual(['a', 'b', 'all', 'c']);
    expect(JSON.parse(JSON.stringify({ certificate }))).toEqual({
      certificate: 'a certificate is never written out',
    });
    expect(certificate.kind).toBe('certificate');
    expect(() => openCertificate({ ...certificate })).toThrow(
      new TypeError('openCertificate: this is no certificate that protect made'),
    );
    const thick = await protect(releaseOf(table({ a: 3, b: 4, c: 30, all: 37 }, lines)));
    expect(thick.certificate && openCertificate(thick.certificate).map(({ cell }) => cell)).toEqual([
      'a',
      'b',
    ]);
  });
});

describe('a solver of one’s own, or files of it', () => {
  const release = releaseOf(table({ a: 3, b: 30, all: 33 }, [{ total: 'all', parts: ['a', 'b'] }]));
  const rows = {
    cells: [{ id: 'a' }, { id: 'b' }, { id: 'c' }, { id: 't', count: 90 }],
    lines: [{ total: 't', parts: ['a', 'b', 'c'] }],
  };
  const failing = (solve: () => Solved): Solver => ({
    open: () => ({ setBounds: () => undefined, setCost: () => undefined, solve, close: () => undefined }),
  });
  const throws = failing(() => {
    throw new Error('broken');
  });
  const late = failing(() => ({ status: 'out-of-time' }));

  test('is used', async () => {
    expect((await protectHere(release, {}, { solver: late })).refused).toMatchObject([
      { code: 'out-of-time' },
    ]);
    const wasm = fileURLToPath(new URL('../../node_modules/highs/build/highs.wasm', import.meta.url));
    const asked: string[] = [];
    const locateFile = (file: string): string => {
      asked.push(file);
      return wasm;
    };
    expect((await protectHere(release, {}, { files: { locateFile } })).refused).toBeUndefined();
    expect(asked).toEqual(['highs.wasm']);
    const nowhere = { locateFile: (file: string) => `${wasm}/${file}` };
    expect((await protectHere(release, {}, { files: nowhere })).refused).toMatchObject([
      { code: 'solver-failed' },
    ]);
  });

  test('that breaks off is given up, and so is the one of all; one that only took too long is not', async () => {
    forgetSolver();
    const first = sharedSolver();
    expect(sharedSolver()).toBe(first);
    await protectHere(release, {}, { solver: late });
    expect(sharedSolver()).toBe(first);
    await protectHere(release, {}, { solver: throws });
    const second = sharedSolver();
    expect(second).not.toBe(first);
    expect((await attackHere(rows, {}, { solver: late, effort: 0 })).refused).toMatchObject([
      { code: 'out-of-time' },
    ]);
    expect(sharedSolver()).toBe(second);
    expect((await attackHere(rows, {}, { solver: throws, effort: 0 })).refused).toMatchObject([
      { code: 'solver-failed' },
    ]);
    expect(sharedSolver()).not.toBe(second);
  });

  test('is stopped with an attack, for the reason that was given', async () => {
    const stop = new AbortController();
    stop.abort(new Error('enough'));
    await expect(attack(rows, {}, { signal: stop.signal })).rejects.toThrow('enough');
    const during = new AbortController();
    const solver = failing(() => {
      during.abort(new Error('now'));
      throw new Error('broken');
    });
    await expect(attackHere(rows, {}, { solver, effort: 0, signal: during.signal })).rejects.toThrow('now');
  });
});

describe('a move', () => {
  const system = linearSystem(
    releaseOf(table({ a: 3, b: 30, c: 40, t: 73 }, [{ total: 't', parts: ['a', 'b', 'c'] }])),
    completePolicy(),
  );
  const [a, b, c, t] = [0, 1, 2, 3];
  /** The columns of a solution in which cells differ so: each has one up and one down. */
  const valuesOf = (differences: Readonly<Record<number, number>>): readonly number[] =>
    system.cells.flatMap((_, cell) => {
      const amount = differences[cell] ?? 0;
      return [Math.max(0, amount), Math.max(0, -amount)];
    });
  const solvedBy = (differences: Readonly<Record<number, number>>): Solved => ({
    status: 'optimal',
    values: valuesOf(differences),
    cost: 0,
  });
  const infeasible: Solved = { status: 'infeasible' };

  /** What is found where a solver gives these answers one after the other, and the problems that it was given. */
  async function found(move: Move, ...answers: readonly Solved[]) {
    const problems: LinearProblem[] = [];
    const closed: number[] = [];
    let turn = 0;
    const solver: Solver = {
      open: (problem) => {
        problems.push(problem);
        const number = problems.length - 1;
        return {
          setBounds: () => undefined,
          setCost: () => undefined,
          solve: () => answers[turn++] ?? infeasible,
          close: () => closed.push(number),
        };
      },
    };
    const moves = openMoves({
      system,
      solver,
      seed: 0,
      canHide: () => true,
      isHidden: () => false,
      run: (problem) => Promise.resolve(problem.solve(1)),
    });
    const alternative = await moves.find(move);
    return { differences: alternative && Object.fromEntries(alternative.differences), problems, closed };
  }

  test('is what the solver says, where that is whole and fits', async () => {
    const { differences, problems } = await found({ cell: a, by: 2 }, solvedBy({ [a]: 2, [b]: -2 }));
    expect(differences).toEqual({ [a]: 2, [b]: -2 });
    expect(problems).toHaveLength(1);
    expect((await found({ cell: a, by: -2 }, solvedBy({ [a]: -3, [t]: -3 }))).differences).toEqual({
      [a]: -3,
      [t]: -3,
    });
    expect((await found({ cell: a, by: 2 }, infeasible)).differences).toBeUndefined();
  });

  test('is asked for in whole numbers where it is not, first of the cells that it moves', async () => {
    const fraction = solvedBy({ [a]: 2, [b]: -1.5, [c]: -0.5 });
    const { differences, problems, closed } = await found(
      { cell: a, by: 2, frozen: [t] },
      fraction,
      solvedBy({ [a]: 2, [b]: -1, [c]: -1 }),
    );
    expect(differences).toEqual({ [a]: 2, [b]: -1, [c]: -1 });
    expect(problems).toHaveLength(2);
    expect(closed).toEqual([1]);
    const [open, whole] = problems;
    expect(open?.whole).toBeUndefined();
    expect(whole?.whole).toEqual(system.cells.flatMap(() => [true, true]));
    expect(whole?.rows).toEqual(open?.rows);
    // a has to go up by two; b and c may go down, as they did; nothing else moves.
    expect(whole?.lows).toEqual([2, 0, 0, 0, 0, 0, 0, 0]);
    expect(whole?.highs).toEqual([Infinity, 0, 0, 30, 0, 40, 0, 0]);
  });

  test('is asked for of all cells where those do not do', async () => {
    const fraction = solvedBy({ [a]: 2, [b]: -1.5, [c]: -0.5 });
    const { differences, problems, closed } = await found(
      { cell: a, by: 2 },
      fraction,
      infeasible,
      solvedBy({ [a]: 2, [t]: 2 }),
    );
    expect(differences).toEqual({ [a]: 2, [t]: 2 });
    expect(closed).toEqual([1, 2]);
    expect(problems[2]?.lows).toEqual([2, 0, 0, 0, 0, 0, 0, 0]);
    expect(problems[2]?.highs).toEqual([Infinity, 0, Infinity, 30, Infinity, 40, Infinity, 73]);
    const none = await found({ cell: a, by: 2 }, fraction, infeasible, infeasible);
    expect(none.differences).toBeUndefined();
    expect(none.problems).toHaveLength(3);
  });

  test('fails where whole numbers were asked for and did not come', async () => {
    const fraction = solvedBy({ [a]: 2, [b]: -1.5, [c]: -0.5 });
    await expect(found({ cell: a, by: 2 }, fraction, fraction)).rejects.toBeInstanceOf(SolverFailure);
    // So does one that goes less far than was asked.
    await expect(found({ cell: a, by: 2 }, fraction, solvedBy({ [a]: 1, [b]: -1 }))).rejects.toBeInstanceOf(
      SolverFailure,
    );
    await expect(
      found({ cell: a, by: 2 }, solvedBy({ [a]: 1, [b]: -1 }), solvedBy({ [a]: -2, [b]: 2 })),
    ).rejects.toBeInstanceOf(SolverFailure);
  });

  test('is not even asked for where there is no room', async () => {
    expect((await found({ cell: a, by: -4 }, solvedBy({}))).differences).toBeUndefined();
    expect((await found({ cell: a, by: -3 }, solvedBy({ [a]: -3, [b]: 3 }))).differences).toBeDefined();
  });
});
