import { embeddedness, formalAgreement, governanceGroups } from '../../programme/index.ts';
import { groupedBy } from '../../vocabulary/index.ts';
import { measure, type Measure, type ServiceEvidence, type ServiceReading } from '../measure.ts';
import { mostOf } from '../points.ts';
import { fromObservation, fromReturns, inRegister, metItems, share } from '../readings.ts';

function agreementItems(evidence: ServiceEvidence): ServiceReading {
  const reading = metItems(evidence.register?.support?.formalAgreement, formalAgreement.items);
  return reading === undefined ? 'missing' : [{ ...reading, from: inRegister(evidence) }];
}

/** From which step on a Spoke is embedded rather than only there. */
const embeddedSteps: readonly string[] = embeddedness.slice(embeddedness.indexOf('formal-agreement'));

/** O2: how far Spokes are part of local services. */
export const embeddednessMeasures: readonly Measure[] = [
  measure({
    id: 'agreement-items',
    indicator: 'O2',
    title: 'Items of a formal agreement that are settled',
    numerator: 'Items of the formal agreement with the host that are met',
    denominator: 'The ten items, for each service that answered any',
    unit: 'items',
    direction: 'more',
    bearing: 'outcome',
    cannotShow:
      'Whether anybody keeps to it. The report also has the view that a looser arrangement is better at first.',
    reads: ['register: support.formalAgreement'],
    kind: 'share',
    read: agreementItems,
    ...mostOf('the items'),
  }),
  measure({
    id: 'embeddedness-steps',
    indicator: 'O2',
    title: 'Spokes by how far they are embedded',
    numerator: 'Posts at each step, from no link to member of the host’s team',
    denominator: 'Posts whose step was observed',
    unit: 'posts',
    direction: 'more',
    bearing: 'outcome',
    cannotShow:
      'Whether embedded Spokes do better for young people: the report means to look at that later. More is not always better, for identity may suffer.',
    reads: ['observation: embeddedness'],
    kind: 'share',
    read: fromObservation('embeddedness', (observed) => {
      const known = embeddedness.flatMap((step) => {
        const posts = observed[step];
        return posts === undefined ? [] : [{ step, posts }];
      });
      const all = known.reduce((sum, { posts }) => sum + posts, 0);
      return known.flatMap(({ step, posts }) =>
        share(posts, all).map((each) => ({ ...each, category: step })),
      );
    }),
    pointsWhen:
      'For, when certainly more than half of the posts have a formal agreement or are members of the team; against, when certainly fewer than half.',
    points: (figures) => {
      const all = figures[0]?.of?.low ?? 0;
      const embedded = figures
        .filter(({ category = '' }) => embeddedSteps.includes(category))
        .reduce((sum, { value }) => sum + value.low, 0);
      if (all === 0 || 2 * embedded === all) return 'neither';
      return 2 * embedded > all ? 'for' : 'against';
    },
  }),
  measure({
    id: 'host-meetings',
    indicator: 'O2',
    title: 'Attendance at the host’s team meetings',
    numerator: 'Meetings of the host’s team at which a Spoke was',
    denominator: 'Meetings held',
    unit: 'meetings',
    direction: 'more',
    bearing: 'outcome',
    cannotShow: 'Whether the Spoke had a voice there.',
    reads: ['observation: hostMeetings'],
    kind: 'share',
    read: fromObservation('hostMeetings', ({ held, attended }) => share(attended, held)),
    ...mostOf('the meetings'),
  }),
  measure({
    id: 'group-places',
    indicator: 'O2',
    title: 'Places in local groups',
    numerator:
      'Groups in which the service has a place, as member or chair: strategic, operational and others apart',
    denominator: 'Groups that were looked at',
    unit: 'groups',
    direction: 'more',
    bearing: 'outcome',
    cannotShow: 'Influence: the report tells of Hubs that lost the chair and kept the place.',
    reads: ['observation: groups'],
    kind: 'share',
    read: fromObservation('groups', (groups) =>
      [
        ...groupedBy(groups, ({ group }) => governanceGroups.find(({ id }) => id === group)?.tier ?? ''),
      ].flatMap(([tier, own]) =>
        share(own.filter(({ place }) => place !== 'none').length, own.length).map((each) => ({
          ...each,
          part: tier,
        })),
      ),
    ),
    ...mostOf('the groups of a tier'),
  }),
  measure({
    id: 'multi-agency-referrals',
    indicator: 'O2',
    title: 'Referrals that came by multi-agency routes',
    numerator: 'Cases referred by multi-agency teams or a MASH',
    denominator: 'Cases in which a route was reported',
    unit: 'cases',
    direction: 'more',
    bearing: 'outcome',
    cannotShow:
      'Where the cases without a reported route came from, or how far a Spoke is part of the team that refers.',
    reads: ['referrals.route.multi-agency', 'referrals.reported'],
    kind: 'share',
    read: fromReturns('referrals.route.multi-agency', 'referrals.reported'),
    ...mostOf('the cases with a reported route'),
  }),
];
