import { between, exactly, highOf, type Bounds } from './bounds.ts';

/** A number, or what is known of one. */
export type Quantity = number | Bounds;

const toBounds = (quantity: Quantity): Bounds =>
  typeof quantity === 'number' ? exactly(quantity) : quantity;

/** Rounds a share to a whole per cent, half up, in whole-number arithmetic so that no half is lost. */
function wholePercent(part: number, whole: number): number {
  return Math.floor((200 * part + whole) / (2 * whole));
}

/**
 * A part as a percentage of its whole: a whole number, rounded half up, bounded by what is known of
 * the two together. A part is never more than its whole, so no percentage passes 100. `undefined`
 * when the whole is, or may only be, 0: there is no percentage of nothing.
 *
 * @throws RangeError when an exact part is more than an exact whole, or either is negative
 * @example
 * percentage(28, 124); // => { low: 23, high: 23 }
 * percentage({ low: 8, high: 20 }, 40); // => { low: 20, high: 50 }
 * percentage(0, 0); // => undefined
 */
export function percentage(part: Quantity, whole: Quantity): Bounds | undefined {
  const numerator = toBounds(part);
  const denominator = toBounds(whole);
  if (!(numerator.low >= 0 && denominator.low >= 0 && numerator.low <= highOf(denominator))) {
    throw new RangeError(`percentage: ${numerator.low} is not a part of ${highOf(denominator)}`);
  }
  if (highOf(denominator) === 0) return undefined;
  return between(lowest(numerator, denominator), highest(numerator, denominator));
}

function lowest(part: Bounds, whole: Bounds): number {
  return whole.high === undefined ? 0 : wholePercent(part.low, whole.high);
}

function highest(part: Bounds, whole: Bounds): number {
  const high = highOf(part);
  if (high === 0) return 0;
  return high >= whole.low ? 100 : wholePercent(high, whole.low);
}

/**
 * The whole-number bases on which a count, rounded half up, gives a printed whole percentage.
 * `undefined` when there is none.
 *
 * @example
 * basesFor(35, 29); // => { low: 119, high: 122 }
 * basesFor(0, 5); // => undefined
 */
export function basesFor(count: number, printed: number): Bounds | undefined {
  if (printed === 0 && count === 0) return { low: 1 };
  const low = Math.max(count, Math.floor((200 * count) / (2 * printed + 1)) + 1);
  const high = printed === 0 ? Infinity : Math.floor((200 * count) / (2 * printed - 1));
  return low <= high && count > 0 ? between(low, high) : undefined;
}
