import {
  assessIndicators,
  indicatorStanding,
  measureFigureInWords,
  type AssessedIndicator,
} from '../indicators/index.ts';
import { percentageInWords, type Bounds } from '../figures/index.ts';
import {
  classifyModel,
  hubAndSpokeModel,
  phase,
  type Register,
  type ReturnStanding,
} from '../programme/index.ts';
import { returnRates, type Summary } from '../summary/index.ts';
import { labelOf, type IsoDate } from '../vocabulary/index.ts';
import { heading, list, noted, paragraph, table, type Block } from './document.ts';

const stages = {
  operational: 'Operational',
  'partly-placed': 'Partly placed',
  'not-placed': 'Not placed',
  ended: 'Ended',
  planned: 'Planned',
} as const;

const modelName = (model: number | string | undefined): string =>
  model === undefined
    ? 'not declared'
    : model === 'undetermined'
      ? 'not determined'
      : `${model}, ${labelOf(hubAndSpokeModel, String(model))}`;

/** The services of a register with their models. */
export const servicesSection = ({ services }: Register): readonly Block[] => [
  heading(2, 'The services and their models'),
  table(
    ['Service', 'Phase', 'How far it is', 'Model declared', 'Model its posts show'],
    services.map(({ id, phase: of, status, declaredModel, spokes }) => [
      id,
      labelOf(phase, of),
      stages[status],
      modelName(declaredModel),
      modelName(classifyModel(spokes).model),
    ]),
    'Services by phase and model',
  ),
];

const share = (of: Bounds | undefined): string => (of === undefined ? '' : percentageInWords(of));

/** How completely and how punctually returns came in. */
export const returnsSection = (standings: readonly ReturnStanding[]): readonly Block[] => [
  heading(2, 'Which returns came'),
  paragraph(
    'A return of several services together covers each of them, and nobody can tell them apart. A service that returned nothing is missing in every total: the totals say so.',
  ),
  table(
    [
      'Phase',
      'Expected',
      'Received',
      'Late',
      'In a combined return',
      'Missing',
      'Received of expected',
      'On time',
    ],
    returnRates(standings, ({ phase: of }) => labelOf(phase, of)).map((rates) => [
      rates.group,
      String(rates.expected),
      String(rates.received),
      String(rates.late),
      String(rates.combined),
      String(rates.missing),
      share(rates.completeness),
      rates.onTime === undefined ? 'no days set' : share(rates.onTime),
    ]),
    'Returns by phase',
  ),
];

/** How the six outcomes stand by what is in a summary. */
export function outcomesSection(summary: Summary, register: Register, asOf: IsoDate): readonly Block[] {
  const { indicators } = assessIndicators({ asOf, register, summary });
  return [
    heading(2, 'The six outcomes'),
    table(
      ['Outcome', 'Standing', 'Why'],
      indicators.map(({ id, wording, standing, because }) => [
        `${id}: ${wording}`,
        labelOf(indicatorStanding, standing),
        because.join(' '),
      ]),
      `How the outcomes stand as of ${asOf}, by the figures printed here`,
    ),
    ...indicators.flatMap(measureBlocks),
  ];
}

const measureBlocks = ({ id, measures, gaps }: AssessedIndicator): readonly Block[] => {
  const figures = measures.flatMap(({ title, figures: of }) =>
    of.map((figure) => noted(`${title}:`, `${measureFigureInWords(figure)}.`)),
  );
  const items = [...figures, ...(gaps.length === 0 ? [] : [noted('Not there:', gaps.join(' '))])];
  return items.length === 0
    ? []
    : [heading(3, `What was measured for ${id}`), list(items.map((item) => [item]))];
};
