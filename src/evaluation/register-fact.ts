import {
  assessChecklist,
  formalAgreement,
  hostSector,
  isIndependent,
  modelOf,
  phase,
  type Service,
} from '../programme/index.ts';
import { type IsoDate, type Source } from '../vocabulary/index.ts';
import {
  inPost,
  notKnown,
  ofAny,
  only,
  overPlaced,
  said,
  sectorsOfPost,
  type FactReading,
} from './fact-reading.ts';

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

/** A fact of the register about a service, as one of a few words. */
export interface RegisterFact {
  readonly id: RegisterFactId;
  readonly title: string;
  /** What it can be. */
  readonly values: readonly string[];
  readonly source: Source;
  /** Reads it from a service: on a day, or of all posts when no day is given. */
  readonly read: (service: Service, asOf?: IsoDate) => FactReading;
}

/** That a fact of a service is this, or one of these. */
export interface FactCondition {
  readonly fact: RegisterFactId;
  /** The value; of several, any. */
  readonly is: string | readonly string[];
}

const yesNo = ['yes', 'no'] as const;

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
    read: (service) => only(modelOf(service)),
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
    read: (service, asOf) => overPlaced(service, asOf, sectorsOfPost),
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
    read: (service, asOf) => ofAny(inPost(service, asOf), (post) => isIndependent(post.funder)),
  },
  {
    id: 'other-funder',
    title: 'Some posts funded by others than CSEFA',
    values: yesNo,
    source: 'Table 1',
    read: (service, asOf) =>
      ofAny(inPost(service, asOf), (post) =>
        post.funder === 'not-stated' ? undefined : post.funder !== 'csefa',
      ),
  },
  {
    id: 'reach',
    title: 'Where Spokes are placed',
    values: ['own-authority', 'new-authority'],
    source: '2.2',
    read: (service, asOf) => overPlaced(service, asOf, ({ reach }) => [reach]),
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
      const { met, notMet } = assessChecklist(formalAgreement, support?.formalAgreement ?? {});
      return said(met.length > 0 ? true : notMet.length === formalAgreement.items.length ? false : undefined);
    },
  },
];

/**
 * Whether a fact holds of a service; `undefined` where the register does not say.
 *
 * @param asOf the day on which posts are looked at; all posts when left out, those whose funding has ended too
 * @throws RangeError for a fact or a value that registers do not have: a mistake of the caller
 * @example
 * const service = { id: 's', phase: 'two', status: 'operational', hub: { charity: 'independent' }, spokes: [] } as const;
 * factHolds(service, { fact: 'charity', is: 'independent' }); // => true
 * factHolds(service, { fact: 'dedicated-manager', is: 'yes' }); // => undefined
 */
export function factHolds(
  service: Service,
  { fact, is }: FactCondition,
  asOf?: IsoDate,
): boolean | undefined {
  if (!isFactCondition({ fact, is }))
    throw new RangeError(`factHolds: no register can say ${fact} is ${valuesIn(is).join(' or ')}`);
  const reading = registerFacts.find(({ id }) => id === fact)?.read(service, asOf) ?? notKnown;
  if (valuesIn(is).some((value) => reading.values.includes(value))) return true;
  return reading.complete ? false : undefined;
}

const valuesIn = (is: FactCondition['is']): readonly string[] => (typeof is === 'string' ? [is] : is);

/**
 * Whether a condition is one that a register can answer: a known fact, and values of its own.
 *
 * @example
 * isFactCondition({ fact: 'model', is: '6' }); // => false
 */
export const isFactCondition = ({
  fact,
  is,
}: {
  readonly fact: string;
  readonly is: FactCondition['is'];
}): boolean =>
  registerFacts.some(
    ({ id, values }) => id === fact && valuesIn(is).every((value) => values.includes(value)),
  );

/**
 * A condition in words.
 *
 * @example
 * factInWords({ fact: 'model', is: ['1', '5'] }); // => 'Model of delivery: 1 or 5'
 */
export const factInWords = ({ fact, is }: FactCondition): string =>
  `${registerFacts.find(({ id }) => id === fact)?.title ?? fact}: ${valuesIn(is).join(' or ')}`;
