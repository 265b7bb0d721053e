import fc from 'fast-check';
import {
  cellsOf,
  checkReturn,
  compileReturn,
  explainCell,
  finishReturn,
  mergePartialReturns,
  partialReturn,
  recordRules,
  type CompileOptions,
  type PartialReturn,
} from 'hub-and-spoke';
import { describe, expect, test } from 'vitest';
import { anyRecord } from './record-arbitraries.ts';

const records = fc.array(anyRecord, { maxLength: 60 });
const options: fc.Arbitrary<CompileOptions> = fc.record(
  {
    service: fc.constant('2'),
    quarter: fc.constantFrom('2014-Q4' as const, '2015-Q1' as const),
    base: fc.constantFrom('direct' as const, 'direct-and-indirect' as const),
    direct: fc.constantFrom('open-case' as const, 'contact' as const),
    ageOn: fc.constantFrom('first-day' as const, 'last-day' as const),
    history: fc.constantFrom('whole' as const, 'partial' as const),
    keeps: fc.subarray([
      'case',
      'consultancy',
      'training',
      'group-work',
      'awareness-with-young-people',
    ] as const),
  },
  { requiredKeys: ['service', 'quarter'] },
);

/** Rules about plausibility or completeness: they ask, and are no arithmetic. */
const isArithmetic = ({ severity, rule }: { severity: string; rule: string }): boolean =>
  severity === 'error' || /^R[23]/u.test(rule);

describe('a return made of any records', () => {
  test('has no arithmetic left to correct', async () => {
    await fc.assert(
      fc.asyncProperty(records, options, async (some, how) => {
        const { value } = await compileReturn(some, how);
        expect(checkReturn(value).findings.filter(isArithmetic)).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });

  test('does not depend on the order of the records', async () => {
    await fc.assert(
      fc.asyncProperty(
        records.chain((some) =>
          fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })),
        ),
        options,
        async ([some, shuffled], how) => {
          expect(await compileReturn(shuffled, how)).toEqual(await compileReturn(some, how));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('does not depend on how they are divided, nor on what is delivered twice', async () => {
    await fc.assert(
      fc.asyncProperty(
        records,
        fc.array(fc.nat({ max: 3 }), { minLength: 60, maxLength: 60 }),
        options,
        async (some, to, how) => {
          const parts = await Promise.all(
            [0, 1, 2, 3].map((part) =>
              partialReturn(
                some.filter((_, index) => to[index] === part),
                how,
              ),
            ),
          );
          const sent = JSON.parse(JSON.stringify([...parts, parts[0]])) as [
            PartialReturn,
            ...PartialReturn[],
          ];
          const merged = sent.slice(1).reduce(mergePartialReturns, sent[0]);
          const whole = await compileReturn(some, how);
          expect(finishReturn(merged, how)).toEqual(whole);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('every count has as many ids behind it as it counts', async () => {
    await fc.assert(
      fc.asyncProperty(records, options, async (some, how) => {
        const { value, lineage } = await compileReturn(some, how);
        for (const { path, field, cell } of cellsOf(value)) {
          const why = explainCell(lineage, path);
          expect(why?.rule).not.toBe('');
          if (field.kind !== 'code' && field.counts === 'attendances') continue;
          if (typeof cell === 'number')
            expect([path, why?.ids.length, why?.possible]).toEqual([path, cell, undefined]);
          if (typeof cell === 'object' && 'atLeast' in cell)
            expect([path, why?.ids.length]).toEqual([path, cell.atLeast]);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('an incomplete count is never more than the count would be if everything were known', async () => {
    // Filling in a date that was not known must not take anybody away from an incomplete count.
    await fc.assert(
      fc.asyncProperty(
        records,
        options,
        fc.constantFrom('2014-11-01', '2015-02-10', '2015-06-01'),
        async (some, how, day) => {
          const filled = some.map((record) =>
            record.kind === 'session' || record.kind === 'consultancy' || record.kind === 'contact'
              ? { ...record, date: record.date ?? day }
              : record,
          );
          const ids = some.map((record) => `${record.kind} ${'id' in record ? record.id : record.case}`);
          fc.pre(new Set(ids).size === ids.length);
          const [before, after] = [await compileReturn(some, how), await compileReturn(filled, how)];
          for (const { path, cell } of cellsOf(before.value)) {
            if (typeof cell !== 'object' || !('atLeast' in cell) || path.startsWith('youngPeople.indirect'))
              continue;
            const later = cellsOf(after.value).find((each) => each.path === path)?.cell;
            const low =
              typeof later === 'number'
                ? later
                : typeof later === 'object' && 'atLeast' in later
                  ? later.atLeast
                  : 0;
            expect([path, low]).toEqual([path, Math.max(low, cell.atLeast)]);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  test('findings are of the catalogue', async () => {
    const codes = new Set(recordRules.map(({ code }) => code));
    await fc.assert(
      fc.asyncProperty(records, options, async (some, how) => {
        const { findings } = await compileReturn(some, how);
        expect(findings.filter(({ rule }) => !codes.has(rule))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
