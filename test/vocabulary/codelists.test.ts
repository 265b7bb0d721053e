import * as library from 'hub-and-spoke';
import {
  ageBandOf,
  codelist,
  entriesIn,
  findCode,
  isCode,
  parseQuarter,
  reportPlaces,
  spelling,
  standards,
  toHarmonisedEthnicity,
  type Codelist,
} from 'hub-and-spoke';
import { describe, expect, test } from 'vitest';

const isCodelist = (value: unknown): value is Codelist =>
  typeof value === 'object' && value !== null && 'entries' in value && 'name' in value;
const lists = Object.values<unknown>(library).filter(isCodelist);

describe.each(lists.map((list) => [list.name, list] as const))('codelist %s', (_, list) => {
  test('has codes that can stand in a path, each with a meaning and a first quarter', () => {
    for (const { code, label, meaning, since, until } of list.entries) {
      expect(code).toMatch(/^[A-Za-z0-9]+(?:-[a-z0-9]+)*$/);
      expect(label).not.toBe('');
      expect(meaning).toMatch(/\.$/);
      expect(parseQuarter(since)).toBe(since);
      if (until !== undefined) expect(until >= since).toBe(true);
    }
  });

  test('finds each code by its label and aliases, and no name means two codes', () => {
    for (const { code, label, aliases = [] } of list.entries) {
      for (const name of [code, label, ...aliases]) expect(findCode(list, name.toUpperCase())).toBe(code);
    }
  });

  test('has a source', () => {
    expect(['library', ...Object.keys(reportPlaces), ...Object.keys(standards)]).toContain(list.source);
  });
});

test('there are codelists to test', () => {
  expect(lists.length).toBeGreaterThan(10);
});

describe('a sample', () => {
  const list = codelist({
    name: 'sample',
    title: 'Sample',
    source: 'library',
    open: false,
    entries: [
      {
        code: 'old',
        label: 'Old',
        meaning: 'Was.',
        aliases: ['Former', 'New'],
        since: '2013-Q4',
        until: '2014-Q4',
      },
      { code: 'new', label: 'New', meaning: 'Is.', since: '2015-Q1' },
    ],
  });

  test('have in a quarter what may be used in it', () => {
    const codesIn = (quarter: Parameters<typeof entriesIn>[1]) =>
      entriesIn(list, quarter).map(({ code }) => code);
    expect((['2013-Q3', '2013-Q4', '2014-Q4', '2015-Q1', '2020-Q1'] as const).map(codesIn)).toEqual([
      [],
      ['old'],
      ['old'],
      ['new'],
      ['new'],
    ]);
  });

  test('give a name that two claim to the first, and look nothing up in long texts', () => {
    expect([findCode(list, 'new'), findCode(list, 'FORMER ')]).toEqual(['old', 'old']);
    expect([findCode(list, `former${' '.repeat(194)}`), findCode(list, `former${' '.repeat(195)}`)]).toEqual([
      'old',
      undefined,
    ]);
  });

  test('cannot have a code twice', () => {
    expect(() => codelist({ ...list, entries: [...list.entries, ...list.entries] })).toThrow(
      new RangeError('codelist sample: the code "old" stands twice'),
    );
  });

  test('are spelt in one way', () => {
    expect(['12 - 14', '12  to   14', '18  +', 'A & B', '  x  '].map(spelling)).toEqual([
      '12-14',
      '12-14',
      '18+',
      'a b',
      'x',
    ]);
  });
});

test('each band of ages begins at its first birthday', () => {
  expect([0, 11, 12, 14, 15, 17, 18, 40].map(ageBandOf)).toEqual([
    ...['under-12', 'under-12', '12-14', '12-14'],
    ...['15-17', '15-17', '18-plus', '18-plus'],
  ]);
});

test('nothing inherited is a code', () => {
  for (const name of ['constructor', '__proto__', 'toString'])
    expect(isCode(library.gender, name)).toBe(false);
});

test('the report’s ethnicities map to the harmonised list only where that is certain', () => {
  const certain = Object.entries(toHarmonisedEthnicity).filter(([, mapping]) => 'code' in mapping);
  expect(certain.map(([code]) => code)).toEqual(['white-uk', 'pakistani', 'not-known']);
  for (const [, mapping] of certain) {
    expect('code' in mapping && isCode(library.harmonisedEthnicity, mapping.code)).toBe(true);
  }
});
