import { byImportance, checkReturn, type Finding } from '../checks/index.ts';
import type { Cell, CoreReturn, FieldId } from '../form/index.ts';
import {
  disability,
  ethnicity,
  gender,
  ageBand,
  livingSituation,
  quarterPeriod,
  referralRoute,
  sexuality,
  type Codelist,
  type Period,
} from '../vocabulary/index.ts';
import { attendanceIn, groupWorkIn, sessionFindings, sessionsIn } from './activities.ts';
import {
  bandOn,
  bornTooLate,
  casesByPerson,
  countedBy,
  type CasesByPerson,
  type Reading,
} from './characteristics.ts';
import { has, put, putCell, putCells, type CountedReturn } from './counted-return.ts';
import { directSupport, flowIn, isOpenIn, type Flow } from './direct-support.ts';
import { distinctRecords, type DistinctRecords } from './distinct-records.ts';
import type { Lineage } from './lineage.ts';
import { lastCase, outcomesAtClose } from './outcomes.ts';
import { partialReturn, type CompileOptions, type PartialReturn } from './partial-return.ts';
import { describedBy, newcomers, peopleIn, type People } from './people.ts';
import { countPosts, postFindings } from './posts.ts';
import { recordFinding } from './record-rule.ts';
import type { CaseRecord, RecordKind } from './service-record.ts';
import { cellOf, cellOfTally, lineageOf, tallyOf, type Tally } from './tally.ts';

/** A return made of records. */
export interface CompiledReturn {
  /** The return. It names nobody: only counts are in it. */
  readonly value: CoreReturn;
  /** The ids behind each of its cells. It stays with the service. */
  readonly lineage: Lineage;
  /** What was found in the records. */
  readonly findings: readonly Finding[];
}

/**
 * Makes the return of a quarter from the records of a service: cases, contacts, sessions, consultancies and outcomes,
 * in any order, in one pass. Whatever the records leave open is counted as not known or as incomplete, by the rules
 * in {@link countingRules}; what is wrong with them is a finding that names no one. The return has no arithmetic left
 * to correct.
 *
 * @throws RangeError when the quarter is none: a mistake of the caller
 * @example
 * const { value, lineage } = await compileReturn(
 *   [
 *     { kind: 'case', id: 'c1', youngPerson: 'yp1', support: 'direct', opened: '2014-11-03', dateOfBirth: '2000-02-29', gender: 'Female' },
 *     { kind: 'case', id: 'c2', youngPerson: 'yp1', support: 'direct', opened: '2015-02-02', dateOfBirth: '2000-02-29' },
 *     { kind: 'session', id: 's1', activity: 'training', date: '2015-03-31', days: 0.5, attending: 12 },
 *   ],
 *   { service: '2', quarter: '2015-Q1' },
 * );
 * value.youngPeople?.direct; // => 1
 * value.youngPeople?.age?.['15-17']; // => 1
 * value.withProfessionals?.awarenessSessions; // => 1
 * lineage['youngPeople.direct']?.ids; // => ['yp1']
 */
export async function compileReturn(
  records: AsyncIterable<unknown> | Iterable<unknown>,
  options: CompileOptions,
): Promise<CompiledReturn> {
  return finishReturn(await partialReturn(records, options), options);
}

/**
 * Makes the return of what was read of the records, in one place or in several.
 *
 * @throws RangeError when the part is of another return: a mistake of the caller
 * @example
 * const part = await partialReturn([{ kind: 'consultancy', id: 'k1', date: '2015-02-02', youngPerson: 'yp9' }], { service: '2', quarter: '2015-Q1' });
 * finishReturn(part, { service: '2', quarter: '2015-Q1' }).value.youngPeople?.indirect; // => 1
 */
export function finishReturn(part: PartialReturn, options: CompileOptions): CompiledReturn {
  if (part.service !== options.service || part.quarter !== options.quarter)
    throw new RangeError('finishReturn: the part is of another service or quarter');
  const period = quarterPeriod(options.quarter);
  const records = distinctRecords(part.records);
  const counted: CountedReturn = {
    sections: {},
    lineage: {},
    findings: [...part.findings, ...records.findings],
    quarter: options.quarter,
    service: options.register?.services.find(({ id }) => id === options.service),
  };
  const kept = new Set([...part.kinds, ...(options.keeps ?? [])]);
  countPosts(counted, options, period);
  counted.findings.push(...postFindings(records.cases, counted.service), ...notKept(kept));
  const people = peopleIn(records, period, options);
  counted.findings.push(...people.findings);
  if (kept.has('case')) countCases(counted, records, people, period, options);
  countIndirect(counted, people, records, kept);
  countSessions(counted, records, kept);
  if (kept.has('outcome') && kept.has('case')) countOutcomes(counted, records, period);
  return finished(counted, options, period);
}

