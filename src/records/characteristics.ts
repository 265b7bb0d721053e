import type { Finding } from '../checks/index.ts';
import type { Cell } from '../form/index.ts';
import {
  ageBandOf,
  daysAfter,
  entriesIn,
  findCode,
  groupedBy,
  yearsBetween,
  type Codelist,
  type IsoDate,
  type Quarter,
} from '../vocabulary/index.ts';
import { shownId } from './distinct-records.ts';
import type { CellLineage } from './lineage.ts';
import { identifying } from './personal-data.ts';
import { recordFinding } from './record-rule.ts';
import type { CaseRecord } from './service-record.ts';
import { cellOfTally, lineageOf, tallyOf, type Tally } from './tally.ts';

/** A count for each code, with what stands behind each. */
export interface CountedBreakdown {
  readonly cells: Readonly<Record<string, Cell>>;
  readonly lineage: ReadonlyMap<string, CellLineage>;
  readonly findings: readonly Finding[];
}

/** What is known of one young person: a code, nothing, or something that cannot be counted. */
interface Known {
  readonly code: string;
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

const recordedOn = ({ recorded, referred, opened }: CaseRecord): IsoDate =>
  recorded ?? referred ?? opened ?? '';

/** Groups cases by young person, the latest recorded last. */
export const casesByPerson = (cases: readonly CaseRecord[]): CasesByPerson =>
  groupedBy(
    [...cases].sort((one, other) => (recordedOn(one) < recordedOn(other) ? -1 : 1)),
    ({ youngPerson }) => youngPerson,
  );

/** Counts a characteristic over those whom it describes. */
export function countedBy(described: Tally, cases: CasesByPerson, reading: Reading): CountedBreakdown {
  const findings: Finding[] = [];
  const codeOf = (id: string): string => {
    const { code, finding } = known(id, cases.get(id) ?? [], reading);
    if (finding !== undefined) findings.push(finding);
    return code;
  };
  const certain = groupedBy(described.certain, codeOf);
  const possible = groupedBy(described.possible, codeOf);
  const listed = entriesIn(reading.codelist, reading.quarter).map(({ code }) => code);
  const codes = [...new Set([...listed, ...certain.keys(), ...possible.keys()])];
  const tallies = codes.map(
    (code) => [code, tallyOf(certain.get(code) ?? [], possible.get(code) ?? [])] as const,
  );
  return {
    cells: Object.fromEntries(tallies.map(([code, tally]) => [code, cellOfTally(tally)])),
    lineage: new Map(tallies.map(([code, tally]) => [code, lineageOf('young people', tally)])),
    findings,
  };
}

/** What was last recorded of a young person; not known where records of the same day contradict each other. */
function known(id: string, cases: readonly CaseRecord[], { of, codelist, until }: Reading): Known {
  const facts = cases
    .map((each) => ({ day: recordedOn(each), text: of(each) }))
    .filter(({ day, text }) => typeof text === 'string' && day <= until);
  const last = facts.at(-1);
  if (last === undefined) return { code: notKnown };
  const same = new Set(
    facts.filter(({ day }) => day === last.day).map(({ text }) => codeIn(codelist, text ?? '')),
  );
  if (same.size > 1) {
    const message = `Of ${shownId(id)}, records of one day contradict each other: ${codelist.title.toLowerCase()}.`;
    return { code: notKnown, finding: recordFinding('K205', message) };
  }
  const [code] = same;
  return code === undefined ? { code: notKnown, finding: noCategory(id, codelist) } : { code };
}

/** The code that a text means: of the list, or in an open list a new one that can stand in a return. */
function codeIn(codelist: Codelist, text: string): string | undefined {
  const code = findCode(codelist, text);
  if (code !== undefined) return code;
  const isPlain =
    /^[^.\p{Cc}]{1,100}$/u.test(text) && text !== '__proto__' && identifying(text) === undefined;
  return codelist.open && isPlain ? text : undefined;
}

const noCategory = (id: string, { title }: Codelist): Finding =>
  recordFinding('K104', `What is recorded of ${shownId(id)} is no category of “${title}”.`);

/** The age band of a case on a day: from the date of birth, from an age on another day, or as recorded. */
export function bandOn({ dateOfBirth, age, ageBand }: CaseRecord, day: IsoDate): string | undefined {
  if (typeof dateOfBirth === 'string')
    return dateOfBirth <= day ? ageBandOf(yearsBetween(dateOfBirth, day)) : undefined;
  if (age === null || age === undefined) return ageBand ?? undefined;
  // On another day the age is one of two: the band is known when both are in it.
  const isSameDay = age.on === day;
  const later = isSameDay ? 0 : yearsBetween(age.on, day);
  const isWhole = isSameDay || yearsBetween(age.on, daysAfter(day, -1)) < later;
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
