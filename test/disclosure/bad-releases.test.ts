import { inspect } from 'node:util';
import {
  attack,
  completePolicy,
  defineRelease,
  loadSolver,
  openCertificate,
  protect,
  verify,
  type OpenProblem,
  type PolicyOptions,
  type ReleaseContents,
  type Solver,
} from 'hub-and-spoke/disclosure';
import { describe, expect, test } from 'vitest';
import { codes, marks, publishedOf, releaseOf, table } from './releases.ts';

const ages = table({ all: 75, young: 3, old: 72 }, [{ total: 'all', parts: ['young', 'old'] }]);

describe('a release that is none', () => {
  test.each([
    ['a negative count', -1],
    ['a fraction', 1.5],
    ['not a number', NaN],
    ['a negative zero', -0],
    ['infinity', Infinity],
    ['a text', '3'],
    ['nothing', null],
    ['a number beyond whole numbers', 2 ** 53],
  ])('%s', (_, count) => {
    expect(codes(defineRelease(table({ x: count as number })))).toEqual(['not-a-count']);
  });

  test.each<[string, ReleaseContents, string]>([
    [
      'totals that disagree',
      table({ all: 5, a: 2, b: 4 }, [{ total: 'all', parts: ['a', 'b'] }]),
      'parts-disagree',
    ],
    [
      'parts that exceed an incomplete total',
      table({ all: 5, a: 6 }, [{ total: 'all', parts: ['a'], incomplete: true }]),
      'parts-disagree',
    ],
    ['a total of itself', table({ all: 5, a: 0 }, [{ total: 'all', parts: ['all', 'a'] }]), 'parts-disagree'],
    ['a line of nobody', table({ all: 5 }, [{ total: 'all', parts: ['x'] }]), 'unknown-cell'],
    ['an empty release', {}, 'empty'],
    ['an empty table', { tables: [{ id: 't', cells: [] }] }, 'empty'],
    [
      'one cell with two counts',
      { tables: [1, 2].map((count) => ({ id: `t${count}`, cells: [{ id: 'x', count }] })) },
      'same-cell-twice',
    ],
    ['a number of nothing', { ...ages, statements: [{ id: 's', count: 3, of: [] }] }, 'unplaced'],
    [
      'a number of a cell that is not there',
      { ...ages, statements: [{ id: 's', count: 3, of: ['x'] }] },
      'unplaced',
    ],
    [
      'a number that is not so',
      { ...ages, statements: [{ id: 's', count: 4, of: ['young'] }] },
      'statement-disagrees',
    ],
    [
      'a percentage that is not so',
      { ...ages, statements: [{ id: 's', percentage: 5, part: 'young', whole: 'all' }] },
      'statement-disagrees',
    ],
    ['public cells that are not there', { ...ages, alreadyPublic: ['x'] }, 'unknown-cell'],
    ['a table without cells', { tables: [{ id: 't' } as never] }, 'malformed'],
    ['a line that is a text', { tables: [{ id: 't', cells: [], lines: ['all'] as never }] }, 'malformed'],
    ['what is no summary', { summaries: [{} as never] }, 'malformed'],
    ['nothing at all', null as never, 'malformed'],
    [
      'a statement that is a sum and a percentage',
      { ...ages, statements: [{ id: 's', count: 3, of: ['young'], part: 'young', whole: 'all' }] },
      'malformed',
    ],
    [
      'a percentage with the id of a cell',
      { ...ages, statements: [{ id: 'all', percentage: 4, part: 'young', whole: 'all' }] },
      'same-cell-twice',
    ],
    [
      'a ledger that told something else',
      {
        ...ages,
        earlier: [
          {
            release: 'r1',
            corrects: false,
            cells: [{ id: 'x', count: 3, told: [4, 5] }],
            lines: [],
            sums: [],
          },
        ],
      },
      'malformed',
    ],
    ['a ledger that is a text', { ...ages, earlier: '[]' as never }, 'malformed'],
    ['a ledger that was cut', { ...ages, earlier: [{ release: 'r1', cells: [] } as never] }, 'malformed'],
    [
      'a ledger whose lines lost their cells',
      {
        ...ages,
        earlier: [
          {
            release: 'r1',
            corrects: false,
            cells: [],
            lines: [{ total: 'x', parts: ['y'], of: 'members' }],
            sums: [],
          },
        ],
      },
      'unknown-cell',
    ],
  ])('%s', (_, contents, code) => {
    expect(codes(defineRelease(contents))).toContain(code);
  });

  test('no refusal holds a count', () => {
    const { refused } = defineRelease(table({ all: 4711, a: 1234 }, [{ total: 'all', parts: ['a'] }]));
    expect(JSON.stringify(refused)).not.toMatch(/4711|1234/);
  });

  test('what is malformed is named by its path', () => {
    const { refused } = defineRelease({ ...ages, earlier: [{ release: 'r1', cells: [{ id: 3 }] }] as never });
    expect(refused?.[0]?.cells).toContain('earlier.0.cells.0.id');
  });

  test('what a refused release left is no release', async () => {
    const nothing = defineRelease(table({ x: -1 }));
    await expect(protect(nothing as never)).rejects.toThrow(TypeError);
    await expect(protect(nothing.release as never)).rejects.toThrow('under "release"');
  });

  test('one row, and ids that mean something to JavaScript', async () => {
    expect(marks(await publishedOf(table({ only: 3 })))).toEqual({ only: '[c]' });
    const published = await publishedOf(
      table(JSON.parse('{"__proto__":3,"constructor":30,"all":33}') as Record<string, number>, [
        { total: 'all', parts: ['__proto__', 'constructor'] },
      ]),
    );
    expect(published.cells.map(({ mark }) => mark)).toEqual(['hidden', 'hidden', 'shown']);
  });

  test.each<[string, PolicyOptions]>([
    ['an empty range', { hide: [5, 1] }],
    ['a width of nothing', { width: 0 }],
    ['zeros hidden and shown', { hide: [0, 5], zeros: 'always-shown' }],
    ['no base for rounding', { rounding: 1 }],
    ['a range of one end', { hide: [1] as never }],
    ['a range that is a number', { hide: 5 as never }],
    ['what nobody asks for', { threshold: 10 } as never],
    ['words that are not offered', { zeros: 'alwaysShown' as 'always-shown' }],
  ])('a policy that contradicts itself is a mistake of the caller: %s', (_, policy) => {
    expect(() => completePolicy(policy)).toThrow(RangeError);
  });
});

