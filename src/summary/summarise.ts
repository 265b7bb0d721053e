import type { CoreReturn } from '../form/index.ts';
import type { ExpectedReturn, Register } from '../programme/index.ts';
import { groupedBy } from '../vocabulary/index.ts';
import {
  contributionKey,
  contributionOf,
  isMissing,
  joinContributions,
  missingReturn,
  type Contribution,
} from './contribution.ts';
import { figuresOf, type SummaryFigure } from './figures-of-group.ts';
import { groupsOf, type Dimension } from './groups.ts';
import type { PostsOverTime } from './over-periods.ts';
import { serviceFacts } from './service-facts.ts';

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

/** What returns add up to. Plain JSON. Internal: it holds every service’s figures, so it is not for publication. */
export interface Summary {
  readonly by: readonly Dimension[];
  readonly joinBases: boolean;
  readonly posts: PostsOverTime;
  readonly figures: readonly SummaryFigure[];
  /** What each return brought, so that summaries can be merged and no return counts twice. */
  readonly contributions: readonly Contribution[];
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
    const key = contributionKey(value);
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

const registerDimensions: readonly Dimension[] = ['model', 'phase', 'hostSector', 'area'];

const withFacts = (contribution: Contribution, register: Register | undefined): Contribution =>
  register === undefined
    ? contribution
    : { ...contribution, facts: serviceFacts(register, contribution.combines ?? [contribution.service]) };

/**
 * One summary from two with the same options. The order never matters, and the result is what
 * summarising all the returns at once would give.
 *
 * @throws RangeError when the two were made with different options
 */
export function mergeSummaries(one: Summary, other: Summary): Summary {
  const { by, joinBases, posts } = one;
  const same = by.join() === other.by.join() && joinBases === other.joinBases && posts === other.posts;
  if (!same) throw new RangeError('mergeSummaries: the two summaries were made with different options');
  return summaryOf(joined([...one.contributions, ...other.contributions]), { by, joinBases, posts });
}

/** How the returns behind a summary are to be put together again. */
export interface Regrouping {
  /** What to keep apart; as before unless said. */
  readonly by?: readonly Dimension[];
  /** The services to keep; all unless said. What came from several together is kept when all of them are. */
  readonly services?: readonly string[];
}

/**
 * The returns behind a summary, kept apart in another way, or those of some services only.
 *
 * @throws RangeError when a dimension needs a register and the summary was made without one
 * @example
 * const quarter = (service: string, direct: number) => ({ edition: 'year-two', service, period: { from: '2015-01-01', to: '2015-03-31' }, youngPeople: { direct } }) as const;
 * const both = summarise([quarter('2', 30), quarter('3', 35)]);
 * figureAt(regroup(both, { services: ['3'] }), { path: 'youngPeople.direct' })?.low; // => 35
 */
export function regroup(summary: Summary, { by = summary.by, services }: Regrouping): Summary {
  const { joinBases, posts, contributions } = summary;
  const chosen = contributions.filter((each) =>
    servicesOf(each).every((service) => services?.includes(service) ?? true),
  );
  const [openInAll, openInChosen] = [contributions, chosen].map((all) => new Set(withoutCovered(all)));
  // What a return covers that is left out is not missing either.
  const kept = chosen.filter((each) => openInAll?.has(each) === true || openInChosen?.has(each) !== true);
  const needsRegister = by.find((dimension) => registerDimensions.includes(dimension));
  if (needsRegister !== undefined && kept.some(({ facts }) => facts === undefined)) {
    throw new RangeError(`regroup: by "${needsRegister}" needs a summary made with a register`);
  }
  return summaryOf(kept, { by, joinBases, posts });
}

/** The returns of one service, or of several that cannot be separated. */
export interface InseparableReturns {
  readonly services: readonly string[];
  /** What they add up to: one total. */
  readonly summary: Summary;
}

/**
 * The returns behind a summary by service. Services that ever returned together cannot be separated, and stand
 * together, with what each of them returned alone.
 *
 * @example
 * const quarter = (service: string, direct: number) => ({ edition: 'year-two', service, period: { from: '2015-01-01', to: '2015-03-31' }, youngPeople: { direct } }) as const;
 * inseparableReturns(summarise([quarter('2', 30), quarter('3', 35)])).map(({ services }) => services); // => [['2'], ['3']]
 */
export function inseparableReturns({
  joinBases,
  posts,
  contributions,
}: Summary): readonly InseparableReturns[] {
  const parent = new Map<string, string>();
  const rootOf = (service: string): string => {
    let root = service;
    for (let next = parent.get(root); next !== undefined; next = parent.get(root)) root = next;
    for (let each = service; each !== root;) {
      const next = parent.get(each) ?? root;
      parent.set(each, root);
      each = next;
    }
    return root;
  };
  for (const [first = '', ...others] of contributions.map(servicesOf)) {
    for (const other of others) if (rootOf(other) !== rootOf(first)) parent.set(rootOf(other), rootOf(first));
  }
  const byCluster = groupedBy(contributions, (each) => rootOf(servicesOf(each)[0] ?? ''));
  return [...byCluster.values()].map((members) => ({
    services: [...new Set(members.flatMap(servicesOf))].sort(),
    summary: summaryOf(members, { by: [], joinBases, posts }),
  }));
}

const servicesOf = ({ service, combines = [service] }: Contribution): readonly string[] => combines;

function joined(contributions: readonly Contribution[]): readonly Contribution[] {
  const byKey = new Map<string, Contribution>();
  for (const contribution of contributions) {
    const key = contributionKey(contribution);
    const known = byKey.get(key);
    byKey.set(key, known === undefined ? contribution : joinContributions(known, contribution));
  }
  return [...byKey.entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, contribution]) => contribution);
}

