import { isMet } from './alternatives.ts';
import { at } from './linear-system.ts';
import { isSmall } from './policy.ts';
import { doubtAbout, isThin, requirementFor, type Requirement } from './requirements.ts';
import { costOf, findMove, hideFor, isProtected, type Search } from './search.ts';

/** What covering came to: what was hidden for it, and what cannot be protected. */
export interface Covered {
  readonly hidden: readonly number[];
  readonly open: readonly number[];
}

/**
 * Hides what it takes to leave readers in doubt about some cells, the weightiest first, and about every line whose
 * hidden parts add up to a small number.
 */
export async function cover(search: Search, cells: readonly number[], isQuiet = false): Promise<Covered> {
  const hidden: number[] = [];
  const open: number[] = [];
  const order = [...cells].sort(
    (one, other) => at(search.system.weights, other) - at(search.system.weights, one) || one - other,
  );
  for (const [done, cell] of order.entries()) {
    if (!isQuiet) await search.pace.step({ phase: 'covering', done, of: order.length });
    const added = isProtected(search, cell) ? [] : await coverCell(search, cell);
    if (added === undefined) open.push(cell);
    else hidden.push(...added);
  }
  const lines = await thickenLines(search);
  return { hidden: [...hidden, ...lines.hidden], open: [...open, ...lines.open] };
}

/** Hides what leaves readers in doubt about a cell at the least weight. `undefined` when nothing does. */
async function coverCell(search: Search, cell: number): Promise<readonly number[] | undefined> {
  const requirement = search.requirements.get(cell) ?? requirementFor(search.system, search.policy, cell);
  const zeros = zerosBeside(search, cell);
  return (
    (await coverFrozen(search, requirement, zeros)) ??
    (zeros.length === 0 ? undefined : await coverFrozen(search, requirement, []))
  );
}

/** A zero that is hidden beside small counts leaves their sum as it is: others are to be preferred. */
function zerosBeside({ system, isHidden }: Search, cell: number): readonly number[] {
  const beside = at(system.rowsOf, cell).flatMap((row) => at(system.rows, row).parts);
  return [...new Set(beside)].filter(
    (each) => each !== cell && at(system.cells, each).count === 0 && !isHidden(each),
  );
}

async function coverFrozen(
  search: Search,
  { cell, span, up, down }: Requirement,
  frozen: readonly number[],
): Promise<readonly number[] | undefined> {
  if (span === 0) {
    const added: number[] = [];
    for (const by of [up, -down].filter((each) => each !== 0)) {
      const found = await findMove(search, { cell, by, frozen });
      if (found === undefined) return undefined;
      added.push(...hideFor(search, found));
    }
    return added;
  }
  const reach = search.pool.reach(cell);
  const above = await findMove(search, { cell, by: span - reach.down, frozen });
  if (above !== undefined && costOf(search, above) === 0) return hideFor(search, above);
  const below = await findMove(search, { cell, by: reach.up - span, frozen });
  const found = [above, below]
    .filter((each) => each !== undefined)
    .sort((one, other) => costOf(search, one) - costOf(search, other));
  if (found[0] !== undefined) return hideFor(search, found[0]);
  return coverBothWays(search, cell, span, frozen);
}

/** A little up and a little down, where neither way goes far enough alone. */
async function coverBothWays(
  search: Search,
  cell: number,
  span: number,
  frozen: readonly number[],
): Promise<readonly number[] | undefined> {
  for (let up = span - 1; up > 0; up -= 1) {
    const above = await findMove(search, { cell, by: up, frozen });
    const below = above && (await findMove(search, { cell, by: up - span, frozen }));
    if (above !== undefined && below !== undefined)
      return [...hideFor(search, above), ...hideFor(search, below)];
  }
  return undefined;
}

/** Hides one more part of every line whose hidden parts are few, or makes its total doubtful. */
async function thickenLines(search: Search): Promise<Covered> {
  const hidden: number[] = [];
  const open: number[] = [];
  const { system, policy, isHidden } = search;
  const next = (): number =>
    system.rows.findIndex(
      (_, row) => isThin(system, policy, row, isHidden) && !open.includes(row) && !isDoubtful(search, row),
    );
  for (let row = next(); row !== -1; row = next()) {
    const added = await thickenLine(search, row);
    if (added === undefined) open.push(row);
    else hidden.push(...added);
  }
  return { hidden, open: open.map((row) => at(search.system.rows, row).total) };
}

/** Whether readers are left in doubt about the total of a line. */
export const isDoubtful = (search: Search, row: number): boolean => {
  const { total } = at(search.system.rows, row);
  return isMet(doubtAbout(search.policy, total), search.pool.reach(total));
};

async function thickenLine(search: Search, row: number): Promise<readonly number[] | undefined> {
  const { system, policy } = search;
  const { total, parts } = at(system.rows, row);
  const [cheapest] = parts
    .filter((part) => !search.isHidden(part) && search.canHide(part) && at(system.cells, part).count > 0)
    .filter((part) => !isSmall(policy, at(system.cells, part).count))
    .sort((one, other) => at(system.weights, one) - at(system.weights, other) || one - other);
  if (cheapest !== undefined) {
    search.setHidden(cheapest, true);
    return [cheapest];
  }
  return coverCell(search, total);
}
