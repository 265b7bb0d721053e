import { highOf, shareInterval } from '../../figures/index.ts';
import { closeOutcome } from '../../vocabulary/index.ts';
import {
  measure,
  type Measure,
  type MeasureFigure,
  type Points,
  type Reading,
  type ServiceEvidence,
  type ServiceReading,
} from '../measure.ts';
import { fromReturns, notReturned, openWhereMissing, periodsOf } from '../readings.ts';

const field = 'outcomes.atClose.';

/** How each measure stood when cases closed, of all cases closed. A code that was not returned is open, not 0. */
function atClose(evidence: ServiceEvidence): ServiceReading {
  const { figures, periods } = evidence;
  const codes = closeOutcome.entries.map(({ code }) => code);
  const names = new Set(
    [...figures].flatMap(([path, { coverage }]) => {
      const [name, code] = path.startsWith(field) ? splitLast(path.slice(field.length)) : ['', ''];
      return coverage.returned > 0 && codes.some((each) => each === code) ? [name] : [];
    }),
  );
  if (names.size === 0) return notReturned(evidence, 'outcomes.atClose');
  return [...names].flatMap((name) => {
    const whole = figures.get(`${field}${name}`) ?? figures.get('outcomes.casesClosed');
    return codes.map((code): Reading => {
      const figure = figures.get(`${field}${name}.${code}`);
      return {
        part: name,
        category: code,
        numerator: figure === undefined ? { low: 0 } : openWhereMissing(figure),
        from: figure?.from ?? [],
        caveats: figure?.caveats ?? [],
        periods: figure === undefined ? periods : periodsOf(figure, periods),
        ...(whole && { denominator: openWhereMissing(whole) }),
      };
    });
  });
}

const splitLast = (text: string): readonly [string, string] => [
  text.slice(0, Math.max(0, text.lastIndexOf('.'))),
  text.slice(text.lastIndexOf('.') + 1),
];

const countOf = (figures: readonly MeasureFigure[], code: string): number =>
  figures.find(({ category }) => category === code)?.value.low ?? 0;

/** Where a measure points, even if everybody of whom nothing else is known went the other way, and chance is allowed for. */
function pointsOf(figures: readonly MeasureFigure[]): Points {
  const [improved, worse] = [countOf(figures, 'improved'), countOf(figures, 'worse')];
  const whole = figures[0]?.of;
  const open =
    (whole === undefined ? Infinity : highOf(whole)) - improved - worse - countOf(figures, 'unchanged');
  if (!Number.isFinite(open) || open < 0) return 'neither';
  if ((shareInterval(improved, improved + worse + open)?.low ?? 0) > 0.5) return 'for';
  return (shareInterval(worse, worse + improved + open)?.low ?? 0) > 0.5 ? 'against' : 'neither';
}

/** Which way a service leans: whether more improved than got worse, however few, whatever it did not say. */
function leansOf(figures: readonly MeasureFigure[]): Points {
  if (countOf(figures, 'improved') > mostOf(figures, 'worse')) return 'for';
  return countOf(figures, 'worse') > mostOf(figures, 'improved') ? 'against' : 'neither';
}

/** How many at most went one way: no more than the others leave of all. */
function mostOf(figures: readonly MeasureFigure[], code: string): number {
  const own = figures.find(({ category }) => category === code);
  const others = figures.filter((each) => each !== own).reduce((sum, { value }) => sum + value.low, 0);
  const whole = figures[0]?.of;
  const left = whole === undefined ? Infinity : highOf(whole) - others;
  return Math.min(own === undefined ? Infinity : highOf(own.value), left);
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
      'How many improved: most may be unchanged. What would have happened without support, or how young people see it themselves. Measures with different names are never put together; the same name in two services is taken to mean the same.',
    reads: ['outcomes.atClose', 'outcomes.casesClosed'],
    kind: 'share',
    read: atClose,
    pointsWhen:
      'For, when of the cases that changed more improved than got worse, the 95% interval lying above half even if all of which nothing is known got worse; against, the other way round. Each measure points by itself.',
    points: pointsOf,
    leans: leansOf,
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
