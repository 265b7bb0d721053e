/** What is known of a number: it is at least `low`, and at most `high`. Without `high` nothing bounds it above. */
export interface Bounds {
  readonly low: number;
  readonly high?: number;
}

/**
 * Bounds that hold exactly one number.
 *
 * @example
 * exactly(12); // => { low: 12, high: 12 }
 */
export const exactly = (value: number): Bounds => ({ low: value, high: value });

/**
 * Bounds from two ends; an infinite or missing upper end leaves `high` out, so that they survive JSON.
 *
 * @example
 * between(3, Infinity); // => { low: 3 }
 */
export const between = (low: number, high = Infinity): Bounds =>
  high === Infinity ? { low } : { low, high };

/** The upper end as a number: infinite when there is none. */
export const highOf = (bounds: Bounds): number => bounds.high ?? Infinity;

/**
 * Whether only one number is possible.
 *
 * @example
 * isExact({ low: 12, high: 12 }); // => true
 */
export const isExact = (bounds: Bounds): boolean => bounds.low === bounds.high;

/**
 * Whether a number is possible.
 *
 * @example
 * holds({ low: 113 }, 200); // => true
 */
export const holds = (bounds: Bounds, value: number): boolean =>
  bounds.low <= value && value <= highOf(bounds);

/** Whether two numbers may be the same. */
export const mayBeEqual = (one: Bounds, other: Bounds): boolean =>
  one.low <= highOf(other) && highOf(one) >= other.low;

/**
 * The bounds of a sum.
 *
 * @example
 * sumBounds([{ low: 15, high: 15 }, { low: 113 }]); // => { low: 128 }
 * sumBounds([]); // => { low: 0, high: 0 }
 */
export function sumBounds(parts: readonly Bounds[]): Bounds {
  let low = 0;
  let high = 0;
  for (const part of parts) {
    low += part.low;
    high += highOf(part);
  }
  return between(low, high);
}

/**
 * The bounds of a count of different people over several counts in which the same person may stand:
 * at least the largest count, at most their sum.
 *
 * @example
 * mayOverlap([{ low: 30, high: 30 }, { low: 35, high: 35 }]); // => { low: 35, high: 65 }
 */
export function mayOverlap(parts: readonly Bounds[]): Bounds {
  let low = 0;
  let high = 0;
  for (const part of parts) {
    low = Math.max(low, part.low);
    high += highOf(part);
  }
  return between(low, high);
}

/**
 * The narrowest bounds that hold all of two others: what can be said when either may be true.
 *
 * @example
 * hull({ low: 3, high: 3 }, { low: 5, high: 6 }); // => { low: 3, high: 6 }
 */
export function hull(one: Bounds, other: Bounds): Bounds {
  return between(Math.min(one.low, other.low), Math.max(highOf(one), highOf(other)));
}

/**
 * Bounds each of several parts by what the others leave of their whole. Parts that do not fit their
 * whole come back as they were: a contradiction is for a check to report, not for arithmetic to hide.
 *
 * @param accounted whether the parts make up the whole, so that a part is also at least what the others leave
 * @example
 * // 12 of 50 not reported: a category that is not known is at most 12.
 * boundByWhole([{ low: 38, high: 38 }, { low: 0 }], { low: 50, high: 50 }); // => [{ low: 38, high: 38 }, { low: 0, high: 12 }]
 */
export function boundByWhole(parts: readonly Bounds[], whole: Bounds, accounted = false): readonly Bounds[] {
  const total = sumBounds(parts);
  if (total.low > highOf(whole)) return parts;
  if (accounted && highOf(total) < whole.low) return parts;
  const unbounded = parts.filter((part) => part.high === undefined).length;
  const finiteHigh = parts.reduce((sum, part) => sum + (part.high ?? 0), 0);
  return parts.map((part) => {
    const others = unbounded > (part.high === undefined ? 1 : 0) ? Infinity : finiteHigh - (part.high ?? 0);
    const low = accounted ? Math.max(part.low, whole.low - others) : part.low;
    return between(low, Math.min(highOf(part), highOf(whole) - (total.low - part.low)));
  });
}
