import { v5 } from 'uuid';
import { fields } from '../form/index.ts';
import { figureLabel, type Contribution, type Summary, type SummaryFigure } from '../summary/index.ts';
import { refusal, type Refusal } from './refusal.ts';
import type { Line, PlacedSummary, ReleaseCell } from './release.ts';
import { countsYoungPeople, returnAtoms, type ReturnAtoms } from './return-atoms.ts';
import { linesBetween } from './summary-lines.ts';

/** A figure that is a sum of counts of returns. */
export interface SummedFigure {
  readonly id: string;
  /** Which summary it is of. */
  readonly table: number;
  readonly figure: SummaryFigure;
  readonly atoms: readonly string[];
  readonly count: number;
}

/** What summaries add to a release. */
export interface Placed {
  readonly cells: readonly ReleaseCell[];
  readonly lines: readonly Line[];
  readonly summaries: readonly PlacedSummary[];
  readonly refused: readonly Refusal[];
}

const namespace = '5f0c4f0e-8a58-5d0b-9a35-4d8f6b6b1c57';

/**
 * The figures of summaries as quantities made of the counts of returns: so groupings that cut across each other,
 * breakdowns that share a base and totals of every kind hang together by what they are made of.
 */
export function placeSummaries(summaries: readonly Summary[]): Placed {
  const returns = new Map<string, ReturnAtoms>();
  for (const contribution of summaries.flatMap(({ contributions }) => contributions)) {
    const key = keyOf(contribution);
    if (contribution.revision > 0 && !returns.has(key)) returns.set(key, returnAtoms(key, contribution));
  }
  const contradictions = [...returns.values()].flatMap((each) => each.contradictions);
  if (contradictions.length > 0)
    return {
      cells: [],
      lines: [],
      summaries: [],
      refused: [refusal('return-contradicts-itself', contradictions)],
    };
  const atoms = new Map(
    [...returns.values()].flatMap(({ cells }) => cells.map((cell) => [cell.id, cell] as const)),
  );
  const summed = summaries.map((summary, table) => summedFigures(summary, table, returns, atoms));
  const found = summed.flat().filter((each) => each !== undefined);
  const between = linesBetween(found, atoms);
  return {
    cells: [...atoms.values(), ...found.map(asCell), ...between.cells],
    lines: [...[...returns.values()].flatMap(({ lines }) => lines), ...distinctSums(found), ...between.lines],
    summaries: summaries.map((summary, index) => ({
      id: `summary ${index + 1}`,
      summary,
      cellOf: (summed[index] ?? []).map((each) => each?.id),
      countOf: Object.fromEntries(
        summary.contributions.flatMap((each) =>
          [...(returns.get(keyOf(each))?.cellOf ?? [])].map(([path, id]) => [
            `${each.service}, ${each.period.from}/${each.period.to}: ${path}`,
            id,
          ]),
        ),
      ),
    })),
    refused: [],
  };
}

/** What identifies a return: a revision is another return with other counts. */
const keyOf = ({ service, period }: Contribution): string => `${service}, ${period.from}/${period.to}`;

const asCell = ({ id, figure, count }: SummedFigure): ReleaseCell => ({
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
});

/** Each figure that is a sum of recorded counts; the others are worked out from protected numbers. */
function summedFigures(
  { figures, contributions }: Summary,
  table: number,
  returns: ReadonlyMap<string, ReturnAtoms>,
  atoms: ReadonlyMap<string, ReleaseCell>,
): readonly (SummedFigure | undefined)[] {
  const byKey = new Map(contributions.map((each) => [keyOf(each), each]));
  return figures.map((figure) => {
    if (!countsYoungPeople(figure.path)) return undefined;
    const members = figure.from.flatMap((key) => byKey.get(key) ?? []);
    if (!addsUp(figure, members)) return undefined;
    const ids = members
      .map((member) => returns.get(keyOf(member))?.cellOf.get(figure.path))
      .filter((id) => id !== undefined)
      .sort();
    const count = ids.reduce((sum, id) => sum + (atoms.get(id)?.count ?? 0), 0);
    const [first] = ids;
    if (first === undefined || count !== figure.low) return undefined;
    const id =
      ids.length === 1
        ? first
        : `${figure.path}: sum of ${ids.length} returns ${v5(ids.join('\n'), namespace)}`;
    return { id, table, figure, atoms: ids, count };
  });
}

/** Whether a figure is the sum of what its returns say: people are, where every service returned once. */
function addsUp({ path, caveats }: SummaryFigure, members: readonly Contribution[]): boolean {
  if (caveats.includes('overlapping-periods')) return false;
  const field = fields.find(
    ({ id }) => path === id || path.startsWith(`${id}.`) || path.startsWith(`${id}/`),
  );
  if (
    field !== undefined &&
    field.kind !== 'code' &&
    (field.counts === 'events' || field.counts === 'attendances')
  )
    return true;
  const services = members.flatMap(({ service, combines = [service] }) => combines);
  return new Set(services).size === services.length;
}

/** That a figure of several returns is the sum of what they say, once a quantity. */
const distinctSums = (found: readonly SummedFigure[]): readonly Line[] =>
  [...new Map(found.map((each) => [each.id, each])).values()]
    .filter(({ atoms }) => atoms.length > 1)
    .map(({ id, atoms }) => ({ total: id, parts: atoms, of: 'members' }));
