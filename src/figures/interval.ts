import { bisect } from 'simple-statistics';
import type { Bounds } from './bounds.ts';
import { tailChance } from './chance.ts';

const isConfidence = (confidence: number): boolean => confidence > 0 && confidence < 1;

/**
 * Between which shares the true one lies, when `count` of `trials` were found: the exact interval of Clopper
 * and Pearson, never a normal approximation. It covers the true share at least as often as it says.
 * `undefined` for more than ten million trials.
 *
 * @param confidence how often such an interval is right; 0.95 unless said
 * @throws RangeError when the count is not a whole number from 0 to `trials`, or the confidence not between 0 and 1
 * @example
 * const { low, high = 1 } = shareInterval(9, 10) ?? { low: 0 };
 * [low.toFixed(3), high.toFixed(3)]; // => ['0.555', '0.997']
 * shareInterval(0, 0); // => { low: 0, high: 1 }
 */
export function shareInterval(count: number, trials: number, confidence = 0.95): Bounds | undefined {
  const isCount = Number.isInteger(count) && Number.isInteger(trials) && count >= 0 && count <= trials;
  if (!isCount || !isConfidence(confidence)) {
    throw new RangeError(`shareInterval: ${count} of ${trials} at ${confidence} has no interval`);
  }
  const tail = (1 - confidence) / 2;
  const found = count / trials;
  const low = count === 0 ? 0 : edge(count, trials, tail, [0, found]);
  const high = count === trials ? 1 : edge(count, trials, tail, [found, 1]);
  return low === undefined || high === undefined ? undefined : { low, high };
}

/** The share, between two, at which so extreme a count is just as rare as the tail allows. */
function edge(
  count: number,
  trials: number,
  tail: number,
  [from, to]: readonly [number, number],
): number | undefined {
  const middle = (from + to) / 2;
  if (tailChance(count, trials, middle) === undefined) return undefined;
  // At its ends a share leaves room for one count only.
  const chance = (share: number): number => {
    if (share <= 0) return count === 0 ? 1 : 0;
    return share >= 1 ? Number(count === trials) : (tailChance(count, trials, share) ?? 0);
  };
  return bisect((share: number) => chance(share) - tail, from, to, 200, 1e-12);
}

/** A count with how much time or work it came from, in any unit: the two that are compared use the same. */
export interface CountedOver {
  readonly count: number;
  readonly exposure: number;
}

/** How one rate compares with another. */
export interface RateComparison {
  /** The second rate as a multiple of the first; absent when nothing was counted before. */
  readonly ratio?: number;
  /** Between which multiples the true one lies; without `high` nothing bounds it above. */
  readonly interval: Bounds;
  /** How often rates that are the same would differ at least so far in this direction. One tail, exact. */
  readonly chance: number;
  /** How many were counted, before and after. */
  readonly n: number;
}

/**
 * Compares a rate after something with the rate before it, exactly: given how many were counted in all, the
 * later ones fall as a coin does that is weighted by the two exposures. It assumes that each count came
 * independently of the others, and that the exposures are right; it cannot say what made the difference.
 * `undefined` when nothing was counted, or more than ten million.
 *
 * @throws RangeError when a count is not a whole number from 0, or an exposure not above 0
 * @example
 * // 4 referrals in the 90 days before a training day and 13 in the 90 days after it
 * const found = compareRates({ count: 4, exposure: 90 }, { count: 13, exposure: 90 });
 * [found?.ratio, found?.interval.low.toFixed(2), found?.interval.high?.toFixed(2), found?.chance.toFixed(4)]; // => [3.25, '1.00', '13.68', '0.0245']
 */
export function compareRates(
  before: CountedOver,
  after: CountedOver,
  confidence = 0.95,
): RateComparison | undefined {
  assertRate(before);
  assertRate(after);
  const n = before.count + after.count;
  const interval = n === 0 ? undefined : shareInterval(after.count, n, confidence);
  const chance = tailChance(after.count, n, after.exposure / (before.exposure + after.exposure));
  if (interval === undefined || chance === undefined) return undefined;
  const asRatio = (share: number): number => (share / (1 - share)) * (before.exposure / after.exposure);
  const high = interval.high ?? 1;
  return {
    ...(before.count > 0 && { ratio: (after.count * before.exposure) / (before.count * after.exposure) }),
    interval: { low: asRatio(interval.low), ...(high < 1 && { high: asRatio(high) }) },
    chance,
    n,
  };
}

function assertRate({ count, exposure }: CountedOver): void {
  const isCount = Number.isInteger(count) && count >= 0;
  if (!isCount || !(exposure > 0 && Number.isFinite(exposure))) {
    throw new RangeError(`compareRates: ${count} in ${exposure} is no rate`);
  }
}
