import { largestHidden } from './policy.ts';
import type { Line, Release, ReleaseCell, Sum } from './release.ts';

/**
 * A release with the small counts that remain when a figure is taken from one that holds all of it: of this release or
 * of earlier ones, whatever their tables.
 */
export function withDifferences(release: Release): Release {
  const countOf = new Map(release.cells.map(({ id, count }) => [id, count]));
  const sums = release.sums.map((sum) => ({ ...sum, count: countOf.get(sum.id) ?? 0 }));
  const holding = new Map<string, Counted[]>();
  for (const sum of sums)
    for (const atom of sum.atoms) holding.set(atom, [...(holding.get(atom) ?? []), sum]);
  const known = new Set(sums.map(({ atoms }) => signature(atoms)));
  const cells: ReleaseCell[] = [];
  const lines: Line[] = [];
  for (const part of sums) {
    for (const whole of holding.get(part.atoms[0] ?? '') ?? []) {
      const rest = restOf(whole, part);
      if (rest === undefined || known.has(signature(rest))) continue;
      known.add(signature(rest));
      const id = `${whole.id} less ${part.id}`;
      // An earlier release may have brought it along.
      if (countOf.has(id)) continue;
      cells.push({ id, label: id, count: whole.count - part.count, printed: 'never', inNoTable: true });
      lines.push({ total: whole.id, parts: [part.id, id], of: 'members' });
      lines.push({ total: id, parts: rest, of: 'members' });
    }
  }
  return { ...release, cells: [...release.cells, ...cells], lines: [...release.lines, ...lines] };
}

interface Counted extends Sum {
  readonly count: number;
}

const signature = (atoms: readonly string[]): string => atoms.join('\n');

/** What a figure holds besides another, where it holds all of it and little more. */
function restOf(whole: Counted, part: Counted): readonly string[] | undefined {
  const count = whole.count - part.count;
  if (part.atoms.length >= whole.atoms.length || count < 0 || count > largestHidden) return undefined;
  const held = new Set(whole.atoms);
  if (!part.atoms.every((atom) => held.has(atom))) return undefined;
  const taken = new Set(part.atoms);
  const rest = whole.atoms.filter((atom) => !taken.has(atom));
  return rest.length < 2 ? undefined : rest;
}
