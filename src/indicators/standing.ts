import { codelist, type CodeOf } from '../vocabulary/index.ts';
import type { Measure, MeasureFigure, MeasurePoints } from './measure.ts';

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
        'Measures that bear on the outcome have numbers, but none of them points anywhere with more than half of the services leaning that way, or they point different ways, or nobody knows how many services there are.',
      since,
    },
    {
      code: 'consistent-with',
      label: 'Consistent with the outcome',
      meaning:
        'A measure that bears on the outcome points to it, more than half of the services to which it applies lean that way themselves, and nothing that bears on it points away.',
      since,
    },
    {
      code: 'against',
      label: 'Against the outcome',
      meaning:
        'A measure that bears on the outcome points away from it, more than half of the services to which it applies lean that way themselves, and nothing that bears on it points to it.',
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
  /** Of these, those that said that they do not know. */
  readonly notKnown: readonly string[];
  /** Services to which it does not apply, or not yet. */
  readonly notApplicable: readonly string[];
  /** How many services brought something, and how many were to: those to which it applies. */
  readonly returned: number;
  readonly expected: number;
  readonly points: MeasurePoints;
  /** How many services lean to the outcome themselves behind parts that point to it, and away behind parts that point away; those that cannot be separated count as one. */
  readonly servicesFor: number;
  readonly servicesAgainst: number;
}

/** How an outcome stands, and the sentences that say why. */
export interface Judged {
  readonly standing: IndicatorStanding;
  readonly because: readonly string[];
}

/**
 * How an outcome stands, by the rule that the meanings of {@link indicatorStanding} state.
 *
 * @param knowsAll whether a register says how many services there are: if not, no evidence is more than partial
 */
export function judge(results: readonly MeasureResult[], knowsAll: boolean): Judged {
  const bearing = results.filter(({ measure, returned }) => measure.bearing === 'outcome' && returned > 0);
  const because = [
    ...reasons(results, bearing),
    ...(knowsAll || bearing.length === 0 ? [] : ['No register says how many services there are.']),
  ];
  if (bearing.length === 0) return { standing: 'no-evidence', because };
  const isWide = (services: number, { expected }: MeasureResult): boolean =>
    knowsAll && 2 * services > expected;
  const [towards, away] = [
    bearing.filter(({ points }) => points === 'for' || points === 'both'),
    bearing.filter(({ points }) => points === 'against' || points === 'both'),
  ];
  if (away.length === 0 && towards.some((each) => isWide(each.servicesFor, each)))
    return { standing: 'consistent-with', because };
  if (towards.length === 0 && away.some((each) => isWide(each.servicesAgainst, each)))
    return { standing: 'against', because };
  return { standing: 'partial', because };
}

function reasons(results: readonly MeasureResult[], bearing: readonly MeasureResult[]): readonly string[] {
  const beside = results.filter(({ measure, returned }) => measure.bearing !== 'outcome' && returned > 0);
  const activity = beside.filter(({ measure }) => measure.bearing === 'activity');
  const conditions = beside.filter(({ measure }) => measure.bearing === 'condition');
  return [
    ...(bearing.length === 0
      ? ['There is no number from any service for a measure that bears on the outcome itself.']
      : bearing.map(whereItPoints)),
    ...(activity.length === 0 ? [] : [`${titles(activity)}: what was done, not what came of it.`]),
    ...(conditions.length === 0
      ? []
      : [`${titles(conditions)}: what may sustain the outcome, not the outcome.`]),
  ];
}

function whereItPoints({
  measure,
  returned,
  expected,
  points,
  servicesFor,
  servicesAgainst,
}: MeasureResult): string {
  const of = `${expected} ${expected === 1 ? 'service' : 'services'}`;
  const lean = (services: number): string =>
    `${services} of ${of} ${services === 1 ? 'leans' : 'lean'} that way${2 * services > expected ? '' : ', not more than half'}`;
  const said = {
    for: `points to the outcome: ${lean(servicesFor)}`,
    against: `points away from the outcome: ${lean(servicesAgainst)}`,
    both: `points both ways: to the outcome, ${lean(servicesFor)}; away from it, ${lean(servicesAgainst)}`,
    neither: `points neither way, from ${returned} of ${of}`,
  } as const;
  return `“${measure.title}” ${said[points]}.`;
}

const titles = (results: readonly MeasureResult[]): string =>
  results.map(({ measure }) => `“${measure.title}”`).join(', ');
