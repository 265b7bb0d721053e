import type { z } from 'zod';
import { shown, type Finding } from '../checks/index.ts';
import { identifying } from './personal-data.ts';
import { recordFinding } from './record-rule.ts';
import { serviceRecord, sessionActivities, type RecordKind, type ServiceRecord } from './service-record.ts';

/** A record; or why it is none, and of what kind it would have been. */
export interface ReadRecord {
  readonly record?: ServiceRecord;
  readonly finding?: Finding;
  readonly kind: RecordKind | 'any';
}

/** Reads anything as a record. */
export function readRecord(input: unknown): ReadRecord {
  try {
    const parsed = serviceRecord.safeParse(input);
    if (parsed.success) return { record: parsed.data, kind: 'any' };
    return { finding: badRecord(input, parsed.error.issues), kind: kindIn(input) };
  } catch {
    // Only the record’s own code runs in there: a proxy, or an accessor that throws. What it says is not repeated.
    return { finding: recordFinding('K101', 'A record cannot be read: it is no plain data.'), kind: 'any' };
  }
}

/** The kinds of which a record is one. A case whose kind of support is not known is a case, and shows no consultancy. */
export function kindsOf(record: ServiceRecord): readonly RecordKind[] {
  if (record.kind === 'session') return [record.activity];
  if (record.kind !== 'case') return [record.kind];
  return [record.support === 'consultancy' ? 'consultancy-case' : 'case'];
}

const recordKinds: readonly string[] = ['case', 'contact', 'consultancy', 'outcome', ...sessionActivities];

function kindIn(input: unknown): RecordKind | 'any' {
  if (typeof input !== 'object' || input === null) return 'any';
  const [kind, activity] = [Reflect.get(input, 'kind') as unknown, Reflect.get(input, 'activity') as unknown];
  const named = recordKinds.find((each) => each === (kind === 'session' ? activity : kind));
  return (named as RecordKind | undefined) ?? 'any'; // found among the kinds
}

type Issues = readonly z.core.$ZodIssue[];

/** Says what is wrong with a record, and nothing of what stands in it. */
function badRecord(input: unknown, issues: Issues): Finding {
  const given: unknown = typeof input === 'object' && input !== null ? Reflect.get(input, 'id') : undefined;
  const isSafe =
    typeof given === 'string' && given.length <= 60 && identifying(given, { isId: true }) === undefined;
  const name = isSafe ? `Record ${shown(given)}` : 'A record without an id that can be shown';
  const wrong = issues.slice(0, 5).map(wrongWith);
  return recordFinding('K101', `${name} cannot be read: ${[...new Set(wrong)].join('; ')}.`);
}

/** What is wrong with one entry: the entry, and what would have to stand there. */
function wrongWith(issue: z.core.$ZodIssue): string {
  if (issue.path[0] === 'kind') return 'its kind is none of the kinds';
  const place = issue.path.length === 0 ? 'the record' : issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') return `records have no ${issue.keys.map(shownKey).join(', ')}`;
  if (issue.code === 'invalid_type') return `${place} is to be ${issue.expected}`;
  if (issue.code === 'invalid_value') return `${place} is to be ${issue.values.map(String).join(' or ')}`;
  if (issue.code === 'custom') return `${place} is to be ${issue.message}`;
  return `${place} is not as long or as large as it may be`;
}

/** The name of an entry, where it is one that a program would have. */
const shownKey = (key: string): string =>
  /^[a-z]\w{0,39}$/iu.test(key) && identifying(key, { isId: true }) === undefined ? key : 'such entries';
