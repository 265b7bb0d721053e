import type { CoreReturn, Dimension } from 'hub-and-spoke';
import type { ReleaseContents } from 'hub-and-spoke/disclosure';
import { describe, expect, test } from 'vitest';
import { by, noLedger, publishedAfter, quarter } from './releases.ts';

type People = Readonly<Record<string, number>>;
const people = (service: string, number: number, youngPeople: People, closed?: number): CoreReturn =>
  quarter(service, number, {
    youngPeople,
    ...(closed !== undefined && { outcomes: { casesClosed: closed } }),
  });
const long = (youngPeople: People, service = 'A', more: Partial<CoreReturn> = {}): CoreReturn => ({
  ...people(service, 1, youngPeople),
  period: { from: '2015-01-01', to: '2015-12-31' },
  declared: 'year',
  ...more,
});
const together = (value: CoreReturn): CoreReturn => ({
  ...value,
  service: 'A and B',
  combined: { services: ['A', 'B'], returns: 2 },
});

/** What is printed of young people, by group and path: exact numbers alone. */
async function exact(contents: ReleaseContents): Promise<Readonly<Record<string, number>>> {
  const { published } = await publishedAfter(noLedger, contents);
  const figures = published.summaries.flatMap((summary) => summary.figures);
  return Object.fromEntries(
    figures
      .filter(({ mark, low, high }) => mark !== 'hidden' && low === high)
      .map(({ group, path, low }) => [
        `${Object.values(group).join(' ')}: ${path.split('.').at(-1) ?? ''}`,
        low,
      ]),
  );
}
const released = (values: readonly CoreReturn[], ...more: readonly (readonly Dimension[])[]) =>
  exact({ summaries: [by(values, 'service', 'quarter'), ...more.map((each) => by(values, ...each))] });

describe('young people who come and go', () => {
  test('are not told by the three other numbers of the next quarter', async () => {
    const printed = await released([
      people('A', 1, { openAtEnd: 4 }),
      people('A', 2, { opened: 14, openAtEnd: 6 }, 12),
    ]);
    const {
      'A 2015-Q2: opened': opened,
      'A 2015-Q2: openAtEnd': end,
      'A 2015-Q2: casesClosed': closed,
    } = printed;
    expect([opened, end, closed]).toContain(undefined);
  });

  test('are not told by three of the four, where the fourth was not recorded', async () => {
    const printed = await released([people('A', 1, { openAtStart: 10, opened: 9 }, 16)]);
    expect(Object.keys(printed).filter((name) => /open|closed/i.test(name)).length).toBeLessThan(3);
  });

  test('are not told by those who stayed and those supported in the next quarter', async () => {
    const printed = await released([people('A', 1, { openAtEnd: 30 }), people('A', 2, { direct: 33 })]);
    expect(Object.keys(printed)).not.toEqual(
      expect.arrayContaining(['A 2015-Q1: openAtEnd', 'A 2015-Q2: direct']),
    );
  });

  test('and came back within a quarter, are not told by who was there or came, nor by who left or stayed', async () => {
    for (const values of [
      [people('A', 1, { direct: 43, openAtStart: 30, opened: 15 })],
      [people('A', 1, { direct: 43, openAtEnd: 30 }, 15)],
    ])
      expect(Object.keys(await released(values)).length).toBeLessThan(3);
  });

  test('for the first time in the year, are not told apart from others who came', async () => {
    const values = [people('A', 2, { direct: 43, opened: 15, firstInYear: 13 })];
    expect(Object.keys(await released(values))).not.toEqual(
      expect.arrayContaining(['A 2015-Q2: opened', 'A 2015-Q2: firstInYear']),
    );
    // In the first quarter the year begins: whoever was there is counted, and nobody is told.
    const first = await released([people('A', 1, { direct: 43, opened: 15, firstInYear: 43 })]);
    expect(first).toMatchObject({ 'A 2015-Q1: opened': 15, 'A 2015-Q1: firstInYear': 43 });
  });

  test('are not told by several services together and one of them', async () => {
    const values = [
      together(people('A', 1, { openAtEnd: 20 })),
      people('A', 2, { openAtStart: 17 }),
      people('B', 2, { openAtStart: 3 }),
    ];
    const printed = await released(values);
    expect(Object.keys(printed)).not.toEqual(
      expect.arrayContaining(['A and B 2015-Q1: openAtEnd', 'A 2015-Q2: openAtStart']),
    );
    const reversed = [
      people('A', 1, { openAtEnd: 17 }),
      people('B', 1, { openAtEnd: 3 }),
      together(people('A', 2, { openAtStart: 20 })),
    ];
    expect(Object.keys(await released(reversed))).not.toEqual(
      expect.arrayContaining(['A 2015-Q1: openAtEnd', 'A and B 2015-Q2: openAtStart']),
    );
  });

  test('are printed where nothing small follows from them', async () => {
    const values = [
      people('A', 1, { direct: 60, openAtStart: 30, opened: 40, openAtEnd: 50 }, 20),
      people('A', 2, { direct: 80, opened: 40, openAtEnd: 60 }, 30),
    ];
    expect(Object.keys(await released(values))).toHaveLength(9);
  });
});

