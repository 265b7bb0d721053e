import { follows, groupedBy } from '../vocabulary/index.ts';
import { foundAnew, heldReturns, withFound, withRest, type Found, type HeldReturn } from './held-returns.ts';
import type { Release, ReleaseCell } from './release.ts';
import { isLaterInYear, parts } from './return-atoms.ts';

const start = 'youngPeople.openAtStart';
const opened = 'youngPeople.opened';
const closed = 'outcomes.casesClosed';
const end = 'youngPeople.openAtEnd';
const flow = [start, opened, closed, end] as const;

/** The counts of a return by path, with those that readers work out. */
interface Known {
  readonly held: HeldReturn;
  readonly counts: Map<string, ReleaseCell>;
  /** The paths that it did not record itself. */
  readonly workedOut: Set<string>;
}

/**
 * A release in which readers know how young people come and go: what is open at the end of a period is open as the
 * next begins, and of the four numbers of a period each follows from the others, whether it was recorded or not. All
 * who are supported were there before or came, and left or are still there.
 */
export function withComingAndGoing(release: Release): Release {
  const all = heldReturns(release).map((held): Known => {
    const newest = held.counts.filter(({ version }) => version === '');
    const counts = new Map(newest.map(({ path, cell }) => [path, cell]));
    return { held, counts, workedOut: new Set() };
  });
  for (const same of groupedBy(all, ({ held }) => JSON.stringify(held.services)).values()) workOut(same);
  const found = all.flatMap(relationsOf);
  const implied = all.flatMap(({ counts, workedOut }) =>
    [...workedOut].flatMap((path) => counts.get(path) ?? []),
  );
  return withFound(
    release,
    [...implied, ...found.flatMap(({ cells }) => cells)],
    found.flatMap(({ lines }) => lines),
  );
}

/** Adds what follows from other numbers of a service, as long as something does. */
function workOut(same: readonly Known[]): void {
  const alike = same.flatMap((one) => same.flatMap((other) => sameMoment(one, other)));
  const carry = (from: Known, path: string, to: Known, at: string): boolean => {
    const cell = from.counts.get(path);
    if (cell === undefined || to.counts.has(at)) return false;
    to.counts.set(at, cell);
    to.workedOut.add(at);
    return true;
  };
  for (let isMore = true; isMore;) {
    const carried = alike.filter(([one, path, other, at]) => carry(one, path, other, at));
    isMore = carried.length + same.filter(completeFlow).length > 0;
  }
}

type Alike = readonly [one: Known, path: string, other: Known, at: string];

/** The numbers of two returns that are of one moment: as one period ends the next begins; or both begin, or end. */
function sameMoment(one: Known, other: Known): readonly Alike[] {
  const [period, later] = [one.held.period, other.held.period];
  if (one === other) return [];
  return [
    ...(follows(period, later) ? ([[one, end, other, start]] as const) : []),
    ...(follows(later, period) ? ([[one, start, other, end]] as const) : []),
    ...(period.from === later.from ? ([[one, start, other, start]] as const) : []),
    ...(period.to === later.to ? ([[one, end, other, end]] as const) : []),
  ];
}

/** Adds the one number of four that a return does not say; false where there is none. */
function completeFlow({ held, counts, workedOut }: Known): boolean {
  const [missing, ...others] = flow.filter((path) => !counts.has(path));
  if (missing === undefined || others.length > 0) return false;
  const countOf = (path: string): number => counts.get(path)?.count ?? 0;
  const [came, went] = [countOf(start) + countOf(opened), countOf(closed) + countOf(end)];
  const count = missing === start || missing === opened ? went - came : came - went;
  if (count < 0) return false;
  counts.set(missing, foundAnew(`${held.key}: ${missing}/worked out`, count));
  workedOut.add(missing);
  return true;
}

/** How the counts of a return hang together. */
function relationsOf(known: Known): readonly Found[] {
  const { held, counts, workedOut } = known;
  const some = (paths: readonly string[]): readonly ReleaseCell[] | undefined => {
    const cells = paths.flatMap((path) => counts.get(path) ?? []);
    return cells.length === paths.length ? cells : undefined;
  };
  const implied = parts.flatMap((each) => {
    const isNew = [each.whole, ...each.parts].some((path) => workedOut.has(path));
    const [total, cells] = [counts.get(each.whole), some(each.parts)];
    if (!isNew || total === undefined || cells === undefined) return [];
    if (each.isLaterInYear && !isLaterInYear(held.period)) return [];
    return [withRest(total, cells, `${total.id} less ${cells.map(({ id }) => id).join(' and ')}`)];
  });
  return [...implied, ...everybody(known, some)];
}

/** Everybody who was there before or came, and everybody who left or is still there: all who are supported are of both. */
function everybody(
  { held, counts }: Known,
  some: (paths: readonly string[]) => readonly ReleaseCell[] | undefined,
): readonly Found[] {
  const sumOf = (cells: readonly ReleaseCell[]): number => cells.reduce((sum, { count }) => sum + count, 0);
  const [came, went] = [some([start, opened]), some([closed, end])];
  const isOne = came !== undefined && went !== undefined && sumOf(came) === sumOf(went);
  const direct = counts.get('youngPeople.direct');
  const totalOf = (id: string, cells: readonly ReleaseCell[] = []): readonly Found[] => {
    if (cells.length === 0) return [];
    const total = foundAnew(id, sumOf(cells));
    const line = { total: id, parts: cells.map((cell) => cell.id), of: 'implied' } as const;
    const among = direct === undefined ? [] : [withRest(total, [direct], `${id} less ${direct.id}`)];
    return [{ cells: [total], lines: [line] }, ...among];
  };
  const before = `${held.key}: there before or come`;
  return [...totalOf(before, came), ...totalOf(isOne ? before : `${held.key}: gone or still there`, went)];
}
