import { z } from 'zod';
import { ageBand, isIsoDate } from '../vocabulary/index.ts';

const id = z.string().min(1).max(200);
const text = z.string().min(1).max(100).nullish();
const day = z.string().refine((text) => isIsoDate(text), { error: 'a day such as 2015-03-31' });
const count = z.int().min(0).max(1_000_000).nullish();
const bands = ageBand.entries.map(({ code }) => code);

/**
 * A case: one young person’s support, direct or through consultancy, from referral to close. Whatever is not
 * known is left out or `null`; of a case that is closed on a day nobody wrote down, `closed` is `not-known`.
 *
 * @example
 * caseRecord.safeParse({ kind: 'case', id: 'c1', youngPerson: 'yp1', support: 'direct', opened: '2015-01-12' }).success; // => true
 */
export const caseRecord = z.strictObject({
  kind: z.literal('case'),
  id,
  /** A pseudonym that is the same in every case of the young person. */
  youngPerson: id,
  support: z.enum(['direct', 'consultancy']).nullish(),
  referred: day.nullish(),
  /** The referral route: a code or label of the list, or another. */
  route: text,
  /** `never` for a referral that led to no support. */
  opened: z.union([day, z.literal('never')]).nullish(),
  /** Absent while the case is open. */
  closed: z.union([day, z.literal('not-known')]).nullish(),
  dateOfBirth: day.nullish(),
  /** The age in whole years on a day. */
  age: z.strictObject({ years: z.int().min(0).max(120), on: day }).nullish(),
  ageBand: z.enum(bands as [(typeof bands)[number], ...(typeof bands)[number][]]).nullish(),
  gender: text,
  ethnicity: text,
  living: text,
  sexuality: text,
  disability: text,
  /** The day on which these facts were recorded, where it is not that of the referral. */
  recorded: day.nullish(),
  /** The Spoke post that holds the case. */
  post: text,
  area: text,
});

/** A contact: individual work with a young person on a day. */
export const contactRecord = z.strictObject({
  kind: z.literal('contact'),
  id,
  youngPerson: id,
  date: day.nullish(),
});

/** What a session is. */
export const sessionActivities = [
  'awareness-with-young-people',
  'group-work',
  'awareness-with-professionals',
  'training',
] as const;

/** A session with a group of young people or of professionals. */
export const sessionRecord = z.strictObject({
  kind: z.literal('session'),
  id,
  date: day.nullish(),
  activity: z.enum(sessionActivities),
  /** How long it was, in days: half a day is 0.5. */
  days: z.number().positive().max(60).nullish(),
  attending: count,
  /** Who attended, as pseudonyms, where everyone is known. */
  attended: z.array(id).max(10_000).nullish(),
});

/** A case consultancy given to another professional. */
export const consultancyRecord = z.strictObject({
  kind: z.literal('consultancy'),
  id,
  date: day.nullish(),
  /** The young person it was about. */
  youngPerson: id.nullish(),
});

/** What a measure showed when a case was closed. */
export const outcomeRecord = z.strictObject({
  kind: z.literal('outcome'),
  case: id,
  /** The service’s own name for what is measured. */
  measure: z.string().min(1).max(100),
  first: z.number().nullish(),
  last: z.number().nullish(),
  /** Whether a higher reading is a better or a worse one. */
  better: z.enum(['higher', 'lower']),
});

/** A case of a service. */
export type CaseRecord = Readonly<z.infer<typeof caseRecord>>;
/** A contact with a young person. */
export type ContactRecord = Readonly<z.infer<typeof contactRecord>>;
/** A session of a service. */
export type SessionRecord = Readonly<z.infer<typeof sessionRecord>>;
/** A case consultancy. */
export type ConsultancyRecord = Readonly<z.infer<typeof consultancyRecord>>;
/** An outcome at close. */
export type OutcomeRecord = Readonly<z.infer<typeof outcomeRecord>>;
/** Any record that a return can be made of. */
export type ServiceRecord = CaseRecord | ContactRecord | SessionRecord | ConsultancyRecord | OutcomeRecord;

/** Any record that a return can be made of. */
export const serviceRecord: z.ZodType<ServiceRecord> = z.discriminatedUnion('kind', [
  caseRecord,
  contactRecord,
  sessionRecord,
  consultancyRecord,
  outcomeRecord,
]);

/** What a service may keep records of. */
export type RecordKind =
  'case' | 'contact' | 'consultancy' | 'consultancy-case' | 'outcome' | SessionRecord['activity'];
