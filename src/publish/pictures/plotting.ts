import type * as plotLibrary from '@observablehq/plot';
import type { Markish, PlotOptions } from '@observablehq/plot';
import { framed, pictureId, type Picture, type PictureWords } from './picture.ts';

/** How wide every chart is drawn: as wide as a phone, so that its text stays readable there. */
export const chartWidth = 400;

/** The plotting library. */
export type Plot = typeof plotLibrary;

/** The library that draws charts: an optional package, loaded when the first chart is asked for. */
async function loadPlot(): Promise<Plot> {
  try {
    return await import('@observablehq/plot');
  } catch (cause) {
    throw new Error('charts need the optional package "@observablehq/plot": install it beside this one', {
      cause,
    });
  }
}

/** The document to draw in: the page’s own, or one that an optional package makes. */
async function loadDocument(): Promise<Document> {
  if (typeof document !== 'undefined') return document;
  try {
    const { parseHTML } = await import('linkedom');
    return parseHTML('<!doctype html><html><body></body></html>').document;
  } catch (cause) {
    throw new Error(
      'charts need the optional package "linkedom" outside a browser: install it beside this one',
      {
        cause,
      },
    );
  }
}

/** A chart as the library takes it. */
export type Drawing = Omit<PlotOptions, 'marks'> & { readonly height: number; readonly marks: Markish[] };

/** The fill of a pattern. */
export type Pattern = (name: PatternName) => string;

/** What is drawn, in terms of the patterns of the picture. */
export type Draw = (plot: Plot, pattern: Pattern) => Drawing;

/** Draws a chart in one of the page’s two colours and patterns of it. */
export async function plotted(words: PictureWords, draw: Draw): Promise<Picture> {
  const [plot, document] = await Promise.all([loadPlot(), loadDocument()]);
  const id = pictureId(words);
  const { height, ...options } = draw(plot, (name) => `url(#${id}-${name})`);
  const svg = plot.plot({
    ...options,
    document,
    className: `${id}-chart`,
    width: chartWidth,
    height,
    style: { fontSize: '12px' },
  });
  const content = `${patterns(id)}${inner(svg.outerHTML)}`;
  return { ...words, svg: framed(words, { width: chartWidth, height, content }) };
}

/** What stands in the library’s SVG, without its frame and its style: the page’s are used. */
const inner = (svg: string): string =>
  svg
    .replace(/^<svg[^>]*>/, '<g text-anchor="middle">')
    .replace(/<\/svg>$/, '</g>')
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .replaceAll(/ (?:class|aria-label)="[^"]*"/g, '');

/** How areas are told apart without colour. */
export const patternNames = [
  'solid',
  'stripes',
  'dots',
  'soft',
  'bars',
  'grid',
  'slopes',
  'planks',
  'rings',
  'faint',
  'hollow',
] as const;
export type PatternName = (typeof patternNames)[number];

const tile = (id: string, name: PatternName, size: number, content: string): string =>
  `<pattern id="${id}-${name}" width="${size}" height="${size}" patternUnits="userSpaceOnUse">${content}</pattern>`;
const ground = (size: number): string =>
  `<rect width="${size}" height="${size}" style="fill:var(--ground)"/>`;
const stroke = 'style="stroke:var(--tint);fill:none"';

const patterns = (id: string): string =>
  `<defs>${[
    tile(id, 'solid', 4, '<rect width="4" height="4" style="fill:var(--tint)"/>'),
    tile(
      id,
      'stripes',
      6,
      `${ground(6)}<path d="M-1 7L7 -1M-1 1L1 -1M5 7L7 5" ${stroke} stroke-width="1.6"/>`,
    ),
    tile(id, 'dots', 5, `${ground(5)}<circle cx="2.5" cy="2.5" r="1.3" style="fill:var(--tint)"/>`),
    tile(id, 'soft', 4, `${ground(4)}<rect width="4" height="4" style="fill:var(--tint)" opacity=".4"/>`),
    tile(id, 'bars', 5, `${ground(5)}<path d="M2.5 0V5" ${stroke} stroke-width="1.8"/>`),
    tile(id, 'grid', 6, `${ground(6)}<path d="M3 0V6M0 3H6" ${stroke} stroke-width="1.2"/>`),
    tile(id, 'slopes', 8, `${ground(8)}<path d="M-1 -1L9 9M-1 7L1 9M7 -1L9 1" ${stroke} stroke-width="3"/>`),
    tile(id, 'planks', 6, `${ground(6)}<path d="M0 3H6" ${stroke} stroke-width="2.4"/>`),
    tile(id, 'rings', 9, `${ground(9)}<circle cx="4.5" cy="4.5" r="2.8" ${stroke} stroke-width="1.2"/>`),
    tile(id, 'faint', 4, `${ground(4)}<rect width="4" height="4" style="fill:var(--tint)" opacity=".15"/>`),
    tile(id, 'hollow', 4, ground(4)),
  ].join('')}</defs>`;
