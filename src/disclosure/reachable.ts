import { isMet } from './alternatives.ts';
import type { Requirement } from './requirements.ts';
import { costsNothing, findMove, type Search } from './search.ts';

/**
 * Whether what is hidden leaves readers in enough doubt about a cell, by alternatives known or yet to be found. Hides
 * nothing.
 */
export async function isReachable(search: Search, requirement: Requirement): Promise<boolean> {
  const { cell, span, up, down } = requirement;
  const isEnough = (): boolean => isMet(requirement, search.pool.reach(cell));
  for (const [most, sign] of [
    [span === 0 ? up : span, 1],
    [span === 0 ? down : span, -1],
  ] as const) {
    for (let by = most; by > 0 && !isEnough() && !isFar(search, cell, sign * by); by -= 1) {
      const found = await findMove(search, { cell, by: sign * by });
      const isFree = found !== undefined && costsNothing(search, found);
      // Less than all of it is no help where both ways are asked for.
      if (isFree || span === 0) break;
    }
  }
  return isEnough();
}

const isFar = (search: Search, cell: number, by: number): boolean => {
  const { up, down } = search.pool.reach(cell);
  return by > 0 ? up >= by : down >= -by;
};
