import { isMet } from './alternatives.ts';
import { at } from './linear-system.ts';
import { doubtAbout, isThin } from './requirements.ts';
import { costsNothing, findMove, type Search } from './search.ts';

/** Whether readers are left in doubt about the total of a line. */
export function isTotalInDoubt({ system, policy, pool }: Search, row: number): boolean {
  const { total } = at(system.rows, row);
  return isMet(doubtAbout(policy, total), pool.reach(total));
}

/** Whether what is known so far leaves a line thin: alternatives not yet found may show more of it to be in doubt. */
export const isThinSoFar = ({ system, policy, isInDoubt }: Search, row: number): boolean =>
  isThin(system, policy, row, isInDoubt);

/** Whether a line is thin: looks for an alternative for each hidden part of which none is known. Hides nothing. */
export async function isThinIndeed(search: Search, row: number): Promise<boolean> {
  const { system, policy, isInDoubt } = search;
  const isOpen = (cell: number): boolean => policy.rounding !== undefined || search.isHidden(cell);
  // Even if all that is not shown exactly were in doubt: then nothing found here can help.
  if (isThin(system, policy, row, isOpen)) return true;
  for (const cell of at(system.rows, row).parts) {
    if (!isThinSoFar(search, row)) return false;
    if (!isOpen(cell) || isInDoubt(cell) || at(system.cells, cell).count === 0) continue;
    const found = await findMove(search, { cell, by: 1 });
    if (found === undefined || !costsNothing(search, found)) await findMove(search, { cell, by: -1 });
  }
  return isThinSoFar(search, row);
}
