import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectedReturns, returnStandings, summarise } from 'hub-and-spoke';
import { defineRelease, protect } from 'hub-and-spoke/disclosure';
import {
  partnerDocuments,
  programmeReport,
  reportPictures,
  toHtml,
  type Document,
} from 'hub-and-spoke/publish';
import { syntheticReturns } from 'hub-and-spoke/synthetic';
import { theories } from 'hub-and-spoke/year-two';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const executablePath = '/usr/bin/chromium';
const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'pages-'));

/** The report of a synthetic programme, with everything that may stand in one. */
async function report(): Promise<Document> {
  const { returns, register } = await syntheticReturns({ services: 6, quarters: 3 });
  const summaries = [
    summarise(returns),
    summarise(returns, { by: ['service'] }),
    summarise(returns, { by: ['quarter'] }),
    summarise(returns, { by: ['service', 'quarter'] }),
  ];
  const { release } = defineRelease({ summaries });
  const { published } = release === undefined ? {} : await protect(release);
  if (published === undefined) throw new Error('refused');
  const { expected } = expectedReturns(register, { asOf: '2015-12-31' });
  const standings = returnStandings(expected, returns, '2015-12-31');
  const pictures = await reportPictures(published, standings);
  return programmeReport(published, { register, standings, pictures });
}

describe('the report of a programme', () => {
  test('has its services, its returns, pictures and outcomes, and every symbol explained', async () => {
    const html = toHtml(await report());
    for (const title of [
      'The services and their models',
      'Which returns came',
      'Activity',
      'Over time',
      'Characteristics and referral routes',
      'The six outcomes',
      'Notes',
    ])
      expect(html).toContain(title);
    expect(html.match(/<svg/g)?.length).toBeGreaterThan(10);
    expect(html).toContain('Hidden, so that nobody can be recognised');
  });
});

describe.skipIf(!existsSync(executablePath))('every page in a browser', () => {
  let browser: Browser;
  let documents: Readonly<Record<string, Document>> = {};
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    documents = { ...(await partnerDocuments(theories)), report: await report() };
  }, 120_000);
  afterAll(async () => {
    await browser.close();
  });

  test.each([[1280], [390]])(
    'at %d pixels: accessible, nothing cut off, nothing loaded',
    async (width) => {
      for (const [name, document] of Object.entries(documents)) {
        const file = join(folder, `${name}.html`);
        writeFileSync(file, toHtml(document));
        for (const colorScheme of ['light', 'dark'] as const) {
          const context = await browser.newContext({
            viewport: { width, height: 900 },
            colorScheme,
            bypassCSP: true,
          });
          const page = await context.newPage();
          const requests: string[] = [];
          page.on('request', (request) => requests.push(request.url()));
          await page.goto(`file://${file}`);
          expect(await page.evaluate(() => globalThis.document.documentElement.scrollWidth), name).toBe(
            width,
          );
          await page.evaluate(axe);
          const violations = await page.evaluate(
            'axe.run().then(({ violations }) => violations.map(({ id }) => id))',
          );
          expect(violations, `${name} ${colorScheme}`).toEqual([]);
          expect(requests).toEqual([`file://${file}`]);
          await context.close();
        }
      }
    },
    300_000,
  );
});