/** A solver whose answers are tampered with. */
async function tampered(change: (problem: OpenProblem) => Partial<OpenProblem>): Promise<Solver> {
  const { open } = await loadSolver();
  return {
    open: (problem, seed) => {
      const opened = open(problem, seed);
      return { ...opened, ...change(opened) };
    },
  };
}

describe('a solver that fails', () => {
  const refusedWith = async (
    change: (problem: OpenProblem) => Partial<OpenProblem>,
    seconds = 20,
  ): Promise<readonly string[]> => {
    const protection = await protect(releaseOf(ages), {}, { solver: await tampered(change), seconds });
    expect(protection.published).toBeUndefined();
    expect(JSON.stringify(protection)).not.toMatch(/72|secret/);
    return codes(protection);
  };

  test('it throws, with words that hold a count', async () => {
    const solve = (): never => {
      throw new Error('secret 72');
    };
    expect(await refusedWith(() => ({ solve }))).toEqual(['solver-failed']);
  });
  test('it answers nonsense', async () => {
    for (const value of [0.5, NaN, 1e9, -3])
      expect(
        await refusedWith(() => ({
          solve: () => ({ status: 'optimal', values: new Array<number>(50).fill(value) }),
        })),
      ).toEqual(['solver-failed']);
  });
  test('it answers nothing', async () => {
    expect(await refusedWith(() => ({ solve: () => ({ status: 'optimal' }) }))).toEqual(['solver-failed']);
  });
  test('it says that nothing can be done', async () => {
    expect(await refusedWith(() => ({ solve: () => ({ status: 'infeasible' }) }))).toEqual([
      'cannot-protect',
    ]);
  });
  test('it never answers, whatever kind of promise it gives', async () => {
    expect(await refusedWith(() => ({ solve: () => new Promise(() => undefined) }), 0.2)).toEqual([
      'out-of-time',
    ]);
    expect(await refusedWith(() => ({ solve: () => ({ then: () => undefined }) as never }), 0.2)).toEqual([
      'out-of-time',
    ]);
  });
  test('it runs out of time', async () => {
    expect(await refusedWith(() => ({ solve: () => ({ status: 'out-of-time' }) }))).toEqual(['out-of-time']);
  });
  test('it is stopped by a signal, while it is asked', async () => {
    const abort = new AbortController();
    const solver = await tampered(() => ({ solve: () => new Promise(() => undefined) }));
    const protection = protect(releaseOf(ages), {}, { solver, signal: abort.signal });
    setTimeout(() => {
      abort.abort(new Error('enough'));
    }, 20);
    await expect(protection).rejects.toThrow('enough');
  });
  test('what is not asked for sensibly is a mistake of the caller', async () => {
    const release = releaseOf(ages);
    await expect(protect(release, {}, { seed: -1 })).rejects.toThrow(RangeError);
    await expect(protect(release, {}, { seconds: NaN })).rejects.toThrow(RangeError);
    await expect(protect(release, { rounding: 5 }, { exact: true })).rejects.toThrow(RangeError);
    const onProgress = (): never => {
      throw new Error('mine');
    };
    await expect(protect(release, {}, { onProgress })).rejects.toThrow('mine');
  });
});

