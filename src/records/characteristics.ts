import type { Finding } from '../checks/index.ts';
import type { Cell } from '../form/index.ts';
import {
  ageBandOf,
  daysAfter,
  entriesIn,
  findCode,
  groupedBy,
  missingReason,
  spelling,
  yearsBetween,
  type Codelist,
  type IsoDate,
  type Quarter,
} from '../vocabulary/index.ts';
import { isReversed } from './direct-support.ts';
import { shownId } from './distinct-records.ts';
import type { CellLineage } from './lineage.ts';
import { identifying } from './personal-data.ts';
import { recordFinding } from './record-rule.ts';
import type { CaseRecord } from './service-record.ts';
import { cellOfTally, lineageOf, tallyOf, type Tally } from './tally.ts';
import { textOrder } from './text-order.ts';

/** A count for each code, with what stands behind each. */
export interface CountedBreakdown {
  readonly cells: Readonly<Record<string, Cell>>;
  readonly lineage: ReadonlyMap<string, CellLineage>;
  readonly findings: readonly Finding[];
}

/** What is known of one young person: a code, nothing, or something that cannot be counted. */
export interface Known {
  readonly code: string;
  /** Whether a record without any date alone says so: it may have come after the quarter. */
  readonly isUndated?: true;
  readonly finding?: Finding;
}

const notKnown = 'not-known';

/** What a characteristic is read from, and how. */
export interface Reading {
  readonly of: (record: CaseRecord) => string | null | undefined;
  readonly codelist: Codelist;
  readonly quarter: Quarter;
  /** The last day on which something may have been recorded. */
  readonly until: IsoDate;
}

/** The cases of each young person, the latest recorded last. */
export type CasesByPerson = ReadonlyMap<string, readonly CaseRecord[]>;

