import { at, type LinearSystem, type Row } from './linear-system.ts';
import { isSmall, type Policy } from './policy.ts';
import { type ReleaseCell } from './release.ts';

/** How far readers must be left in doubt about a cell. */
export interface Requirement {
  readonly cell: number;
  /** How far apart two possible counts have to be. */
  readonly span: number;
  /** How far below the true count one of them has to be. */
  readonly down: number;
  /** How far above the true count the other has to be. */
  readonly up: number;
}

/** What the policy asks for a cell. */
export function requirementFor(system: LinearSystem, policy: Policy, cell: number): Requirement {
  const { count } = at(system.cells, cell);
  const [from, to] = policy.hide;
  if (policy.width !== 'full') return { cell, span: policy.width, down: 0, up: 0 };
  const least = Math.max(from, at(system.lows, cell));
  if (!isSmall(policy, count) || count < 0) return { cell, span: to - from, down: 0, up: 0 };
  return { cell, span: 0, down: Math.max(0, count - least), up: Math.max(0, to - count) };
}

/** The cells that hold a small count which nobody has been told yet. */
export function sensitiveCells(system: LinearSystem, policy: Policy): readonly number[] {
  const alone = policy.groups === 'protect' ? groupDisclosures(system) : [];
  const small = system.cells.flatMap((cell, index) => {
    const isOpen = cell.printed !== 'always' && cell.publicBy === undefined && cell.isSupposed !== true;
    // No change at all is not a change of somebody, whatever the policy says of zeros.
    const isNothing = cell.signed === true && cell.count === 0;
    return isOpen && !isNothing && (isSmall(policy, cell.count) || cell.wasSmall) ? [index] : [];
  });
  return [...new Set([...small, ...alone])].sort((one, other) => one - other);
}

/** The breakdowns in which everybody falls into one category. */
export const oneCategoryOnly = ({ rows, cells }: LinearSystem): readonly Row[] =>
  rows.filter(({ of, total, parts }) => {
    const everybody = at(cells, total).count;
    return of === 'categories' && everybody > 0 && parts.some((part) => at(cells, part).count === everybody);
  });

/** The categories that nobody falls into where everybody falls into another: a reader must not be sure of them. */
const groupDisclosures = (system: LinearSystem): readonly number[] => [
  ...new Set(
    oneCategoryOnly(system).flatMap(({ parts }) =>
      parts.filter((part) => {
        const { count, printed } = at(system.cells, part);
        return count === 0 && printed === 'if-safe';
      }),
    ),
  ),
];

/**
 * Whether the parts of a line about which readers are in doubt add up to a small number: readers work that out from the
 * rest, unless they are left in doubt about the total. What is hidden and can be worked out exactly is as good as shown.
 */
export function isThin(
  system: LinearSystem,
  policy: Policy,
  row: number,
  isInDoubt: (cell: number) => boolean,
): boolean {
  const { parts } = at(system.rows, row);
  const isNobodys = ({ signed, isSupposed }: ReleaseCell): boolean => signed === true || isSupposed === true;
  if (parts.some((part) => isNobodys(at(system.cells, part)))) return false;
  const open = parts.filter(isInDoubt);
  const sum = open.reduce((all, part) => all + at(system.cells, part).count, 0);
  return open.length > 0 && sum > 0 && isSmall(policy, sum);
}

/** The doubt that protects a line with few hidden: as wide as the policy asks, whichever way. */
export const doubtAbout = ({ width, hide: [from, to] }: Policy, cell: number): Requirement => ({
  cell,
  span: width === 'full' ? to - from : width,
  up: 0,
  down: 0,
});
