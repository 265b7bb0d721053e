import { shown, type Finding, type Severity } from '../checks/index.ts';
import { valueAt, type Json } from '../form/index.ts';
import type { z } from 'zod';
import type { TheoryBreak } from './theory-rule.ts';
import { soundShape } from './theory-shape-rules.ts';

/** What every rule about theories says of itself. */
export interface SaidTheoryRule {
  readonly code: string;
  readonly severity: Severity;
  readonly remedy: string;
}

/** A finding about theories: what stands at its paths comes from the data. */
export function theoryFinding(
  rule: SaidTheoryRule,
  { paths, message, expected, notRepeated }: TheoryBreak,
  data: unknown,
): Finding {
  const found = Object.fromEntries(
    paths.map((path) => [path, notRepeated ? 'not repeated here' : shortened(valueAt(data, path))]),
  );
  return { rule: rule.code, severity: rule.severity, paths, message, found, expected, remedy: rule.remedy };
}

/** A list or an object is counted, never spelt out: it may be as large as the input. */
const inShort = (value: unknown): string =>
  Array.isArray(value)
    ? `a list of ${value.length}`
    : typeof value === 'object' && value !== null
      ? 'an object'
      : shown(value);

/** What stands somewhere, as far as a finding needs it: a whole list or object would only repeat the input. */
function shortened(value: unknown): Json {
  if (Array.isArray(value)) return `${value.length} entries`;
  if (typeof value === 'object' && value !== null)
    return `an object with ${Object.keys(value).join(', ').slice(0, 100)}`;
  if (typeof value === 'string') return value.length > 200 ? `${value.slice(0, 200)}…` : value;
  return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** What is wrong with the shape of something at a path. */
export function shapeFindings(
  issues: readonly z.core.$ZodIssue[],
  at: string,
  data: unknown,
): readonly Finding[] {
  return issues.map((issue) => {
    const path = [at, ...issue.path.map(String)].filter((part) => part !== '').join('.');
    return theoryFinding(
      soundShape,
      { paths: path === '' ? [] : [path], ...wordsFor(issue, path, data), ...withheldIn(path) },
      data,
    );
  });
}

/** Evidence that does not fit may hold what somebody said: it is not repeated. */
const isEvidence = (path: string): boolean => /(?:^|\.)evidence(?:For|Against)?\./u.test(path);
const withheldIn = (path: string): Pick<TheoryBreak, 'notRepeated'> =>
  isEvidence(path) ? { notRepeated: true } : {};

function wordsFor(
  issue: z.core.$ZodIssue,
  path: string,
  data: unknown,
): Pick<TheoryBreak, 'message' | 'expected'> {
  const place = path === '' ? 'The input' : path;
  if (issue.code === 'unrecognized_keys') {
    return {
      message: `${place} has no place for ${issue.keys.map(shown).join(', ')}.`,
      expected: 'only the entries that are described',
    };
  }
  const expected =
    issue.code === 'invalid_value' ? issue.values.slice(0, 30).map(String).join(' or ') : issue.message;
  const found = isEvidence(path) ? 'what stands there' : inShort(valueAt(data, path));
  return { message: `${place}: ${found} is not what belongs here.`, expected };
}

/** Something that is no plain data at all. */
export const notPlain = (path: string, found: string): Finding =>
  theoryFinding(
    soundShape,
    { paths: path === '' ? [] : [path], message: `Found ${found}.`, expected: 'plain data' },
    {},
  );
