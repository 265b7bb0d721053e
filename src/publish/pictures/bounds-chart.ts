import { chartWidth, plotted } from './plotting.ts';
import { short, type Picture } from './picture.ts';

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
const wordsWidth = 124;

/**
 * Counts as bars: solid up to what is certain, striped as far as it may reach, with an arrow where nothing bounds it.
 *
 * @throws Error naming the optional package that is missing
 * @example
 * const { svg } = await boundsChart({ title: 'Sessions', unit: 'sessions', rows: [{ label: 'Spring', low: 7, words: 'at least 7' }] });
 * svg.startsWith('<svg'); // => true
 */
export function boundsChart({ title, unit, rows }: BoundsChart): Promise<Picture> {
  const words = {
    title,
    description: `${rows.length} bars of ${unit}, each with its number in words; striped where the number is not certain.`,
    table: { header: ['What', unit], rows: rows.map(({ label, words: said }) => [label, said]) },
  };
  const most = Math.max(1, ...rows.flatMap(({ low, high = low }) => [low, high]));
  const bars = rows.map((row, index) => ({
    ...row,
    index,
    to: row.high ?? Math.max(most, row.low),
    text: short(row.label, 60),
    mark: short(`${row.words}${row.high === undefined ? ' →' : ''}`, 22),
  }));
  const place = { y: 'index', insetTop: 20, insetBottom: 6 } as const;
  return plotted(words, (plot, pattern) => ({
    height: rows.length * rowHeight + 4,
    marginLeft: 1,
    marginRight: wordsWidth,
    marginTop: 2,
    marginBottom: 2,
    x: { axis: null, domain: [0, most] },
    y: { axis: null, type: 'band', domain: bars.map(({ index }) => index), padding: 0 },
    marks: [
      plot.barX(
        bars.filter(({ low, to }) => to > low),
        {
          ...place,
          x1: 'low',
          x2: 'to',
          fill: pattern('stripes'),
          stroke: 'var(--tint)',
        },
      ),
      plot.barX(
        bars.filter(({ low }) => low > 0),
        { ...place, x1: 0, x2: 'low', fill: 'var(--tint)' },
      ),
      plot.ruleX([0], { stroke: 'var(--soft)' }),
      plot.text(bars, { x: 0, y: 'index', text: 'text', textAnchor: 'start', dy: -13, dx: 1 }),
      plot.text(bars, {
        x: 'to',
        y: 'index',
        text: 'mark',
        textAnchor: 'start',
        dy: 8,
        dx: 5,
        fontWeight: 600,
      }),
    ],
  }));
}

/** How much of the width the bars have. */
export const barsWidth = chartWidth - wordsWidth;
