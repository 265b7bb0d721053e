import type { Finding } from '../checks/index.ts';
import { hasPostcode, identifying } from './personal-data.ts';
import { recordFinding } from './record-rule.ts';
import type { ServiceRecord } from './service-record.ts';

/** The entries of each kind of record that hold an id, and those that hold a text. */
const entriesOf: {
  readonly [Kind in ServiceRecord['kind']]: {
    readonly ids: readonly (keyof Extract<ServiceRecord, { kind: Kind }>)[];
    readonly texts: readonly (keyof Extract<ServiceRecord, { kind: Kind }>)[];
  };
} = {
  case: {
    ids: ['id', 'youngPerson'],
    texts: ['route', 'gender', 'ethnicity', 'living', 'sexuality', 'disability', 'post', 'area'],
  },
  contact: { ids: ['id', 'youngPerson'], texts: [] },
  session: { ids: ['id'], texts: [] },
  consultancy: { ids: ['id', 'youngPerson'], texts: [] },
  outcome: { ids: ['case'], texts: ['measure'] },
};

/** Says which entries of a record look as if they identified a person, and never shows them. */
export function identifyingFindings(record: ServiceRecord): readonly Finding[] {
  const { ids, texts } = entriesOf[record.kind];
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
  const born = isBornInPlace(record) ? ['a postcode stands beside a date of birth'] : [];
  const all = [...found(ids, true), ...found(texts, false), ...named, ...born];
  return all.length === 0
    ? []
    : [recordFinding('K102', `In a record of the kind ${record.kind}: ${all.join('; ')}.`)];
}

const isBornInPlace = (record: ServiceRecord): boolean =>
  record.kind === 'case' &&
  typeof record.dateOfBirth === 'string' &&
  [record.area, record.post, record.id, record.youngPerson].some(
    (each) => typeof each === 'string' && hasPostcode(each),
  );
