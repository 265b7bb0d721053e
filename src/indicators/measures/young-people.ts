import { between, exactly, highOf, type Bounds } from '../../figures/index.ts';
import { closeOutcome, groupedBy } from '../../vocabulary/index.ts';
import {
  measure,
  type Measure,
  type Points,
  type Reading,
  type ServiceEvidence,
  type ServiceReading,
} from '../measure.ts';
import { allAgree } from '../points.ts';
import { fromReturns, notReturned } from '../readings.ts';

const field = 'outcomes.atClose.';

/** How each measure stood when cases closed, of all cases closed. */
function atClose(evidence: ServiceEvidence): ServiceReading {
  const codes = closeOutcome.entries.map(({ code }) => code);
  const readings = [...evidence.figures.values()].flatMap((figure): readonly Reading[] => {
    const [name = '', code = ''] = figure.path.startsWith(field)
      ? splitLast(figure.path.slice(field.length))
      : [];
    const whole = evidence.figures.get(`${field}${name}`) ?? evidence.figures.get('outcomes.casesClosed');
    if (!codes.some((each) => each === code) || figure.coverage.returned === 0) return [];
    const { low, high, from, caveats } = figure;
    return [
      {
        part: name,
        category: code,
        numerator: between(low, high),
        from,
        caveats,
        periods: evidence.periods,
        ...(whole && { denominator: between(whole.low, whole.high) }),
      },
    ];
  });
  return readings.length === 0 ? notReturned(evidence, 'outcomes.atClose') : readings;
}

const splitLast = (text: string): readonly [string, string] => [
  text.slice(0, Math.max(0, text.lastIndexOf('.'))),
  text.slice(text.lastIndexOf('.') + 1),
];

/** Where a measure points, even if everybody who is not recorded went the other way. */
function pointsOf(stood: ReadonlyMap<string, Bounds>, whole: Bounds | undefined): Points {
  const improved = stood.get('improved') ?? exactly(0);
  const worse = stood.get('worse') ?? exactly(0);
  const unchanged = stood.get('unchanged') ?? exactly(0);
  const open = (whole === undefined ? Infinity : highOf(whole)) - improved.low - worse.low - unchanged.low;
  if (!Number.isFinite(open)) return 'neither';
  if (improved.low > worse.low + Math.max(0, open)) return 'for';
  return worse.low > improved.low + Math.max(0, open) ? 'against' : 'neither';
}

/** O6: how young people fared. */
export const youngPeopleMeasures: readonly Measure[] = [
  measure({
    id: 'outcomes-at-close',
    indicator: 'O6',
    title: 'Outcomes at close of case',
    numerator: 'Cases closed improved, unchanged, worse or not recorded, for each measure that services use',
    denominator: 'Cases closed by the services that use the measure',
    unit: 'cases',
    direction: 'none',
    bearing: 'outcome',
    cannotShow:
      'What would have happened without support, or how young people see it themselves. Measures with different names are never put together; the same name in two services is taken to mean the same.',
    reads: ['outcomes.atClose', 'outcomes.casesClosed'],
    kind: 'share',
    read: atClose,
    pointsWhen:
      'For, when for every measure that shows anything more cases improved than got worse, even if all that are not recorded got worse; against, the other way round; otherwise neither.',
    points: (figures) => {
      const byMeasure = [...groupedBy(figures, ({ part = '' }) => part).values()];
      return allAgree(
        byMeasure.map((own) => {
          const stood = new Map(own.map(({ category = '', value }) => [category, value]));
          return pointsOf(stood, own[0]?.of);
        }),
      );
    },
  }),
  measure({
    id: 'directly-supported',
    indicator: 'O6',
    title: 'Young people directly supported',
    numerator: 'Young people who received direct support in the period',
    unit: 'young people',
    direction: 'none',
    bearing: 'activity',
    cannotShow: 'Whether support helped.',
    reads: ['youngPeople.direct'],
    kind: 'count',
    read: fromReturns('youngPeople.direct'),
  }),
  measure({
    id: 'cases-closed',
    indicator: 'O6',
    title: 'Cases closed',
    numerator: 'Times that direct support ended in the period',
    unit: 'cases',
    direction: 'none',
    bearing: 'activity',
    cannotShow: 'How they ended.',
    reads: ['outcomes.casesClosed'],
    kind: 'count',
    read: fromReturns('outcomes.casesClosed'),
  }),
];
