import { median } from 'simple-statistics';
import { between, highOf, isExact, type Bounds } from '../figures/index.ts';
import type { Measure, MeasureFigure } from '../indicators/index.ts';
import { daysIn, type Period } from '../vocabulary/index.ts';
import type { ContrastFigure, ContrastSide } from './contrast-result.ts';

/** The figures of both sides beside each other, and how each pair reads. */
export function compared(
  chosen: Measure,
  holds: ContrastSide,
  doesNot: ContrastSide,
  fewest: number,
): readonly ContrastFigure[] {
  return holds.figures.flatMap((figure) => {
    const other = doesNot.figures.find(
      ({ part, category }) => part === figure.part && category === figure.category,
    );
    const [where, whereNot] = [amountOf(chosen, figure, holds), other && amountOf(chosen, other, doesNot)];
    if (where === undefined || whereNot === undefined) return [];
    const isFew = holds.n < fewest || doesNot.n < fewest;
    const isComparable = chosen.kind === 'share' || isOfOneLength([...holds.periods, ...doesNot.periods]);
    return [
      {
        ...(figure.part !== undefined && { part: figure.part }),
        ...(figure.category !== undefined && { category: figure.category }),
        unit: unitOf(chosen),
        where,
        whereNot,
        reads: isFew
          ? 'too-few'
          : isComparable
            ? readsAs([where, whereNot], [middleOf(chosen, figure, holds), middleOf(chosen, figure, doesNot)])
            : 'not-comparable',
      },
    ];
  });
}

/** Whether figures describe periods of one length: quarters of 90 to 92 days do. */
function isOfOneLength(all: readonly (readonly Period[])[]): boolean {
  const days = all.map((periods) => periods.reduce((sum, period) => sum + daysIn(period), 0));
  return Math.max(...days) - Math.min(...days) <= 0.05 * Math.max(...days);
}

type TwoSides = readonly [where: Bounds | undefined, whereNot: Bounds | undefined];

/** A difference counts when the middle figures have it too: one figure alone may not make it. */
function readsAs(sides: TwoSides, middles: TwoSides): ContrastFigure['reads'] {
  const [overall, middle] = [comparison(sides), comparison(middles)];
  return overall === middle ? overall : 'overlap';
}

function comparison([where, whereNot]: TwoSides): 'higher' | 'lower' | 'same' | 'overlap' {
  if (where === undefined || whereNot === undefined) return 'overlap';
  if (where.low > highOf(whereNot)) return 'higher';
  if (highOf(where) < whereNot.low) return 'lower';
  return isExact(where) && isExact(whereNot) ? 'same' : 'overlap';
}

/** The middle of the figures of a side, between the middles of their lower and upper ends. */
function middleOf(
  chosen: Measure,
  { part, category }: MeasureFigure,
  { each }: ContrastSide,
): Bounds | undefined {
  const amounts = each.flatMap(({ services, sent, figures }) => {
    const own = figures.find((figure) => figure.part === part && figure.category === category);
    return (own && amountOf(chosen, own, { withFigures: services, sent })) ?? [];
  });
  if (amounts.length === 0) return undefined;
  return between(median(amounts.map(({ low }) => low)), median(amounts.map(highOf)));
}

function unitOf({ kind, unit }: Measure): string {
  if (kind === 'share') return 'per cent';
  return kind === 'ratio' ? 'as a ratio' : `${unit} for each service`;
}

/** A share or ratio as it is; a count as an average for each service with a figure that sent something. */
function amountOf(
  { kind }: Measure,
  figure: MeasureFigure,
  { withFigures, sent }: Pick<ContrastSide, 'withFigures' | 'sent'>,
): Bounds | undefined {
  if (kind === 'share') return figure.share;
  if (kind === 'ratio') return figure.ratio;
  const { low, high } = figure.value;
  return between(low / withFigures.length, (high ?? Infinity) / sent);
}
