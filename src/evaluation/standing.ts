import { groupedBy, labelOf } from '../vocabulary/index.ts';
import type { CmoConfiguration } from './cmo-configuration.ts';
import { informantOf, legsOf, referenceOf, type Evidence, type Leg } from './evidence.ts';
import {
  evidenceMethod,
  evidenceStrength,
  informant,
  type EvidenceMethod,
  type EvidenceStrength,
} from './evidence-words.ts';

/** How widely something is evidenced. */
export interface Triangulation {
  /** Pieces of evidence, each reference once. */
  readonly pieces: number;
  /** The services named. */
  readonly services: readonly string[];
  /** Pieces that do not say which services they come from. */
  readonly servicesNotSaid: number;
  readonly informants: readonly string[];
  readonly methods: readonly EvidenceMethod[];
  /** The strongest word used. */
  readonly strength?: EvidenceStrength;
}

/** How a configuration stands by its evidence. */
export interface ConfigurationStanding {
  readonly id: string;
  readonly supports: Triangulation;
  readonly contradicts: Triangulation;
  /**
   * `untested`: no evidence; `supported` and `contradicted`: evidence one way; `contested`: both. This is read
   * from the evidence, and may differ from the status that its authors gave it.
   */
  readonly evidence: 'untested' | 'supported' | 'contradicted' | 'contested';
  /**
   * Whether of some leg at least two kinds of informants speak on one side, or two methods. What the evaluators
   * retell, and what nobody is named for, is no informant of its own.
   */
  readonly triangulated: boolean;
  /** What no evidence speaks to, in sentences. */
  readonly neverTested: readonly string[];
}

/**
 * What supports and what contradicts a configuration, from how many services, informants and methods, and what
 * was never tested. Only its own evidence counts.
 *
 * @example
 * const found = standing({
 *   id: 'A', contexts: [{ layer: 'practice', statement: 'The host shares the interview panel' }], mechanism: { statement: 'The host owns the appointment too' },
 *   outcome: { statement: 'The role is clear from the start', valence: 'desired' }, status: 'candidate',
 *   evidenceFor: [{ kind: 'interview-theme', informant: 'hub-manager', section: '3.3' }, { kind: 'document', reference: 'Panel notes, page 2' }],
 * });
 * [found.evidence, found.triangulated, found.supports.methods]; // => ['supported', true, ['documents', 'interviews']]
 */
export function standing(configuration: CmoConfiguration): ConfigurationStanding {
  const { id, evidenceFor = [], evidenceAgainst = [], inferred } = configuration;
  const [supports, contradicts] = [triangulate(evidenceFor), triangulate(evidenceAgainst)];
  return {
    id,
    supports,
    contradicts,
    evidence: evidenceReads(supports.pieces, contradicts.pieces),
    triangulated: [evidenceFor, evidenceAgainst].some((side) => isTriangulated(side, inferred)),
    neverTested: neverTested(configuration, [...evidenceFor, ...evidenceAgainst]),
  };
}

function evidenceReads(pieces: number, against: number): ConfigurationStanding['evidence'] {
  if (pieces === 0) return against === 0 ? 'untested' : 'contradicted';
  return against === 0 ? 'supported' : 'contested';
}

/** A reference with all that is said of it, whatever the order. */
interface Piece {
  readonly services: readonly string[];
  readonly informants: readonly string[];
  /** One reference was gathered in one way, whatever kinds it is given. */
  readonly method: EvidenceMethod;
}

/** Each reference once. */
const piecesOf = (evidence: readonly Evidence[]): readonly Piece[] =>
  [...groupedBy(evidence, referenceOf).values()].map((group) => ({
    services: group.flatMap(({ services = [] }) => services),
    informants: group.flatMap((each) => informantOf(each.informant) ?? []),
    method: group.map(({ kind }) => evidenceMethod[kind]).sort()[0] ?? 'documents',
  }));

const distinct = <Value extends string>(values: readonly Value[]): readonly Value[] =>
  [...new Set(values)].sort();

