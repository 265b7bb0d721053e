import type { Finding } from '../checks/index.ts';
import { identifying } from './personal-data.ts';
import { recordFinding } from './record-rule.ts';
import {
  sessionActivities,
  type CaseRecord,
  type ConsultancyRecord,
  type ContactRecord,
  type OutcomeRecord,
  type RecordKind,
  type ServiceRecord,
  type SessionRecord,
} from './service-record.ts';

/** Records by kind, each once, in an order that does not depend on how they came. */
export interface DistinctRecords {
  readonly cases: readonly CaseRecord[];
  readonly contacts: readonly ContactRecord[];
  readonly sessions: readonly SessionRecord[];
  readonly consultancies: readonly ConsultancyRecord[];
  readonly outcomes: readonly OutcomeRecord[];
  /** The kinds of records that contradict each other under one id. */
  readonly torn: readonly RecordKind[];
  readonly findings: readonly Finding[];
}

/** What names a record. An outcome is named by its case and measure, of which the case is said with its length. */
const keyOf = (record: ServiceRecord): string =>
  record.kind === 'outcome'
    ? `outcome ${record.case.length} ${record.case} ${record.measure}`
    : `${record.kind} ${record.id}`;

/** An id as it may be shown: one that looks identifying is kept back. */
export function shownId(id: string): string {
  const looks = identifying(id, { isId: true });
  return looks === undefined ? id : `(kept back: it looks like ${looks})`;
}

/** The same, whatever the order of its entries; what is null and what is absent are both not known. */
const contentOf = (record: ServiceRecord): string =>
  JSON.stringify(
    Object.entries(record)
      .filter(([, value]) => value !== null && value !== undefined)
      // Who attended is a set: neither the order nor saying it twice means anything.
      .map(([key, value]) => [key, Array.isArray(value) ? [...new Set(value)].sort() : value] as const)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );

/** Takes each record once. Of records that contradict each other under one id, none is taken: nobody knows which is right. */
export function distinctRecords(records: readonly ServiceRecord[]): DistinctRecords {
  const byKey = new Map<string, ServiceRecord>();
  const torn = new Set<string>();
  for (const record of records) {
    const key = keyOf(record);
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, record);
    else if (known !== record && contentOf(known) !== contentOf(record)) torn.add(key);
  }
  const all = [...byKey]
    .filter(([key]) => !torn.has(key))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, record]) => record);
  const ofKind = <Kind extends ServiceRecord['kind']>(kind: Kind) =>
    all.filter((record): record is Extract<ServiceRecord, { kind: Kind }> => record.kind === kind);
  return {
    cases: ofKind('case'),
    contacts: ofKind('contact'),
    sessions: ofKind('session'),
    consultancies: ofKind('consultancy'),
    outcomes: ofKind('outcome'),
    torn: [...torn].flatMap((key) => kindsOfKey(byKey.get(key))),
    findings: [...torn].sort().map((key) => contradiction(byKey.get(key))),
  };
}

/** The kinds of which a record is one: of a contradicting session, any of the two with professionals. */
function kindsOfKey(record: ServiceRecord | undefined): readonly RecordKind[] {
  if (record === undefined) return [];
  if (record.kind === 'session') return sessionActivities;
  return record.kind === 'case' ? ['case', 'consultancy'] : [record.kind];
}

function contradiction(record: ServiceRecord | undefined): Finding {
  const id = record === undefined ? '' : shownId(record.kind === 'outcome' ? record.case : record.id);
  return recordFinding(
    'K103',
    `Records of the kind ${record?.kind ?? ''} with the id ${id} contradict each other.`,
  );
}
