import { atLeast, unknown, type Cell, type CoreReturn } from '../form/index.ts';

const noOutputs = unknown('not-provided');
const groupOutputs = ['awarenessSessions', 'oneGroupSession', 'moreGroupSessions'] as const;
const professionalOutputs = [
  'awarenessSessions',
  'awarenessAttending',
  'trainingSessions',
  'trainingAttending',
  'consultancySessions',
] as const;

const each = <Name extends string>(names: readonly Name[], cell: Cell): { readonly [N in Name]: Cell } =>
  Object.fromEntries(names.map((name) => [name, cell])) as { [N in Name]: Cell }; // one entry for every name

/** Table 2: Service 1, its last year of CSEFA funding. The service was unable to provide outputs. */
export const service1: CoreReturn = {
  edition: 'year-two',
  service: '1',
  period: { from: '2013-10-01', to: '2014-09-30' },
  declared: 'year',
  spokes: { headcount: 5 },
  youngPeople: {
    direct: 124,
    base: 'direct',
    age: { '12-14': 17, '15-17': 79, '18-plus': 28 },
    gender: { female: 101, male: 23 },
    ethnicity: { 'white-uk': 85, 'white-other': 35 },
  },
  withYoungPeople: each(groupOutputs, noOutputs),
  withProfessionals: each(professionalOutputs, noOutputs),
  printed: {
    period: '01.10.2013 - 30.09.2014',
    percentages: {
      'youngPeople.age.12-14': 14,
      'youngPeople.age.15-17': 64,
      'youngPeople.age.18-plus': 22,
      'youngPeople.gender.female': 81,
      'youngPeople.gender.male': 18,
      'youngPeople.ethnicity.white-uk': 69,
      'youngPeople.ethnicity.white-other': 29,
    },
  },
};

/** Table 3: Service 2, the calendar year 2014. */
export const service2: CoreReturn = {
  edition: 'year-two',
  service: '2',
  period: { from: '2014-01-01', to: '2014-12-31' },
  declared: 'year',
  spokes: { headcount: 3 },
  youngPeople: {
    direct: 50,
    base: 'direct',
    age: { '12-14': 8, '15-17': 34, '18-plus': 8 },
    gender: { female: 39, male: 11 },
    ethnicity: { 'white-uk': 22, 'white-other': 24, 'not-known': 4 },
  },
  withYoungPeople: { awarenessSessions: 2 },
  withProfessionals: { awarenessSessions: 7, trainingSessions: 6, trainingAttending: 15 },
  printed: {
    period: '01.01.2014 – 31.12.2014',
    percentages: {
      'youngPeople.age.12-14': 16,
      'youngPeople.age.15-17': 68,
      'youngPeople.age.18-plus': 16,
      'youngPeople.gender.female': 78,
      'youngPeople.gender.male': 22,
      'youngPeople.ethnicity.white-uk': 44,
      'youngPeople.ethnicity.white-other': 48,
      'youngPeople.ethnicity.not-known': 8,
    },
  },
};

/** Table 4: Service 3, the calendar year 2014. Its characteristics describe direct and indirect support together. */
export const service3: CoreReturn = {
  edition: 'year-two',
  service: '3',
  period: { from: '2014-01-01', to: '2014-12-31' },
  declared: 'year',
  spokes: { headcount: 3 },
  youngPeople: {
    direct: 47,
    indirect: 28,
    total: 75,
    base: 'direct-and-indirect',
    age: { 'under-12': 1, '12-14': 33, '15-17': 40, '18-plus': 1 },
    gender: { female: 68, male: 7 },
    ethnicity: { 'white-uk': 70, 'white-other': 1, 'african-origin': 1, mixed: 3 },
  },
  withYoungPeople: { awarenessSessions: 13, oneGroupSession: 53, moreGroupSessions: 6 },
  withProfessionals: {
    awarenessSessions: 108,
    awarenessAttending: 1432,
    trainingSessions: 12,
    trainingAttending: unknown('not-known'),
  },
  printed: {
    period: '01.01.2014 – 31.12.2014',
    percentages: {
      'youngPeople.age.under-12': 1,
      'youngPeople.age.12-14': 44,
      'youngPeople.age.15-17': 53,
      'youngPeople.age.18-plus': 1,
      'youngPeople.gender.female': 91,
      'youngPeople.gender.male': 9,
      'youngPeople.ethnicity.white-uk': 93,
      'youngPeople.ethnicity.white-other': 1,
      'youngPeople.ethnicity.african-origin': 1,
      'youngPeople.ethnicity.mixed': 4,
    },
  },
};

/**
 * Table 5 and the referral list: Services 4, 5 and 8, five quarterly returns added up. The period is that
 * of the text (to 30 June 2015); the table prints 1 June.
 */
export const services4And5And8: CoreReturn = {
  edition: 'year-two',
  service: '4, 5 and 8',
  period: { from: '2015-01-01', to: '2015-06-30' },
  declared: 'other',
  combined: { services: ['4', '5', '8'], returns: 5 },
  spokes: { headcount: 6 },
  youngPeople: {
    direct: 50,
    base: 'direct',
    age: { 'under-12': 0, '12-14': 25, '15-17': 25, '18-plus': 0 },
    gender: { female: 39, male: 11 },
    ethnicity: { 'white-uk': 47, 'white-other': 2, pakistani: 1 },
    living: { home: 40, care: 10 },
  },
  referrals: {
    reported: 38,
    route: {
      'multi-agency': 19,
      police: 6,
      'social-care': 6,
      schools: 3,
      'return-interview': 2,
      health: 1,
      internal: 1,
    },
  },
  withYoungPeople: {
    awarenessSessions: 35,
    awarenessAttending: 1021,
    oneGroupSession: 207,
    moreGroupSessions: 61,
  },
  withProfessionals: {
    awarenessSessions: 21,
    awarenessAttending: 340,
    trainingSessions: 17,
    trainingAttending: atLeast(113),
  },
  printed: {
    period: '01.01.2015 – 01.06.2015',
    percentages: {
      'youngPeople.age.12-14': 50,
      'youngPeople.age.15-17': 50,
      'youngPeople.gender.female': 78,
      'youngPeople.gender.male': 22,
      'youngPeople.ethnicity.white-uk': 94,
      'youngPeople.ethnicity.white-other': 10,
      'youngPeople.ethnicity.pakistani': 5,
      'youngPeople.living.home': 80,
      'youngPeople.living.care': 20,
    },
  },
};

/**
 * The four published tables of returns exactly as printed, faults included.
 *
 * @example
 * returns.map((published) => published.service); // => ['1', '2', '3', '4, 5 and 8']
 */
export const returns: readonly CoreReturn[] = [service1, service2, service3, services4And5And8];
