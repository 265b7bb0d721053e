import type { z } from 'zod';
import {
  coreReturn,
  fieldAt,
  parseCell,
  sections,
  valueAt,
  type CoreReturn,
  type Field,
  type Json,
} from '../form/index.ts';
import { findCode } from '../vocabulary/index.ts';
import { listed, shown, type Finding } from './finding.ts';
import { foundAt } from './found-at.ts';
import { negativeZeroPaths, plainCopy, type PlainProblem } from './plain-copy.ts';
import { shapeRules } from './shape-rules.ts';

/** A return that has been read as far as it can be. */
export interface CheckedShape {
  /** The return, when its shape is sound throughout. */
  readonly value?: CoreReturn;
  /** The plain data of it, sound or not. */
  readonly data: Json | undefined;
  readonly findings: readonly Finding[];
  /** Whether a part of the return, by its rule field, could not be read. */
  readonly isBroken: (part: string) => boolean;
}

type Issue = z.core.$ZodIssue;

/** Reads anything as a return: what is sound, and what is wrong with the rest. */
export function checkShape(input: unknown): CheckedShape {
  const { copy, problems } = plainCopy(input);
  const refused = problems.map(refusal);
  if (typeof copy !== 'object' || copy === null || Array.isArray(copy)) {
    const findings = refused.length > 0 ? refused : [refusal({ path: '', found: shown(copy) })];
    return { data: copy, findings, isBroken: () => true };
  }
  const parsed = coreReturn.safeParse(copy);
  const issues = parsed.success
    ? minusZeros(copy)
    : onePerPlace(parsed.error.issues.flatMap((issue) => issueFindings(issue, copy)));
  const named = new Set(refused.flatMap(({ paths }) => paths));
  const findings = [...refused, ...issues.filter(({ paths }) => !paths.some((path) => named.has(path)))];
  const broken = findings.flatMap((finding) => finding.paths);
  const isBroken = (part: string): boolean => broken.some((path) => reaches(path, part));
  return {
    ...(parsed.success && findings.length === 0 ? { value: parsed.data } : {}),
    // In the order of the catalogue where that is possible, whatever the order in which it came.
    data: parsed.success ? (parsed.data as unknown as Json) : copy,
    findings,
    isBroken,
  };
}

/** Several things wrong with one place are one finding. */
function onePerPlace(findings: readonly Finding[]): readonly Finding[] {
  const places = new Map(findings.map((finding) => [`${finding.rule} ${finding.paths.join()}`, finding]));
  return [...places.values()];
}

const reaches = (path: string, part: string): boolean =>
  path === '' || path === part || path.startsWith(`${part}.`) || part.startsWith(`${path}.`);

function refusal({ path, found }: PlainProblem): Finding {
  return shapeFinding('R001', path === '' ? [] : [path], `Found ${found}.`, 'plain data', {});
}

function shapeFinding(
  rule: string,
  paths: readonly string[],
  message: string,
  expected: string,
  data: Json,
  remedy = shapeRules.find(({ code }) => code === rule)?.remedy ?? '',
): Finding {
  const found = Object.fromEntries(paths.map((path) => [path, jsonAt(data, path)]));
  return { rule, severity: 'error', paths, message, found, expected, remedy };
}

function jsonAt(data: Json, path: string): Json {
  const value = foundAt(data, path) as Json | undefined; // the copy holds plain data only
  return typeof value === 'string' && value.length > 200 ? `${value.slice(0, 200)}…` : (value ?? null);
}

function issueFindings(issue: Issue, data: Json): readonly Finding[] {
  const path = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') return [unknownKeys(issue.keys, path, data)];
  const found = foundAt(data, path);
  if (found === undefined && !path.includes('.')) {
    return [shapeFinding('R002', [path], `The return has no ${path}.`, `a ${path}`, data)];
  }
  if (issue.path[0] === 'period') {
    return [
      shapeFinding(
        'R005',
        [path],
        `${shown(found)} is not a day of the calendar.`,
        'a day such as 2015-03-31',
        data,
      ),
    ];
  }
  return [issue.code === 'invalid_key' ? badName(issue, data) : fieldIssue(issue, path, found, data)];
}

