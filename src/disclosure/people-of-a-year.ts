import { groupedBy, runThroughYear } from '../vocabulary/index.ts';
import { direct, firstInYear } from './form-relations.ts';
import {
  foundAnew,
  heldReturns,
  isStepOf,
  withFound,
  withRest,
  type Found,
  type HeldReturn,
} from './held-returns.ts';
import type { Release, ReleaseCell } from './release.ts';

/**
 * A release in which readers know how many people were supported from the first day of a calendar year on, where its
 * periods say who was new to it: those of each period are among them.
 */
export function withPeopleOfYears(release: Release): Release {
  const returns = heldReturns(release);
  const found = [
    ...groupedBy(returns, ({ services }) => JSON.stringify([...services].sort())).values(),
  ].flatMap(yearsOf);
  return withFound(
    release,
    found.flatMap(({ cells }) => cells),
    found.flatMap(({ lines }) => lines),
  );
}

function yearsOf(same: readonly HeldReturn[]): readonly Found[] {
  const years = groupedBy(same.filter(isStepOf(same)), ({ period }) => period.from.slice(0, 4));
  return [...years.values()].flatMap((of) => {
    const sorted = [...of].sort((one, other) => (one.period.from < other.period.from ? -1 : 1));
    return sorted.flatMap((_, last) => peopleUntil(sorted.slice(0, last + 1)));
  });
}

/** Who was supported in any of the first periods of a year. */
function peopleUntil(periods: readonly HeldReturn[]): readonly Found[] {
  const counted = periods.map((each, index) => countAt(each, index === 0 ? direct : firstInYear));
  const known = counted.filter((cell) => cell !== undefined);
  const last = periods.at(-1);
  const isWhole = known.length === periods.length && runThroughYear(periods.map(({ period }) => period));
  if (last === undefined || periods.length < 2 || !isWhole) return [];
  const id = `${last.key}: ${direct}/in the year so far`;
  const everybody = foundAnew(
    id,
    known.reduce((sum, { count }) => sum + count, 0),
  );
  const among = periods.slice(1).flatMap((each) => countAt(each, direct) ?? []);
  return [
    { cells: [everybody], lines: [{ total: id, parts: known.map((cell) => cell.id), of: 'implied' }] },
    ...among.map((cell) => withRest(everybody, [cell], `${id} less ${cell.id}`)),
  ];
}

const countAt = ({ counts }: HeldReturn, path: string): ReleaseCell | undefined =>
  counts.find((each) => each.path === path && each.version === '')?.cell;
