import { servicesOf, type Counts } from '../form/index.ts';
import type { Contribution, SummaryFigure } from '../summary/index.ts';
import { groupedBy, runThroughYear } from '../vocabulary/index.ts';
import { fieldOfFigure, isExact } from './return-quantities.ts';

/** A count of a return that a figure adds up. */
export interface Addend {
  readonly member: Contribution;
  readonly path: string;
  /** Whether the figure is of several periods, and no plain sum of them. */
  readonly isOverTime?: true;
}

/** The counts of which a figure is the sum; nothing, where it is no sum: the same person may be in two periods. */
export function addends(
  { path, low, high }: SummaryFigure,
  members: readonly Contribution[],
): readonly Addend[] | undefined {
  const field = fieldOfFigure(path);
  const counts = field === undefined || field.kind === 'code' ? 'people' : field.counts;
  const services = members.flatMap(servicesOf);
  const isPlain = counts === 'events' || counts === 'attendances';
  if (isPlain || new Set(services).size === services.length) return plainSum(path, members);
  if (low !== high || members.some(({ combined }) => combined !== undefined)) return undefined;
  const found = [...groupedBy(members, ({ service }) => service).values()].map((of) =>
    of.length === 1 ? plainSum(path, of) : overTime(path, counts, of),
  );
  return found.every((each) => each !== undefined) ? found.flat() : undefined;
}

const plainSum = (path: string, members: readonly Contribution[]): readonly Addend[] =>
  members.map((member) => ({ member, path }));

/**
 * What a figure of one service over several periods is the sum of. Of people nothing but who was new to the year says
 * so: that their number happens to be one, since nobody was there in the other periods, would tell just that.
 */
function overTime(
  path: string,
  counts: Counts,
  members: readonly Contribution[],
): readonly Addend[] | undefined {
  const sorted = [...members].sort((one, other) => (one.period.from < other.period.from ? -1 : 1));
  if (counts === 'people-at-start' || counts === 'people-at-end')
    return (counts === 'people-at-start' ? sorted.slice(0, 1) : sorted.slice(-1)).map((member) => ({
      member,
      path,
      isOverTime: true,
    }));
  if (path !== 'youngPeople.direct' || !isCountedThroughYear(sorted)) return undefined;
  // Everybody of a year was counted for the first time just once.
  return sorted.map((member, index) => ({
    member,
    path: index === 0 ? path : 'youngPeople.firstInYear',
    isOverTime: true,
  }));
}

/** Whether returns go through a calendar year from its first day, and say who was new to it. */
const isCountedThroughYear = (sorted: readonly Contribution[]): boolean =>
  runThroughYear(sorted.map(({ period }) => period)) &&
  sorted.slice(1).every(({ entries }) => isExact(entries['youngPeople.firstInYear']));
