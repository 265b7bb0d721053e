import type { Line, Sum } from './release.ts';

/** How deep lines are followed: a total of totals of totals is as deep as tables go. */
const deepest = 20;

/**
 * What totals of tables and numbers in statements are made of, as they are written and down to what nothing divides
 * further: so that what remains between any two of them is found, whichever table they stand in.
 */
export function sumsOfLines(lines: readonly Line[], sums: readonly Sum[]): readonly Sum[] {
  const parts = new Map<string, readonly string[]>();
  // Of several divisions one is followed, whatever the order in which they are given.
  for (const { total, parts: of } of [...lines].sort(byParts)) parts.set(total, of);
  for (const { id, atoms } of sums) parts.set(id, atoms);
  const leavesOf = (id: string, depth: number): readonly string[] => {
    const of = parts.get(id);
    const isLeaf = of === undefined || depth === 0 || (of.length === 1 && of[0] === id);
    return isLeaf ? [id] : of.flatMap((part) => leavesOf(part, depth - 1));
  };
  const found = lines.flatMap(({ total, parts: of }): readonly Sum[] => [
    { id: total, atoms: of },
    { id: total, atoms: of.flatMap((part) => leavesOf(part, deepest)) },
  ]);
  // The parts of a statement may overlap: then it divides nobody.
  const divisions = found.filter(({ atoms }) => new Set(atoms).size === atoms.length);
  return distinctSums([...sums, ...divisions]);
}

const byParts = (one: Line, other: Line): number =>
  [...one.parts].sort().join('\n') < [...other.parts].sort().join('\n') ? -1 : 1;

/** Each sum once: one figure may be divided in several ways. */
export const distinctSums = (sums: readonly Sum[]): readonly Sum[] => [
  ...new Map(
    sums.map(({ id, atoms }) => {
      const sorted = [...atoms].sort();
      return [JSON.stringify([id, sorted]), { id, atoms: sorted }] as const;
    }),
  ).values(),
];
