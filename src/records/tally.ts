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
