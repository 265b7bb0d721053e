import { differenceInCalendarMonths, parseISO } from 'date-fns';
import { between, exactly, highOf, sumBounds, type Bounds } from '../../figures/index.ts';
import { funder, type SpokePost } from '../../programme/index.ts';
import { labelOf, yearsBetween } from '../../vocabulary/index.ts';
import {
  measure,
  type Measure,
  type Reading,
  type ServiceEvidence,
  type ServiceReading,
} from '../measure.ts';
import { csefaEnd, isFundedBeyond, postsOn, sizeOf } from '../posts.ts';
import { inRegister } from '../readings.ts';

const reads = ['register: spokes.funder', 'register: spokes.fundedUntil', 'register: funding.until'];

/** Posts with funding secured beyond the CSEFA end, beside those that CSEFA funds or funded. */
const secured =
  (unit: 'people' | 'fte') =>
  (evidence: ServiceEvidence): ServiceReading => {
    const { register } = evidence;
    if (register === undefined) return 'missing';
    const end = csefaEnd(register);
    const others = register.spokes.filter(({ funder, filled }) => funder !== 'csefa' && filled !== 'planned');
    if (end === undefined || others.every((post) => isFundedBeyond(post, end) === undefined))
      return 'missing';
    const csefa = register.spokes.filter(({ funder }) => funder === 'csefa');
    const known = sumBounds(others.map((post) => securedSize(post, end, unit)));
    // Before CSEFA ends, more may still be secured.
    const numerator = evidence.asOf > end ? known : { low: known.low };
    const denominator = sumBounds(csefa.map((post) => sizeOf(post, unit)));
    return [{ numerator, denominator, from: inRegister(evidence) }];
  };

function securedSize(post: SpokePost, end: string, unit: 'people' | 'fte'): Bounds {
  const isFunded = isFundedBeyond(post, end);
  if (isFunded === false) return exactly(0);
  const size = sizeOf(post, unit);
  return isFunded === true ? size : between(0, highOf(size));
}

/** Months of funding that the posts of a service have before them, added up. */
function monthsAhead(evidence: ServiceEvidence): ServiceReading {
  const { register, asOf } = evidence;
  if (register === undefined) return 'missing';
  const posts = postsOn(register, asOf);
  if (posts.every(({ fundedUntil }) => fundedUntil === undefined)) return 'missing';
  const months = posts.map(({ headcount, fundedUntil }): Bounds => {
    if (fundedUntil === undefined) return { low: 0 };
    return exactly(headcount * differenceInCalendarMonths(parseISO(fundedUntil), parseISO(asOf)));
  });
  const people = posts.reduce((sum, { headcount }) => sum + headcount, 0);
  return [{ numerator: sumBounds(months), denominator: exactly(people), from: inRegister(evidence) }];
}

const termOf = ({ fundedUntil }: SpokePost, asOf: string): string => {
  if (fundedUntil === undefined) return 'no end recorded';
  return yearsBetween(asOf, fundedUntil) < 1 ? 'less than a year left' : 'a year or more left';
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
    'For, when certainly as many are secured as CSEFA funds or funded; against, when certainly fewer than half as many.',
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
    numerator: 'People in posts that another funder pays for after the last day of CSEFA funding',
    denominator: 'People in posts that CSEFA pays or paid for',
    unit: 'people',
    direction: 'more',
    bearing: 'outcome',
    cannotShow:
      'Whether the funding lasts, leaves the charity independent, or would have come anyway. A charity’s own funds count, and need not be sustainable.',
    reads,
    kind: 'ratio',
    read: secured('people'),
    ...keepsUp,
  }),
  measure({
    id: 'fte-beyond-csefa',
    indicator: 'O1',
    title: 'Full-time equivalents funded beyond the end of CSEFA funding',
    numerator: 'Full-time equivalents that another funder pays for after the last day of CSEFA funding',
    denominator: 'Full-time equivalents that CSEFA pays or paid for',
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
    id: 'months-secured',
    indicator: 'O1',
    title: 'Months of secured funding ahead',
    numerator:
      'Months from the day of the assessment to the end of each post’s funding, once for each person',
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
