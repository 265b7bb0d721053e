import { summarise } from 'hub-and-spoke';
import {
  attack,
  defineRelease,
  isProtectedRelease,
  numberInPrint,
  protect,
  recordRelease,
  redesign,
  type Protected,
} from 'hub-and-spoke/disclosure';
import { programmeReport, returnReport, toMarkdown } from 'hub-and-spoke/publish';
import { register, returns } from 'hub-and-spoke/year-two';
import { describe, expect, test } from 'vitest';
import { by, codes, publishedOf, quarter, releaseOf, table } from './releases.ts';

const plain = (markdown: string): string => markdown.replace(/\\([^\w\s])/g, '$1').replaceAll('&#x20;', ' ');

describe('the only way out', () => {
  test('a report for partners prints protected numbers alone, with the marks explained', async () => {
    const contents = {
      summaries: [summarise([...returns].slice(2, 3))],
      statements: [
        {
          id: 'girls',
          percentage: 91,
          part: 'Gender: Female, direct-and-indirect',
          whole: 'Young people whom the characteristics describe, direct-and-indirect',
        },
      ],
    };
    const published = await publishedOf(contents);
    const page = plain(toMarkdown(programmeReport(published)));
    expect(page).not.toContain('Not for publication');
    expect(page).toMatch(/\| Age: Under 12 +\| .*\| \[c\] +\| \[c\]/);
    expect(page).toMatch(/\| Gender: Female +\| .*\| 68 +\| 91%/);
    expect(page).toContain('**[c]** Hidden');
    expect(numberInPrint(published, 'girls')).toBe('91%');
    expect(() => numberInPrint(published, 'boys')).toThrow(RangeError);
  });

  test('unprotected figures are refused without a word for it, at run time too', () => {
    const summary = summarise(returns);
    const forged = {
      cells: [],
      lines: [],
      tables: [],
      percentages: [],
      summaries: [],
      policy: {},
    } as unknown as Protected;
    for (const call of [
      () => programmeReport(summary as never),
      () => programmeReport(forged),
      () => programmeReport(forged as never, { internal: true } as never),
      () => returnReport({} as never, {} as never),
    ])
      expect(call).toThrow(TypeError);
    expect(plain(toMarkdown(programmeReport(summary, { internal: true })))).toContain('Not for publication');
  });

  test('a copy of something protected is not it', async () => {
    const published = await publishedOf(table({ x: 10 }));
    expect(isProtectedRelease(published)).toBe(true);
    expect(isProtectedRelease(JSON.parse(JSON.stringify(published)))).toBe(false);
  });

  test('rounded numbers are printed as such, with percentages from them', async () => {
    const contents = {
      ...table({ all: 74, a: 12, b: 62 }, [{ total: 'all', parts: ['a', 'b'] }]),
      statements: [{ id: 's', percentage: 16, part: 'a', whole: 'all' }],
    };
    const published = await publishedOf(contents, { rounding: 5 });
    expect(['all', 'a', 'b', 's'].map((id) => numberInPrint(published, id))).toEqual([
      '75',
      '10',
      '60',
      '13%',
    ]);
    expect(plain(toMarkdown(programmeReport(published)))).toContain('rounded to a multiple of 5');
  });

  test('percentages of rounded numbers contradict nobody who works with them', async () => {
    const contents = {
      ...table({ all: 74, a: 12, b: 62 }, [{ total: 'all', parts: ['a', 'b'] }]),
      statements: [{ id: 's', percentage: 16, part: 'a', whole: 'all' }],
    };
    const { possible, ranges } = await attack(await publishedOf(contents, { rounding: 5 }));
    expect(possible).toBe(true);
    expect(ranges?.find(({ id }) => id === 'a')).toMatchObject({ low: 11, high: 12 });
  });

  test('a return leaves out what it does not say, and passes on what is not known and what others withheld', async () => {
    const sent = quarter('1', 1, {
      youngPeople: { direct: 30, indirect: { unknown: 'not-known' }, newInPeriod: { withheld: [1, 5] } },
    });
    const [value] = (await publishedOf({ summaries: [by([sent], 'service')] })).summaries[0]?.returns ?? [];
    expect(value?.youngPeople).toEqual({
      direct: 30,
      indirect: { unknown: 'not-known' },
      newInPeriod: { withheld: [1, 5] },
    });
    expect(value?.withProfessionals).toBeUndefined();
  });

  test('the ledger takes only what was published of that very release', async () => {
    const [release, other] = [releaseOf(table({ x: 10 })), releaseOf(table({ x: 10 }))];
    const { published } = await protect(release);
    if (published === undefined) throw new Error('refused');
    expect(recordRelease([], { name: 'r1', release, published })).toHaveLength(1);
    expect(() => recordRelease([], { name: 'r1', release: other, published })).toThrow(RangeError);
  });

  test('what everybody knows already can be named as it is in print', async () => {
    const summary = by([quarter('1', 1, { youngPeople: { direct: 3 } })]);
    const label = releaseOf({ summaries: [summary] }).cells.find(({ isFigure }) => isFigure)?.label ?? '';
    const published = await publishedOf({ summaries: [summary], alreadyPublic: [label] });
    expect(published.cells.find(({ id }) => id === label)).toMatchObject({ mark: 'shown', low: 3 });
  });

  test('everybody in one category is warned of, or protected', async () => {
    const contents = table({ all: 30, girls: 30, boys: 0 }, [{ total: 'all', parts: ['girls', 'boys'] }]);
    const warned = await protect(releaseOf(contents));
    expect([warned.report?.groups, warned.report?.primary]).toEqual([['all'], 0]);
    const guarded = await publishedOf(contents, { groups: 'protect' });
    expect(guarded.cells.filter(({ mark }) => mark === 'hidden').map(({ id }) => id)).toEqual([
      'girls',
      'boys',
    ]);
  });

  test('work takes turns, reports how far it came, and can be stopped', async () => {
    const cells = Array.from({ length: 40 }, (_, index) =>
      quarter(String(index % 8), 1 + Math.floor(index / 10), {
        youngPeople: {
          direct: 4 + index,
          base: 'direct',
          age: { '12-14': index % 5, '15-17': 4 + index - (index % 5) },
        },
      }),
    );
    const { release } = defineRelease({
      summaries: [by(cells, 'service', 'quarter'), by(cells, 'service'), by(cells, 'quarter')],
    });
    if (release === undefined) throw new Error('refused');
    const seen = new Set<string>();
    await protect(release, {}, { onProgress: ({ phase }) => seen.add(phase) });
    expect([...seen]).toEqual(['covering', 'improving', 'checking']);
    const abort = new AbortController();
    await expect(
      protect(
        release,
        {},
        {
          signal: abort.signal,
          onProgress: () => {
            abort.abort();
          },
        },
      ),
    ).rejects.toThrow();
  });
});

