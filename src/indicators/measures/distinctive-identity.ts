import { between, exactly, sumBounds } from '../../figures/index.ts';
import { isIndependent, postsOn, standardNumbers } from '../../programme/index.ts';
import { measure, type Measure, type ServiceEvidence, type ServiceReading } from '../measure.ts';
import { distinctiveIdentity } from '../observation.ts';
import { mostOf } from '../points.ts';
import { fromObservation, inRegister, metItems, share, whether } from '../readings.ts';

function independentPosts(evidence: ServiceEvidence): ServiceReading {
  const posts = evidence.register === undefined ? [] : postsOn(evidence.register, evidence.asOf);
  if (posts.length === 0) return 'missing';
  const numerator = sumBounds(
    posts.map((post) => {
      const independent = isIndependent(post.funder);
      return between(independent === true ? post.headcount : 0, independent === false ? 0 : post.headcount);
    }),
  );
  const denominator = exactly(posts.reduce((sum, { headcount }) => sum + headcount, 0));
  return [{ numerator, denominator, from: inRegister(evidence) }];
}

/** O3: whether Spokes keep an identity and a role of their own. */
export const identityMeasures: readonly Measure[] = [
  measure({
    id: 'employed-by-hub',
    indicator: 'O3',
    title: 'Spokes employed and managed by the Hub',
    numerator: 'Posts whose holders the Hub employs and manages',
    denominator: 'Posts observed',
    unit: 'posts',
    direction: 'more',
    bearing: 'outcome',
    cannotShow: 'Who directs the work from day to day.',
    reads: ['observation: employment'],
    kind: 'share',
    read: fromObservation('employment', ({ hub, others }) => share(hub, hub + others)),
    ...mostOf('the posts'),
  }),
  measure({
    id: 'duties-about-cse',
    indicator: 'O3',
    title: 'Duties that are about child sexual exploitation',
    numerator: 'Duties in the job descriptions that are about child sexual exploitation',
    denominator: 'All duties in them',
    unit: 'duties',
    direction: 'more',
    bearing: 'outcome',
    cannotShow: 'How time is spent: a description is not a diary.',
    reads: ['observation: duties'],
    kind: 'share',
    read: fromObservation('duties', ({ aboutCse, others }) => share(aboutCse, aboutCse + others)),
    ...mostOf('the duties'),
  }),
  measure({
    id: 'identity-self-assessment',
    indicator: 'O3',
    title: 'Signs of a distinctive identity, by self-assessment',
    numerator: 'Signs that the Spokes say are there',
    denominator: 'The eight signs, for each service that answered any',
    unit: 'signs',
    direction: 'more',
    bearing: 'outcome',
    cannotShow: 'What young people and hosts see: Spokes assess themselves.',
    reads: ['observation: identity'],
    kind: 'share',
    read: fromObservation('identity', (answers) => {
      const reading = metItems(answers, distinctiveIdentity.items);
      return reading === undefined ? [] : [reading];
    }),
    ...mostOf('the signs'),
  }),
  measure({
    id: 'dedicated-manager',
    indicator: 'O3',
    title: 'Services with a dedicated Spokes Manager',
    numerator: 'Services whose Hub has a manager for the Spokes alone',
    denominator: 'Services of which it is known',
    unit: 'services',
    direction: 'more',
    bearing: 'condition',
    cannotShow: 'How well Spokes are supported: a generic manager may do it too.',
    reads: ['register: support.dedicatedManager'],
    kind: 'share',
    read: (evidence) => whether(evidence, evidence.register?.support?.dedicatedManager),
    ...mostOf('the services'),
  }),
  measure({
    id: 'regular-supervision',
    indicator: 'O3',
    title: 'Services with line management every four to six weeks',
    numerator: 'Services whose Spokes meet their manager at least every six weeks',
    denominator: 'Services of which it is known',
    unit: 'services',
    direction: 'more',
    bearing: 'condition',
    cannotShow: 'What is said there; that it is meant to happen is not that it happens.',
    reads: ['register: support.lineManagementWeeks'],
    kind: 'share',
    read: (evidence) => {
      const weeks = evidence.register?.support?.lineManagementWeeks;
      return whether(
        evidence,
        weeks === undefined ? undefined : weeks <= standardNumbers.lineManagementWeeks,
      );
    },
    ...mostOf('the services'),
  }),
  measure({
    id: 'independent-funding',
    indicator: 'O3',
    title: 'Posts with independent funding',
    numerator: 'People in posts paid for by CSEFA, the charity itself or a lottery',
    denominator: 'People in post',
    unit: 'people',
    direction: 'more',
    bearing: 'condition',
    cannotShow: 'Whether a funder interferes.',
    reads: ['register: spokes.funder'],
    kind: 'share',
    read: independentPosts,
    ...mostOf('the people in post'),
  }),
];
