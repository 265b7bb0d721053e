import {
  ageBand,
  closeOutcome,
  disability,
  ethnicity,
  gender,
  livingSituation,
  populationBase,
  referralRoute,
  sexuality,
} from '../vocabulary/index.ts';
import { breakdown, code, count, matrix, type Field, type FieldDefinition } from './field.ts';

/** How many Spoke workers the figures come from. */
export const spokeFields = {
  /** Spoke workers as people, whole numbers. The form prints one number; this library asks for people and FTE apart. */
  headcount: count({
    label: 'No. of Spoke workers',
    example: 'Two people at full time and two at half time: 4.',
    aliases: ['No. of Spokes', 'Combined No. of Spoke workers', 'Spoke workers', 'Spokes'],
    guidance:
      'People in post at the end of the period, whoever funds them. A person counts once, whatever the hours.',
    counts: 'posts',
    source: 'Tables 2-5',
  }),
  /** Spoke workers as full-time equivalents. */
  fte: count({
    label: 'Spoke workers, full-time equivalent',
    example: 'Two people at full time and two at half time: 3.',
    guidance:
      'Add up the hours of the people in post as shares of a full week: four people at half time are 2.',
    counts: 'posts',
    unit: 'full-time equivalents',
    decimal: true,
    asked: 'optional',
    source: 'Table 1',
  }),
} as const satisfies FieldDefinitions;

