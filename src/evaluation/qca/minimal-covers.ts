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
  /** Whether the selections are proved to be the smallest. */
  readonly minimal: boolean;
  /** Whether all of the smallest are here. */
  readonly complete: boolean;
}

/**
 * All smallest selections of sets that together cover every element: the models with the fewest prime
 * implicants. First the smallest size is found; then all selections of that size. When the work runs out before
 * the size is proved, one selection that covers everything and may not be the smallest.
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
  if (greedy === undefined) return { covers: [], minimal: true, complete: true };
  const search: Search = {
    sets,
    elements,
    failed: new Map(),
    found: [],
    left: limits.work,
    most: limits.models + 1,
  };
  const size = smallestSize(search, all, greedy.length);
  if (size === undefined) return { covers: [greedy], minimal: false, complete: false };
  extend(search, { chosen: [], left: all, size, closed: new Set() });
  const complete = search.left > 0 && search.found.length <= limits.models;
  const covers = search.found.length === 0 ? [greedy] : search.found.slice(0, limits.models);
  return { covers, minimal: covers[0]?.length === size, complete };
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

interface Search {
  readonly sets: readonly BitSet[];
  readonly elements: number;
  /** What is known not to be coverable: what is left, and by how many sets it is not. */
  readonly failed: Map<string, number>;
  readonly found: (readonly number[])[];
  /** Stops when so many were found. */
  readonly most: number;
  /** What work is left. */
  left: number;
}

/** The smallest size of a cover, up to one that is known to do; nothing when the work runs out. */
function smallestSize(search: Search, all: BitSet, known: number): number | undefined {
  for (let size = 1; size < known; size += 1) {
    const isEnough = canCover(search, all, size);
    if (search.left <= 0) return undefined;
    if (isEnough) return size;
  }
  return known;
}

/** Whether so many sets can cover what is left; what they cannot is remembered. */
function canCover(search: Search, left: BitSet, size: number): boolean {
  if (left.every((bits) => bits === 0)) return true;
  const key = left.join();
  if (size === 0 || (search.failed.get(key) ?? -1) >= size) return false;
  const open = openSets(search, left, new Set());
  if (search.left <= 0) return false;
  const isPossible =
    fewestNeeded(search, left, open) <= size &&
    widest(hardest(search, left, open, size), left).some(({ set }) =>
      canCover(search, without(left, set), size - 1),
    );
  if (!isPossible && search.left > 0) search.failed.set(key, size);
  return isPossible;
}

/** Of sets that cover the same element, those whose gain no other contains: where only the size matters, the others cannot do better. */
function widest(candidates: readonly OpenSet[], left: BitSet): readonly OpenSet[] {
  const gains = candidates.map(({ set }) => set.map((bits, word) => bits & (left[word] ?? 0)));
  return candidates.filter(
    (_, index) =>
      !gains.some((gain, other) => {
        const own = gains[index] ?? gain;
        return other !== index && isWithin(own, gain) && (other < index || !isWithin(gain, own));
      }),
  );
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

/** Lists every selection of exactly this size. */
function extend(search: Search, { chosen, left, size, closed }: Place): void {
  if (search.left <= 0 || search.found.length >= search.most) return;
  if (left.every((bits) => bits === 0)) {
    if (size === 0) search.found.push([...chosen].sort((one, other) => one - other));
    return;
  }
  if (size === 0 || (search.failed.get(left.join()) ?? -1) >= size) return;
  const open = openSets(search, left, closed);
  if (fewestNeeded(search, left, open) > size) return;
  const shut = new Set(closed);
  for (const { index, set } of hardest(search, left, open, size)) {
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

function openSets(search: Search, left: BitSet, closed: ReadonlySet<number>): readonly OpenSet[] {
  search.left -= search.sets.length;
  const open: OpenSet[] = [];
  for (const [index, set] of search.sets.entries()) {
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
function fewestNeeded(search: Search, left: BitSet, open: readonly OpenSet[]): number {
  const { elements } = search;
  search.left -= (open.length * elements) / 8;
  const largest = new Float64Array(elements);
  for (const { set, gain } of open) {
    for (let element = 0; element < elements; element += 1) {
      if (isIn(set, element) && gain > (largest[element] ?? 0)) largest[element] = gain;
    }
  }
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
