import { boundsInWords, figureInWords, percentageInWords } from '../figures/index.ts';
import { remembered } from '../vocabulary/index.ts';
import type { MeasureFigure, Trend } from './measure.ts';

const formatFor = remembered((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 3 }));
const written = (value: number): string => formatFor('en-GB').format(value);

/**
 * A figure of a measure as people write it: its part, the number and what it is of, how sure, how much is behind
 * it, and how it changed.
 *
 * @example
 * const coverage = { returned: 2, expected: 8, notApplicable: 0 };
 * measureFigureInWords({ part: 'confidence', value: { low: 36, high: 36, coverage, from: ['a visit'], caveats: [] }, of: { low: 40, high: 40 }, share: { low: 90, high: 90 }, interval: { low: 76.3, high: 97.3 } }); // => 'confidence: 36, from 2 of 8 services; of 40: 90% (95% interval 76.3% to 97.3%)'
 */
export function measureFigureInWords(figure: MeasureFigure): string {
  const { part, category, value, of, share, ratio, interval, comparison, trend } = figure;
  const place = [part, category].filter((each) => each !== undefined).join(', ');
  const sure = interval === undefined ? '' : ` (95% interval ${percentageInWords(interval)})`;
  const said = [
    figureInWords(value, 'services'),
    ...(of === undefined || comparison !== undefined
      ? []
      : [`of ${boundsInWords(of)}${share === undefined ? '' : `: ${percentageInWords(share)}${sure}`}`]),
    ...(ratio === undefined ? [] : [`a ratio of ${boundsInWords(ratio)}`]),
    ...(comparison === undefined ? [] : [comparisonInWords(comparison, of?.low ?? 0)]),
    ...(trend === undefined ? [] : [trendInWords(trend)]),
  ];
  return `${place === '' ? '' : `${place}: `}${said.join('; ')}`;
}

function comparisonInWords(
  { ratio, interval, n }: NonNullable<MeasureFigure['comparison']>,
  before: number,
): string {
  const times =
    ratio === undefined ? 'no rate before to compare with' : `${written(ratio)} times the rate before`;
  const high = interval.high === undefined ? 'without an upper end' : `to ${written(interval.high)}`;
  return `${before} before: ${times} (95% interval ${written(interval.low)} ${high}, n ${n})`;
}

function trendInWords({ earlier, now, unit, direction, because, services }: Trend): string {
  const unclear =
    because === undefined
      ? ''
      : `: ${because.slice(0, 1).toLowerCase()}${because.slice(1).replace(/\.$/, '')}`;
  const words =
    direction === 'not-known'
      ? `change not known${unclear}`
      : direction === 'level'
        ? `level at ${boundsInWords(now)} ${unit}`
        : `${direction} from ${boundsInWords(earlier)} to ${boundsInWords(now)} ${unit}`;
  return `${words} (services ${services.join(', ')})`;
}
