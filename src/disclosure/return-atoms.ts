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
  /** The cells of what was not recorded, and follows from what was. */
  readonly followsOf: Map<string, string>;
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

/** The count at a path that was recorded, or that follows from what was. */
function recorded(
  { cells, cellOf, followsOf }: Draft,
  path: string,
): { readonly id: string; readonly count: number } | undefined {
  const cell = cells.get(cellOf.get(path) ?? followsOf.get(path) ?? '');
  return cell && { id: cell.id, count: cell.count };
}

interface Division {
  readonly whole: string;
  readonly parts: readonly string[];
  readonly rest: string;
  readonly of: Line['of'];
  /** Whether nothing can be left over. */
  readonly isSum?: boolean;
}

/** How far above its least a rest has to be, for readers to doubt what others withheld in it. */
const tight = 2;

/** Adds that a whole is its parts and the rest, by what was recorded of them. False when certain parts exceed it. */
function divide(draft: Draft, division: Division): boolean {
  const { whole, parts, rest, of, isSum = false } = division;
  const total = recorded(draft, whole);
  const { ids, withheld } = partsIn(draft, parts);
  if (total === undefined || ids.length === 0 || ids.includes(total.id)) return true;
  const left = total.count - ids.reduce((sum, id) => sum + (draft.cells.get(id)?.count ?? 0), 0);
  const least = withheld.length === 0 ? undefined : withheld.reduce((sum, { low }) => sum + low, 0);
  if (left < (least ?? 0)) return !isExact(draft.entries[whole]);
  const others =
    left === 0 && (isSum || isNotStated(rest))
      ? []
      : [add(draft, rest, left, knownOfRest(division, left, least))];
  for (const id of others) draft.cellOf.set(rest, id);
  draft.lines.push({ total: total.id, parts: [...ids, ...others], of });
  return true;
}

/**
 * What readers know of a rest: a row of those in no category stands there for somebody; of any other rest they do not
 * even know that it is 0. What others withheld is in it: where it is about its least, the doubt that they left would be
 * gone.
 */
function knownOfRest({ rest }: Division, left: number, withheld: number | undefined): Known {
  const within = [Math.max(isNotStated(rest) ? 1 : 0, withheld ?? 0)] as const;
  return withheld !== undefined && left - withheld < tight ? { within, wasSmall: true } : { within };
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
 * Adds how many a return describes, or how many cases it closed, where it does not say so itself and its breakdowns do:
 * those that leave nobody out come to one number.
 */
function addCounted(draft: Draft, { base }: Contribution): void {
  const breakdowns = fields.filter(
    (field) => field.kind === 'breakdown' && field.base === 'youngPeople.base',
  );
  const described = base === 'direct' ? 'youngPeople.direct' : 'youngPeople.base';
  addSum(
    draft,
    described,
    breakdowns.map(({ id }) => categoriesOf(draft, id, 'not-known')),
  );
  addSum(
    draft,
    'outcomes.casesClosed',
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
function addNewYear(draft: Draft, { from, to }: Period): void {
  if (from.slice(0, 4) !== to.slice(0, 4) || !from.endsWith('-01-01')) return;
  const [direct, first] = ['youngPeople.direct', 'youngPeople.firstInYear'].map((path) =>
    recorded(draft, path),
  );
  if (first === undefined) return;
  if (direct === undefined) draft.followsOf.set('youngPeople.direct', first.id);
  else if (direct.count === first.count)
    draft.lines.push({ total: direct.id, parts: [first.id], of: 'implied' });
}

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

/** Whether a period is in one calendar year, and does not begin it. */
export const isLaterInYear = ({ from, to }: Period): boolean =>
  from.slice(0, 4) === to.slice(0, 4) && !from.endsWith('-01-01');

/** What can be taken from what, on the form: readers who see both see the rest. */
export const parts: readonly {
  readonly whole: string;
  readonly parts: readonly string[];
  /** Whether only where the calendar year had begun before. */
  readonly isLaterInYear?: true;
  /** Whether nothing can be left over: then readers know that nothing is. */
  readonly isSum?: true;
}[] = [
  { whole: 'youngPeople.base', parts: ['youngPeople.direct', 'youngPeople.indirect'], isSum: true },
  { whole: 'youngPeople.total', parts: ['youngPeople.direct', 'youngPeople.indirect'], isSum: true },
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
