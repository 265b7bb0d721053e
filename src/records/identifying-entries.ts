import type { Finding } from '../checks/index.ts';
import { hasPostcode, identifying } from './personal-data.ts';
import { recordFinding } from './record-rule.ts';
import type { ServiceRecord } from './service-record.ts';

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
export function identifyingFindings(record: ServiceRecord): readonly Finding[] {
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
