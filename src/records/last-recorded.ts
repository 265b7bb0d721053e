import type { Finding } from '../checks/index.ts';
import { isCategoryName } from '../form/index.ts';
import {
  findCode,
  groupedBy,
  missingReason,
  spelling,
  type Codelist,
  type IsoDate,
  type Quarter,
} from '../vocabulary/index.ts';
import { isReversed } from './direct-support.ts';
import { shownId } from './distinct-records.ts';
import { identifying } from './personal-data.ts';
import { recordFinding } from './record-rule.ts';
import type { CaseRecord } from './service-record.ts';
import { textOrder } from './text-order.ts';

/** What is known of one young person. */
export interface Known {
  /** Their code; several where the records leave open which of them it is. */
  readonly codes: readonly string[];
  /** Why it cannot be counted, or not for certain. */
  readonly finding?: Finding;
}

/** That nothing is known. */
export const notKnown = 'not-known';

/** What a characteristic is read from, and how. */
export interface Reading {
  /**
   * What a record says: a text; several of which one is right; none where it speaks of it and cannot be understood;
   * nothing where it does not speak of it.
   */
  readonly of: (record: CaseRecord) => string | readonly string[] | null | undefined;
  readonly codelist: Codelist;
  readonly quarter: Quarter;
  /** The last day on which something may have been recorded. */
  readonly until: IsoDate;
}

/** The cases of each young person, the latest recorded last. */
export type CasesByPerson = ReadonlyMap<string, readonly CaseRecord[]>;

/** The day on which a case was recorded; an empty text where nobody knows. */
export function recordedOn(record: CaseRecord): IsoDate {
  const { recorded, referred, opened } = record;
  if (isReversed(record)) return recorded ?? '';
  return recorded ?? referred ?? (opened === 'never' ? '' : (opened ?? ''));
}

/** Groups cases by young person, the latest recorded last. */
export const casesByPerson = (cases: readonly CaseRecord[]): CasesByPerson =>
  groupedBy(
    [...cases].sort((one, other) => textOrder(recordedOn(one), recordedOn(other))),
    ({ youngPerson }) => youngPerson,
  );

/** What one record says on a day. */
interface Fact {
  readonly day: IsoDate;
  readonly codes: readonly (string | undefined)[];
}

/**
 * What was last recorded of a young person. Not known where records of one day contradict each other; open where a
 * record without any date does, or is the only one: it may have come before or after the others, and the quarter.
 */
export function lastRecorded(id: string, cases: readonly CaseRecord[], reading: Reading): Known {
  const { title } = reading.codelist;
  const facts = cases.flatMap((each) => factsIn(each, reading));
  const last = facts.at(-1);
  if (last === undefined) return { codes: [notKnown] };
  const latest = facts.filter(({ day }) => day === last.day || day === '');
  const [code, ...others] = new Set(latest.map((fact) => codeOf(fact, facts)));
  const isOpen = latest.some(({ day }) => day === '');
  if (others.length > 0) {
    const message = `Of ${shownId(id)}, records of one day, or of none, contradict each other: ${title.toLowerCase()}.`;
    const finding = recordFinding('K205', message);
    return { codes: isOpen ? orNotKnown([code, ...others]) : [notKnown], finding };
  }
  if (code === undefined) return { codes: [notKnown], finding: noCategory(id, title) };
  return { codes: last.day === '' ? orNotKnown([code]) : [code] };
}

const orNotKnown = (codes: readonly (string | undefined)[]): readonly string[] => [
  ...new Set([...codes.map((code) => code ?? notKnown), notKnown]),
];

function factsIn(record: CaseRecord, { of, codelist, until }: Reading): readonly Fact[] {
  const day = recordedOn(record);
  const said = of(record);
  if (said === null || said === undefined || day > until) return [];
  const codes = [said].flat().map((text) => codeIn(codelist, text));
  // That something is not known is no fact: what was known before still is.
  return codes.length === 1 && codes[0] === notKnown ? [] : [{ day, codes }];
}

/** The code that a fact comes to: where it leaves several open, the one of them that another fact with a day says. */
function codeOf({ codes }: Fact, facts: readonly Fact[]): string | undefined {
  if (codes.length === 1) return codes[0];
  const [plain] = facts.findLast((fact) => fact.codes.length === 1 && fact.day !== '')?.codes ?? [];
  return plain !== undefined && codes.includes(plain) ? plain : notKnown;
}

/** The code that a text means: of the list, or in an open list a new one that can stand in a return. */
function codeIn(codelist: Codelist, text: string): string | undefined {
  const code = findCode(codelist, text);
  if (code !== undefined) return code;
  // Where a list has no code for it, that nothing is known is still no category.
  if (findCode(missingReason, text) !== undefined) return notKnown;
  const isPlain =
    isCategoryName(text) && spelling(text) !== '' && text !== '__proto__' && identifying(text) === undefined;
  return codelist.open && isPlain ? text : undefined;
}

const noCategory = (id: string, title: string): Finding =>
  recordFinding('K104', `What is recorded of ${shownId(id)} is no category of “${title}”.`);
