import type { z } from 'zod';
import { shown, type Finding } from '../checks/index.ts';
import type { Register } from '../programme/index.ts';
import { parseQuarter, quarterPeriod, type PopulationBase, type Quarter } from '../vocabulary/index.ts';
import { isReversed } from './direct-support.ts';
import { hasPostcode, identifying } from './personal-data.ts';
import { recordFinding } from './record-rule.ts';
import {
  serviceRecord,
  sessionActivities,
  type CaseRecord,
  type RecordKind,
  type ServiceRecord,
} from './service-record.ts';

/** What is to be made of records, and how they are counted. */
export interface CompileOptions {
  readonly service: string;
  readonly quarter: Quarter;
  /** The posts of the service, and its duties: what its Spokes do not do is left out of the return. */
  readonly register?: Register;
  /** Whom the characteristics describe; the directly supported unless it says otherwise. */
  readonly base?: PopulationBase;
  /** The day on which ages are taken: the last of the quarter unless it says otherwise. */
  readonly ageOn?: 'first-day' | 'last-day';
  /**
   * Who receives direct support in a quarter: whoever has a direct case open on a day of it, or whoever had a
   * contact in it.
   */
  readonly direct?: 'open-case' | 'contact';
  /** Whether every case that the service ever had is among the records. If not, nobody can be called new. */
  readonly history?: 'whole' | 'partial';
  /** What the service keeps records of, besides what is among the records: there, none means 0. */
  readonly keeps?: readonly RecordKind[];
}

/**
 * What has been read of the records for one return: those that matter for it, and what was found. Plain JSON, so
 * that parts of the records can be read in different places; see {@link mergePartialReturns}.
 */
export interface PartialReturn {
  readonly service: string;
  readonly quarter: Quarter;
  readonly records: readonly ServiceRecord[];
  /** The kinds of record that were seen, of whatever date. */
  readonly kinds: readonly RecordKind[];
  /** The kinds of the records that could not be read; `any` where not even the kind could. */
  readonly unread: readonly (RecordKind | 'any')[];
  readonly findings: readonly Finding[];
}

type Which = Pick<CompileOptions, 'service' | 'quarter'>;

interface Collecting {
  readonly records: ServiceRecord[];
  readonly kinds: Set<RecordKind>;
  readonly unread: Set<RecordKind | 'any'>;
  readonly findings: Finding[];
}

/**
 * Reads records, in one pass, for a return. Records that cannot matter for the quarter are let go at once: memory
 * is in proportion to the cases up to its end and to what was done in it. So two versions of one record that are of
 * different quarters are not compared: a case system hands over each record once.
 *
 * @throws RangeError when the quarter is none: a mistake of the caller
 * @example
 * const part = await partialReturn([{ kind: 'session', id: 's1', activity: 'training', date: '2014-02-03' }], { service: '2', quarter: '2015-Q1' });
 * [part.records, part.kinds]; // => [[], ['training']]
 */
export async function partialReturn(
  records: AsyncIterable<unknown> | Iterable<unknown>,
  { service, quarter }: Which,
): Promise<PartialReturn> {
  if (parseQuarter(quarter) !== quarter)
    throw new RangeError(`partialReturn: ${shown(quarter)} is no quarter`);
  const collecting: Collecting = { records: [], kinds: new Set(), unread: new Set(), findings: [] };
  const { from, to } = quarterPeriod(quarter);
  if (Symbol.asyncIterator in records)
    for await (const record of records) collect(collecting, record, from, to);
  else for (const record of records) collect(collecting, record, from, to);
  const { records: kept, kinds, unread, findings } = collecting;
  return { service, quarter, records: kept, kinds: [...kinds], unread: [...unread], findings };
}

/**
 * Puts together what was read of the records in different places. The order does not matter.
 *
 * @throws RangeError when the parts are of different returns: a mistake of the caller
 * @example
 * const [one, other] = await Promise.all([partialReturn([], { service: '2', quarter: '2015-Q1' }), partialReturn([], { service: '2', quarter: '2015-Q1' })]);
 * mergePartialReturns(one, other).records; // => []
 */
export function mergePartialReturns(one: PartialReturn, other: PartialReturn): PartialReturn {
  if (one.service !== other.service || one.quarter !== other.quarter) {
    const names = [one, other].map(({ service, quarter }) => shown(`${service} ${quarter}`));
    throw new RangeError(`mergePartialReturns: ${names.join(' and ')} are different returns`);
  }
  return {
    service: one.service,
    quarter: one.quarter,
    records: [...one.records, ...other.records],
    kinds: [...new Set([...one.kinds, ...other.kinds])],
    unread: [...new Set([...one.unread, ...other.unread])],
    findings: [...one.findings, ...other.findings],
  };
}

