import { percentage } from '../figures/index.ts';
import { groupedBy } from '../vocabulary/index.ts';
import { isCount } from './count.ts';
import type { LineContents, Statement } from './release-contents.ts';
import { refusal, refusedIf, type Refusal } from './refusal.ts';
import type { PercentageOf, ReleaseCell, ReleaseTable } from './release.ts';

interface Said {
  readonly cells: readonly ReleaseCell[];
  readonly lines: readonly LineContents[];
  readonly percentages: readonly PercentageOf[];
  readonly tables: readonly ReleaseTable[];
  readonly refused: readonly Refusal[];
}

/** What statements add: a cell for every sum, a percentage of two cells, and what cannot be placed or is not so. */
export function statementsIn(made: readonly Statement[], cells: readonly ReleaseCell[]): Said {
  const idOf = idsByLabel(cells);
  const statements = made.map((each) => resolved(each, idOf));
  const countOf = new Map(cells.map(({ id, count }) => [id, count]));
  const sums = statements.filter((each) => 'of' in each);
  const shares = statements.filter((each) => 'part' in each);
  const open = new Set(cells.filter(({ isAtLeast }) => isAtLeast).map(({ id }) => id));
  // Of a number that may be larger there is no sum and no percentage.
  const isPlaced = (ids: readonly string[]): boolean =>
    ids.length > 0 && ids.every((id) => countOf.has(id) && !open.has(id));
  const sayable = new Map([...countOf, ...sums.map(({ id, count }) => [id, count] as const)]);
  const isSayable = (ids: readonly string[]): boolean => ids.every((id) => sayable.has(id) && !open.has(id));
  const sum = (ids: readonly string[]): number => ids.reduce((all, id) => all + (countOf.get(id) ?? 0), 0);
  const unplaced = [
    ...sums.filter(({ of }) => !isPlaced(of) || new Set(of).size < of.length),
    ...shares.filter(({ part, whole }) => !isSayable([part, whole])),
    ...statements.filter((each) => !('of' in each) && !('part' in each)),
  ].map(({ id }) => id);
  const wrong = [
    ...sums.filter(({ of, count }) => isPlaced(of) && count !== sum(of)),
    ...shares.filter((each) => isSayable([each.part, each.whole]) && !isShare(each, sayable)),
  ].map(({ id }) => id);
  const ids = [...statements.map(({ id }) => id), ...cells.map(({ id }) => id)];
  const twice = shares.map(({ id }) => id).filter((id) => ids.indexOf(id) !== ids.lastIndexOf(id));
  return {
    cells: sums.map(({ id, count }) => ({ id, label: id, count, printed: 'if-safe' })),
    lines: sums.map(({ id, of }) => ({ total: id, parts: of, of: 'members' })),
    percentages: shares.map(({ id, part, whole }) => ({ id, part, whole })),
    tables:
      sums.length === 0 ? [] : [{ id: 'statements', title: 'In sentences', cells: sums.map(({ id }) => id) }],
    refused: [
      ...refusedIf('unplaced', unplaced),
      ...refusedIf('statement-disagrees', wrong),
      ...(twice.length === 0 ? [] : [refusal('same-cell-twice', twice)]),
    ],
  };
}

function isShare(
  {
    percentage: said,
    part,
    whole,
  }: { readonly percentage: number; readonly part: string; readonly whole: string },
  countOf: ReadonlyMap<string, number>,
): boolean {
  const [numerator = 0, denominator = 0] = [countOf.get(part), countOf.get(whole)];
  if (!isCount(numerator) || !isCount(denominator)) return true;
  return numerator <= denominator && percentage(numerator, denominator)?.low === said;
}

/** The id behind a name: figures of summaries may be called by their labels, where one alone has it. */
export function idsByLabel(cells: readonly ReleaseCell[]): (name: string) => string {
  const ids = new Set(cells.map(({ id }) => id));
  const labelled = groupedBy(
    cells.filter(({ isFigure }) => isFigure),
    ({ label }) => label,
  );
  return (name) => {
    const [only, ...others] = new Set((labelled.get(name) ?? []).map(({ id }) => id));
    return ids.has(name) || only === undefined || others.length > 0 ? name : only;
  };
}

/** A statement by the ids of its cells. */
function resolved(statement: Statement, idOf: (name: string) => string): Statement {
  if ('of' in statement) return { ...statement, of: statement.of.map(idOf) };
  if ('part' in statement) return { ...statement, part: idOf(statement.part), whole: idOf(statement.whole) };
  return statement;
}
