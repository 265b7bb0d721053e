import { between, exactly, percentage, type Bounds } from '../figures/index.ts';
import { behindRounded, roundTo, type Policy } from './policy.ts';
import { protectedSummary, type ProtectedSummary } from './protected-summary.ts';
import { readerBounds } from './reader-bounds.ts';
import type { Line, Release, ReleaseCell, ReleaseTable } from './release.ts';

declare const protectedMark: unique symbol;

/** How a number stands in a publication. All that is hidden has one mark: two would say which counts are small. */
export type Mark = 'shown' | 'rounded' | 'hidden';

/** A cell as it may be printed. When it is hidden, its bounds are what any reader can work out. */
export interface ProtectedCell extends Bounds {
  readonly id: string;
  readonly label: string;
  readonly mark: Mark;
  /** The rounded count. */
  readonly rounded?: number;
}

/** A percentage as it may be printed: none, where its part or its whole is hidden. */
export interface ProtectedPercentage {
  readonly id: string;
  readonly part: string;
  readonly whole: string;
  readonly percentage?: number;
}

/**
 * A release as it may leave: plain JSON without any count that was hidden. Only {@link protect} makes one, and only
 * such a one can become a document for partners.
 */
export interface Protected {
  readonly [protectedMark]: true;
  readonly policy: Policy;
  readonly cells: readonly ProtectedCell[];
  /** The relations between printed numbers. */
  readonly lines: readonly Line[];
  readonly tables: readonly ReleaseTable[];
  readonly percentages: readonly ProtectedPercentage[];
  readonly summaries: readonly ProtectedSummary[];
}

/** What was made here: nothing else passes for protected. */
const made = new WeakSet();

/** Whether something is a release that {@link protect} made. A copy of one has to be made again. */
export const isProtectedRelease = (value: unknown): value is Protected =>
  typeof value === 'object' && value !== null && made.has(value);

/** Says that a release was protected: after its certificate was verified. */
export function markProtected(published: Protected): Protected {
  made.add(published);
  return published;
}

/** A release with some of its cells hidden. It holds nothing of what they were. */
export function hide(release: Release, policy: Policy, hidden: ReadonlySet<string>): Protected {
  const shown = new Map(release.cells.map((cell) => [cell.id, shownAs(cell, policy, hidden)]));
  const printed = new Set(release.cells.filter((cell) => cell.printed !== 'never').map(({ id }) => id));
  const lines = release.lines.filter((line) => isPublic(line, release, printed));
  const bounds = readerBounds(
    new Map([...shown].map(([id, { low, high }]) => [id, between(low, high)])),
    lines,
  );
  const cells = release.cells
    .filter(({ id }) => printed.has(id))
    .map((cell): ProtectedCell => {
      const as = shown.get(cell.id) ?? { mark: 'hidden', low: 0 };
      return { id: cell.id, label: cell.label, ...as, ...(as.mark === 'hidden' && bounds.get(cell.id)) };
    });
  const byId = new Map(cells.map((cell) => [cell.id, cell]));
  return {
    policy,
    cells,
    lines,
    tables: release.tables,
    percentages: release.percentages.map(({ id, part, whole }) => ({
      id,
      part,
      whole,
      ...percentageOf(byId.get(part), byId.get(whole)),
    })),
    summaries: release.summaries.map((placed) => protectedSummary(placed, byId, release.lines)),
  } as unknown as Protected; // the mark exists for the type checker alone
}

/** Whether a relation is between numbers that are printed, or that a table declares. */
function isPublic({ total, parts }: Line, release: Release, printed: ReadonlySet<string>): boolean {
  const own = ownCells(release);
  return [total, ...parts].every((id) => printed.has(id) || own.has(id));
}

const ownCache = new WeakMap<Release, ReadonlySet<string>>();
function ownCells(release: Release): ReadonlySet<string> {
  const known =
    ownCache.get(release) ??
    new Set(
      release.cells
        .filter(({ ofReturn, hiddenBy }) => !ofReturn && hiddenBy === undefined)
        .map(({ id }) => id),
    );
  ownCache.set(release, known);
  return known;
}

function shownAs(
  { id, count, printed, within }: ReleaseCell,
  { rounding, zeros }: Policy,
  hidden: ReadonlySet<string>,
): Omit<ProtectedCell, 'id' | 'label'> {
  const [low = 0, high] = within ?? [];
  if (printed === 'never') return { mark: 'hidden', ...between(low, high) };
  if (hidden.has(id))
    return { mark: 'hidden', ...between(Math.max(low, zeros === 'always-shown' ? 1 : 0), high) };
  if (rounding === undefined || printed === 'always') return { mark: 'shown', ...exactly(count) };
  const rounded = roundTo(count, rounding);
  return { mark: 'rounded', rounded, ...between(...behindRounded(rounded, rounding)) };
}

/** The percentage of two printed numbers. */
export function percentageOf(
  part: ProtectedCell | undefined,
  whole: ProtectedCell | undefined,
): { readonly percentage?: number } {
  const numerator = part && printedCount(part);
  const denominator = whole && printedCount(whole);
  if (numerator === undefined || denominator === undefined || numerator > denominator) return {};
  const share = percentage(numerator, denominator);
  return share === undefined ? {} : { percentage: share.low };
}

/** The number that is printed for a cell, if one is. */
export const printedCount = ({
  mark,
  low,
  rounded,
}: Pick<ProtectedCell, 'mark' | 'low' | 'rounded'>): number | undefined =>
  mark === 'hidden' ? undefined : (rounded ?? low);