/** A return that did not come is no longer missing when another covers its days. */
function withoutCovered(contributions: readonly Contribution[]): readonly Contribution[] {
  if (!contributions.some(isMissing)) return contributions;
  const pairs = contributions
    .filter((each) => !isMissing(each))
    .flatMap((each) => servicesOf(each).map((service) => ({ service, period: each.period })));
  const came = groupedBy(pairs, ({ service }) => service);
  const isCovered = ({ service, period }: Contribution): boolean =>
    came.get(service)?.some((other) => other.period.from <= period.from && other.period.to >= period.to) ===
    true;
  return contributions.filter((each) => !isMissing(each) || !isCovered(each));
}

function summaryOf(
  contributions: readonly Contribution[],
  options: Pick<Summary, 'by' | 'joinBases' | 'posts'>,
): Summary {
  // What is covered today may not be when a later revision comes: it is left out of figures, not forgotten.
  const groups = groupsOf(withoutCovered(contributions), options.by);
  const figures = groups.flatMap(({ key, members }) => figuresOf(key, members, options));
  return { ...options, figures, contributions };
}

/** Which figure of a summary is meant. */
export interface FigurePlace {
  /** `youngPeople.direct`, `youngPeople.age.12-14`; `youngPeople.base` for the young people that characteristics describe. */
  readonly path: string;
  /** The group; left out in a summary with one total. */
  readonly group?: Readonly<Record<string, string>>;
  /** The base, for characteristics in a summary with both. */
  readonly base?: SummaryFigure['base'];
}

/**
 * The figure at a place of a summary.
 *
 * @example
 * figureAt(summarise([]), { path: 'youngPeople.direct' }); // => undefined
 */
export function figureAt(
  summary: Summary,
  { path, group = {}, base }: FigurePlace,
): SummaryFigure | undefined {
  return summary.figures.find(
    (figure) =>
      figure.path === path &&
      (base === undefined || figure.base === base) &&
      Object.entries(group).every(([dimension, value]) => figure.group[dimension] === value),
  );
}
