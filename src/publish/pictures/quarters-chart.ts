import { quartersBetween, type Quarter } from '../../vocabulary/index.ts';
import { requireBounds } from './bounds.ts';
import { quarterHeads } from './quarters.ts';
import { chartWidth, plotted, type Drawing, type Plot } from './plotting.ts';
import type { Picture, PictureWords } from './picture.ts';

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
 * @throws Error naming the optional package that is missing; RangeError when two points are of one quarter, or a bound
 * is no count
 */
export function quartersChart(chart: QuartersChart): Promise<Picture> {
  requirePoints(chart);
  const points = [...chart.points].sort((one, other) => (one.quarter < other.quarter ? -1 : 1));
  const [first, last] = [points[0]?.quarter, points.at(-1)?.quarter];
  const quarters = first === undefined || last === undefined ? [] : quartersBetween(first, last);
  const top = Math.max(1, ...points.flatMap(({ low, high = low }) => [low, high])) * 1.08;
  const course = { points, quarters, top };
  // The numbers beside the lines need their place.
  const marginLeft = 16 + 7 * Math.max(4, String(Math.floor(top)).length);
  return plotted(quartersWords(chart, course), (plot, pattern) => ({
    height,
    marginLeft,
    marginRight: 8,
    marginTop: 14,
    marginBottom: 34,
    x: { type: 'band', domain: quarters, padding: 0.25, axis: null },
    y: { domain: [0, top], axis: null },
    marks: [
      ...axes(plot, quarters, chartWidth - marginLeft),
      ...courseMarks(plot, pattern('stripes'), course),
    ],
  }));
}

function requirePoints({ points }: QuartersChart): void {
  for (const { quarter, low, high } of points) {
    requireBounds(`quartersChart: ${quarter}`, { low, high });
    if (points.filter((point) => point.quarter === quarter).length > 1)
      throw new RangeError(`quartersChart: two points of ${quarter}`);
  }
}

/** The points in order, with every quarter between them. */
interface Course {
  readonly points: readonly QuarterPoint[];
  readonly quarters: readonly Quarter[];
  readonly top: number;
}

const pointAt = ({ points }: Course, quarter: Quarter): QuarterPoint | undefined =>
  points.find((point) => point.quarter === quarter);

function quartersWords({ title, unit }: QuartersChart, course: Course): PictureWords {
  const { points, quarters } = course;
  const gaps = points.length < quarters.length ? '; the line has gaps where nothing was returned' : '';
  return {
    title,
    description: `${unit} in ${points.length} of ${quarters.length} quarters${gaps}.`,
    table: {
      header: ['Quarter', unit],
      rows: quarters.map((quarter) => [quarter, pointAt(course, quarter)?.words ?? 'not returned']),
    },
  };
}

function axes(plot: Plot, quarters: readonly Quarter[], width: number): Drawing['marks'] {
  const heads = quarterHeads(quarters, width / Math.max(1, quarters.length));
  return [
    plot.gridY({ ticks: 4, stroke: 'var(--line)', strokeOpacity: 1 }),
    plot.axisY({ ticks: 4, tickSize: 0, label: null, tickFormat: whole }),
    plot.ruleY([0], { stroke: 'var(--soft)' }),
    plot.axisX({
      tickSize: 0,
      label: null,
      tickFormat: (quarter: Quarter) =>
        `${heads.get(quarter)?.number ?? ''}\n${heads.get(quarter)?.year ?? ''}`,
    }),
  ];
}

const whole = (value: number): string => (Number.isInteger(value) ? String(value) : '');

function courseMarks(plot: Plot, stripes: string, course: Course): Drawing['marks'] {
  const { points, quarters, top } = course;
  const line = quarters.map((quarter) => ({ quarter, low: exactly(pointAt(course, quarter)) }));
  const certain = line.filter(({ low }) => !Number.isNaN(low));
  const ranges = points
    .filter(({ low, high }) => high !== low)
    .map(({ quarter, low, high = top }) => ({ quarter, low, high }));
  const missing = quarters.filter((quarter) => pointAt(course, quarter) === undefined);
  // As large as there is place for.
  const r = Math.min(4, 120 / quarters.length);
  return [
    plot.barY(ranges, { x: 'quarter', y1: 'low', y2: 'high', fill: stripes, stroke: 'var(--tint)' }),
    plot.lineY(line, { x: 'quarter', y: 'low', stroke: 'var(--tint)', strokeWidth: 2.5 }),
    plot.dot(certain, { x: 'quarter', y: 'low', r, fill: 'var(--tint)', stroke: 'var(--ground)' }),
    plot.dot(missing, {
      x: (quarter: Quarter) => quarter,
      y: 0,
      dy: -8,
      r,
      symbol: 'times',
      stroke: 'var(--soft)',
    }),
  ];
}

/** The number of a quarter, where it is one. */
const exactly = (point: QuarterPoint | undefined): number =>
  point !== undefined && point.low === point.high ? point.low : NaN;