/** Who was supported. */
export const youngPeopleFields = {
  /** Young people who received individual work from a Spoke in the period. */
  direct: count({
    label: 'Young people receiving direct support from Spokes',
    example: 'A girl was seen six times, left and came back in the same quarter: she counts once.',
    aliases: [
      'Young people receiving direct support',
      'Young people directly supported',
      'Directly supported young people',
      'Direct support',
    ],
    guidance: 'Each young person once, however many sessions or cases.',
    counts: 'people',
    duties: ['casework'],
    source: 'Tables 2-5',
  }),
  /** Young people supported through case consultancy to another professional. */
  indirect: count({
    label: 'Young people receiving indirect support through case consultancy',
    example: 'A school asked about one boy three times, and nobody saw him: he counts once.',
    aliases: ['or indirect support through case consultancy', 'Indirect support through case consultancy'],
    guidance: 'Each young person discussed once. Leave out those who also received direct support.',
    counts: 'people',
    duties: ['case-consultancy'],
    source: 'Table 4',
  }),
  /** Direct and indirect support together. */
  total: count({
    label: 'Young people supported, total',
    example: '47 direct and 28 indirect: 75.',
    aliases: ['Total'],
    guidance: 'Direct and indirect support added up; a check compares it with the two.',
    counts: 'people',
    asked: 'optional',
    source: 'Table 4',
  }),
  /** Whom the characteristics below describe. */
  base: code({
    label: 'The characteristics describe',
    example: 'Ages were written down for the 47 directly supported alone: direct.',
    guidance:
      'Say whether age, gender, ethnicity and living situation describe directly supported young people only.',
    codelist: populationBase,
    duties: ['casework'],
    source: '2.3',
  }),
  /** Young people by age band. */
  age: breakdown({
    label: 'Age',
    example:
      'Of 50, 8 were 12-14, 34 were 15-17, 7 were 18 or over, and one age is not known: 0, 8, 34, 7 and not known 1.',
    guidance: 'Every young person in one band. Enter 0 where there is none, and how many ages are not known.',
    counts: 'people',
    codelist: ageBand,
    base: 'youngPeople.base',
    duties: ['casework'],
    source: 'Tables 2-5',
  }),
  /** Young people by gender. */
  gender: breakdown({
    label: 'Gender',
    example: 'Of 50, 39 were female and 11 male: 39, 11 and not known 0.',
    guidance: 'Every young person once, as the service records it, with how many are not known.',
    counts: 'people',
    codelist: gender,
    base: 'youngPeople.base',
    duties: ['casework'],
    source: 'Tables 2-5',
  }),
  /** Young people by ethnicity. */
  ethnicity: breakdown({
    label: 'Ethnicity',
    example: 'Of 50, 22 were White UK and 24 White other, and 4 are not recorded: 22, 24 and unknown 4.',
    guidance: 'Every young person once, with how many are unknown. Add a category where none of these fits.',
    counts: 'people',
    codelist: ethnicity,
    base: 'youngPeople.base',
    duties: ['casework'],
    source: 'Tables 2-5',
  }),
  /** Young people by where they live at present. */
  living: breakdown({
    label: 'Current living situation',
    example: 'Somebody moved from home to foster care in the quarter and is there on the last day: in care.',
    guidance: 'Every young person once, as at the end of the period, with how many are not known.',
    counts: 'people',
    codelist: livingSituation,
    base: 'youngPeople.base',
    duties: ['casework'],
    since: '2015-Q1',
    source: 'Table 5',
  }),
  /** Young people by sexuality. Optional. */
  sexuality: breakdown({
    label: 'Sexuality',
    example:
      'Of 50, 3 said that they are bisexual and 10 that they are heterosexual: 3, 10 and not known 37.',
    guidance: 'Only what young people have said of themselves; everyone else is not known.',
    counts: 'people',
    codelist: sexuality,
    base: 'youngPeople.base',
    duties: ['casework'],
    asked: 'optional',
    since: '2015-Q4',
    source: '4.1',
  }),
  /** Young people by disability. Optional. */
  disability: breakdown({
    label: 'Disability',
    example: 'Of 50, 6 have a disability, 31 have none, and nobody asked the others: 6, 31 and not known 13.',
    guidance: 'Every young person once, with how many are not known.',
    counts: 'people',
    codelist: disability,
    base: 'youngPeople.base',
    duties: ['casework'],
    asked: 'optional',
    since: '2015-Q4',
    source: 'library',
  }),
  /** Of the directly supported, those whom the service had never supported before. Optional; makes yearly totals exact. */
  newInPeriod: count({
    label: 'Of these, new to the service in the period',
    example: 'Of 50, 12 had never been supported before, and 3 came back after a year: 12.',
    guidance:
      'Directly supported young people who had never received direct support from this service before.',
    // Somebody is new to a service once: the counts of periods add up.
    counts: 'events',
    unit: 'young people',
    describesYoungPeople: true,
    duties: ['casework'],
    asked: 'optional',
    source: 'library',
  }),
  /** Of the directly supported, those not yet counted in the calendar year. Optional; makes yearly totals exact. */
  firstInYear: count({
    label: 'Of these, supported for the first time in the calendar year',
    example: 'Of 50 from April to June, 30 were supported from January to March too: 20.',
    guidance:
      'Directly supported young people who had received no direct support from this service earlier in the same calendar year. In the first quarter these are all.',
    // Somebody is counted for the first time once a year: the quarters of a year add up.
    counts: 'events',
    unit: 'young people',
    describesYoungPeople: true,
    duties: ['casework'],
    asked: 'optional',
    source: 'library',
  }),
  /** Young people whose direct support was under way as the period began. Optional. */
  openAtStart: count({
    label: 'Cases open at the start of the period',
    example: 'On 1 April 30 young people were being supported: 30.',
    guidance:
      'Directly supported young people whose support had begun before the first day and was under way on it.',
    counts: 'people-at-start',
    duties: ['casework'],
    asked: 'optional',
    source: 'library',
  }),
  /** Cases opened in the period, first or again. Optional. */
  opened: count({
    label: 'Cases opened in the period',
    example: '12 new young people and 3 who came back: 15.',
    guidance: 'Every time direct support began, for a new young person or again for a known one.',
    counts: 'events',
    unit: 'cases',
    describesYoungPeople: true,
    duties: ['casework'],
    asked: 'optional',
    source: 'library',
  }),
  /** Young people whose direct support was under way as the period ended. Optional. */
  openAtEnd: count({
    label: 'Cases open at the end of the period',
    example: '30 at the start, 15 opened and 10 closed: 35.',
    guidance:
      'Directly supported young people whose support goes on after the last day; one that ends on that day is closed.',
    counts: 'people-at-end',
    duties: ['casework'],
    asked: 'optional',
    source: 'library',
  }),
  /** Young people waiting for support at the end of the period. Optional. */
  waiting: count({
    label: 'Young people waiting for support',
    example: 'Five were accepted, and two of them have been seen: 3.',
    guidance: 'Accepted by the service and not yet seen, at the end of the period.',
    counts: 'people-at-end',
    duties: ['casework'],
    asked: 'optional',
    source: 'library',
  }),
} as const satisfies FieldDefinitions;

