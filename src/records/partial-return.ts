import { shown, type Finding } from '../checks/index.ts';
import { parseQuarter, quarterPeriod, type Quarter } from '../vocabulary/index.ts';
import type { CompileOptions } from './compile-options.ts';
import { isReversed } from './direct-support.ts';
import { identifyingFindings } from './identifying-entries.ts';
import { kindsOf, readRecord } from './read-record.ts';
import type { CaseRecord, RecordKind, ServiceRecord } from './service-record.ts';

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
  const { record, finding, kind } = readRecord(input);
  if (record === undefined) {
    if (finding !== undefined) collecting.findings.push(finding);
    collecting.unread.add(kind);
    return;
  }
  for (const each of kindsOf(record)) collecting.kinds.add(each);
  for (const each of identifyingFindings(record)) collecting.findings.push(each);
  if (matters(record, from, to)) collecting.records.push(record);
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
