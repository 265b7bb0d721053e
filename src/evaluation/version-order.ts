import { groupedBy } from '../vocabulary/index.ts';
import { canonical } from './canonical.ts';
import type { TheoryVersion } from './theory-version.ts';

/**
 * Versions, each once, in an order in which each comes after those it builds on; where that leaves a choice, the earlier
 * day first, then the id: always the same order for the same versions. A version that builds on itself,
 * directly or around, comes last.
 */
export function inOrder(all: readonly TheoryVersion[]): readonly TheoryVersion[] {
  const versions = [...new Map(all.map((version) => [canonical(version), version])).values()];
  const depths = depthsOf(versions);
  const keyed = versions.map((version) => ({ version, depth: depths.get(version.id) ?? Infinity }));
  return keyed
    .sort((one, other) => one.depth - other.depth || compare(one.version, other.version))
    .map(({ version }) => version);
}

function compare(one: TheoryVersion, other: TheoryVersion): number {
  if (one.on !== other.on) return one.on < other.on ? -1 : 1;
  if (one.id !== other.id) return one.id < other.id ? -1 : 1;
  return canonical(one) < canonical(other) ? -1 : 1;
}

/** How many versions, at most, lie one upon the other below each: without recursion, for chains of any length. */
function depthsOf(versions: readonly TheoryVersion[]): ReadonlyMap<string, number> {
  const distinct = new Map(versions.map(({ id, after }) => [id, new Set(after)]));
  const below = new Map(
    [...distinct].map(([id, after]) => [id, [...after].filter((each) => distinct.has(each))]),
  );
  const above = groupedBy(
    [...below].flatMap(([id, all]) => all.map((each) => ({ id, each }))),
    ({ each }) => each,
  );
  const open = new Map([...below].map(([id, all]) => [id, all.length]));
  const depths = new Map<string, number>();
  const ready = [...open].filter(([, count]) => count === 0).map(([id]) => id);
  for (let next = ready.pop(); next !== undefined; next = ready.pop()) {
    depths.set(next, 1 + Math.max(-1, ...(below.get(next) ?? []).map((each) => depths.get(each) ?? 0)));
    for (const { id } of above.get(next) ?? []) {
      const left = (open.get(id) ?? 1) - 1;
      open.set(id, left);
      if (left === 0) ready.push(id);
    }
  }
  return depths;
}

/** Which versions each builds on, directly or around, as sets of places in an order. */
export function ancestorsOf(ordered: readonly TheoryVersion[]): readonly bigint[] {
  const placeOf = new Map(ordered.map(({ id }, place) => [id, place]));
  const ancestors: bigint[] = [];
  for (const [place, { after }] of ordered.entries()) {
    const below = after.flatMap((id) => placeOf.get(id) ?? []).filter((each) => each < place);
    ancestors.push(below.reduce((all, each) => all | (ancestors[each] ?? 0n) | (1n << BigInt(each)), 0n));
  }
  return ancestors;
}

/** The versions on which no other builds. */
export function headsOf(versions: readonly TheoryVersion[]): readonly string[] {
  const below = new Set(versions.flatMap(({ after }) => after));
  return [...new Set(versions.map(({ id }) => id))].filter((id) => !below.has(id)).sort();
}
