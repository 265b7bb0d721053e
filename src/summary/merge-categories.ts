import { between, highOf, sumBounds, type Bounds } from '../figures/index.ts';
import { fields } from '../form/index.ts';
import type { Contribution } from './contribution.ts';
import { notStatedPath, type Entry } from './entry.ts';
import { regroup } from './regroup.ts';
import type { Summary } from './summary.ts';

/** Categories of a breakdown that are to be one. */
export interface CategoryMerge {
  /** The field of the breakdown, `youngPeople.age`. */
  readonly field: string;
  /** The codes to put together. */
  readonly codes: readonly string[];
  /** What they are called together: a name that no category has yet. */
  readonly into: string;
}

/**
 * A summary in which some categories of a breakdown are one: for tables that would show or hide too much. Where a
 * return has some of them, those of the others are among whom its categories do not account for: the sum says so.
 *
 * @throws RangeError when a category has the name already, since it would then stand for other people: a mistake of the caller
 * @example
 * const value = { edition: 'year-two', service: '2', period: { from: '2015-01-01', to: '2015-03-31' }, youngPeople: { direct: 9, base: 'direct', age: { 'under-12': 1, '12-14': 8 } } } as const;
 * const merged = mergeCategories(summarise([value]), { field: 'youngPeople.age', codes: ['under-12', '12-14'], into: 'Under 15' });
 * figureAt(merged, { path: 'youngPeople.age.Under 15' })?.low; // => 9
 */
export function mergeCategories(summary: Summary, merge: CategoryMerge): Summary {
  if (isTaken(summary, merge))
    throw new RangeError(`mergeCategories: there is a category “${merge.into}” already`);
  return regroup({ ...summary, contributions: summary.contributions.map((each) => merged(each, merge)) }, {});
}

const isTaken = ({ contributions }: Summary, { field: id, into }: CategoryMerge): boolean =>
  fields.some(
    (field) =>
      field.id === id &&
      field.kind === 'breakdown' &&
      field.codelist.entries.some(({ code }) => code === into),
  ) || contributions.some(({ entries }) => Object.hasOwn(entries, `${id}.${into}`));

function merged(contribution: Contribution, { field, codes, into }: CategoryMerge): Contribution {
  const paths = [...new Set(codes)].map((code) => `${field}.${code}`);
  const { entries } = contribution;
  const parts = paths.flatMap((path) => {
    const entry = entries[path];
    return entry === undefined ? [] : [[path, entry] as const];
  });
  if (parts.length === 0) return contribution;
  const others = Object.entries(entries).filter(([path]) => !paths.includes(path));
  const said = parts.map(([, entry]) => entry);
  const isWhole = parts.length === paths.length;
  const sum = sumBounds(said);
  const together = {
    ...(isWhole ? sum : between(sum.low, mostWithOthers(sum, entries, field))),
    says: saidBy(said),
  };
  return {
    ...contribution,
    entries: Object.fromEntries([...others, [`${field}.${into}`, together]]),
    merged: { ...contribution.merged, [`${field}.${into}`]: Object.fromEntries(parts) },
  };
}

/** As many as may be in categories of which a return does not have all: also whom those that it has do not account for. */
const mostWithOthers = (sum: Bounds, entries: Contribution['entries'], field: string): number =>
  Math.max(
    // Parts that exceed their whole are still what was returned.
    sum.low,
    Math.min(
      highOf(entries[field] ?? { low: 0 }),
      highOf(sum) + highOf(entries[notStatedPath(field)] ?? { low: 0 }),
    ),
  );

/** What several cells say together: withheld if any is, else a number as far as one of them says one. */
function saidBy(parts: readonly Entry[]): Entry['says'] {
  for (const says of ['withheld', 'number', 'unknown'] as const)
    if (parts.some((part) => part.says === says)) return says;
  return 'not-applicable';
}
