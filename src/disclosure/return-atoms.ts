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

/**
 * The counts of young people that a return holds, each as a quantity that nobody prints yet, with the relations
 * between them: what is recorded adds up to what it divides, with those that no category accounts for.
 */
export function returnAtoms(key: string, contribution: Contribution): ReturnAtoms {
  const { entries } = contribution;
  const cells = new Map<string, ReleaseCell>();
  const cellOf = new Map<string, string>();
  const add = (path: string, count: number): string => {
    const id = `${key}: ${path}`;
    if (!cells.has(id)) cells.set(id, { id, label: id, count, printed: 'never', ofReturn: true });
    return id;
  };
  for (const [path, entry] of Object.entries(entries)) {
    if (!countsYoungPeople(path) || entry.says !== 'number' || path.endsWith('/not-stated')) continue;
    cellOf.set(path, add(quantityAt(path, contribution), entry.low));
  }
  const lines: Line[] = [];
  const contradictions: string[] = [];
  const exactly = (path: string): { readonly id: string; readonly count: number } | undefined => {
    const entry = entries[path];
    const id = cellOf.get(path);
    return id === undefined || !isExact(entry) ? undefined : { id, count: entry.low };
  };
  /** A whole is its parts and the rest. */
  const divide = (whole: string, parts: readonly string[], rest: string, isContradiction: boolean): void => {
    const total = exactly(whole);
    const ids = parts.map((path) => cellOf.get(path)).filter((id) => id !== undefined);
    if (total === undefined || ids.length === 0) return;
    const left = total.count - ids.reduce((sum, id) => sum + (cells.get(id)?.count ?? 0), 0);
    if (left < 0) {
      if (isContradiction) contradictions.push(`${key}: ${whole}`);
      return;
    }
    const others = left === 0 ? [] : [add(rest, left)];
    if (left > 0) cellOf.set(rest, `${key}: ${rest}`);
    lines.push({ total: total.id, parts: [...ids, ...others], of: 'categories' });
  };
  for (const whole of Object.keys(entries).filter((path) => wholeOf(path) !== undefined)) {
    const parts = Object.keys(entries).filter((path) => path.startsWith(`${whole}.`) && cellOf.has(path));
    divide(whole, parts, `${whole}/not-stated`, true);
  }
  const { base } = contribution;
  const together = base === 'direct-and-indirect' ? 'youngPeople.base' : 'youngPeople.total';
  if (exactly('youngPeople.direct') && exactly('youngPeople.indirect'))
    divide(together, ['youngPeople.direct', 'youngPeople.indirect'], `${together}/in neither`, false);
  divide('youngPeople.direct', ['referrals.reported'], 'referrals.reported/not-stated', false);
  divide('youngPeople.direct', ['youngPeople.newInPeriod'], 'youngPeople.direct/known before', false);
  divide('youngPeople.direct', ['youngPeople.firstInYear'], 'youngPeople.direct/counted before', false);
  const flow = [
    'youngPeople.openAtStart',
    'youngPeople.opened',
    'outcomes.casesClosed',
    'youngPeople.openAtEnd',
  ];
  const [start, opened, closed, end] = flow.map(exactly);
  if (start && opened && closed && end && start.count + opened.count === closed.count + end.count) {
    const total = add('youngPeople.opened/with those before', start.count + opened.count);
    lines.push({ total, parts: [start.id, opened.id], of: 'members' });
    lines.push({ total, parts: [closed.id, end.id], of: 'members' });
  }
  return { cellOf, cells: [...cells.values()], lines, contradictions };
}
