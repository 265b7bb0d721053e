import fc from 'fast-check';
import { defineRelease, protect, type Ledger, type ReleaseContents } from 'hub-and-spoke/disclosure';
import { mergeCategories } from 'hub-and-spoke';
import { describe, expect, test } from 'vitest';
import { everyTable } from './every-table.ts';
import { by, codes, marks, noLedger, publishedAfter, quarter, table } from './releases.ts';

const sum = [{ total: 'z', parts: ['x', 'y'] }];

describe('releases one after the other', () => {
  test('what a table split otherwise would give away of an earlier one stays hidden', async () => {
    const bands = { all: 60, 'under 12': 1, '12-14': 25, '15-17': 34 };
    const first = await publishedAfter(
      noLedger,
      table(bands, [{ total: 'all', parts: ['under 12', '12-14', '15-17'] }]),
    );
    expect(marks(first.published)).toMatchObject({ 'under 12': '[c]', '12-14': '[c]', '15-17': '34' });
    const again = table({ all: 60, 'under 15': 26, '12-14': 25, '15-17': 34, 'under 12': 1 }, [
      { total: 'all', parts: ['under 15', '15-17'] },
      { total: 'under 15', parts: ['under 12', '12-14'] },
    ]);
    const second = await publishedAfter(first.ledger, again);
    expect(marks(second.published)).toMatchObject({ 'under 12': '[c]', '12-14': '[c]' });
  });

  test('a small correction is not given away, from whichever earlier release', async () => {
    const first = await publishedAfter(noLedger, table({ x: 10, y: 30, z: 40 }, sum));
    const next = await publishedAfter(first.ledger, table({ x: 11, y: 30, z: 41 }, sum, { corrects: true }));
    expect(marks(next.published).x).toBe('[c]');
    const far = await publishedAfter(first.ledger, table({ x: 50, y: 30, z: 80 }, sum, { corrects: true }));
    const back = await publishedAfter(far.ledger, table({ x: 11, y: 30, z: 41 }, sum, { corrects: true }));
    expect(marks(back.published).x).toBe('[c]');
    const other = await publishedAfter(back.ledger, table({ q: 500 }));
    expect(marks(other.published)).toEqual({ q: '500' });
  });

  test('bounds hold the truth after a correction downwards, and other releases go on', async () => {
    const first = await publishedAfter(noLedger, table({ x: 20, y: 30, z: 50 }, sum));
    const second = await publishedAfter(
      first.ledger,
      table({ x: 17, y: 30, z: 47 }, sum, { corrects: true }),
    );
    for (const { id, low, high = Infinity } of second.published.cells) {
      const count = second.release.cells.find((cell) => cell.id === id)?.count ?? NaN;
      expect(low).toBeLessThanOrEqual(count);
      expect(high).toBeGreaterThanOrEqual(count);
    }
    expect(marks((await publishedAfter(second.ledger, table({ q: 500 }))).published)).toEqual({ q: '500' });
  });

  test('a figure that differs without being called a correction is refused', async () => {
    const first = await publishedAfter(noLedger, table({ x: 10, y: 30, z: 40 }, sum));
    expect(codes(defineRelease({ ...table({ x: 12, y: 30, z: 42 }, sum), earlier: first.ledger }))).toEqual([
      'contradiction',
    ]);
  });

  test('what was hidden cannot be shown whatever it is', async () => {
    const first = await publishedAfter(noLedger, table({ x: 3, y: 30, z: 33 }, sum));
    const always = { tables: [{ id: 't', cells: [{ id: 'x', count: 3, printed: 'always' as const }] }] };
    expect(codes(defineRelease({ ...always, earlier: first.ledger }))).toEqual(['exposes-earlier']);
    expect(defineRelease({ ...always, earlier: first.ledger, alreadyPublic: ['x'] }).release).toBeDefined();
    const parts = {
      tables: [{ id: 't', cells: [{ id: 'y', count: 30, printed: 'always' as const }] }],
      earlier: first.ledger,
    };
    const { release } = defineRelease(parts);
    expect(codes(release === undefined ? {} : await protect(release))).toEqual(['exposes-earlier']);
  });

  test('cumulative releases do not give increments away', async () => {
    const returns = [1, 2].flatMap((number) =>
      ['1', '2', '3'].map((service) =>
        quarter(service, number, {
          referrals: { received: number === 1 ? 12 + Number(service) : Number(service) },
        }),
      ),
    );
    const first = await publishedAfter(noLedger, {
      summaries: [by(returns.slice(0, 3), 'service'), by(returns.slice(0, 3))],
    });
    const second = await publishedAfter(first.ledger, { summaries: [by(returns, 'service'), by(returns)] });
    // 1, 2 and 3 more referrals: each service's figure would give its own away.
    const [one, two] = [first, second].map(({ published }) => published.summaries[0]?.figures ?? []);
    const increments = (two ?? []).filter(
      (figure, index) =>
        figure.mark === 'shown' && one?.[index]?.mark === 'shown' && figure.path === 'referrals.received',
    );
    expect(increments).toEqual([]);
  });

  test('late returns: what a total grew by is small too', async () => {
    const early = [
      quarter('1', 1, { youngPeople: { direct: 30 } }),
      quarter('2', 1, { youngPeople: { direct: 20 } }),
    ];
    const late = [
      quarter('3', 1, { youngPeople: { direct: 2 } }),
      quarter('4', 1, { youngPeople: { direct: 1 } }),
    ];
    const first = await publishedAfter(noLedger, { summaries: [by(early)] });
    const second = await publishedAfter(first.ledger, { summaries: [by([...early, ...late])] });
    expect(
      second.published.summaries[0]?.figures.find(({ path }) => path === 'youngPeople.direct')?.mark,
    ).toBe('hidden');
  });

  test('the cases carried from one quarter into the next are one number, in two releases too', async () => {
    const first = [
      ['A', 3],
      ['B', 7],
      ['C', 20],
    ].map(([service, openAtEnd]) =>
      quarter(String(service), 1, { youngPeople: { openAtEnd: Number(openAtEnd) } }),
    );
    const next = [
      ['A', 3],
      ['B', 7],
      ['C', 20],
    ].map(([service, openAtStart]) =>
      quarter(String(service), 2, { youngPeople: { openAtStart: Number(openAtStart) } }),
    );
    const one = await publishedAfter(noLedger, { summaries: [by(first, 'service'), by(first)] });
    const two = await publishedAfter(JSON.parse(JSON.stringify(one.ledger)) as Ledger, {
      summaries: [by(next, 'service'), by(next)],
    });
    const shown = [one, two].flatMap(
      ({ published }) =>
        published.summaries[0]?.figures.filter(
          ({ mark, path }) => mark === 'shown' && path.includes('openAt'),
        ) ?? [],
    );
    // Whoever adds both up must not know B and C and their total.
    expect(new Set(shown.map(({ group }) => group.service)).size).toBeLessThan(2);
  });

  test('four quarters one after the other, each with all before it', async () => {
    let ledger = noLedger;
    const sent = [];
    for (const number of [1, 2, 3, 4]) {
      for (const service of [1, 2, 3, 4])
        sent.push(quarter(String(service), number, { referrals: { received: (service * number * 7) % 11 } }));
      const made = await publishedAfter(ledger, {
        summaries: [by(sent, 'service', 'quarter'), by(sent, 'service'), by(sent)],
      });
      ledger = made.ledger;
    }
    expect(marks((await publishedAfter(ledger, table({ q: 500 }))).published)).toEqual({ q: '500' });
  });

  test('what was never asked to be printed is not, though an earlier release showed it', async () => {
    const first = await publishedAfter(
      noLedger,
      table({ b: 7, c: 30, all: 37 }, [{ total: 'all', parts: ['b', 'c'] }]),
    );
    const { published } = await publishedAfter(first.ledger, {
      tables: [
        {
          id: 't',
          cells: [
            { id: 'b', count: 7, printed: 'never' },
            { id: 'd', count: 9 },
          ],
        },
      ],
    });
    expect(marks(published)).toEqual({ d: '9' });
  });

  test('what categories that were put together are made of is known from an earlier release', async () => {
    const age = { 'under-12': 1, '12-14': 13, '15-17': 30, '18-plus': 16 };
    const sent = quarter('1', 1, { youngPeople: { direct: 60, base: 'direct', age } });
    const merge = (codes: readonly string[], into: string): ReleaseContents => ({
      summaries: [mergeCategories(by([sent]), { field: 'youngPeople.age', codes, into })],
    });
    const first = await publishedAfter(noLedger, merge(['under-12', '12-14'], 'Under 15'));
    const second = await publishedAfter(first.ledger, merge(['12-14', '15-17'], '12 to 17'));
    const printed = [first, second].flatMap(({ published }) =>
      published.cells.filter(({ mark }) => mark === 'shown').map(({ label }) => label),
    );
    const says = (words: string): boolean => printed.some((label) => label.includes(words));
    // All of: everybody, under 15, 15 to 17, 18 and over, 12 to 17 would leave 1 for those under 12.
    expect(says('Under 15') && says('12 to 17') && says('18')).toBe(false);
  });

  test('a small count that was rounded stays small', async () => {
    const first = await publishedAfter(noLedger, table({ x: 3, y: 30, z: 33 }, sum), { rounding: 5 });
    expect(first.ledger[0]?.cells.find(({ id }) => id === 'x')).toMatchObject({
      isSmall: true,
      told: [3, 7],
    });
    const always = { tables: [{ id: 'again', cells: [{ id: 'x', count: 3, printed: 'always' as const }] }] };
    expect(codes(defineRelease({ ...always, earlier: first.ledger }))).toEqual(['exposes-earlier']);
  });

  test('what a total grew by is looked at again after a correction', async () => {
    const total = (...counts: readonly number[]): ReleaseContents => ({
      summaries: [
        by(counts.map((count, index) => quarter(String(index + 1), 1, { youngPeople: { direct: count } }))),
      ],
    });
    const first = await publishedAfter(noLedger, total(40, 41));
    const second = await publishedAfter(first.ledger, total(40, 41, 1, 1));
    const third = await publishedAfter(second.ledger, { ...total(40, 41, 1, 3), corrects: true });
    for (const { published } of [second, third])
      expect(published.cells.map(({ mark }) => mark)).toEqual(['hidden']);
  });

  test('of two random releases nothing small is narrower than the policy', async () => {
    const policy = { hide: [1, 2] } as const;
    const counts = fc.array(fc.nat(6), { minLength: 4, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(
        counts,
        fc.nat(3),
        fc.boolean(),
        async ([a = 0, b = 0, c = 0, d = 0], more, isBanded) => {
          const first = await publishedAfter(
            noLedger,
            table({ a, b, c, all: a + b + c }, [{ total: 'all', parts: ['a', 'b', 'c'] }]),
            policy,
          ).catch(() => undefined);
          if (first === undefined) return;
          const contents = isBanded
            ? table({ a, b, ab: a + b, c, d, all2: a + b + c + d }, [
                { total: 'ab', parts: ['a', 'b'] },
                { total: 'all2', parts: ['ab', 'c', 'd'] },
              ])
            : table(
                { a: a + more, b, c, all: a + b + c + more },
                [{ total: 'all', parts: ['a', 'b', 'c'] }],
                { corrects: true },
              );
          const second = await publishedAfter(first.ledger, contents, policy).catch(() => undefined);
          if (second === undefined) return;
          // What either printed is known; every other cell of the whole system is tried.
          const known = new Map<string, number>();
          for (const { id, mark, low } of second.published.cells) if (mark === 'shown') known.set(id, low);
          for (const { id, printed, count } of second.release.cells)
            if (printed === 'always') known.set(id, count);
          const { cells, lines } = second.release;
          const domains = Object.fromEntries(
            cells.map(({ id, signed }) => {
              const shown = known.get(id);
              return [id, shown === undefined ? ([signed ? -8 : 0, 30] as const) : ([shown, shown] as const)];
            }),
          );
          const small = cells.filter(
            ({ id, count, signed }) =>
              !known.has(id) && Math.abs(count) >= 1 && Math.abs(count) <= 2 && (!signed || count !== 0),
          );
          const { seen } = everyTable(domains, lines, Object.fromEntries(small.map(({ id }) => [id, [id]])));
          for (const { id } of small) {
            const values = [...(seen[id] ?? [])];
            expect([id, Math.max(...values) - Math.min(...values) >= 2]).toEqual([id, true]);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
