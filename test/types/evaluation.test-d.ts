import type { measure } from 'hub-and-spoke';
import {
  assessIndicators,
  contrast,
  refineTheory,
  type CmoConfiguration,
  type ContextLayer,
  type Evidence,
  type IndicatorId,
  type IndicatorStanding,
  type Register,
  type TheoryHistory,
} from 'hub-and-spoke';
import { expectTypeOf, test } from 'vitest';

test('codes are unions', () => {
  expectTypeOf<ContextLayer>().toEqualTypeOf<
    'national' | 'safeguarding' | 'operational' | 'practice' | 'young-person'
  >();
  expectTypeOf<IndicatorStanding>().toEqualTypeOf<
    'no-evidence' | 'partial' | 'consistent-with' | 'against'
  >();
  expectTypeOf<IndicatorId>().toEqualTypeOf<'O1' | 'O2' | 'O3' | 'O4' | 'O5' | 'O6'>();
});

test('evidence has no place for what was said', () => {
  expectTypeOf<'quote'>().not.toExtend<keyof Evidence>();
  // @ts-expect-error evidence is a reference
  const quoted: Evidence = { kind: 'interview-quote', quote: 'words' };
  expectTypeOf(quoted).toExtend<Evidence>();
});

test('a history cannot be edited, nor a version be taken out by a refinement', () => {
  const history: TheoryHistory = { versions: [] };
  // @ts-expect-error versions are read only
  expectTypeOf(history.versions.push).toBeFunction();
  // @ts-expect-error nothing can be removed
  expectTypeOf(refineTheory(history, { on: '2015-01-01', reason: 'x', remove: ['A'] })).toBeObject();
});

test('evidence of a day needs the day, and a contrast its register', () => {
  // @ts-expect-error asOf is missing
  expectTypeOf(assessIndicators({})).toBeObject();
  expectTypeOf(contrast).parameter(0).toEqualTypeOf<CmoConfiguration>();
  expectTypeOf<Parameters<typeof contrast>[1]['register']>().toEqualTypeOf<Register>();
});

test('a measure says what it cannot show', () => {
  expectTypeOf<Parameters<typeof measure>[0]['cannotShow']>().toEqualTypeOf<string>();
});
