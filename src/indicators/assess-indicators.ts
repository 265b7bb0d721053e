import type { Period } from '../vocabulary/index.ts';
import { indicators, type Indicator } from './indicator.ts';
import { figuresOfReadings, partsOf, readMeasure } from './measure-figures.ts';
import type { Measure, MeasureFigure, MeasurePoints, Points } from './measure.ts';
import { measures as everyMeasure } from './measures.ts';
import {
  readEvidence,
  type PeriodEvidence,
  type ReadEvidence,
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
  /** Services that returned or were observed, and that the register does not have or only plans. Their figures are not used, nor are those that others returned together with them. */
  readonly outside: readonly string[];
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
 * @throws RangeError when `asOf` is no day, or the earlier period is not earlier: a mistake of the caller
 * @example
 * const found = assessIndicators({ asOf: '2015-09-30', observations: [
 *   { service: '3', period: { from: '2015-07-01', to: '2015-09-30' }, hostMeetings: { held: 6, attended: 5 } },
 * ] });
 * found.indicators.map(({ id, standing }) => `${id} ${standing}`).slice(0, 2); // => ['O1 no-evidence', 'O2 partial']
 */
export function assessIndicators(
  evidence: IndicatorEvidence,
  { measures = everyMeasure }: AssessmentOptions = {},
): AssessedIndicators {
  if (evidence.earlier !== undefined && evidence.earlier.asOf >= evidence.asOf)
    throw new RangeError(
      `assessIndicators: the earlier period is as of ${evidence.earlier.asOf}, which is not earlier`,
    );
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
        ...judge(own, now.knowsAll),
        measures: own.map(withoutFunction),
        gaps: [...own.flatMap(gapOf), ...refusedIn(own, now.refused.length)],
      };
    }),
    outside: now.outside,
    refused: now.refused,
    refusedEarlier: earlier?.refused ?? [],
  };
}

function resultOf(measure: Measure, now: ReadEvidence, earlier: ReadEvidence | undefined): MeasureResult {
  const readings = readMeasure(measure, now.evidence, now.services);
  const parts = partsOf(measure, readings);
  const figures = parts.flatMap((part) => part.figures);
  const before = earlier && readMeasure(measure, earlier.evidence, earlier.services);
  const { given, missing, notKnown, notApplicable } = readings;
  // Of services that cannot be separated only the sum is known to lean: together they are one.
  const behind = (sought: Points): number =>
    new Set(
      parts
        .filter((part) => measure.points(part.figures) === sought)
        .flatMap((part) => part.units.filter((unit) => measure.leans(unit.figures) === sought))
        .map(({ services }) => services.join('\n')),
    ).size;
  const directions = new Set(parts.map((part) => measure.points(part.figures)));
  const [servicesFor, servicesAgainst] = [behind('for'), behind('against')];
  const returned = new Set(given.flatMap(({ services }) => services)).size;
  return {
    measure,
    figures: before === undefined ? figures : withTrends(measure, figures, readings, before),
    missing,
    notKnown,
    notApplicable,
    returned,
    expected: returned + missing.length,
    points: pointsOf(directions),
    servicesFor,
    servicesAgainst,
  };
}

function pointsOf(directions: ReadonlySet<Points>): MeasurePoints {
  if (directions.has('for')) return directions.has('against') ? 'both' : 'for';
  return directions.has('against') ? 'against' : 'neither';
}

const withoutFunction = ({ measure: { id, version, title }, ...result }: MeasureResult): AssessedMeasure => ({
  id,
  version,
  title,
  ...result,
});

function gapOf({
  measure,
  missing,
  notKnown,
  notApplicable,
  returned,
  expected,
}: MeasureResult): readonly string[] {
  if (missing.length === 0) return [];
  const of = `${expected} ${expected === 1 ? 'service' : 'services'}`;
  const who = returned === 0 ? `any of ${of}` : `${missing.length} of ${of}: ${missing.join(', ')}`;
  const unknown = notKnown.length === 0 ? '' : `; ${notKnown.join(', ')} returned that it is not known`;
  const exempt = notApplicable.length === 0 ? '' : `; not asked of ${notApplicable.join(', ')}, or not yet`;
  return [`“${measure.title}”: no number from ${who}${unknown}${exempt}.`];
}

/** Observations that could not be used are a gap of every outcome that is read from observations. */
const refusedIn = (results: readonly MeasureResult[], refused: number): readonly string[] =>
  refused > 0 && results.some(({ measure }) => measure.reads.some((path) => path.startsWith('observation')))
    ? [
        `${refused} ${refused === 1 ? 'observation' : 'observations'} could not be used: see what was refused.`,
      ]
    : [];

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
  const chosen = new Set(services ?? read.services);
  const evidence = read.evidence.filter((each) => each.services.every((service) => chosen.has(service)));
  const readings = readMeasure(measure, evidence, [...chosen]);
  const nobody = { missing: [], notKnown: [], notApplicable: [] };
  return {
    figures: figuresOfReadings(measure, readings),
    services: readings.given.map((given) => ({
      services: given.services,
      periods: given.readings[0]?.periods ?? [],
      figures: figuresOfReadings(measure, { given: [given], ...nobody }),
    })),
    missing: readings.missing,
  };
}

/** The figures of a measure over some services, together and one by one. */
export interface MeasuredServices {
  readonly figures: readonly MeasureFigure[];
  readonly services: readonly {
    readonly services: readonly string[];
    /** The days that its figures describe; none for what the register says. */
    readonly periods: readonly Period[];
    readonly figures: readonly MeasureFigure[];
  }[];
  /** Services that brought nothing of their own. */
  readonly missing: readonly string[];
}
