import { at } from './linear-system.ts';
import { cover, isDoubtful } from './cover.ts';
import { isThin } from './requirements.ts';
import { costOf, findMove, isProtected, type Search } from './search.ts';

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
async function showAgain(search: Search, cell: number): Promise<boolean> {
  const affected = search.pool.movedWith(cell);
  search.setHidden(cell, false);
  const isSafe = (await staysProtected(search, affected)) && staysThick(search, cell, affected);
  if (!isSafe) search.setHidden(cell, true);
  return isSafe;
}

/** Whether the small counts among some cells are protected by what is hidden, or would be by an alternative not yet found. */
async function staysProtected(search: Search, cells: ReadonlySet<number>): Promise<boolean> {
  const open = [...cells].filter((cell) => search.requirements.has(cell) && !isProtected(search, cell));
  for (const cell of open) {
    if (isProtected(search, cell)) continue;
    const { span, up, down } = search.requirements.get(cell) ?? { span: 1, up: 0, down: 0 };
    const reach = search.pool.reach(cell);
    const ways = span === 0 ? [up, -down] : [span - reach.down, reach.up - span];
    for (const by of ways.filter((each) => each !== 0)) {
      const found = await findMove(search, { cell, by });
      if (found !== undefined && costOf(search, found) === 0 && isProtected(search, cell)) break;
    }
    if (!isProtected(search, cell)) return false;
  }
  return true;
}

/** Whether no line is left in which the hidden parts add up to a small number and the total is beyond doubt. */
function staysThick(
  { system, policy, isHidden, ...search }: Search,
  cell: number,
  moved: ReadonlySet<number>,
): boolean {
  const rows = new Set([
    ...at(system.rowsOf, cell),
    ...[...moved].flatMap((each) =>
      at(system.rowsOf, each).filter((row) => at(system.rows, row).total === each),
    ),
  ]);
  const whole = { system, policy, isHidden, ...search };
  return [...rows].every((row) => !isThin(system, policy, row, isHidden) || isDoubtful(whole, row));
}

/**
 * Tries to do without each cell that is hidden for the sake of others, the weightiest first: where what has to be
 * hidden instead weighs less, that is hidden.
 *
 * @param solves how often the solver may be asked
 */
export async function exchange(search: Search, solves: number): Promise<void> {
  const last = search.pace.solves() + solves;
  const order = byWeight(search, search.secondary());
  for (const [done, cell] of order.entries()) {
    if (search.pace.solves() >= last) return;
    await search.pace.step({ phase: 'improving', done, of: order.length });
    if (search.isHidden(cell)) await doWithout(search, cell);
  }
}

async function doWithout(search: Search, cell: number): Promise<boolean> {
  const before = new Set(search.secondary());
  const weight = search.weight();
  const affected = [...search.pool.movedWith(cell)].filter((each) => search.requirements.has(each));
  search.setForbidden(cell, true);
  search.setHidden(cell, false);
  const { hidden, open } = await cover(search, affected, true);
  const isCovered = open.length === 0;
  if (isCovered && search.weight() - heaviest(search, hidden) < weight) {
    for (const each of byWeight(search, search.secondary())) await showAgain(search, each);
  }
  search.setForbidden(cell, false);
  const isBetter = isCovered && search.weight() < weight;
  if (!isBetter) restore(search, before);
  return isBetter;
}

const heaviest = ({ system }: Search, cells: readonly number[]): number =>
  cells.reduce((sum, cell) => sum + at(system.weights, cell), 0);

/** Hides just what was hidden before. */
function restore(search: Search, before: ReadonlySet<number>): void {
  for (const cell of search.secondary()) if (!before.has(cell)) search.setHidden(cell, false);
  for (const cell of before) search.setHidden(cell, true);
}
