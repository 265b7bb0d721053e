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
  /** Of these, those that said that they do not know. */
  readonly notKnown: readonly string[];
  /** Services to which it does not apply, or not yet. */
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
  const withReading = (sought: string): ReadonlySet<string> =>
    new Set(read.flatMap(({ each, reading }) => (reading === sought ? each.services : [])));
  const [exempt, unknown] = [withReading('not-applicable'), withReading('not-known')];
  const open = expected.filter((service) => !covered.has(service));
  const missing = open.filter((service) => !exempt.has(service) || unknown.has(service));
  return {
    given,
    missing,
    notKnown: missing.filter((service) => unknown.has(service)),
    notApplicable: open.filter((service) => exempt.has(service) && !unknown.has(service)),
  };
}

/** One separate thing that a measure counts, with the services that counted it. */
export interface MeasurePart {
  readonly services: readonly string[];
  readonly figures: readonly MeasureFigure[];
  /** The same figures of each service, or of several that cannot be separated. */
  readonly units: readonly {
    readonly services: readonly string[];
    readonly figures: readonly MeasureFigure[];
  }[];
}

/** The parts of a measure from the readings, each with a figure for each category. */
export function partsOf(
  measure: Measure,
  { given, missing, notApplicable }: MeasureReadings,
): readonly MeasurePart[] {
  const expected = new Set([...given.flatMap(({ services }) => services), ...missing]).size;
  const pieces = given.flatMap(({ services, readings }) =>
    [...groupedBy(readings, ({ part = '' }) => part)].map(([part, own]) => ({
      part,
      services,
      readings: own,
    })),
  );
  return [...groupedBy(pieces, ({ part }) => part)].map(([part, own]) => {
    const services = [...new Set(own.flatMap((each) => each.services))];
    const coverage = { returned: services.length, expected, notApplicable: notApplicable.length };
    const figures = figuresOfPart(measure, part, own, coverage);
    const units = own.map((each) => ({
      services: each.services,
      figures: own.length === 1 ? figures : figuresOfPart(measure, part, [each], coverage),
    }));
    return { services, figures, units };
  });
}

/** The figures of one part over some services, one for each category. */
function figuresOfPart(
  measure: Measure,
  part: string,
  own: readonly ServiceReadings[],
  coverage: Figure['coverage'],
): readonly MeasureFigure[] {
  const readings = own.flatMap((each) => each.readings);
  const whole = wholeOf(own);
  const place = { ...placed('part', part), ...(whole && { of: whole }) };
  const shared = { coverage, ...sharedBy(own, coverage.returned < coverage.expected) };
  return [...groupedBy(readings, ({ category = '' }) => category)].map(([category, inCategory]) => ({
    ...place,
    ...placed('category', category),
    ...figureOf(measure, inCategory, whole, shared),
  }));
}

const placed = <Name extends 'part' | 'category'>(
  name: Name,
  value: string,
): { readonly [N in Name]?: string } =>
  (value === '' ? {} : { [name]: value }) as { readonly [N in Name]?: string }; // the one entry, or none

/** The figures of a measure from the readings: one for each part and category. */
export const figuresOfReadings = (measure: Measure, readings: MeasureReadings): readonly MeasureFigure[] =>
  partsOf(measure, readings).flatMap(({ figures }) => figures);

/** The figure of one category: its numbers added up over the services. */
function figureOf(
  measure: Measure,
  readings: readonly Reading[],
  whole: Bounds | undefined,
  shared: Omit<Figure, keyof Bounds>,
): Omit<MeasureFigure, 'part' | 'category' | 'of'> {
  const numerator = sumBounds(readings.map((reading) => reading.numerator));
  const exceeds = measure.kind === 'share' && whole !== undefined && numerator.low > highOf(whole);
  const caveats = exceeds ? ([...shared.caveats, 'part-exceeds-whole'] as const) : shared.caveats;
  const [only, ...others] = readings;
  return {
    value: { ...numerator, ...shared, caveats: [...caveats].sort() },
    ...(whole && !exceeds && together(measure, numerator, whole)),
    // A comparison belongs to one reading: two that cannot be put together exactly are not.
    ...(only?.comparison !== undefined && others.length === 0 && { comparison: only.comparison }),
  };
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
  if (measure.kind !== 'share') return {};
  const share = percentage(numerator, whole);
  const isSample = measure.sample === true && isExact(numerator) && isExact(whole);
  const interval = isSample ? shareInterval(numerator.low, whole.low) : undefined;
  return { ...(share && { share }), ...(interval && { interval: inPerCent(interval) }) };
}

/** To a tenth of a per cent, outwards. */
const inPerCent = ({ low, high = 1 }: Bounds): Bounds =>
  between(Math.floor(low * 1000) / 10, Math.ceil(high * 1000) / 10);

/** Where the readings of a part stand, and what to beware of. */
function sharedBy(own: readonly ServiceReadings[], isPartial: boolean): Pick<Figure, 'from' | 'caveats'> {
  const readings = own.flatMap((each) => each.readings);
  const found = new Set<Caveat>(readings.flatMap(({ caveats = [] }) => caveats));
  if (isPartial) found.add('not-all-returned');
  if (own.length > 1 && readings.some(({ people }) => people))
    found.add('people-may-be-known-to-several-services');
  if (new Set(own.map(daysOf).filter((days) => days !== '')).size > 1) found.add('mixed-period');
  return { from: [...new Set(readings.flatMap(({ from }) => from))], caveats: [...found].sort() };
}

/** The days that the readings of a service describe, in one word. */
const daysOf = ({ readings }: ServiceReadings): string =>
  [...new Set(readings.flatMap(({ periods = [] }) => periods.map(({ from, to }) => `${from}/${to}`)))]
    .sort()
    .join();
