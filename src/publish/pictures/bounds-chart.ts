import { requireBounds } from './bounds.ts';
import { plotted, type Drawing, type Plot } from './plotting.ts';
import { short, type Picture, type PictureWords } from './picture.ts';

/** A row of a chart of counts. */
export interface BoundsRow {
  readonly label: string;
  readonly low: number;
  /** Nothing where the number may be any larger. */
  readonly high?: number;
  /** The number as it is printed: `[c]`, `at least 113`. */
  readonly words: string;
}

/** What a chart of counts shows. */
export interface BoundsChart {
  readonly title: string;
  /** What is counted: the head of its column. */
  readonly unit: string;
  readonly rows: readonly BoundsRow[];
}

const rowHeight = 44;
/** Room for the words after the longest bar. */
const wordsWidth = 162;
/** How much of them stands in a line. */
const lineLength = 22;

/**
 * Counts as bars: solid up to what is certain, striped as far as it may reach, with an arrow where nothing bounds it.
 *
 * @throws Error naming the optional package that is missing; RangeError when a bound is no count
 * @example
 * const { svg } = await boundsChart({ title: 'Sessions', unit: 'sessions', rows: [{ label: 'Spring', low: 7, words: 'at least 7' }] });
 * svg.startsWith('<svg'); // => true
 */
export function boundsChart(chart: BoundsChart): Promise<Picture> {
  for (const { label, low, high } of chart.rows) requireBounds(`boundsChart: ${label}`, { low, high });
  const known = Math.max(1, ...chart.rows.flatMap(({ low, high = low }) => [low, high]));
  // What nothing bounds reaches beyond all others.
  const most = chart.rows.some(({ high }) => high === undefined) ? known * 1.1 : known;
  const bars = chart.rows.map((row, index) => ({
    ...row,
    index,
    to: row.high ?? most,
    text: short(row.label, 60),
    mark: inTwoLines(`${row.words}${row.high === undefined ? ' →' : ''}`),
  }));
  return plotted(boundsWords(chart), (plot, pattern) => ({
    height: bars.length * rowHeight + 4,
    marginLeft: 1,
    marginRight: wordsWidth,
    marginTop: 2,
    marginBottom: 2,
    x: { axis: null, domain: [0, most] },
    y: { axis: null, type: 'band', domain: bars.map(({ index }) => index), padding: 0 },
    marks: barMarks(plot, pattern('stripes'), bars),
  }));
}

const boundsWords = ({ title, unit, rows }: BoundsChart): PictureWords => ({
  title,
  description: `${rows.length} bars of ${unit}, each with its number in words; striped where the number is not certain.`,
  table: { header: ['What', unit], rows: rows.map(({ label, words }) => [label, words]) },
});

/** Words beside a bar, in one line or two. */
function inTwoLines(words: string): string {
  if (words.length <= lineLength) return words;
  const space = words.lastIndexOf(' ', lineLength);
  const end = space < 1 ? lineLength : space;
  return `${words.slice(0, end)}\n${short(words.slice(end).trim(), lineLength)}`;
}

interface Bar extends BoundsRow {
  readonly index: number;
  readonly to: number;
}

function barMarks(plot: Plot, stripes: string, bars: readonly Bar[]): Drawing['marks'] {
  const place = { y: 'index', insetTop: 20, insetBottom: 6 } as const;
  const words = { y: 'index', textAnchor: 'start' } as const;
  const open = bars.filter(({ low, to }) => to > low);
  const certain = bars.filter(({ low }) => low > 0);
  return [
    plot.barX(open, { ...place, x1: 'low', x2: 'to', fill: stripes, stroke: 'var(--tint)' }),
    plot.barX(certain, { ...place, x1: 0, x2: 'low', fill: 'var(--tint)' }),
    plot.ruleX([0], { stroke: 'var(--soft)' }),
    plot.text(bars, { ...words, x: 0, text: 'text', dy: -13, dx: 1 }),
    plot.text(bars, { ...words, x: 'to', text: 'mark', dy: 8, dx: 5, fontWeight: 600 }),
  ];
}
