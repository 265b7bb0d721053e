import { differenceInMonths } from 'date-fns/differenceInMonths';
import { parseISO } from 'date-fns/parseISO';
import { between, exactly, highOf, sumBounds, type Bounds } from '../../figures/index.ts';
import { funder, postsOn, type SpokePost } from '../../programme/index.ts';
import { daysAfter, labelOf, type IsoDate } from '../../vocabulary/index.ts';
import {
  measure,
  type Measure,
  type Reading,
  type ServiceEvidence,
  type ServiceReading,
} from '../measure.ts';
import { csefaEnd, isFundedOn, lastsAYear, sizeOf } from '../posts.ts';
import { inRegister } from '../readings.ts';

const reads = ['register: spokes.funder', 'register: spokes.fundedUntil', 'register: funding.until'];

/** Posts that another funder pays for after CSEFA, beside those that CSEFA paid for on its last day. */
const secured =
  (unit: 'people' | 'fte') =>
  (evidence: ServiceEvidence): ServiceReading => {
    const { register, asOf } = evidence;
    const end = register && csefaEnd(register);
    if (register === undefined || end === undefined) return 'missing';
    const csefa = postsOn(register, end).filter((post) => post.funder === 'csefa');
    if (csefa.length === 0) return 'not-applicable';
    const isOver = asOf > end;
    const day = isOver ? asOf : daysAfter(end, 1);
    const others = register.spokes.filter((post) => post.funder !== 'csefa');
    const isSilent = others.every((post) => isSecured(post, { day, end }) === undefined);
    if (isSilent && (!isOver || others.length > 0)) return 'missing';
    const known = sumBounds(others.map((post) => securedSize(post, { day, end }, unit)));
    // Before CSEFA ends, more may still be secured.
    const numerator = isOver ? known : { low: known.low };
    return [
      {
        numerator,
        denominator: sumBounds(csefa.map((post) => sizeOf(post, unit))),
        from: inRegister(evidence),
      },
    ];
  };

interface After {
  /** The day that is looked at. */
  readonly day: IsoDate;
  /** The last day of CSEFA. */
  readonly end: IsoDate;
}

/** A post that began after CSEFA and has no end is paid for; otherwise its own days decide. */
function isSecured(post: SpokePost, { day, end }: After): boolean | undefined {
  const beganAfter = post.fundedFrom !== undefined && post.fundedFrom > end && post.fundedFrom <= day;
  const isOpen = beganAfter && post.fundedUntil === undefined && isFundedOn(post, day) !== false;
  return isOpen && post.funder !== 'not-stated' ? true : isFundedOn(post, day);
}

function securedSize(post: SpokePost, after: After, unit: 'people' | 'fte'): Bounds {
  const isPaid = isSecured(post, after);
  if (isPaid === false) return exactly(0);
  const size = sizeOf(post, unit);
  return isPaid === true ? size : between(0, highOf(size));
}

/** The posts that are certainly secured, by who pays for them and how long. */
function securedByFunder(evidence: ServiceEvidence): ServiceReading {
  const { register, asOf } = evidence;
  const end = register && csefaEnd(register);
  if (register === undefined || end === undefined) return 'missing';
  const day = asOf > end ? asOf : daysAfter(end, 1);
  const posts = register.spokes.filter((post) => isSecured(post, { day, end }) === true);
  const from = inRegister(evidence);
  const readings = posts.map((post): Reading => ({
    category: `${labelOf(funder, post.funder)}, ${termOf(post, day)}`,
    numerator: exactly(post.headcount),
    from,
  }));
  return readings.length === 0 ? 'missing' : readings;
}

/** Months of funding that the posts of a service have before them, added up. */
function monthsAhead(evidence: ServiceEvidence): ServiceReading {
  const { register, asOf } = evidence;
  if (register === undefined) return 'missing';
  const posts = postsOn(register, asOf);
  if (posts.every(({ fundedUntil }) => fundedUntil === undefined)) return 'missing';
  const months = posts.map(({ headcount, fundedUntil }): Bounds => {
    if (fundedUntil === undefined) return { low: 0 };
    return exactly(headcount * differenceInMonths(parseISO(fundedUntil), parseISO(asOf)));
  });
  const people = posts.reduce((sum, { headcount }) => sum + headcount, 0);
  return [{ numerator: sumBounds(months), denominator: exactly(people), from: inRegister(evidence) }];
}

