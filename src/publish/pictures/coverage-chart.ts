import type { Quarter } from '../../vocabulary/index.ts';
import { quarterHeads } from './quarters.ts';
import { legendHeight, legendMarks } from './legend.ts';
import { chartWidth, plotted, type Drawing, type Pattern, type PatternName, type Plot } from './plotting.ts';
import { short, type Picture, type PictureWords } from './picture.ts';

/** How a return stands. */
export const returnStates = {
  'on-time': { label: 'On time', pattern: 'solid' },
  received: { label: 'Received', pattern: 'soft' },
  late: { label: 'Late', pattern: 'stripes' },
  combined: { label: 'In a combined return', pattern: 'dots' },
  missing: { label: 'Not received', pattern: 'hollow' },
  'not-expected': { label: 'Not expected', pattern: undefined },
} as const satisfies Readonly<
  Record<string, { readonly label: string; readonly pattern: PatternName | undefined }>
>;

/** A code of {@link returnStates}. */
export type ReturnState = keyof typeof returnStates;

/** What a chart of returns shows. */
export interface CoverageChart {
  readonly title: string;
  readonly quarters: readonly Quarter[];
  readonly services: readonly {
    readonly service: string;
    readonly states: Readonly<Partial<Record<Quarter, ReturnState>>>;
  }[];
}

interface Placed {
  readonly row: number;
  readonly column: number;
  readonly state: ReturnState;
}

const rowHeight = 26;
const top = 34;
/** Where the columns begin, of the whole width. */
const left = 0.24;

/**
 * Which returns came, and when: a row for each service, a column for each quarter, each state by a pattern.
 *
 * @throws Error naming the optional package that is missing; RangeError when a state is none of {@link returnStates}
 * @example
 * const { table } = await coverageChart({ title: 'Returns', quarters: ['2015-Q1'], services: [{ service: '2', states: { '2015-Q1': 'late' } }] });
 * table.rows; // => [['2', 'Late']]
 */
export function coverageChart(chart: CoverageChart): Promise<Picture> {
  const { quarters, services } = chart;
  requireStates(chart);
  const cells = services.flatMap(({ states }, row) =>
    quarters.map((quarter, column): Placed => ({ row, column, state: states[quarter] ?? 'not-expected' })),
  );
  const legend = Object.entries(returnStates).flatMap(([state, { label, pattern }]) =>
    pattern === undefined || !cells.some((cell) => cell.state === state) ? [] : [{ label, pattern }],
  );
  const bottom = top + services.length * rowHeight;
  const height = bottom + legend.length * legendHeight + 8;
  return plotted(coverageWords(chart, cells), (plot, pattern) => ({
    height,
    margin: 2,
    x: { axis: null, domain: [0, 1] },
    y: { axis: null, type: 'linear', domain: [0, height], range: [0, height] },
    marks: [
      ...cellMarks(plot, pattern, cells, (1 - left) / Math.max(1, quarters.length)),
      ...nameMarks(plot, chart),
      ...legendMarks(plot, pattern, legend, bottom),
    ],
  }));
}

function requireStates({ services }: CoverageChart): void {
  for (const { service, states } of services)
    for (const state of Object.values(states))
      if (state !== undefined && !Object.hasOwn(returnStates, state))
        throw new RangeError(`coverageChart: "${state}" of service "${service}" is none of returnStates`);
}

function coverageWords({ title, quarters, services }: CoverageChart, cells: readonly Placed[]): PictureWords {
  const counted = Object.entries(returnStates).flatMap(([state, { label }]) => {
    const count = cells.filter((cell) => cell.state === state).length;
    return count === 0 ? [] : [`${count} ${label.toLowerCase()}`];
  });
  return {
    title,
    description: `Returns of ${services.length} services over ${quarters.length} quarters: ${counted.join(', ')}.`,
    table: {
      header: ['Service', ...quarters],
      rows: services.map(({ service }, row) => [
        service,
        ...cells.filter((cell) => cell.row === row).map(({ state }) => returnStates[state].label),
      ]),
    },
  };
}

function cellMarks(plot: Plot, pattern: Pattern, cells: readonly Placed[], width: number): Drawing['marks'] {
  const gap = Math.min(0.004, width / 10);
  return [
    plot.rect(
      cells.filter(({ state }) => returnStates[state].pattern !== undefined),
      {
        x1: ({ column }: Placed) => left + column * width + gap,
        x2: ({ column }: Placed) => left + (column + 1) * width - gap,
        y1: ({ row }: Placed) => top + row * rowHeight + 2,
        y2: ({ row }: Placed) => top + (row + 1) * rowHeight - 2,
        fill: ({ state }: Placed) => pattern(returnStates[state].pattern ?? 'hollow'),
        stroke: 'var(--tint)',
        rx: 2,
      },
    ),
  ];
}

function nameMarks(plot: Plot, { services, quarters }: CoverageChart): Drawing['marks'] {
  const width = (1 - left) / Math.max(1, quarters.length);
  const heads = quarterHeads(quarters, width * chartWidth);
  return [
    plot.text(services, {
      x: 0,
      y: (_: unknown, row: number) => top + (row + 0.5) * rowHeight,
      text: ({ service }: { readonly service: string }) => short(service, 15),
      textAnchor: 'start',
    }),
    plot.text(quarters, {
      x: (_: Quarter, column: number) => left + (column + 0.5) * width,
      y: top - 16,
      text: (quarter: Quarter) => `${heads.get(quarter)?.year ?? ''}\n${heads.get(quarter)?.number ?? ''}`,
    }),
  ];
}
