import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const folder = new URL('../api/', import.meta.url);
const reports = readdirSync(folder).filter((name) => name.endsWith('.api.md'));
const linesOf = (name: string): readonly string[] => readFileSync(new URL(name, folder), 'utf8').split('\n');

describe.each(reports)('the types of %s print readably', (name) => {
  const lines = linesOf(name);
  const functions = lines.filter((line) => line.startsWith('export function'));

  test('with names, and nothing of the inside of another library', () => {
    expect(lines.filter((line) => /ZodTypeInternals|[:<] any\b|any\[\]|typeof import/.test(line))).toEqual(
      [],
    );
  });

  test('functions in a line or two', () => {
    expect(functions.filter((line) => line.length > 230)).toEqual([]);
  });
});

test('there are functions to look at', () => {
  expect(
    reports.flatMap(linesOf).filter((line) => line.startsWith('export function')).length,
  ).toBeGreaterThan(100);
});
