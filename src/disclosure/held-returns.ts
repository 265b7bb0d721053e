import { groupedBy, type Period } from '../vocabulary/index.ts';
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

/** The returns of which a release, or one before it, holds counts. */
export function heldReturns({ cells, combined }: Release): readonly HeldReturn[] {
  const own = cells.filter(({ isFoundAnew, isDifference }) => !isFoundAnew && !isDifference);
  const found = own.flatMap((cell) => {
    const id = cell.versionOf ?? cell.id;
    const groups = countOfReturn.exec(id)?.groups;
    return groups === undefined ? [] : [{ cell, groups, version: cell.id.slice(id.length) }];
  });
  return [...groupedBy(found, ({ groups }) => groups.key ?? '')].map(([key, of]) => {
    const { service = '', from = '', to = '' } = of[0]?.groups ?? {};
    return {
      key,
      services: combined[key] ?? [service],
      period: { from, to },
      counts: of.map(({ cell, groups, version }) => ({ path: groups.path ?? '', version, cell })),
    };
  });
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

/** What is found of a release: counts that readers can work out, and how they hang together. */
export interface Found {
  readonly cells: readonly ReleaseCell[];
  readonly lines: readonly Line[];
}

/** That a count is others and the rest, where they do not exceed it: then they are of something else. */
export function withRest(total: ReleaseCell, parts: readonly ReleaseCell[], restId: string): Found {
  const left = parts.reduce((rest, { count }) => rest - count, total.count);
  const ids = parts.map(({ id }) => id);
  if (left < 0 || parts.length === 0 || ids.includes(total.id)) return { cells: [], lines: [] };
  const rest = left === 0 ? [] : [foundAnew(restId, left)];
  return {
    cells: rest,
    lines: [{ total: total.id, parts: [...ids, ...rest.map(({ id }) => id)], of: 'implied' }],
  };
}
