import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { boundsChart, coverageChart, quartersChart, sharesChart } from 'hub-and-spoke/publish';
import { quartersIn, type Quarter } from 'hub-and-spoke';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const executablePath = '/usr/bin/chromium';

const words = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 80 });
const count = fc.oneof(fc.nat(40), fc.nat(99_999_999));
const quarters = fc
  .record({
    year: fc.integer({ min: 2000, max: 2030 }),
    years: fc.integer({ min: 1, max: 20 }),
    skip: fc.nat(3),
  })
  .map(({ year, years, skip }): readonly Quarter[] =>
    quartersIn({ from: `${year}-01-01`, to: `${year + years - 1}-12-31` }).slice(skip),
  );

const pictures = {
  bounds: fc
    .array(fc.record({ label: words, low: count, more: count, words, isOpen: fc.boolean() }), {
      maxLength: 8,
    })
    .map(
      (rows) => () =>
        boundsChart({
          title: 'Sessions',
          unit: 'Sessions',
          rows: rows.map(({ label, low, more, words: said, isOpen }) => ({
            label,
            low,
            words: said,
            ...(!isOpen && { high: low + more }),
          })),
        }),
    ),
  quarters: fc.tuple(quarters, fc.array(fc.option(count), { minLength: 80, maxLength: 80 })).map(
    ([over, counts]) =>
      () =>
        quartersChart({
          title: 'Young people',
          unit: 'Young people',
          points: over.flatMap((quarter, index) => {
            const low = counts[index];
            return low === null || low === undefined ? [] : [{ quarter, low, high: low, words: String(low) }];
          }),
        }),
  ),
  coverage: fc.tuple(quarters, fc.array(words, { maxLength: 20 })).map(
    ([over, services]) =>
      () =>
        coverageChart({
          title: 'Returns',
          quarters: over,
          services: services.map((service) => ({ service, states: {} })),
        }),
  ),
  shares: fc
    .array(fc.record({ label: words, counts: fc.array(count, { maxLength: 12 }) }), { maxLength: 5 })
    .map(
      (rows) => () =>
        sharesChart({
          title: 'Age',
          unit: 'Young people',
          rows: rows.map(({ label, counts }) => ({
            label,
            whole: counts.reduce((sum, part) => sum + part, 0),
            parts: counts.map((part, index) => ({
              label: `Part ${index}`,
              count: part,
              words: String(part),
            })),
          })),
        }),
    ),
};

/** The texts of the picture on a page that run into another or out of the frame. */
const collisions = (page: Page, svg: string): Promise<readonly string[]> =>
  page.evaluate((content) => {
    document.body.innerHTML = content;
    const frame = document.querySelector('svg')?.getBoundingClientRect() ?? new DOMRect();
    // Each line for itself, without the room above and below its letters.
    const lines = [...document.querySelectorAll('tspan, text:not(:has(tspan))')];
    const boxes = lines.flatMap(({ textContent }, index) => {
      if (textContent.trim() === '') return [];
      const { left, right, top, bottom } = lines[index]?.getBoundingClientRect() ?? new DOMRect();
      return [{ words: textContent, left: left + 1, right: right - 1, top: top + 2, bottom: bottom - 2 }];
    });
    return boxes.flatMap((one, index) => {
      const isOut = one.left < frame.left || one.right > frame.right || one.bottom > frame.bottom;
      const into = boxes
        .slice(index + 1)
        .find(
          (other) =>
            one.left < other.right &&
            other.left < one.right &&
            one.top < other.bottom &&
            other.top < one.bottom,
        );
      return [
        ...(isOut ? [`"${one.words}" is out of the picture`] : []),
        ...(into ? [`"${one.words}" and "${into.words}"`] : []),
      ];
    });
  }, svg);

describe.skipIf(!existsSync(executablePath))('labels never overlap, whatever the data', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    page = await browser.newPage({ viewport: { width: 800, height: 600 } });
  }, 60_000);
  afterAll(async () => {
    await browser.close();
  });

  test.each(Object.entries(pictures))(
    '%s',
    async (_, drawings) => {
      await fc.assert(
        fc.asyncProperty(drawings, async (draw) => {
          expect(await collisions(page, (await draw()).svg)).toEqual([]);
        }),
        { numRuns: 40 },
      );
    },
    60_000,
  );
});
