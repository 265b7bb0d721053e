import { between, highOf, percentage, sumBounds, type Bounds } from '../figures/index.ts';
import { fields } from '../form/index.ts';
import { notStatedPath } from './entry.ts';
import type { SummaryFigure } from './figures-of-group.ts';

/** A figure with its place: of a summary, or of what is published of one. */
export type SharedFigure = Bounds &
  Pick<SummaryFigure, 'group' | 'path' | 'base'> &
  Partial<Pick<SummaryFigure, 'from' | 'caveats'>>;

/** What a percentage is of: everyone described, or only those whose answer is known. */
export type ShareBase = 'all' | 'known-only';

/**
 * A figure of a breakdown as a percentage of the people its returns describe, in its own group and base: of
 * all of them, those not known included, or of those known only. `undefined` for a figure that is no part
 * of anything.
 */
export function shareOf(
  summary: { readonly figures: readonly SharedFigure[] },
  figure: SharedFigure,
  base: ShareBase = 'all',
): Bounds | undefined {
  const parent = wholePath(figure.path);
  if (parent === undefined) return undefined;
  const beside = summary.figures.filter((each) => each.base === figure.base && sameGroup(each, figure));
  const whole =
    base === 'all' ? beside.find(({ path }) => path === parent) : knownOnly(beside, figure, parent);
  return whole === undefined || figure.low > highOf(whole) ? undefined : percentage(figure, whole);
}

/**
 * The path of what a figure is a part of: of its field, or of its measure within a matrix. `undefined` for a figure
 * that is no part of anything.
 *
 * @example
 * wholePath('youngPeople.age.12-14'); // => 'youngPeople.age'
 */
export function wholePath(path: string): string | undefined {
  const field = fields.find(({ id }) => path.startsWith(`${id}.`) || path === notStatedPath(id));
  if (field?.kind === 'breakdown') return field.id;
  if (field?.kind !== 'matrix') return undefined;
  const measure = /^([^.]+?)(?:\.|\/not-stated$)/.exec(path.slice(field.id.length + 1))?.[1];
  return measure === undefined ? undefined : `${field.id}.${measure}`;
}

const sameGroup = (one: SharedFigure, other: SharedFigure): boolean =>
  JSON.stringify(one.group) === JSON.stringify(other.group);
const isNotKnown = ({ path }: SharedFigure, parent: string): boolean =>
  ['.not-known', '.not-recorded', '/not-stated'].some((ending) => path === `${parent}${ending}`);

function knownOnly(
  beside: readonly SharedFigure[],
  figure: SharedFigure,
  parent: string,
): Bounds | undefined {
  if (isNotKnown(figure, parent)) return undefined;
  const all = beside.filter((each) => wholePath(each.path) === parent);
  const known = all.filter((each) => !isNotKnown(each, parent));
  const sum = sumBounds(known);
  if (!known.some(isOverTime)) return sum;
  // Over time people may go from one category to another: of those who are in any there may be fewer than the sum.
  const described = beside.find(({ path }) => path === parent);
  const others = sumBounds(all.filter((each) => isNotKnown(each, parent)));
  const low = Math.max(...known.map((each) => each.low), (described?.low ?? 0) - highOf(others));
  return between(low, Math.min(highOf(sum), highOf(described ?? { low: 0 })));
}

/** Whether people are counted in several returns of one service, or may be. */
function isOverTime({ path, from = [], caveats = [] }: SharedFigure): boolean {
  const field = fields.find(({ id }) => path.startsWith(`${id}.`));
  if (field === undefined || field.kind === 'code' || field.counts !== 'people') return false;
  const services = from.map((key) => key.slice(0, key.lastIndexOf(', ')));
  return (
    new Set(services).size < services.length ||
    caveats.some((each) => each === 'people-may-repeat' || each === 'overlapping-periods')
  );
}
