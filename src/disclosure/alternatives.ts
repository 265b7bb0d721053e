import { at, fitsRows, type LinearSystem } from './linear-system.ts';
import type { Requirement } from './requirements.ts';

/**
 * Another set of counts that fits every relation, as what it differs by from the true one: a reader to whom the
 * cells that it needs are hidden cannot tell the two apart.
 */
export interface Alternative {
  readonly differences: ReadonlyMap<number, number>;
  /** The cells that have to be hidden for it. */
  readonly needs: readonly number[];
}

/** How far from the true count of a cell readers can be led, with the alternatives that do so. */
export interface Reach {
  readonly up: number;
  readonly down: number;
  readonly upBy?: Alternative;
  readonly downBy?: Alternative;
}

/**
 * An alternative from differences, checked with whole numbers alone: nothing else is trusted.
 * `undefined` when a count would be out of its bounds, a relation would not hold, or a cell that cannot be hidden
 * would have to be.
 */
export function alternativeFrom(
  system: LinearSystem,
  differences: ReadonlyMap<number, number>,
  canHide: (cell: number) => boolean,
): Alternative | undefined {
  const moved = [...differences].filter(([, amount]) => amount !== 0);
  const isWhole = moved.every(([, amount]) => Number.isSafeInteger(amount));
  if (!isWhole || !fitsRows(system, differences)) return undefined;
  const needs = moved
    .filter(([cell, amount]) => {
      const count = at(system.cells, cell).count + amount;
      return count < at(system.shownLows, cell) || count > at(system.shownHighs, cell);
    })
    .map(([cell]) => cell);
  const fits = moved.every(([cell, amount]) => {
    const count = at(system.cells, cell).count + amount;
    return count >= at(system.lows, cell) && count <= at(system.highs, cell);
  });
  return fits && needs.every(canHide) ? { differences: new Map(moved), needs } : undefined;
}

/** The alternatives found so far, and how far those reach that what is hidden at present allows. */
export interface AlternativePool {
  readonly add: (alternative: Alternative) => void;
  /** Tells that a cell is hidden from now on, or shown. */
  readonly changed: (cell: number, isHidden: boolean) => void;
  /** The cells moved by the alternatives that only want this one cell hidden, or have it. */
  readonly movedWith: (cell: number) => ReadonlySet<number>;
  readonly reach: (cell: number) => Reach;
}

/** An empty pool. Alternatives stay in it while they are out of use, since their cells may be hidden again. */
export function alternativePool(isHidden: (cell: number) => boolean): AlternativePool {
  const all: { readonly alternative: Alternative; missing: number }[] = [];
  const moving = new Map<number, number[]>();
  const needing = new Map<number, number[]>();
  return {
    add: (alternative) => {
      const missing = alternative.needs.filter((cell) => !isHidden(cell)).length;
      for (const cell of alternative.differences.keys()) listed(moving, cell).push(all.length);
      for (const cell of alternative.needs) listed(needing, cell).push(all.length);
      all.push({ alternative, missing });
    },
    changed: (cell, isNowHidden) => {
      for (const index of needing.get(cell) ?? []) at(all, index).missing += isNowHidden ? -1 : 1;
    },
    movedWith: (cell) => {
      const moved = new Set<number>();
      for (const index of needing.get(cell) ?? []) {
        const { alternative, missing } = at(all, index);
        if (missing <= 1) for (const each of alternative.differences.keys()) moved.add(each);
      }
      return moved;
    },
    reach: (cell) => {
      let reach: Reach = { up: 0, down: 0 };
      for (const index of moving.get(cell) ?? []) {
        const { alternative, missing } = at(all, index);
        if (missing > 0) continue;
        const amount = alternative.differences.get(cell) ?? 0;
        if (amount > reach.up) reach = { ...reach, up: amount, upBy: alternative };
        if (-amount > reach.down) reach = { ...reach, down: -amount, downBy: alternative };
      }
      return reach;
    },
  };
}

function listed(lists: Map<number, number[]>, key: number): number[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

/** Whether readers are left in enough doubt. */
export const isMet = ({ span, up, down }: Requirement, reach: Reach): boolean =>
  reach.up >= up && reach.down >= down && reach.up + reach.down >= span;
