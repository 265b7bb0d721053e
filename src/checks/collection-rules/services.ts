import { isExactCell, labelAt, servicesOf, valueAt, type Breakdown } from '../../form/index.ts';
import { isInPostIn, type Register, type Service } from '../../programme/index.ts';
import { periodName, type Period } from '../../vocabulary/index.ts';
import { sampleCollection, sampleReturn, type Collected, type CollectionRule } from '../collection-rule.ts';
import { breakdownsOfPeople, isTelling } from '../telling-breakdown.ts';

const service: Service = {
  id: '2',
  phase: 'one',
  status: 'operational',
  hub: {},
  spokes: [{ id: 'post 1', headcount: 3, funder: 'csefa', base: 'hub' }],
};
const register: Register = { phases: [], services: [service] };
const split = { youngPeople: { gender: { female: 39, male: 11 } } } as const;

/** C201, C202 and C301: returns against the register, and services against each other. */
export const serviceRules: readonly CollectionRule[] = [
  {
    code: 'C201',
    severity: 'error',
    source: 'library',
    statement: 'Every return is of a service in the register.',
    remedy: 'Correct the service, or add it to the register.',
    needs: 'register',
    examples: {
      holds: [sampleCollection([sampleReturn], { register })],
      breaks: [sampleCollection([{ ...sampleReturn, service: '99' }], { register })],
    },
    check: ({ latest, register: { services = [] } = {} }) =>
      latest.flatMap(({ index, value }) => {
        const unknown = servicesOf(value).filter((id) => !services.some((each) => each.id === id));
        const path = value.combined === undefined ? 'service' : 'combined.services';
        return unknown.map((id) => ({
          places: [[index, path] as const],
          message: `The register has no service “${id}”.`,
          expected: 'a service of the register',
        }));
      }),
  },
  {
    code: 'C202',
    severity: 'query',
    source: 'Table 1',
    statement:
      'The Spoke workers of a return are those of the register in its period, all of them or those that CSEFA funds.',
    remedy: 'Correct the return or the register, or say which posts the figures come from.',
    needs: 'register',
    examples: {
      holds: [sampleCollection([{ ...sampleReturn, spokes: { headcount: 3 } }], { register })],
      breaks: [sampleCollection([{ ...sampleReturn, spokes: { headcount: 5 } }], { register })],
    },
    check: ({ latest, register: { services = [] } = {} }) =>
      latest.flatMap(({ index, value }) => {
        const returned = value.spokes?.headcount;
        const known = services.filter(({ id }) => servicesOf(value).includes(id));
        if (!isExactCell(returned) || known.length < servicesOf(value).length) return [];
        const all = peopleIn(known, value.period);
        const funded = peopleIn(known, value.period, 'csefa');
        if (returned === all || returned === funded) return [];
        const message = `Service ${value.service}, ${periodName(value.period)}: ${returned} Spoke workers; the register has ${all} in that period, of whom CSEFA funds ${funded}.`;
        return [
          { places: [[index, 'spokes.headcount'] as const], message, expected: `${all}, or ${funded}` },
        ];
      }),
  },
  {
    code: 'C301',
    severity: 'query',
    source: 'Tables 2-5',
    statement: 'Two services do not have the very same breakdown over more than ten young people.',
    remedy: 'Check that neither was copied from the other; if both are right, say so.',
    examples: {
      holds: [
        sampleCollection([
          { ...sampleReturn, ...split },
          { ...sampleReturn, service: '3', youngPeople: { gender: { female: 38, male: 12 } } },
        ]),
      ],
      breaks: [
        sampleCollection([
          { ...sampleReturn, ...split },
          { ...sampleReturn, service: '3', ...split },
        ]),
      ],
    },
    check: ({ latest }) => breakdownsOfPeople.flatMap((id) => identicalSplits(latest, id)),
  },
];

/** The people in post who are funded in a period, by everyone or by one funder. */
function peopleIn(services: readonly Service[], period: Period, funder?: string): number {
  const posts = services.flatMap(({ spokes }) => spokes);
  const counted = posts.filter(
    (post) => isInPostIn(post, period) && (funder === undefined || post.funder === funder),
  );
  return counted.reduce((sum, { headcount }) => sum + headcount, 0);
}

function identicalSplits(latest: readonly Collected[], id: (typeof breakdownsOfPeople)[number]) {
  const first = new Map<string, Collected>();
  return latest.flatMap((each) => {
    const key = splitKey(valueAt(each.value, id) as Breakdown<string> | undefined); // a breakdown field
    const before = key === undefined ? undefined : first.get(key);
    if (key !== undefined && before === undefined) first.set(key, each);
    if (before === undefined || before.value.service === each.value.service) return [];
    const message = `${labelAt(id)}: services ${before.value.service} and ${each.value.service} returned the very same counts.`;
    return [
      {
        places: [
          [before.index, id],
          [each.index, id],
        ] as const,
        message,
        expected: 'figures of each service’s own',
      },
    ];
  });
}

/** Counts in one text, if they say enough for a repetition to be remarkable. */
function splitKey(counts: Breakdown<string> = {}): string | undefined {
  const entries = Object.entries(counts).sort(([one], [other]) => (one < other ? -1 : 1));
  return isTelling(counts) ? JSON.stringify(entries) : undefined;
}
