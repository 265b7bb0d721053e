import { compareRates, exactly, shareInterval } from '../../figures/index.ts';
import { fieldOf, type FieldId } from '../../form/index.ts';
import { measure, type Measure } from '../measure.ts';
import { fromObservation, fromReturns, share } from '../readings.ts';

const activity = (id: string, field: FieldId, title: string, cannotShow: string): Measure =>
  measure({
    id,
    indicator: 'O5',
    title,
    numerator: fieldOf(field).label,
    unit: 'unit' in fieldOf(field) ? (fieldOf(field) as { readonly unit: string }).unit : '',
    direction: 'none',
    bearing: 'activity',
    cannotShow,
    reads: [field],
    kind: 'count',
    read: fromReturns(field),
  });

/** O5: whether partner agencies identify and respond better. */
export const partnerSkillMeasures: readonly Measure[] = [
  measure({
    id: 'paired-ratings',
    indicator: 'O5',
    title: 'Ratings of skill before and after',
    numerator: 'People whose rating rose, stayed the same or fell',
    denominator: 'People rated both before and after, by the same instrument',
    unit: 'people',
    direction: 'more',
    bearing: 'outcome',
    cannotShow:
      'How many rose: most may have stayed the same. What people do later, or what those who answered once would have said. Ratings are steps, so a mean of them is not taken; instruments are never put together.',
    reads: ['observation: ratings'],
    kind: 'share',
    sample: true,
    read: fromObservation('ratings', (all) =>
      all.flatMap(({ instrument, rose, same, fell }) =>
        Object.entries({ rose, same, fell }).flatMap(([category, people]) =>
          share(people, rose + same + fell).map((each) => ({ ...each, part: instrument, category })),
        ),
      ),
    ),
    pointsWhen:
      'For, when of those whose rating changed more rose than fell and the 95% interval lies above half; against, when it lies below.',
    points: (figures) => {
      const [rose, fell] = ['rose', 'fell'].map(
        (sought) => figures.find(({ category }) => category === sought)?.value.low ?? 0,
      );
      const { low, high = 1 } = shareInterval(rose ?? 0, (rose ?? 0) + (fell ?? 0)) ?? { low: 0 };
      return low > 0.5 ? 'for' : high < 0.5 ? 'against' : 'neither';
    },
    leans: (figures) => {
      const [rose = 0, fell = 0] = ['rose', 'fell'].map(
        (sought) => figures.find(({ category }) => category === sought)?.value.low,
      );
      return rose === fell ? 'neither' : rose > fell ? 'for' : 'against';
    },
  }),
  measure({
    id: 'referrals-after-training',
    indicator: 'O5',
    title: 'Referrals after training against before',
    numerator: 'Referrals from the agencies trained, in the days after',
    denominator: 'Referrals from the same agencies, in the days before',
    unit: 'referrals',
    direction: 'more',
    bearing: 'outcome',
    cannotShow:
      'That training did it: referrals rose everywhere in these years. It assumes that each referral came independently of the others. More referrals are better identification and more work at once.',
    reads: ['observation: referralsAroundTraining'],
    kind: 'comparison',
    read: fromObservation('referralsAroundTraining', (all) =>
      all.map(({ agencies, before, after }) => {
        const comparison = compareRates(
          { count: before.count, exposure: before.days },
          { count: after.count, exposure: after.days },
        );
        return {
          part: agencies,
          numerator: exactly(after.count),
          denominator: exactly(before.count),
          ...(comparison && { comparison }),
        };
      }),
    ),
    pointsWhen: 'For, when the 95% interval of the ratio lies above 1; against, when it lies below.',
    points: ([figure]) => {
      if (figure?.comparison === undefined) return 'neither';
      const { low, high = Infinity } = figure.comparison.interval;
      return low > 1 ? 'for' : high < 1 ? 'against' : 'neither';
    },
  }),
  activity(
    'awareness-sessions',
    'withProfessionals.awarenessSessions',
    'Awareness-raising sessions with professionals',
    'Whether anybody learned anything.',
  ),
  activity(
    'awareness-attendances',
    'withProfessionals.awarenessAttending',
    'Attendances at awareness-raising sessions',
    'How many different people came.',
  ),
  activity(
    'training-sessions',
    'withProfessionals.trainingSessions',
    'Training sessions with professionals',
    'Whether anybody learned anything.',
  ),
  activity(
    'training-attendances',
    'withProfessionals.trainingAttending',
    'Attendances at training sessions',
    'How many different people came.',
  ),
  activity(
    'consultancies',
    'withProfessionals.consultancySessions',
    'Case consultancies given',
    'Whether the professional could have done without next time.',
  ),
];
