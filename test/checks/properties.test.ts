import fc from 'fast-check';
import { cellInWords, fields, returnRule, type FieldId, type Rule } from 'hub-and-spoke';
import { expect, test } from 'vitest';
import { awkwardText } from '../arbitraries.ts';

test('a cell in words names every part of it that is known, and no other', () => {
  const cell = fc.record(
    {
      file: awkwardText,
      sheet: awkwardText,
      address: fc.constantFrom('A1', 'C14'),
      line: fc.integer({ min: 1, max: 99_999 }),
      column: fc.integer({ min: 1, max: 999 }),
      item: fc.integer({ min: 1, max: 999 }),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(cell, (given) => {
      const words = cellInWords(given);
      for (const part of Object.values(given)) expect(words).toContain(String(part));
      expect(words).not.toContain('undefined');
      if (Object.keys(given).length === 0) expect(words).toBe('');
    }),
  );
});

test('a rule keeps what is declared of it, and reads nothing else than that', () => {
  const declared = fc.record(
    {
      severity: fc.constantFrom('error' as const, 'query' as const, 'advice' as const),
      since: fc.constantFrom('2013-Q4' as const, '2015-Q1' as const),
      after: fc.constant(['R101']),
      needs: fc.constant(['youngPeople.direct'] as const),
    },
    { requiredKeys: ['severity'] },
  );
  const ids: FieldId[] = fields.map(({ id }) => id as FieldId); // ids of the catalogue
  fc.assert(
    fc.property(declared, fc.subarray(ids), (given, more) => {
      const about = {
        code: 'X1',
        statement: 'A truth.',
        remedy: 'Do this.',
        source: 'library',
        fields: ['youngPeople.direct', ...more],
        examples: { holds: [], breaks: [] },
        check: () => [],
      } as const;
      const rule: Rule = returnRule({ ...about, ...given });
      expect(rule).toMatchObject({ since: '2013-Q4', needs: [], after: [], ...about, ...given });
    }),
  );
});
