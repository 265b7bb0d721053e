import type { Source } from '../vocabulary/index.ts';

/** A key message of the report, with the fields and checks of this library that it concerns. */
export interface KeyMessage {
  readonly id: string;
  readonly message: string;
  /** Fields of the form, by id. */
  readonly fields: readonly string[];
  /** Checks, by code. */
  readonly checks: readonly string[];
  readonly source: Source;
}

type Row = readonly [id: string, message: string, fields: readonly string[], checks: readonly string[]];

const messagesOf = (rows: readonly Row[]): readonly KeyMessage[] =>
  rows.map(([id, message, fields, checks]) => ({ id, message, fields, checks, source: '4.1' }));

/** The six challenges for practice. */
export const challenges: readonly KeyMessage[] = messagesOf([
  ['CH1', 'Few workers are qualified and experienced; recruitment is slow.', ['spokes.headcount'], ['C202']],
  ['CH2', 'Demand and workload are high.', ['youngPeople.direct', 'youngPeople.waiting'], ['R452', 'P201']],
  ['CH3', 'Views differ on whether to work with high risk only or to prevent.', ['referrals.route'], []],
  ['CH4', 'Statutory contracts may cut independence.', [], ['P206']],
  ['CH5', 'Embeddedness takes different forms and needs clarity.', [], ['P106', 'P208']],
  [
    'CH6',
    'Outcomes for young people are variably measured.',
    ['outcomes.atClose', 'outcomes.casesClosed'],
    ['R209'],
  ],
]);

/** The nine promising practices. */
export const promisingPractices: readonly KeyMessage[] = messagesOf([
  ['PP1', 'A formal agreement settles the Spoke’s place with the host.', [], ['P208']],
  ['PP2', 'Hosts and stakeholders take part in recruitment.', [], ['P207']],
  ['PP3', 'Hub and host agree on the qualification needed.', [], []],
  ['PP4', 'Hub workers become Spokes.', ['spokes.headcount'], []],
  ['PP5', 'Spokes keep a separate voluntary identity.', [], ['P106']],
  ['PP6', 'Spokes have regular support and supervision.', [], ['P202', 'P203']],
  ['PP7', 'A Spokes Manager is funded.', [], ['P204']],
  ['PP8', 'Funding lasts three years or more.', [], ['P205']],
  ['PP9', 'Funding is separate and independent.', [], ['P206']],
]);
