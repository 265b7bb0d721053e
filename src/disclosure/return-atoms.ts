import { fields, type Field } from '../form/index.ts';
import type { Contribution, Entry } from '../summary/index.ts';
import type { Line, ReleaseCell } from './release.ts';

/** The counts of young people in a return, and how they hang together. */
export interface ReturnAtoms {
  /** The cell behind a path, by path; several paths may be one quantity. */
  readonly cellOf: ReadonlyMap<string, string>;
  readonly cells: readonly ReleaseCell[];
  readonly lines: readonly Line[];
  /** The breakdowns whose parts exceed their whole. */
  readonly contradictions: readonly string[];
}

/** The field of a path of a summary. */
const fieldAt = (path: string): Field | undefined =>
  fields.find(({ id }) => path === id || path.startsWith(`${id}.`) || path === `${id}/not-stated`);

/**
 * Whether a figure counts young people, so that a small one may point to somebody.
 *
 * @example
 * countsYoungPeople('youngPeople.age.12-14'); // => true
 * countsYoungPeople('withProfessionals.trainingSessions'); // => false
 */
export function countsYoungPeople(path: string): boolean {
  if (path === 'youngPeople.base') return true;
  const field = fieldAt(path);
  return field === undefined || (field.kind !== 'code' && field.describesYoungPeople);
}

/** The path of the count that a breakdown, or a measure of a matrix, divides. */
function wholeOf(path: string): string | undefined {
  const field = fieldAt(path);
  if (field?.kind === 'breakdown') return path === field.id ? field.base : undefined;
  return field?.kind === 'matrix' && !/[./]/.test(path.slice(field.id.length + 1)) ? field.base : undefined;
}

/** One path for one quantity: what a breakdown divides is its base; a base of directly supported people is their count. */
function quantityAt(path: string, { base, entries }: Contribution): string {
  const whole = wholeOf(path) ?? path;
  if (base === 'direct' && whole === 'youngPeople.base' && isExact(entries['youngPeople.direct']))
    return 'youngPeople.direct';
  if (base === 'direct-and-indirect' && whole === 'youngPeople.total') return 'youngPeople.base';
  return whole;
}

const isExact = (entry: Entry | undefined): entry is Entry =>
  entry?.says === 'number' && entry.low === entry.high;

/** What is found of a return while it is looked through. */
interface Draft {
  readonly key: string;
  readonly entries: Contribution['entries'];
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
  const { entries, base } = contribution;
  const draft: Draft = { key, entries, cells: new Map(), cellOf: new Map(), lines: [], contradictions: [] };
  for (const [path, { says, low }] of Object.entries(entries)) {
    if (countsYoungPeople(path) && says === 'number' && !path.endsWith('/not-stated'))
      draft.cellOf.set(path, add(draft, quantityAt(path, contribution), low));
  }
  for (const whole of Object.keys(entries).filter((path) => wholeOf(path) !== undefined)) {
    const parts = Object.keys(entries).filter((path) => path.startsWith(`${whole}.`));
    if (!divide(draft, whole, parts, `${whole}/not-stated`)) draft.contradictions.push(`${key}: ${whole}`);
  }
  relateCounts(draft, base);
  return { ...draft, cells: [...draft.cells.values()] };
}

function add({ key, cells }: Draft, path: string, count: number): string {
  const id = `${key}: ${path}`;
  if (!cells.has(id)) cells.set(id, { id, label: id, count, printed: 'never', ofReturn: true });
  return id;
}

/** The count at a path, where it is certain. */
function certain(
  { entries, cellOf }: Draft,
  path: string,
): { readonly id: string; readonly count: number } | undefined {
  const entry = entries[path];
  const id = cellOf.get(path);
  return id === undefined || !isExact(entry) ? undefined : { id, count: entry.low };
}

/** Adds that a whole is its parts and the rest, where that is known. False when the parts exceed it. */
function divide(draft: Draft, whole: string, parts: readonly string[], rest: string): boolean {
  const total = certain(draft, whole);
  const ids = parts.map((path) => draft.cellOf.get(path)).filter((id) => id !== undefined);
  if (total === undefined || ids.length === 0) return true;
  const left = total.count - ids.reduce((sum, id) => sum + (draft.cells.get(id)?.count ?? 0), 0);
  if (left < 0) return false;
  const others = left === 0 ? [] : [add(draft, rest, left)];
  for (const id of others) draft.cellOf.set(rest, id);
  draft.lines.push({ total: total.id, parts: [...ids, ...others], of: 'categories' });
  return true;
}

/** The relations between counts that stand by themselves on the form. */
function relateCounts(draft: Draft, base: Contribution['base']): void {
  const together = base === 'direct-and-indirect' ? 'youngPeople.base' : 'youngPeople.total';
  const [direct, indirect] = ['youngPeople.direct', 'youngPeople.indirect'];
  if (certain(draft, direct) && certain(draft, indirect))
    divide(draft, together, [direct, indirect], `${together}/in neither`);
  divide(draft, direct, ['referrals.reported'], 'referrals.reported/not-stated');
  divide(draft, direct, ['youngPeople.newInPeriod'], 'youngPeople.direct/known before');
  divide(draft, direct, ['youngPeople.firstInYear'], 'youngPeople.direct/counted before');
  const flow = [
    'youngPeople.openAtStart',
    'youngPeople.opened',
    'outcomes.casesClosed',
    'youngPeople.openAtEnd',
  ];
  const [start, opened, closed, end] = flow.map((path) => certain(draft, path));
  if (!start || !opened || !closed || !end || start.count + opened.count !== closed.count + end.count) return;
  const total = add(draft, 'youngPeople.opened/with those before', start.count + opened.count);
  draft.lines.push({ total, parts: [start.id, opened.id], of: 'members' });
  draft.lines.push({ total, parts: [closed.id, end.id], of: 'members' });
}
