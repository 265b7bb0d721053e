import { v5 } from 'uuid';
import { returnKey } from '../form/index.ts';
import { figureLabel, isNotStated, type Contribution, type Summary } from '../summary/index.ts';
import { groupedBy } from '../vocabulary/index.ts';
import { addends } from './addends.ts';
import { namespace } from './complete-lines.ts';
import { refusal, type Refusal, type RefusalCode } from './refusal.ts';
import type { Combinations, Line, PlacedSummary, ReleaseCell, Sum, WithheldCount } from './release.ts';
import { isLaterInYear } from './form-relations.ts';
import { returnAtoms, type ReturnAtoms } from './return-atoms.ts';
import { countsYoungPeople, withheldAt } from './return-quantities.ts';
import { linesBetween } from './summary-lines.ts';
import type { SummedFigure } from './summed-figure.ts';

/** What summaries add to a release. */
export interface Placed {
  readonly cells: readonly ReleaseCell[];
  readonly lines: readonly Line[];
  readonly sums: readonly Sum[];
  readonly summaries: readonly PlacedSummary[];
  readonly combined: Combinations;
  readonly withheld: readonly WithheldCount[];
  readonly refused: readonly Refusal[];
}

/**
 * The figures of summaries as quantities made of the counts of returns: so groupings that cut across each other,
 * breakdowns that share a base and totals of every kind hang together by what they are made of.
 */
export function placeSummaries(summaries: readonly Summary[]): Placed {
  const contributions = summaries.flatMap((summary) =>
    summary.contributions.filter(({ revision }) => revision > 0),
  );
  const byKey = groupedBy(contributions, returnKey);
  const twice = [...byKey].filter(([, same]) => new Set(same.map(content)).size > 1).map(([key]) => key);
  if (twice.length > 0) return refusedWith('return-twice', twice);
  const returns = new Map(
    [...byKey].flatMap(([key, [first]]) =>
      first === undefined ? [] : [[key, returnAtoms(key, first)] as const],
    ),
  );
  const contradictions = [...returns.values()].flatMap((each) => each.contradictions);
  if (contradictions.length > 0) return refusedWith('return-contradicts-itself', contradictions);
  const atoms = new Map(
    [...returns.values()].flatMap(({ cells }) => cells.map((cell) => [cell.id, cell] as const)),
  );
  const summed = summaries.map((summary, table) => summedFigures(summary, table, returns, atoms));
  const found = summed.flat().filter((each) => each !== undefined);
  const between = linesBetween(found);
  return {
    cells: [...atoms.values(), ...found.map((each) => asCell(each, atoms)), ...between.cells],
    lines: [...[...returns.values()].flatMap(({ lines }) => lines), ...distinctSums(found), ...between.lines],
    sums: [...new Map(found.map(({ id, atoms: of }) => [id, { id, atoms: of }])).values()],
    summaries: summaries.map((summary, index) => placedSummary(summary, index, summed[index] ?? [], returns)),
    combined: Object.fromEntries(
      contributions.flatMap((each) =>
        each.combined ? [[returnKey(each), each.combined.services] as const] : [],
      ),
    ),
    withheld: [...returns.values()].flatMap(({ withheld }) => withheld),
    refused: [],
  };
}

/** Where the figures and the returns of a summary stand. */
const placedSummary = (
  summary: Summary,
  index: number,
  figures: readonly (SummedFigure | undefined)[],
  returns: ReadonlyMap<string, ReturnAtoms>,
): PlacedSummary => ({
  id: `summary ${index + 1}`,
  summary,
  cellOf: figures.map(
    (each) => each && { cell: each.id, besides: each.besides, isOverTime: each.isOverTime },
  ),
  countOf: Object.fromEntries(
    summary.contributions.flatMap((each) =>
      [...(returns.get(returnKey(each))?.cellOf ?? [])].map(([path, id]) => [
        `${returnKey(each)}: ${path}`,
        id,
      ]),
    ),
  ),
});

const refusedWith = (code: RefusalCode, cells: readonly string[]): Placed => ({
  cells: [],
  lines: [],
  sums: [],
  summaries: [],
  combined: {},
  withheld: [],
  refused: [refusal(code, cells)],
});

/** What a return says, whatever the order in which it says it. */
const content = ({ combined, revision, base, entries }: Contribution): string =>
  JSON.stringify([
    combined ?? '',
    revision,
    base ?? '',
    Object.entries(entries)
      .map(([path, { low, high, says }]) => [path, low, high ?? null, says])
      .sort(([one = ''], [other = '']) => (String(one) < String(other) ? -1 : 1)),
  ]);

const asCell = (
  { id, figure, count, besides }: SummedFigure,
  atoms: ReadonlyMap<string, ReleaseCell>,
): ReleaseCell => {
  const { isSeen, within } = atoms.get(id) ?? (isNotStated(figure.path) ? { within: [1] } : {});
  return {
    id,
    label: [
      figureLabel(figure.path),
      figure.base,
      ...Object.entries(figure.group).map(([name, value]) => `${name} ${value}`),
    ]
      .filter((part) => part !== undefined)
      .join(', '),
    count,
    printed: 'if-safe',
    isFigure: true,
    ...((figure.low !== figure.high || besides > 0) && { isAtLeast: true as const }),
    ...(isSeen && { isSeen }),
    ...(within && { within }),
  };
};

/** Each figure that is a sum of recorded counts; the others are worked out from protected numbers. */
function summedFigures(
  { figures, contributions }: Summary,
  table: number,
  returns: ReadonlyMap<string, ReturnAtoms>,
  atoms: ReadonlyMap<string, ReleaseCell>,
): readonly (SummedFigure | undefined)[] {
  const byKey = new Map(contributions.map((each) => [returnKey(each), each]));
  return figures.map((figure) => {
    if (!countsYoungPeople(figure.path) || figure.caveats.includes('overlapping-periods')) return undefined;
    const members = figure.from.flatMap((key) => byKey.get(key) ?? []);
    const paths = addends(figure, members);
    const ids = [
      ...new Set(
        paths?.flatMap(({ member, path }) => returns.get(returnKey(member))?.cellOf.get(path) ?? []),
      ),
    ].sort();
    const count = ids.reduce((sum, id) => sum + (atoms.get(id)?.count ?? 0), 0);
    const besides = sumOf((paths ?? []).map(({ member, path }) => withheldAt(path, member)?.low ?? 0));
    const [first] = ids;
    if (first === undefined || count + besides !== figure.low) return undefined;
    const id =
      ids.length === 1
        ? first
        : `${figure.path}: sum of ${ids.length} counts ${v5(ids.join('\n'), namespace)}`;
    const isOverTime = paths?.some((each) => each.isOverTime) ?? false;
    const isLater = members.every(({ period }) => isLaterInYear(period));
    return { id, table, figure, atoms: ids, count, besides, isOverTime, isLaterInYear: isLater };
  });
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

/** That a figure of several returns is the sum of what they say, once a quantity. */
const distinctSums = (found: readonly SummedFigure[]): readonly Line[] =>
  [...new Map(found.map((each) => [each.id, each])).values()]
    .filter(({ atoms }) => atoms.length > 1)
    .map(({ id, atoms }) => ({ total: id, parts: atoms, of: 'members' }));
