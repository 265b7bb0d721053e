import { indicators, type Indicator } from './indicator.ts';
import { figuresOfReadings, readMeasure, type MeasureReadings } from './measure-figures.ts';
import type { Measure, MeasureFigure, ServiceEvidence } from './measure.ts';
import { measures as everyMeasure } from './measures.ts';
import {
  readObservations,
  serviceEvidence,
  servicesExpected,
  type PeriodEvidence,
  type RefusedObservation,
} from './service-evidence.ts';
import { judge, type IndicatorStanding, type MeasureResult } from './standing.ts';
import { withTrends } from './trend.ts';

/** What is known, now and in the earlier period to compare with. */
export interface IndicatorEvidence extends PeriodEvidence {
  readonly earlier?: PeriodEvidence;
}

/** What a measure found, as plain JSON: what it means stands in the catalogue under its id and version. */
export interface AssessedMeasure extends Omit<MeasureResult, 'measure'> {
  readonly id: string;
  readonly version: number;
  readonly title: string;
}

/** How one outcome stands. Plain JSON. */
export interface AssessedIndicator {
  readonly id: Indicator['id'];
  readonly wording: string;
  readonly standing: IndicatorStanding;
  /** Sentences that say why it stands so. */
  readonly because: readonly string[];
  readonly measures: readonly AssessedMeasure[];
  /** What was not returned, a sentence for each measure. */
  readonly gaps: readonly string[];
}

/** How the six outcomes stand. Plain JSON. Internal: it shows single services, so it is not for publication. */
export interface AssessedIndicators {
  readonly asOf: string;
  /** The services of which something was expected. */
  readonly services: readonly string[];
  readonly indicators: readonly AssessedIndicator[];
  /** Observations that could not be used, of this period and of the earlier one. */
  readonly refused: readonly RefusedObservation[];
  readonly refusedEarlier: readonly RefusedObservation[];
}

/** What may be replaced. */
export interface AssessmentOptions {
  /** The measures to use, in place of {@link measures}. */
  readonly measures?: readonly Measure[];
}

/**
 * How the six outcomes stand by what was returned, registered and observed: for each its measures as figures
 * with bounds, coverage and where they were read, the change since the earlier period, what is missing, and a
 * standing from a closed list, by the rule that {@link indicatorStanding} states. Nothing is pooled into a
 * score.
 *
 * @example
 * const found = assessIndicators({ asOf: '2015-09-30', observations: [
 *   { service: '3', period: { from: '2015-07-01', to: '2015-09-30' }, hostMeetings: { held: 6, attended: 5 } },
 * ] });
 * found.indicators.map(({ id, standing }) => `${id} ${standing}`).slice(0, 2); // => ['O1 no-evidence', 'O2 consistent-with']
 */
export function assessIndicators(
  evidence: IndicatorEvidence,
  { measures = everyMeasure }: AssessmentOptions = {},
): AssessedIndicators {
  const now = readEvidence(evidence);
  const earlier = evidence.earlier === undefined ? undefined : readEvidence(evidence.earlier);
  const results = measures.map((measure) => resultOf(measure, now, earlier));
  return {
    asOf: evidence.asOf,
    services: now.services,
    indicators: indicators.map((indicator) => {
      const own = results.filter(({ measure }) => measure.indicator === indicator.id);
      return {
        id: indicator.id,
        wording: indicator.wording,
        ...judge(own),
        measures: own.map(withoutFunction),
        gaps: own.flatMap(gapOf),
      };
    }),
    refused: now.refused,
    refusedEarlier: earlier?.refused ?? [],
  };
}

/** The evidence of a period, service by service. */
interface ReadEvidence {
  readonly services: readonly string[];
  readonly evidence: readonly ServiceEvidence[];
  readonly refused: readonly RefusedObservation[];
}

function readEvidence(period: PeriodEvidence): ReadEvidence {
  const { byService, refused } = readObservations(period.observations ?? []);
  const services = servicesExpected(period, byService.keys());
  return { services, evidence: serviceEvidence(period, byService, services), refused };
}

function resultOf(measure: Measure, now: ReadEvidence, earlier: ReadEvidence | undefined): MeasureResult {
  const readings = readMeasure(measure, now.evidence, now.services);
  const figures = figuresOfReadings(measure, readings);
  const before = earlier && readMeasure(measure, earlier.evidence, earlier.services);
  return {
    measure,
    figures: before === undefined ? figures : withTrends(measure, figures, readings, before),
    missing: readings.missing,
    notApplicable: readings.notApplicable,
    ...coverageOf(readings, now.services),
    points: measure.points(figures),
  };
}

function coverageOf(
  { given, missing }: MeasureReadings,
  services: readonly string[],
): Pick<MeasureResult, 'returned' | 'expected'> {
  const returned = new Set(
    given.flatMap((each) => each.services).filter((service) => services.includes(service)),
  ).size;
  return { returned, expected: returned + missing.length };
}

const withoutFunction = ({ measure: { id, version, title }, ...result }: MeasureResult): AssessedMeasure => ({
  id,
  version,
  title,
  ...result,
});

function gapOf({ measure, missing, returned, expected }: MeasureResult): readonly string[] {
  if (missing.length === 0) return [];
  const who =
    returned === 0
      ? `any of ${expected} services`
      : `${missing.length} of ${expected} services: ${missing.join(', ')}`;
  return [`“${measure.title}” was not returned by ${who}.`];
}

/**
 * The figures of one measure over some services: what {@link assessIndicators} uses for all of them.
 *
 * @param services whose figures; those expected unless said
 * @example
 * const [first] = measures;
 * first && measureFigures(first, { asOf: '2015-09-30' }).figures; // => []
 */
export function measureFigures(
  measure: Measure,
  period: PeriodEvidence,
  services?: readonly string[],
): MeasuredServices {
  const read = readEvidence(period);
  const chosen = services ?? read.services;
  const evidence = read.evidence.filter((each) => each.services.every((service) => chosen.includes(service)));
  const readings = readMeasure(measure, evidence, chosen);
  return {
    figures: figuresOfReadings(measure, readings),
    services: readings.given.map((given) => ({
      services: given.services,
      figures: figuresOfReadings(measure, { given: [given], missing: [], notApplicable: [] }),
    })),
    missing: readings.missing,
  };
}

/** The figures of a measure over some services, together and one by one. */
export interface MeasuredServices {
  readonly figures: readonly MeasureFigure[];
  readonly services: readonly {
    readonly services: readonly string[];
    readonly figures: readonly MeasureFigure[];
  }[];
  /** Services that brought nothing. */
  readonly missing: readonly string[];
}
