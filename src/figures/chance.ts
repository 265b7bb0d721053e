import { gammaln } from 'simple-statistics';

/** Above this the sum would be long and the counts are no longer small: nothing is claimed. */
const largest = 1e7;

/**
 * The exact chance that, of `trials` events, `count` or a number further from what is expected fall
 * on one side, when each does so with probability `share`. One tail, never a normal approximation.
 * `undefined` when there are more than ten million trials.
 *
 * Two counts with exposures are compared by asking how their sum would fall on the two exposures.
 *
 * @throws RangeError when the count is not a whole number from 0 to `trials`, or the share not between 0 and 1
 * @example
 * // 15 people at 6 sessions against 113 at 17: how often would so few fall on the 6?
 * tailChance(15, 128, 6 / 23)?.toFixed(6); // => '0.000053'
 */
export function tailChance(count: number, trials: number, share: number): number | undefined {
  if (!(Number.isInteger(count) && count >= 0 && count <= trials && share > 0 && share < 1)) {
    throw new RangeError(`tailChance: ${count} of ${trials} at ${share} is not a binomial count`);
  }
  if (trials > largest) return undefined;
  const step = count <= trials * share ? -1 : 1;
  let term = binomialProbability(count, trials, share);
  let sum = 0;
  for (let k = count; k >= 0 && k <= trials && term > sum * 1e-17; k += step) {
    sum += term;
    term *=
      step === 1
        ? ((trials - k) / (k + 1)) * (share / (1 - share))
        : (k / (trials - k + 1)) * ((1 - share) / share);
  }
  return Math.min(1, sum);
}

function binomialProbability(count: number, trials: number, share: number): number {
  const ways = gammaln(trials + 1) - gammaln(count + 1) - gammaln(trials - count + 1);
  return Math.exp(ways + count * Math.log(share) + (trials - count) * Math.log1p(-share));
}