describe('a coarser table', () => {
  test('is proposed where much would be hidden, the least hidden first', async () => {
    const contents = { summaries: [summarise(returns, { by: ['service'], register })] };
    const { asIs, proposals } = await redesign(contents, {}, { share: 0.1 });
    expect(asIs.share).toBeGreaterThan(0.1);
    expect(proposals.length).toBeGreaterThan(2);
    const shares = proposals.map(({ share }) => share);
    expect(shares).toEqual([...shares].sort((one, other) => one - other));
    for (const { share, contents: coarser } of proposals.slice(0, 2)) {
      expect(share).toBeLessThan(asIs.share);
      const published = await publishedOf(coarser);
      expect(published.cells.filter(({ mark }) => mark === 'hidden').length / published.cells.length).toBe(
        share,
      );
    }
    expect(proposals.some(({ merges }) => merges.some((name) => name.startsWith('Ethnicity')))).toBe(true);
  });

  test('is put together once more only from what there is', async () => {
    const sent = quarter('1', 1, {
      youngPeople: { direct: 30, base: 'direct', age: { 'under-12': 1, '12-14': 2, '15-17': 27 } },
    });
    const { proposals } = await redesign({ summaries: [by([sent], 'service')] }, {}, { share: 0 });
    for (const { merges } of proposals)
      expect(merges.filter((name) => name.includes('12-14')).length).toBeLessThan(2);
    const nothing = await redesign({ summaries: [by([], 'service')] });
    expect(nothing.asIs.share).toBe(1);
    expect(codes(nothing.asIs)).toEqual(['empty']);
  });

  test('is not, where little is hidden', async () => {
    expect((await redesign(table({ x: 10, y: 20 }))).proposals).toEqual([]);
  });
});
