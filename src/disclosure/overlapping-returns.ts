import { v5 } from 'uuid';
import { namespace } from './complete-lines.ts';
import { foundAnew, isSumOf, withFound, withRest, type Found, type HeldCount } from './held-returns.ts';
import type { Release, ReleaseCell } from './release.ts';
import { addedUp, heldIn, nameIn, partsOf, type Held } from './returns-within.ts';
import { waysToCount, waysToCover, type Counted } from './ways-to-count.ts';

/**
 * A release in which returns that hold the same as others hang together with them: that of a year with those of its
 * quarters, and one of several services together with theirs, in this release or an earlier one. Sessions add up, and
 * so do people of several services; people of a period are among those of a longer one.
 */
export function withOverlapping(release: Release): Release {
  const all = heldIn(release);
  const found = all.flatMap((whole) => {
    const within = partsOf(whole, all);
    return within.length === 0 ? [] : whole.counts.flatMap((count) => relations(whole, within, count));
  });
  return withFound(
    release,
    found.flatMap(({ cells }) => cells),
    found.flatMap(({ lines }) => lines),
  );
}

/** What a count has to do with those of the returns that it holds. */
function relations(
  whole: Held,
  within: readonly Held[],
  { path, version, cell }: HeldCount,
): readonly Found[] {
  const of = ({ held, at = path }: Counted): ReleaseCell | undefined =>
    held.cells.get(nameIn(version, at)) ?? held.cells.get(nameIn('', at));
  const some = (counted: readonly Counted[]): readonly ReleaseCell[] =>
    counted.flatMap((each) => of(each) ?? []);
  return [
    ...waysToCount(whole, within, path).map((counted) => atLeast(cell, some(counted))),
    ...waysToCover(whole, within, path)
      .map((counted) => [counted, some(counted)] as const)
      .filter(([counted, cells]) => counted.length > 1 && cells.length === counted.length)
      .map(([, cells]) => atMost(cell, cells)),
    isSumOfAll(
      cell,
      addedUp(whole, within, path).map((held) => of({ held })),
    ),
  ];
}

/** That a count is others and the rest. */
const atLeast = (total: ReleaseCell, parts: readonly ReleaseCell[]): Found =>
  withRest(total, parts, `${total.id} less others: ${nameOf(parts)}`);

/** That a count is at most the sum of others. */
function atMost(part: ReleaseCell, cells: readonly ReleaseCell[]): Found {
  const sum = foundAnew(
    `${part.id} at most: ${nameOf(cells)}`,
    cells.reduce((all, { count }) => all + count, 0),
  );
  const { cells: rest, lines } = withRest(sum, [part], `${sum.id} less ${part.id}`);
  if (lines.length === 0) return { cells: [], lines: [] };
  const line = { total: sum.id, parts: cells.map(({ id }) => id), of: 'implied' } as const;
  return { cells: [sum, ...rest], lines: [line, ...lines] };
}

const nameOf = (cells: readonly ReleaseCell[]): string =>
  v5(
    cells
      .map(({ id }) => id)
      .sort()
      .join('\n'),
    namespace,
  );

/** That a count is the sum of others, where there are all of them. */
function isSumOfAll(total: ReleaseCell, parts: readonly (ReleaseCell | undefined)[]): Found {
  const known = parts.filter((part) => part !== undefined);
  return isSumOf(total, known.length === parts.length ? known : []);
}
