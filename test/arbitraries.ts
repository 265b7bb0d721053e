import fc from 'fast-check';
import { checkReturn, fields, type Cell, type CoreReturn, type Field } from 'hub-and-spoke';
import { missingReason, notApplicableReason, quarterPeriod, type Quarter } from 'hub-and-spoke';

const small = fc.nat({ max: 60 });

/** Any state of a cell. */
export const cell: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 8, arbitrary: small },
  { weight: 1, arbitrary: small.map((atLeast) => ({ atLeast })) },
  { weight: 1, arbitrary: fc.constantFrom(...missingReason.entries).map(({ code }) => ({ unknown: code })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...notApplicableReason.entries).map(({ code }) => ({ notApplicable: code })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(small, small)
      .map(([low, more]) => ({ withheld: [low, low + more] as [number, number] })),
  },
);

const codeOfList = (codes: readonly string[], open: boolean): fc.Arbitrary<string> =>
  open
    ? fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom(...codes) },
        { weight: 1, arbitrary: fc.constantFrom('elsewhere', 'another') },
      )
    : fc.constantFrom(...codes);

function valueOf(field: Field): fc.Arbitrary<unknown> {
  if (field.kind === 'count') return cell;
  const codes = field.codelist.entries.map(({ code }) => code);
  if (field.kind === 'code') return fc.constantFrom(...codes);
  const counts = fc.dictionary(codeOfList(codes, field.codelist.open), cell, {
    maxKeys: 6,
    noNullPrototype: true,
  });
  return field.kind === 'breakdown'
    ? counts
    : fc.dictionary(fc.constantFrom('safety', 'school'), counts, { noNullPrototype: true });
}

/** A quarter of the programme's years. */
export const quarter: fc.Arbitrary<Quarter> = fc
  .tuple(fc.integer({ min: 2014, max: 2016 }), fc.integer({ min: 1, max: 4 }))
  .map(([year, part]) => `${year}-Q${part}` as Quarter);

const seldom = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 8, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

/** Whose returns a combined return adds up. */
const combined = fc.record({
  services: fc.subarray(['1', '2', '3'], { minLength: 2 }),
  returns: fc.integer({ min: 1, max: 3 }),
});

/** A return of sound shape with any numbers in it. */
export const coreReturnValue: fc.Arbitrary<CoreReturn> = fc
  .record({
    service: fc.constantFrom('1', '2', '3'),
    quarter,
    combined: seldom(combined),
    declared: seldom(fc.constantFrom('year', 'other')),
    revision: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
    values: fc.tuple(...fields.map((field) => fc.option(valueOf(field), { nil: undefined, freq: 3 }))),
  })
  .map(({ service, quarter: when, values, ...heading }) => {
    const sections: Record<string, Record<string, unknown>> = {};
    fields.forEach(({ id }, index) => {
      const [section = '', name = ''] = id.split('.');
      if (values[index] !== undefined) (sections[section] ??= {})[name] = values[index];
    });
    const header = { edition: 'year-two', service, period: quarterPeriod(when) };
    const said = Object.fromEntries(Object.entries(heading).filter(([, value]) => value !== undefined));
    return { ...header, ...said, ...sections } as CoreReturn; // each field has its own kind of value
  });

/** A text with what breaks tables in it. */
export const awkwardText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }),
  fc.constantFrom(
    '=1+1',
    "'=1+1",
    "''@x",
    '+44',
    '-1',
    '@sum',
    '\tx',
    '\rx',
    ' 2 ',
    '"2"',
    'a,b;c|d',
    'line\nbreak',
    'line\r\nbreak',
    '00012',
    '1e5',
    'Not known',
    '12-14',
    '{}',
    '[]',
    '2015-Q1',
    '\uFEFFx',
    '½',
    'true',
  ),
);

/** A return of sound shape that uses everything a return may carry. */
export const fullReturn: fc.Arbitrary<CoreReturn> = fc
  .record(
    {
      service: awkwardText,
      declared: fc.constantFrom('year' as const, 'other' as const),
      combined: fc.record({
        services: fc.uniqueArray(awkwardText, { minLength: 2, maxLength: 4 }),
        returns: fc.integer({ min: 1, max: 9 }),
      }),
      printed: fc.record(
        {
          period: awkwardText,
          percentages: fc.dictionary(
            fc.constantFrom('youngPeople.age.12-14', 'a', 'b.c'),
            fc.nat({ max: 100 }),
            {
              noNullPrototype: true,
            },
          ),
          totals: fc.dictionary(
            fc.constantFrom('youngPeople.age', 'youngPeople.gender'),
            fc.double({ min: 0, max: 1e6, noNaN: true }),
            {
              noNullPrototype: true,
            },
          ),
        },
        { requiredKeys: [] },
      ),
      explanations: fc.array(
        fc.record({
          rule: fc.constantFrom('R212', 'R102'),
          because: awkwardText,
          about: fc.dictionary(
            fc.constantFrom('youngPeople.age', 'declared'),
            fc.jsonValue({ maxDepth: 1 }) as fc.Arbitrary<never>,
            {
              noNullPrototype: true,
            },
          ),
        }),
        { maxLength: 2 },
      ),
      fte: fc.double({ min: 0, max: 1e6, noNaN: true }),
      category: fc.tuple(awkwardText, cell),
      measure: fc.tuple(awkwardText, cell),
    },
    { requiredKeys: [] },
  )
  .chain((extra) => coreReturnValue.map((value) => withExtras(value, extra)))
  .filter((value) => checkReturn(value).value !== undefined)
  .map((value) => JSON.parse(JSON.stringify(value)) as CoreReturn); // -0 and undefined are no JSON

type Extras = Readonly<{
  service?: string;
  declared?: 'year' | 'other';
  combined?: unknown;
  printed?: unknown;
  explanations?: unknown;
  fte?: number;
  category?: [string, Cell];
  measure?: [string, Cell];
}>;

function withExtras(value: CoreReturn, { fte, category, measure, ...header }: Extras): CoreReturn {
  const present = Object.fromEntries(Object.entries(header).filter(([, each]) => each !== undefined));
  const [name, count] = category ?? [];
  const [label, outcome] = measure ?? [];
  return {
    ...value,
    ...present,
    ...(fte !== undefined && { spokes: { ...value.spokes, fte } }),
    ...(name !== undefined && {
      youngPeople: { ...value.youngPeople, ethnicity: { ...value.youngPeople?.ethnicity, [name]: count } },
    }),
    ...(label !== undefined && {
      outcomes: {
        ...value.outcomes,
        atClose: { ...value.outcomes?.atClose, [label]: { improved: outcome } },
      },
    }),
  } as CoreReturn; // the filter keeps the sound ones
}