describe('people of a year', () => {
  test('who were there in its first quarter alone are not told', async () => {
    const values = [people('A', 1, { direct: 40 }), people('A', 2, { direct: 45, firstInYear: 8 })];
    const printed = await released(values, ['service']);
    expect(Object.keys(printed)).not.toEqual(
      expect.arrayContaining(['A 2015-Q1: direct', 'A 2015-Q2: direct', 'A 2015-Q2: firstInYear']),
    );
  });

  test('are not told by what the quarters come to at most', async () => {
    const of = (service: string) => [
      long({ direct: 20 }, service),
      ...[3, 9, 8, 0].map((direct, index) => people(service, index + 1, { direct })),
    ];
    const quarters = [...of('A'), ...of('B')].filter(({ declared }) => declared === undefined);
    const printed = await exact({
      summaries: [by([...of('A'), ...of('B')], 'service', 'quarter'), by(quarters, 'quarter')],
    });
    const seen = ['2015: direct', '2015-Q2: direct', '2015-Q3: direct', '2015-Q4: direct'];
    // Both have at least three in the first quarter then, and six together would be three and three.
    expect(Object.keys(printed)).not.toEqual(
      expect.arrayContaining([
        '2015-Q1: direct',
        ...['A', 'B'].flatMap((service) => seen.map((name) => `${service} ${name}`)),
      ]),
    );
  });

  test('are not told by the first quarter and those new in the others', async () => {
    const values = [
      ...[0, 8, 7, 9].map((newInPeriod, index) =>
        people('A', index + 1, { direct: 30, ...(index > 0 && { newInPeriod }) }),
      ),
      long({ direct: 56 }),
    ];
    const news = [2, 3, 4].map((number) => `A 2015-Q${number}: newInPeriod`);
    expect(Object.keys(await released(values))).not.toEqual(
      expect.arrayContaining(['A 2015: direct', 'A 2015-Q1: direct', ...news]),
    );
  });

  test('of several services are not told by those of one quarter', async () => {
    const values = [
      together(long({ direct: 40 })),
      people('A', 1, { direct: 20 }),
      people('B', 1, { direct: 17 }),
    ];
    expect(Object.keys(await released(values)).filter((name) => name.endsWith('direct')).length).toBeLessThan(
      3,
    );
  });
});

describe('a breakdown that does not say how many it divides', () => {
  test('is of the directly supported', async () => {
    const values = [
      quarter('A', 1, { youngPeople: { direct: 45 }, referrals: { route: { health: 22, police: 20 } } }),
    ];
    const printed = await exact({ summaries: [by(values, 'service', 'quarter')] });
    expect(Object.keys(printed).filter((name) => /direct|health|police/.test(name)).length).toBeLessThan(3);
  });
});
