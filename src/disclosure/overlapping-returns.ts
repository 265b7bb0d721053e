import { v5 } from 'uuid';
import type { Counts } from '../form/index.ts';
import { daysIn, groupedBy, overlaps, runThroughYear, type Period } from '../vocabulary/index.ts';
import { namespace } from './complete-lines.ts';
import type { Line, Release, ReleaseCell } from './release.ts';
import { fieldAt } from './return-quantities.ts';

/** A return whose counts are in a release, or in one before it. */
interface Held {
  readonly key: string;
  readonly services: readonly string[];
  readonly period: Period;
  /** Its counts, by path; an earlier version of one by its path and version. */
  readonly cells: ReadonlyMap<string, ReleaseCell>;
}

/** A count of a return: which, at which path, and in which version. */
const countOfReturn =
  /^(?<key>(?<service>.*), (?<from>\d{4}-\d{2}-\d{2})\/(?<to>\d{4}-\d{2}-\d{2})): (?<path>.+?)(?<version> \(as in .*\))?$/su;

/**
 * A release in which returns that hold the same as others hang together with them: that of a year with those of its
 * quarters, and one of several services together with theirs, in this release or an earlier one. Sessions add up, and
 * so do people of several services; people of a period are among those of a longer one.
 */
export function withOverlapping(release: Release): Release {
  const all = returnsIn(release);
  const related = all.flatMap((whole) => {
    const within = partsOf(whole, all);
    return within.length === 0
      ? []
      : [...whole.cells].flatMap(([at, cell]) => relations(whole, within, at, cell));
  });
  return {
    ...release,
    cells: [
      ...release.cells,
      ...new Map(related.flatMap(({ rest }) => rest.map((cell) => [cell.id, cell]))).values(),
    ],
    lines: [...release.lines, ...related.map(({ line }) => line)],
  };
}

function returnsIn({ cells, combined }: Release): readonly Held[] {
  const found = cells.flatMap((cell) => {
    const groups = countOfReturn.exec(cell.id)?.groups;
    return groups === undefined ? [] : [{ cell, groups }];
  });
  return [...groupedBy(found, ({ groups }) => groups.key ?? '')].map(([key, of]) => {
    const { service = '', from = '', to = '' } = of[0]?.groups ?? {};
    return {
      key,
      services: combined[key] ?? [service],
      period: { from, to },
      cells: new Map(of.map(({ cell, groups }) => [`${groups.path ?? ''}${groups.version ?? ''}`, cell])),
    };
  });
}

/** Whether one return is of all that another is of. Of two that are of the same, the first by name is. */
const holds = (whole: Held, part: Held): boolean =>
  whole !== part &&
  part.services.every((service) => whole.services.includes(service)) &&
  whole.period.from <= part.period.from &&
  part.period.to <= whole.period.to &&
  (size(part) < size(whole) || whole.key < part.key);

const size = ({ services, period }: Held): number => services.length * daysIn(period);

/** The largest returns that one holds, of which no two have a service and a day in common. */
function partsOf(whole: Held, all: readonly Held[]): readonly Held[] {
  const within = all.filter((each) => holds(whole, each));
  const sorted = [...within].sort((one, other) => (one.period.from < other.period.from ? -1 : 1));
  return sorted
    .filter((each) => !within.some((other) => holds(other, each)))
    .reduce<readonly Held[]>(
      (taken, each) =>
        taken.some(
          ({ services, period }) =>
            overlaps(period, each.period) && services.some((service) => each.services.includes(service)),
        )
          ? taken
          : [...taken, each],
      [],
    );
}

interface Related {
  readonly line: Line;
  readonly rest: readonly ReleaseCell[];
}

/** What a count has to do with those of the returns that it holds. */
function relations(whole: Held, within: readonly Held[], at: string, total: ReleaseCell): readonly Related[] {
  const [path = '', version = ''] = at.split(/(?= \(as in )/);
  const of = (part: Held, name = path): ReleaseCell | undefined =>
    part.cells.get(`${name}${version}`) ?? part.cells.get(name);
  return waysToCount(whole, within, path)
    .map((parts) => parts.flatMap(([part, name]) => of(part, name) ?? []))
    .filter((parts) => parts.length > 0)
    .flatMap((parts) => related(total, parts));
}

type Counted = readonly (readonly [part: Held, path?: string])[];

/** The parts that a count is the sum of, with whatever is in none of them; in several ways, where there are. */
function waysToCount(whole: Held, within: readonly Held[], path: string): readonly Counted[] {
  const counts = countsAt(path);
  if (counts === undefined) return [];
  const isAtOnce = within.every(({ period }) => daysIn(period) === daysIn(whole.period));
  if (counts === 'events' || counts === 'attendances' || isAtOnce) return [within.map((part) => [part])];
  if (counts === 'people-at-start' || counts === 'people-at-end') {
    const end = counts === 'people-at-start' ? 'from' : 'to';
    return [within.filter(({ period }) => period[end] === whole.period[end]).map((part) => [part])];
  }
  return [
    ...within.map((part): Counted => [[part]]),
    path === 'youngPeople.direct' ? throughYear(whole, within) : [],
  ];
}

/** The people of a calendar year, where its parts follow each other from its first day: each was new to it just once. */
function throughYear(whole: Held, within: readonly Held[]): Counted {
  const isCounted =
    runThroughYear([whole.period]) &&
    runThroughYear(within.map(({ period }) => period)) &&
    within.every(({ services }) => services.length === whole.services.length);
  return isCounted
    ? within.map((part, index) => (index === 0 ? [part] : [part, 'youngPeople.firstInYear']))
    : [];
}

/** What is counted at a path of the form: nothing where it is worked out from others, which hang together themselves. */
function countsAt(path: string): Counts | undefined {
  if (path === 'youngPeople.base') return 'people';
  const field = fieldAt(path);
  return field === undefined || field.kind === 'code' || path.endsWith('/not-stated')
    ? undefined
    : field.counts;
}

/** That a count is others and the rest, where they do not exceed it: then they are of something else. */
function related(total: ReleaseCell, parts: readonly ReleaseCell[]): readonly Related[] {
  const left = parts.reduce((rest, { count }) => rest - count, total.count);
  const ids = parts.map(({ id }) => id);
  if (left < 0) return [];
  const id = `${total.id} less others: ${v5([...ids].sort().join('\n'), namespace)}`;
  const rest: readonly ReleaseCell[] =
    left === 0 ? [] : [{ id, label: id, count: left, printed: 'never', inNoTable: true, isDifference: true }];
  return [
    { line: { total: total.id, parts: [...ids, ...rest.map((cell) => cell.id)], of: 'implied' }, rest },
  ];
}
