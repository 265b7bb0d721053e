import { between, exactly, sumBounds, type Bounds } from '../../figures/index.ts';
import type { Service } from '../../programme/index.ts';
import {
  measure,
  type Measure,
  type Reading,
  type ServiceEvidence,
  type ServiceReading,
} from '../measure.ts';
import type { ObservedArea } from '../observation.ts';
import { mostOf } from '../points.ts';
import { isPlaced, postsOn } from '../posts.ts';
import { fromObservation, inObservation, inRegister } from '../readings.ts';

/** Own and new, before and now, of the areas that were observed. */
const areaCounts = (areas: readonly ObservedArea[]): readonly Omit<Reading, 'from'>[] =>
  (['own-authority', 'new-authority'] as const).flatMap((reach) =>
    (['before', 'now'] as const).map((when) => ({
      category: `${reach === 'own-authority' ? 'own authority' : 'new authorities'}, ${when}`,
      numerator: exactly(areas.filter((each) => each.reach === reach && each[when] > 0).length),
    })),
  );

/** Whether a service works in an area where it did not before: by observation or by its posts. */
function gained(evidence: ServiceEvidence): ServiceReading {
  const { observation, register } = evidence;
  const areas = observation?.areas ?? [];
  const placed = register === undefined ? undefined : gainedByPosts(register, evidence.asOf);
  if (areas.length === 0 || placed?.low === 1) {
    return placed === undefined
      ? 'missing'
      : [{ numerator: placed, denominator: exactly(1), from: inRegister(evidence) }];
  }
  const isGained = areas.some(({ before, now }) => before === 0 && now > 0);
  const from = inObservation(evidence);
  return [{ numerator: exactly(isGained ? 1 : 0), denominator: exactly(1), from }];
}

/** A Spoke placed in a new authority has gained an area; one in its own may have gained a town. */
function gainedByPosts(service: Service, asOf: string): Bounds | undefined {
  const posts = postsOn(service, asOf);
  const isNew = posts.some((post) => post.reach === 'new-authority' && isPlaced(post));
  if (isNew) return exactly(1);
  return posts.some(({ reach }) => reach !== undefined) ? between(0, 1) : undefined;
}

const now = (areas: readonly ObservedArea[]): readonly ObservedArea[] => areas.filter((area) => area.now > 0);

/** O4: where there is a Spoke now, and was none before. */
export const reachMeasures: readonly Measure[] = [
  measure({
    id: 'services-that-gained-an-area',
    indicator: 'O4',
    title: 'Services with a Spoke in an area that had none',
    numerator: 'Services that have a Spoke in post and placed in an area where they had none before',
    denominator: 'Services whose areas are known, in part or in full',
    unit: 'services',
    direction: 'more',
    bearing: 'outcome',
    cannotShow: 'Whether anybody else served the area before, or how much of it one Spoke can serve.',
    reads: ['observation: areas', 'register: spokes.reach', 'register: spokes.base'],
    kind: 'share',
    read: gained,
    ...mostOf('the services whose areas are known'),
  }),
  measure({
    id: 'areas-with-a-spoke',
    indicator: 'O4',
    title: 'Areas with a Spoke, before and now',
    numerator: 'Areas in which a Spoke works, own and new, before the programme and now',
    unit: 'areas',
    direction: 'more',
    bearing: 'outcome',
    cannotShow: 'How large an area is: a town and a county each count once.',
    reads: ['observation: areas'],
    kind: 'count',
    read: fromObservation('areas', (areas) => (areas.length === 0 ? [] : areaCounts(areas))),
    pointsWhen: 'For, when there are more areas now than before, own and new together; against, when fewer.',
    points: (figures) => {
      const total = (when: string): number =>
        figures
          .filter(({ category = '' }) => category.endsWith(when))
          .reduce((sum, { value }) => sum + value.low, 0);
      const gain = total('now') - total('before');
      return gain === 0 ? 'neither' : gain > 0 ? 'for' : 'against';
    },
  }),
  measure({
    id: 'posts-per-area',
    indicator: 'O4',
    title: 'Spokes for each area',
    numerator: 'Spokes in the areas observed',
    denominator: 'Areas with a Spoke',
    unit: 'Spokes',
    direction: 'none',
    bearing: 'condition',
    cannotShow: 'Need: areas differ in people, distance and risk.',
    reads: ['observation: areas'],
    kind: 'ratio',
    read: fromObservation('areas', (areas) => {
      const served = now(areas);
      const spokes = served.reduce((sum, area) => sum + area.now, 0);
      return served.length === 0 ? [] : [{ numerator: exactly(spokes), denominator: exactly(served.length) }];
    }),
  }),
  measure({
    id: 'young-people-per-area',
    indicator: 'O4',
    title: 'Young people supported for each area',
    numerator: 'Young people directly supported in the areas observed',
    denominator: 'Areas with a Spoke',
    unit: 'young people',
    direction: 'none',
    bearing: 'activity',
    cannotShow: 'How many needed support. Areas in which nobody counted make it “at least”.',
    reads: ['observation: areas'],
    kind: 'ratio',
    read: fromObservation('areas', (areas) => {
      const served = now(areas);
      if (served.every(({ youngPeople }) => youngPeople === undefined)) return [];
      const people = sumBounds(
        served.map(({ youngPeople }) => (youngPeople === undefined ? { low: 0 } : exactly(youngPeople))),
      );
      return [{ numerator: people, denominator: exactly(served.length) }];
    }),
  }),
];
