import { follows, groupedBy } from '../vocabulary/index.ts';
import { closed, direct, end, flow, isLaterInYear, opened, parts, start } from './form-relations.ts';
import {
  foundAnew,
  heldReturns,
  isSumOf,
  withFound,
  withRest,
  workedOut,
  type Found,
} from './held-returns.ts';
import { knownIn, type Known } from './known-return.ts';
import { suppose } from './left-unsaid.ts';
import type { Release, ReleaseCell } from './release.ts';

/**
 * A release in which readers know how young people come and go: what is open at the end of a period is open as the
 * next begins, and of the four numbers of a period each follows from the others, whether it was recorded or not. All
 * who are supported were there before or came, and left or are still there.
 */
export const withComingAndGoing = (release: Release): Release => withMore(release, workOut);

/**
 * A release in which readers know, too, that young people came and went as has to be where some of the numbers were not
 * recorded: what these may have been bounds the others.
 */
export const withSupposedFlows = (release: Release): Release => withMore(release, suppose);

/** A release with more numbers of the returns of some services, and how they hang together. */
function withMore(release: Release, add: (same: readonly Known[]) => void): Release {
  const returns = heldReturns(release);
  const versions = new Set(['', ...returns.flatMap(({ counts }) => counts.map(({ version }) => version))]);
  const all = [...versions].flatMap((version) => returns.map((held) => knownIn(held, version)));
  const byServices = groupedBy(all, ({ held, version }) =>
    JSON.stringify([version, [...held.services].sort()]),
  );
  for (const same of byServices.values()) add(same);
  const found = [...[...byServices.values()].flatMap(ofOneMoment), ...all.flatMap(relationsOf)];
  const implied = all.flatMap(({ counts, workedOut: more }) =>
    [...more].flatMap((path) => counts.get(path) ?? []),
  );
  return withFound(
    release,
    [...implied, ...found.flatMap(({ cells }) => cells)],
    found.flatMap(({ lines }) => lines),
  );
}

/** Adds what follows from other numbers of a service, as long as something does. */
function workOut(same: readonly Known[]): void {
  const alike = alikeIn(same);
  for (let isMore = true; isMore;) {
    const carried = alike.filter((each) => carry(...each));
    isMore = carried.length + same.filter(completeFlow).length > 0;
  }
}

/** That numbers of one moment are one, where a return did not record its own. */
const ofOneMoment = (same: readonly Known[]): readonly Found[] =>
  alikeIn(same).flatMap(([one, path, other, at]) => {
    const [cell, here] = [one.counts.get(path), other.counts.get(at)];
    const isWorkedOut = one.workedOut.has(path) || other.workedOut.has(at);
    return cell === undefined || here === undefined || !isWorkedOut ? [] : [isSumOf(cell, [here])];
  });

const alikeIn = (same: readonly Known[]): readonly Alike[] =>
  same.flatMap((one) => same.flatMap((other) => sameMoment(one, other)));

/** Adds a number of one moment that another return says; false where there is none. */
function carry(one: Known, path: string, other: Known, at: string): boolean {
  const cell = one.counts.get(path);
  if (cell === undefined || other.counts.has(at)) return false;
  other.counts.set(at, workedOut(other.held, at, cell.count, other.version));
  other.workedOut.add(at);
  return true;
}

type Alike = readonly [one: Known, path: string, other: Known, at: string];

/** The numbers of two returns that are of one moment: as one period ends the next begins; or both begin, or end. */
function sameMoment(one: Known, other: Known): readonly Alike[] {
  const [period, later] = [one.held.period, other.held.period];
  if (one === other) return [];
  return [
    ...(follows(period, later) ? ([[one, end, other, start]] as const) : []),
    ...(follows(later, period) ? ([[one, start, other, end]] as const) : []),
    ...(period.from === later.from ? ([[one, start, other, start]] as const) : []),
    ...(period.to === later.to ? ([[one, end, other, end]] as const) : []),
  ];
}

/** Adds the one number of four that a return does not say; false where there is none. */
function completeFlow({ held, version, counts, workedOut: found }: Known): boolean {
  const [missing, ...others] = flow.filter((path) => !counts.has(path));
  if (missing === undefined || others.length > 0) return false;
  const countOf = (path: string): number => counts.get(path)?.count ?? 0;
  const [came, went] = [countOf(start) + countOf(opened), countOf(closed) + countOf(end)];
  const count = missing === start || missing === opened ? went - came : came - went;
  if (count < 0) return false;
  counts.set(missing, workedOut(held, missing, count, version));
  found.add(missing);
  return true;
}

/** How the counts of a return hang together. */
function relationsOf(known: Known): readonly Found[] {
  const { held, version, counts } = known;
  const some = (paths: readonly string[]): readonly ReleaseCell[] | undefined => {
    const cells = paths.flatMap((path) => counts.get(path) ?? []);
    return cells.length === paths.length ? cells : undefined;
  };
  const implied = parts.flatMap((each) => {
    const isNew = [each.whole, ...each.parts].some((path) => known.workedOut.has(path));
    const [total, cells] = [counts.get(each.whole), some(each.parts)];
    if (!isNew || total === undefined || cells === undefined) return [];
    if (each.isLaterInYear && !isLaterInYear(held.period)) return [];
    const rest = `${each.whole}/less ${each.parts.join(' and ')}`;
    return [withRest(total, cells, (count) => workedOut(held, rest, count, version))];
  });
  return [...implied, ...everybody(known, some)];
}

/** Everybody who was there before or came, and everybody who left or is still there: all who are supported are of both. */
function everybody(
  { held, version, counts }: Known,
  some: (paths: readonly string[]) => readonly ReleaseCell[] | undefined,
): readonly Found[] {
  const sumOf = (cells: readonly ReleaseCell[]): number => cells.reduce((sum, { count }) => sum + count, 0);
  const [came, went] = [some([start, opened]), some([closed, end])];
  const isOne = came !== undefined && went !== undefined && sumOf(came) === sumOf(went);
  const supported = counts.get(direct);
  const totalOf = (id: string, cells: readonly ReleaseCell[] = []): readonly Found[] => {
    if (cells.length === 0) return [];
    const total = foundAnew(id, sumOf(cells));
    const line = { total: id, parts: cells.map((cell) => cell.id), of: 'implied' } as const;
    const among = supported === undefined ? [] : [withRest(total, [supported], `${id} less ${supported.id}`)];
    return [{ cells: [total], lines: [line] }, ...among];
  };
  const before = `${held.key}: there before or come${version}`;
  return [
    ...totalOf(before, came),
    ...totalOf(isOne ? before : `${held.key}: gone or still there${version}`, went),
  ];
}
