import fc from 'fast-check';
import { readReturns, writeReturns, type CoreReturn, type WriteOptions } from 'hub-and-spoke';
import { returns } from 'hub-and-spoke/year-two';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { fullReturn } from '../arbitraries.ts';

const formats: readonly [string, WriteOptions][] = [
  ['wide CSV', { format: 'csv', layout: 'wide' }],
  ['wide CSV with a byte-order mark', { byteOrderMark: true }],
  ['long CSV', { format: 'csv', layout: 'long' }],
  ['JSON', { format: 'json' }],
  ['newline-delimited JSON', { format: 'ndjson' }],
];

describe.each(formats)('%s', { timeout: 60_000 }, (_, options) => {
  test('what is written is read back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fullReturn, { minLength: 1, maxLength: 4 }), async (values) => {
        const read = await readReturns(writeReturns(values, options));
        expect(read.returns).toEqual(values);
        expect(read.findings).toEqual([]);
        expect(read.refused).toEqual([]);
        expect(read.kept).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test('the published returns come back', async () => {
    const read = await readReturns(new TextEncoder().encode(writeReturns(returns, options)));
    expect(read.returns).toEqual(returns);
    expect(read.findings).toEqual([]);
  });
});

test('no cell of a CSV begins as a formula', () => {
  fc.assert(
    fc.property(
      fc.array(fullReturn, { minLength: 1, maxLength: 3 }),
      fc.constantFrom('wide' as const, 'long' as const),
      (values, layout) => {
        const text = writeReturns(values, { layout });
        const cells = Papa.parse<string[]>(text, { delimiter: ',' }).data.flat();
        expect(cells.filter((each) => /^[=+\-@\t\r]/u.test(each))).toEqual([]);
      },
    ),
  );
});

test('a service that is called like a quarter tells no columns apart', async () => {
  const period = { from: '2014-01-01', to: '2014-03-31' };
  const values: readonly CoreReturn[] = [
    { edition: 'year-two', service: '2015-Q1', period, printed: { period: '2015-Q1' } },
    { edition: 'year-two', service: '1', period, outcomes: { atClose: { school: { improved: 0 } } } },
  ];
  const read = await readReturns(writeReturns(values, { layout: 'long' }));
  expect(read.returns).toEqual(values);
});
