import * as library from 'hub-and-spoke';
import fc from 'fast-check';
import {
  ageBandOf,
  daysAfter,
  daysIn,
  describeSource,
  entriesIn,
  findCode,
  findTerm,
  glossary,
  groupedBy,
  isCode,
  isIsoDate,
  labelOf,
  overlaps,
  remembered,
  reportPlaces,
  standards,
  yearsBetween,
  type Codelist,
  type Period,
  type Source,
} from 'hub-and-spoke';
import { expect, test } from 'vitest';
import { quarter } from '../arbitraries.ts';

const isCodelist = (value: unknown): value is Codelist =>
  typeof value === 'object' && value !== null && 'entries' in value && 'name' in value;
const list = fc.constantFrom(...Object.values<unknown>(library).filter(isCodelist));
const day = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2080-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const period: fc.Arbitrary<Period> = fc
  .tuple(day, fc.nat(400))
  .map(([from, days]) => ({ from, to: daysAfter(from, days) }));
/** How people write: in any case, with space around. */
const sloppily = (text: string) =>
  fc
    .tuple(fc.boolean(), fc.constantFrom('', ' ', '\t'))
    .map(([isLoud, space]) => `${space}${isLoud ? text.toUpperCase() : text}${space}`);

test('days after days are a day, and back again the same', () => {
  fc.assert(
    fc.property(
      day,
      fc.integer({ min: -5000, max: 5000 }),
      fc.integer({ min: -500, max: 500 }),
      (from, many, more) => {
        const later = daysAfter(from, many);
        expect(isIsoDate(later)).toBe(true);
        expect(daysAfter(later, -many)).toBe(from);
        expect(daysAfter(later, more)).toBe(daysAfter(from, many + more));
        if (many >= 0) expect(daysIn({ from, to: later })).toBe(many + 1);
      },
    ),
  );
});

test('years between two days are the birthdays passed, and bands of ages never go down', () => {
  fc.assert(
    fc.property(day, fc.nat(15_000), fc.nat(500), (born, days, more) => {
      const years = yearsBetween(born, daysAfter(born, days));
      const birthday = (age: number): string => `${Number(born.slice(0, 4)) + age}${born.slice(4)}`;
      expect(birthday(years) <= daysAfter(born, days)).toBe(true);
      expect(birthday(years + 1) > daysAfter(born, days)).toBe(true);
      const bands = ['under-12', '12-14', '15-17', '18-plus'];
      const later = yearsBetween(born, daysAfter(born, days + more));
      expect(bands.indexOf(ageBandOf(later))).toBeGreaterThanOrEqual(bands.indexOf(ageBandOf(years)));
    }),
  );
});

test('periods overlap when they have a day in common, whichever is asked first', () => {
  fc.assert(
    fc.property(period, period, (one, other) => {
      const first = one.from > other.from ? one.from : other.from;
      const last = one.to < other.to ? one.to : other.to;
      expect(overlaps(one, other)).toBe(first <= last);
      expect(overlaps(other, one)).toBe(overlaps(one, other));
    }),
  );
});

test('what people write finds the code that is called so, and nothing else is one', () => {
  const named = list.chain((each) =>
    fc.constantFrom(...each.entries).chain((entry) =>
      fc
        .constantFrom(entry.code, entry.label, ...(entry.aliases ?? []))
        .chain(sloppily)
        .map((text) => ({ each, entry, text })),
    ),
  );
  fc.assert(
    fc.property(named, fc.string(), ({ each, entry, text }, other) => {
      expect(findCode(each, text)).toBe(entry.code);
      expect([isCode(each, entry.code), labelOf(each, entry.code)]).toEqual([true, entry.label]);
      const isOne = each.entries.some(({ code }) => code === other);
      expect(isCode(each, other)).toBe(isOne);
      if (!isOne) expect(labelOf(each, other)).toBe(other);
    }),
  );
});

test('the entries of a quarter are of the list, in its order, and all of them some time', () => {
  fc.assert(
    fc.property(list, quarter, (each, when) => {
      const now = entriesIn(each, when);
      expect(each.entries.filter((entry) => now.includes(entry))).toEqual(now);
      for (const { since, until = when } of now) expect(since <= when && when <= until).toBe(true);
      for (const { since } of each.entries) expect(entriesIn(each, since).length).toBeGreaterThan(0);
    }),
  );
});

test('a term is found by any of its wordings', () => {
  const wording = fc
    .constantFrom(...glossary)
    .chain(({ term, aliases = [] }) => fc.constantFrom(term, ...aliases).chain(sloppily));
  fc.assert(
    fc.property(wording, fc.string({ minLength: 1 }), (text, other) => {
      expect(findTerm(text)).toBeDefined();
      expect(() => findTerm(other)).not.toThrow();
    }),
  );
});

test('groups have everything once, in order, each under its name', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50)), fc.integer({ min: 1, max: 7 }), (things, modulus) => {
      const groups = groupedBy(things, (thing) => thing % modulus);
      expect([...groups.values()].flat().sort()).toEqual([...things].sort());
      for (const [name, members] of groups)
        expect(members).toEqual(things.filter((thing) => thing % modulus === name));
    }),
  );
});

test('what is remembered is what would be answered, however little is kept', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 2 })), fc.integer({ min: 1, max: 5 }), (texts, most) => {
      const ask = (text: string): number | undefined => (text === '' ? undefined : text.length);
      expect(texts.map(remembered(ask, most))).toEqual(texts.map(ask));
    }),
  );
});

test('every source in words says which of the report, a standard and this library it is', () => {
  const sources = [...Object.keys(reportPlaces), ...Object.keys(standards), 'library'] as Source[];
  const words = sources.map(describeSource);
  expect(new Set(words).size).toBe(sources.length);
  fc.assert(
    fc.property(fc.constantFrom(...sources), (source) => {
      expect(describeSource(source).startsWith('Year Two report')).toBe(source in reportPlaces);
      expect(describeSource(source)).not.toMatch(/undefined|\[object/);
    }),
  );
});
