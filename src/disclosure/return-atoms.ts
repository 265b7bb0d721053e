import { fields } from '../form/index.ts';
import { isNotStated, notStatedPath, type Contribution, type Entry } from '../summary/index.ts';
import type { Period } from '../vocabulary/index.ts';
import type { Line, ReleaseCell, WithheldCount } from './release.ts';
import {
  countsYoungPeople,
  fieldOfFigure,
  inside,
  isExact,
  isOneName,
  quantityAt,
  wholeOf,
  withheldAt,
} from './return-quantities.ts';

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

/** What is found of a return while it is looked through. */
interface Draft {
  readonly key: string;
  readonly entries: Contribution['entries'];
  readonly merged: Contribution['merged'];
  readonly cells: Map<string, ReleaseCell>;
  readonly cellOf: Map<string, string>;
  readonly lines: Line[];
  readonly contradictions: string[];
}

/**
 * The counts of young people that a return holds, each as a quantity that nobody prints yet, with the relations
 * between them: what is recorded adds up to what it divides, with those that no category accounts for.
 */
export function returnAtoms(key: string, contribution: Contribution): ReturnAtoms {
  const { entries, merged } = contribution;
  const [cells, cellOf] = [new Map<string, ReleaseCell>(), new Map<string, string>()];
  const draft: Draft = { key, entries, merged, cells, cellOf, lines: [], contradictions: [] };
  for (const [path, { says, low }] of Object.entries(entries)) {
    if (countsYoungPeople(path) && says === 'number' && !isNotStated(path))
      draft.cellOf.set(path, add(draft, quantityAt(path, contribution), low, knownOf(path)));
  }
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

type Known = Pick<ReleaseCell, 'isSeen' | 'within' | 'wasSmall'>;

function add({ key, cells }: Draft, path: string, count: number, known: Known = {}): string {
  const id = `${key}: ${path}`;
  if (!cells.has(id)) cells.set(id, { id, label: id, count, printed: 'never', inNoTable: true, ...known });
  return id;
}

/** What may be taken of a row because it is there: one of an open list was written down for somebody. */
function knownOf(path: string): Known {
  const field = fieldOfFigure(path);
  return field?.kind === 'breakdown' && field.codelist.open && path !== field.id ? { isSeen: true } : {};
}

/** The recorded count at a path. */
function recorded(
  { cells, cellOf }: Draft,
  path: string,
): { readonly id: string; readonly count: number } | undefined {
  const cell = cells.get(cellOf.get(path) ?? '');
  return cell && { id: cell.id, count: cell.count };
}

interface Division {
  readonly whole: string;
  readonly parts: readonly string[];
  readonly rest: string;
  readonly of: Line['of'];
}

/** How far above its least a rest has to be, for readers to doubt what others withheld in it. */
const tight = 2;

/** Adds that a whole is its parts and the rest, by what was recorded of them. False when certain parts exceed it. */
function divide(draft: Draft, division: Division): boolean {
  const { whole, parts, rest, of } = division;
  const total = recorded(draft, whole);
  const { ids, withheld } = partsIn(draft, parts);
  if (total === undefined || ids.length === 0 || ids.includes(total.id)) return true;
  const left = total.count - ids.reduce((sum, id) => sum + (draft.cells.get(id)?.count ?? 0), 0);
  const least = withheld.reduce((sum, { low }) => sum + low, 0);
  if (left < least) return !isExact(draft.entries[whole]);
  // What others withheld is in the rest: where that is about its least, the doubt that they left would be gone.
  const isTight = withheld.length > 0 && left - least < tight;
  const known = { within: [Math.max(1, least)] as const, ...(isTight && { wasSmall: true as const }) };
  const others = left === 0 ? [] : [add(draft, rest, left, known)];
  for (const id of others) draft.cellOf.set(rest, id);
  draft.lines.push({ total: total.id, parts: [...ids, ...others], of });
  return true;
}

/** The recorded counts behind some paths, and what others withheld there. */
function partsIn(
  draft: Draft,
  parts: readonly string[],
): { readonly ids: readonly string[]; readonly withheld: readonly Entry[] } {
  const found = parts.flatMap((path) => {
    const entry = draft.entries[path];
    return entry === undefined ? [] : [inside(path, entry, draft.merged)];
  });
  return {
    ids: found
      .flatMap(({ numbers }) => numbers)
      .map(([path, count]) => draft.cellOf.get(path) ?? add(draft, path, count, knownOf(path))),
    withheld: found.flatMap(({ withheld }) => withheld),
  };
}

/**
 * That a breakdown which does not say how many it divides is of people whose numbers stand elsewhere on the form: where
 * it is of fewer, readers may think so all the same.
 */
function relateBaseless(draft: Draft): void {
  const { entries } = draft;
  for (const field of fields) {
    if (field.kind !== 'breakdown' || entries[field.id] !== undefined) continue;
    const some = Object.keys(entries).filter(
      (path) => path.startsWith(`${field.id}.`) && isOneName(path.slice(field.id.length + 1)),
    );
    for (const whole of ['youngPeople.direct', 'youngPeople.total'])
      divide(draft, { whole, parts: some, rest: `${whole}/less ${field.id}`, of: 'implied' });
  }
}

/** Whether a period is in one calendar year, and does not begin it. */
export const isLaterInYear = ({ from, to }: Period): boolean =>
  from.slice(0, 4) === to.slice(0, 4) && !from.endsWith('-01-01');

/** What can be taken from what, on the form: readers who see both see the rest. */
export const parts: readonly {
  readonly whole: string;
  readonly parts: readonly string[];
  /** Whether only where the calendar year had begun before. */
  readonly isLaterInYear?: true;
}[] = [
  { whole: 'youngPeople.base', parts: ['youngPeople.direct', 'youngPeople.indirect'] },
  { whole: 'youngPeople.total', parts: ['youngPeople.direct', 'youngPeople.indirect'] },
  { whole: 'youngPeople.direct', parts: ['referrals.reported'] },
  { whole: 'youngPeople.direct', parts: ['youngPeople.newInPeriod'] },
  // Nobody whose support was under way can be new: what is left came back.
  { whole: 'youngPeople.direct', parts: ['youngPeople.openAtStart', 'youngPeople.newInPeriod'] },
  { whole: 'youngPeople.direct', parts: ['youngPeople.firstInYear'] },
  // Whoever was supported as a later quarter began was counted in the year before it.
  {
    whole: 'youngPeople.direct',
    parts: ['youngPeople.openAtStart', 'youngPeople.firstInYear'],
    isLaterInYear: true,
  },
  { whole: 'youngPeople.direct', parts: ['youngPeople.openAtStart'] },
  { whole: 'youngPeople.direct', parts: ['youngPeople.openAtEnd'] },
  { whole: 'youngPeople.firstInYear', parts: ['youngPeople.newInPeriod'] },
  { whole: 'youngPeople.opened', parts: ['youngPeople.newInPeriod'] },
  // Whoever is supported for the first time in a year that had begun was not supported as the period began.
  { whole: 'youngPeople.opened', parts: ['youngPeople.firstInYear'], isLaterInYear: true },
  { whole: 'withProfessionals.consultancySessions', parts: ['youngPeople.indirect'] },
];

/** The relations between counts that stand by themselves on the form. */
function relateCounts(draft: Draft, period: Period): void {
  const isLater = isLaterInYear(period);
  for (const { whole, parts: some, isLaterInYear: isOnlyLater = false } of parts) {
    if (isOnlyLater && !isLater) continue;
    const isWhole = some.length < 2 || some.every((path) => draft.cellOf.has(path));
    const rest =
      whole === 'youngPeople.direct' && some[0] === 'referrals.reported'
        ? notStatedPath('referrals.reported')
        : `${whole}/less ${some.join(' and ')}`;
    if (isWhole) divide(draft, { whole, parts: some, rest, of: 'implied' });
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
