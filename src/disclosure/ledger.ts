import { isPublishedOf, type Protected } from './published.ts';
import { isSmall, type Policy } from './policy.ts';
import type { ProtectedCell } from './protected-cell.ts';
import { publicIds } from './public-ids.ts';
import type { Combinations, Line, Release, Sum, WithheldCount } from './release.ts';

/** A quantity of an earlier release, and what readers were told of it. */
export interface LedgerCell {
  readonly id: string;
  readonly count: number;
  /** Nothing, if it was hidden or never printed; else between which counts: the same twice for an exact one. */
  readonly told?: readonly [low: number, high: number];
  /** At least so many, as readers know whatever was hidden. */
  readonly atLeast?: number;
  /** Whether its row is as a rule only printed where there is somebody in it. */
  readonly isSeen?: true;
  /** Whether it was to be protected by the policy of that release. */
  readonly isSmall?: true;
}

/** A release that was made, as plain data for the caller to store. Confidential: it holds the counts behind what was hidden. */
export interface LedgerEntry {
  readonly release: string;
  /** Whether it corrected releases before it. */
  readonly corrects: boolean;
  readonly cells: readonly LedgerCell[];
  readonly lines: readonly Line[];
  /** What its figures are made of. */
  readonly sums: readonly Sum[];
  /** Whose returns its combined returns add up, by service and period; nothing where there are none. */
  readonly combined?: Combinations;
  /** What others had withheld of the returns in it, with the bounds that it passed on; nothing where there is none. */
  readonly withheld?: readonly WithheldCount[];
}

/** The releases made so far, in their order. Confidential. */
export type Ledger = readonly LedgerEntry[];

/**
 * A ledger with one more release, to be stored and given to the next {@link defineRelease}. What the release took over
 * from the ledger is not written down again.
 *
 * @param made the release, and what was published of it
 * @throws RangeError when the ledger has a release of that name, or that was not published of this release
 */
export function recordRelease(
  ledger: Ledger,
  made: { readonly name: string; readonly release: Release; readonly published: Protected },
): Ledger {
  const { name, release, published } = made;
  if (ledger.some((entry) => entry.release === name))
    throw new RangeError(`recordRelease: the ledger already has a release called "${name}"`);
  if (!isPublishedOf(published, release))
    throw new RangeError('recordRelease: this was not published of that release');
  const named = publicIds(release);
  const printed = new Map(published.cells.map((cell) => [cell.id, cell]));
  const own = release.cells.filter(
    ({ isEarlier, isDifference, isFoundAnew }) =>
      isEarlier === undefined && isDifference === undefined && isFoundAnew === undefined,
  );
  const ids = new Set(own.map(({ id }) => id));
  const isOwn = (some: readonly string[]): boolean => some.every((id) => ids.has(id));
  return [
    ...ledger,
    {
      release: name,
      corrects: release.corrects,
      cells: own.map(({ id, count, isSeen, within }) =>
        ledgerCell(
          { id, count, ...(within && { atLeast: within[0] }), ...(isSeen && { isSeen }) },
          printed.get(named(id)),
          published.policy,
        ),
      ),
      lines: release.lines.filter(({ total, parts }) => isOwn([total, ...parts])),
      sums: release.sums.filter(({ id, atoms }) => isOwn([id, ...atoms])),
      ...(Object.keys(release.combined).length > 0 && { combined: release.combined }),
      ...(release.withheld.length > 0 && { withheld: release.withheld }),
    },
  ];
}

function ledgerCell(cell: LedgerCell, printed: ProtectedCell | undefined, policy: Policy): LedgerCell {
  const small = isSmall(policy, cell.count) ? { isSmall: true as const } : {};
  if (printed !== undefined && printed.mark !== 'hidden') {
    const isKnown = printed.mark === 'shown';
    return { ...cell, told: [printed.low, printed.high ?? printed.low], ...(isKnown ? {} : small) };
  }
  const isPositive = printed !== undefined && policy.zeros === 'always-shown';
  const atLeast = Math.max(cell.atLeast ?? 0, isPositive ? 1 : 0);
  return { ...cell, ...(atLeast > 0 && { atLeast }), ...small };
}
