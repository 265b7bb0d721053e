import { hostType, hubAndSpokeModel, modelFigures, type ModelNumber } from '../../programme/index.ts';
import { labelOf } from '../../vocabulary/index.ts';
import { drawn, graphLabel, graphStyle } from './graph-drawing.ts';
import type { Picture } from './picture.ts';

/**
 * One of the five models as Figure 1 draws them: the Hub, and where its Spokes are.
 *
 * @throws Error naming the optional package that is missing
 * @example
 * const { title } = await modelDiagram(5);
 * title; // => 'Model 5: Spoke team'
 */
export function modelDiagram(model: ModelNumber): Promise<Picture> {
  const entry = hubAndSpokeModel.entries.find(({ code }) => code === String(model));
  const satellites = modelFigures.find((figure) => figure.model === model)?.satellites ?? [];
  const labels = satellites.map((each) => (each.startsWith('Spoke') ? each : labelOf(hostType, each)));
  const title = `Model ${model}: ${entry?.label ?? ''}`;
  const around = labels.length === 1 ? 'one of them' : `${labels.length} of them`;
  return drawn(
    {
      title,
      description: `The Hub in the middle, with ${around} around it. ${entry?.meaning ?? ''}`,
      table: { header: ['Around the Hub'], rows: labels.map((label) => [label]) },
    },
    modelDot(labels),
    'twopi',
  );
}

/** A model as the text of a Graphviz graph. */
const modelDot = (satellites: readonly string[]): string =>
  [
    'graph model {',
    '  root=hub; ranksep=1.5; overlap=false; size="5.4,5.4";',
    ...graphStyle,
    '  hub [label="Hub", shape=circle, style=filled, fillcolor="#020202", fontcolor="#040404", width=1.1, fontsize=15];',
    ...satellites.map((label, index) => `  s${index} [label="${graphLabel(label, 14)}", style=rounded];`),
    ...satellites.map((_, index) => `  hub -- s${index} [penwidth=2];`),
    '}',
    '',
  ].join('\n');
