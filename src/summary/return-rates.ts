import { percentage, type Bounds } from '../figures/index.ts';
import type { ReturnStanding } from '../programme/index.ts';
import { groupedBy } from '../vocabulary/index.ts';

/** How completely and how punctually returns came in. */
export interface ReturnRates {
  readonly group: string;
  /** Expected by now: those whose day is still to come are left out. */
  readonly expected: number;
  readonly received: number;
  /** Of those received, how many came after their day. */
  readonly late: number;
  readonly missing: number;
  /** Covered by a combined return: nobody can say whether they are in there. */
  readonly combined: number;
  /** Received as a percentage of expected. */
  readonly completeness?: Bounds;
  /**
   * Received by their day, as a percentage of those expected that had one: at most, if also those of which nobody knows
   * the day, or whether they are in a combined return, came in time.
   */
  readonly onTime?: Bounds;
}

/**
 * How completely and how punctually returns came in, over any grouping of them.
 *
 * @param groupOf names the group of a return, for instance its phase; without it there is one group
 * @example
 * returnRates([]); // => []
 */
export function returnRates(
  standings: readonly ReturnStanding[],
  groupOf: (standing: ReturnStanding) => string = () => 'all',
): readonly ReturnRates[] {
  return [...groupedBy(standings, groupOf)].map(([group, members]) => ratesOf(group, members));
}

function ratesOf(group: string, members: readonly ReturnStanding[]): ReturnRates {
  const due = members.filter(({ standing }) => standing !== 'due');
  const count = (...kinds: readonly ReturnStanding['standing'][]): number =>
    due.filter(({ standing }) => kinds.includes(standing)).length;
  const dated = due.filter((each) => each.due !== undefined);
  const [punctual, perhaps] = [
    dated.filter(({ standing, receivedOn }) => standing === 'received' && receivedOn !== undefined).length,
    dated.filter(({ standing }) => standing === 'received' || standing === 'combined').length,
  ];
  const came = count('received', 'late');
  const completeness = percentage({ low: came, high: came + count('combined') }, due.length);
  const onTime = percentage({ low: punctual, high: perhaps }, dated.length);
  return {
    group,
    expected: due.length,
    received: came,
    late: count('late'),
    missing: count('missing'),
    combined: count('combined'),
    ...(completeness && { completeness }),
    ...(onTime && { onTime }),
  };
}