/** How young people came to the service. */
export const referralFields = {
  /** Cases in which a route was reported: the base of the routes. */
  reported: count({
    label: 'Cases in which a referral route was reported',
    example: '50 were supported, and for 38 it is written down who referred them: 38.',
    guidance: 'The rest of the directly supported young people count as not reported.',
    counts: 'people',
    duties: ['casework'],
    since: '2015-Q1',
    source: '2.3',
  }),
  /** Reported cases by route. */
  route: breakdown({
    label: 'Referral route',
    example:
      'Of 38, 19 came through a multi-agency team and 6 through the police: 19, 6, and the others under theirs.',
    guidance: 'Every reported case under one route.',
    counts: 'people',
    codelist: referralRoute,
    base: 'referrals.reported',
    duties: ['casework'],
    since: '2015-Q1',
    source: '2.3',
  }),
  /** Referrals received in the period, accepted or not. Optional. */
  received: count({
    label: 'Referrals received',
    example: '40 referrals were received, 5 of them not accepted and 2 for the same person: 40.',
    guidance:
      'Every referral received in the period, accepted or not; a second referral of a person counts again.',
    counts: 'events',
    unit: 'referrals',
    describesYoungPeople: true,
    duties: ['casework'],
    asked: 'optional',
    source: 'library',
  }),
} as const satisfies FieldDefinitions;

/** Work with groups of young people. */
export const groupFields = {
  /** Awareness-raising sessions delivered to young people. */
  awarenessSessions: count({
    label: 'No. of awareness raising sessions delivered to young people in community settings',
    example: 'The same session in four schools: 4.',
    aliases: ['Awareness raising sessions with young people', 'Awareness sessions with young people'],
    guidance: 'Sessions, not people.',
    counts: 'events',
    duties: ['awareness-raising'],
    source: 'Tables 2-5',
  }),
  /** Young people attending those sessions. */
  awarenessAttending: count({
    label: 'No. of young people attending',
    example: 'Two sessions with the same 20 young people: 40.',
    guidance: 'Attendances: a young person who came twice counts twice.',
    counts: 'attendances',
    describesYoungPeople: true,
    duties: ['awareness-raising'],
    since: '2015-Q1',
    source: 'Table 5',
  }),
  /** Young people who attended exactly one group-work session. */
  oneGroupSession: count({
    label: 'Young people attending one group-work session',
    example: 'Of ten young people six came once and four came again: 6.',
    aliases: ['No. of young people attending one group-work session'],
    guidance: 'People who came exactly once in the period.',
    counts: 'people',
    duties: ['group-work'],
    source: 'Table 4',
  }),
  /** Young people who attended two or more group-work sessions. */
  moreGroupSessions: count({
    label: 'Young people attending more than one group work session',
    example: 'Of ten young people six came once and four came again: 4.',
    aliases: ['No. of young people attending more than one group work session'],
    guidance: 'People who came twice or more in the period; nobody stands in both rows.',
    counts: 'people',
    duties: ['group-work'],
    source: 'Table 4',
  }),
} as const satisfies FieldDefinitions;