function collect(collecting: Collecting, input: unknown, from: string, to: string): void {
  const { record, finding, kind } = read(input);
  if (record === undefined) {
    if (finding !== undefined) collecting.findings.push(finding);
    collecting.unread.add(kind);
    return;
  }
  for (const each of kindsOf(record)) collecting.kinds.add(each);
  for (const each of identifyingFindings(record)) collecting.findings.push(each);
  if (matters(record, from, to)) collecting.records.push(record);
}

/** A record; or why it is none, and of what kind it would have been. */
interface ReadRecord {
  readonly record?: ServiceRecord;
  readonly finding?: Finding;
  readonly kind: RecordKind | 'any';
}

function read(input: unknown): ReadRecord {
  try {
    const parsed = serviceRecord.safeParse(input);
    if (parsed.success) return { record: parsed.data, kind: 'any' };
    return { finding: badRecord(input, parsed.error.issues), kind: kindIn(input) };
  } catch {
    // Only the record’s own code runs in there: a proxy, or an accessor that throws. What it says is not repeated.
    return { finding: recordFinding('K101', 'A record cannot be read: it is no plain data.'), kind: 'any' };
  }
}

/** The kinds of which a record is one. Of a case whose kind of support is not known, both. */
function kindsOf(record: ServiceRecord): readonly RecordKind[] {
  if (record.kind === 'session') return [record.activity];
  if (record.kind !== 'case') return [record.kind];
  if (record.support === 'direct') return ['case'];
  return record.support === 'consultancy' ? ['consultancy'] : ['case', 'consultancy'];
}

const recordKinds: readonly string[] = ['case', 'contact', 'consultancy', 'outcome', ...sessionActivities];

function kindIn(input: unknown): RecordKind | 'any' {
  if (typeof input !== 'object' || input === null) return 'any';
  const [kind, activity] = [Reflect.get(input, 'kind') as unknown, Reflect.get(input, 'activity') as unknown];
  const named = recordKinds.find((each) => each === (kind === 'session' ? activity : kind));
  return (named as RecordKind | undefined) ?? 'any'; // found among the kinds
}

/** Whether a record can change the return of a quarter. What has no date may be of any. */
function matters(record: ServiceRecord, from: string, to: string): boolean {
  switch (record.kind) {
    case 'case':
      return caseMatters(record, to);
    case 'outcome':
      return true;
    case 'contact':
    case 'session':
    case 'consultancy':
      return typeof record.date !== 'string' || (record.date >= from && record.date <= to);
  }
}

/** A case of a later time can change nothing; one whose dates contradict each other may be of any. */
function caseMatters(record: CaseRecord, to: string): boolean {
  const { opened, referred, recorded } = record;
  const began = opened === 'never' ? '' : (opened ?? '');
  return isReversed(record) || began <= to || (referred ?? to) <= to || (recorded ?? '9999') <= to;
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
  const place = issue.path.length === 0 ? 'the record' : issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') return `records have no ${issue.keys.map(shownKey).join(', ')}`;
  if (issue.code === 'invalid_type') return `${place} is to be ${issue.expected}`;
  if (issue.code === 'invalid_value') return `${place} is to be ${issue.values.map(String).join(' or ')}`;
  if (issue.code === 'custom') return `${place} is to be ${issue.message}`;
  return issue.path.length === 0
    ? 'its kind is none of the kinds'
    : `${place} is not as long or as large as it may be`;
}

/** The name of an entry, where it is one that a program would have. */
const shownKey = (key: string): string =>
  /^[a-z]\w{0,39}$/iu.test(key) && identifying(key, { isId: true }) === undefined ? key : 'such entries';

const idKeys = ['id', 'youngPerson', 'case'] as const;
const textKeys = [
  'route',
  'gender',
  'ethnicity',
  'living',
  'sexuality',
  'disability',
  'post',
  'area',
  'measure',
] as const;

/** Says which entries of a record look as if they identified a person, and never shows them. */
function identifyingFindings(record: ServiceRecord): readonly Finding[] {
  const entries = record as Readonly<Record<string, unknown>>;
  const found = (keys: readonly string[], isId: boolean): readonly string[] =>
    keys.flatMap((key) => {
      const looks = typeof entries[key] === 'string' ? identifying(entries[key], { isId }) : undefined;
      return looks === undefined ? [] : [`its ${key} looks like ${looks}`];
    });
  const attended = record.kind === 'session' ? (record.attended ?? []) : [];
  const named = attended.some((each) => identifying(each, { isId: true }) !== undefined)
    ? ['attended names people']
    : [];
  const place = [entries.area, entries.post, entries.id, entries.youngPerson].filter(
    (each) => typeof each === 'string',
  );
  const born =
    typeof entries.dateOfBirth === 'string' && place.some(hasPostcode)
      ? ['a postcode stands beside a date of birth']
      : [];
  const all = [...found(idKeys, true), ...found(textKeys, false), ...named, ...born];
  return all.length === 0
    ? []
    : [recordFinding('K102', `In a record of the kind ${record.kind}: ${all.join('; ')}.`)];
}
