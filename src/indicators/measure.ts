import type { Bounds, Caveat, Figure, RateComparison } from '../figures/index.ts';
import type { Service } from '../programme/index.ts';
import type { SummaryFigure } from '../summary/index.ts';
import type { IsoDate, Period, Source } from '../vocabulary/index.ts';
import type { IndicatorId } from './indicator.ts';
import type { ServiceObservation } from './observation.ts';

/** What is known of one service, or of several whose returns cannot be separated. */
export interface ServiceEvidence {
  /** One, or those behind a combined return. */
  readonly services: readonly string[];
  readonly asOf: IsoDate;
  /** The register’s entry; none for several services together. */
  readonly register?: Service;
  readonly observation?: ServiceObservation;
  /** The figures of its returns, by path. */
  readonly figures: ReadonlyMap<string, SummaryFigure>;
  /** The days its returns cover. */
  readonly periods: readonly Period[];
}

/** What one service brings to a measure. */
export interface Reading {
  /** Of which separate thing, where there are several: an instrument, a measure that services chose. */
  readonly part?: string;
  /** Which category of one whole, where there are several. */
  readonly category?: string;
  readonly numerator: Bounds;
  readonly denominator?: Bounds;
  /** Where it was read. */
  readonly from: readonly string[];
  readonly caveats?: readonly Caveat[];
  /** Whether it counts people, who may be known to several services. */
  readonly people?: true;
  /** The days it describes; none for what the register says. */
  readonly periods?: readonly Period[];
  /** The same thing counted before and after, to compare. */
  readonly comparison?: RateComparison;
}

/**
 * What a service brings; or that there is nothing, that it said that it does not know, or that the question does
 * not apply to it, or not yet.
 */
export type ServiceReading = readonly Reading[] | 'missing' | 'not-known' | 'not-applicable';

/** Which way something points: to the outcome, away from it, or neither. */
export type Points = 'for' | 'against' | 'neither';

/** Which way a measure points as a whole: `both` when its parts point different ways. */
export type MeasurePoints = Points | 'both';

/** A figure of a measure. Plain JSON. */
export interface MeasureFigure {
  /** Of which separate thing, where there are several. A service without it did not measure it. */
  readonly part?: string;
  /** Which category of one whole, where there are several. A service without it has 0 of it. */
  readonly category?: string;
  /** The numerator. Coverage counts services; `from` says where each reading stands. */
  readonly value: Figure;
  /** The denominator. */
  readonly of?: Bounds;
  /** The numerator as a percentage of the denominator. */
  readonly share?: Bounds;
  /** The numerator for each of the denominator. */
  readonly ratio?: Bounds;
  /** Between which percentages the true share lies, where the counts are a sample and exact: 95%. */
  readonly interval?: Bounds;
  /** The same thing counted before and after. */
  readonly comparison?: RateComparison;
  readonly trend?: Trend;
}

/** How a figure changed against the earlier period, over the services that have both. */
export interface Trend {
  readonly earlier: Bounds;
  readonly now: Bounds;
  /** What the two are: per cent, a ratio, or the unit of the measure. */
  readonly unit: string;
  readonly direction: 'rising' | 'falling' | 'level' | 'not-known';
  /** Why the direction is not known. */
  readonly because?: string;
  readonly services: readonly string[];
}

/**
 * What a measure bears on: `outcome`, the outcome itself; `condition`, what the report says sustains it;
 * `activity`, what was done for it. Only the first decides how an outcome stands.
 */
export type Bearing = 'outcome' | 'condition' | 'activity';

/** A measure of an indicator: a record that holds a function. The report gives none, so all are this library’s. */
export interface Measure {
  readonly id: string;
  /** Raised whenever its meaning changes: figures of two versions are not compared. */
  readonly version: number;
  readonly indicator: IndicatorId;
  readonly title: string;
  /** What is counted above the line. */
  readonly numerator: string;
  /** What is counted below it, where there is anything. */
  readonly denominator?: string;
  readonly unit: string;
  /** Which direction is better; `none` for what only describes. */
  readonly direction: 'more' | 'fewer' | 'none';
  readonly bearing: Bearing;
  /** What nobody may read into it. */
  readonly cannotShow: string;
  /** When it points to the outcome, and when away from it. */
  readonly pointsWhen: string;
  /** Where it is read: paths of the register, of an observation, or fields of the form. */
  readonly reads: readonly string[];
  readonly source: Source;
  /** How numerator and denominator go together: a `share` is a part of its whole, a `ratio` so many for each. */
  readonly kind: 'count' | 'share' | 'ratio' | 'comparison';
  /** Whether the counts are a sample, so that a share has an interval. */
  readonly sample?: true;
  /** Reads its figures from what is known of a service. */
  readonly read: (evidence: ServiceEvidence) => ServiceReading;
  /** Where one part points, from its figures, one for each category. */
  readonly points: (figures: readonly MeasureFigure[]) => Points;
  /** Which way the figures of one service lean, however small their numbers; as the part points unless said. */
  readonly leans: (figures: readonly MeasureFigure[]) => Points;
}

type Defaulted = 'version' | 'source' | 'points' | 'leans' | 'pointsWhen';

/**
 * Declares a measure. One that does not say what it points to points nowhere.
 *
 * @example
 * const waiting = measure({
 *   id: 'waiting-list', indicator: 'O6', title: 'Young people waiting', numerator: 'Young people waiting at the end of the period', unit: 'young people',
 *   direction: 'fewer', bearing: 'condition', cannotShow: 'Who was never referred.', reads: ['youngPeople.waiting'], kind: 'count', read: fromReturns('youngPeople.waiting'),
 * });
 * [waiting.version, waiting.points([])]; // => [1, 'neither']
 */
export const measure = (declared: Omit<Measure, Defaulted> & Partial<Pick<Measure, Defaulted>>): Measure => ({
  version: 1,
  source: 'library',
  pointsWhen: 'It describes, and points neither way.',
  points: () => 'neither',
  leans: declared.points ?? (() => 'neither'),
  ...declared,
});
