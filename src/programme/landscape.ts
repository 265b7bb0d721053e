import type { Source } from '../vocabulary/index.ts';

/** A way in which an area responds to child sexual exploitation. Not one of the five models of delivery. */
export interface ServiceResponse {
  readonly id: 'SR1' | 'SR2' | 'SR3' | 'SR4' | 'SR5';
  readonly name: string;
  readonly lead: 'police' | 'social-care' | 'none' | 'voluntary';
  readonly premises: string;
  readonly members: string;
  readonly referralIn: string;
  readonly source: Source;
}

/** The five models of local service response. An area may combine the fourth and the fifth. */
export const serviceResponses: readonly ServiceResponse[] = [
  {
    id: 'SR1',
    name: 'Specialist multi-agency team led by the police',
    lead: 'police',
    premises: 'Police headquarters',
    members:
      'Investigating officers and social workers, sometimes health and education, and voluntary services such as Spokes',
    referralIn: 'Direct, or through a gateway such as a MASH',
    source: '3.2',
  },
  {
    id: 'SR2',
    name: 'Specialist multi-agency team led by social care',
    lead: 'social-care',
    premises: 'Council premises',
    members: 'As in the team led by the police',
    referralIn: 'Direct, or through a gateway such as a MASH',
    source: '3.2',
  },
  {
    id: 'SR3',
    name: 'Co-located model',
    lead: 'none',
    premises: 'One building, which may be a community resource centre',
    members: 'Specialist teams of different agencies, which are not one team',
    referralIn: 'Direct, or through a MASH',
    source: '3.2',
  },
  {
    id: 'SR4',
    name: 'Voluntary specialist service working with key agencies',
    lead: 'voluntary',
    premises: 'The voluntary service',
    members: 'The voluntary service, close to statutory agencies and above all the police',
    referralIn: 'Operational groups and the MASH',
    source: '3.2',
  },
  {
    id: 'SR5',
    name: 'Child protection response led by children’s social care',
    lead: 'social-care',
    premises: 'Children’s social care',
    members: 'A social worker who co-ordinates agencies, specialist voluntary ones among them',
    referralIn: 'Frontline duty and assessment teams',
    source: '3.2',
  },
];

/** A group in which agencies of an area meet. */
export interface GovernanceGroup {
  readonly id: string;
  readonly tier: 'regional' | 'board' | 'strategic' | 'operational' | 'gateway';
  readonly name: string;
}

/** The tiers and groups of local governance. The report’s list of strategic and operational groups is open. */
export const governanceGroups: readonly GovernanceGroup[] = [
  { id: 'one-chair', tier: 'regional', name: 'One chair over several LSCBs' },
  { id: 'overarching', tier: 'regional', name: 'A body over several LSCBs' },
  { id: 'lscb', tier: 'board', name: 'Local Safeguarding Children Board' },
  { id: 'cse-sub-group', tier: 'strategic', name: 'Sub-group on child sexual exploitation' },
  { id: 'mset', tier: 'strategic', name: 'Missing, Sexually Exploited, Trafficked group' },
  { id: 'meg', tier: 'strategic', name: 'Missing and Exploited Group' },
  { id: 'vulnerable', tier: 'strategic', name: 'Vulnerable young people group' },
  { id: 'vemt', tier: 'strategic', name: 'Vulnerable, Exploited, Missing, Trafficked group' },
  { id: 'vpg', tier: 'operational', name: 'VEMT Practitioners Group' },
  { id: 'case-group', tier: 'operational', name: 'Case group on the pattern of a MARAC' },
  { id: 'jat', tier: 'operational', name: 'Joint Action Team' },
  { id: 'mash', tier: 'gateway', name: 'Multi-Agency Safeguarding Hub' },
  { id: 'duty-and-assessment', tier: 'gateway', name: 'Duty and Assessment team' },
];

/** Themes of task and finish groups. */
export const taskAndFinishThemes = [
  'Identification',
  'Prevention and early intervention',
  'Disruption',
  'Operational delivery',
  'Training',
  'Raising awareness in the community',
] as const;

/** How cases move between agencies. */
export const referralPathways = [
  'Direct to an operational group',
  'Direct to a specialist team',
  'Through a MASH',
  'Through duty and assessment',
  'From an operational group to the voluntary service',
  'From a group onward to an agency',
  'Within the service',
  'From an interview after a young person was missing',
] as const;

/**
 * How far Spokes are part of local services, from least to most. The report describes these and gives no
 * scale: the order is this library’s.
 */
export const embeddedness = ['none', 'hot-desk', 'loose', 'formal-agreement', 'integrated-member'] as const;

/** A step of {@link embeddedness}. */
export type Embeddedness = (typeof embeddedness)[number];

/**
 * Whether one step of embeddedness is further than another: below 0 when it is less, 0 when the same.
 *
 * @example
 * compareEmbeddedness('hot-desk', 'integrated-member') < 0; // => true
 */
export const compareEmbeddedness = (one: Embeddedness, other: Embeddedness): number =>
  embeddedness.indexOf(one) - embeddedness.indexOf(other);

/** Young people’s participation: in what, by what means, and how deep it goes. */
export const participation = {
  levels: ['individual', 'service', 'strategic'],
  vehicles: [
    'Advisory group',
    'Regular involvement group',
    'Interview panels',
    'Delivering training',
    'Films and materials',
    'Training events',
    'Open mornings',
    'Contact with the board',
    'National consultations',
  ],
  /** From part of everything to recognised and not yet fitted in. */
  depth: ['glue', 'jigsaw', 'unfitted-jigsaw-piece'],
} as const;

/** How Spokes are recruited. */
export const recruitment = {
  qualities: [
    'Communication',
    'Persistence',
    'Challenge, of seniors too',
    'Empathy',
    'Commitment to young people',
    'Flexibility',
    'Time management',
  ],
  /** Whether a social work or youth work qualification is asked for: the report has all three views. */
  qualificationStances: ['essential', 'desirable', 'not-needed'],
  practices: [
    'Host on the panel',
    'Hub workers become Spokes and new staff join the Hub',
    'Young people on the panel',
  ],
  /** Pounds a year, for most posts advertised. */
  advertisedSalary: { low: 22_000, high: 25_500 },
} as const;

/** Whom Spokes train, besides the professionals of partner agencies. */
export const trainingAudiences = [
  'Schools and colleges',
  'Private children’s homes',
  'Primary care',
  'Foster carers',
  'Hotel staff',
] as const;
