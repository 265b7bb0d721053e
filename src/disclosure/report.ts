import { at } from './linear-system.ts';
import type { Optimum } from './optimum.ts';
import { oneCategoryOnly } from './requirements.ts';
import type { Search } from './search.ts';

/**
 * How much was hidden and why, in numbers without values. For the publisher alone: that a hidden count is small, or
 * is not, is part of what is protected.
 */
export interface ProtectionReport {
  /** How many numbers are printed or hidden. */
  readonly cells: number;
  /** Hidden because they are small. */
  readonly primary: number;
  /** Hidden so that the small ones cannot be worked out. */
  readonly secondary: number;
  /** Small counts that stand in no table, and that nobody can work out either: of returns, differences, earlier releases. */
  readonly unprinted: number;
  /** How many of all numbers are hidden, from 0 to 1. */
  readonly share: number;
  /** What is lost besides the small counts: the weight of what is hidden for their sake, and of everything. */
  readonly weight: { readonly secondary: number; readonly all: number };
  /** Whether less could have been hidden. */
  readonly optimum: Optimum;
  /** Lines in which everybody, or everybody but one, falls into one category: told apart by their total. */
  readonly groups: readonly string[];
  readonly solves: number;
  readonly milliseconds: number;
}

/** The report on a search that has come to its end. */
export function protectionReport(
  search: Search,
  { optimum, milliseconds }: Pick<ProtectionReport, 'optimum' | 'milliseconds'>,
): ProtectionReport {
  const { system, sensitive, pace } = search;
  const printed = system.cells.flatMap((cell, index) => (cell.printed === 'never' ? [] : [index]));
  const hidden = printed.filter(search.isHidden);
  const primary = hidden.filter((cell) => sensitive.has(cell));
  return {
    cells: printed.length,
    primary: primary.length,
    secondary: hidden.length - primary.length,
    unprinted: [...sensitive].filter((cell) => at(system.cells, cell).printed === 'never').length,
    share: printed.length === 0 ? 0 : hidden.length / printed.length,
    weight: {
      secondary: search.weight(),
      all: printed.reduce((sum, cell) => sum + at(system.weights, cell), 0),
    },
    optimum,
    groups: groupsOf(search),
    solves: pace.solves(),
    milliseconds,
  };
}

/** The totals of breakdowns in which all, or all but one, fall into one category. */
function groupsOf({ system }: Search): readonly string[] {
  const { rows, cells } = system;
  const nearly = rows.filter(({ of, total, parts }) => {
    const everybody = at(cells, total).count;
    return (
      of === 'categories' && everybody > 1 && parts.some((part) => at(cells, part).count === everybody - 1)
    );
  });
  return [...new Set([...oneCategoryOnly(system), ...nearly].map(({ total }) => at(cells, total).id))];
}