function finished(
  { sections, lineage, findings }: CountedReturn,
  options: CompileOptions,
  period: Period,
): CompiledReturn {
  const candidate = { edition: 'year-two', service: options.service, period, ...sections };
  const { value, findings: wrong } = checkReturn(candidate);
  // A return made here has the shape of one, whatever the records are: if not, the mistake is ours or the service’s name.
  if (value === undefined) throw new RangeError(`compileReturn: ${wrong[0]?.message ?? 'no return'}`);
  const once = new Map(findings.map((finding) => [JSON.stringify(finding), finding]));
  return { value, lineage, findings: [...once.values()].sort(byText).sort(byImportance) };
}

/** Records come in any order; what is found in them is listed in one. */
const byText = (one: Finding, other: Finding): number => (one.message < other.message ? -1 : 1);

const characteristics: readonly (readonly [
  FieldId,
  Codelist,
  (record: CaseRecord) => string | null | undefined,
])[] = [
  ['youngPeople.gender', gender, ({ gender: text }) => text],
  ['youngPeople.ethnicity', ethnicity, ({ ethnicity: text }) => text],
  ['youngPeople.living', livingSituation, ({ living }) => living],
  ['youngPeople.sexuality', sexuality, ({ sexuality: text }) => text],
  ['youngPeople.disability', disability, ({ disability: text }) => text],
];
const recordedByFew: readonly FieldId[] = ['youngPeople.sexuality', 'youngPeople.disability'];

function countCases(
  counted: CountedReturn,
  records: DistinctRecords,
  people: People,
  period: Period,
  options: CompileOptions,
): void {
  const { cases } = records;
  const byPerson = casesByPerson(cases);
  putTally(counted, 'youngPeople.direct', 'young people', people.direct);
  countFlow(counted, flowIn(directSupport(cases, period), period));
  counted.findings.push(...directSupport(cases, period).findings);
  if (options.history !== 'partial')
    putTally(counted, 'youngPeople.newInPeriod', 'young people', newcomers(cases, people.direct, period));
  if (has(counted, 'youngPeople.direct')) countCharacteristics(counted, byPerson, people, period, options);
  countReferrals(counted, cases, byPerson, people.direct, period);
}

const putTally = (
  counted: CountedReturn,
  id: FieldId,
  of: 'young people' | 'cases' | 'consultancies',
  tally: Tally,
): void => {
  putCell(counted, id, { cell: cellOfTally(tally), lineage: lineageOf(of, tally) });
};

function countFlow(counted: CountedReturn, { openAtStart, opened, closed, openAtEnd }: Flow): void {
  const mayBeMore = openAtStart.possible.size > 0;
  putTally(counted, 'youngPeople.openAtStart', 'young people', openAtStart);
  const first = opened.flatMap(({ cases: [each] }) => (each === undefined ? [] : [each.id]));
  const doubtful = mayBeMore ? openAtStart.possible : [];
  const events = (ids: readonly string[]) => ({
    cell: cellOf(ids.length, mayBeMore),
    lineage: lineageOf('cases', tallyOf(ids, doubtful)),
  });
  putCell(counted, 'youngPeople.opened', events(first));
  putTally(counted, 'youngPeople.openAtEnd', 'young people', openAtEnd);
  putCell(counted, 'outcomes.casesClosed', events(closed.flatMap(lastCase)));
}

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
  const { quarter } = options;
  const until = period.to;
  const day = options.ageOn === 'first-day' ? period.from : period.to;
  const readings: readonly (readonly [FieldId, Reading])[] = [
    ['youngPeople.age', { of: (record) => bandOn(record, day), codelist: ageBand, quarter, until }],
    ...characteristics.map(([id, codelist, of]) => [id, { of, codelist, quarter, until }] as const),
  ];
  const all = [...byPerson.values()].flat();
  for (const [id, reading] of readings) {
    if (recordedByFew.includes(id) && all.every((each) => typeof reading.of(each) !== 'string')) continue;
    const { cells, lineage, findings } = countedBy(described, byPerson, reading);
    const isOpen = base === 'direct-and-indirect' && people.someoneUnnamed;
    putCells(counted, id, isOpen ? withUnnamed(cells) : cells, lineage);
    counted.findings.push(...findings);
  }
  counted.findings.push(...bornTooLate(all, day));
}

/** Those whom nobody named may be of any category: of those not known there may be more. */
const withUnnamed = (cells: Readonly<Record<string, Cell>>): Readonly<Record<string, Cell>> => {
  const notKnown = cells['not-known'];
  return {
    ...cells,
    'not-known': typeof notKnown === 'number' ? cellOf(notKnown, true) : (notKnown ?? cellOf(0, true)),
  };
};

