import type { Finding } from '../checks/index.ts';
import { identifying } from './personal-data.ts';
import { recordFinding } from './record-rule.ts';
import type {
  CaseRecord,
  ConsultancyRecord,
  ContactRecord,
  OutcomeRecord,
  ServiceRecord,
  SessionRecord,
} from './service-record.ts';

/** Records by kind, each once, in an order that does not depend on how they came. */
export interface DistinctRecords {
  readonly cases: readonly CaseRecord[];
  readonly contacts: readonly ContactRecord[];
  readonly sessions: readonly SessionRecord[];
  readonly consultancies: readonly ConsultancyRecord[];
  readonly outcomes: readonly OutcomeRecord[];
  readonly findings: readonly Finding[];
}

const keyOf = (record: ServiceRecord): string =>
  JSON.stringify(
    record.kind === 'outcome' ? [record.kind, record.case, record.measure] : [record.kind, record.id],
  );

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

/** Takes each record once. Of records that contradict each other under one id, always the same one is taken. */
export function distinctRecords(records: readonly ServiceRecord[]): DistinctRecords {
  const byKey = new Map<string, ServiceRecord>();
  const torn = new Set<string>();
  for (const record of records) {
    const key = keyOf(record);
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, record);
    else if (known !== record) settle(byKey, torn, key, known, record);
  }
  const all = [...byKey].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, record]) => record);
  const ofKind = <Kind extends ServiceRecord['kind']>(kind: Kind) =>
    all.filter((record): record is Extract<ServiceRecord, { kind: Kind }> => record.kind === kind);
  return {
    cases: ofKind('case'),
    contacts: ofKind('contact'),
    sessions: ofKind('session'),
    consultancies: ofKind('consultancy'),
    outcomes: ofKind('outcome'),
    findings: [...torn].sort().map((key) => contradiction(byKey.get(key))),
  };
}

function settle(
  byKey: Map<string, ServiceRecord>,
  torn: Set<string>,
  key: string,
  known: ServiceRecord,
  record: ServiceRecord,
): void {
  const [one, other] = [contentOf(known), contentOf(record)];
  if (one === other) return;
  torn.add(key);
  if (other < one) byKey.set(key, record);
}

function contradiction(record: ServiceRecord | undefined): Finding {
  const id = record === undefined ? '' : shownId(record.kind === 'outcome' ? record.case : record.id);
  return recordFinding(
    'K103',
    `Records of the kind ${record?.kind ?? ''} with the id ${id} contradict each other.`,
  );
}
