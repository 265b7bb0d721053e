import type { CheckedReturn, Summary } from 'hub-and-spoke';
import type { Protected, Protection } from 'hub-and-spoke/disclosure';
import { programmeReport, returnReport, type Document } from 'hub-and-spoke/publish';
import { expectTypeOf, test } from 'vitest';

declare const published: Protected;
declare const summary: Summary;
declare const checked: CheckedReturn;

test('documents for partners take protected releases alone', () => {
  expectTypeOf(programmeReport(published)).toEqualTypeOf<Document>();
  // @ts-expect-error unprotected figures need a word for it
  programmeReport(summary);
  // @ts-expect-error and that word is true
  programmeReport(summary, { internal: false });
  expectTypeOf(programmeReport(summary, { internal: true })).toEqualTypeOf<Document>();
  // @ts-expect-error a report on a return shows its counts
  returnReport(checked);
  expectTypeOf(returnReport(checked, { internal: true })).toEqualTypeOf<Document>();
});

test('what only looks protected is not', () => {
  // @ts-expect-error only protect makes one
  programmeReport({
    policy: published.policy,
    cells: [],
    lines: [],
    tables: [],
    percentages: [],
    summaries: [],
  });
});

test('what was refused has nothing published', () => {
  expectTypeOf<
    Extract<Protection, { refused: readonly unknown[] }>['published']
  >().toEqualTypeOf<undefined>();
});