/** Work with other professionals. */
export const professionalFields = {
  /** Awareness-raising sessions of at most half a day with other professionals. */
  awarenessSessions: count({
    label: 'No. of awareness raising sessions with other professionals (less than or equal to ½ day input)',
    example: 'A briefing of two hours and a workshop of half a day: 2.',
    aliases: ['Awareness raising sessions with professionals', 'Awareness sessions with professionals'],
    guidance: 'Sessions of up to and including half a day.',
    counts: 'events',
    duties: ['awareness-raising'],
    source: 'Tables 2-5',
  }),
  /** Professionals attending those sessions. */
  awarenessAttending: count({
    label: 'No. of professionals attending awareness raising sessions',
    example: '15 at a briefing and 20 at another, 5 of them at both: 35.',
    aliases: ['No. of professionals attending'],
    guidance: 'Attendances: a professional who came twice counts twice.',
    counts: 'attendances',
    duties: ['awareness-raising'],
    source: 'Table 4',
  }),
  /** Training sessions of more than half a day with other professionals. */
  trainingSessions: count({
    label: 'No. of training sessions delivered to professionals (more than ½ day input)',
    example: 'A course of two days is one training, a full day another: 2.',
    aliases: ['Training sessions', 'Training sessions with professionals'],
    guidance: 'Sessions of more than half a day.',
    counts: 'events',
    duties: ['training'],
    source: 'Tables 2-5',
  }),
  /** Professionals attending training. */
  trainingAttending: count({
    label: 'No. of professionals attending training sessions',
    example: '12 on the first course and 12 on the second, some of them the same: 24.',
    aliases: ['No. of professionals attending'],
    guidance: 'Attendances: a professional who came twice counts twice.',
    counts: 'attendances',
    duties: ['training'],
    source: 'Tables 2-5',
  }),
  /** Case consultancies given. No table prints the row; the text names the work. */
  consultancySessions: count({
    label: 'No. of case consultancies provided to professionals',
    example: 'Three conversations about one boy and one about another: 4.',
    guidance: 'Conversations about a young person with another professional, each counted once.',
    counts: 'events',
    unit: 'consultancies',
    // Each is about a young person.
    describesYoungPeople: true,
    duties: ['case-consultancy'],
    asked: 'optional',
    source: '2.3',
  }),
} as const satisfies FieldDefinitions;

/** What had changed when cases closed. */
export const outcomeFields = {
  /** Cases closed in the period. Optional. */
  casesClosed: count({
    label: 'Cases closed',
    example: 'Ten cases closed, one of them was reopened and closed again: 11.',
    guidance: 'Every time direct support ended, for each young person as often as it did.',
    counts: 'events',
    unit: 'cases',
    describesYoungPeople: true,
    duties: ['casework'],
    asked: 'optional',
    source: 'library',
  }),
  /** Closed cases by measure and how it stood. The report asks for outcomes and prints no scale, so the measure is the service’s own. */
  atClose: matrix({
    label: 'Outcomes for young people at close of case',
    example: 'Missing episodes, 11 cases closed: improved 7, unchanged 2, worse 0, not recorded 2.',
    guidance:
      'For each measure the service uses: how many cases closed improved, unchanged, worse or not recorded.',
    counts: 'events',
    unit: 'cases',
    describesYoungPeople: true,
    codelist: closeOutcome,
    base: 'outcomes.casesClosed',
    duties: ['casework'],
    asked: 'optional',
    source: '2.3',
  }),
} as const satisfies FieldDefinitions;

/** The sections of the form, in the order in which it is printed. */
export const sections = {
  spokes: spokeFields,
  youngPeople: youngPeopleFields,
  referrals: referralFields,
  withYoungPeople: groupFields,
  withProfessionals: professionalFields,
  outcomes: outcomeFields,
} as const;

/** What the sections are called on the form. */
export const sectionTitles: Readonly<Record<keyof typeof sections, string>> = {
  spokes: 'Spoke workers',
  youngPeople: 'Young people',
  referrals: 'Referral pathways',
  withYoungPeople: 'Work with groups of young people',
  withProfessionals: 'Work with other professionals',
  outcomes: 'Outcomes',
};

type FieldDefinitions = Readonly<Record<string, FieldDefinition>>;
type Sections = typeof sections;

/** The id of a field: its section and its name, `youngPeople.age`. */
export type FieldId = { [S in keyof Sections]: `${S}.${keyof Sections[S] & string}` }[keyof Sections];

/**
 * The field catalogue: every question of the core data collection form, in printed order.
 *
 * @example
 * fields.find((field) => field.id === 'youngPeople.living')?.since; // => '2015-Q1'
 */
export const fields: readonly Field[] = Object.entries(sections).flatMap(([section, definitions]) =>
  Object.entries(definitions as FieldDefinitions).map(([name, definition]) => ({
    ...definition,
    id: `${section}.${name}` as FieldId, // built from the same keys as the type
  })),
);

const byId = new Map<string, Field>(fields.map((field) => [field.id, field]));

/**
 * The field with an id.
 *
 * @throws RangeError when there is none: a mistake of the programmer
 * @example
 * fieldOf('youngPeople.direct').label; // => 'Young people receiving direct support from Spokes'
 */
export function fieldOf(id: FieldId): Field {
  const field = byId.get(id);
  if (field === undefined) throw new RangeError(`fieldOf: the form has no field "${id}"`);
  return field;
}
