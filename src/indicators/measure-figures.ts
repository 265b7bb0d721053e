import {
  between,
  highOf,
  isExact,
  percentage,
  shareInterval,
  sumBounds,
  type Bounds,
  type Caveat,
  type Figure,
} from '../figures/index.ts';
import { groupedBy } from '../vocabulary/index.ts';
import type { Measure, MeasureFigure, Reading, ServiceEvidence } from './measure.ts';
import { ratioOf } from './readings.ts';

/** What each service brings to a measure, and which services bring nothing. */
export interface MeasureReadings {
  readonly given: readonly ServiceReadings[];
  /** Services expected to bring something that did not. */
  readonly missing: readonly string[];
  /** Services to which it does not apply. */
  readonly notApplicable: readonly string[];
}

/** The readings of one service, or of several together. */
export interface ServiceReadings {
  readonly services: readonly string[];
  readonly readings: readonly Reading[];
}

/** Reads a measure from every service. */
export function readMeasure(
  measure: Measure,
  evidence: readonly ServiceEvidence[],
  expected: readonly string[],
): MeasureReadings {
  const read = evidence.map((each) => ({ each, reading: measure.read(each) }));
  const given = read.flatMap(({ each: { services }, reading }) =>
    typeof reading === 'string' ? [] : [{ services, readings: reading }],
  );
  const covered = new Set(given.flatMap(({ services }) => services));
  const exempt = new Set(
    read.flatMap(({ each, reading }) => (reading === 'not-applicable' ? each.services : [])),
  );
  const open = expected.filter((service) => !covered.has(service));
  return {
    given,
    missing: open.filter((service) => !exempt.has(service)),
    notApplicable: open.filter((service) => exempt.has(service)),
  };
}

/** The figures of a measure from the readings: one for each part and category. */
export function figuresOfReadings(
  measure: Measure,
  { given, missing, notApplicable }: MeasureReadings,
): readonly MeasureFigure[] {
  const parts = [
    ...groupedBy(
      given.flatMap(({ readings }) => readings),
      ({ part = '' }) => part,
    ).keys(),
  ];
  const expected = new Set([...given.flatMap(({ services }) => services), ...missing]).size;
  return parts.flatMap((part) => {
    const own = given
      .map((each) => ({
        ...each,
        readings: each.readings.filter((reading) => (reading.part ?? '') === part),
      }))
      .filter(({ readings }) => readings.length > 0);
    const categories = [
      ...groupedBy(
        own.flatMap(({ readings }) => readings),
        ({ category = '' }) => category,
      ).keys(),
    ];
    return categories.map((category) =>
      figureOfCategory(measure, { part, category, own, expected, notApplicable: notApplicable.length }),
    );
  });
}

interface CategoryOfPart {
  readonly part: string;
  readonly category: string;
  /** The services that have the part. */
  readonly own: readonly ServiceReadings[];
  readonly expected: number;
  readonly notApplicable: number;
}

function figureOfCategory(
  measure: Measure,
  { part, category, own, expected, notApplicable }: CategoryOfPart,
): MeasureFigure {
  const inCategory = own.flatMap(({ readings }) =>
    readings.filter((reading) => (reading.category ?? '') === category),
  );
  const returned = new Set(own.flatMap(({ services }) => services)).size;
  const numerator = sumBounds(inCategory.map((reading) => reading.numerator));
  const value: Figure = {
    ...numerator,
    coverage: { returned, expected, notApplicable },
    from: [...new Set(own.flatMap(({ readings }) => readings.flatMap(({ from }) => from)))],
    caveats: caveatsOf(own, returned < expected),
  };
  const whole = wholeOf(own);
  return {
    ...(part !== '' && { part }),
    ...(category !== '' && { category }),
    value,
    ...(whole && { of: whole, ...together(measure, numerator, whole) }),
    ...comparisonOf(inCategory),
  };
}

/** A comparison belongs to one reading: two that cannot be put together exactly are not. */
function comparisonOf(readings: readonly Reading[]): Pick<MeasureFigure, 'comparison'> {
  const [only, ...others] = readings;
  return only?.comparison === undefined || others.length > 0 ? {} : { comparison: only.comparison };
}

/** The denominators of the services added up: each service has one, whatever the category. */
function wholeOf(own: readonly ServiceReadings[]): Bounds | undefined {
  const wholes = own.flatMap(
    ({ readings }) => readings.find(({ denominator }) => denominator !== undefined)?.denominator ?? [],
  );
  return wholes.length === own.length && wholes.length > 0 ? sumBounds(wholes) : undefined;
}

function together(measure: Measure, numerator: Bounds, whole: Bounds): Partial<MeasureFigure> {
  if (measure.kind === 'ratio') {
    const ratio = ratioOf(numerator, whole);
    return ratio === undefined ? {} : { ratio };
  }
  if (measure.kind !== 'share' || numerator.low > highOf(whole)) return {};
  const share = percentage(numerator, whole);
  const interval =
    measure.sample === true && isExact(numerator) && isExact(whole)
      ? shareInterval(numerator.low, whole.low)
      : undefined;
  return { ...(share && { share }), ...(interval && { interval: inPerCent(interval) }) };
}

/** To a tenth of a per cent, outwards. */
const inPerCent = ({ low, high = 1 }: Bounds): Bounds =>
  between(Math.floor(low * 1000) / 10, Math.ceil(high * 1000) / 10);

function caveatsOf(own: readonly ServiceReadings[], isPartial: boolean): readonly Caveat[] {
  const found = new Set<Caveat>(
    own.flatMap(({ readings }) => readings.flatMap(({ caveats = [] }) => caveats)),
  );
  if (isPartial) found.add('not-all-returned');
  if (new Set(own.map(periodsOf).filter((days) => days !== '')).size > 1) found.add('mixed-period');
  return [...found].sort();
}

/** The days that the readings of a service describe, in one word. */
const periodsOf = ({ readings }: ServiceReadings): string =>
  [...new Set(readings.flatMap(({ periods = [] }) => periods.map(({ from, to }) => `${from}/${to}`)))]
    .sort()
    .join();
