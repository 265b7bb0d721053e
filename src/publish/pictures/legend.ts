import type { Markish } from '@observablehq/plot';
import type { Pattern, PatternName, Plot } from './plotting.ts';
import { short } from './picture.ts';

/** What a pattern stands for. */
export interface LegendEntry {
  readonly label: string;
  readonly pattern: PatternName;
}

/** How much place each line of a legend takes. */
export const legendHeight = 20;

/** What the patterns stand for, one below the other, in a chart whose scales are from 0 to 1 across and in pixels down. */
export function legendMarks(
  plot: Plot,
  pattern: Pattern,
  entries: readonly LegendEntry[],
  top: number,
): Markish[] {
  const lines = entries.map((entry, index) => ({ ...entry, y: top + index * legendHeight }));
  type Line = (typeof lines)[number];
  return [
    plot.rect(lines, {
      x1: 0,
      x2: 0.05,
      y1: ({ y }: Line) => y + 5,
      y2: ({ y }: Line) => y + 18,
      fill: (line: Line) => pattern(line.pattern),
      stroke: 'var(--ink)',
      strokeWidth: 0.75,
    }),
    plot.text(lines, {
      x: 0.065,
      y: ({ y }: Line) => y + 12,
      text: ({ label }: Line) => short(label, 50),
      textAnchor: 'start',
    }),
  ];
}
