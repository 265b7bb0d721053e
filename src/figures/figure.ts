import type { Bounds } from './bounds.ts';

/** Why a figure is less than it looks. */
export const caveats = {
  incomplete: 'At least one service said that its figure was incomplete or not known.',
  'not-all-returned': 'Not every return that should carry this figure carries it.',
  'people-may-repeat':
    'Each period counts by itself: the same young person may be counted in several, and otherwise in each.',
  'people-may-be-known-to-several-services': 'A young person known to two services is counted twice.',
  'attendances-not-people': 'Attendances, not people: somebody who came twice counts twice.',
  'mixed-base':
    'Some returns describe directly supported young people, others also those supported indirectly.',
  'mixed-period': 'The services’ returns do not cover the same dates.',
  'overlapping-periods': 'Two returns of one service cover the same days.',
  'first-only': 'Who is there as a period begins is not added up: the first return of each service counts.',
  'latest-only':
    'Posts, and who is there as a period ends, are not added up: the latest return of each service counts.',
  'average-over-time': 'Posts are not added up over time: the average over the days returned counts.',
  combined: 'Part of the figure comes from several services together and cannot be separated.',
  conflicting: 'Two returns with the same revision disagree; the figure allows for either.',
  'part-exceeds-whole': 'A part is larger than its whole: what was returned contradicts itself.',
  withheld: 'A publisher withheld part of the figure.',
} as const;

/** A code of {@link caveats}. */
export type Caveat = keyof typeof caveats;

/** How much of what should be behind a figure is there, counted in cells of returns. */
export interface Coverage {
  /** Cells that carry a number, be it exact, incomplete or withheld. */
  readonly returned: number;
  /** Cells that should carry one. */
  readonly expected: number;
  /** Cells that do not apply, and are not missing. */
  readonly notApplicable: number;
}

/** A number that says how far it can be trusted. Plain JSON. */
export interface Figure extends Bounds {
  readonly coverage: Coverage;
  /** The returns behind it, by service and period: `2, 2014`. */
  readonly from: readonly string[];
  readonly caveats: readonly Caveat[];
}

/**
 * Whether a figure is one number and nothing that should be behind it is missing.
 *
 * @example
 * isComplete({ low: 5, high: 5, coverage: { returned: 3, expected: 4, notApplicable: 0 }, from: [], caveats: [] }); // => false
 */
export function isComplete(figure: Figure): boolean {
  return figure.low === figure.high && figure.coverage.returned === figure.coverage.expected;
}
