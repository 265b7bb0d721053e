import { groupedBy } from '../vocabulary/index.ts';
import type { DefinedRelease } from './define-release.ts';
import type { Protected } from './published.ts';
import { refusal } from './refusal.ts';
import type { Line, Release, ReleaseCell } from './release.ts';

/** A quantity of an earlier release, and what readers were told of it. */
export interface LedgerCell {
  readonly id: string;
  readonly count: number;
  /** Nothing, if it was hidden or never printed; else between which counts: the same twice for an exact one. */
  readonly told?: readonly [low: number, high: number];
  /** Whether it was printed as hidden, where zeros are always shown: then it is at least 1. */
  readonly isPositive?: true;
}

/** A release that was made, as plain data for the caller to store. Confidential: it holds the counts behind what was hidden. */
export interface LedgerEntry {
  readonly release: string;
  /** Whether it corrected releases before it. */
  readonly corrects: boolean;
  readonly cells: readonly LedgerCell[];
  readonly lines: readonly Line[];
}

/** The releases made so far, in their order. Confidential. */
export type Ledger = readonly LedgerEntry[];

/**
 * A ledger with one more release, to be stored and given to the next {@link defineRelease}.
 *
 * @param made the release, and what was published of it
 */
export function recordRelease(
  ledger: Ledger,
  made: { readonly name: string; readonly release: Release; readonly published: Protected },
): Ledger {
  const { name, release, published } = made;
  const shown = new Map(published.cells.map((cell) => [cell.id, cell]));
  const cells = release.cells.map(({ id, count }): LedgerCell => {
    const cell = shown.get(id);
    if (cell === undefined) return { id, count };
    if (cell.mark === 'hidden') {
      const isPositive = published.policy.zeros === 'always-shown';
      return { id, count, ...(isPositive && { isPositive }) };
    }
    return { id, count, told: [cell.low, cell.high ?? cell.low] };
  });
  return [...ledger, { release: name, corrects: release.corrects, cells, lines: release.lines }];
}

/** One count that a quantity had in a release. */
interface Version {
  readonly count: number;
  readonly release: string;
  readonly corrects: boolean;
}

/**
 * A release together with everything published before it: what was shown is known, what was hidden stays so, and a
 * figure that was corrected differs from the earlier one by a number that may itself be small.
 */
export function withEarlier(release: Release, ledger: Ledger): DefinedRelease {
  if (ledger.length === 0) return { release };
  const versions = versionsOf(release, ledger);
  const contradicting = [...versions]
    .filter(([, all]) => all.some(({ corrects }, index) => index > 0 && !corrects))
    .map(([id]) => id);
  if (contradicting.length > 0) return { refused: [refusal('contradiction', contradicting)] };
  const nameOf = (id: string, count: number): string => {
    const all = versions.get(id) ?? [];
    const newest = all.at(-1);
    const version = all.find((each) => each.count === count);
    return version === undefined || version === newest ? id : `${id} (as in ${version.release})`;
  };
  const earlier = ledger.flatMap((entry) =>
    entry.cells.map((cell) => earlierCell(cell, entry.release, nameOf)),
  );
  const corrections = [...versions].flatMap(([id, all]) => differencesOf(id, all, nameOf));
  return {
    release: {
      ...release,
      cells: joined([...release.cells, ...earlier, ...corrections.map(({ cell }) => cell)]),
      lines: distinctLines([
        ...release.lines,
        ...ledger.flatMap((entry) => renamedLines(entry, nameOf)),
        ...corrections.map(({ line }) => line),
      ]),
    },
  };
}

type NameOf = (id: string, count: number) => string;

/** Every count that a quantity had, in order. */
function versionsOf(release: Release, ledger: Ledger): ReadonlyMap<string, readonly Version[]> {
  const all = [
    ...ledger.flatMap(({ release: name, corrects, cells }) =>
      cells.map(({ id, count }) => ({ id, version: { count, release: name, corrects } })),
    ),
    ...release.cells.map(({ id, count }) => ({
      id,
      version: { count, release: 'this release', corrects: release.corrects },
    })),
  ];
  return new Map(
    [...groupedBy(all, ({ id }) => id)].map(([id, same]) => [
      id,
      same.map(({ version }) => version).filter(({ count }, index, list) => list[index - 1]?.count !== count),
    ]),
  );
}

function earlierCell({ id, count, told, isPositive }: LedgerCell, name: string, nameOf: NameOf): ReleaseCell {
  const isKnown = told !== undefined && told[0] === told[1];
  const within = told ?? (isPositive && ([1] as const));
  return {
    id: nameOf(id, count),
    label: nameOf(id, count),
    count,
    printed: isKnown ? 'always' : 'never',
    ...(isKnown ? { publicBy: name } : { hiddenBy: name }),
    ...(within && { within }),
  };
}

const renamedLines = ({ cells, lines }: LedgerEntry, nameOf: NameOf): readonly Line[] => {
  const countOf = new Map(cells.map(({ id, count }) => [id, count]));
  const name = (id: string): string => nameOf(id, countOf.get(id) ?? 0);
  return lines.map(({ total, parts, of }) => ({ total: name(total), parts: parts.map(name), of }));
};

/** What a correction changed, one version after the other. */
const differencesOf = (
  id: string,
  versions: readonly Version[],
  nameOf: NameOf,
): readonly { readonly cell: ReleaseCell; readonly line: Line }[] =>
  versions.slice(1).flatMap((version, index) => {
    const before = versions[index];
    if (before === undefined) return [];
    const [now, then] = [nameOf(id, version.count), nameOf(id, before.count)];
    if (now === then) return [];
    const difference = `${now} less ${then}`;
    return [
      {
        cell: {
          id: difference,
          label: difference,
          count: version.count - before.count,
          printed: 'never',
          signed: true,
        },
        line: { total: now, parts: [then, difference], of: 'members' },
      },
    ];
  });

/** One cell a quantity: what was shown once is known, and what somebody hid is to stay hidden. */
function joined(cells: readonly ReleaseCell[]): readonly ReleaseCell[] {
  return [...groupedBy(cells, ({ id }) => id).values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const known = same.find(({ publicBy }) => publicBy !== undefined);
    const hidden = same.find(({ hiddenBy }) => hiddenBy !== undefined);
    const within = same.flatMap((each) => (each.within === undefined ? [] : [each.within]));
    const low = Math.max(0, ...within.map(([from]) => from));
    const high = Math.min(Infinity, ...within.map(([, to = Infinity]) => to));
    return [
      {
        ...first,
        ...(known && { printed: 'always' as const, publicBy: known.publicBy }),
        ...(hidden && !known && { hiddenBy: hidden.hiddenBy }),
        ...(within.length > 0 && { within: high === Infinity ? ([low] as const) : ([low, high] as const) }),
      },
    ];
  });
}

const distinctLines = (lines: readonly Line[]): readonly Line[] => [
  ...new Map(lines.map((line) => [JSON.stringify([line.total, [...line.parts].sort()]), line])).values(),
];
