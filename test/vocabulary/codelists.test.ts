import * as library from 'hub-and-spoke';
import {
  codelist,
  findCode,
  isCode,
  parseQuarter,
  reportPlaces,
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

test('a code that stands twice is a mistake of the programmer', () => {
  const entry = { code: 'a', label: 'A', meaning: 'A.', since: '2014-Q1' } as const;
  expect(() =>
    codelist({ name: 'twice', title: 'Twice', source: 'library', entries: [entry, entry] }),
  ).toThrow(RangeError);
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
