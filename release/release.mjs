// Publishes what is tagged, with provenance: npm run release [-- --dry-run]. Nothing is built or packed twice.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const isDry = process.argv.includes('--dry-run');
/** @param {string} command @param {readonly string[]} given */
const run = (command, given) => execFileSync(command, given, { encoding: 'utf8' }).trim();
/** @type {unknown} */
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const { version, repository } = /** @type {{ version: string, repository?: unknown }} */ (manifest);

const changes = readFileSync('CHANGELOG.md', 'utf8');
const ofVersion = changes.split(/^## /m).find((part) => part.startsWith(`${version} (`)) ?? '';
// Provenance is checked against the repository that the package names.
/** @type {readonly (readonly [holds: boolean, otherwise: string])[]} */
const conditions = [
  [run('git', ['status', '--porcelain']) === '', 'there are changes that are not committed'],
  [
    run('git', ['tag', '--points-at', 'HEAD']).split('\n').includes(`v${version}`),
    `this commit is not tagged v${version}`,
  ],
  [/^\S+ \(\d{4}-\d{2}-\d{2}\)/.test(ofVersion), `CHANGELOG.md gives no day for ${version}`],
  [
    isDry || repository !== undefined,
    'package.json does not name the repository that provenance is checked against',
  ],
  [ofVersion.includes('Quarters affected:'), `CHANGELOG.md does not say which quarters ${version} affects`],
  [
    ofVersion.includes('What changes for you:'),
    `CHANGELOG.md does not say what ${version} changes for its users`,
  ],
];
const refused = conditions.filter(([holds]) => !holds).map(([, otherwise]) => otherwise);
if (refused.length > 0) {
  console.error(`Not released: ${refused.join('; ')}.`);
  process.exit(1);
}

run('npm', ['run', 'build']);
const folder = mkdtempSync(join(tmpdir(), 'hub-and-spoke-'));
const packed = join(
  folder,
  run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder]),
);
run('npx', ['publint', '--strict', packed]);
run('npx', ['attw', packed, '--profile', 'esm-only']);
const how = isDry ? ['--dry-run'] : ['--provenance'];
console.log(run('npm', ['publish', packed, '--access', 'public', ...how]));
