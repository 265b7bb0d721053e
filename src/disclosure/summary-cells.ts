import { v5 } from 'uuid';
import { fields, type Counts } from '../form/index.ts';
import { figureLabel, type Contribution, type Summary, type SummaryFigure } from '../summary/index.ts';
import { follows, groupedBy } from '../vocabulary/index.ts';
import { namespace } from './complete-lines.ts';
import { refusal, type Refusal, type RefusalCode } from './refusal.ts';
import type { Combinations, Line, PlacedSummary, ReleaseCell, Sum } from './release.ts';
import { returnAtoms, type ReturnAtoms } from './return-atoms.ts';
import { countsYoungPeople, isExact, withheldAt } from './return-quantities.ts';
import { linesBetween } from './summary-lines.ts';
import type { SummedFigure } from './summed-figure.ts';

/** What summaries add to a release. */
export interface Placed {
  readonly cells: readonly ReleaseCell[];
  readonly lines: readonly Line[];
  readonly sums: readonly Sum[];
  readonly summaries: readonly PlacedSummary[];
  readonly combined: Combinations;
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
  const byKey = groupedBy(contributions, keyOf);
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
        each.combined ? [[keyOf(each), each.combined.services] as const] : [],
      ),
    ),
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
      [...(returns.get(keyOf(each))?.cellOf ?? [])].map(([path, id]) => [`${keyOf(each)}: ${path}`, id]),
    ),
  ),
});

const refusedWith = (code: RefusalCode, cells: readonly string[]): Placed => ({
  cells: [],
  lines: [],
  sums: [],
  summaries: [],
  combined: {},
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

/** What identifies a return: a revision is another return with other counts. */
const keyOf = ({ service, period }: Contribution): string => `${service}, ${period.from}/${period.to}`;

const asCell = (
  { id, figure, count, besides }: SummedFigure,
  atoms: ReadonlyMap<string, ReleaseCell>,
): ReleaseCell => {
  const { isSeen, within } = atoms.get(id) ?? (figure.path.endsWith('/not-stated') ? { within: [1] } : {});
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
  const byKey = new Map(contributions.map((each) => [keyOf(each), each]));
  return figures.map((figure) => {
    if (!countsYoungPeople(figure.path) || figure.caveats.includes('overlapping-periods')) return undefined;
    const members = figure.from.flatMap((key) => byKey.get(key) ?? []);
    const paths = addends(figure, members);
    const ids = [
      ...new Set(paths?.flatMap(({ member, path }) => returns.get(keyOf(member))?.cellOf.get(path) ?? [])),
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
    return { id, table, figure, atoms: ids, count, besides, isOverTime };
  });
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

interface Addend {
  readonly member: Contribution;
  readonly path: string;
  readonly isOverTime?: true;
}

/** The counts of which a figure is the sum; nothing, where it is no sum: the same person may be in two periods. */
function addends(
  { path, low, high }: SummaryFigure,
  members: readonly Contribution[],
): readonly Addend[] | undefined {
  const field = fields.find(
    ({ id }) => path === id || path.startsWith(`${id}.`) || path.startsWith(`${id}/`),
  );
  const all = members.map((member) => ({ member, path }));
  const counts = field === undefined || field.kind === 'code' ? 'people' : field.counts;
  if (counts === 'events' || counts === 'attendances') return all;
  const servicesOf = ({ service, combined }: Contribution): readonly string[] =>
    combined?.services ?? [service];
  const services = members.flatMap(servicesOf);
  if (new Set(services).size === services.length) return all;
  if (low !== high || members.some(({ combined }) => combined !== undefined)) return undefined;
  const found = [...groupedBy(members, ({ service }) => service).values()].map((of) =>
    overTime(path, of.length === 1 ? 'events' : counts, of),
  );
  return found.every((each) => each !== undefined) ? found.flat() : undefined;
}

/**
 * What a figure of one service over several periods is the sum of. Of people nothing but who was new to the year says
 * so: that their number happens to be one, since nobody was there in the other periods, would tell just that.
 */
function overTime(
  path: string,
  counts: Counts,
  members: readonly Contribution[],
): readonly Addend[] | undefined {
  const sorted = [...members].sort((one, other) => (one.period.from < other.period.from ? -1 : 1));
  if (counts === 'events') return sorted.map((member) => ({ member, path }));
  if (counts === 'people-at-end')
    return sorted.slice(-1).map((member) => ({ member, path, isOverTime: true }));
  if (path !== 'youngPeople.direct' || !isCountedThroughYear(sorted)) return undefined;
  // Everybody of a year was counted for the first time just once.
  return sorted.map((member, index) => ({
    member,
    path: index === 0 ? path : 'youngPeople.firstInYear',
    isOverTime: true,
  }));
}

/** Whether periods begin with a calendar year, follow each other in it, and say who was new to it. */
function isCountedThroughYear(sorted: readonly Contribution[]): boolean {
  const year = sorted[0]?.period.from.slice(0, 4) ?? '';
  return sorted.every(({ period, entries }, index) => {
    const before = sorted[index - 1]?.period;
    return before === undefined
      ? period.from === `${year}-01-01`
      : period.to.startsWith(year) && follows(before, period) && isExact(entries['youngPeople.firstInYear']);
  });
}

/** That a figure of several returns is the sum of what they say, once a quantity. */
const distinctSums = (found: readonly SummedFigure[]): readonly Line[] =>
  [...new Map(found.map((each) => [each.id, each])).values()]
    .filter(({ atoms }) => atoms.length > 1)
    .map(({ id, atoms }) => ({ total: id, parts: atoms, of: 'members' }));
