import { returnKey, servicesOf, type CoreReturn } from '../form/index.ts';
import type { ExpectedReturn, Register } from '../programme/index.ts';
import { contributionOf, joinContributions, missingReturn, type Contribution } from './contribution.ts';
import { registerDimensions, type Dimension } from './groups.ts';
import type { PostsOverTime } from './over-periods.ts';
import { serviceFacts } from './service-facts.ts';
import { joined, summaryOf, type Summary } from './summary.ts';

/** How returns are to be added up. */
export interface SummaryOptions {
  /** What to keep apart. Nothing named means one total. */
  readonly by?: readonly Dimension[];
  /** Adds figures about directly supported young people to figures about both kinds, with a caveat. Bases stay apart unless this is said. */
  readonly joinBases?: boolean;
  /** How posts are put together over time. Default: the latest. */
  readonly posts?: PostsOverTime;
  /** The services, to keep models, phases, sectors of hosts and areas apart. */
  readonly register?: Register;
  /** The returns that were expected, from {@link expectedReturns}: those that did not come lower the coverage. */
  readonly expected?: readonly ExpectedReturn[];
}

/**
 * Adds up returns. Every figure says its bounds, how much is behind it, and what to beware of. A later
 * revision replaces an earlier one; the same return twice counts once.
 *
 * @throws RangeError when a dimension needs a register and none is given: a mistake of the caller
 * @example
 * const quarter = (from: string, to: string, direct: number) => ({ edition: 'year-two', service: '2', period: { from, to }, youngPeople: { direct } }) as const;
 * const year = summarise([quarter('2015-01-01', '2015-03-31', 30), quarter('2015-04-01', '2015-06-30', 35)]);
 * const people = figureAt(year, { path: 'youngPeople.direct' });
 * [people?.low, people?.high, people?.caveats]; // => [35, 65, ['people-may-repeat']]
 */
export function summarise(returns: Iterable<CoreReturn>, options: SummaryOptions = {}): Summary {
  const { by = [], joinBases = false, posts = 'latest', register, expected = [] } = options;
  const needsRegister = by.find((dimension) => registerDimensions.includes(dimension));
  if (needsRegister !== undefined && register === undefined) {
    throw new RangeError(`summarise: by "${needsRegister}" needs a register`);
  }
  const missing = expected.map(({ service, period }) => missingReturn(service, period));
  const known = [...latestOf(returns), ...missing].map((each) => withFacts(each, register));
  return summaryOf(joined(known), { by, joinBases, posts });
}

/** A return that stands until a later revision of it comes; of two with one revision, what they say together. */
type Standing = { readonly revision: number } & (
  { readonly value: CoreReturn } | { readonly contribution: Contribution }
);

/** What the latest revision of each return brings. Returns are read one by one, and what is replaced is let go. */
function latestOf(returns: Iterable<CoreReturn>): readonly Contribution[] {
  const latest = new Map<string, Standing>();
  for (const value of returns) {
    const { revision = 1 } = value;
    const key = returnKey(value);
    const known = latest.get(key);
    if (known === undefined || revision > known.revision) latest.set(key, { revision, value });
    else if (revision === known.revision) {
      const contribution = joinContributions(broughtBy(known), contributionOf(value));
      latest.set(key, { revision, contribution });
    }
  }
  return [...latest.values()].map(broughtBy);
}

const broughtBy = (standing: Standing): Contribution =>
  'value' in standing ? contributionOf(standing.value) : standing.contribution;

const withFacts = (contribution: Contribution, register: Register | undefined): Contribution =>
  register === undefined
    ? contribution
    : { ...contribution, facts: serviceFacts(register, servicesOf(contribution)) };

/**
 * One summary from several with the same options. The order never matters, a return that is in more than one counts
 * once, and the result is what summarising all the returns at once would give.
 *
 * @throws RangeError when they were made with different options
 * @example
 * const some = (service: string, direct: number) => summarise([{ edition: 'year-two', service, period: { from: '2015-01-01', to: '2015-03-31' }, youngPeople: { direct } }]);
 * const all = mergeSummaries(some('2', 30), some('4', 12), some('2', 30));
 * figureAt(all, { path: 'youngPeople.direct' })?.low; // => 42
 */
export function mergeSummaries(first: Summary, ...others: readonly Summary[]): Summary {
  const { by, joinBases, posts } = first;
  const fits = (other: Summary): boolean =>
    by.join() === other.by.join() && joinBases === other.joinBases && posts === other.posts;
  if (!others.every(fits))
    throw new RangeError('mergeSummaries: the summaries were made with different options');
  const contributions = [first, ...others].flatMap((summary) => summary.contributions);
  return summaryOf(joined(contributions), { by, joinBases, posts });
}
