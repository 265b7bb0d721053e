import type { Host, ModelNumber, Register, Service, SpokePost } from '../programme/index.ts';
import { chance } from './random.ts';

/** Which register is made. */
export interface SyntheticRegisterOptions {
  /** The same seed gives the same register; 1 unless said. */
  readonly seed?: number;
  /** How many services; 16 unless said. */
  readonly services?: number;
}

/** Where the posts of a service of each model are. */
const places: Readonly<Record<ModelNumber, readonly Pick<SpokePost, 'base' | 'hosts'>[]>> = {
  1: [
    { base: 'host', hosts: [{ type: 'police-team' }] },
    { base: 'host', hosts: [{ type: 'children-social-care' }] },
  ],
  2: [
    { base: 'host', hosts: [{ type: 'voluntary-service' }] },
    { base: 'host', hosts: [{ type: 'youth-service' }] },
  ],
  3: [{ base: 'hub' }, { base: 'hub' }],
  4: [{ base: 'hub' }, { base: 'host', hosts: [{ type: 'multi-agency-team' }] }],
  5: [teamPlace(), teamPlace()],
};

function teamPlace(): Pick<SpokePost, 'base' | 'hosts'> {
  const host: Host = { type: 'police-team', team: 'one team' };
  return { base: 'host', hosts: [host] };
}

/**
 * A register of services that never were, of all models and phases.
 *
 * @example
 * syntheticRegister({ services: 3 }).services.map(({ id, declaredModel }) => [id, declaredModel]).length; // => 3
 */
export function syntheticRegister({ seed = 1, services = 16 }: SyntheticRegisterOptions = {}): Register {
  const luck = chance(seed);
  return {
    phases: [
      { phase: 'one', fundingYear: { from: '2013-10-01', to: '2014-09-30' } },
      { phase: 'two', fundingYear: { from: '2014-10-01', to: '2015-09-30' } },
      { phase: 'three', fundingYear: { from: '2015-10-01', to: '2016-09-30' } },
    ],
    services: Array.from({ length: services }, (_, index): Service => {
      const declaredModel = luck.oneOf<ModelNumber>([
        [1, 45],
        [2, 20],
        [3, 15],
        [4, 12],
        [5, 8],
      ]);
      return {
        id: `S${String(index + 1).padStart(2, '0')}`,
        phase: luck.oneOf([
          ['one', 3],
          ['two', 5],
          ['three', 8],
        ]),
        status: 'operational',
        hub: {
          charity: luck.happens(60) ? 'large-national' : 'independent',
          yearsInOperation: luck.between(5, 25),
        },
        spokes: places[declaredModel].map((place, post) => ({
          id: `post ${post + 1}`,
          headcount: luck.between(1, 3),
          funder: 'csefa',
          ...place,
        })),
        duties: ['casework', 'training', 'awareness-raising', 'case-consultancy'],
        declaredModel,
      };
    }),
  };
}
