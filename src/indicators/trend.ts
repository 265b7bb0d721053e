import { highOf, type Bounds } from '../figures/index.ts';
import { daysIn } from '../vocabulary/index.ts';
import { figuresOfReadings, type MeasureReadings, type ServiceReadings } from './measure-figures.ts';
import type { Measure, MeasureFigure, Trend } from './measure.ts';

/** Adds to each figure how it changed, over the services that have it in both periods. */
export function withTrends(
  measure: Measure,
  figures: readonly MeasureFigure[],
  now: MeasureReadings,
  earlier: MeasureReadings,
): readonly MeasureFigure[] {
  return figures.map((figure) => {
    const trend = trendOf(measure, figure, now.given, earlier.given);
    return trend === undefined ? figure : { ...figure, trend };
  });
}

type Place = Pick<MeasureFigure, 'part' | 'category'>;

function trendOf(
  measure: Measure,
  place: Place,
  now: readonly ServiceReadings[],
  earlier: readonly ServiceReadings[],
): Trend | undefined {
  const inBoth = now.filter(
    (each) =>
      hasPart(each, place) && earlier.some((other) => hasPart(other, place) && sameServices(each, other)),
  );
  const before = earlier.filter(
    (each) => hasPart(each, place) && inBoth.some((other) => sameServices(each, other)),
  );
  const [is, was] = [amountOf(measure, place, inBoth), amountOf(measure, place, before)];
  if (is === undefined || was === undefined) return undefined;
  const isCount = measure.kind === 'count' || measure.kind === 'comparison';
  const because = isCount ? lengthsDiffer(inBoth, before) : undefined;
  return {
    earlier: was,
    now: is,
    unit: measure.kind === 'share' ? 'per cent' : measure.unit,
    ...(because === undefined ? directionOf(was, is) : { direction: 'not-known', because }),
    services: inBoth.flatMap(({ services }) => services),
  };
}

const sameServices = (one: ServiceReadings, other: ServiceReadings): boolean =>
  one.services.join('\n') === other.services.join('\n');
const hasPart = ({ readings }: ServiceReadings, { part }: Place): boolean =>
  readings.some((reading) => reading.part === part);

/** The share, ratio or count at a place, over these services. */
function amountOf(measure: Measure, place: Place, given: readonly ServiceReadings[]): Bounds | undefined {
  if (given.length === 0) return undefined;
  const figures = figuresOfReadings(measure, { given, missing: [], notApplicable: [] });
  const own = figures.filter(({ part }) => part === place.part);
  const figure = own.find(({ category }) => category === place.category);
  if (figure === undefined) return own.length === 0 ? undefined : { low: 0, high: 0 };
  if (measure.kind === 'share') return figure.share;
  return measure.kind === 'ratio'
    ? figure.ratio
    : { low: figure.value.low, ...(figure.value.high !== undefined && { high: figure.value.high }) };
}

function directionOf(was: Bounds, is: Bounds): Pick<Trend, 'direction' | 'because'> {
  if (is.low > highOf(was)) return { direction: 'rising' };
  if (highOf(is) < was.low) return { direction: 'falling' };
  if (is.low === is.high && was.low === was.high) return { direction: 'level' };
  return { direction: 'not-known', because: 'What is known of the two overlaps.' };
}

/** Counts of periods that are not of the same length are not compared. Quarters of 90 to 92 days are. */
function lengthsDiffer(
  now: readonly ServiceReadings[],
  earlier: readonly ServiceReadings[],
): string | undefined {
  const [is, was] = [daysBehind(now), daysBehind(earlier)];
  return Math.abs(is - was) <= 0.05 * Math.max(is, was)
    ? undefined
    : `The periods are not of the same length: ${was} and ${is} days of returns.`;
}

/** Days of returns, each service’s added up. */
const daysBehind = (given: readonly ServiceReadings[]): number =>
  given.reduce(
    (sum, { readings: [first] }) =>
      sum + (first?.periods ?? []).reduce((days, period) => days + daysIn(period), 0),
    0,
  );
