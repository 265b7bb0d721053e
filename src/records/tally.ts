import { atLeast, unknown, type Cell } from '../form/index.ts';
import type { CellLineage } from './lineage.ts';

/** What was counted for certain, and what may belong to it. */
export interface Tally {
  readonly certain: ReadonlySet<string>;
  readonly possible: ReadonlySet<string>;
}

/** A count: exact when nothing else may belong to it, else incomplete; not known when nothing is certain. */
export const cellOf = (count: number, mayBeMore: boolean): Cell =>
  !mayBeMore ? count : count === 0 ? unknown('not-known') : atLeast(count);

/** The cell of a tally of things that are counted once each. */
export const cellOfTally = ({ certain, possible }: Tally): Cell => cellOf(certain.size, possible.size > 0);

/** The lineage of a tally. */
export const lineageOf = (of: CellLineage['of'], { certain, possible }: Tally): CellLineage => ({
  of,
  ids: [...certain],
  ...(possible.size > 0 && { possible: [...possible] }),
});

/** A tally of some ids, with those that are only possible. */
export const tallyOf = (certain: Iterable<string>, possible: Iterable<string> = []): Tally => {
  const sure = new Set(certain);
  const unsure = new Set<string>();
  for (const id of possible) if (!sure.has(id)) unsure.add(id);
  return { certain: sure, possible: unsure };
};

/** Young people by code: the cell of each, what stands behind it, and the codes that the list does not have. */
export interface CodedTallies {
  readonly cells: Readonly<Record<string, Cell>>;
  readonly lineage: ReadonlyMap<string, CellLineage>;
  readonly others: readonly string[];
}

type IdsByCode = ReadonlyMap<string, readonly string[]>;

/** Young people by code, from those who certainly have it and those who may: the codes of a list first, then others. */
export function codedTallies(
  listed: readonly string[],
  certain: IdsByCode,
  possible: IdsByCode,
): CodedTallies {
  const named = new Set([...certain.keys(), ...possible.keys()]);
  const others = [...named].filter((code) => !listed.includes(code)).sort();
  const tallies = [...listed, ...others].map(
    (code) => [code, tallyOf(certain.get(code) ?? [], possible.get(code) ?? [])] as const,
  );
  return {
    cells: Object.fromEntries(tallies.map(([code, tally]) => [code, cellOfTally(tally)])),
    lineage: new Map(tallies.map(([code, tally]) => [code, lineageOf('young people', tally)])),
    others,
  };
}
