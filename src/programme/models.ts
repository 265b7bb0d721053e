import { codelist } from '../vocabulary/index.ts';
import type { HostType } from './host-type.ts';

const since = '2013-Q4';

/** The five models by number. */
export type ModelNumber = 1 | 2 | 3 | 4 | 5;

/** The five models of Hub and Spoke delivery, as a codelist. */
export const hubAndSpokeModel = codelist({
  name: 'hub-and-spoke-model',
  title: 'Model of delivery',
  source: '2.2',
  entries: [
    {
      code: '1',
      label: 'Statutory',
      meaning: 'Spokes go out into statutory teams, often the gateways of services.',
      since,
    },
    {
      code: '2',
      label: 'Community',
      meaning: 'Spokes sit in voluntary, youth or community settings, to be easy for young people to reach.',
      since,
    },
    {
      code: '3',
      label: 'Outreach',
      meaning: 'Spokes are based in the Hub and travel out to new areas.',
      since,
    },
    {
      code: '4',
      label: 'Mixed',
      meaning: 'Some Spokes are out in other agencies, some remain within the Hub.',
      since,
    },
    { code: '5', label: 'Spoke team', meaning: 'Spokes sit together as a team within a host agency.', since },
  ],
});

/** How Figure 1 draws a model. */
export interface ModelFigure {
  readonly model: ModelNumber;
  /** What stands around the Hub. The layout of the figure was lost: hosts of models 1 and 2 are the likelier reading. */
  readonly satellites: readonly (HostType | 'Spoke' | 'Spoke team')[];
  /** Services that the report gives as examples. */
  readonly examples: readonly string[];
}

/** Figure 1 as data. */
export const modelFigures: readonly ModelFigure[] = [
  {
    model: 1,
    satellites: ['police-team', 'targeted-youth-support', 'duty-and-assessment', 'multi-agency-team'],
    examples: ['1', '3', '5', '8'],
  },
  {
    model: 2,
    satellites: ['voluntary-service', 'youth-service', 'vcs-resource-centre', 'multi-agency-team'],
    examples: ['2'],
  },
  { model: 3, satellites: ['Spoke', 'Spoke', 'Spoke', 'Spoke'], examples: ['4'] },
  { model: 4, satellites: ['Spoke', 'Spoke', 'Spoke', 'Spoke'], examples: ['6'] },
  { model: 5, satellites: ['Spoke team'], examples: ['7'] },
];
