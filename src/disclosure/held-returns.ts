import { covers, groupedBy, type Period } from '../vocabulary/index.ts';
import { beginsYear, direct, firstInYear } from './form-relations.ts';
import type { Line, Release, ReleaseCell } from './release.ts';

/** A return whose counts are in a release, or in one before it. */
export interface HeldReturn {
  readonly key: string;
  readonly services: readonly string[];
  readonly period: Period;
  /** Its counts, each with its path and, if it was corrected since, the version that it is of. */
  readonly counts: readonly HeldCount[];
}

/** A count of a return. */
export interface HeldCount {
  readonly path: string;
  /** What its id has besides that of the count as it is now: nothing for the newest. */
  readonly version: string;
  readonly cell: ReleaseCell;
}

/** A count of a return: which, and at which path. */
const countOfReturn =
  /^(?<key>(?<service>.*?), (?<from>\d{4}-\d{2}-\d{2})\/(?<to>\d{4}-\d{2}-\d{2})): (?<path>.+)$/su;

/** The returns of which a release, or one before it, holds counts; with those that readers work out. */
export function heldReturns({ cells, combined }: Release): readonly HeldReturn[] {
  const own = cells.filter(
    ({ isFoundAnew, isDifference, worksOut }) => (!isFoundAnew || worksOut !== undefined) && !isDifference,
  );
  const found = own.flatMap((cell) => {
    const id = cell.versionOf ?? cell.id;
    const groups = countOfReturn.exec(id)?.groups;
    return groups === undefined ? [] : [{ cell, groups, version: cell.id.slice(id.length) }];
  });
  return [...groupedBy(found, ({ groups }) => groups.key ?? '')].map(([key, of]) => {
    const { service = '', from = '', to = '' } = of[0]?.groups ?? {};
    const counts = of.map(({ cell, groups, version }) => ({
      path: cell.worksOut ?? groups.path ?? '',
      version,
      cell,
    }));
    const period = { from, to };
    return { key, services: combined[key] ?? [service], period, counts: withNewYear(period, counts) };
  });
}

/** Counts in which those supported for the first time in a year are all, where it begins with the period: one number. */
function withNewYear(period: Period, counts: readonly HeldCount[]): readonly HeldCount[] {
  if (!beginsYear(period)) return counts;
  const as = (path: string, other: string): readonly HeldCount[] =>
    counts
      .filter((each) => each.path === other)
      .filter(({ version }) => !counts.some((each) => each.path === path && each.version === version))
      .map((each) => ({ ...each, path }));
  return [...counts, ...as(direct, firstInYear), ...as(firstInYear, direct)];
}

/** A release with cells and lines that are found anew for every one; those that it has already stay. */
export function withFound(release: Release, cells: readonly ReleaseCell[], lines: readonly Line[]): Release {
  const known = new Set(release.cells.map(({ id }) => id));
  const nameOf = ({ total, parts }: Line): string => JSON.stringify([total, [...parts].sort()]);
  const drawn = new Set(release.lines.map(nameOf));
  const added = new Map(cells.filter(({ id }) => !known.has(id)).map((cell) => [cell.id, cell]));
  const fresh = new Map(lines.map((line) => [nameOf(line), line]));
  return {
    ...release,
    cells: [...release.cells, ...added.values()],
    lines: [...release.lines, ...[...fresh].filter(([name]) => !drawn.has(name)).map(([, line]) => line)],
  };
}

/** A count that stands in no table, and is worked out from others. */
export const foundAnew = (id: string, count: number): ReleaseCell => ({
  id,
  label: id,
  count,
  printed: 'never',
  inNoTable: true,
  isFoundAnew: true,
});

/**
 * A count of a return that it does not say itself, and that readers work out: from its counts as they are now, or from
 * those of a version that was corrected since.
 */
export const workedOut = ({ key }: HeldReturn, path: string, count: number, version = ''): ReleaseCell => ({
  ...foundAnew(`${key}: ${path}/worked out${version}`, count),
  ...(version === '' && { worksOut: path }),
});

/** A count of a return that nobody recorded and nobody can work out, as it may have been. */
export const supposed = (...which: Parameters<typeof workedOut>): ReleaseCell => ({
  ...workedOut(...which),
  isSupposed: true,
});

/** Whether a return is a step on the way through time: one that holds another, as a year its quarters, is none. */
export const isStepOf =
  (all: readonly HeldReturn[]) =>
  (one: HeldReturn): boolean =>
    !all.some(({ period }) => covers(one.period, period) && !covers(period, one.period));

/** What is found of a release: counts that readers can work out, and how they hang together. */
export interface Found {
  readonly cells: readonly ReleaseCell[];
  readonly lines: readonly Line[];
}

const nothing: Found = { cells: [], lines: [] };

/** That a count is the sum of others, where it is: else they are of something else. */
export function isSumOf(total: ReleaseCell, parts: readonly ReleaseCell[]): Found {
  const ids = parts.map(({ id }) => id);
  const isSum = parts.reduce((sum, { count }) => sum + count, 0) === total.count;
  if (!isSum || parts.length === 0 || ids.includes(total.id)) return nothing;
  return { cells: [], lines: [{ total: total.id, parts: ids, of: 'implied' }] };
}

/**
 * That a count is others and a rest of which readers know nothing, not even that it is 0; where they do not exceed it:
 * then they are of something else.
 */
export function withRest(
  total: ReleaseCell,
  parts: readonly ReleaseCell[],
  rest: string | ((count: number) => ReleaseCell),
): Found {
  const left = parts.reduce((all, { count }) => all - count, total.count);
  const ids = parts.map(({ id }) => id);
  if (left < 0 || parts.length === 0 || ids.includes(total.id)) return nothing;
  const cell = typeof rest === 'string' ? foundAnew(rest, left) : rest(left);
  return { cells: [cell], lines: [{ total: total.id, parts: [...ids, cell.id], of: 'implied' }] };
}
