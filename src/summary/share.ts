import { between, highOf, percentage, sumBounds, type Bounds } from '../figures/index.ts';
import { fieldAt, fields } from '../form/index.ts';
import { groupedBy } from '../vocabulary/index.ts';
import { notStatedPath } from './entry.ts';
import type { SummaryFigure } from './figures-of-group.ts';
import { wholePath } from './whole-path.ts';

/** A figure with its place: of a summary, or of what is published of one. */
export type SharedFigure = Bounds &
  Pick<SummaryFigure, 'group' | 'path' | 'base' | 'from'> &
  Partial<Pick<SummaryFigure, 'caveats'>>;

/** What a percentage is of: everyone described, or only those whose answer is known. */
export type ShareBase = 'all' | 'known-only';

/**
 * A figure of a breakdown as a percentage of the people its returns describe, in its own group and base: of
 * all of them, those not known included, or of those known only. Of a return that has the whole and not the part,
 * whoever no category accounts for may belong to it. `undefined` for a figure that is no part of anything, and for one
 * that counts returns of which nobody knows how many people they describe.
 */
export function shareOf(
  summary: { readonly figures: readonly SharedFigure[] },
  figure: SharedFigure,
  base: ShareBase = 'all',
): Bounds | undefined {
  const parent = wholePath(figure.path);
  if (parent === undefined) return undefined;
  const beside = besideOf(summary.figures).get(placeOf(figure)) ?? [];
  const described = beside.find(({ path }) => path === parent);
  const whole = base === 'all' ? described : knownOnly(beside, figure, parent);
  if (whole === undefined || figure.low > highOf(whole)) return undefined;
  if (base === 'known-only') return percentage(withOthers(figure, allOf(beside, parent), beside), whole);
  const isOfWhole = described !== undefined && isFromAll(described, figure.from);
  return isOfWhole ? percentage(withOthers(figure, described.from, beside), whole) : undefined;
}

/** The returns behind any category of a whole. */
const allOf = (beside: readonly SharedFigure[], parent: string): readonly string[] => [
  ...new Set(beside.filter(({ path }) => wholePath(path) === parent).flatMap(({ from }) => from)),
];

const isFromAll = ({ from }: SharedFigure, keys: readonly string[]): boolean => {
  const own = new Set(from);
  return keys.every((key) => own.has(key));
};

/** A figure with those who may belong to it in returns that do not have it: whom no category accounts for there. */
function withOthers(figure: SharedFigure, keys: readonly string[], beside: readonly SharedFigure[]): Bounds {
  if (isFromAll(figure, keys)) return figure;
  return between(figure.low, highOf(figure) + leftOver(beside, wholePath(figure.path) ?? '', keys));
}

/** How many at most no category of some returns accounts for. */
function leftOver(beside: readonly SharedFigure[], parent: string, keys: readonly string[]): number {
  const described = beside.find(({ path }) => path === parent);
  if (described === undefined || !isFromAll(described, keys)) return Infinity;
  // Where nobody is left over, there is no such figure.
  return highOf(beside.find(({ path }) => path === notStatedPath(parent)) ?? { low: 0, high: 0 });
}

/** What figures of one group and base have in common. */
const placeOf = ({ base, group }: SharedFigure): string => JSON.stringify([base ?? '', group]);

const sorted = new WeakMap<readonly SharedFigure[], ReadonlyMap<string, readonly SharedFigure[]>>();

/** The figures of each group and base; sorted once for each summary. */
function besideOf(figures: readonly SharedFigure[]): ReadonlyMap<string, readonly SharedFigure[]> {
  const known = sorted.get(figures) ?? groupedBy(figures, placeOf);
  sorted.set(figures, known);
  return known;
}

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
  const keys = allOf(beside, parent);
  const isWhole = known.every((each) => isFromAll(each, keys)) && hasEveryCode(beside, parent);
  const added = sumBounds(known);
  const sum = isWhole ? added : between(added.low, highOf(added) + leftOver(beside, parent, keys));
  if (!known.some(isOverTime)) return sum;
  // Over time people may go from one category to another: of those who are in any there may be fewer than the sum.
  const described = beside.find((each) => each.path === parent && isFromAll(each, keys));
  const others = sumBounds(all.filter((each) => isNotKnown(each, parent)));
  const low = Math.max(...known.map((each) => each.low), (described?.low ?? 0) - highOf(others));
  return between(low, Math.min(highOf(sum), highOf(described ?? { low: 0 })));
}

/** Whether every category of the list but those not known has a figure: one that nobody returned is missing, not 0. */
function hasEveryCode(beside: readonly SharedFigure[], parent: string): boolean {
  const field = fieldAt(parent);
  if (field?.kind !== 'breakdown' && field?.kind !== 'matrix') return true;
  const there = new Set(beside.map(({ path }) => path));
  return field.codelist.entries
    .filter(({ code }) => code !== 'not-known' && code !== 'not-recorded')
    .every(({ code }) => there.has(`${parent}.${code}`));
}

/** Whether people are counted in several returns of one service, or may be. */
function isOverTime({ path, from, caveats = [] }: SharedFigure): boolean {
  const field = fields.find(({ id }) => path.startsWith(`${id}.`));
  if (field === undefined || field.kind === 'code' || field.counts !== 'people') return false;
  const services = from.map((key) => key.slice(0, key.lastIndexOf(', ')));
  return (
    new Set(services).size < services.length ||
    caveats.some((each) => each === 'people-may-repeat' || each === 'overlapping-periods')
  );
}
