import { z } from 'zod';
import {
  embeddedness,
  governanceGroups,
  type Answers,
  type Checklist,
  type Embeddedness,
} from '../programme/index.ts';
import { isIsoDate, type Period } from '../vocabulary/index.ts';

/**
 * What shows that Spokes keep a distinctive identity: a short self-assessment, answered by the Spokes of a
 * service together. The report names the signs; to ask for them like this is this library’s.
 */
export const distinctiveIdentity = {
  name: 'distinctive-identity',
  title: 'Distinctive identity of Spokes',
  source: '4.1',
  items: [
    {
      id: 'voluntary',
      item: 'Young people and partners know the Spoke as a worker of a voluntary organisation',
    },
    { id: 'relationship', item: 'The work with young people is built on relationships' },
    { id: 'no-time-limit', item: 'Support lasts as long as it is needed' },
    { id: 'flexible', item: 'The Spoke can meet young people at times and places that suit them' },
    { id: 'challenge', item: 'The Spoke can safely challenge other professionals, senior ones too' },
    { id: 'caseload', item: 'Spoke and Hub decide which cases the Spoke takes, and how many' },
    { id: 'prevention', item: 'There is room for preventive work beside cases of high risk' },
    { id: 'cse-focus', item: 'The Spoke is asked to do work about child sexual exploitation and no other' },
  ],
} as const satisfies Checklist;

/** A count, and the days it was counted over. */
export interface CountOverDays {
  readonly count: number;
  readonly days: number;
}

/** A place where Spokes work, called by a pseudonym: never by its name where that would tell who the service is. */
export interface ObservedArea {
  readonly area: string;
  /** The local authority it lies in, by a pseudonym. */
  readonly authority?: string;
  readonly reach: 'own-authority' | 'new-authority';
  /** Spokes there before the programme, and now. */
  readonly before: number;
  readonly now: number;
  /** Young people supported there in the period. */
  readonly youngPeople?: number;
}

/** Ratings of the same people before and after, by one instrument: how many rose, stayed and fell. */
export interface PairedRatings {
  /** The instrument, by a name that means the same in every service. */
  readonly instrument: string;
  readonly rose: number;
  readonly same: number;
  readonly fell: number;
  /** People who answered only once: they stand beside the pairs and are not in them. */
  readonly unpaired?: number;
}

/**
 * What was observed of one service and stands neither in the register nor in a return. Everything is
 * optional: what is left out was not observed.
 */
export interface ServiceObservation {
  readonly service: string;
  /** The days it describes. */
  readonly period: Period;
  /** Where it was read: a document or a visit, never a quotation. */
  readonly source?: string;
  /** Posts at each step of {@link embeddedness}. */
  readonly embeddedness?: { readonly [Step in Embeddedness]?: number };
  /** Meetings of the hosts’ teams: how many were held, and at how many of them a Spoke was. */
  readonly hostMeetings?: { readonly held: number; readonly attended: number };
  /** Strategic and operational groups of the area, and whether the service has a place in them. */
  readonly groups?: readonly { readonly group: string; readonly place: 'chair' | 'member' | 'none' }[];
  /** Spokes whom the Hub employs and manages, and others. */
  readonly employment?: { readonly hub: number; readonly others: number };
  /** Duties in the job descriptions: about child sexual exploitation, and others. */
  readonly duties?: { readonly aboutCse: number; readonly others: number };
  readonly identity?: Answers<typeof distinctiveIdentity>;
  readonly areas?: readonly ObservedArea[];
  readonly ratings?: readonly PairedRatings[];
  /** Referrals from agencies before and after they were trained. */
  readonly referralsAroundTraining?: readonly {
    readonly agencies: string;
    readonly before: CountOverDays;
    readonly after: CountOverDays;
  }[];
}

const most = 1_000_000;
const count = z.int().min(0).max(most);
const name = z.string().min(1).max(100);
const list = <Item extends z.ZodType>(item: Item) => z.array(item).max(200);
const overDays = z.strictObject({ count, days: z.int().min(1).max(3660) });
const posts = z.number().min(0).max(most);

const steps = Object.fromEntries(embeddedness.map((step) => [step, posts.optional()]));
const answers = Object.fromEntries(
  distinctiveIdentity.items.map(({ id }) => [id, z.enum(['met', 'not-met', 'not-known']).optional()]),
);

const area = z.strictObject({
  area: name,
  authority: name.optional(),
  reach: z.enum(['own-authority', 'new-authority']),
  before: posts,
  now: posts,
  youngPeople: count.optional(),
});
const ratings = z.strictObject({
  instrument: name,
  rose: count,
  same: count,
  fell: count,
  unpaired: count.optional(),
});
const isoDate = z.string().refine((text) => isIsoDate(text), 'a day such as 2015-03-31');
const groupIds = governanceGroups.map(({ id }) => id);
const place = z.strictObject({ group: z.enum(groupIds), place: z.enum(['chair', 'member', 'none']) });

const distinct = <Item>(items: readonly Item[] | undefined, keyOf: (item: Item) => string): boolean =>
  items === undefined || new Set(items.map(keyOf)).size === items.length;

/**
 * The schema of an observation: for those that come from outside. {@link assessIndicators} uses it too, and
 * leaves out and names what does not fit.
 *
 * @example
 * const period = { from: '2015-01-01', to: '2015-03-31' };
 * serviceObservation.safeParse({ service: '3', period, hostMeetings: { held: 6, attended: 5 } }).success; // => true
 * serviceObservation.safeParse({ service: '3', period, hostMeetings: { held: 6, attended: 7 } }).success; // => false
 */
export const serviceObservation = z
  .strictObject({
    service: name,
    period: z
      .strictObject({ from: isoDate, to: isoDate })
      .refine(({ from, to }) => from <= to, 'a last day on or after the first'),
    source: z.string().min(1).max(200).optional(),
    embeddedness: z.strictObject(steps).optional(),
    hostMeetings: z
      .strictObject({ held: count, attended: count })
      .refine(({ held, attended }) => attended <= held, 'no more meetings attended than held')
      .optional(),
    groups: list(place)
      .refine((groups) => distinct(groups, ({ group }) => group), 'each group once')
      .optional(),
    employment: z.strictObject({ hub: posts, others: posts }).optional(),
    duties: z.strictObject({ aboutCse: count, others: count }).optional(),
    identity: z.strictObject(answers).optional(),
    areas: list(area)
      .refine((areas) => distinct(areas, (each) => each.area), 'each area once')
      .optional(),
    ratings: list(ratings)
      .refine((all) => distinct(all, ({ instrument }) => instrument), 'each instrument once')
      .optional(),
    referralsAroundTraining: list(z.strictObject({ agencies: name, before: overDays, after: overDays }))
      .refine((all) => distinct(all, ({ agencies }) => agencies), 'each group of agencies once')
      .optional(),
  })
  // The steps and the items come from the same lists as the type.
  .meta({ title: 'Observation of a service' }) as unknown as z.ZodType<ServiceObservation>;
