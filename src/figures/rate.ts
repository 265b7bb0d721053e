import { between, highOf, type Bounds } from './bounds.ts';

/** How much work a count came from, said by the caller: without it there is no rate. */
export interface Exposure {
  /** How much, for instance 36 for three Spoke workers over twelve months. */
  readonly amount: number;
  /** Of what, for instance `Spoke-worker month`. */
  readonly unit: string;
}

/** A rate per unit of exposure. */
export interface Rate extends Bounds {
  readonly unit: string;
}

/**
 * A count per unit of a declared exposure.
 *
 * @throws RangeError when the amount is not a number above 0
 * @example
 * rate({ low: 108, high: 108 }, { amount: 36, unit: 'Spoke-worker month' }); // => { low: 3, high: 3, unit: 'Spoke-worker month' }
 */
export function rate(count: Bounds, exposure: Exposure): Rate {
  const { amount, unit } = exposure;
  if (!(amount > 0 && Number.isFinite(amount))) throw new RangeError(`rate: ${amount} is no exposure`);
  return { ...between(count.low / amount, highOf(count) / amount), unit };
}
