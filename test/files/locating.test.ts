import fc from 'fast-check';
import { checkReturn, locate, readReturns, writeReturns } from 'hub-and-spoke';
import { expect, test } from 'vitest';
import { coreReturnValue } from '../arbitraries.ts';

const someReturns = fc.array(coreReturnValue, { minLength: 1, maxLength: 2 });

test('what is found of a return that was read from a file has a cell of that file', async () => {
  await fc.assert(
    fc.asyncProperty(someReturns, fc.constantFrom('wide', 'long'), async (values, layout) => {
      const text = writeReturns(values, { layout });
      const { returns, origins } = await readReturns(text);
      for (const [index, value] of returns.entries()) {
        const origin = origins[index];
        for (const finding of checkReturn(value).findings) {
          const { cells = [], ...same } = origin === undefined ? finding : locate(finding, origin);
          expect(same).toEqual(finding);
          expect(cells.length).toBeGreaterThan(0);
          expect(cells.length).toBeLessThanOrEqual(Math.max(1, finding.paths.length));
          for (const { line = 1 } of cells) expect(line >= 1 && line <= text.split('\n').length).toBe(true);
        }
      }
    }),
    { numRuns: 40 },
  );
});
