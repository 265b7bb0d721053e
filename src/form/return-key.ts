import { isoInterval, quartersIn } from '../vocabulary/index.ts';
import type { CoreReturn } from './core-return.ts';

/**
 * What identifies a return, as figures name the returns they come from: its service and its period. A later revision
 * has the same, and replaces the earlier one.
 *
 * @example
 * returnKey({ service: '2', period: { from: '2015-01-01', to: '2015-03-31' } }); // => '2, 2015-01-01/2015-03-31'
 */
export const returnKey = ({ service, period }: Pick<CoreReturn, 'service' | 'period'>): string =>
  `${service}, ${isoInterval(period)}`;

/**
 * The services behind a return: its own, or those that a combined return adds up.
 *
 * @example
 * servicesOf({ service: '2' }); // => ['2']
 * servicesOf({ service: 'all', combined: { services: ['2', '3'], returns: 2 } }); // => ['2', '3']
 */
export const servicesOf = ({
  service,
  combined,
}: Pick<CoreReturn, 'service' | 'combined'>): readonly string[] => combined?.services ?? [service];

/** Whether a return is of all its services in every quarter of its period, for all that is said of it. */
export const isOfAllServices = ({ combined, period }: Pick<CoreReturn, 'combined' | 'period'>): boolean =>
  combined === undefined || combined.returns >= combined.services.length * quartersIn(period).length;
