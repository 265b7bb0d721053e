import { appliesTo, fieldOf, type FieldId } from '../form/index.ts';
import type { Finding } from '../checks/index.ts';
import type { Service } from '../programme/index.ts';
import type { CompileOptions } from './compile-options.ts';
import type { PartialReturn } from './partial-return.ts';
import { recordFinding } from './record-rule.ts';
import type { RecordKind } from './service-record.ts';

/** What a service keeps records of, and of which kinds some could not be read. */
export interface Kept {
  readonly has: (kind: RecordKind) => boolean;
  readonly isUnread: (kind: RecordKind) => boolean;
}

/** The kinds among the records, and those that the service says it keeps. */
export function keptKinds(
  { kinds, unread }: PartialReturn,
  torn: readonly RecordKind[],
  { keeps = [], direct }: CompileOptions,
): Kept {
  const kept = new Set([...kinds, ...keeps]);
  // Records that contradict each other are not counted: they are as good as unread.
  const broken = new Set([...unread, ...torn]);
  const isUnread = (kind: RecordKind): boolean => broken.has('any') || broken.has(kind);
  // Where contacts say who is directly supported, what hangs on cases hangs on them.
  const isByContact = (kind: RecordKind): boolean =>
    kind === 'case' && direct === 'contact' && isUnread('contact');
  return { has: (kind) => kept.has(kind), isUnread: (kind) => isUnread(kind) || isByContact(kind) };
}

const professionals: readonly RecordKind[] = ['awareness-with-professionals', 'training'];

/** Whether a service has records of case consultancies, or of cases in which all support is consultancy. */
export const keepsConsultancies = ({ has }: Kept): boolean => has('consultancy') || has('consultancy-case');

/** The kinds of record of which a field is made. */
function kindsBehind(id: FieldId): readonly RecordKind[] {
  if (id.startsWith('spokes.')) return [];
  // Whoever is directly supported is not counted as indirectly supported: both hang on the cases.
  if (id === 'youngPeople.indirect') return ['case', 'consultancy'];
  if (id === 'withProfessionals.consultancySessions') return ['consultancy'];
  if (id.startsWith('withYoungPeople.awareness')) return ['awareness-with-young-people'];
  if (id.startsWith('withYoungPeople.')) return ['group-work'];
  if (id.startsWith('withProfessionals.')) return professionals;
  return id === 'outcomes.atClose' ? ['case', 'outcome'] : ['case'];
}

/** Counts to which a record that could not be read can only add. Of all others it may change anything. */
const onlyGrowing: readonly FieldId[] = [
  'youngPeople.direct',
  'referrals.received',
  'withYoungPeople.awarenessSessions',
  'withYoungPeople.awarenessAttending',
  'withYoungPeople.moreGroupSessions',
  'withProfessionals.awarenessSessions',
  'withProfessionals.awarenessAttending',
  'withProfessionals.trainingSessions',
  'withProfessionals.trainingAttending',
  'withProfessionals.consultancySessions',
];

/** What records that could not be read leave of a field: everything, a lower bound, or nothing. */
export function leftOf(id: FieldId, { isUnread }: Kept): 'exact' | 'at least' | 'nothing' {
  if (!kindsBehind(id).some(isUnread)) return 'exact';
  return onlyGrowing.includes(id) ? 'at least' : 'nothing';
}

/** What is said of a kind that no record is of, with the field that hangs on it. */
const missing: readonly (readonly [RecordKind, FieldId, string])[] = [
  ['case', 'youngPeople.direct', 'cases of direct support'],
  ['consultancy', 'youngPeople.indirect', 'case consultancies'],
  [
    'awareness-with-young-people',
    'withYoungPeople.awarenessSessions',
    'awareness sessions with young people',
  ],
  ['group-work', 'withYoungPeople.oneGroupSession', 'group work'],
  ['awareness-with-professionals', 'withProfessionals.awarenessSessions', 'sessions with professionals'],
];

/** Says what no record is about, where the duties call for it: it may be that there was none, or that none is kept. */
export function notKept(
  kept: Kept,
  service: Service | undefined,
  options: CompileOptions,
): readonly Finding[] {
  const findings = missing
    .filter(([kind, id]) => {
      // With professionals one kind is sorted from the other by its length.
      const isKept =
        kind === 'consultancy'
          ? keepsConsultancies(kept)
          : professionals.includes(kind)
            ? professionals.some(kept.has)
            : kept.has(kind);
      return (
        !isKept &&
        !kept.isUnread(kind) &&
        (service?.duties === undefined || appliesTo(fieldOf(id), service.duties))
      );
    })
    .map(([kind, , words]) => noRecords(words, kind));
  const lacksContacts = options.direct === 'contact' && !kept.has('contact');
  return lacksContacts
    ? [...findings, noRecords('contacts, by which direct support is to be counted', 'contact')]
    : findings;
}

const noRecords = (words: string, kind: RecordKind): Finding =>
  recordFinding(
    'K301',
    `There is no record of ${words}: nothing of it was returned.`,
    `records of it, or ${JSON.stringify(kind)} in keeps`,
  );