function triangulate(evidence: readonly Evidence[]): Triangulation {
  const pieces = piecesOf(evidence);
  const strengths = evidenceStrength.entries.map(({ code }) => code);
  const strength = strengths.find((code) => evidence.some((each) => each.strength === code));
  return {
    pieces: pieces.length,
    services: distinct(pieces.flatMap(({ services }) => services)),
    servicesNotSaid: pieces.filter(({ services }) => services.length === 0).length,
    informants: distinct(pieces.flatMap(({ informants }) => informants)),
    methods: distinct(pieces.map(({ method }) => method)),
    ...(strength && { strength }),
  };
}

const legs: readonly Leg[] = ['context', 'mechanism', 'outcome'];

/** Those who are no informants of their own: evaluators retell what others said, and the unnamed may be anybody. */
const noInformants: readonly string[] = ['evaluators', 'not-attributed'];

/** Whether, of some leg, two kinds of informants speak, or two methods. */
const isTriangulated = (evidence: readonly Evidence[], inferred: readonly Leg[] | undefined): boolean =>
  legs.some((leg) => {
    const pieces = piecesOf(evidence.filter((each) => legsOf(each, inferred).includes(leg)));
    const named = distinct(pieces.flatMap(({ informants }) => informants)).filter(
      (who) => !noInformants.includes(who),
    );
    return named.length > 1 || distinct(pieces.map(({ method }) => method)).length > 1;
  });

function neverTested(
  { inferred = [], mechanism, outcome }: CmoConfiguration,
  evidence: readonly Evidence[],
): readonly string[] {
  const spokenTo = new Set(evidence.flatMap((each) => legsOf(each, inferred)));
  const silent = legs.filter(
    (leg) => !spokenTo.has(leg) && !(leg === 'mechanism' && mechanism === undefined),
  );
  const isCounted = evidence.some(
    (each) => each.kind === 'return' && legsOf(each, inferred).includes('outcome'),
  );
  const heard = new Set(evidence.map((each) => informantOf(each.informant)));
  const uncounted =
    outcome.measure === undefined
      ? 'No count of the outcome was looked at, and no measure is named in which it would show.'
      : `No count of the outcome was looked at: “${outcome.measure}” would show it.`;
  return [
    ...(mechanism === undefined ? ['It has no mechanism that could be tested.'] : []),
    ...silent.map((leg) =>
      inferred.includes(leg)
        ? `The ${leg} was inferred, and no evidence speaks to it.`
        : `No evidence speaks to the ${leg}.`,
    ),
    ...(isCounted ? [] : [uncounted]),
    ...(heard.has('young-person') ? [] : ['No evidence names a young person.']),
  ];
}

/**
 * A standing in a sentence.
 *
 * @example
 * standingInWords(standing({ id: 'A', contexts: [], outcome: { statement: 'Spokes stay', valence: 'desired' }, status: 'candidate' })); // => 'A: untested. It has no mechanism that could be tested. No evidence speaks to the context. No evidence speaks to the outcome. No count of the outcome was looked at, and no measure is named in which it would show. No evidence names a young person.'
 */
export function standingInWords({
  id,
  supports,
  contradicts,
  evidence,
  triangulated,
  neverTested: untested,
}: ConfigurationStanding): string {
  const sides = [
    ...(supports.pieces === 0 ? [] : [`for it ${sideInWords(supports)}`]),
    ...(contradicts.pieces === 0 ? [] : [`against it ${sideInWords(contradicts)}`]),
  ];
  const how =
    sides.length === 0 ? '' : `, ${triangulated ? 'triangulated' : 'not triangulated'}: ${sides.join('; ')}`;
  return [`${id}: ${evidence}${how}.`, ...untested].join(' ');
}

function sideInWords({
  pieces,
  services,
  servicesNotSaid,
  informants,
  methods,
  strength,
}: Triangulation): string {
  const who = informants.map((code) => labelOf(informant, code).toLowerCase()).join(', ');
  const where =
    servicesNotSaid === pieces
      ? 'services not said'
      : `services ${services.join(', ')}${servicesNotSaid > 0 ? ' and others not said' : ''}`;
  const said = [
    `${pieces} ${pieces === 1 ? 'piece' : 'pieces'}`,
    methods.join(' and '),
    ...(who === '' ? [] : [who]),
    where,
  ];
  return `${said.join(', ')}${strength === undefined ? '' : `, said by ${labelOf(evidenceStrength, strength).toLowerCase()}`}`;
}
