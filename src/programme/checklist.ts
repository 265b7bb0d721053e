import type { Source } from '../vocabulary/index.ts';

/** How an item of a checklist stands. */
export type Answer = 'met' | 'not-met' | 'not-known';

/** One thing to look for. */
export interface ChecklistItem<Id extends string = string> {
  readonly id: Id;
  readonly item: string;
}

/** Things to look for, each met, not met or not known. */
export interface Checklist<Id extends string = string> {
  readonly name: string;
  readonly title: string;
  readonly source: Source;
  readonly items: readonly ChecklistItem<Id>[];
}

/** Answers to a checklist. An item left out is not known. */
export type Answers<List extends Checklist> = { readonly [Id in List['items'][number]['id']]?: Answer };

/** How a checklist stands as a whole. */
export interface ChecklistResult {
  readonly met: readonly string[];
  readonly notMet: readonly string[];
  readonly notKnown: readonly string[];
}

const checklist = <const Id extends string>(list: Checklist<Id>): Checklist<Id> => list;

/** What a formal agreement between Hub and host settles. */
export const formalAgreement = checklist({
  name: 'formal-agreement',
  title: 'Formal agreement between Hub and host',
  source: '3.3',
  items: [
    { id: 'location', item: 'Where the Spoke has a desk' },
    { id: 'team', item: 'Which team or group the Spoke is based with' },
    { id: 'meetings', item: 'Attendance at the host team’s meetings' },
    { id: 'office-time', item: 'Time expected in the office' },
    { id: 'role', item: 'The role, its boundaries and what each side expects' },
    { id: 'management', item: 'Management and supervision' },
    { id: 'consent', item: 'Young people’s consent' },
    { id: 'referrals', item: 'Referral routes and priorities' },
    { id: 'information', item: 'Sharing of information' },
    { id: 'local-understanding', item: 'Local organisations understand the boundaries' },
  ],
});

/** What an operational group has. */
export const operationalGroup = checklist({
  name: 'operational-group',
  title: 'Operational group on child sexual exploitation',
  source: '3.2',
  items: [
    { id: 'police', item: 'The police are members' },
    { id: 'social-services', item: 'Social services are members' },
    { id: 'health', item: 'Health is a member' },
    { id: 'education', item: 'Education is a member' },
    { id: 'youth-offending', item: 'Youth offending is a member' },
    { id: 'camhs', item: 'CAMHS is a member' },
    { id: 'voluntary', item: 'The voluntary sector is a member' },
    { id: 'others-by-case', item: 'Others attend for a case' },
    { id: 'direct-referral', item: 'Cases can be referred directly' },
    { id: 'prioritises', item: 'Individual cases are discussed and prioritised' },
    { id: 'risk-tool', item: 'A risk assessment tool is used' },
    { id: 'register', item: 'A register of high-risk cases is kept, monitored and reviewed' },
    { id: 'onward-referral', item: 'Cases are referred onward' },
    { id: 'perpetrators', item: 'Information on suspected perpetrators may be shared' },
  ],
});

/**
 * How a checklist stands: which items are met, which are not, and of which nobody has said either.
 *
 * @example
 * assessChecklist(formalAgreement, { role: 'met', consent: 'not-met' }).notKnown.length; // => 8
 */
export function assessChecklist<Id extends string>(
  list: Checklist<Id>,
  answers: { readonly [I in Id]?: Answer },
): ChecklistResult {
  const ids = list.items.map(({ id }) => id);
  const withAnswer = (answer: Answer): readonly Id[] =>
    ids.filter((id) => Object.hasOwn(answers, id) && answers[id] === answer);
  const [met, notMet] = [withAnswer('met'), withAnswer('not-met')];
  // An answer that is none is no answer.
  return { met, notMet, notKnown: ids.filter((id) => !met.includes(id) && !notMet.includes(id)) };
}
