import {
  classifyModel,
  hostSector,
  independentFunders,
  phase,
  sectorOfHost,
  type Service,
  type SpokePost,
} from '../programme/index.ts';
import type { Source } from '../vocabulary/index.ts';

/** The names of the facts of a register that a context can point at. */
export type RegisterFactId =
  | 'model'
  | 'phase'
  | 'charity'
  | 'host-sector'
  | 'dedicated-manager'
  | 'independent-funding'
  | 'other-funder'
  | 'reach'
  | 'local-authority-contracts'
  | 'casework'
  | 'formal-agreement';

/** What a register says of one fact of a service. */
export interface FactReading {
  /** Every value that certainly holds: hosts may be of two sectors. */
  readonly values: readonly string[];
  /** Whether no other value can hold. */
  readonly complete: boolean;
}

/** A fact of the register about a service, as one of a few words. */
export interface RegisterFact {
  readonly id: RegisterFactId;
  readonly title: string;
  /** What it can be. */
  readonly values: readonly string[];
  readonly source: Source;
  readonly read: (service: Service) => FactReading;
}

/** That a fact of a service is this. */
export interface FactCondition {
  readonly fact: RegisterFactId;
  readonly is: string;
}

const yesNo = ['yes', 'no'] as const;
const notKnown: FactReading = { values: [], complete: false };
const only = (value: string | undefined): FactReading =>
  value === undefined ? notKnown : { values: [value], complete: true };
const said = (holds: boolean | undefined): FactReading =>
  only(holds === undefined ? undefined : holds ? 'yes' : 'no');

/** Funders of whom nobody can tell whether they are independent. */
const unclearFunders: readonly string[] = ['not-stated', 'secure-unit'];
const inPost = ({ spokes }: Service): readonly SpokePost[] =>
  spokes.filter(({ filled = 'in-post' }) => filled === 'in-post');

function independentFunding(service: Service): boolean | undefined {
  const funders = inPost(service).map(({ funder }) => funder);
  if (funders.some((funder) => independentFunders.some((each) => each === funder))) return true;
  return funders.length === 0 || funders.some((funder) => unclearFunders.includes(funder))
    ? undefined
    : false;
}

/** The values over the posts that are placed; complete when every one of them says its own. */
function overPlaced(
  service: Service,
  valuesOf: (post: SpokePost) => readonly string[] | undefined,
): FactReading {
  const placed = inPost(service).filter(({ base }) => base !== 'unplaced');
  const known = placed.map(valuesOf);
  return {
    values: [...new Set(known.flatMap((values) => values ?? []))],
    complete: placed.length > 0 && !known.includes(undefined),
  };
}

function sectorsOfPost({ base, hosts = [] }: SpokePost): readonly string[] | undefined {
  if (hosts.length > 0) return hosts.map(sectorOfHost);
  return base === 'hub' || base === 'home' ? [] : undefined;
}

/**
 * The facts of a register that a context can point at. A service may have several values of one fact: hosts of
 * two sectors, for instance.
 *
 * @example
 * registerFacts.find(({ id }) => id === 'charity')?.values; // => ['large-national', 'independent']
 */
export const registerFacts: readonly RegisterFact[] = [
  {
    id: 'model',
    title: 'Model of delivery',
    values: ['1', '2', '3', '4', '5'],
    source: '2.2',
    read: ({ declaredModel, spokes }) => {
      const model = declaredModel ?? classifyModel(spokes).model;
      return only(model === 'undetermined' ? undefined : String(model));
    },
  },
  {
    id: 'phase',
    title: 'Phase',
    values: phase.entries.map(({ code }) => code),
    source: '1.1',
    read: (service) => only(service.phase),
  },
  {
    id: 'charity',
    title: 'Kind of charity',
    values: ['large-national', 'independent'],
    source: 'Table 1',
    read: ({ hub }) => only(hub.charity),
  },
  {
    id: 'host-sector',
    title: 'Sector of the hosts',
    values: hostSector.entries.map(({ code }) => code),
    source: '2.2',
    read: (service) => overPlaced(service, sectorsOfPost),
  },
  {
    id: 'dedicated-manager',
    title: 'Dedicated Spokes Manager',
    values: yesNo,
    source: 'Table 1',
    read: ({ support }) => said(support?.dedicatedManager),
  },
  {
    id: 'independent-funding',
    title: 'Some posts funded independently',
    values: yesNo,
    source: '4.1',
    read: (service) => said(independentFunding(service)),
  },
  {
    id: 'other-funder',
    title: 'Some posts funded by others than CSEFA',
    values: yesNo,
    source: 'Table 1',
    read: (service) => {
      const posts = inPost(service);
      return said(posts.length === 0 ? undefined : posts.some(({ funder }) => funder !== 'csefa'));
    },
  },
  {
    id: 'reach',
    title: 'Where Spokes are placed',
    values: ['own-authority', 'new-authority'],
    source: '2.2',
    read: (service) => overPlaced(service, ({ reach }) => (reach === undefined ? undefined : [reach])),
  },
  {
    id: 'local-authority-contracts',
    title: 'Contracts with local authorities',
    values: yesNo,
    source: '3.3',
    read: ({ hub }) => said(hub.localAuthorityContracts),
  },
  {
    id: 'casework',
    title: 'Casework among the duties',
    values: yesNo,
    source: '2.1',
    read: ({ duties }) => said(duties?.includes('casework')),
  },
  {
    id: 'formal-agreement',
    title: 'A formal agreement with the host, with any item settled',
    values: yesNo,
    source: '3.3',
    read: ({ support }) => {
      const answers = Object.values(support?.formalAgreement ?? {}).filter(
        (answer) => answer !== 'not-known',
      );
      return said(answers.length === 0 ? undefined : answers.includes('met'));
    },
  },
];

/**
 * Whether a fact holds of a service; `undefined` where the register does not say.
 *
 * @example
 * const service = { id: 's', phase: 'two', status: 'operational', hub: { charity: 'independent' }, spokes: [] } as const;
 * factHolds(service, { fact: 'charity', is: 'independent' }); // => true
 * factHolds(service, { fact: 'dedicated-manager', is: 'yes' }); // => undefined
 */
export function factHolds(service: Service, { fact, is }: FactCondition): boolean | undefined {
  const reading = registerFacts.find(({ id }) => id === fact)?.read(service) ?? notKnown;
  if (reading.values.includes(is)) return true;
  return reading.complete ? false : undefined;
}

/**
 * Whether a condition is one that a register can answer: a known fact, and one of its values.
 *
 * @example
 * isFactCondition({ fact: 'model', is: '6' }); // => false
 */
export const isFactCondition = ({ fact, is }: { readonly fact: string; readonly is: string }): boolean =>
  registerFacts.some(({ id, values }) => id === fact && values.includes(is));

/**
 * A condition in words.
 *
 * @example
 * factInWords({ fact: 'model', is: '1' }); // => 'Model of delivery: 1'
 */
export const factInWords = ({ fact, is }: FactCondition): string =>
  `${registerFacts.find(({ id }) => id === fact)?.title ?? fact}: ${is}`;