function recordedOn(record: CaseRecord): IsoDate {
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

/** Counts a characteristic over those whom it describes. */
export function countedBy(described: Tally, cases: CasesByPerson, reading: Reading): CountedBreakdown {
  const findings: Finding[] = [];
  const undated = new Set<string>();
  const codeFor = (id: string): string => {
    const { code, isUndated, finding } = known(id, cases.get(id) ?? [], reading);
    if (finding !== undefined) findings.push(finding);
    if (isUndated) undated.add(id);
    return code;
  };
  const codes = new Map([...described.certain, ...described.possible].map((id) => [id, codeFor(id)]));
  const accepted = acceptedCodes(codes, reading.codelist);
  if (accepted.finding !== undefined) findings.push(accepted.finding);
  const codeOf = (id: string): string => accepted.codes.get(id) ?? notKnown;
  const { certain, possible } = byCode(described, codeOf, undated);
  const listed = entriesIn(reading.codelist, reading.quarter).map(({ code }) => code);
  const unlisted = [...certain.keys(), ...possible.keys()].filter((code) => !listed.includes(code)).sort();
  const tallies = [...new Set([...listed, ...unlisted])].map(
    (code) => [code, tallyOf(certain.get(code) ?? [], possible.get(code) ?? [])] as const,
  );
  return {
    cells: Object.fromEntries(tallies.map(([code, tally]) => [code, cellOfTally(tally)])),
    lineage: new Map(tallies.map(([code, tally]) => [code, lineageOf('young people', tally)])),
    findings,
  };
}

/** Those described, by their codes: whom a record without any date alone describes, may as well be not known. */
function byCode(
  described: Tally,
  codeOf: (id: string) => string,
  undated: ReadonlySet<string>,
): Readonly<Record<'certain' | 'possible', ReadonlyMap<string, readonly string[]>>> {
  const isDoubtful = (id: string): boolean => undated.has(id) && codeOf(id) !== notKnown;
  const certain = [...described.certain].filter((id) => !isDoubtful(id));
  const possible = new Map(
    groupedBy([...described.possible, ...[...described.certain].filter(isDoubtful)], codeOf),
  );
  const doubtful = [...described.certain, ...described.possible].filter(isDoubtful);
  if (doubtful.length > 0) possible.set(notKnown, [...(possible.get(notKnown) ?? []), ...doubtful]);
  return { certain: groupedBy(certain, codeOf), possible };
}

/** More categories than these a form cannot take: a field that everybody fills in with a sentence is no category. */
const mostCategories = 200;

/** Asks to look at new categories, without showing them: a name may be among them. */
export const newCategories = (count: number, title: string): Finding =>
  recordFinding(
    'K207',
    `“${title}” has ${count === 1 ? 'one category' : `${count} categories`} that the list does not have.`,
  );

function acceptedCodes(
  codes: ReadonlyMap<string, string>,
  { entries, title }: Codelist,
): { readonly codes: ReadonlyMap<string, string>; readonly finding?: Finding } {
  const listed = new Set(entries.map(({ code }) => code));
  const others = [...new Set(codes.values())].filter((code) => !listed.has(code)).sort();
  if (others.length === 0) return { codes };
  if (others.length <= mostCategories) return { codes, finding: newCategories(others.length, title) };
  const kept = new Set(others.slice(0, mostCategories));
  const finding = recordFinding(
    'K104',
    `“${title}” has ${others.length} categories that the list does not have; ${mostCategories} were counted, the others as not known.`,
  );
  return { codes: new Map([...codes].filter(([, code]) => listed.has(code) || kept.has(code))), finding };
}

/** What was last recorded of a young person; not known where records of the same day contradict each other. */
function known(id: string, cases: readonly CaseRecord[], { of, codelist, until }: Reading): Known {
  const facts = cases
    .map((each) => ({ day: recordedOn(each), text: of(each) }))
    .filter(({ day, text }) => typeof text === 'string' && day <= until)
    .map(({ day, text }) => ({ day, code: codeIn(codelist, text ?? '') }))
    // That something is not known is no fact: what was known before still is.
    .filter(({ code }) => code !== notKnown);
  const last = facts.at(-1);
  if (last === undefined) return { code: notKnown };
  // Of a record without any date nobody can say whether it came before or after.
  const latest = facts.filter(({ day }) => day === last.day || day === '');
  const codes = new Set(latest.map(({ code }) => code));
  if (codes.size > 1) {
    const message = `Of ${shownId(id)}, records of one day, or of none, contradict each other: ${codelist.title.toLowerCase()}.`;
    return { code: notKnown, finding: recordFinding('K205', message) };
  }
  return last.code === undefined
    ? { code: notKnown, finding: noCategory(id, codelist) }
    : { code: last.code, ...(last.day === '' && { isUndated: true }) };
}

/** What is known of one young person, for those who count it otherwise. */
export const knownCode = (id: string, cases: readonly CaseRecord[], reading: Reading): Known =>
  known(id, cases, reading);

/** The code that a text means: of the list, or in an open list a new one that can stand in a return. */
function codeIn(codelist: Codelist, text: string): string | undefined {
  const code = findCode(codelist, text);
  if (code !== undefined) return code;
  // Where a list has no code for it, that nothing is known is still no category.
  if (findCode(missingReason, text) !== undefined) return notKnown;
  const isPlain =
    /^[^.\p{Cc}]{1,100}$/u.test(text) &&
    spelling(text) !== '' &&
    text !== '__proto__' &&
    identifying(text) === undefined;
  return codelist.open && isPlain ? text : undefined;
}

const noCategory = (id: string, { title }: Codelist): Finding =>
  recordFinding('K104', `What is recorded of ${shownId(id)} is no category of “${title}”.`);

/** The day on which ages are taken, and the first day of the quarter. */
export interface AgeDays {
  readonly on: IsoDate;
  readonly from: IsoDate;
}

/**
 * The age band of a case on a day: from the date of birth, from an age on another day, or as recorded in the quarter.
 * A band of an earlier quarter says nothing of this one.
 */
export function bandOn(record: CaseRecord, { on, from }: AgeDays): string | undefined {
  const { dateOfBirth, age, ageBand } = record;
  if (typeof dateOfBirth === 'string')
    return dateOfBirth <= on ? ageBandOf(yearsBetween(dateOfBirth, on)) : undefined;
  if (age === null || age === undefined) {
    const day = recordedOn(record);
    return day === '' || day >= from ? (ageBand ?? undefined) : undefined;
  }
  // On another day the age is one of two: the band is known when both are in it.
  const later = age.on === on ? 0 : yearsBetween(age.on, on);
  const isWhole = age.on === on || yearsBetween(age.on, daysAfter(on, -1)) < later;
  const bands = [age.years + later, age.years + later + (isWhole ? 0 : 1)].map((years) =>
    ageBandOf(Math.max(0, years)),
  );
  return bands[0] === bands[1] ? bands[0] : undefined;
}

/** Says of whom the date of birth comes after the day on which ages are taken. */
export const bornTooLate = (cases: readonly CaseRecord[], day: IsoDate): readonly Finding[] =>
  cases
    .filter(({ dateOfBirth }) => typeof dateOfBirth === 'string' && dateOfBirth > day)
    .map(({ id }) => recordFinding('K206', `Case ${shownId(id)}: the date of birth comes after ${day}.`));
