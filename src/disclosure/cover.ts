import type { Alternative } from './alternatives.ts';
import { at } from './linear-system.ts';
import { isSmall } from './policy.ts';
import { doubtAbout, requirementFor, type Requirement } from './requirements.ts';
import { costOf, costsNothing, findMove, hideFor, isProtected, type Search } from './search.ts';
import { isThinIndeed, isThinSoFar, isTotalInDoubt } from './thin-lines.ts';

/**
 * Hides what it takes to leave readers in doubt about every small count, the weightiest first, and about every line
 * whose hidden parts add up to a small number. Gives the cells for which nothing helps.
 */
export async function cover(search: Search): Promise<readonly number[]> {
  const open: number[] = [];
  const order = [...search.sensitive].sort(
    (one, other) => at(search.system.weights, other) - at(search.system.weights, one) || one - other,
  );
  for (const [done, cell] of order.entries()) {
    await search.pace.step({ phase: 'covering', done, of: order.length });
    if (!isProtected(search, cell) && !(await coverCell(search, cell))) open.push(cell);
  }
  return [...open, ...(await thickenLines(search))];
}

/** Hides what leaves readers in doubt about a cell at the least weight, if anything does. */
async function coverCell(search: Search, cell: number): Promise<boolean> {
  const requirement = search.requirements.get(cell) ?? requirementFor(search.system, search.policy, cell);
  const zeros = zerosBeside(search, cell);
  return (
    (await coverFrozen(search, requirement, zeros)) ||
    (zeros.length > 0 && (await coverFrozen(search, requirement, [])))
  );
}

/** A zero that is hidden beside small counts leaves their sum as it is: others are to be preferred. */
function zerosBeside({ system, policy, isHidden }: Search, cell: number): readonly number[] {
  if (policy.rounding !== undefined) return [];
  const beside = at(system.rowsOf, cell).flatMap((row) => at(system.rows, row).parts);
  return [...new Set(beside)].filter(
    (each) => each !== cell && at(system.cells, each).count === 0 && !isHidden(each),
  );
}

async function coverFrozen(
  search: Search,
  requirement: Requirement,
  frozen: readonly number[],
): Promise<boolean> {
  const { cell, span, up, down } = requirement;
  if (span === 0) return coverAll(search, cell, [up, -down], frozen);
  const reach = search.pool.reach(cell);
  const above = await findMove(search, { cell, by: span - reach.down, frozen });
  if (above !== undefined && costsNothing(search, above)) return true;
  const below = await findMove(search, { cell, by: reach.up - span, frozen });
  const [cheapest] = [above, below]
    .filter((each) => each !== undefined)
    .sort((one, other) => costOf(search, one) - costOf(search, other));
  if (cheapest !== undefined) {
    hideFor(search, cheapest);
    return true;
  }
  // A little up and a little down, where neither way goes far enough alone.
  for (let most = span - 1; most > 0; most -= 1)
    if (await coverAll(search, cell, [most, most - span], frozen)) return true;
  return false;
}

/** Hides what it takes to move a cell in several ways; nothing, when one of them is not to be had. */
async function coverAll(
  search: Search,
  cell: number,
  ways: readonly number[],
  frozen: readonly number[],
): Promise<boolean> {
  const needed = [];
  for (const by of ways.filter((each) => each !== 0)) {
    const found = await findMove(search, { cell, by, frozen });
    if (found === undefined) return false;
    needed.push(found);
  }
  for (const found of needed) hideFor(search, found);
  return true;
}

/** Hides one more part of every line whose hidden parts are few, or makes its total doubtful. */
async function thickenLines(search: Search): Promise<readonly number[]> {
  const { rows } = search.system;
  const open: number[] = [];
  for (const [row, { total }] of rows.entries()) {
    await search.pace.step({ phase: 'covering', done: row, of: rows.length });
    const isThin =
      isThinSoFar(search, row) && !isTotalInDoubt(search, row) && (await isThinIndeed(search, row));
    if (isThin && !(await thickenLine(search, row))) open.push(total);
  }
  return open;
}

/** How many parts of a line are looked at, the lightest first. */
const tries = 6;

/** Puts one part more of a line in doubt that is not small, or its total: whichever weighs least. */
async function thickenLine(search: Search, row: number): Promise<boolean> {
  const { system, policy } = search;
  const { total, parts } = at(system.rows, row);
  const lost = (part: number): number => (search.isHidden(part) ? 0 : at(system.weights, part));
  const others = parts
    .filter((part) => search.canHide(part) && !search.isInDoubt(part))
    .filter((part) => at(system.cells, part).count > 0 && !isSmall(policy, at(system.cells, part).count))
    .sort((one, other) => lost(one) - lost(other) || one - other);
  const found: Alternative[] = [];
  const look = async (cell: number, by: number): Promise<void> => {
    for (const way of [by, -by])
      found.push(...[await findMove(search, { cell, by: way })].filter((each) => each !== undefined));
  };
  for (const part of others.slice(0, tries)) await look(part, 1);
  await look(total, doubtAbout(policy, total).span);
  const [cheapest] = found.sort((one, other) => costOf(search, one) - costOf(search, other));
  if (cheapest !== undefined) hideFor(search, cheapest);
  return cheapest !== undefined || coverCell(search, total);
}
