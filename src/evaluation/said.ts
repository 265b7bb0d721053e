import { groupedBy } from '../vocabulary/index.ts';
import { canonical } from './canonical.ts';
import type { TheoryVersion } from './theory-version.ts';

/** What some versions say. */
export interface ConflictSide {
  readonly versions: readonly string[];
  readonly says: unknown;
}

/** Something said by a version at a place in the order. */
export interface Said<Value> {
  readonly place: number;
  readonly version: string;
  readonly value: Value;
}

export type SaidById<Value> = ReadonlyMap<string, readonly Said<Value>[]>;

/** Which versions each version builds on, as sets of places in the order. */
export type Ancestors = readonly bigint[];

export const knewOf = (ancestors: Ancestors, place: number, earlier: number): boolean =>
  (((ancestors[place] ?? 0n) >> BigInt(earlier)) & 1n) === 1n;

/** Everything that versions say under each id, in the order of the versions. */
export function saidOf<Value extends { readonly id: string }>(
  ordered: readonly TheoryVersion[],
  valuesIn: (version: TheoryVersion) => readonly Value[],
): SaidById<Value> {
  const all = ordered.flatMap((version, place) =>
    valuesIn(version).map((value): Said<Value> => ({ place, version: version.id, value })),
  );
  return groupedBy(all, ({ value }) => value.id);
}

/** What was said last: by versions of which no later speaker knew. */
export function lastSaid<Value>(ancestors: Ancestors, said: readonly Said<Value>[]): readonly Said<Value>[] {
  const known = said.reduce((all, { place }) => all | (ancestors[place] ?? 0n), 0n);
  const lastOfVersion = [...new Map(said.map((each) => [each.place, each])).values()];
  return lastOfVersion.filter(({ place }) => ((known >> BigInt(place)) & 1n) === 0n);
}

export function sidesOf(said: readonly Said<unknown>[]): readonly ConflictSide[] {
  return [...groupedBy(said, ({ value }) => canonical(value)).values()].map((group) => ({
    versions: group.map(({ version }) => version),
    says: group[0]?.value,
  }));
}
