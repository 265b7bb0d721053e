import { cellsOf, formatCell, labelAt, returnKey, servicesOf } from '../../form/index.ts';
import { expectedReturns, type Register } from '../../programme/index.ts';
import { covers, groupedBy, overlaps, periodName, quartersIn } from '../../vocabulary/index.ts';
import {
  revisionOf,
  sampleCollection,
  sampleReturn,
  type Collected,
  type CollectionRule,
} from '../collection-rule.ts';
import { listed } from '../finding.ts';

const second = { ...sampleReturn, period: { from: '2015-04-01', to: '2015-06-30' } } as const;
const year = { ...sampleReturn, period: { from: '2015-01-01', to: '2015-12-31' }, declared: 'year' } as const;
const register: Register = {
  phases: [
    {
      phase: 'two',
      fundingYear: { from: '2014-10-01', to: '2015-09-30' },
      retrospectiveYear: { from: '2014-01-01', to: '2014-12-31' },
    },
  ],
  services: [{ id: '2', phase: 'two', status: 'operational', hub: {}, spokes: [] }],
};
const calendar = expectedReturns(register, { asOf: '2015-07-01' });
const name = ({ value }: Collected): string => `service ${value.service}, ${periodName(value.period)}`;

/** C101 to C104 and C203 to C204: the returns of a service follow each other. */
export const periodRules: readonly CollectionRule[] = [
  {
    code: 'C101',
    severity: 'error',
    source: 'library',
    statement: 'A revision of a return comes once.',
    remedy: 'Remove one of the two, or give the later one a higher revision.',
    examples: {
      holds: [sampleCollection([sampleReturn, { ...sampleReturn, revision: 2 }])],
      breaks: [sampleCollection([sampleReturn, sampleReturn])],
    },
    check: ({ all }) => {
      const first = new Map<string, Collected>();
      return all.flatMap((each) => {
        const key = `${name(each)}, revision ${revisionOf(each)}`;
        const before = first.get(key);
        if (before === undefined) first.set(key, each);
        if (before === undefined) return [];
        const message = `The return of ${key} comes twice.`;
        return [
          {
            places: [
              [before.index, 'revision'],
              [each.index, 'revision'],
            ],
            message,
            expected: 'one return',
          },
        ];
      });
    },
  },
  {
    code: 'C102',
    severity: 'error',
    source: '2.3',
    statement: 'The periods of a service’s returns do not overlap.',
    remedy: 'Correct the periods, or leave out the return that is part of another.',
    examples: {
      holds: [sampleCollection([sampleReturn, second])],
      breaks: [sampleCollection([second, year])],
    },
    check: ({ latest }) =>
      overlappingPairs(latest).map(([before, each]) => {
        const [first, then] = [before, each].map(
          ({ value }) => `${periodName(value.period)} (${value.service})`,
        );
        return {
          places: [
            [before.index, 'period'],
            [each.index, 'period'],
          ],
          message: `Returns of the same service overlap: ${first} and ${then}.`,
          expected: 'periods without a day in common',
        };
      }),
  },
  {
    code: 'C103',
    severity: 'query',
    source: '4.2',
    statement: 'Every return that the calendar expects by now is there.',
    remedy:
      'Send the return. Where none is to come, the register says so: exempt, or from and until which quarter.',
    needs: 'calendar',
    examples: {
      holds: [sampleCollection([sampleReturn, second], { register, calendar })],
      breaks: [sampleCollection([sampleReturn], { register, calendar })],
    },
    check: ({ latest, calendar: { expected = [] } = {}, asOf }) => {
      const isOf = ({ value }: Collected, service: string): boolean =>
        [value.service, ...(value.combined?.services ?? [])].includes(service);
      const missing = expected.filter(
        ({ service, period, due }) =>
          (due === undefined || asOf === undefined || due < asOf) &&
          !latest.some((each) => isOf(each, service) && covers(each.value.period, period)),
      );
      return [...new Set(missing.map(({ service }) => service))].map((service) => {
        const periods = missing
          .filter((each) => each.service === service)
          .map(({ period }) => periodName(period));
        return {
          places: [],
          message: `Service ${service} has not returned ${listed(periods)}.`,
          expected: `returns for ${listed(periods)}`,
        };
      });
    },
  },
  {
    code: 'C104',
    severity: 'advice',
    source: 'library',
    statement: 'A later revision says what it changes.',
    remedy: 'Nothing to change: the later revision counts. Check that these are the changes that were meant.',
    examples: {
      holds: [sampleCollection([sampleReturn])],
      breaks: [
        sampleCollection([sampleReturn, { ...sampleReturn, revision: 2, youngPeople: { direct: 3 } }]),
      ],
    },
    check: ({ all, latest }) => {
      const revisions = groupedBy(all, ({ value }) => returnKey(value));
      return latest.flatMap((last) => {
        const before = (revisions.get(returnKey(last.value)) ?? []).filter(
          (each) => revisionOf(each) < revisionOf(last),
        );
        const previous = before.sort((one, other) => revisionOf(other) - revisionOf(one))[0];
        const changes = previous === undefined ? [] : changedCells(previous, last);
        if (changes.length === 0) return [];
        const message = `Revision ${revisionOf(last)} of ${name(last)} changes ${listed(changes.map(({ words }) => words))}.`;
        return [
          {
            places: changes.map(({ path }) => [last.index, path] as const),
            message,
            expected: 'the changes that were meant',
          },
        ];
      });
    },
  },
  {
    code: 'C203',
    severity: 'query',
    source: '2.3',
    statement: 'A year returned in retrospect is the year that the phase was asked for.',
    remedy: 'Correct the period, or say why the service returns another year.',
    needs: 'register',
    examples: {
      holds: [
        sampleCollection([{ ...year, period: { from: '2014-01-01', to: '2014-12-31' } }], { register }),
      ],
      breaks: [sampleCollection([year], { register })],
    },
    check: ({ latest, register: { phases = [], services = [] } = {} }) =>
      latest.flatMap(({ index, value }) => {
        const phase = services.find(({ id }) => id === value.service)?.phase;
        const asked = phases.find((each) => each.phase === phase)?.retrospectiveYear;
        if (
          value.declared !== 'year' ||
          asked === undefined ||
          periodName(asked) === periodName(value.period)
        )
          return [];
        const message = `Service ${value.service} returned ${periodName(value.period)}; its phase was asked for ${asked.from} to ${asked.to}.`;
        return [{ places: [[index, 'period'] as const], message, expected: `${asked.from} to ${asked.to}` }];
      }),
  },
  {
    code: 'C204',
    severity: 'query',
    source: 'Table 5',
    statement: 'A combined return adds up every return that its services could have made.',
    remedy: 'Say which returns are missing from the combination, so that nobody reads it as the whole.',
    examples: {
      holds: [sampleCollection([{ ...sampleReturn, combined: { services: ['2', '3'], returns: 2 } }])],
      breaks: [sampleCollection([{ ...sampleReturn, combined: { services: ['2', '3'], returns: 1 } }])],
    },
    check: ({ latest }) =>
      latest.flatMap(({ index, value: { combined, period, service } }) => {
        const possible = (combined?.services.length ?? 0) * quartersIn(period).length;
        if (combined === undefined || combined.returns === possible) return [];
        const message = `${combined.returns} of ${possible} possible quarterly returns of services ${service} are in the combination.`;
        return [{ places: [[index, 'combined.returns'] as const], message, expected: String(possible) }];
      }),
  },
];

