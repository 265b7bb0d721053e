import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { checkReturn, duty, summarise } from 'hub-and-spoke';
import {
  blankForm,
  catalogue,
  editionIn,
  programmeReport,
  returnJsonSchema,
  returnPictures,
  returnReport,
  toHtml,
  toMarkdown,
  whatChanged,
} from 'hub-and-spoke/publish';
import { expect, test } from 'vitest';
import { awkwardText, coreReturnValue, quarter } from '../arbitraries.ts';

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

test('the form can be made for any service, period and duties, and holds no markup of theirs', () => {
  const hostile = fc.oneof(awkwardText, fc.constantFrom('"><script>alert(1)</script>', '</textarea>&amp;'));
  const duties = fc.subarray(duty.entries.map(({ code }) => code));
  const day = fc.constantFrom('2014-10-01', '2015-03-31', '2016-12-31');
  fc.assert(
    fc.property(hostile, fc.option(duties, { nil: undefined }), day, (service, asked, to) => {
      const form = blankForm({
        service,
        period: { from: '2014-10-01', to },
        ...(asked && { duties: asked }),
      });
      const { document } = parseHTML(form);
      expect(document.querySelectorAll('script')).toHaveLength(1);
      expect(
        document.querySelector<HTMLInputElement>('[data-path="service"]')?.getAttribute('value') ?? '',
      ).toBe(service);
      expect(document.querySelector('main')?.textContent).not.toMatch(/undefined|\[object|alert/);
    }),
    { numRuns: 20 },
  );
});

test('every breakdown of a return has a picture, with a name and no word of a machine', async () => {
  await fc.assert(
    fc.asyncProperty(coreReturnValue, async (value) => {
      const breakdowns = ['age', 'gender', 'ethnicity', 'living'] as const;
      const counted = breakdowns.filter((name) => Object.keys(value.youngPeople?.[name] ?? {}).length > 0);
      const pictures = await returnPictures(value);
      expect(pictures.length).toBeGreaterThanOrEqual(counted.length);
      for (const { svg } of pictures) {
        expect(svg).toContain('<title');
        expect(svg).not.toMatch(/>[^<]*(?:undefined|NaN|\[object)[^<]*</);
      }
    }),
    { numRuns: 10 },
  );
});

test('both drafts of the schema describe the same fields', () => {
  fc.assert(
    fc.property(fc.constantFrom('2020-12' as const, '07' as const), (draft) => {
      const named = (schema: Readonly<Record<string, unknown>>) => Object.keys(schema.properties as object);
      expect(named(returnJsonSchema({ draft }))).toEqual(named(returnJsonSchema()));
    }),
  );
});
