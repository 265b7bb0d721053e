import fc from 'fast-check';
import { checkRead } from 'hub-and-spoke';
import { readReturns, writeWorkbook } from 'hub-and-spoke/workbook';
import { returns } from 'hub-and-spoke/year-two';
import { expect, test } from 'vitest';
import { fullReturn } from '../arbitraries.ts';

test('what is written is read back as it was, every state of every cell', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fullReturn, { minLength: 1, maxLength: 3 }), async (values) => {
      const read = await readReturns(await writeWorkbook(values));
      expect(read.findings).toEqual([]);
      expect(read.returns).toEqual(values);
      expect(read.refused).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

test('the published returns come back, and each finding names its cell', async () => {
  const read = await readReturns(await writeWorkbook(returns), { file: 'published.xlsx' });
  expect(read.returns).toEqual(returns);
  expect(read.findings).toEqual([]);
  const { findings } = checkRead(read);
  const shortfall = findings.find(({ rule }) => rule === 'R213');
  expect(shortfall?.message).toContain('120 of 124');
  expect(shortfall?.cells?.[0]).toEqual({
    file: 'published.xlsx',
    sheet: '1 2013-10 to 2014-09',
    address: 'C35',
  });
  expect(findings.filter(({ cells }) => cells === undefined)).toEqual([]);
});

test('a blank form is a return that says nothing but what it is', async () => {
  const blank = {
    edition: 'year-two',
    service: '2',
    period: { from: '2015-01-01', to: '2015-03-31' },
  } as const;
  const read = await readReturns(await writeWorkbook([blank]));
  expect(read.returns).toEqual([blank]);
  await expect(writeWorkbook([])).rejects.toThrow(RangeError);
});
