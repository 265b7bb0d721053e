import type { Source } from '../vocabulary/index.ts';
import type { EvaluationQuestion, ImpactArea } from './impact-area.ts';

/** The number of an outcome indicator. */
export type IndicatorId = 'O1' | 'O2' | 'O3' | 'O4' | 'O5' | 'O6';

/** One of the six key outcome indicators. */
export interface Indicator {
  readonly id: IndicatorId;
  /** A short name for tables. */
  readonly name: string;
  /** What the report says is to come about. */
  readonly wording: string;
  /** The impact areas it speaks to. The report does not say: this library’s reading. */
  readonly impactAreas: readonly ImpactArea[];
  /** The evaluation questions it helps to answer. The report does not say: this library’s reading. */
  readonly questions: readonly EvaluationQuestion[];
  readonly source: Source;
}

/**
 * The six key outcome indicators, as the report words them. It gives no formula for any of them: what is
 * counted stands in {@link measures}, and is this library’s.
 *
 * @example
 * indicators.map(({ id, name }) => `${id} ${name}`)[0]; // => 'O1 Sustainable funding'
 */
export const indicators: readonly Indicator[] = [
  {
    id: 'O1',
    name: 'Sustainable funding',
    wording: 'Services secure a source of sustainable funding for the continuation of Spoke services',
    impactAreas: ['a', 'b', 'c'],
    questions: ['EQ3'],
    source: 'Summary',
  },
  {
    id: 'O2',
    name: 'Embedded Spokes',
    wording: 'Spokes become successfully embedded into existing services / CSE service landscape',
    impactAreas: ['b', 'c'],
    questions: ['EQ2', 'EQ3'],
    source: 'Summary',
  },
  {
    id: 'O3',
    name: 'Distinctive identity',
    wording: 'Spoke workers retain a distinctive identity and role focussed on CSE',
    impactAreas: ['b'],
    questions: ['EQ4'],
    source: 'Summary',
  },
  {
    id: 'O4',
    name: 'Geographical reach',
    wording: 'The geographical reach of specialist CSE services is extended',
    impactAreas: ['a'],
    questions: ['EQ5'],
    source: 'Summary',
  },
  {
    id: 'O5',
    name: 'Skills of partner agencies',
    wording: 'Skill levels in partner agencies regarding identifying and responding to CSE are improved',
    impactAreas: ['c'],
    questions: ['EQ1', 'EQ2'],
    source: 'Summary',
  },
  {
    id: 'O6',
    name: 'Outcomes for young people',
    wording: 'Outcomes improve for young people supported by Spoke services',
    impactAreas: ['a'],
    questions: ['EQ5'],
    source: 'Summary',
  },
];
