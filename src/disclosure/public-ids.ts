import type { Release } from './release.ts';

/**
 * What the cells of a release are called in public. Figures of summaries are called what they are, since their own ids
 * say which returns are behind them; cells of tables keep the ids that their author gave them.
 */
export function publicIds({ cells }: Release): (id: string) => string {
  const taken = new Set(cells.filter(({ isFigure }) => !isFigure).map(({ id }) => id));
  const names = new Map<string, string>();
  for (const { id, label, isFigure } of [...cells].sort((one, other) => (one.id < other.id ? -1 : 1))) {
    if (!isFigure) continue;
    let name = label;
    for (let number = 2; taken.has(name); number += 1) name = `${label} (${number})`;
    taken.add(name);
    names.set(id, name);
  }
  return (id) => names.get(id) ?? id;
}
