/**
 * A conjunction of conditions: present, absent, or either (`undefined`), in the order of the conditions.
 */
export type Term = readonly (boolean | undefined)[];

/**
 * All prime implicants of a Boolean function: the shortest conjunctions that hold only where the function may
 * be true. Every conjunction is a number in base three, and holds if both halves of one of its open conditions
 * do: one pass over 3 to the power of the conditions, half a million for twelve.
 *
 * @param length how many conditions there are
 * @param allowed the combinations, as numbers, in which the function is or may be true
 */
export function primeImplicants(length: number, allowed: ReadonlySet<number>): readonly Term[] {
  const powers = Array.from({ length }, (_, index) => 3 ** (length - 1 - index));
  const holds = new Uint8Array(3 ** length);
  const digits = new Uint8Array(length);
  for (let number = 0; number < holds.length; number += 1) {
    if (number > 0) countUp(digits);
    const open = digits.indexOf(2);
    const power = powers[open] ?? 0;
    holds[number] =
      open === -1
        ? Number(allowed.has(asBinary(digits)))
        : (holds[number - 2 * power] ?? 0) & (holds[number - power] ?? 0);
  }
  return primesAmong(holds, powers);
}

/** The conjunctions that hold and of which none with one condition fewer does. */
function primesAmong(holds: Uint8Array, powers: readonly number[]): readonly Term[] {
  const primes: Term[] = [];
  const digits = new Uint8Array(powers.length);
  for (let number = 0; number < holds.length; number += 1) {
    if (number > 0) countUp(digits);
    if (holds[number] === 0) continue;
    const isPrime = powers.every((power, index) => {
      const digit = digits[index] ?? 2;
      return digit === 2 || holds[number + (2 - digit) * power] === 0;
    });
    if (isPrime) primes.push(Array.from(digits, (digit) => (digit === 2 ? undefined : digit === 1)));
  }
  return primes;
}

/** Adds one to a number written in base three. */
function countUp(digits: Uint8Array): void {
  for (let index = digits.length - 1; index >= 0; index -= 1) {
    const digit = (digits[index] ?? 0) + 1;
    digits[index] = digit % 3;
    if (digit < 3) return;
  }
}

const asBinary = (digits: Uint8Array): number => digits.reduce((number, digit) => number * 2 + digit, 0);

/** Whether a combination is one of those that a conjunction describes. */
export const covers = (term: Term, present: readonly boolean[]): boolean =>
  term.every((each, index) => each === undefined || each === present[index]);
