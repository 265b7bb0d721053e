import {
  mergeCategories,
  summarise,
  withheld,
  type Cell,
  type CoreReturn,
  type Dimension,
} from 'hub-and-spoke';
import {
  attack,
  defineRelease,
  type Ledger,
  type Protected,
  type ReleaseContents,
} from 'hub-and-spoke/disclosure';
import { describe, expect, test } from 'vitest';
import { by, codes, noLedger, publishedAfter, publishedOf, quarter } from './releases.ts';

const people = (service: string, number: number, youngPeople: object): CoreReturn =>
  quarter(service, number, { youngPeople });
const year = (youngPeople: object): CoreReturn => ({
  ...people('2', 1, youngPeople),
  period: { from: '2015-01-01', to: '2015-12-31' },
  declared: 'year',
});

/** How a path is printed, by group: a number that is exact, or [c] or other bounds. */
const printedAt = ({ summaries }: Protected, path: string) =>
  Object.fromEntries(
    summaries.flatMap(({ figures }) =>
      figures
        .filter((figure) => figure.path === path)
        .map(({ group, mark, low, high }) => [
          Object.values(group).join(' '),
          mark !== 'hidden' && low === high ? low : mark,
        ]),
    ),
  );
/** Which of some numbers is not printed as it is. */
const unprinted = (numbers: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.keys(numbers).filter((name) => typeof numbers[name] !== 'number');

describe('people over several quarters', () => {
  const aged = (service: string, number: number, counts: readonly number[]): CoreReturn =>
    people(service, number, {
      direct: counts.reduce((all, each) => all + each, 0),
      base: 'direct',
      age: Object.fromEntries(
        ['under-12', '12-14', '15-17', '18-plus'].map((band, index) => [band, counts[index]]),
      ),
    });
  const returns = [
    aged('A', 1, [8, 9, 12, 12]),
    aged('A', 2, [3, 6, 6, 6]),
    aged('B', 1, [20, 9, 9, 20]),
    aged('B', 2, [2, 0, 0, 0]),
  ];

  test('are not told by their number being one, since nobody was there in the others', async () => {
    const summaries = [['service', 'quarter'], ['quarter'], ['service']].map((dimensions) =>
      summarise(returns, { by: dimensions as Dimension[] }),
    );
    const made = await publishedOf({ summaries });
    const overYear = made.summaries[2]?.figures.filter(({ path }) => path.startsWith('youngPeople.age.'));
    expect(new Set(overYear?.map(({ mark }) => mark))).toEqual(new Set(['worked-out']));
    expect(made.cells.filter(({ id }) => /service [AB]$/.test(id))).toEqual([]);
    // Even who knows that a hidden zero is one learns nothing of the small count in its quarter.
    const { ranges } = await attack(made, {
      cells: [{ id: 'Age: 18 +, direct, service B, quarter 2015-Q2', count: 0 }],
    });
    const small = ranges?.find(({ id }) => id === 'Age: Under 12, direct, quarter 2015-Q2');
    expect((small?.high ?? Infinity) - (small?.low ?? 0)).toBeGreaterThanOrEqual(2);
  });

  test('protect a group as well', async () => {
    const gender = (number: number, female: number, male: number) =>
      people('2', number, { direct: female + male, base: 'direct', gender: { female, male } });
    const made = await publishedOf(
      {
        summaries: [
          by([gender(1, 30, 12), gender(2, 42, 0)], 'quarter'),
          by([gender(1, 30, 12), gender(2, 42, 0)]),
        ],
      },
      { groups: 'protect' },
    );
    expect(made.summaries[1]?.figures.find(({ path }) => path.endsWith('.male'))?.mark).toBe('worked-out');
  });
});

describe('a year beside its quarters', () => {
  const opened = [12, 14, 13, 3].map((count, index) => people('2', index + 1, { opened: count }));

  test('gives no quarter away', async () => {
    const made = await publishedOf({
      summaries: [by([...opened, year({ opened: 42 })], 'service', 'quarter')],
    });
    expect(unprinted(printedAt(made, 'youngPeople.opened')).length).toBeGreaterThan(1);
  });

  test('gives none away that came before it, or never came', async () => {
    for (const returns of [opened, opened.slice(0, 3)]) {
      const first = await publishedAfter(noLedger, { summaries: [by(returns, 'service', 'quarter')] });
      const shown = printedAt(first.published, 'youngPeople.opened');
      const second = await publishedAfter(first.ledger, {
        summaries: [by([year({ opened: 42 })], 'service', 'quarter')],
      });
      expect([
        ...unprinted(shown).filter((name) => !name.endsWith('Q4')),
        ...unprinted(printedAt(second.published, 'youngPeople.opened')),
      ]).not.toEqual([]);
    }
  });

  test('gives nobody away who was new to the year', async () => {
    const quarters = [
      { direct: 40, firstInYear: 40 },
      { direct: 45, firstInYear: 15 },
      { direct: 38, firstInYear: 12 },
      { direct: 30, firstInYear: 3 },
    ].map((counts, index) => people('2', index + 1, counts));
    const made = await publishedOf({
      summaries: [by([...quarters, year({ direct: 70 })], 'service', 'quarter')],
    });
    const fresh = printedAt(made, 'youngPeople.firstInYear');
    const isAllPrinted = printedAt(made, 'youngPeople.direct')['2 2015'] === 70;
    expect(unprinted(fresh).length).toBeGreaterThan(isAllPrinted ? 1 : 0);
    expect(unprinted(fresh)).toContain('2 2015-Q4');
  });

  test('is of the cases open as its first quarter begins and its last one ends', () => {
    const quarters = [1, 2, 3, 4].map((number) =>
      people('2', number, { openAtStart: 10 + number, openAtEnd: 11 + number }),
    );
    const { release } = defineRelease({
      summaries: [by([...quarters, year({ openAtStart: 11, openAtEnd: 15 })], 'service', 'quarter')],
    });
    const ofYear = release?.lines.filter(({ total }) => total.includes('2015-01-01/2015-12-31'));
    expect(ofYear?.map(({ parts }) => parts)).toEqual(
      expect.arrayContaining([
        ['2, 2015-01-01/2015-03-31: youngPeople.openAtStart'],
        ['2, 2015-10-01/2015-12-31: youngPeople.openAtEnd'],
      ]),
    );
  });

  test('that is less than its quarters is of something else', () => {
    const { release } = defineRelease({
      summaries: [by([...opened, year({ opened: 41 })], 'service', 'quarter')],
    });
    expect(release?.lines.filter(({ total }) => total.includes('2015-12-31: '))).toEqual([]);
  });
});

describe('several services in one return', () => {
  const gender = (
    service: string,
    female: number,
    male: number,
    more: Partial<CoreReturn> = {},
  ): CoreReturn => ({
    ...people(service, 1, { direct: female + male, base: 'direct', gender: { female, male } }),
    ...more,
  });
  const [a, b] = [gender('A', 28, 12), gender('B', 14, 3)];
  const both = gender('A and B', 42, 15, { combined: { services: ['A', 'B'], returns: 2 } });
  const male = 'youngPeople.gender.male';

  test('give none of them away beside their own', async () => {
    const made = await publishedOf({ summaries: [by([a, b, both], 'service')] });
    expect(unprinted(printedAt(made, male)).length).toBeGreaterThan(1);
  });

  test('give none of them away that is published after them', async () => {
    const first = await publishedAfter(noLedger, { summaries: [by([both], 'service')] });
    const second = await publishedAfter(first.ledger, { summaries: [by([a, b], 'service')] });
    const hidden = { ...printedAt(first.published, male), ...printedAt(second.published, male) };
    expect(unprinted(hidden).length).toBeGreaterThan(1);
    expect(first.ledger[0]?.combined).toEqual({ 'A and B, 2015-01-01/2015-03-31': ['A', 'B'] });
    expect(second.ledger[1]).toHaveProperty('combined');
  });
});

describe('categories that were put together, one of which is not known', () => {
  test('do not give away what an earlier release hid', async () => {
    const summary = by(
      [
        people('A', 1, {
          age: { 'under-12': 3, '12-14': 20, '15-17': { unknown: 'not-known' }, '18-plus': 20 },
        }),
      ],
      'service',
    );
    const first = await publishedAfter(noLedger, { summaries: [summary] });
    const merge = { field: 'youngPeople.age', codes: ['under-12', '12-14', '15-17'], into: 'Under 18' };
    const second = await publishedAfter(first.ledger, { summaries: [mergeCategories(summary, merge)] });
    const figure = second.published.summaries[0]?.figures.find(({ path }) => path.endsWith('Under 18'));
    expect(figure).toMatchObject({ mark: 'hidden' });
  });
});

test('a group is protected whatever is in the name of a category', async () => {
  for (const name of ['another', 'one/another']) {
    const returns = ['A', 'B'].map((service) =>
      people(service, 1, { direct: 20, base: 'direct', ethnicity: { 'white-uk': 20, [name]: 0 } }),
    );
    const made = await publishedOf({ summaries: [by(returns)] }, { groups: 'protect' });
    expect(printedAt(made, `youngPeople.ethnicity.${name}`)).toEqual({ '': 'hidden' });
  }
});

describe('what others withheld, and a release passed on', () => {
  const gender = (service: string, female: Cell, male: Cell, more: Partial<CoreReturn> = {}): CoreReturn => ({
    ...people(service, 1, { direct: service === 'A' ? 11 : 7, base: 'direct', gender: { female, male } }),
    ...more,
  });
  const passedOn = { summaries: [by([gender('A', withheld(1, 5), withheld(1, 10))], 'service')] };
  const inFull = (female: number) =>
    [gender('A', female, 11 - female, { revision: 2 }), gender('B', 6, 1)] as const;
  const numbers = (female: number): ReleaseContents => ({
    summaries: [by(inFull(female), 'service'), by(inFull(female))],
    corrects: true,
  });
  const small = 'Gender: Male, direct, service B';
  /** Between which counts somebody knows the small one who kept the bounds. */
  async function known(published: Protected): Promise<readonly [low: number, high: number]> {
    const kept = { id: 'Gender: Female, direct, service A', low: 1, high: 5 };
    const { ranges = [] } = await attack(published, { cells: [kept] });
    const found = ranges.find(({ id }) => id === small);
    return [found?.low ?? 0, found?.high ?? Infinity];
  }

  test('is known of the number that comes later: its neighbours are not narrowed by it', async () => {
    const alone = await publishedOf(numbers(5));
    expect(await known(alone)).toEqual([0, 1]);
    const first = await publishedAfter(noLedger, passedOn);
    expect(first.ledger[0]?.withheld).toEqual([
      { id: 'A, 2015-01-01/2015-03-31: youngPeople.gender.female', within: [1, 5] },
      { id: 'A, 2015-01-01/2015-03-31: youngPeople.gender.male', within: [1, 10] },
    ]);
    const second = await publishedAfter(first.ledger, numbers(5));
    const [low, high] = await known(second.published);
    expect(high - low).toBeGreaterThanOrEqual(5);
    expect(second.published.cells.find(({ id }) => id === 'Gender: Female, direct, service A')).toMatchObject(
      { mark: 'hidden', low: 1, high: 5 },
    );
  });

  test('is known of a category that is called as earlier versions of a number are', async () => {
    const category = 'Traveller (as in the census)';
    const of = (service: string, own: Cell, others: Cell, revision = 1): CoreReturn => ({
      ...people(service, 1, {
        direct: service === 'A' ? 11 : 7,
        base: 'direct',
        ethnicity: { [category]: own, 'white-uk': others },
      }),
      revision,
    });
    const first = await publishedAfter(noLedger, {
      summaries: [by([of('A', withheld(1, 5), withheld(1, 10))], 'service')],
    });
    const numbers = [of('A', 5, 6, 2), of('B', 6, 1)];
    const { published } = await publishedAfter(first.ledger, {
      summaries: [by(numbers, 'service'), by(numbers)],
      corrects: true,
    });
    const kept = { id: `Ethnicity: ${category}, direct, service A`, low: 1, high: 5 };
    const { ranges = [] } = await attack(published, { cells: [kept] });
    const found = ranges.find(({ id }) => id === 'Ethnicity: White UK, direct, service B');
    expect((found?.high ?? 0) - (found?.low ?? 0)).toBeGreaterThanOrEqual(5);
  });

  test('says nothing of a number that was corrected to be outside', async () => {
    const first = await publishedAfter(noLedger, passedOn);
    const second = await publishedAfter(first.ledger, numbers(6));
    const [cell] = second.release.cells.filter(({ id }) => id.endsWith('youngPeople.gender.female'));
    expect(cell).toMatchObject({ id: 'A, 2015-01-01/2015-03-31: youngPeople.gender.female', count: 6 });
    expect(cell).not.toHaveProperty('within');
  });

  test('is known of what an earlier release hid', async () => {
    const first = await publishedAfter(noLedger, numbers(5));
    const second = defineRelease({ ...passedOn, corrects: true, earlier: first.ledger });
    const cell = second.release?.cells.find(({ id }) =>
      id.startsWith('A, 2015-01-01/2015-03-31: youngPeople.gender.female'),
    );
    expect(cell).toMatchObject({ count: 5, within: [1, 5] });
  });

  test('has to be of the shape that was recorded', async () => {
    const { ledger } = await publishedAfter(noLedger, passedOn);
    const broken = ledger.map((entry) => ({ ...entry, withheld: [{ id: 'x', within: [-1] }] }));
    const refused = defineRelease({ ...numbers(5), earlier: broken as unknown as Ledger });
    expect(codes(refused)).toEqual(['malformed']);
  });
});
