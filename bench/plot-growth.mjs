// Draws how cost grows, from what bench/growth.mjs measured: node bench/growth.mjs | node bench/plot-growth.mjs
import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { readFileSync, writeFileSync } from 'node:fs';

/** @type {readonly { work: string, ratio: number }[]} */
const rows = JSON.parse(readFileSync(0, 'utf8'));
const points = rows.map(({ work, ratio }) => {
  const [, what = '', size = ''] = /^(.*): (\d+)$/.exec(work) ?? [];
  return { what, size: Number(size), ratio };
});
const inWords = new Intl.NumberFormat('en-GB', { notation: 'compact' });
const kinds = [...new Set(points.map(({ what }) => what))];
const { document } = parseHTML('<!doctype html><html><body></body></html>');
const chart = Plot.plot({
  document,
  width: 400,
  height: 110 * kinds.length + 60,
  marginLeft: 36,
  marginRight: 26,
  marginBottom: 44,
  style: { fontSize: '12px', background: 'white', color: '#222' },
  x: {
    type: 'log',
    label: 'returns, findings or services',
    ticks: [10, 100, 1_000, 10_000, 100_000, 1_000_000],
    tickFormat: (/** @type {number} */ size) => inWords.format(size),
  },
  y: {
    domain: [0, 1.45 * Math.max(2, ...points.map(({ ratio }) => ratio))],
    ticks: 3,
    label: 'cost of each, smallest size = 1',
  },
  fy: { axis: null, domain: kinds, padding: 0.15 },
  marks: [
    Plot.frame({ stroke: '#ccc' }),
    Plot.ruleY([1], { stroke: '#888', strokeDasharray: '4 3' }),
    Plot.line(points, { x: 'size', y: 'ratio', fy: 'what', stroke: '#1f5f8b', strokeWidth: 2 }),
    Plot.dot(points, { x: 'size', y: 'ratio', fy: 'what', fill: '#1f5f8b', r: 4 }),
    Plot.text(kinds, {
      fy: (what) => what,
      text: (what) => what,
      frameAnchor: 'top-left',
      dx: 8,
      dy: 8,
      fontWeight: 600,
      lineWidth: 22,
    }),
  ],
});
chart.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
writeFileSync(new URL('../docs/guide/growth.svg', import.meta.url), `${chart.outerHTML}\n`);
