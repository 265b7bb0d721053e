import { legendHeight, legendMarks, type LegendEntry } from './legend.ts';
import {
  plotted,
  patternNames,
  type Drawing,
  type Pattern,
  type PatternName,
  type Plot,
} from './plotting.ts';
import { short, type Picture, type PictureWords } from './picture.ts';

/** A part of a whole. */
export interface SharePart {
  readonly label: string;
  /** The number that is printed; nothing where it is hidden or not certain. */
  readonly count?: number;
  /** The number as it is printed. */
  readonly words: string;
}

/** A whole with its parts. */
export interface ShareRow {
  readonly label: string;
  /** Everybody; nothing where that is hidden. */
  readonly whole?: number;
  readonly parts: readonly SharePart[];
}

/** What a chart of shares shows. */
export interface SharesChart {
  readonly title: string;
  readonly unit: string;
  readonly rows: readonly ShareRow[];
}

interface Piece {
  readonly row: number;
  readonly from: number;
  readonly to: number;
  readonly pattern: PatternName;
  readonly words: string;
}

const barHeight = 54;
const rest = 'Hidden, or in none of these';

/**
 * Wholes divided into parts, each part by a pattern of its own. What is hidden is left as one empty rest, so that
 * nothing can be measured off the picture.
 *
 * @throws Error naming the optional package that is missing
 */
export function sharesChart(chart: SharesChart): Promise<Picture> {
  const { rows } = chart;
  const labels = [...new Set(rows.flatMap(({ parts }) => parts.map(({ label }) => label)))];
  const patternOf = (label: string): PatternName =>
    patternNames[labels.indexOf(label) % (patternNames.length - 1)] ?? 'solid';
  const legend: readonly LegendEntry[] = [
    ...labels.map((label) => ({ label, pattern: patternOf(label) })),
    { label: rest, pattern: 'hollow' },
  ];
  const bars = rows.length * barHeight;
  const height = bars + legend.length * legendHeight + 8;
  return plotted(sharesWords(chart, labels), (plot, pattern) => ({
    height,
    margin: 2,
    x: { axis: null, domain: [0, 1] },
    // Measured from the top, so that the bars and what explains them share one scale.
    y: { axis: null, type: 'linear', domain: [0, height], range: [0, height] },
    marks: [
      ...pieceMarks(
        plot,
        pattern,
        rows.flatMap((row, index) => piecesOf(row, index, patternOf)),
      ),
      nameMark(plot, rows),
      ...legendMarks(plot, pattern, legend, bars),
    ],
  }));
}

const sharesWords = ({ title, unit, rows }: SharesChart, labels: readonly string[]): PictureWords => ({
  title,
  description: `${unit} by ${labels.length} categories, as shares of all of them; what is hidden is left empty.`,
  table: {
    header: ['What', ...labels],
    rows: rows.map(({ label, parts }) => [
      label,
      ...labels.map((each) => parts.find((part) => part.label === each)?.words ?? ''),
    ]),
  },
});

/** What each bar is, above it. */
const nameMark = (plot: Plot, rows: readonly ShareRow[]) =>
  plot.text(rows, {
    x: 0,
    y: (_: unknown, row: number) => row * barHeight + 10,
    text: ({ label, whole }: ShareRow) => short(whole === undefined ? label : `${label} (${whole})`, 60),
    textAnchor: 'start',
  });

/** The pieces of the bars, with their percentages where there is place for them. */
function pieceMarks(plot: Plot, pattern: Pattern, pieces: readonly Piece[]): Drawing['marks'] {
  const wide = pieces.filter(({ from, to, words }) => (to - from) * 390 > 9 * words.length + 6);
  return [
    plot.rect(pieces, {
      x1: 'from',
      x2: 'to',
      y1: ({ row }: Piece) => row * barHeight + 20,
      y2: ({ row }: Piece) => row * barHeight + 44,
      fill: (piece: Piece) => pattern(piece.pattern),
      stroke: 'var(--ink)',
      strokeWidth: 0.75,
    }),
    plot.text(wide, {
      x: ({ from, to }: Piece) => (from + to) / 2,
      y: ({ row }: Piece) => row * barHeight + 32,
      text: 'words',
      fontWeight: 600,
      stroke: 'var(--ground)',
      strokeWidth: 4,
      paintOrder: 'stroke',
      fill: 'var(--ink)',
    }),
  ];
}

/** The shown parts one after the other, and what is left of the whole. */
function piecesOf(
  { whole, parts }: ShareRow,
  row: number,
  patternOf: (label: string) => PatternName,
): readonly Piece[] {
  const shown = parts.flatMap(({ label, count }) =>
    count === undefined || count === 0 ? [] : [{ label, count }],
  );
  const sum = shown.reduce((all, { count }) => all + count, 0);
  const everybody = Math.max(whole ?? 0, sum);
  if (whole === undefined || everybody === 0) return [{ row, from: 0, to: 1, pattern: 'hollow', words: '' }];
  const pieces: Piece[] = [];
  let from = 0;
  for (const { label, count } of shown) {
    const to = from + count / everybody;
    pieces.push({
      row,
      from,
      to,
      pattern: patternOf(label),
      words: `${Math.floor((200 * count + whole) / (2 * Math.max(1, whole)))}%`,
    });
    from = to;
  }
  return sum === everybody ? pieces : [...pieces, { row, from, to: 1, pattern: 'hollow', words: '' }];
}
