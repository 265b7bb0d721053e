import { between, exactly, highOf, sumBounds, type Bounds } from '../../figures/index.ts';
import { postsOn, type Service } from '../../programme/index.ts';
import {
  measure,
  type Measure,
  type Reading,
  type ServiceEvidence,
  type ServiceReading,
} from '../measure.ts';
import type { ObservedArea } from '../observation.ts';
import { isPlaced } from '../posts.ts';
import { fromObservation, inObservation, inRegister } from '../readings.ts';

/** Own and new, before and now, of the areas that were observed. */
const areaCounts = (areas: readonly ObservedArea[]): readonly Omit<Reading, 'from'>[] =>
  (['own-authority', 'new-authority'] as const).flatMap((reach) =>
    (['before', 'now'] as const).map((when) => ({
      category: `${reach === 'own-authority' ? 'own authority' : 'new authorities'}, ${when}`,
      numerator: exactly(areas.filter((each) => each.reach === reach && each[when] > 0).length),
    })),
  );

/** Authorities before and now, each once; at least so many where the authority of an area was not written down. */
function authorityCounts(areas: readonly ObservedArea[]): readonly Omit<Reading, 'from'>[] {
  const known = areas.filter(({ authority }) => authority !== undefined);
  if (known.length === 0) return [];
  return (['before', 'now'] as const).map((category) => {
    const low = new Set(known.filter((area) => area[category] > 0).map(({ authority }) => authority)).size;
    return { category, numerator: known.length === areas.length ? exactly(low) : { low } };
  });
}

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
    pointsWhen:
      'For, when certainly more than half of the services whose areas are known gained one; against, when certainly none did.',
    points: ([figure]) => {
      if (figure?.of === undefined || highOf(figure.of) === 0) return 'neither';
      if (2 * figure.value.low > highOf(figure.of)) return 'for';
      return highOf(figure.value) === 0 ? 'against' : 'neither';
    },
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
    id: 'authorities-with-a-spoke',
    indicator: 'O4',
    title: 'Authorities with a Spoke, before and now',
    numerator:
      'Local authorities in which a Spoke works, before the programme and now, each once for each service',
    unit: 'authorities',
    direction: 'more',
    bearing: 'outcome',
    cannotShow: 'Authorities that two services share: they count twice.',
    reads: ['observation: areas.authority'],
    kind: 'count',
    read: fromObservation('areas', authorityCounts),
    pointsWhen:
      'For, when there are certainly more authorities now than before; against, when certainly fewer.',
    points: (figures) => {
      const value = (when: string) => figures.find(({ category }) => category === when)?.value;
      const [before, after] = [value('before'), value('now')];
      if (before === undefined || after === undefined) return 'neither';
      return after.low > highOf(before) ? 'for' : highOf(after) < before.low ? 'against' : 'neither';
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
