import fc from 'fast-check';
import { fields, type Cell, type CoreReturn, type Field } from 'hub-and-spoke';
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

/** A return of sound shape with any numbers in it. */
export const coreReturnValue: fc.Arbitrary<CoreReturn> = fc
  .record({
    service: fc.constantFrom('1', '2', '3'),
    quarter,
    revision: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
    values: fc.tuple(...fields.map((field) => fc.option(valueOf(field), { nil: undefined, freq: 3 }))),
  })
  .map(({ service, quarter: when, revision, values }) => {
    const sections: Record<string, Record<string, unknown>> = {};
    fields.forEach(({ id }, index) => {
      const [section = '', name = ''] = id.split('.');
      if (values[index] !== undefined) (sections[section] ??= {})[name] = values[index];
    });
    const header = {
      edition: 'year-two',
      service,
      period: quarterPeriod(when),
      ...(revision && { revision }),
    };
    return { ...header, ...sections } as CoreReturn; // each field has its own kind of value
  });
