import { servicesOf } from '../form/index.ts';
import { groupedBy } from '../vocabulary/index.ts';
import { registerDimensions, type Dimension } from './groups.ts';
import { summaryOf, withoutCovered, type Summary } from './summary.ts';

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
