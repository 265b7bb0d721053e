import { isIn, isWithin, setOf, sharedBy, without, type BitSet } from './bit-set.ts';

/** How far the search for minimal models goes. */
export interface SearchLimits {
  /** The most models that are listed. */
  readonly models: number;
  /** The most comparisons of sets: twenty million take about a second. */
  readonly work: number;
}

/** The smallest selections that cover everything. */
export interface MinimalCovers {
  readonly covers: readonly (readonly number[])[];
  /** Whether all of them are here, and proved to be the smallest. */
  readonly complete: boolean;
}

/**
 * All smallest selections of sets that together cover every element: the models with the fewest prime
 * implicants. First the smallest size is found, among sets that no other contains; then all selections of that
 * size. When the work runs out, what was found, or else a selection that covers everything and may not be the
 * smallest.
 *
 * @param sets what each set covers
 * @param elements how many elements there are
 */
export function minimalCovers(
  sets: readonly BitSet[],
  elements: number,
  limits: SearchLimits,
): MinimalCovers {
  const all = setOf(
    elements,
    Array.from({ length: elements }, (_, element) => element),
  );
  const greedy = greedyCover(sets, all);
  if (greedy === undefined) return { covers: [], complete: true };
  const purse = { work: limits.work };
  const size = smallestSize(sets, all, greedy.length, purse);
  if (size === undefined) return { covers: [greedy], complete: false };
  const found: (readonly number[])[] = [];
  extend(
    { sets, elements, found, purse, most: limits.models + 1 },
    { chosen: [], left: all, size, closed: new Set() },
  );
  const complete = purse.work > 0 && found.length <= limits.models;
  return { covers: found.length === 0 ? [greedy] : found.slice(0, limits.models), complete };
}

/** Takes, again and again, the set that covers most of what is left. */
function greedyCover(sets: readonly BitSet[], all: BitSet): readonly number[] | undefined {
  const chosen: number[] = [];
  for (let left = all; left.some((bits) => bits !== 0);) {
    let best: { readonly index: number; readonly gain: number } = { index: -1, gain: 0 };
    for (const [index, set] of sets.entries()) {
      const gain = sharedBy(set, left);
      if (gain > best.gain) best = { index, gain };
    }
    const set = sets[best.index];
    if (set === undefined) return undefined;
    chosen.push(best.index);
    left = without(left, set);
  }
  return chosen.sort((one, other) => one - other);
}

/** The smallest size of a cover, between what must be and what is known to do. */
function smallestSize(
  sets: readonly BitSet[],
  all: BitSet,
  known: number,
  purse: Search['purse'],
): number | undefined {
  const largest = sets.length > 1500 ? sets : sets.filter((set, index) => !isContained(set, index, sets));
  purse.work -= sets.length * Math.min(sets.length, 1500);
  const elements = all.length * 32;
  for (let size = 1; size < known; size += 1) {
    const search: Search = { sets: largest, elements, found: [], purse, most: 1 };
    extend(search, { chosen: [], left: all, size, closed: new Set() });
    if (purse.work <= 0) return undefined;
    if (search.found.length > 0) return size;
  }
  return known;
}

/** Whether another set, or an earlier one like it, covers all that a set does. */
const isContained = (set: BitSet, index: number, sets: readonly BitSet[]): boolean =>
  sets.some((other, at) => at !== index && isWithin(set, other) && (at < index || !isWithin(other, set)));

interface Search {
  readonly sets: readonly BitSet[];
  readonly elements: number;
  readonly found: (readonly number[])[];
  /** Stops when so many were found. */
  readonly most: number;
  /** What work is left, over all searches. */
  readonly purse: { work: number };
}

interface Place {
  readonly chosen: readonly number[];
  /** What is not covered yet. */
  readonly left: BitSet;
  /** How many sets may still be chosen. */
  readonly size: number;
  /** Sets that were tried already: each selection is met once. */
  readonly closed: ReadonlySet<number>;
}

function extend(search: Search, { chosen, left, size, closed }: Place): void {
  const { sets, found, most, purse } = search;
  purse.work -= sets.length;
  if (purse.work <= 0 || found.length >= most) return;
  if (left.every((bits) => bits === 0)) {
    if (size === 0) found.push([...chosen].sort((one, other) => one - other));
    return;
  }
  const open = openSets(sets, left, closed);
  if (size === 0 || fewestNeeded(search, left, open) > size) return;
  const shut = new Set(closed);
  for (const { index } of hardest(search, left, open, size)) {
    const set = sets[index] ?? left;
    extend(search, { chosen: [...chosen, index], left: without(left, set), size: size - 1, closed: shut });
    shut.add(index);
  }
}

/** A set that may still be chosen, and how much of what is left it covers. */
interface OpenSet {
  readonly index: number;
  readonly set: BitSet;
  readonly gain: number;
}

function openSets(sets: readonly BitSet[], left: BitSet, closed: ReadonlySet<number>): readonly OpenSet[] {
  const open: OpenSet[] = [];
  for (const [index, set] of sets.entries()) {
    if (closed.has(index)) continue;
    const gain = sharedBy(set, left);
    if (gain > 0) open.push({ index, set, gain });
  }
  return open;
}

/**
 * How many sets are needed at least: each element costs no less than its part of the largest set that covers
 * it. Infinite where an element has none.
 */
function fewestNeeded({ elements, purse }: Search, left: BitSet, open: readonly OpenSet[]): number {
  const largest = new Float64Array(elements);
  for (const { set, gain } of open) {
    for (let element = 0; element < elements; element += 1) {
      if (isIn(set, element) && gain > (largest[element] ?? 0)) largest[element] = gain;
    }
  }
  purse.work -= (open.length * elements) / 8;
  let needed = 0;
  for (let element = 0; element < elements; element += 1) {
    if (isIn(left, element)) needed += 1 / (largest[element] ?? 0);
  }
  return Math.ceil(needed - 1e-9);
}

/** The open sets that cover the element with the fewest of them; when only one may be chosen, those that cover all. */
function hardest(
  { elements }: Search,
  left: BitSet,
  open: readonly OpenSet[],
  size: number,
): readonly OpenSet[] {
  if (size === 1) return open.filter(({ set }) => isWithin(left, set));
  const counts = new Uint32Array(elements);
  for (const { set } of open) {
    for (let element = 0; element < elements; element += 1)
      if (isIn(set, element)) counts[element] = (counts[element] ?? 0) + 1;
  }
  let fewest = -1;
  for (let element = 0; element < elements; element += 1) {
    if (isIn(left, element) && (fewest === -1 || (counts[element] ?? 0) < (counts[fewest] ?? 0)))
      fewest = element;
  }
  return open.filter(({ set }) => isIn(set, fewest)).sort((one, other) => other.gain - one.gain);
}
