import { between, exactly, percentage } from '../figures/index.ts';
import { behindRounded, roundTo, type Policy } from './policy.ts';
import { printedCount, type ProtectedCell } from './protected-cell.ts';
import { protectedSummary, type ProtectedSummary } from './protected-summary.ts';
import { publicIds } from './public-ids.ts';
import { readerBounds } from './reader-bounds.ts';
import type { Line, Release, ReleaseCell, ReleaseTable } from './release.ts';

declare const protectedMark: unique symbol;

/** A relation between printed numbers: the total is the sum of the parts, or at least that. */
export interface ProtectedLine {
  readonly total: string;
  readonly parts: readonly string[];
  readonly incomplete?: true;
}

/** A percentage as it may be printed: none, where its part or its whole is hidden. */
export interface ProtectedPercentage {
  readonly id: string;
  readonly part: string;
  readonly whole: string;
  readonly percentage?: number;
  /** Whether it is of rounded numbers, and so tells nothing that they do not. */
  readonly ofRounded?: true;
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
  readonly lines: readonly ProtectedLine[];
  readonly tables: readonly ReleaseTable[];
  readonly percentages: readonly ProtectedPercentage[];
  readonly summaries: readonly ProtectedSummary[];
}

/** What was made here, and of which release: nothing else passes for protected. */
const made = new WeakMap<object, Release>();

/** Whether something is a release that {@link protect} made. A copy of one has to be made again. */
export const isProtectedRelease = (value: unknown): value is Protected =>
  typeof value === 'object' && value !== null && made.has(value);

/** Whether something was published of that very release. */
export const isPublishedOf = (published: Protected, release: Release): boolean =>
  made.get(published) === release;

/** Says that a release was protected: after its certificate was verified. */
export function markProtected(published: Protected, release: Release): Protected {
  freeze(published);
  made.set(published, release);
  return published;
}

/** Makes sure that nobody puts anything into it afterwards. */
function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  Object.values(value).forEach(freeze);
}

/** A release with some of its cells hidden. It holds nothing of what they were. */
export function hide(release: Release, policy: Policy, hidden: ReadonlySet<string>): Protected {
  const own = release.cells.filter(({ printed, isEarlier }) => printed !== 'never' && !isEarlier);
  const shown = new Map(own.map((cell) => [cell.id, shownAs(cell, policy, hidden)]));
  const lines = release.lines.flatMap((line) => publicLine(line, shown));
  const bounds = readerBounds(
    new Map([...shown].map(([id, { low, high }]) => [id, between(low, high)])),
    lines,
  );
  const cells = own.map(({ id, label, isAtLeast }): ProtectedCell => {
    const as = shown.get(id) ?? { mark: 'hidden', low: 0 };
    return { id, label, ...as, ...(as.mark === 'hidden' && bounds.get(id)), ...(isAtLeast && { isAtLeast }) };
  });
  const byId = new Map(cells.map((cell) => [cell.id, cell]));
  const named = publicIds(release);
  return {
    policy,
    cells: cells.map((cell) => ({ ...cell, id: named(cell.id) })),
    lines: lines.map((line) => ({ ...line, total: named(line.total), parts: line.parts.map(named) })),
    tables: release.tables.map(({ id, title, cells: of }) => ({ id, title, cells: [...of] })),
    percentages: release.percentages.map(({ id, part, whole }) => ({
      id,
      part: named(part),
      whole: named(whole),
      ...percentageOf(byId.get(part), byId.get(whole)),
    })),
    summaries: release.summaries.map((placed) => protectedSummary(placed, byId, release.sums)),
  } as unknown as Protected; // the mark exists for the type checker alone
}

/** A relation as far as it is between printed numbers: parts that nobody prints may leave something over. */
function publicLine(
  { total, parts, of }: Line,
  printed: ReadonlyMap<string, unknown>,
): readonly ProtectedLine[] {
  const some = parts.filter((part) => printed.has(part));
  if (of === 'implied' || !printed.has(total) || some.length === 0) return [];
  return [{ total, parts: some, ...(some.length < parts.length && { incomplete: true as const }) }];
}

function shownAs(
  { id, count, printed, within }: ReleaseCell,
  { rounding, zeros }: Policy,
  hidden: ReadonlySet<string>,
): Omit<ProtectedCell, 'id' | 'label'> {
  const [low = 0, high] = within ?? [];
  if (hidden.has(id))
    return { mark: 'hidden', ...between(Math.max(low, zeros === 'always-shown' ? 1 : 0), high) };
  if (rounding === undefined || printed === 'always') return { mark: 'shown', ...exactly(count) };
  const rounded = roundTo(count, rounding);
  return { mark: 'rounded', rounded, ...between(...behindRounded(rounded, rounding)) };
}

/** The percentage of two printed numbers. */
function percentageOf(
  part: ProtectedCell | undefined,
  whole: ProtectedCell | undefined,
): Pick<ProtectedPercentage, 'percentage' | 'ofRounded'> {
  if (part?.isAtLeast || whole?.isAtLeast) return {};
  const numerator = part && printedCount(part);
  const denominator = whole && printedCount(whole);
  if (numerator === undefined || denominator === undefined || numerator > denominator) return {};
  const share = percentage(numerator, denominator);
  if (share === undefined) return {};
  const isRounded = [part, whole].some((cell) => cell?.mark === 'rounded');
  return { percentage: share.low, ...(isRounded && { ofRounded: true }) };
}
