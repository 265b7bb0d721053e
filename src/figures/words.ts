import { remembered } from '../vocabulary/index.ts';
import type { Bounds } from './bounds.ts';
import type { Figure } from './figure.ts';

/** Made when a number is first written: an engine takes nearly a third as long over it as over the library. */
const formatFor = remembered((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }));
const written = (value: number): string => formatFor('en-GB').format(value);

/**
 * Bounds as people write them.
 *
 * @example
 * boundsInWords({ low: 1412, high: 1412 }); // => '1,412'
 * boundsInWords({ low: 113 }); // => 'at least 113'
 * boundsInWords({ low: 35, high: 65 }); // => 'between 35 and 65'
 * boundsInWords({ low: 0 }); // => 'not known'
 */
export function boundsInWords({ low, high }: Bounds): string {
  if (low === high) return written(low);
  if (high !== undefined) return `between ${written(low)} and ${written(high)}`;
  return low === 0 ? 'not known' : `at least ${written(low)}`;
}

/**
 * A figure as people write it, with how much is behind it when that is not all.
 *
 * @param unit what the coverage counts: returns, or services where each has one
 * @example
 * figureInWords({ low: 412, high: 412, coverage: { returned: 14, expected: 16, notApplicable: 0 }, from: ['2, 2015-01-01/2015-03-31'], caveats: [] }); // => '412, from 14 of 16 returns'
 */
export function figureInWords(figure: Figure, unit = 'returns'): string {
  const { returned, expected } = figure.coverage;
  const words = boundsInWords(figure);
  if (expected === 0) return 'not applicable';
  if (figure.from.length === 0) return `not returned, from 0 of ${expected} ${unit}`;
  return returned === expected ? words : `${words}, from ${returned} of ${expected} ${unit}`;
}

/**
 * A percentage as people write it.
 *
 * @example
 * percentageInWords({ low: 23, high: 23 }); // => '23%'
 * percentageInWords({ low: 20, high: 50 }); // => '20% to 50%'
 * percentageInWords(undefined); // => 'no percentage'
 */
export function percentageInWords(share: Bounds | undefined): string {
  if (share === undefined) return 'no percentage';
  if (share.low === share.high) return `${share.low}%`;
  return share.high === undefined ? `at least ${share.low}%` : `${share.low}% to ${share.high}%`;
}
