import { boundsInWords, highOf, sumBounds, type Bounds } from '../../figures/index.ts';
import {
  baseInWords,
  baseOf,
  cellBounds,
  fieldOf,
  type Breakdown,
  type YoungPeople,
} from '../../form/index.ts';
import { returnRule, type Break, type Rule, type RuleView } from '../rule.ts';

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
  const parts: YoungPeople = {
    ...(view['youngPeople.base'] && { base: view['youngPeople.base'] }),
    ...(view['youngPeople.direct'] !== undefined && { direct: view['youngPeople.direct'] }),
    ...(view['youngPeople.indirect'] !== undefined && { indirect: view['youngPeople.indirect'] }),
    ...(view['youngPeople.total'] !== undefined && { total: view['youngPeople.total'] }),
  };
  return baseOf(parts);
}

/** What the counts of a breakdown add up to. */
export const sumOf = (counts: Breakdown<string>): Bounds =>
  sumBounds(Object.values(counts).flatMap((cell) => (cell === undefined ? [] : [cellBounds(cell)])));

const pathsOf = (id: string, counts: Breakdown<string>): readonly string[] =>
  Object.keys(counts).map((code) => `${id}.${code}`);

const noBase = { notRun: 'The return does not say how many young people the characteristics describe.' };

/** The truth behind every breakdown, in two rules: its counts are no more than their base, and no fewer. */
function accountsForBase(
  numbers: readonly [string, string],
  id: Characteristic,
  noun: string,
): readonly Rule[] {
  const { label, source, since } = fieldOf(id);
  const shared = { source, since, fields: [...baseFields, id], needs: ['youngPeople.base', id] } as const;
  const example = (code: string, counts: readonly [number, number]) => ({
    value: {
      'youngPeople.base': 'direct',
      'youngPeople.direct': 50,
      [id]: { [code]: counts[0], 'not-known': counts[1] },
    },
  });
  const firstCode = exampleCodes[id];
  const examples = (holds: readonly [number, number], breaks: readonly [number, number]) =>
    ({ holds: [example(firstCode, holds)], breaks: [example(firstCode, breaks)] }) as never; // keyed by the id above
  const verdict =
    (compare: (sum: Bounds, base: Bounds) => string | undefined) =>
    (view: RuleView<BaseFieldId | Characteristic>) => {
      const base = baseInView(view);
      const counts: Breakdown<string> | undefined = view[id];
      if (base === undefined || counts === undefined) return noBase;
      const message = compare(sumOf(counts), base);
      return message === undefined ? [] : [breakOf(id, counts, base, message)];
    };
  const people = (view: Bounds): string => `${boundsInWords(view)} young people`;
  return [
    returnRule({
      ...shared,
      code: numbers[0],
      severity: 'error',
      statement: `${noun} add up to no more than the young people they describe.`,
      remedy: 'Correct the count that is too high, or the number of young people.',
      examples: examples([45, 5], [48, 5]),
      check: verdict((sum, base) =>
        sum.low <= highOf(base)
          ? undefined
          : `${label}: the counts add up to ${boundsInWords(sum)}, which is ${sum.low - highOf(base)} more than the ${people(base)} they describe.`,
      ),
    }),
    returnRule({
      ...shared,
      code: numbers[1],
      severity: 'query',
      statement: `${noun}, with those not known, account for every young person they describe.`,
      remedy: 'Correct the count that is too low, or say how many are not known.',
      examples: examples([45, 5], [41, 5]),
      check: verdict((sum, base) =>
        highOf(sum) >= base.low
          ? undefined
          : `${label}: the counts add up to ${boundsInWords(sum)} of ${people(base)}; ${base.low - highOf(sum)} are not accounted for.`,
      ),
    }),
  ];
}

const exampleCodes: Readonly<Record<Characteristic, string>> = {
  'youngPeople.age': '15-17',
  'youngPeople.gender': 'female',
  'youngPeople.ethnicity': 'white-uk',
  'youngPeople.living': 'home',
  'youngPeople.sexuality': 'other',
  'youngPeople.disability': 'disabled',
};

function breakOf(id: string, counts: Breakdown<string>, base: Bounds, message: string): Break {
  return { paths: pathsOf(id, counts), message, expected: `counts that add up to ${boundsInWords(base)}` };
}

/** R201 to R216: each characteristic accounts for the young people it describes. */
export const characteristicRules: readonly Rule[] = [
  ...accountsForBase(['R201', 'R211'], 'youngPeople.age', 'The age bands'),
  ...accountsForBase(['R202', 'R212'], 'youngPeople.gender', 'The genders'),
  ...accountsForBase(['R203', 'R213'], 'youngPeople.ethnicity', 'The ethnicities'),
  ...accountsForBase(['R204', 'R214'], 'youngPeople.living', 'The living situations'),
  ...accountsForBase(['R205', 'R215'], 'youngPeople.sexuality', 'The sexualities'),
  ...accountsForBase(['R206', 'R216'], 'youngPeople.disability', 'Disabled, not disabled and not known'),
].sort((one, other) => one.code.localeCompare(other.code, 'en'));

/** R223: characteristics say whom they describe. */
export const characteristicsNameTheirBase = returnRule({
  code: 'R223',
  severity: 'error',
  source: '2.3',
  statement:
    'Characteristics say whether they describe directly supported young people only, or also those supported indirectly.',
  remedy: 'Enter "direct" or "direct-and-indirect" as the base.',
  fields: [
    'youngPeople.base',
    'youngPeople.age',
    'youngPeople.gender',
    'youngPeople.ethnicity',
    'youngPeople.living',
  ],
  examples: {
    holds: [{ value: { 'youngPeople.base': 'direct', 'youngPeople.age': { '12-14': 8 } } }, { value: {} }],
    breaks: [{ value: { 'youngPeople.age': { '12-14': 8 } } }],
  },
  check: (view) => {
    const characteristics = [
      view['youngPeople.age'],
      view['youngPeople.gender'],
      view['youngPeople.ethnicity'],
      view['youngPeople.living'],
    ];
    if (view['youngPeople.base'] !== undefined || characteristics.every((counts) => counts === undefined))
      return [];
    const message =
      'The return gives characteristics of young people and does not say which young people they describe.';
    return [{ paths: ['youngPeople.base'], message, expected: Object.keys(baseInWords).join(' or ') }];
  },
});
