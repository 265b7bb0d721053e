import type { Ledger } from './ledger.ts';
import type { Release, ReleaseCell, WithheldCount } from './release.ts';

/**
 * A release in which readers know the bounds that others withheld counts with, and that a release passed on: earlier
 * ones for what comes now as a number, this one for what came before. A count that lies outside was corrected since.
 */
export function withBoundsOfOthers(release: Release, ledger: Ledger): Release {
  const all = [...ledger.flatMap(({ withheld = [] }) => withheld), ...release.withheld];
  if (all.length === 0) return release;
  const boundsOf = new Map<string, WithheldCount['within'][]>();
  for (const { id, within } of all) boundsOf.set(id, [...(boundsOf.get(id) ?? []), within]);
  return {
    ...release,
    cells: release.cells.map((cell) => withBounds(cell, boundsOf.get(countOf(cell)) ?? [])),
  };
}

/** The count of which a cell is one version. */
const countOf = ({ id, versionOf }: ReleaseCell): string => versionOf ?? id;

function withBounds(cell: ReleaseCell, bounds: readonly WithheldCount['within'][]): ReleaseCell {
  const all = [...bounds, ...(cell.within === undefined ? [] : [cell.within])];
  const holding = all.filter(([low, high = Infinity]) => low <= cell.count && cell.count <= high);
  if (holding.length === 0) return cell;
  const low = Math.max(...holding.map(([from]) => from));
  const high = Math.min(...holding.map(([, to = Infinity]) => to));
  return { ...cell, within: high === Infinity ? [low] : [low, high] };
}
