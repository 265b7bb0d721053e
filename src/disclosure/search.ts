import {
  alternativeFrom,
  alternativePool,
  isMet,
  type Alternative,
  type AlternativePool,
} from './alternatives.ts';
import { at, type LinearSystem } from './linear-system.ts';
import { openMoves, type Move, type Moves } from './moves.ts';
import type { Pace } from './pace.ts';
import type { Policy } from './policy.ts';
import type { ReleaseCell } from './release.ts';
import { requirementFor, sensitiveCells, type Requirement } from './requirements.ts';
import type { Solver } from './solver.ts';

/** A search for what else to hide: what is hidden so far, and the alternatives that show it to be enough. */
export interface Search {
  readonly system: LinearSystem;
  readonly policy: Policy;
  readonly pool: AlternativePool;
  readonly moves: Moves;
  readonly pace: Pace;
  /** What is asked for each small count. */
  readonly requirements: ReadonlyMap<number, Requirement>;
  readonly sensitive: ReadonlySet<number>;
  readonly isHidden: (cell: number) => boolean;
  /** Whether an alternative is known in which a cell differs: one that is hidden, or rounded. */
  readonly isInDoubt: (cell: number) => boolean;
  readonly canHide: (cell: number) => boolean;
  readonly setHidden: (cell: number, isHidden: boolean) => void;
  /** The weight of what is hidden and holds no small count itself. */
  readonly weight: () => number;
  /** The cells that are hidden and hold no small count themselves. */
  readonly secondary: () => readonly number[];
}

/** Whether a cell may be hidden. What nobody prints is. */
const isHideable = ({ printed, count }: ReleaseCell, { zeros }: Policy): boolean =>
  printed === 'never' || (printed === 'if-safe' && !(zeros === 'always-shown' && count === 0));

/** Opens a search, with the small counts hidden, unless rounding is to do without. */
export function openSearch(
  system: LinearSystem,
  policy: Policy,
  { solver, seed, pace }: { readonly solver: Solver; readonly seed: number; readonly pace: Pace },
): Search {
  const sensitive = new Set(sensitiveCells(system, policy));
  const hidden = system.cells.map(
    ({ printed }, cell) => printed === 'never' || (sensitive.has(cell) && policy.rounding === undefined),
  );
  const isHidden = (cell: number): boolean => at(hidden, cell);
  const canHide = (cell: number): boolean => isHideable(at(system.cells, cell), policy);
  const pool = alternativePool(isHidden);
  const moves = openMoves({ system, solver, seed, canHide, isHidden, run: pace.run });
  const isSecondary = (cell: number): boolean =>
    isHidden(cell) && !sensitive.has(cell) && at(system.cells, cell).printed !== 'never';
  const secondary = (): readonly number[] => [...system.cells.keys()].filter(isSecondary);
  return {
    system,
    policy,
    pool,
    moves,
    pace,
    requirements: new Map([...sensitive].map((cell) => [cell, requirementFor(system, policy, cell)])),
    sensitive,
    isHidden,
    isInDoubt: (cell) => {
      const { up, down } = pool.reach(cell);
      return up + down > 0;
    },
    canHide,
    setHidden: (cell, isNowHidden) => {
      if (at(hidden, cell) === isNowHidden) return;
      hidden[cell] = isNowHidden;
      pool.changed(cell, isNowHidden);
      moves.setHidden(cell);
    },
    weight: () => secondary().reduce((sum, cell) => sum + at(system.weights, cell), 0),
    secondary,
  };
}

/** Looks for an alternative, and keeps it and its opposite where that is one too. Hides nothing. */
export async function findMove(search: Search, move: Move): Promise<Alternative | undefined> {
  const found = await search.moves.find(move);
  if (found === undefined) return undefined;
  search.pool.add(found);
  const opposite = new Map([...found.differences].map(([cell, amount]) => [cell, -amount]));
  const mirrored = alternativeFrom(search.system, opposite, search.canHide);
  if (mirrored !== undefined) search.pool.add(mirrored);
  return found;
}

/** What an alternative would have to hide besides. */
export const costOf = (search: Search, { needs }: Alternative): number =>
  needs.reduce((sum, cell) => sum + (search.isHidden(cell) ? 0 : at(search.system.weights, cell)), 0);

/** Whether an alternative needs nothing hidden besides. */
export const costsNothing = (search: Search, { needs }: Alternative): boolean => needs.every(search.isHidden);

/** Hides what an alternative needs. */
export function hideFor(search: Search, { needs }: Alternative): void {
  for (const cell of needs) search.setHidden(cell, true);
}

/** Whether readers are in enough doubt about a cell, by what is hidden so far. */
export const isProtected = (search: Search, cell: number): boolean => {
  const requirement = search.requirements.get(cell) ?? requirementFor(search.system, search.policy, cell);
  return isMet(requirement, search.pool.reach(cell));
};
