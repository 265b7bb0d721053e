import { v5 } from 'uuid';
import type { LineContents } from './release-contents.ts';
import { refusedIf, type Refusal } from './refusal.ts';
import type { Line, ReleaseCell } from './release.ts';

/** For names of quantities that are made of others: the same always have the same name. */
export const namespace = '5f0c4f0e-8a58-5d0b-9a35-4d8f6b6b1c57';

interface Completed {
  readonly cells: readonly ReleaseCell[];
  readonly lines: readonly Line[];
  readonly refused: readonly Refusal[];
}

/** The lines with those that are in none of their parts, as one more part. */
export function completeLines(contents: readonly LineContents[], cells: readonly ReleaseCell[]): Completed {
  const countOf = new Map(cells.map(({ id, count }) => [id, count]));
  const added: ReleaseCell[] = [];
  const wrong: string[] = [];
  const lines = contents.map(({ total, parts, incomplete = false, of = 'categories' }): Line => {
    const rest = (countOf.get(total) ?? 0) - parts.reduce((sum, part) => sum + (countOf.get(part) ?? 0), 0);
    const isSum = incomplete ? rest >= 0 : rest === 0;
    if (!isSum || new Set([total, ...parts]).size <= parts.length) wrong.push(total);
    if (!incomplete) return { total, parts, of };
    const id = `${total}: in none of ${v5([...parts].sort().join('\n'), namespace)}`;
    added.push({ id, label: id, count: Math.max(0, rest), printed: 'never', inNoTable: true });
    return { total, parts: [...parts, id], of };
  });
  return {
    cells: added,
    lines,
    refused: refusedIf('parts-disagree', wrong),
  };
}
