import { groupedBy } from '../vocabulary/index.ts';
import type { Ledger, LedgerCell, LedgerEntry } from './ledger.ts';
import { refusal } from './refusal.ts';
import { distinctSums } from './sums-of-lines.ts';
import type { Combinations, DefinedRelease, Line, Release, ReleaseCell, Sum } from './release.ts';

/** One count that a quantity had, from one release on. */
interface Version {
  readonly count: number;
  /** The release that brought it: its place in the ledger; that of the new release comes after all. */
  readonly since: number;
  readonly corrects: boolean;
  /** What it is called: the newest has the id itself. */
  readonly name: string;
}

/**
 * A release together with everything published before it: what was shown is known, what was hidden stays so, and
 * figures that were corrected differ from the earlier ones by numbers that may themselves be small.
 */
export function withEarlier(release: Release, ledger: Ledger): DefinedRelease {
  if (ledger.length === 0) return { release };
  const versions = versionsOf(release, ledger);
  const ids = new Set([...release.cells, ...ledger.flatMap(({ cells }) => cells)].map(({ id }) => id));
  const contradicting = [...versions]
    .filter(([id, all]) =>
      all.some(({ corrects, name }, index) => (index > 0 && !corrects) || (name !== id && ids.has(name))),
    )
    .map(([id]) => id);
  if (contradicting.length > 0) return { refused: [refusal('contradiction', contradicting)] };
  const nameIn =
    (place: number) =>
    (id: string): string =>
      versions.get(id)?.findLast(({ since }) => since <= place)?.name ?? id;
  const earlier = ledger.flatMap((entry, place) =>
    entry.cells.map((cell) => earlierCell(cell, entry.release, nameIn(place))),
  );
  const corrections = [...versions.values()].flatMap(differencesBetween);
  const renamed = ledger.map((entry, place) => renamedEntry(entry, nameIn(place)));
  const cells = joined([...release.cells, ...earlier, ...corrections.map(({ cell }) => cell)]);
  const exposing = cells.filter(isGivenAway).map(({ id }) => id);
  if (exposing.length > 0) return { refused: [refusal('exposes-earlier', exposing)] };
  return {
    release: {
      ...release,
      cells,
      lines: distinctLines([
        ...release.lines,
        ...renamed.flatMap(({ lines }) => lines),
        ...corrections.map(({ line }) => line),
      ]),
      combined: Object.assign({}, ...ledger.map((entry) => entry.combined), release.combined) as Combinations,
      sums: distinctSums([...release.sums, ...renamed.flatMap(({ sums }) => sums)]),
    },
  };
}

/** Whether what an earlier release hid as small would be printed whatever it is, and nobody said that it is public. */
const isGivenAway = ({ printed, wasSmall, publicBy }: ReleaseCell): boolean =>
  printed === 'always' && wasSmall === true && publicBy === undefined;

/** Every count that a quantity had, in order. */
function versionsOf(release: Release, ledger: Ledger): ReadonlyMap<string, readonly Version[]> {
  const all = [
    ...ledger.flatMap(({ corrects, cells }, since) =>
      cells.map(({ id, count }) => ({ id, count, since, corrects })),
    ),
    ...release.cells.map(({ id, count }) => ({
      id,
      count,
      since: ledger.length,
      corrects: release.corrects,
    })),
  ];
  return new Map(
    [...groupedBy(all, ({ id }) => id)].map(([id, same]) => {
      const changed = same.filter(({ count }, index) => same[index - 1]?.count !== count);
      const nameOf = (since: number): string => `${id} (as in ${ledger[since]?.release ?? ''})`;
      return [
        id,
        changed.map(({ count, since, corrects }, index) => ({
          count,
          since,
          corrects,
          name: index === changed.length - 1 ? id : nameOf(since),
        })),
      ];
    }),
  );
}

type NameOf = (id: string) => string;

function earlierCell(
  { id, count, told, atLeast, isSeen, isSmall }: LedgerCell,
  release: string,
  nameOf: NameOf,
): ReleaseCell {
  const isKnown = told !== undefined && told[0] === told[1];
  const within = told ?? (atLeast === undefined ? undefined : ([atLeast] as const));
  return {
    id: nameOf(id),
    label: nameOf(id),
    ...(nameOf(id) !== id && { versionOf: id }),
    count,
    printed: isKnown ? 'always' : 'never',
    inNoTable: true,
    isEarlier: true,
    ...(isKnown ? { publicBy: release } : { hiddenBy: release }),
    ...(isSmall && { wasSmall: true }),
    ...(isSeen && { isSeen }),
    ...(within && { within }),
  };
}

const renamedEntry = ({ lines, sums }: LedgerEntry, nameOf: NameOf): Pick<LedgerEntry, 'lines' | 'sums'> => ({
  lines: lines.map(({ total, parts, of }) => ({ total: nameOf(total), parts: parts.map(nameOf), of })),
  sums: sums.map(({ id, atoms }): Sum => ({ id: nameOf(id), atoms: atoms.map(nameOf).sort() })),
});

/** What corrections changed, between any two versions. */
const differencesBetween = (
  versions: readonly Version[],
): readonly { readonly cell: ReleaseCell; readonly line: Line }[] =>
  versions.flatMap((now, index) =>
    versions.slice(0, index).map((then) => {
      const id = `${now.name} less ${then.name}`;
      return {
        cell: {
          id,
          label: id,
          count: now.count - then.count,
          printed: 'never',
          inNoTable: true,
          isEarlier: true,
          signed: true,
        },
        line: { total: now.name, parts: [then.name, id], of: 'implied' },
      };
    }),
  );

/** One cell a quantity: what was shown once is known, and what somebody hid is to stay hidden. */
const joined = (cells: readonly ReleaseCell[]): readonly ReleaseCell[] =>
  [...groupedBy(cells, ({ id }) => id).values()].flatMap((same) => {
    const [first] = same;
    return first === undefined ? [] : [same.length === 1 ? first : joinedCell(first, same)];
  });

function joinedCell(first: ReleaseCell, same: readonly ReleaseCell[]): ReleaseCell {
  const publicBy = same.find((each) => each.publicBy !== undefined)?.publicBy;
  const hiddenBy = same.find((each) => each.hiddenBy !== undefined)?.hiddenBy;
  const within = same.flatMap((each) => (each.within === undefined ? [] : [each.within]));
  const low = Math.max(0, ...within.map(([from]) => from));
  const high = Math.min(Infinity, ...within.map(([, to = Infinity]) => to));
  return {
    ...first,
    ...(publicBy !== undefined && { publicBy, printed: first.printed === 'never' ? 'never' : 'always' }),
    ...(publicBy === undefined && hiddenBy !== undefined && { hiddenBy }),
    ...(same.some(({ wasSmall }) => wasSmall) && { wasSmall: true }),
    ...(same.some(({ isSeen }) => isSeen) && { isSeen: true }),
    ...(within.length > 0 && { within: high === Infinity ? [low] : [low, high] }),
  };
}

const distinctLines = (lines: readonly Line[]): readonly Line[] => [
  ...new Map(lines.map((line) => [JSON.stringify([line.total, [...line.parts].sort()]), line])).values(),
];
