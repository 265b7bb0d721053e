import type { Certainty, Provenance, ProvenanceByPath, Register, Service } from '../programme/index.ts';
import type { Duty, Source } from '../vocabulary/index.ts';

const said = (source: Source, certainty: Certainty = 'certain', note?: string): Provenance => ({
  source,
  certainty,
  ...(note !== undefined && { note }),
});
const prose = said('2.1');

/** What most services’ Spokes do, as section 2.1 says of each. */
const commonDuties: readonly Duty[] = ['casework', 'training', 'awareness-raising', 'case-consultancy'];

const provenance = (more: ProvenanceByPath = {}): ProvenanceByPath => ({
  '': prose,
  phase: said('1.1'),
  declaredModel: said('Table 1', 'certain', 'Table 1, section 2.1 and Figure 1 agree.'),
  'support.dedicatedManager': said('Table 1', 'high', 'Read from the order of the column.'),
  ...more,
});

const service1: Service = {
  id: '1',
  phase: 'one',
  status: 'operational',
  hub: { charity: 'large-national', yearsInOperation: 17 },
  spokes: [
    {
      id: 'the three early Spokes',
      headcount: 3,
      fte: 3,
      funder: 'csefa',
      fundedUntil: '2014-09-30',
      base: 'host',
      hosts: [{ type: 'children-social-care' }, { type: 'voluntary-service' }],
    },
    {
      id: 'the five Spokes',
      headcount: 5,
      funder: 'statutory',
      fundedFrom: '2014-10-01',
      base: 'host',
      hosts: [{ type: 'children-social-care' }, { type: 'voluntary-service' }],
    },
  ],
  duties: commonDuties,
  support: { dedicatedManager: true, caseload: [10, 12] },
  funding: { until: '2014-09-30', years: 2 },
  declaredModel: 1,
  returns: {
    years: [{ from: '2013-10-01', to: '2014-09-30' }],
    exempt: 'CSEFA funding ended in September 2014.',
  },
  provenance: provenance({
    'support.dedicatedManager': prose,
    'spokes.0.fte': said('Table 1'),
    'spokes.1.fundedFrom': said('2.1', 'low', 'Taken as the day after CSEFA funding ended.'),
    'spokes.1.funder': said(
      '2.1',
      'certain',
      'Each now statutory funded; Table 1 prints 3 FTE of CSEFA and 2 statutory (fault C6).',
    ),
    returns: said('2.3'),
    funding: said('2.3', 'certain', 'Month only: taken as the last day of September 2014.'),
  }),
};

const service2: Service = {
  id: '2',
  phase: 'one',
  status: 'operational',
  hub: { charity: 'large-national', yearsInOperation: 8 },
  spokes: [
    {
      id: 'the three CSEFA Spokes',
      headcount: 3,
      fte: 3,
      funder: 'csefa',
      base: 'host',
      hosts: [{ type: 'multi-agency-team' }, { type: 'voluntary-service' }],
      area: 'neighbouring towns',
    },
  ],
  duties: commonDuties,
  support: { dedicatedManager: true },
  declaredModel: 2,
  returns: { years: [{ from: '2014-01-01', to: '2014-12-31' }] },
  provenance: provenance({ returns: said('2.3'), 'spokes.0.fte': said('Table 1') }),
};

const service3: Service = {
  id: '3',
  phase: 'one',
  status: 'operational',
  hub: { charity: 'large-national' },
  spokes: [
    {
      id: 'the three CSEFA Spokes',
      headcount: 3,
      fte: 3,
      funder: 'csefa',
      base: 'host',
      hosts: [{ type: 'children-social-care', sector: 'statutory' }],
      area: 'own local authority',
      reach: 'own-authority',
    },
    {
      id: 'the Spoke in the neighbouring authority',
      headcount: 1,
      funder: 'police-and-charity',
      base: 'host',
      hosts: [{ type: 'police-station' }],
      area: 'neighbouring local authority',
      reach: 'new-authority',
    },
    {
      id: 'the two-day post in a CSEFA area',
      headcount: 1,
      fte: 0.4,
      funder: 'not-stated',
      base: 'not-known',
      duties: ['casework', 'training'],
      reach: 'own-authority',
    },
    {
      id: 'the two-day post in a secure unit',
      headcount: 1,
      fte: 0.4,
      funder: 'secure-unit',
      base: 'host',
      hosts: [{ type: 'secure-unit' }],
      duties: ['group-work'],
    },
  ],
  duties: [...commonDuties, 'group-work'],
  support: { dedicatedManager: true },
  declaredModel: 1,
  returns: { years: [{ from: '2014-01-01', to: '2014-12-31' }] },
  provenance: provenance({
    'spokes.0.fte': said('Table 1'),
    'spokes.0.hosts': said('2.1', 'low', 'Each is hosted by a statutory agency; which is not said.'),
    'spokes.2.fte': said('2.1', 'medium', 'Two days a week, taken as two fifths.'),
    'spokes.3.fte': said('2.1', 'medium', 'Two days a week, taken as two fifths.'),
    'spokes.3.funder': said('2.1', 'low', '“The organisation itself”: the unit or the charity.'),
  }),
};

