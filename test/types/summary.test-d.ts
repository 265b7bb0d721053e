import {
  checkReturn,
  figureAt,
  mergeSummaries,
  summarise,
  type Cell,
  type SummaryFigure,
} from 'hub-and-spoke';
import type { Protected } from 'hub-and-spoke/disclosure';
import { expectTypeOf, test } from 'vitest';

declare const [first, second]: readonly [SummaryFigure, SummaryFigure];
declare const [one, other]: readonly [Cell, Cell];
declare function sumOf(one: number, other: number): number;

test('cells cannot be added up by hand: one may be no number', () => {
  // @ts-expect-error a cell says why it is no number
  sumOf(one, other);
});

test('people over quarters have two ends, of which the upper may not be known', () => {
  // @ts-expect-error there is no one number
  expectTypeOf(first.value).toBeNumber();
  expectTypeOf(first.low).toBeNumber();
  expectTypeOf(first.high).toEqualTypeOf<number | undefined>();
  // @ts-expect-error an upper end that is not known cannot be added
  sumOf(first.high, second.high);
  expectTypeOf(figureAt(summarise([]), { path: 'youngPeople.direct' })).toEqualTypeOf<
    SummaryFigure | undefined
  >();
});

test('what could not be read cannot be added up', () => {
  // @ts-expect-error a return that was not sound has no value
  summarise([checkReturn({}).value]);
  // @ts-expect-error summaries are merged, figures are not
  mergeSummaries(first, second);
});

test('a summary is nothing that may be published', () => {
  expectTypeOf(summarise([])).not.toExtend<Protected>();
});
