// Runs a bundled script in Chromium and prints what it says. node in-chromium.mjs script [--policy]: --policy forbids it
// to make code of texts, to load anything and to reach any network.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const [file = '', policy] = process.argv.slice(2);
const script = readFileSync(file, 'utf8').replaceAll('</script', String.raw`<\/script`);
const hash = createHash('sha256').update(script).digest('base64');
const meta =
  policy === '--policy'
    ? `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'sha256-${hash}'">`
    : '';

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const page = await browser.newPage();
page.on('pageerror', (error) => {
  console.error(error);
});
// What says nothing for half a minute has failed.
const said = page.waitForEvent('console', (message) => message.type() === 'log');
await page.setContent(`<!doctype html>${meta}<script type="module">${script}</script>`);
console.log((await said).text());
await browser.close();
