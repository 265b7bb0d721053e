import fc from 'fast-check';
import { checkReturn, summarise } from 'hub-and-spoke';
import {
  catalogue,
  editionIn,
  programmeReport,
  returnReport,
  toHtml,
  toMarkdown,
  whatChanged,
} from 'hub-and-spoke/publish';
import { expect, test } from 'vitest';
import { coreReturnValue, quarter } from '../arbitraries.ts';

const internal = { internal: true } as const;
const spoilt = /undefined|NaN|\[object|Infinity/;

test('the report of a return can be written of anything that was checked', () => {
  fc.assert(
    fc.property(fc.oneof(coreReturnValue, fc.anything()), (input) => {
      const report = returnReport(checkReturn(input), internal);
      expect(report.children.length).toBeGreaterThan(0);
      expect(toHtml(report)).toContain('<h1');
    }),
  );
});

test('the report of the programme can be written of any returns, and says no word of a machine', () => {
  fc.assert(
    fc.property(fc.array(coreReturnValue, { maxLength: 5 }), (values) => {
      expect(toMarkdown(programmeReport(summarise(values), internal))).not.toMatch(spoilt);
    }),
    { numRuns: 30 },
  );
});

test('an edition has nothing that its quarter does not, and nothing changes within a quarter', () => {
  const whole = catalogue();
  fc.assert(
    fc.property(quarter, quarter, (one, other) => {
      const [first, second] = [editionIn(whole, one), editionIn(whole, other)];
      for (const { since = one, until = one } of first.fields)
        expect(since <= one && one <= until).toBe(true);
      expect(toMarkdown(whatChanged(first, first))).toMatch(/nothing/i);
      expect(toMarkdown(whatChanged(first, second))).not.toMatch(spoilt);
    }),
    { numRuns: 30 },
  );
});
