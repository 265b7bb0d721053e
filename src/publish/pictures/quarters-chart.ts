import type { Quarter } from '../../vocabulary/index.ts';
import { quartersBetween } from './quarters.ts';
import { plotted } from './plotting.ts';
import type { Picture } from './picture.ts';

/** What was counted in a quarter. */
export interface QuarterPoint {
  readonly quarter: Quarter;
  readonly low: number;
  /** Nothing where the number may be any larger. */
  readonly high?: number;
  /** The number as it is printed. */
  readonly words: string;
}

/** What a chart over time shows. Quarters without a point are gaps. */
export interface QuartersChart {
  readonly title: string;
  readonly unit: string;
  readonly points: readonly QuarterPoint[];
}

const height = 190;

/**
 * A count over quarters: a line through what is certain, with gaps where nothing was returned, and striped as far as a
 * number may reach.
 *
 * @throws Error naming the optional package that is missing
 */
export function quartersChart({ title, unit, points }: QuartersChart): Promise<Picture> {
  const sorted = [...points].sort((one, other) => (one.quarter < other.quarter ? -1 : 1));
  const [first, last] = [sorted[0]?.quarter, sorted.at(-1)?.quarter];
  const quarters = first === undefined || last === undefined ? [] : quartersBetween(first, last);
  const byQuarter = new Map(sorted.map((point) => [point.quarter, point]));
  const missing = quarters.filter((quarter) => !byQuarter.has(quarter));
  const words = {
    title,
    description: `${unit} in ${sorted.length} of ${quarters.length} quarters${missing.length === 0 ? '' : '; the line has gaps where nothing was returned'}.`,
    table: {
      header: ['Quarter', unit],
      rows: quarters.map((quarter) => [quarter, byQuarter.get(quarter)?.words ?? 'not returned']),
    },
  };
  const most = Math.max(1, ...sorted.flatMap(({ low, high = low }) => [low, high]));
  const line = quarters.map((quarter) => ({ quarter, low: exactly(byQuarter.get(quarter)) }));
  const ranges = sorted
    .filter(({ low, high }) => high !== low)
    .map(({ quarter, low, high }) => ({ quarter, low, high: high ?? most * 1.08 }));
  return plotted(words, (plot, pattern) => ({
    height,
    marginLeft: 44,
    marginRight: 8,
    marginTop: 14,
    marginBottom: 34,
    x: { type: 'band', domain: quarters, padding: 0.25, axis: null },
    y: { domain: [0, most * 1.08], axis: null },
    marks: [
      plot.gridY({ ticks: 4, stroke: 'var(--line)', strokeOpacity: 1 }),
      plot.axisY({
        ticks: 4,
        tickSize: 0,
        label: null,
        tickFormat: (value: number) => (Number.isInteger(value) ? String(value) : ''),
      }),
      plot.ruleY([0], { stroke: 'var(--soft)' }),
      plot.axisX({ tickSize: 0, label: null, tickFormat: tick(quarters) }),
      plot.barY(ranges, {
        x: 'quarter',
        y1: 'low',
        y2: 'high',
        fill: pattern('stripes'),
        stroke: 'var(--tint)',
      }),
      plot.lineY(line, { x: 'quarter', y: 'low', stroke: 'var(--tint)', strokeWidth: 2.5 }),
      plot.dot(
        line.filter(({ low }) => !Number.isNaN(low)),
        { x: 'quarter', y: 'low', r: 4, fill: 'var(--tint)', stroke: 'var(--ground)' },
      ),
      plot.text(missing, {
        x: (quarter: Quarter) => quarter,
        y: 0,
        text: () => '×',
        dy: -8,
        fill: 'var(--soft)',
      }),
    ],
  }));
}

/** The number of a quarter, where it is one. */
const exactly = (point: QuarterPoint | undefined): number =>
  point !== undefined && point.low === point.high ? point.low : NaN;

/** Quarters by number, with the year below where it begins; years alone where there are many. */
const tick =
  (quarters: readonly Quarter[]) =>
  (quarter: Quarter, index: number): string => {
    const [year = '', number = ''] = quarter.split('-');
    const isFirst = index === 0 || number === 'Q1';
    if (quarters.length > 14) return number === 'Q1' ? year : '';
    return isFirst ? `${number}\n${year}` : number;
  };
