import { at } from './linear-system.ts';
import { isReachable } from './reachable.ts';
import type { Search } from './search.ts';
import { isThinIndeed, isThinSoFar, isTotalInDoubt } from './thin-lines.ts';

const byWeight = ({ system }: Search, cells: readonly number[]): readonly number[] =>
  [...cells].sort((one, other) => at(system.weights, other) - at(system.weights, one) || one - other);

/** Shows again what need not be hidden, the weightiest first. */
export async function cleanUp(search: Search, cells: readonly number[] = search.secondary()): Promise<void> {
  const order = byWeight(search, cells);
  for (const [done, cell] of order.entries()) {
    await search.pace.step({ phase: 'improving', done, of: order.length });
    if (search.isHidden(cell)) await showAgain(search, cell);
  }
}

/** Shows a cell if everything stays protected without hiding anything else. */
async function showAgain(search: Search, cell: number): Promise<void> {
  const affected = search.pool.movedWith(cell);
  search.setHidden(cell, false);
  const isSafe = (await staysProtected(search, affected)) && (await staysThick(search, cell, affected));
  if (!isSafe) search.setHidden(cell, true);
}

/** Whether the small counts among some cells are protected by what is hidden. */
async function staysProtected(search: Search, cells: ReadonlySet<number>): Promise<boolean> {
  for (const cell of cells) {
    const requirement = search.requirements.get(cell);
    if (requirement !== undefined && !(await isReachable(search, requirement))) return false;
  }
  return true;
}

/** Whether no line is left in which the hidden parts add up to a small number and the total is beyond doubt. */
async function staysThick(search: Search, cell: number, moved: ReadonlySet<number>): Promise<boolean> {
  const rows = new Set([cell, ...moved].flatMap((each) => at(search.system.rowsOf, each)));
  for (const row of rows) {
    if (isThinSoFar(search, row) && !isTotalInDoubt(search, row) && (await isThinIndeed(search, row)))
      return false;
  }
  return true;
}
