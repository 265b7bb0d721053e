import { hostSector, hostType, hubAndSpokeModel, modelFigures, sectorOf } from '../programme/index.ts';
import { describeSource, labelOf } from '../vocabulary/index.ts';
import {
  bullets,
  documentOf,
  heading,
  list,
  noted,
  paragraph,
  table,
  type Block,
  type Document,
} from './document.ts';
import { pictureBlocks } from './picture-blocks.ts';
import type { Picture } from './pictures/picture.ts';

/** The questions in the order in which they decide. `classifyModel` asks the same. */
const decisions: readonly (readonly [question: string, answer: string])[] = [
  ['Is no Spoke placed?', 'Not determined: any model is still possible.'],
  ['Are all placed Spokes, two people or more, one team in one host?', 'Model 5, Spoke team.'],
  ['Are all based in the Hub?', 'Model 3, Outreach.'],
  ['Are some in the Hub and some elsewhere?', 'Model 4, Mixed.'],
  [
    'Does any belong to a statutory team, or to a multi-agency team that a statutory agency leads?',
    'Model 1, Statutory.',
  ],
  ['Is any in a voluntary, youth or community setting?', 'Model 2, Community.'],
  ['None of these', 'Not determined: models 1 and 2 remain.'],
];

/**
 * The five models: what each is, who decides which one a service is, and which host counts as whose.
 *
 * @param pictures the diagrams of the models, in their order, from {@link modelDiagram}
 * @example
 * modelGuide().children[0]?.type; // => 'heading'
 */
export function modelGuide(pictures: readonly Picture[] = []): Document {
  return documentOf(
    heading(1, 'The five models of Hub and Spoke'),
    paragraph(
      'The Hub is an established service; its Spokes are workers placed in new areas. The models differ in where the Spokes are.',
    ),
    ...hubAndSpokeModel.entries.flatMap(({ code, label, meaning }, index): readonly Block[] => {
      const figure = modelFigures.find(({ model }) => String(model) === code);
      const picture = pictures[index];
      return [
        heading(2, `Model ${code}: ${label}`),
        paragraph(meaning),
        ...(figure === undefined ? [] : [noted('In the report:', `service ${figure.examples.join(', ')}.`)]),
        ...(picture === undefined ? [] : pictureBlocks(picture)),
      ];
    }),
    heading(2, 'Who decides which model a service is'),
    paragraph(
      'Its posts do, as the register has them: the first question that is answered with yes. What a service declares of itself is kept, and where its posts show another model it is asked.',
    ),
    list(
      decisions.map(([question, answer]) => [noted(question, answer)]),
      true,
    ),
    bullets([
      'Belonging decides, not the place: Spokes of a police-led team who rent a desk in a voluntary organisation are statutory.',
      'Planned, vacant and unplaced posts decide nothing.',
    ]),
    heading(2, 'Who leads which host'),
    table(
      ['Host', 'Led by', 'Meaning'],
      hostType.entries.map(({ code, label, meaning }) => [
        label,
        labelOf(hostSector, sectorOf[code]),
        meaning,
      ]),
      `Kinds of host. ${describeSource(hostType.source)}.`,
    ),
  );
}