/** Returns that have a service and a day in common, each with the one that reaches furthest before it. */
function overlappingPairs(latest: readonly Collected[]): readonly (readonly [Collected, Collected])[] {
  const sorted = [...latest].sort((one, other) => (one.value.period.from < other.value.period.from ? -1 : 1));
  const furthest = new Map<string, Collected>();
  const pairs = new Map<string, readonly [Collected, Collected]>();
  for (const each of sorted) {
    for (const service of servicesOf(each.value)) {
      const before = furthest.get(service);
      if (before !== undefined && overlaps(before.value.period, each.value.period))
        pairs.set(`${before.index} ${each.index}`, [before, each]);
      if (before === undefined || before.value.period.to < each.value.period.to) furthest.set(service, each);
    }
  }
  return [...pairs.values()];
}

interface Change {
  readonly path: string;
  readonly words: string;
}

function changedCells(before: Collected, after: Collected): readonly Change[] {
  const [old, now] = [before, after].map(
    ({ value }) => new Map(cellsOf(value).map(({ path, cell }) => [path, cell])),
  );
  const paths = [...new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])];
  return paths.flatMap((path) => {
    const [was, is] = [old?.get(path), now?.get(path)];
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    return [{ path, words: `${labelAt(path)} (${formatCell(was)}, now ${formatCell(is)})` }];
  });
}
