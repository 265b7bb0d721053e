import type { CoreReturn } from 'hub-and-spoke';
import { describe, expect, test } from 'vitest';
import { by, noLedger, publishedAfter, publishedOf, quarter } from './releases.ts';

type Counts = Readonly<Record<string, number>>;

const spanning = (value: CoreReturn): CoreReturn => ({
  ...value,
  period: { from: '2015-01-01', to: '2015-12-31' },
  declared: 'year',
});
const together = (value: CoreReturn): CoreReturn => ({
  ...value,
  service: 'A and B',
  combined: { services: ['A', 'B'], returns: 2 },
});
/** The return of a quarter; of the year where that is 0. */
function people(service: string, number: number, { closed, ...youngPeople }: Counts): CoreReturn {
  const value = quarter(service, Math.max(1, number), {
    ...(Object.keys(youngPeople).length > 0 && { youngPeople }),
    ...(closed !== undefined && { outcomes: { casesClosed: closed } }),
  });
  return number === 0 ? spanning(value) : value;
}

/** The names of what is not printed as it is, of some figures. */
async function hiddenOf(values: readonly CoreReturn[]): Promise<readonly string[]> {
  const { summaries } = await publishedOf({ summaries: [by(values, 'service', 'quarter')] });
  return summaries
    .flatMap(({ figures }) => figures)
    .filter(({ mark }) => mark === 'hidden')
    .map(({ group, path }) => `${Object.values(group).join(' ')}: ${path.split('.').at(-1) ?? ''}`);
}

describe('a breakdown that does not say how many it divides', () => {
  const age = { 'under-12': 0, '12-14': 12, '15-17': 21, '18-plus': 0, 'not-known': 0 };
  const gender = { female: 30, male: 3, 'not-known': 0 };
  const of = (more: object, rest: object = {}): CoreReturn =>
    quarter('A', 2, { youngPeople: { ...more }, ...rest });

  test.each([
    ['is not said', { base: 'direct', age, gender }],
    ['is not known', { base: 'direct', direct: { unknown: 'not-known' }, age, gender }],
    ['was withheld by others', { base: 'direct', direct: { withheld: [30, 40] }, age, gender }],
    ['is incomplete', { base: 'direct', direct: { atLeast: 30 }, age, gender }],
    ['has no base either', { age, gender }],
  ])('is of as many as another where that %s', async (_, youngPeople) => {
    const hidden = await hiddenOf([of(youngPeople)]);
    expect(hidden).toContain('A 2015-Q2: male');
    expect(hidden.length).toBeGreaterThan(1);
  });

  test('is of other people where it comes to another number', async () => {
    const other = { ...age, '15-17': 25 };
    expect(await hiddenOf([of({ base: 'direct', age: other, gender })])).toEqual(['A 2015-Q2: male']);
  });

  test('tells how many were supported beside those who were there before', async () => {
    const hidden = await hiddenOf([of({ base: 'direct', age, openAtStart: 30 })]);
    expect(hidden).not.toEqual([]);
  });

  test('of outcomes is of as many as another, and of the cases that come and go', async () => {
    const school = { improved: 10, unchanged: 3, worse: 0, 'not-recorded': 0 };
    const episodes = { improved: 7, unchanged: 6, worse: 0, 'not-recorded': 0 };
    const two = await hiddenOf([of({}, { outcomes: { atClose: { school, episodes } } })]);
    expect(two.length).toBeGreaterThan(1);
    const flow = { openAtStart: 30, opened: 10, openAtEnd: 27 };
    const one = await hiddenOf([of(flow, { outcomes: { atClose: { school } } })]);
    expect(one.length).toBeGreaterThan(1);
  });
});

describe('a number that was left out', () => {
  test.each<readonly [what: string, values: readonly CoreReturn[], leaks: readonly string[]]>([
    [
      'that both of two periods lead to',
      [
        people('A', 1, { openAtStart: 30, opened: 10, closed: 3 }),
        people('A', 2, { opened: 12, closed: 9, openAtEnd: 40 }),
      ],
      ['A 2015-Q1: casesClosed'],
    ],
    [
      'that is bounded where nobody left',
      [
        people('A', 1, { direct: 18, opened: 18, closed: 0 }),
        people('A', 2, { direct: 21, opened: 3, closed: 0 }),
      ],
      ['A 2015-Q2: opened'],
    ],
    [
      'that is bounded where nobody came',
      [
        people('A', 1, { direct: 20, opened: 0, closed: 4 }),
        people('A', 2, { direct: 16, opened: 0, closed: 7 }),
      ],
      ['A 2015-Q1: casesClosed'],
    ],
    [
      'of a year, which its quarters divide',
      [
        people('A', 0, { openAtStart: 30, opened: 40, openAtEnd: 46 }),
        ...[7, 6, 8, 3].map((closed, index) => people('A', index + 1, { closed })),
      ],
      ['A 2015-Q4: casesClosed'],
    ],
    [
      'of a quarter, which is a part of the year',
      [
        people('A', 0, { closed: 29 }),
        ...[3, 9, 10].map((closed, index) => people('A', index + 1, { closed })),
        people('A', 4, { openAtStart: 30, opened: 8, openAtEnd: 31 }),
      ],
      ['A 2015-Q1: casesClosed'],
    ],
    [
      'of several services together, which divide it',
      [
        together(people('A', 1, { openAtStart: 15, opened: 13, closed: 8 })),
        people('A', 2, { openAtStart: 17 }),
        people('B', 2, { openAtStart: 3 }),
      ],
      ['B 2015-Q2: openAtStart'],
    ],
    [
      'of one of several services together',
      [
        together(people('A', 1, { openAtEnd: 20 })),
        people('B', 1, { openAtEnd: 3 }),
        people('A', 2, { opened: 12, closed: 9, openAtEnd: 20 }),
      ],
      ['B 2015-Q1: openAtEnd'],
    ],
    [
      'of the first quarter, in which everybody is counted for the first time',
      [people('A', 1, { firstInYear: 31, openAtStart: 30, opened: 8, newInPeriod: 1 })],
      ['A 2015-Q1: newInPeriod'],
    ],
    [
      'between those new to the service and those who came',
      [
        people('A', 0, { direct: 53 }),
        people('A', 1, { direct: 40 }),
        people('A', 2, { direct: 38, newInPeriod: 6, opened: 6 }),
        people('A', 3, { direct: 40, firstInYear: 1 }),
        people('A', 4, { direct: 45, firstInYear: 6 }),
      ],
      ['A 2015-Q3: firstInYear'],
    ],
  ])('%s does not give away another', async (_, values, leaks) => {
    const hidden = await hiddenOf(values);
    expect(hidden).toEqual(expect.arrayContaining([...leaks]));
    expect(hidden.length).toBeGreaterThan(leaks.length);
  });
});

