import { fields } from '../form/index.ts';
import type { Contribution } from '../summary/index.ts';
import type { Period } from '../vocabulary/index.ts';
import { beginsYear, closed, direct, firstInYear } from './form-relations.ts';
import { add, recorded, type Draft } from './return-draft.ts';
import { isExact, isOneName } from './return-quantities.ts';

/**
 * Adds how many a return describes, or how many cases it closed, where it does not say so itself and its breakdowns do:
 * those that leave nobody out come to one number.
 */
export function addCounted(draft: Draft, { base }: Contribution): void {
  const breakdowns = fields.filter(
    (field) => field.kind === 'breakdown' && field.base === 'youngPeople.base',
  );
  const described = base === 'direct' ? direct : 'youngPeople.base';
  addSum(
    draft,
    described,
    breakdowns.map(({ id }) => categoriesOf(draft, id, 'not-known')),
  );
  addSum(
    draft,
    closed,
    measuresOf(draft).map((measure) => categoriesOf(draft, measure, 'not-recorded')),
  );
}

const measuresOf = ({ entries }: Draft): readonly string[] => [
  ...new Set(
    Object.keys(entries)
      .filter((path) => path.startsWith('outcomes.atClose.'))
      .map((path) => path.split(/[./]/u).slice(0, 3).join('.')),
  ),
];

/** The counts of a breakdown that leaves nobody out, by id; none where something of it is not exact. */
function categoriesOf({ entries, cellOf }: Draft, path: string, unknown: string): readonly string[] {
  const some = Object.keys(entries).filter(
    (each) => each.startsWith(`${path}.`) && isOneName(each.slice(path.length + 1)),
  );
  const isWhole = some.includes(`${path}.${unknown}`) && some.every((each) => isExact(entries[each]));
  return isWhole ? some.flatMap((each) => cellOf.get(each) ?? []) : [];
}

/** Adds a number that is the sum of each of several breakdowns, where all come to the same. */
function addSum(draft: Draft, path: string, breakdowns: readonly (readonly string[])[]): void {
  const whole = breakdowns.filter((ids) => ids.length > 0);
  const sumOf = (ids: readonly string[]): number =>
    ids.reduce((sum, id) => sum + (draft.cells.get(id)?.count ?? 0), 0);
  const [sum, ...others] = new Set(whole.map(sumOf));
  if (sum === undefined || others.length > 0 || isExact(draft.entries[path])) return;
  const total = add(draft, draft.cellOf.has(path) ? `${path}/as counted` : path, sum);
  draft.followsOf.set(path, total);
  for (const parts of whole) draft.lines.push({ total, parts, of: 'categories' });
}

/** That those supported for the first time in a year are all, where it begins with the period. */
export function addNewYear(draft: Draft, period: Period): void {
  const [all, first] = [recorded(draft, direct), recorded(draft, firstInYear)];
  if (!beginsYear(period) || first === undefined) return;
  if (all === undefined) draft.followsOf.set(direct, first.id);
  else if (all.count === first.count) draft.lines.push({ total: all.id, parts: [first.id], of: 'implied' });
}
