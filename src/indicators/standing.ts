import { codelist, type CodeOf } from '../vocabulary/index.ts';
import type { Measure, MeasureFigure, Points } from './measure.ts';

const since = '2013-Q4';

/** How an outcome stands by what was measured. A closed list, never a score. */
export const indicatorStanding = codelist({
  name: 'indicator-standing',
  title: 'Standing of an outcome',
  source: 'library',
  entries: [
    {
      code: 'no-evidence',
      label: 'No evidence',
      meaning: 'No measure that bears on the outcome itself has a number from any service.',
      since,
    },
    {
      code: 'partial',
      label: 'Partial evidence',
      meaning:
        'Measures that bear on the outcome have numbers, but none of them from more than half of the services points anywhere, or they point different ways.',
      since,
    },
    {
      code: 'consistent-with',
      label: 'Consistent with the outcome',
      meaning:
        'A measure that bears on the outcome, with numbers from more than half of the services, points to it, and none that bears on it points away.',
      since,
    },
    {
      code: 'against',
      label: 'Against the outcome',
      meaning:
        'A measure that bears on the outcome, with numbers from more than half of the services, points away from it, and none that bears on it points to it.',
      since,
    },
  ],
});

/** A code of {@link indicatorStanding}. */
export type IndicatorStanding = CodeOf<typeof indicatorStanding>;

/** What a measure found. */
export interface MeasureResult {
  readonly measure: Measure;
  readonly figures: readonly MeasureFigure[];
  /** Services expected that brought nothing. */
  readonly missing: readonly string[];
  readonly notApplicable: readonly string[];
  /** How many services brought something, and how many were to. */
  readonly returned: number;
  readonly expected: number;
  readonly points: Points;
}

/** How an outcome stands, and the sentences that say why. */
export interface Judged {
  readonly standing: IndicatorStanding;
  readonly because: readonly string[];
}

/** How an outcome stands, by the rule that the meanings of {@link indicatorStanding} state. */
export function judge(results: readonly MeasureResult[]): Judged {
  const bearing = results.filter(({ measure, returned }) => measure.bearing === 'outcome' && returned > 0);
  const pointing = (points: Points): readonly MeasureResult[] =>
    bearing.filter((result) => result.points === points);
  const [towards, away] = [pointing('for'), pointing('against')];
  const wide = (all: readonly MeasureResult[]): boolean =>
    all.some(({ returned, expected }) => 2 * returned > expected);
  const because = reasons(results, bearing);
  if (bearing.length === 0) return { standing: 'no-evidence', because };
  if (wide(towards) && away.length === 0) return { standing: 'consistent-with', because };
  if (wide(away) && towards.length === 0) return { standing: 'against', because };
  return { standing: 'partial', because };
}

const pointing: Readonly<Record<Points, string>> = {
  for: 'points to the outcome',
  against: 'points away from the outcome',
  neither: 'points neither way',
};

function reasons(results: readonly MeasureResult[], bearing: readonly MeasureResult[]): readonly string[] {
  const told = bearing.map(
    ({ measure, returned, expected, points }) =>
      `“${measure.title}” ${pointing[points]}, from ${returned} of ${expected} services${2 * returned > expected ? '' : ': not more than half'}.`,
  );
  const beside = results.filter(({ measure, returned }) => measure.bearing !== 'outcome' && returned > 0);
  const activity = beside.filter(({ measure }) => measure.bearing === 'activity');
  const conditions = beside.filter(({ measure }) => measure.bearing === 'condition');
  return [
    ...(bearing.length === 0
      ? ['No measure that bears on the outcome itself was returned by any service.']
      : told),
    ...(activity.length === 0 ? [] : [`${titles(activity)}: what was done, not what came of it.`]),
    ...(conditions.length === 0
      ? []
      : [`${titles(conditions)}: what may sustain the outcome, not the outcome.`]),
  ];
}

const titles = (results: readonly MeasureResult[]): string =>
  results.map(({ measure }) => `“${measure.title}”`).join(', ');
