/** A set of small whole numbers, as bits. */
export type BitSet = Uint32Array;

/** A set that can hold numbers below a size. */
export const emptySet = (size: number): BitSet => new Uint32Array(Math.max(1, Math.ceil(size / 32)));

/** A set of these numbers. */
export function setOf(size: number, members: Iterable<number>): BitSet {
  const set = emptySet(size);
  for (const member of members) set[member >> 5] = (set[member >> 5] ?? 0) | (1 << (member & 31));
  return set;
}

/** Whether a number is in a set. */
export const isIn = (set: BitSet, member: number): boolean =>
  (((set[member >> 5] ?? 0) >>> (member & 31)) & 1) === 1;

/** How many numbers two sets have in common. */
export function sharedBy(one: BitSet, other: BitSet): number {
  let count = 0;
  for (let word = 0; word < one.length; word += 1) {
    let bits = (one[word] ?? 0) & (other[word] ?? 0);
    bits -= (bits >>> 1) & 0x55555555;
    bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
    count += (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
  }
  return count;
}

/** Whether all of one set is in another. */
export const isWithin = (one: BitSet, other: BitSet): boolean =>
  one.every((bits, word) => (bits & ~(other[word] ?? 0)) === 0);

/** What is in one set and not in another. */
export const without = (one: BitSet, other: BitSet): BitSet =>
  one.map((bits, word) => bits & ~(other[word] ?? 0));
