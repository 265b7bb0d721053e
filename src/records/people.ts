import type { Finding } from '../checks/index.ts';
import { groupedBy, type Period, type PopulationBase } from '../vocabulary/index.ts';
import { daysOf, isOpenIn } from './direct-support.ts';
import { shownId, type DistinctRecords } from './distinct-records.ts';
import type { CompileOptions } from './partial-return.ts';
import { recordFinding } from './record-rule.ts';
import type { CaseRecord } from './service-record.ts';
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
  return contacts
    .filter(({ youngPerson, date }) => {
      const own = byPerson.get(youngPerson) ?? [];
      const day = typeof date === 'string' ? { from: date, to: date } : period;
      return own.every((each) => isOpenIn(each, day) === 'no');
    })
    .map(({ id }) =>
      recordFinding('K204', `Contact ${shownId(id)} falls within no open case of its young person.`),
    );
}

/** Whom the characteristics describe. */
export function describedBy({ direct, indirect }: People, base: PopulationBase): Tally {
  if (base === 'direct') return direct;
  return tallyOf([...direct.certain, ...indirect.certain], [...direct.possible, ...indirect.possible]);
}

/** Those of the directly supported whose first direct case of all was opened in a quarter. */
export function newcomers(cases: readonly CaseRecord[], direct: Tally, { from }: Period): Tally {
  const byPerson = groupedBy(
    cases.filter(({ support }) => support !== 'consultancy'),
    ({ youngPerson }) => youngPerson,
  );
  const own = (id: string): readonly CaseRecord[] => byPerson.get(id) ?? [];
  const isNew = (id: string): boolean =>
    own(id).length > 0 && own(id).every((each) => each.support === 'direct' && daysOf(each).beganAt >= from);
  const mayBeNew = (id: string): boolean =>
    own(id).every((each) => each.support !== 'direct' || daysOf(each).beganBy >= from);
  return tallyOf(
    [...direct.certain].filter((id) => isNew(id) && own(id).some((each) => daysOf(each).isKnown)),
    [...direct.certain, ...direct.possible].filter(mayBeNew),
  );
}
