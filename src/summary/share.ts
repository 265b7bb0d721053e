import { highOf, percentage, sumBounds, type Bounds } from '../figures/index.ts';
import type { SummaryFigure } from './figures-of-group.ts';
import type { Summary } from './summarise.ts';

/** What a percentage is of: everyone described, or only those whose answer is known. */
export type ShareBase = 'all' | 'known-only';

/**
 * A figure of a breakdown as a percentage of the people its returns describe, in its own group and base: of
 * all of them, those not known included, or of those known only. `undefined` for a figure that is no part
 * of anything.
 */
export function shareOf(
  summary: Summary,
  figure: SummaryFigure,
  base: ShareBase = 'all',
): Bounds | undefined {
  const parent = parentOf(figure.path);
  const beside = summary.figures.filter((each) => each.base === figure.base && sameGroup(each, figure));
  const whole =
    base === 'all' ? beside.find(({ path }) => path === parent) : knownOnly(beside, figure, parent);
  return whole === undefined || figure.low > highOf(whole) ? undefined : percentage(figure, whole);
}

const parentOf = (path: string): string =>
  path.slice(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('/')));
const sameGroup = (one: SummaryFigure, other: SummaryFigure): boolean =>
  JSON.stringify(one.group) === JSON.stringify(other.group);
const isNotKnown = ({ path }: SummaryFigure): boolean =>
  /(?:\.not-known|\.not-recorded|\/not-stated)$/.test(path);

function knownOnly(
  beside: readonly SummaryFigure[],
  figure: SummaryFigure,
  parent: string,
): Bounds | undefined {
  const parts = beside.filter(
    (each) => each.path !== parent && parentOf(each.path) === parent && !isNotKnown(each),
  );
  return isNotKnown(figure) || parts.length === 0 ? undefined : sumBounds(parts);
}
