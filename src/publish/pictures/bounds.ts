/**
 * Makes sure that bounds are counts, the low one first.
 *
 * @throws RangeError otherwise: a mistake of the caller
 */
export function requireBounds(
  what: string,
  { low, high = low }: { readonly low: number; readonly high: number | undefined },
): void {
  if (Number.isFinite(low) && Number.isFinite(high) && low >= 0 && high >= low) return;
  throw new RangeError(`${what}: from ${low} to ${high} are no bounds of a count`);
}
