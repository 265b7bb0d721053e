import type { LineContents } from './define-release.ts';
import { refusal, type Refusal } from './refusal.ts';
import type { Line, ReleaseCell } from './release.ts';

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
  const lines = contents.map(({ total, parts, incomplete = false, of = 'categories' }, index): Line => {
    const rest = (countOf.get(total) ?? 0) - parts.reduce((sum, part) => sum + (countOf.get(part) ?? 0), 0);
    const isSum = incomplete ? rest >= 0 : rest === 0;
    if (!isSum || new Set([total, ...parts]).size <= parts.length) wrong.push(total);
    if (!incomplete) return { total, parts, of };
    const id = `${total}: in none of the parts of line ${index + 1}`;
    added.push({ id, label: id, count: Math.max(0, rest), printed: 'never' });
    return { total, parts: [...parts, id], of };
  });
  return {
    cells: added,
    lines,
    refused: wrong.length === 0 ? [] : [refusal('parts-disagree', [...new Set(wrong)])],
  };
}
