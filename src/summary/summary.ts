import { returnKey, servicesOf } from '../form/index.ts';
import { covers, groupedBy } from '../vocabulary/index.ts';
import { isMissing, joinContributions, type Contribution } from './contribution.ts';
import { addFigures, type SummaryFigure } from './figures-of-group.ts';
import { groupsOf, type Dimension } from './groups.ts';
import type { PostsOverTime } from './over-periods.ts';

/** What returns add up to. Plain JSON. Internal: it holds every service’s figures, so it is not for publication. */
export interface Summary {
  readonly by: readonly Dimension[];
  readonly joinBases: boolean;
  readonly posts: PostsOverTime;
  readonly figures: readonly SummaryFigure[];
  /** What each return brought, so that summaries can be merged and no return counts twice. */
  readonly contributions: readonly Contribution[];
}

/** Contributions by what identifies them, each once. */
export function joined(contributions: readonly Contribution[]): readonly Contribution[] {
  const byKey = new Map<string, Contribution>();
  for (const contribution of contributions) {
    const key = returnKey(contribution);
    const known = byKey.get(key);
    byKey.set(key, known === undefined ? contribution : joinContributions(known, contribution));
  }
  return [...byKey.entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, contribution]) => contribution);
}

/**
 * A return that did not come is no longer missing when another covers its days. Of a combination of fewer returns than
 * were expected of its services the others are still missing, whosever they are.
 */
export function withoutCovered(contributions: readonly Contribution[]): readonly Contribution[] {
  if (!contributions.some(isMissing)) return contributions;
  const came = contributions.filter((each) => !isMissing(each));
  const pairs = came.flatMap((each) => servicesOf(each).map((service) => ({ service, each })));
  const byService = groupedBy(pairs, ({ service }) => service);
  const coverOf = ({ service, period }: Contribution): Contribution | undefined =>
    byService.get(service)?.find(({ each }) => covers(each.period, period))?.each;
  const covered = groupedBy(contributions.filter(isMissing), coverOf);
  return [...came, ...[...covered].flatMap(([by, missing]) => stillMissing(by, missing))];
}

/** Of returns that did not come by themselves, those that did not come with others either. */
function stillMissing(
  by: Contribution | undefined,
  missing: readonly Contribution[],
): readonly Contribution[] {
  if (by === undefined) return missing;
  const { service, combined, period } = by;
  if (combined === undefined) return [];
  return missing.slice(combined.returns).map((each) => ({ ...each, service, combined, period }));
}

/** What contributions add up to. */
export function summaryOf(
  contributions: readonly Contribution[],
  options: Pick<Summary, 'by' | 'joinBases' | 'posts'>,
): Summary {
  // What is covered today may not be when a later revision comes: it is left out of figures, not forgotten.
  const groups = groupsOf(withoutCovered(contributions), options.by);
  const figures: SummaryFigure[] = [];
  for (const { key, members } of groups) addFigures(figures, key, members, options);
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