const termOf = ({ fundedUntil }: SpokePost, asOf: string): string => {
  if (fundedUntil === undefined) return 'no end recorded';
  return lastsAYear(asOf, fundedUntil) ? 'a year or more left' : 'less than a year left';
};

/** The people in post by who pays for them and how long. */
function byFunder(evidence: ServiceEvidence): ServiceReading {
  const posts = evidence.register === undefined ? [] : postsOn(evidence.register, evidence.asOf);
  if (posts.length === 0) return 'missing';
  const all = exactly(posts.reduce((sum, { headcount }) => sum + headcount, 0));
  const from = inRegister(evidence);
  return posts.map((post): Reading => ({
    category: `${labelOf(funder, post.funder)}, ${termOf(post, evidence.asOf)}`,
    numerator: exactly(post.headcount),
    denominator: all,
    from,
  }));
}

const keepsUp: Pick<Measure, 'points' | 'pointsWhen'> = {
  pointsWhen:
    'For, when certainly as many are secured as CSEFA paid for; against, when certainly fewer than half as many.',
  points: ([figure]) => {
    if (figure?.of === undefined) return 'neither';
    if (figure.value.low >= highOf(figure.of) && figure.value.low > 0) return 'for';
    return 2 * highOf(figure.value) < figure.of.low ? 'against' : 'neither';
  },
};

/** O1: what is secured for the time after CSEFA. */
export const fundingMeasures: readonly Measure[] = [
  measure({
    id: 'posts-beyond-csefa',
    indicator: 'O1',
    title: 'Posts funded beyond the end of CSEFA funding',
    numerator:
      'People in posts that another funder pays for, with a year or more or no end recorded: from the day of the assessment or, before CSEFA has ended, from the day after',
    denominator: 'People in posts that CSEFA paid for on its last day',
    unit: 'people',
    direction: 'more',
    bearing: 'outcome',
    cannotShow:
      'Whether the funding lasts beyond that, leaves the charity independent, or would have come anyway. Before CSEFA has ended it can point to the outcome and never away from it, and services that wrote down no terms are not among its posts. A charity’s own funds count, and need not be sustainable.',
    reads,
    kind: 'ratio',
    read: secured('people'),
    ...keepsUp,
  }),
  measure({
    id: 'fte-beyond-csefa',
    indicator: 'O1',
    title: 'Full-time equivalents funded beyond the end of CSEFA funding',
    numerator:
      'Full-time equivalents that another funder pays for, with a year or more or no end recorded: from the day of the assessment or, before CSEFA has ended, from the day after',
    denominator: 'Full-time equivalents that CSEFA paid for on its last day',
    unit: 'full-time equivalents',
    direction: 'more',
    bearing: 'outcome',
    cannotShow: 'What the posts do: a full-time equivalent of training replaces no casework.',
    reads: [...reads, 'register: spokes.fte'],
    kind: 'ratio',
    read: secured('fte'),
    ...keepsUp,
  }),
  measure({
    id: 'secured-by-funder',
    indicator: 'O1',
    title: 'Posts funded beyond the end of CSEFA funding, by funder and term',
    numerator:
      'People in posts that are certainly funded beyond the end of CSEFA, by who pays for them and how long',
    unit: 'people',
    direction: 'none',
    bearing: 'condition',
    cannotShow: 'Posts whose funder or term nobody wrote down.',
    reads,
    kind: 'count',
    read: securedByFunder,
  }),
  measure({
    id: 'months-secured',
    indicator: 'O1',
    title: 'Months of secured funding ahead',
    numerator:
      'Whole months from the day of the assessment to the end of each post’s funding, once for each person',
    denominator: 'People in post that day',
    unit: 'months',
    direction: 'more',
    bearing: 'condition',
    cannotShow: 'What comes after. CSEFA’s own months are among them.',
    reads: ['register: spokes.fundedUntil'],
    kind: 'ratio',
    read: monthsAhead,
  }),
  measure({
    id: 'posts-by-funder',
    indicator: 'O1',
    title: 'Posts by funder and term',
    numerator: 'People in post, by who pays for them and how long the funding still runs',
    denominator: 'People in post',
    unit: 'people',
    direction: 'none',
    bearing: 'condition',
    cannotShow: 'How much money it is, or what its terms demand.',
    reads: ['register: spokes.funder', 'register: spokes.fundedUntil'],
    kind: 'share',
    read: byFunder,
  }),
];
