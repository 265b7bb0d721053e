import { boundsInWords, exactly, tailChance } from '../../figures/index.ts';
import {
  fields,
  isExactCell,
  isOfAllServices,
  labelAt,
  valueAt,
  type Cell,
  type Field,
} from '../../form/index.ts';
import { daysIn, follows, periodName } from '../../vocabulary/index.ts';
import {
  byService,
  sampleCollection,
  sampleReturn,
  type Collected,
  type CollectionBreak,
  type CollectionRule,
} from '../collection-rule.ts';

const threshold = 0.001;
const compared = fields.filter(
  (field): field is Extract<Field, { kind: 'count' }> => field.kind === 'count' && !field.decimal,
);
const next = { ...sampleReturn, period: { from: '2015-04-01', to: '2015-06-30' } } as const;

/** C302 and C303: a service’s return against the one before. */
export const changeRules: readonly CollectionRule[] = [
  {
    code: 'C302',
    severity: 'query',
    source: 'library',
    statement:
      'A count does not change from one return to the next by more than chance would bring once in a thousand.',
    remedy: 'Check both counts; if they are right, say what changed.',
    examples: {
      holds: [
        sampleCollection([
          { ...sampleReturn, youngPeople: { direct: 30 } },
          { ...next, youngPeople: { direct: 35 } },
        ]),
      ],
      breaks: [
        sampleCollection([
          { ...sampleReturn, youngPeople: { direct: 3 } },
          { ...next, youngPeople: { direct: 35 } },
        ]),
      ],
    },
    check: ({ latest }) =>
      neighbours(latest).flatMap(([before, after]) =>
        compared.flatMap(({ id }) => improbableChange(before, after, id)),
      ),
  },
  {
    code: 'C303',
    severity: 'error',
    source: 'library',
    statement: 'The cases open at the end of a return are those open at the start of the next.',
    remedy: 'Correct whichever of the two is wrong.',
    examples: {
      holds: [
        sampleCollection([
          { ...sampleReturn, youngPeople: { openAtEnd: 23 } },
          { ...next, youngPeople: { openAtStart: 23 } },
        ]),
      ],
      breaks: [
        sampleCollection([
          { ...sampleReturn, youngPeople: { openAtEnd: 23 } },
          { ...next, youngPeople: { openAtStart: 20 } },
        ]),
      ],
    },
    check: ({ latest }) =>
      neighbours(latest).flatMap(([before, after]) => {
        const [end, start] = [before.value.youngPeople?.openAtEnd, after.value.youngPeople?.openAtStart];
        if (!isExactCell(end) || !isExactCell(start) || end === start) return [];
        // Where returns are missing from a combination, the two may be of different services.
        if (![before, after].every(({ value }) => isOfAllServices(value))) return [];
        const message = `Service ${after.value.service}: ${end} cases open at the end of ${periodName(before.value.period)}, ${start} at the start of ${periodName(after.value.period)}.`;
        return [
          {
            places: [
              [before.index, 'youngPeople.openAtEnd'],
              [after.index, 'youngPeople.openAtStart'],
            ] as const,
            message,
            expected: 'the same number',
          },
        ];
      }),
  },
];

/** A service’s returns that follow each other without a gap, two by two. */
function neighbours(latest: readonly Collected[]): readonly (readonly [Collected, Collected])[] {
  return byService(latest).flatMap((group) =>
    group.flatMap((after, index) => {
      const before = group[index - 1];
      return before !== undefined && follows(before.value.period, after.value.period)
        ? [[before, after] as const]
        : [];
    }),
  );
}

function improbableChange(before: Collected, after: Collected, id: string): readonly CollectionBreak[] {
  const [was, is] = [before, after].map(({ value }) => valueAt(value, id) as Cell | undefined); // a count field
  if (!isExactCell(was) || !isExactCell(is) || was === is) return [];
  const [first, second] = [daysIn(before.value.period), daysIn(after.value.period)];
  const chance = tailChance(is, was + is, second / (first + second));
  if (chance === undefined || chance >= threshold) return [];
  const often =
    chance < 1e-9
      ? 'less than once in a billion'
      : `about once in ${boundsInWords(exactly(Math.round(1 / chance)))}`;
  const message = `Service ${after.value.service}, ${labelAt(id)}: ${was} in ${periodName(before.value.period)}, ${is} in ${periodName(after.value.period)}. Were nothing different, chance would bring this ${often}.`;
  return [
    {
      places: [
        [before.index, id],
        [after.index, id],
      ],
      message,
      expected: 'a change that chance explains, or a reason',
    },
  ];
}