describe('the people of a year', () => {
  const newIn = (path: string, counts: readonly (readonly [direct: number, fresh: number])[]) =>
    counts.map(([direct, fresh], index) => people('A', index + 1, { direct, [path]: fresh }));

  test.each<readonly [what: string, values: readonly CoreReturn[], leaks: string]>([
    [
      'of two services together are those new to it in each',
      [
        together(people('A', 0, { direct: 113 })),
        ...['A', 'B'].flatMap((service) =>
          [30, 28, 31, 29].map((direct, index) =>
            people(service, index + 1, {
              direct,
              ...(index > 0 && {
                firstInYear: (service === 'A' ? [0, 9, 8, 7] : [0, 8, 18, 3])[index] ?? 0,
              }),
            }),
          ),
        ),
      ],
      'B 2015-Q4: firstInYear',
    ],
    [
      'are at least those of the second quarter and those new since',
      [
        people('A', 0, { direct: 58 }),
        ...newIn('firstInYear', [
          [0, 0],
          [50, 50],
          [40, 7],
          [40, 1],
        ]).slice(1),
      ],
      'A 2015-Q4: firstInYear',
    ],
    [
      'are at most those who came, also where in one quarter nobody did',
      [
        people('A', 0, { direct: 44 }),
        people('A', 1, { direct: 30 }),
        people('A', 2, { direct: 22, openAtStart: 22 }),
        people('A', 3, { direct: 30, openAtStart: 22 }),
        people('A', 4, { direct: 7, openAtStart: 1 }),
      ],
      'A 2015-Q4: openAtStart',
    ],
    [
      'are new to the service just once',
      [
        people('A', 0, { newInPeriod: 23 }),
        ...[8, 7, 5, 3].map((newInPeriod, index) => people('A', index + 1, { newInPeriod })),
      ],
      'A 2015-Q4: newInPeriod',
    ],
  ])('%s', async (_, values, leaks) => {
    const hidden = await hiddenOf(values);
    expect(hidden).toContain(leaks);
    expect(hidden.length).toBeGreaterThan(1);
  });

  test('are counted quarter by quarter also beside a return of the year', async () => {
    const quarters = [people('A', 1, { direct: 40 }), people('A', 2, { direct: 45, firstInYear: 8 })];
    // 40 and 8 less 45: three were there in the first quarter alone.
    expect(await hiddenOf([people('A', 0, { direct: 60 }), ...quarters])).not.toEqual([]);
  });
});

test('what is left over is not known to be nothing because it is: a later release is still possible', async () => {
  const released = (...values: readonly CoreReturn[]) => ({ summaries: [by(values, 'service', 'quarter')] });
  const first = await publishedAfter(
    noLedger,
    released(
      people('B', 1, { direct: 17, firstInYear: 17, openAtEnd: 17 }),
      people('B', 4, { direct: 21, firstInYear: 1 }),
    ),
  );
  const second = await publishedAfter(
    first.ledger,
    released(
      people('B', 2, { direct: 17, openAtStart: 17, firstInYear: 0 }),
      people('B', 3, { direct: 20, firstInYear: 3 }),
    ),
  );
  expect(second.published.summaries).toHaveLength(1);
});

test('a correction does not forget what the first version said of the next quarter', async () => {
  const second = people('A', 2, { opened: 14, closed: 4, openAtEnd: 30 });
  const released = (...values: readonly CoreReturn[]) => ({ summaries: [by(values, 'service', 'quarter')] });
  const { ledger } = await publishedAfter(noLedger, released(people('A', 1, { openAtEnd: 20 }), second));
  const corrected = { ...people('A', 1, { openAtEnd: 28 }), revision: 2 };
  const { published } = await publishedAfter(ledger, { ...released(corrected, second), corrects: true });
  const shown = published.summaries
    .flatMap(({ figures }) => figures)
    .filter(({ mark }) => mark === 'shown')
    .map(({ group, path }) => `${group.quarter ?? ''} ${path}`);
  // 20 and 14 less 30: four were closed, as the end of the first quarter was called before.
  expect(shown).not.toEqual(
    expect.arrayContaining(['2015-Q2 youngPeople.opened', '2015-Q2 youngPeople.openAtEnd']),
  );
});
