import type { HeldReturn } from './held-returns.ts';
import type { ReleaseCell } from './release.ts';

/** The counts of a return by path, with those that readers work out. */
export interface Known {
  readonly held: HeldReturn;
  /** The version of what was corrected since; nothing for the newest. */
  readonly version: string;
  readonly counts: Map<string, ReleaseCell>;
  /** The paths that it did not record itself. */
  readonly workedOut: Set<string>;
}

/** What a return says now; or what it said when a version stood that was corrected since, as far as it was out then. */
export function knownIn(held: HeldReturn, version: string): Known {
  const newest = held.counts.filter(
    (each) => each.version === '' && (version === '' || isOutBefore(each.cell)),
  );
  const then = held.counts.filter((each) => each.version === version);
  const counts = new Map([...newest, ...then].map(({ path, cell }) => [path, cell]));
  const found = [...counts].filter(([, { worksOut }]) => worksOut !== undefined).map(([path]) => path);
  return { held, version, counts, workedOut: new Set(found) };
}

const isOutBefore = ({ isEarlier, hiddenBy, publicBy }: ReleaseCell): boolean =>
  isEarlier === true || hiddenBy !== undefined || publicBy !== undefined;
