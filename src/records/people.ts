import type { Finding } from '../checks/index.ts';
import { groupedBy, type IsoDate, type Period, type PopulationBase } from '../vocabulary/index.ts';
import { daysOf, isOpenIn } from './direct-support.ts';
import { shownId, type DistinctRecords } from './distinct-records.ts';
import type { CompileOptions } from './compile-options.ts';
import { recordFinding } from './record-rule.ts';
import type { CaseRecord, ContactRecord } from './service-record.ts';
import { tallyOf, type Tally } from './tally.ts';

/** Who was supported in a quarter. */
export interface People {
  readonly direct: Tally;
  readonly indirect: Tally;
  /** Whether somebody was discussed of whom nobody wrote down who it was. */
  readonly someoneUnnamed: boolean;
  readonly findings: readonly Finding[];
}

/** Who was supported in a quarter, directly and indirectly, each once. */
export function peopleIn(records: DistinctRecords, period: Period, options: CompileOptions): People {
  const byCase = directByCase(records.cases, period);
  const byContact = directByContact(records);
  const direct = options.direct === 'contact' ? byContact : byCase;
  const { tally, someoneUnnamed } = indirectIn(records, period);
  const isDirect = (id: string): boolean => direct.certain.has(id) || direct.possible.has(id);
  const indirect = tallyOf(
    [...tally.certain].filter((id) => !isDirect(id)),
    [...tally.certain, ...tally.possible].filter((id) => !direct.certain.has(id)),
  );
  return { direct, indirect, someoneUnnamed, findings: contactsOutside(records, period) };
}

function directByCase(cases: readonly CaseRecord[], period: Period): Tally {
  const certain = new Set<string>();
  const possible = new Set<string>();
  for (const each of cases) {
    const open = each.support === 'consultancy' ? 'no' : isOpenIn(each, period);
    if (open === 'no') continue;
    (open === 'certain' && each.support === 'direct' ? certain : possible).add(each.youngPerson);
  }
  return tallyOf(certain, possible);
}

/** Contacts of other quarters were let go as the records were read: what is left has its date in this one, or none. */
function directByContact({ contacts }: DistinctRecords): Tally {
  const [dated, undated] = [contacts.filter(({ date }) => typeof date === 'string'), contacts];
  return tallyOf(
    dated.map(({ youngPerson }) => youngPerson),
    undated.map(({ youngPerson }) => youngPerson),
  );
}

function indirectIn(
  { cases, consultancies }: DistinctRecords,
  period: Period,
): { tally: Tally; someoneUnnamed: boolean } {
  const certain = new Set<string>();
  const possible = new Set<string>();
  for (const each of cases) {
    const open = each.support === 'direct' ? 'no' : isOpenIn(each, period);
    if (open === 'no') continue;
    (open === 'certain' && each.support === 'consultancy' ? certain : possible).add(each.youngPerson);
  }
  for (const { youngPerson, date } of consultancies) {
    if (typeof youngPerson === 'string') (typeof date === 'string' ? certain : possible).add(youngPerson);
  }
  const someoneUnnamed = consultancies.some(({ youngPerson }) => typeof youngPerson !== 'string');
  return { tally: tallyOf(certain, possible), someoneUnnamed };
}

function contactsOutside({ contacts, cases }: DistinctRecords, period: Period): readonly Finding[] {
  if (cases.length === 0) return [];
  const byPerson = groupedBy(cases, ({ youngPerson }) => youngPerson);
  const covers = new Map([...byPerson].map(([id, own]) => [id, coverOf(own)]));
  const isOpen = cases.filter((each) => isOpenIn(each, period) !== 'no');
  const there = new Set(isOpen.map(({ youngPerson }) => youngPerson));
  const isWithin = ({ youngPerson, date }: ContactRecord): boolean =>
    typeof date === 'string' ? covers.get(youngPerson)?.(date) === true : there.has(youngPerson);
  return contacts
    .filter((contact) => !isWithin(contact))
    .map(({ id }) =>
      recordFinding('K204', `Contact ${shownId(id)} falls within no open case of its young person.`),
    );
}

/** Whether a day may be one of some cases: the latest end of those that may have begun by then. */
function coverOf(cases: readonly CaseRecord[]): (day: IsoDate) => boolean {
  const days = cases
    .filter(({ opened }) => opened !== 'never')
    .map(daysOf)
    .sort((one, other) => (one.beganAt < other.beganAt ? -1 : 1));
  let latest = '';
  const ends = days.map(({ endedBy }) => (latest = endedBy > latest ? endedBy : latest));
  return (day) => {
    let [low, high] = [0, days.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((days[middle]?.beganAt ?? '') <= day) low = middle + 1;
      else high = middle;
    }
    return (ends[low - 1] ?? '') >= day;
  };
}

/** Whom the characteristics describe. */
export function describedBy({ direct, indirect }: People, base: PopulationBase): Tally {
  if (base === 'direct') return direct;
  return tallyOf([...direct.certain, ...indirect.certain], [...direct.possible, ...indirect.possible]);
}

/** Those of the directly supported who had no direct support before a day, as far back as another. */
export function withoutSupportBefore(cases: readonly CaseRecord[], direct: Tally, before: Period): Tally {
  const byPerson = groupedBy(
    cases.filter(({ support }) => support !== 'consultancy'),
    ({ youngPerson }) => youngPerson,
  );
  const standings = (id: string): readonly string[] =>
    (byPerson.get(id) ?? []).map((each) => {
      const open = isOpenIn(each, before);
      return open === 'certain' && each.support !== 'direct' ? 'possible' : open;
    });
  const isFirst = (id: string): boolean => standings(id).every((open) => open === 'no');
  const mayBeFirst = (id: string): boolean => standings(id).every((open) => open !== 'certain');
  return tallyOf(
    [...direct.certain].filter(isFirst),
    [...direct.certain, ...direct.possible].filter(mayBeFirst),
  );
}