describe('the certificate and the proof', () => {
  const protectedAges = async () => {
    const release = releaseOf(ages);
    const protection = await protect(release);
    if (protection.published === undefined) throw new Error('refused');
    return { release, ...protection };
  };

  test('nothing true can be read off what is returned', async () => {
    const protection = await protectedAges();
    const { published, report, certificate } = protection;
    const returned = { published, report, certificate };
    const { cells } = protection.published;
    expect(cells.find(({ id }) => id === 'young')).toEqual({
      id: 'young',
      label: 'young',
      mark: 'hidden',
      low: 0,
      high: 75,
    });
    expect(JSON.stringify(returned)).not.toMatch(/\b72\b/);
    expect(inspect(returned, { depth: 9, showHidden: true })).not.toMatch(/\b72\b/);
    expect(openCertificate(protection.certificate).length).toBeGreaterThan(0);
    expect(() => openCertificate({ ...protection.certificate })).toThrow(TypeError);
  });

  test('a publication that was tampered with does not verify', async () => {
    const { published, certificate, release } = await protectedAges();
    expect(verify(published, {}, certificate, release)).toEqual({ holds: true, problems: [] });
    const [first, ...others] = published.cells;
    const changed = {
      ...published,
      cells: [{ ...first, mark: 'shown', low: 3, high: 3 }, ...others],
    } as typeof published;
    expect(verify(changed, {}, certificate, release).holds).toBe(false);
    const dressed = { ...published, secret: 3, toJSON: () => published } as typeof published;
    expect(verify(dressed, {}, certificate, release).holds).toBe(false);
    expect(() => Object.assign(published, { secret: 3 })).toThrow(TypeError);
  });

  test('a certificate proves no other release and no stricter policy', async () => {
    const { published, certificate, release } = await protectedAges();
    expect(verify(published, { width: 3 }, certificate, release).holds).toBe(false);
    const other = releaseOf(
      table({ all: 75, young: 4, old: 71 }, [{ total: 'all', parts: ['young', 'old'] }]),
    );
    expect(
      verify(published, {}, (await protect(other)).certificate ?? certificate, release).problems.map(
        ({ code }) => code,
      ),
    ).not.toContain('differs');
    expect(verify(published, {}, certificate, other).problems.length === 0).toBe(true);
  });
});

describe('attacks on what contradicts itself or is no publication', () => {
  test('no table fits', async () => {
    expect(
      (await attack({ cells: [{ id: 'a', count: 3 }] }, { cells: [{ id: 'a', count: 4 }] })).possible,
    ).toBe(false);
    expect((await attack({ cells: [{ id: 'a', low: 5, high: 3 }] })).possible).toBe(false);
    expect(
      (
        await attack({
          cells: [
            { id: 'a', count: 3 },
            { id: 'b', count: 2 },
          ],
          lines: [{ total: 'a', parts: ['b'] }],
        })
      ).possible,
    ).toBe(false);
  });
  test('what is no count, percentage or cell is refused', async () => {
    expect(codes(await attack({ cells: [{ id: 'a', count: 1.5 }] }))).toEqual(['not-a-count']);
    expect(codes(await attack({ cells: [{ id: 'a' }], lines: [{ total: 'x', parts: ['a'] }] }))).toEqual([
      'unknown-cell',
    ]);
    expect(
      codes(
        await attack({
          cells: [{ id: 'a' }, { id: 'b' }],
          percentages: [{ part: 'a', whole: 'b', percentage: 12.5 }],
        }),
      ),
    ).toEqual(['not-a-count']);
    expect(codes(await attack({ cells: [{ id: 'a' }] }, { about: [{ id: 'a', plus: ['a'] }] }))).toEqual([
      'same-cell-twice',
    ]);
  });
  test('what nothing bounds has no upper end', async () => {
    const { ranges } = await attack({
      cells: [{ id: 'a' }, { id: 'b' }],
      percentages: [{ part: 'a', whole: 'b', percentage: 33 }],
    });
    expect(ranges?.map(({ high }) => high)).toEqual([undefined, undefined]);
  });
  test('a printed percentage gives a hidden count away: 8% of 40 is 3', async () => {
    const publication = {
      cells: [{ id: 'part' }, { id: 'whole', count: 40 }],
      percentages: [{ part: 'part', whole: 'whole', percentage: 8 }],
    };
    expect(await attack(publication)).toMatchObject({ exposed: ['part'], ranges: [{ low: 3, high: 3 }] });
  });
  test('differences between cells can be asked about', async () => {
    const publication = {
      cells: [{ id: 'all', count: 10 }, { id: 'a' }, { id: 'b' }],
      lines: [{ total: 'all', parts: ['a', 'b'] }],
    };
    const { ranges } = await attack(publication, { about: [{ id: 'both', plus: ['a', 'b'] }] });
    expect(ranges?.at(-1)).toEqual({ id: 'both', low: 10, high: 10, exact: true });
  });
});