const service4: Service = {
  id: '4',
  phase: 'two',
  status: 'partly-placed',
  hub: { charity: 'large-national' },
  spokes: [
    {
      id: 'the county CSEFA Spoke',
      headcount: 1,
      fte: 1,
      funder: 'csefa',
      base: 'hub',
      area: 'across the county',
      reach: 'own-authority',
    },
    {
      id: 'the city CSEFA Spoke',
      headcount: 1,
      fte: 1,
      funder: 'csefa',
      base: 'unplaced',
      area: 'a city in a neighbouring authority',
      reach: 'new-authority',
    },
    { id: 'the two earlier Spokes of the charity', headcount: 2, funder: 'charity', base: 'not-known' },
    { id: 'the additional Spoke of the charity', headcount: 1, funder: 'charity', base: 'not-known' },
  ],
  support: { dedicatedManager: false },
  declaredModel: 3,
  provenance: provenance({
    'spokes.0.fte': said('Table 1'),
    'spokes.1.fte': said('Table 1'),
    'spokes.3': said('2.1', 'certain', 'Table 1 prints two posts of the charity, the text three (fault C8).'),
  }),
};

const service5: Service = {
  id: '5',
  phase: 'two',
  status: 'operational',
  hub: { charity: 'large-national' },
  spokes: [
    {
      id: 'the three CSEFA Spokes',
      headcount: 3,
      fte: 3,
      funder: 'csefa',
      base: 'host',
      hosts: [{ type: 'multi-agency-police-team' }],
      reach: 'own-authority',
    },
  ],
  duties: commonDuties,
  support: { dedicatedManager: false },
  declaredModel: 1,
  provenance: provenance({
    'spokes.0.fte': said('Table 1'),
    'spokes.0.reach': said('2.2'),
  }),
};

const service6: Service = {
  id: '6',
  phase: 'two',
  status: 'not-placed',
  hub: { charity: 'independent', localAuthorityContracts: true },
  spokes: [
    {
      id: 'the four part-time Spokes',
      headcount: 4,
      fte: 2,
      funder: 'csefa',
      base: 'unplaced',
      area: 'two neighbouring towns or cities',
    },
  ],
  duties: ['casework', 'training', 'awareness-raising'],
  support: { dedicatedManager: true },
  declaredModel: 4,
  returns: { from: 'not-yet' },
  provenance: provenance(),
};

const service7: Service = {
  id: '7',
  phase: 'two',
  status: 'operational',
  hub: { charity: 'independent' },
  spokes: [
    {
      id: 'the four CSEFA Spokes',
      headcount: 4,
      fte: 4,
      funder: 'csefa',
      base: 'host',
      hosts: [{ type: 'police-team', team: 'the police team' }],
    },
  ],
  duties: ['training', 'case-consultancy', 'policy-development', 'victim-support-and-court'],
  support: { dedicatedManager: false },
  declaredModel: 5,
  returns: { from: 'not-yet' },
  provenance: provenance({
    hub: said('Table 1', 'high', 'By elimination: the text does not say what Service 7 is.'),
    'spokes.0.fte': said('Table 1'),
    status: said('2.1', 'medium', 'Placed in a police team, and “not fully operational” for data.'),
  }),
};

const service8: Service = {
  id: '8',
  phase: 'two',
  status: 'operational',
  hub: { charity: 'independent' },
  spokes: [
    {
      id: 'the Spoke in the city',
      headcount: 1,
      fte: 1,
      funder: 'csefa',
      base: 'host',
      hosts: [{ type: 'police-team', team: 'the police team in the city' }],
      area: 'a city in a neighbouring area',
      reach: 'new-authority',
    },
    {
      id: 'the two Spokes in the large authority',
      headcount: 2,
      fte: 2,
      funder: 'csefa',
      base: 'other-premises',
      hosts: [{ type: 'multi-agency-police-team', team: 'the police-led team' }],
      premises: 'unrelated-office',
      area: 'a large neighbouring authority',
      reach: 'new-authority',
    },
  ],
  duties: commonDuties,
  support: { dedicatedManager: true },
  declaredModel: 1,
  provenance: provenance({
    'support.dedicatedManager': prose,
    'spokes.0.fte': said('Table 1'),
    'spokes.1.fte': said('Table 1'),
  }),
};

/**
 * The eight services of the Year Two report, from section 2.1 with what Table 1 adds; every fact says where
 * it comes from and how certain it is.
 *
 * @example
 * register.services.map(({ declaredModel }) => declaredModel); // => [1, 2, 1, 3, 1, 4, 5, 1]
 */
export const register: Register = {
  phases: [
    {
      phase: 'one',
      fundingYear: { from: '2013-10-01', to: '2014-09-30' },
      retrospectiveYear: { from: '2013-10-01', to: '2014-09-30' },
    },
    { phase: 'two', fundingYear: { from: '2014-10-01', to: '2015-09-30' } },
    { phase: 'three', fundingYear: { from: '2015-10-01', to: '2016-09-30' } },
  ],
  services: [service1, service2, service3, service4, service5, service6, service7, service8],
};
