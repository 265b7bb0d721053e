import type { Cell, FieldId } from '../form/index.ts';
import {
  ageBand,
  daysAfter,
  disability,
  ethnicity,
  gender,
  livingSituation,
  sexuality,
  type Codelist,
  type Period,
} from '../vocabulary/index.ts';
import { bandsOn, bornTooLate } from './age-on-day.ts';
import { countedBy } from './characteristics.ts';
import { casesByPerson, type CasesByPerson, type Reading } from './last-recorded.ts';
import { countReferrals } from './count-referrals.ts';
import { addFindings, has, put, putCell, putCells, type CountedReturn } from './counted-return.ts';
import { directSupport, flowIn, type Flow } from './direct-support.ts';
import type { DistinctRecords } from './distinct-records.ts';
import type { CellLineage } from './lineage.ts';
import { keepsConsultancies } from './kept-kinds.ts';
import { lastCase } from './outcomes.ts';
import type { CompileOptions } from './compile-options.ts';
import { describedBy, withoutSupportBefore, type People } from './people.ts';
import type { CaseRecord } from './service-record.ts';
import { cellOf, cellOfTally, lineageOf, tallyOf, type Tally } from './tally.ts';

/** Counts what cases say: who was supported, how they came and went, and who they are. */
export function countCases(
  counted: CountedReturn,
  records: DistinctRecords,
  people: People,
  period: Period,
  options: CompileOptions,
): Flow {
  const { cases } = records;
  const support = directSupport(cases, period);
  const flow = flowIn(support, period);
  addFindings(counted, support.findings);
  putTally(counted, 'youngPeople.direct', 'young people', people.direct);
  countFlow(counted, flow);
  // Who is new, and who stays, is said by cases, and so only of those who are counted by cases.
  if (options.direct !== 'contact') {
    putTally(counted, 'youngPeople.openAtStart', 'young people', flow.openAtStart);
    putTally(counted, 'youngPeople.openAtEnd', 'young people', flow.openAtEnd);
    countFirst(counted, cases, people.direct, period, options);
  }
  const byPerson = casesByPerson(cases);
  if (has(counted, 'youngPeople.direct')) countCharacteristics(counted, byPerson, people, period, options);
  countReferrals(counted, cases, people.direct, period);
  return flow;
}

/** Puts a tally into the return. */
export function putTally(counted: CountedReturn, id: FieldId, of: CellLineage['of'], tally: Tally): void {
  putCell(counted, id, { cell: cellOfTally(tally), lineage: lineageOf(of, tally) });
}

/** The first day on which anybody can have been supported. */
const beginning = '1900-01-01';

function countFirst(
  counted: CountedReturn,
  cases: readonly CaseRecord[],
  direct: Tally,
  { from }: Period,
  { history }: CompileOptions,
): void {
  if (history === 'partial') return;
  const to = daysAfter(from, -1);
  const since = (first: string): Tally => withoutSupportBefore(cases, direct, { from: first, to });
  putTally(counted, 'youngPeople.newInPeriod', 'young people', since(beginning));
  const newYear = `${from.slice(0, 4)}-01-01`;
  putTally(counted, 'youngPeople.firstInYear', 'young people', newYear === from ? direct : since(newYear));
}

function countFlow(counted: CountedReturn, { opened, closed, doubtful }: Flow): void {
  const possible = doubtful.map(({ id }) => id);
  const events = (ids: readonly string[]) => ({
    cell: cellOf(ids.length, possible.length > 0),
    lineage: lineageOf('cases', tallyOf(ids, possible)),
  });
  const first = opened.flatMap(({ cases: [each] }) => (each === undefined ? [] : [each.id]));
  putCell(counted, 'youngPeople.opened', events(first));
  putCell(counted, 'outcomes.casesClosed', events(closed.flatMap(lastCase)));
}

const characteristics: readonly (readonly [
  FieldId,
  Codelist,
  (record: CaseRecord) => string | null | undefined,
])[] = [
  ['youngPeople.gender', gender, (record) => record.gender],
  ['youngPeople.ethnicity', ethnicity, (record) => record.ethnicity],
  ['youngPeople.living', livingSituation, (record) => record.living],
  ['youngPeople.sexuality', sexuality, (record) => record.sexuality],
  ['youngPeople.disability', disability, (record) => record.disability],
];
const recordedByFew: readonly FieldId[] = ['youngPeople.sexuality', 'youngPeople.disability'];

function countCharacteristics(
  counted: CountedReturn,
  byPerson: CasesByPerson,
  people: People,
  period: Period,
  options: CompileOptions,
): void {
  const base = options.base ?? 'direct';
  put(counted, 'youngPeople.base', base);
  const described = describedBy(people, base);
  const on = options.ageOn === 'first-day' ? period.from : period.to;
  const reading = (codelist: Codelist, of: Reading['of']): Reading => ({
    of,
    codelist,
    quarter: counted.quarter,
    until: period.to,
  });
  const readings: readonly (readonly [FieldId, Reading])[] = [
    ['youngPeople.age', reading(ageBand, (record) => bandsOn(record, { on, from: period.from }))],
    ...characteristics.map(([id, codelist, of]) => [id, reading(codelist, of)] as const),
  ];
  const all = [...byPerson.values()].flat();
  const isOpen =
    base === 'direct-and-indirect' &&
    (people.someoneUnnamed || !keepsConsultancies(counted.kept) || counted.kept.isUnread('consultancy'));
  for (const [id, each] of readings) {
    if (recordedByFew.includes(id) && all.every((record) => typeof each.of(record) !== 'string')) continue;
    const { cells, lineage, findings } = countedBy(described, byPerson, each);
    putCells(counted, id, isOpen ? opened(cells) : cells, lineage);
    addFindings(counted, findings);
  }
  addFindings(counted, bornTooLate(all, on));
}

/** Somebody whom nobody named may be of any category: of each there may be more. */
const opened = (cells: Readonly<Record<string, Cell>>): Readonly<Record<string, Cell>> =>
  Object.fromEntries(
    Object.entries(cells).map(([code, cell]) => [code, typeof cell === 'number' ? cellOf(cell, true) : cell]),
  );
