import { framed, short, type Picture, type PictureWords } from './picture.ts';

/** The one drawing program, once it is loaded. */
let graphviz:
  Promise<{ readonly layout: (dot: string, format: 'svg', engine: 'dot' | 'twopi') => string }> | undefined;

/** Colours that are replaced by those of the page: Graphviz knows no variables. */
const colours = { ink: '#010101', tint: '#020202', line: '#030303', ground: '#040404' } as const;

async function load() {
  try {
    const { Graphviz } = await import('@hpcc-js/wasm-graphviz');
    return await Graphviz.load();
  } catch (cause) {
    graphviz = undefined;
    throw new Error(
      'diagrams need the optional package "@hpcc-js/wasm-graphviz": install it beside this one',
      { cause },
    );
  }
}

/** Lines for every node and edge of a graph: one typeface, the colours of the page. */
export const graphStyle = [
  '  bgcolor="transparent";',
  `  node [fontname="Helvetica", fontsize=12, shape=box, color="${colours.tint}", fontcolor="${colours.ink}", margin="0.2,0.1"];`,
  `  edge [fontname="Helvetica", fontsize=10, color="${colours.tint}", fontcolor="${colours.ink}", arrowsize=0.7];`,
] as const;

/** Draws the text of a Graphviz graph. */
export async function drawn(
  words: PictureWords,
  dot: string,
  engine: 'dot' | 'twopi' = 'dot',
): Promise<Picture> {
  graphviz ??= load();
  const svg = (await graphviz).layout(dot, 'svg', engine);
  const [, width = '400', height = '300'] = /viewBox="[-\d.]+ [-\d.]+ ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  const content = svg
    .slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>'))
    .replaceAll(/<!--[\s\S]*?-->/g, '')
    .replaceAll(/<title>[\s\S]*?<\/title>/g, '')
    .replaceAll(/ (?:id|class)="[^"]*"/g, '')
    .replaceAll(/font-family="[^"]*"/g, 'font-family="Helvetica,Arial,sans-serif"')
    .replaceAll(
      /(fill|stroke)="(#0[1-4]0[1-4]0[1-4])"/g,
      (_, property: string, colour: string) => `style="${property}:var(--${nameOf(colour)})"`,
    )
    .replaceAll(/style="([^"]*)"([^>]*?) style="([^"]*)"/g, 'style="$1;$3"$2')
    .replaceAll(/ (fill|stroke)="black"/g, ' $1="currentColor"')
    .replaceAll(/\n/g, '');
  return { ...words, dot, svg: framed(words, { width: Number(width), height: Number(height), content }) };
}

const nameOf = (colour: string): string =>
  Object.entries(colours).find(([, each]) => each === colour)?.[0] ?? 'ink';

/** A label for a graph: in lines, with nothing in it that the language would obey. */
export function graphLabel(text: string, width = 26): string {
  const lines: string[] = [];
  for (const word of short(text, 200).split(/\s+/u)) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length >= width) lines.push(word.slice(0, 2 * width));
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines
    .map((line) => line.replaceAll('&', '&amp;').replace(/["\\]/g, String.raw`\$&`))
    .join(String.raw`\n`);
}
