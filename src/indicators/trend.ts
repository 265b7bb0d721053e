import { between, highOf, type Bounds } from '../figures/index.ts';
import { daysIn } from '../vocabulary/index.ts';
import { figuresOfReadings, type MeasureReadings, type ServiceReadings } from './measure-figures.ts';
import type { Measure, MeasureFigure, Trend } from './measure.ts';
import { ratioOf } from './readings.ts';

/**
 * Adds to each figure how it changed, over the services that have it in both periods. What compares before with
 * after already has no trend.
 */
export function withTrends(
  measure: Measure,
  figures: readonly MeasureFigure[],
  now: MeasureReadings,
  earlier: MeasureReadings,
): readonly MeasureFigure[] {
  if (measure.kind === 'comparison') return figures;
  const pairs = pairsOf(now.given, earlier.given);
  const before = figuresOfReadings(measure, { ...earlier, missing: [], notApplicable: [] });
  return [...figures, ...goneSince(figures, before, pairs)].map((figure) => {
    const trend = trendOf(measure, figure, pairs);
    return trend === undefined ? figure : { ...figure, trend };
  });
}

/** Categories that there were and that are no more: none, of a part that is still counted. */
function goneSince(
  now: readonly MeasureFigure[],
  before: readonly MeasureFigure[],
  pairs: readonly Pair[],
): readonly MeasureFigure[] {
  return before.flatMap(({ part, category }) => {
    const beside = now.find((figure) => figure.part === part);
    const isKnown = pairs.some(
      (pair) =>
        hasPart(pair.now, { ...(part !== undefined && { part }) }) &&
        pair.earlier.readings.some((reading) => reading.part === part && reading.category === category),
    );
    if (category === undefined || beside === undefined || !isKnown) return [];
    if (now.some((figure) => figure.part === part && figure.category === category)) return [];
    const { value, of, share } = beside;
    const none = { low: 0, high: 0 };
    return [
      {
        ...(part !== undefined && { part }),
        category,
        value: { ...value, ...none },
        ...(of && { of }),
        ...(share && { share: none }),
      },
    ];
  });
}

type Place = Pick<MeasureFigure, 'part' | 'category'>;

/** The same services in both periods. */
interface Pair {
  readonly now: ServiceReadings;
  readonly earlier: ServiceReadings;
}

function pairsOf(now: readonly ServiceReadings[], earlier: readonly ServiceReadings[]): readonly Pair[] {
  const nameOf = ({ services }: ServiceReadings): string => JSON.stringify(services);
  const before = new Map(earlier.map((each) => [nameOf(each), each]));
  return now.flatMap((each) => {
    const other = before.get(nameOf(each));
    return other === undefined ? [] : [{ now: each, earlier: other }];
  });
}

function trendOf(measure: Measure, place: Place, all: readonly Pair[]): Trend | undefined {
  const withPart = all.filter((pair) => hasPart(pair.now, place) && hasPart(pair.earlier, place));
  const pairs = measure.kind === 'share' ? withPart : withPart.filter(hasSameLength);
  const inBoth = pairs.length === 0 ? withPart : pairs;
  const is = amountOf(
    measure,
    place,
    inBoth.map((pair) => pair.now),
  );
  const was = amountOf(
    measure,
    place,
    inBoth.map((pair) => pair.earlier),
  );
  if (is === undefined || was === undefined) return undefined;
  const because = 'The periods are not of the same length.';
  return {
    earlier: rounded(measure, was),
    now: rounded(measure, is),
    unit: unitOf(measure),
    ...(pairs.length === 0 ? { direction: 'not-known', because } : directionOf(was, is)),
    services: inBoth.flatMap(({ now }) => now.services),
  };
}

const unitOf = ({ kind, unit }: Measure): string =>
  kind === 'share' ? 'per cent' : kind === 'ratio' ? 'as a ratio' : unit;

const hasPart = ({ readings }: ServiceReadings, { part }: Place): boolean =>
  readings.some((reading) => reading.part === part);

/** The share, ratio or count at a place, over these services, before it is rounded. */
function amountOf(measure: Measure, place: Place, given: readonly ServiceReadings[]): Bounds | undefined {
  if (given.length === 0) return undefined;
  const own = figuresOfReadings(measure, { given, missing: [], notKnown: [], notApplicable: [] }).filter(
    ({ part }) => part === place.part,
  );
  const figure = own.find(({ category }) => category === place.category);
  // A category of which none was read is 0, where others of its part were read.
  if (figure === undefined) return own.length === 0 ? undefined : { low: 0, high: 0 };
  const { value, of, ratio, share } = figure;
  if (measure.kind === 'ratio') return ratio;
  if (measure.kind === 'count') return between(value.low, value.high);
  const parts = of === undefined || share === undefined ? undefined : ratioOf(value, of);
  return parts && between(100 * parts.low, Math.min(100, 100 * highOf(parts)));
}

const rounded = ({ kind }: Measure, { low, high }: Bounds): Bounds =>
  kind === 'share'
    ? between(Math.round(low), high === undefined ? undefined : Math.round(high))
    : between(low, high);

function directionOf(was: Bounds, is: Bounds): Pick<Trend, 'direction' | 'because'> {
  if (is.low > highOf(was)) return { direction: 'rising' };
  if (highOf(is) < was.low) return { direction: 'falling' };
  if (is.low === is.high && was.low === was.high) return { direction: 'level' };
  return { direction: 'not-known', because: 'What is known of the two periods overlaps.' };
}

/** Whether a service’s two periods are of the same length: quarters of 90 to 92 days are. */
function hasSameLength({ now, earlier }: Pair): boolean {
  const [is, was] = [daysBehind(now), daysBehind(earlier)];
  return Math.abs(is - was) <= 0.05 * Math.max(is, was);
}

const daysBehind = ({ readings: [first] }: ServiceReadings): number =>
  (first?.periods ?? []).reduce((days, period) => days + daysIn(period), 0);
