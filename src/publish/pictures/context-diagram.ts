import { contextLayer } from '../../evaluation/index.ts';
import { drawn, graphLabel, graphStyle } from './graph-drawing.ts';
import type { Picture } from './picture.ts';

/**
 * The layers of context as Figure 2 nests them, from the national one in to the young person.
 *
 * @throws Error naming the optional package that is missing
 */
export function contextDiagram(): Promise<Picture> {
  const { entries, title } = contextLayer;
  return drawn(
    {
      title: `${title}, from the outermost in`,
      description: `${entries.length} layers, each inside the one before: ${entries.map(({ label }) => label).join('; ')}.`,
      table: { header: ['Layer', 'Meaning'], rows: entries.map(({ label, meaning }) => [label, meaning]) },
    },
    contextDot(entries.map(({ label }) => label)),
  );
}

const contextDot = (labels: readonly string[]): string => {
  const outer = labels.slice(0, -1);
  const innermost = labels.at(-1) ?? '';
  return [
    'graph layers {',
    '  fontname="Helvetica"; fontsize=12;',
    ...graphStyle,
    ...outer.map(
      (label, index) =>
        `  subgraph cluster_${index} { label="${graphLabel(label, 34)}"; style=rounded; color="#020202"; fontcolor="#010101"; margin=14;`,
    ),
    `  centre [label="${graphLabel(innermost)}", style="rounded,filled", fillcolor="#020202", fontcolor="#040404", width=2.4];`,
    ...outer.map(() => '  }'),
    '}',
    '',
  ].join('\n');
};
