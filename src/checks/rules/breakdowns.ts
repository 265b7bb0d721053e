import { boundsInWords, highOf, type Bounds } from '../../figures/index.ts';
import { baseInWords, baseOf, fieldOf, pathsUnder, sumOfCounts, type Breakdown } from '../../form/index.ts';
import { returnRule, type Rule, type RuleView, type Verdict } from '../rule.ts';

type Characteristic = `youngPeople.${'age' | 'gender' | 'ethnicity' | 'living' | 'sexuality' | 'disability'}`;
const baseFields = [
  'youngPeople.base',
  'youngPeople.direct',
  'youngPeople.indirect',
  'youngPeople.total',
] as const;

/** The parts of a return that say how many young people its characteristics describe. */
export type BaseFieldId = (typeof baseFields)[number];
export { baseFields };

/** The base of the characteristics in what a rule sees. */
export function baseInView(view: RuleView<BaseFieldId>): Bounds | undefined {
  return baseOf({
    base: view['youngPeople.base'],
    direct: view['youngPeople.direct'],
    indirect: view['youngPeople.indirect'],
    total: view['youngPeople.total'],
  });
}

const noBase = { notRun: 'The return does not say how many young people the characteristics describe.' };

type Compare = (sum: Bounds, base: Bounds) => string | undefined;

const people = (count: Bounds): string => `${boundsInWords(count)} young people`;

/** What every rule over a breakdown and its base has in common. */
const shared = (id: Characteristic) => ({
  source: fieldOf(id).source,
  since: fieldOf(id).since,
  fields: [...baseFields, id] as const,
  needs: ['youngPeople.base', id] as const,
});

const example = (id: Characteristic, counted: number) =>
  ({
    value: {
      'youngPeople.base': 'direct',
      'youngPeople.direct': 50,
      [id]: { [exampleCodes[id]]: counted, 'not-known': 5 },
    },
  }) as never; // the compiler does not follow a computed key

/** Compares the counts of a breakdown with their base; a message means that they do not agree. */
function comparison(id: Characteristic, compare: Compare) {
  return (view: RuleView<BaseFieldId | Characteristic>): Verdict => {
    const base = baseInView(view);
    const counts: Breakdown<string> | undefined = view[id];
    if (base === undefined || counts === undefined) return noBase;
    const message = compare(sumOfCounts(counts), base);
    if (message === undefined) return [];
    const whole = baseFields.filter((field) => view[field] !== undefined);
    return [
      {
        paths: [...pathsUnder(id, counts), ...whole],
        message,
        expected: `counts that add up to ${boundsInWords(base)}`,
      },
    ];
  };
}

function noMoreThanBase(code: string, id: Characteristic, noun: string): Rule {
  const { label } = fieldOf(id);
  return returnRule({
    ...shared(id),
    code,
    severity: 'error',
    statement: `${noun} add up to no more than the young people they describe.`,
    remedy: 'Correct the count that is too high, or the number of young people.',
    examples: { holds: [example(id, 45)], breaks: [example(id, 48)] },
    check: comparison(id, (sum, base) => {
      if (sum.low <= highOf(base)) return undefined;
      const excess = sum.low - highOf(base);
      return `${label}: the counts add up to ${boundsInWords(sum)}, which is ${excess} more than the ${people(base)} they describe.`;
    }),
  });
}

function accountsForBase(code: string, id: Characteristic, noun: string): Rule {
  const { label } = fieldOf(id);
  return returnRule({
    ...shared(id),
    code,
    severity: 'query',
    statement: `${noun}, with those not known, account for every young person they describe.`,
    remedy: 'Correct the count that is too low, or say how many are not known.',
    examples: { holds: [example(id, 45)], breaks: [example(id, 41)] },
    check: comparison(id, (sum, base) => {
      if (highOf(sum) >= base.low) return undefined;
      const shortfall = base.low - highOf(sum);
      return `${label}: the counts add up to ${boundsInWords(sum)} of ${people(base)}; ${shortfall} ${shortfall === 1 ? 'is' : 'are'} not accounted for.`;
    }),
  });
}

const exampleCodes: Readonly<Record<Characteristic, string>> = {
  'youngPeople.age': '15-17',
  'youngPeople.gender': 'female',
  'youngPeople.ethnicity': 'white-uk',
  'youngPeople.living': 'home',
  'youngPeople.sexuality': 'other',
  'youngPeople.disability': 'disabled',
};

const breakdowns: readonly (readonly [number, Characteristic, string])[] = [
  [1, 'youngPeople.age', 'The age bands'],
  [2, 'youngPeople.gender', 'The genders'],
  [3, 'youngPeople.ethnicity', 'The ethnicities'],
  [4, 'youngPeople.living', 'The living situations'],
  [5, 'youngPeople.sexuality', 'The sexualities'],
  [6, 'youngPeople.disability', 'The disability counts'],
];

/** R201 to R206: no characteristic counts more young people than it describes. */
export const excessRules: readonly Rule[] = breakdowns.map(([number, id, noun]) =>
  noMoreThanBase(`R20${number}`, id, noun),
);

/** R211 to R216: each characteristic accounts for every young person it describes. */
export const shortfallRules: readonly Rule[] = breakdowns.map(([number, id, noun]) =>
  accountsForBase(`R21${number}`, id, noun),
);

const described = breakdowns.map(([, id]) => id);

/** R223: characteristics say whom they describe. */
export const characteristicsNameTheirBase = returnRule({
  code: 'R223',
  severity: 'error',
  source: '2.3',
  statement:
    'Characteristics say whether they describe directly supported young people only, or also those supported indirectly.',
  remedy: 'Answer “The characteristics describe” with direct or direct-and-indirect.',
  fields: ['youngPeople.base', ...described],
  examples: {
    holds: [{ value: { 'youngPeople.base': 'direct', 'youngPeople.age': { '12-14': 8 } } }, { value: {} }],
    breaks: [{ value: { 'youngPeople.age': { '12-14': 8 } } }],
  },
  check: (view) => {
    if (view['youngPeople.base'] !== undefined || described.every((id) => view[id] === undefined)) return [];
    const message =
      'The return gives characteristics of young people and does not say which young people they describe.';
    return [{ paths: ['youngPeople.base'], message, expected: Object.keys(baseInWords).join(' or ') }];
  },
});
