import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkRead, readReturns } from 'hub-and-spoke';
import { blankForm } from 'hub-and-spoke/publish';
import { parseHTML } from 'linkedom';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const executablePath = '/usr/bin/chromium';
const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'form-'));
const file = join(folder, 'form.html');

describe('the form as a text', () => {
  test('asks what applies to the duties of a service, in its period', () => {
    const form = blankForm({ duties: ['training'], period: { from: '2014-10-01', to: '2014-12-31' } });
    const { document } = parseHTML(form);
    const isAsked = (path: string) =>
      document.querySelector(`[data-path="${path}"]`)?.closest('[hidden]') === null;
    expect(isAsked('withProfessionals.trainingSessions')).toBe(true);
    expect(isAsked('youngPeople.direct')).toBe(false);
    expect(isAsked('youngPeople.living.home')).toBe(false);
  });

  test('a period without days is a mistake of the caller', () => {
    expect(() => blankForm({ period: { from: 'spring', to: 'summer' } })).toThrow(RangeError);
  });

  test('what is filled in before stays a text', () => {
    const form = blankForm({ service: '"><script>alert(1)</script>' });
    const { document } = parseHTML(form);
    expect(document.querySelectorAll('script')).toHaveLength(1);
    expect(document.querySelector('[data-path="service"]')?.getAttribute('value')).toContain('<script>');
  });

  test('nothing of it can end the script early, and the policy knows the script', () => {
    const form = blankForm();
    expect(form.match(/<\/script/g)).toHaveLength(1);
    expect(form).toMatch(/script-src &#x27;sha256-[\w+/=]{44}&#x27;/);
  });
});

describe.skipIf(!existsSync(executablePath))('the form in a browser', () => {
  let browser: Browser;
  const requests: string[] = [];
  const errors: string[] = [];

  beforeAll(async () => {
    writeFileSync(file, blankForm({ service: '2', period: { from: '2015-07-01', to: '2015-09-30' } }));
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  }, 60_000);
  afterAll(async () => {
    await browser.close();
  });

  async function opened(options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
    const page = await (await browser.newContext({ acceptDownloads: true, ...options })).newPage();
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => errors.push(message.text()));
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(`file://${file}`);
    return page;
  }

  /** Goes to an answer with the keyboard alone, and types. */
  async function type(page: Page, path: string, answer: string): Promise<void> {
    const target = `[data-path="${path}"]`;
    for (let steps = 0; steps < 200; steps += 1) {
      if (await page.evaluate((to) => document.activeElement?.matches(to) ?? false, target)) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.type(answer);
  }

  const answers: readonly (readonly [string, string])[] = [
    ['spokes.headcount', '4'],
    ['youngPeople.direct', '50'],
    ['youngPeople.base', 'Direct'],
    ['youngPeople.age.12-14', '16'],
    ['youngPeople.age.15-17', '34'],
    ['youngPeople.gender.female', '39'],
    ['youngPeople.gender.male', '12'],
    ['withYoungPeople.awarenessSessions', '7'],
  ];
  const summary = (page: Page) => page.textContent('#findings-summary');
  const settled = (page: Page) => page.waitForTimeout(400);

  test('is filled in with the keyboard alone, checked, mended, explained, saved, opened again and exported', async () => {
    const page = await opened();
    for (const [path, answer] of answers) await type(page, path, answer);
    await settled(page);
    expect(await summary(page)).toMatch(/^\d+ to correct or to explain\.$/);
    const list = await page.textContent('#findings-list');
    expect(list).toContain(
      'Gender: the counts add up to 51, which is 1 more than the 50 young people they describe.',
    );
    expect(await page.textContent('[data-total="youngPeople.gender"]')).toBe('51 of 50');
    expect(await page.getAttribute('[data-path="youngPeople.gender.female"]', 'aria-invalid')).toBe('true');

    // A text that is no count, then the mistakes mended.
    await page.fill('[data-path="youngPeople.gender.male"]', 'about a dozen?');
    await settled(page);
    expect(await page.textContent('#findings-list')).toContain('F301');
    await page.fill('[data-path="youngPeople.gender.male"]', '11');
    await settled(page);
    for (let rounds = 0; rounds < 30; rounds += 1) {
      const areas = page.locator('#findings-list textarea');
      if ((await areas.count()) === 0) break;
      await areas.first().fill('Checked with the service: it is right.');
      await areas.first().locator('xpath=following-sibling::button').press('Enter');
      await settled(page);
    }
    expect(await summary(page)).toBe('Nothing is left to correct or to explain.');

    // A draft keeps all of it.
    const [draft] = await Promise.all([page.waitForEvent('download'), page.press('#save', 'Enter')]);
    const again = await opened();
    await again.setInputFiles('#open-file', await draft.path());
    await settled(again);
    expect(await summary(again)).toBe('Nothing is left to correct or to explain.');

    for (const [button, ending] of [
      ['#export-json', 'json'],
      ['#export-csv', 'csv'],
    ] as const) {
      const [download] = await Promise.all([again.waitForEvent('download'), again.press(button, 'Enter')]);
      expect(download.suggestedFilename()).toBe(`return-2-2015-07-01-2015-09-30.${ending}`);
      const read = await readReturns(readFileSync(await download.path()));
      expect(read.findings).toEqual([]);
      expect(checkRead(read, { asOf: '2015-10-01' }).accepted).toBe(true);
      expect(read.returns[0]?.youngPeople?.gender).toEqual({ female: 39, male: 11 });
    }
  }, 120_000);

  test('takes categories and measures of the service’s own, and asks for their names', async () => {
    const page = await opened();
    await page.fill('[data-path="youngPeople.ethnicity..1"]', '3');
    await settled(page);
    expect(await page.locator('text=Write what is counted here.').count()).toBe(1);
    await page.fill('[data-name="youngPeople.ethnicity..1"]', 'Roma');
    await page.fill('[data-name="outcomes.atClose..1"]', 'Missing episodes');
    await page.fill('[data-path="outcomes.atClose..1.improved"]', '7');
    await settled(page);
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('#export-json')]);
    const { returns } = await readReturns(readFileSync(await download.path()));
    expect(returns[0]?.youngPeople?.ethnicity).toEqual({ Roma: 3 });
    expect(returns[0]?.outcomes?.atClose).toEqual({ 'Missing episodes': { improved: 7 } });
    const again = await opened();
    await again.setInputFiles('#open-file', await download.path());
    await settled(again);
    expect(await again.inputValue('[data-name="outcomes.atClose..1"]')).toBe('Missing episodes');
    // A second row of one name would be lost.
    await again.fill('[data-name="youngPeople.ethnicity..2"]', 'Roma');
    await again.fill('[data-path="youngPeople.ethnicity..2"]', '4');
    await settled(again);
    await again.click('#export-json');
    expect(await again.textContent('#status')).toContain('would be lost');
    expect(await again.textContent('#a-youngPeople-ethnicity--2-problem')).toContain('same name');
  }, 60_000);

  test('asks what the period asks, and shows whatever is answered', async () => {
    const page = await opened();
    const living = page.locator('[data-since="2015-Q1"] [data-path]').first();
    expect(await living.isVisible()).toBe(true);
    await page.fill('[data-path="period.to"]', '2014-12-31');
    await settled(page);
    expect(await living.isVisible()).toBe(false);
    await page.fill('[data-path="period.to"]', '2015-09-30');
    await settled(page);
    await living.fill('3');
    await page.fill('[data-path="period.to"]', '2014-12-31');
    await settled(page);
    expect(await living.isVisible()).toBe(true);
  }, 60_000);

  test('has a row for every category of a service, and asks before it puts a file in place of what was typed', async () => {
    const page = await opened();
    for (let more = 0; more < 2; more += 1) await page.click('[data-more="youngPeople.ethnicity"]');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('a-youngPeople-ethnicity--5-name');
    for (let row = 1; row <= 5; row += 1) {
      await page.fill(`[data-name="youngPeople.ethnicity..${row}"]`, `Own ${row}`);
      await page.fill(`[data-path="youngPeople.ethnicity..${row}"]`, String(row));
    }
    await settled(page);
    await page.fill('[data-name="youngPeople.ethnicity..5"]', 'Own. 5');
    await page.click('#export-csv');
    expect(await page.textContent('#a-youngPeople-ethnicity--5-problem')).toContain('without full stops');
    await page.fill('[data-name="youngPeople.ethnicity..5"]', 'Own 5');
    await settled(page);
    const [draft] = await Promise.all([page.waitForEvent('download'), page.click('#save')]);
    const [csv] = await Promise.all([page.waitForEvent('download'), page.click('#export-csv')]);
    for (const file of [await draft.path(), await csv.path()]) {
      const again = await opened();
      await again.fill('[data-path="service"]', 'typed');
      again.once('dialog', (dialog) => void dialog.dismiss());
      await again.setInputFiles('#open-file', file);
      await settled(again);
      expect(await again.inputValue('[data-path="service"]')).toBe('typed');
      again.once('dialog', (dialog) => void dialog.accept());
      await again.setInputFiles('#open-file', file);
      await settled(again);
      const [json] = await Promise.all([again.waitForEvent('download'), again.click('#export-json')]);
      const { returns } = await readReturns(readFileSync(await json.path()));
      expect(returns[0]?.youngPeople?.ethnicity).toEqual({
        'Own 1': 1,
        'Own 2': 2,
        'Own 3': 3,
        'Own 4': 4,
        'Own 5': 5,
      });
    }
  }, 60_000);

  test('a file that is no draft changes nothing', async () => {
    const page = await opened();
    await page.fill('[data-path="spokes.headcount"]', '4');
    await page.setInputFiles('#open-file', {
      name: 'a.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('hello'),
    });
    await settled(page);
    expect(await page.textContent('#status')).toBe(
      'This file is neither a draft nor a return. Nothing was changed.',
    );
    expect(await page.inputValue('[data-path="spokes.headcount"]')).toBe('4');
  }, 60_000);

  test('a draft that was tampered with is read as far as it goes', async () => {
    const page = await opened();
    const draft = {
      kind: 'hub-and-spoke form draft',
      typed: [
        ['a-spokes-headcount', '4'],
        ['__proto__', '1'],
        ['a', 3],
        'b',
        ['a-youngPeople-direct', '<b>'],
      ],
      explanations: [null, 'x', { rule: 'R411' }, { rule: 'R411', because: 'said', about: [] }],
    };
    const buffer = Buffer.from(JSON.stringify(draft));
    await page.setInputFiles('#open-file', { name: 'a.json', mimeType: 'application/json', buffer });
    await settled(page);
    expect(await page.inputValue('[data-path="spokes.headcount"]')).toBe('4');
    expect(await page.textContent('#status')).toContain('Not taken over: __proto__');
    expect(await page.textContent('#findings-list')).toContain('is not a count');
  }, 60_000);

  test('a query that was explained is asked again when its numbers change, and a year may be declared', async () => {
    const page = await opened();
    await page.fill('[data-path="withYoungPeople.awarenessSessions"]', '7');
    await settled(page);
    await page.locator('#findings-list textarea').first().fill('Nobody counted them.');
    await page.locator('#findings-list textarea ~ button').first().click();
    await settled(page);
    expect(await summary(page)).toBe('Nothing is left to correct or to explain.');
    await page.fill('[data-path="withYoungPeople.awarenessSessions"]', '8');
    await settled(page);
    expect(await summary(page)).toBe('1 to correct or to explain.');
    await page.fill('[data-path="period.from"]', '2014-10-01');
    await page.selectOption('[data-path="declared"]', 'year');
    await settled(page);
    expect(await page.textContent('#findings-list')).not.toContain('R102');
  }, 60_000);

  test('has no accessibility violations, at desktop and phone width, light and dark', async () => {
    for (const width of [1280, 390]) {
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await opened({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
        await page.fill('[data-path="withYoungPeople.awarenessSessions"]', '7');
        await settled(page);
        await page.evaluate(axe);
        const violations = await page.evaluate(
          'axe.run().then(({ violations }) => violations.map(({ id }) => id))',
        );
        expect(violations).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      }
    }
  }, 120_000);

  test('without scripts it says that it is to be printed, and has every question', async () => {
    const page = await opened({ javaScriptEnabled: false });
    expect(await page.locator('#without-script').isVisible()).toBe(true);
    expect(await page.locator('#actions').isVisible()).toBe(false);
    expect(await page.locator('[data-path]').count()).toBeGreaterThan(60);
  }, 60_000);

  test('asks nothing of a network, and breaks no policy', () => {
    expect(requests.filter((url) => !url.startsWith('file:') && !url.startsWith('blob:'))).toEqual([]);
    expect(errors).toEqual([]);
  });
});