function countReferrals(
  counted: CountedReturn,
  cases: readonly CaseRecord[],
  byPerson: CasesByPerson,
  direct: Tally,
  period: Period,
): void {
  const isCounted = (each: CaseRecord): boolean =>
    each.support !== 'consultancy' && isOpenIn(each, period) !== 'no';
  const own = new Map([...byPerson].map(([id, some]) => [id, some.filter(isCounted)]));
  const routed = (id: string): boolean => (own.get(id) ?? []).some(({ route }) => typeof route === 'string');
  const reported = tallyOf([...direct.certain].filter(routed), [...direct.possible].filter(routed));
  putTally(counted, 'referrals.reported', 'young people', reported);
  const reading = {
    of: ({ route }: CaseRecord) => route,
    codelist: referralRoute,
    quarter: counted.quarter,
    until: period.to,
  };
  const { cells, lineage, findings } = countedBy(reported, own, reading);
  putCells(counted, 'referrals.route', cells, lineage);
  counted.findings.push(...findings);
  const dated = cases.filter(
    ({ referred }) => typeof referred === 'string' && referred >= period.from && referred <= period.to,
  );
  const undated = cases.filter(
    ({ referred, opened }) => typeof referred !== 'string' && (opened ?? period.to) >= period.from,
  );
  putTally(
    counted,
    'referrals.received',
    'cases',
    tallyOf(
      dated.map(({ id }) => id),
      undated.map(({ id }) => id),
    ),
  );
}

function countIndirect(
  counted: CountedReturn,
  people: People,
  { consultancies }: DistinctRecords,
  kept: ReadonlySet<RecordKind>,
): void {
  if (!kept.has('consultancy')) return;
  const { indirect, someoneUnnamed } = people;
  const mayBeMore = indirect.possible.size > 0 || someoneUnnamed;
  putCell(counted, 'youngPeople.indirect', {
    cell: cellOf(indirect.certain.size, mayBeMore),
    lineage: lineageOf('young people', indirect),
  });
  const dated = consultancies.filter(({ date }) => typeof date === 'string').map(({ id }) => id);
  putTally(
    counted,
    'withProfessionals.consultancySessions',
    'consultancies',
    tallyOf(
      dated,
      consultancies.map(({ id }) => id),
    ),
  );
}

function countSessions(
  counted: CountedReturn,
  { sessions }: DistinctRecords,
  kept: ReadonlySet<RecordKind>,
): void {
  counted.findings.push(...sessionFindings(sessions));
  if (kept.has('awareness-with-young-people')) {
    putCell(
      counted,
      'withYoungPeople.awarenessSessions',
      sessionsIn(sessions, 'awareness-with-young-people'),
    );
    putCell(
      counted,
      'withYoungPeople.awarenessAttending',
      attendanceIn(sessions, 'awareness-with-young-people'),
    );
  }
  if (kept.has('group-work')) {
    const { one, more } = groupWorkIn(sessions);
    putCell(counted, 'withYoungPeople.oneGroupSession', one);
    putCell(counted, 'withYoungPeople.moreGroupSessions', more);
  }
  // Their length sorts sessions with professionals: whoever keeps the one kind keeps both.
  if (!kept.has('awareness-with-professionals') && !kept.has('training')) return;
  putCell(
    counted,
    'withProfessionals.awarenessSessions',
    sessionsIn(sessions, 'awareness-with-professionals'),
  );
  putCell(
    counted,
    'withProfessionals.awarenessAttending',
    attendanceIn(sessions, 'awareness-with-professionals'),
  );
  putCell(counted, 'withProfessionals.trainingSessions', sessionsIn(sessions, 'training'));
  putCell(counted, 'withProfessionals.trainingAttending', attendanceIn(sessions, 'training'));
}

function countOutcomes(counted: CountedReturn, { cases, outcomes }: DistinctRecords, period: Period): void {
  const { closed, openAtStart } = flowIn(directSupport(cases, period), period);
  const { cells, lineage } = outcomesAtClose(closed, outcomes, openAtStart.possible.size > 0);
  if (lineage.size > 0) putCells(counted, 'outcomes.atClose', cells, lineage);
}

const namesOfKinds: Readonly<Record<RecordKind, string | undefined>> = {
  case: 'cases',
  contact: undefined, // nothing is counted of contacts alone
  consultancy: 'case consultancies',
  outcome: undefined, // optional on the form
  'awareness-with-young-people': 'awareness sessions with young people',
  'group-work': 'group work',
  'awareness-with-professionals': 'sessions with professionals',
  training: undefined, // sorted from the same sessions by their length
};

/** Says what no record is about: it may be that there was none, or that none is kept. */
function notKept(kept: ReadonlySet<RecordKind>): readonly Finding[] {
  const missing = (Object.keys(namesOfKinds) as RecordKind[]).filter((kind) => {
    const isSorted = kind === 'awareness-with-professionals' && kept.has('training');
    return namesOfKinds[kind] !== undefined && !kept.has(kind) && !isSorted;
  });
  return missing.map((kind) =>
    recordFinding(
      'K301',
      `There is no record of ${namesOfKinds[kind] ?? kind}: nothing of it was returned.`,
      `records of it, or ${JSON.stringify(kind)} in keeps`,
    ),
  );
}