/** A name that is none cannot stand in a path either: its place is the object that holds it. */
function badName({ path }: Issue, data: Json): Finding {
  const message = `${shown(path.at(-1))} cannot be the name of a measure.`;
  return shapeFinding('R007', [path.slice(0, -1).join('.')], message, names, data);
}

const names = 'names of 1 to 100 characters without a dot or a stroke';

function unknownKeys(keys: readonly string[], path: string, data: Json): Finding {
  // A key that is empty or has a dot cannot stand in a path: its place is the object that holds it.
  const paths = [...new Set(keys.map((key) => placeOf(key, path)))].filter((place) => place !== '');
  const names = listed(keys.map(shown));
  return shapeFinding(
    'R003',
    paths,
    `The form has no ${names}${path === '' ? '' : ` in ${path}`}.`,
    'an entry of the form',
    data,
  );
}

function placeOf(key: string, path: string): string {
  if (key === '' || key.includes('.')) return path;
  return path === '' ? key : `${path}.${key}`;
}

function fieldIssue(issue: Issue, path: string, found: unknown, data: Json): Finding {
  const field = fieldAt(path);
  if (field?.kind === 'code') return codeIssue(path, found, field.codelist, data);
  if (path === 'edition' || path === 'declared') {
    return shapeFinding('R006', [path], `${shown(found)} is not a code of ${path}.`, issue.message, data);
  }
  const cell = field === undefined ? undefined : cellPath(field, issue);
  if (field !== undefined && cell !== undefined)
    return cellIssue(cell, valueAt(data, cell), field.decimal, data);
  const message = `${shown(found)} is not of the kind or length expected here.`;
  return shapeFinding('R007', [path], message, expectedOf(issue, path), data);
}

/** How many names lead to a cell: section and field, then a code, or a measure and a code. */
const cellDepth = { count: 2, breakdown: 3, matrix: 4, code: 2 } as const;

/** The path of the cell that an issue is about; `undefined` when it is about what holds the cells. */
function cellPath(field: Field, issue: Issue): string | undefined {
  const depth = cellDepth[field.kind];
  return issue.path.length >= depth ? issue.path.slice(0, depth).join('.') : undefined;
}

function expectedOf(issue: Issue, path: string): string {
  if (path in sections) return 'an object with the fields of the section';
  if (issue.code !== 'custom') return issue.message;
  return path === 'combined.services'
    ? 'two services or more, each once'
    : 'names of 1 to 100 characters without a dot';
}

function codeIssue(path: string, found: unknown, list: Parameters<typeof findCode>[0], data: Json): Finding {
  const meant = typeof found === 'string' ? findCode(list, found) : undefined;
  const expected = list.entries.map(({ code }) => code).join(' or ');
  return shapeFinding(
    'R006',
    [path],
    `${shown(found)} is not a code of the list.`,
    expected,
    data,
    meant && `Did you mean "${meant}"?`,
  );
}

function cellIssue(path: string, found: unknown, decimal: boolean, data: Json): Finding {
  const typed = typeof found === 'string' ? parseCell(found, { decimal }) : undefined;
  const meant =
    typed !== undefined &&
    ('cell' in typed ? typed.cell : 'suggestion' in typed ? typed.suggestion : undefined);
  const remedy =
    meant === undefined || meant === false
      ? undefined
      : `If that is what is meant, enter ${JSON.stringify(meant)}.`;
  const expected = decimal
    ? 'a number from 0, or why there is none'
    : 'a whole number from 0, or why there is none';
  return shapeFinding('R004', [path], `${shown(found)} is not a count.`, expected, data, remedy);
}

/** Minus zero passes for a whole number, and says that something went wrong before it came here. */
function minusZeros(data: Json): readonly Finding[] {
  return negativeZeroPaths(data).map((path) =>
    shapeFinding(
      'R004',
      [path],
      '-0 is not a count.',
      'a whole number from 0, or why there is none',
      data,
      'Enter 0 if there were none.',
    ),
  );
}
