import { fields } from '../form/index.ts';
import { isNotStated, notStatedPath, type Contribution } from '../summary/index.ts';
import type { Period } from '../vocabulary/index.ts';
import { addCounted, addNewYear } from './counted-by-breakdowns.ts';
import { isLaterInYear, parts } from './form-relations.ts';
import type { Line, ReleaseCell, WithheldCount } from './release.ts';
import { add, divide, knownOf, recorded, type Draft } from './return-draft.ts';
import { countsYoungPeople, isOneName, quantityAt, wholeOf, withheldAt } from './return-quantities.ts';

/** The counts of young people in a return, and how they hang together. */
export interface ReturnAtoms {
  /** The cell behind a path, by path; several paths may be one quantity. */
  readonly cellOf: ReadonlyMap<string, string>;
  readonly cells: readonly ReleaseCell[];
  readonly lines: readonly Line[];
  /** The breakdowns whose parts exceed their whole. */
  readonly contradictions: readonly string[];
  /** What others withheld of it: no cells, since nobody here knows the counts. */
  readonly withheld: readonly WithheldCount[];
}

/**
 * The counts of young people that a return holds, each as a quantity that nobody prints yet, with the relations
 * between them: what is recorded adds up to what it divides, with those that no category accounts for.
 */
export function returnAtoms(key: string, contribution: Contribution): ReturnAtoms {
  const { entries, merged } = contribution;
  const [cells, cellOf] = [new Map<string, ReleaseCell>(), new Map<string, string>()];
  const followsOf = new Map<string, string>();
  const draft: Draft = { key, entries, merged, cells, cellOf, followsOf, lines: [], contradictions: [] };
  for (const [path, { says, low }] of Object.entries(entries)) {
    if (countsYoungPeople(path) && says === 'number' && !isNotStated(path))
      draft.cellOf.set(path, add(draft, quantityAt(path, contribution), low, knownOf(path)));
  }
  addCounted(draft, contribution);
  addNewYear(draft, contribution.period);
  for (const whole of Object.keys(entries).filter((path) => wholeOf(path) !== undefined)) {
    const some = Object.keys(entries).filter((path) => path.startsWith(`${whole}.`));
    if (!divide(draft, { whole, parts: some, rest: notStatedPath(whole), of: 'categories' }))
      draft.contradictions.push(`${key}: ${whole}`);
  }
  relateBaseless(draft);
  relateCounts(draft, contribution.period);
  relateMerged(draft, contribution);
  return { ...draft, cells: [...draft.cells.values()], withheld: withheldIn(key, contribution) };
}

const withheldIn = (key: string, contribution: Contribution): readonly WithheldCount[] =>
  Object.entries(contribution.entries).flatMap(([path, { says, low, high }]) =>
    says === 'withheld' && countsYoungPeople(path) && withheldAt(path, contribution) !== undefined
      ? [{ id: `${key}: ${path}`, within: high === undefined ? [low] : [low, high] }]
      : [],
  );

/**
 * That a breakdown which does not say how many it divides is of people whose numbers stand elsewhere on the form: where
 * it is of fewer, readers may think so all the same.
 */
function relateBaseless(draft: Draft): void {
  const { entries } = draft;
  for (const field of fields) {
    if (field.kind !== 'breakdown' || draft.cellOf.has(field.id)) continue;
    const some = Object.keys(entries).filter(
      (path) => path.startsWith(`${field.id}.`) && isOneName(path.slice(field.id.length + 1)),
    );
    for (const whole of ['youngPeople.direct', 'youngPeople.total'])
      divide(draft, { whole, parts: some, rest: `${whole}/less ${field.id}`, of: 'implied' });
  }
}

/** The relations between counts that stand by themselves on the form. */
function relateCounts(draft: Draft, period: Period): void {
  const isLater = isLaterInYear(period);
  for (const { whole, parts: some, isLaterInYear: isOnlyLater = false, isSum = false } of parts) {
    if (isOnlyLater && !isLater) continue;
    const isWhole = some.length < 2 || some.every((path) => draft.cellOf.has(path));
    const rest =
      whole === 'youngPeople.direct' && some[0] === 'referrals.reported'
        ? notStatedPath('referrals.reported')
        : `${whole}/less ${some.join(' and ')}`;
    // Of a sum whose other part is not there, something may be left over.
    const isAll = isSum && some.every((path) => recorded(draft, path) !== undefined);
    if (isWhole) divide(draft, { whole, parts: some, rest, of: 'implied', isSum: isAll });
  }
  relateFlow(draft);
}

/** That the cases open at the start and those opened are the cases closed and those open at the end. */
function relateFlow(draft: Draft): void {
  const flow = [
    'youngPeople.openAtStart',
    'youngPeople.opened',
    'outcomes.casesClosed',
    'youngPeople.openAtEnd',
  ];
  const [start, opened, closed, end] = flow.map((path) => recorded(draft, path));
  if (!start || !opened || !closed || !end || start.count + opened.count !== closed.count + end.count) return;
  const total = add(draft, 'youngPeople.opened/with those before', start.count + opened.count);
  draft.lines.push({ total, parts: [start.id, opened.id], of: 'implied' });
  draft.lines.push({ total, parts: [closed.id, end.id], of: 'implied' });
}

/** That what was put together is what it was made of: an earlier release may have printed that. */
function relateMerged(draft: Draft, { merged = {} }: Contribution): void {
  for (const [path, parts] of Object.entries(merged)) {
    const total = `${draft.key}: ${path}`;
    // What is not known, or does not apply, adds nothing to what is recorded.
    const made = Object.entries(parts).filter(([, { says }]) => says === 'number' || says === 'withheld');
    if (made.some(([, { says }]) => says === 'withheld')) continue;
    const sum = made.reduce((all, [, { low }]) => all + low, 0);
    if ((draft.cells.get(total)?.count ?? sum) !== sum) continue;
    add(draft, path, sum);
    const ids = made.map(([part, { low }]) => add(draft, part, low, knownOf(part)));
    draft.lines.push({ total, parts: ids, of: 'implied' });
  }
}
