// The packed package, installed into an empty project, in every runtime, module system and bundler that it is meant for.
// node runtimes/matrix.mjs [--quick]: --quick is this Node alone. What is not there is said, never passed over.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const isQuick = process.argv.includes('--quick');
const root = new URL('..', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'hub-and-spoke-'));
/** @param {string} command @param {readonly string[]} given */
const run = (command, given, cwd = folder) =>
  execFileSync(command, given, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

const packed = run('npm', ['pack', '--silent', '--pack-destination', folder], root).trim();
writeFileSync(
  join(folder, 'package.json'),
  JSON.stringify({ name: 'newcomer', type: 'module', private: true }),
);
const bundlers = isQuick ? ['esbuild'] : ['esbuild', 'vite', 'webpack', 'webpack-cli'];
run('npm', ['install', '--no-audit', '--no-fund', '--silent', join(folder, packed), 'zod', ...bundlers]);
copyFileSync(join(root, 'runtimes', 'smoke.mjs'), join(folder, 'smoke.mjs'));
// The package is of modules alone, and Node can require such since 20.19.
writeFileSync(
  join(folder, 'smoke.cjs'),
  `const { checkReturn } = require('hub-and-spoke'); const { returns } = require('hub-and-spoke/year-two');
console.log(checkReturn(returns[0]).accepted ? 'no fault was found' : 'as expected');`,
);
writeFileSync(
  join(folder, 'vite.config.mjs'),
  `export default { build: { outDir: 'vite', target: 'es2022', minify: true, lib: { entry: 'smoke.mjs', formats: ['es'], fileName: () => 'smoke.mjs' } } };`,
);
writeFileSync(
  join(folder, 'webpack.config.mjs'),
  `export default { mode: 'production', target: ['web', 'es2022'], entry: './smoke.mjs', experiments: { outputModule: true }, output: { path: new URL('webpack', import.meta.url).pathname, filename: 'smoke.mjs', module: true, chunkFormat: 'module' } };`,
);

/** @param {string} version */
const node = (version) => ['npx', '-y', `node@${version}`];
const own = [process.execPath];
/** @typedef {{ name: string, steps: readonly (readonly string[])[] }} Cell */
/** @param {string} name @param {readonly (readonly string[])[]} steps @returns {Cell} */
const cell = (name, ...steps) => ({ name, steps });

const thisNode = [
  cell(`Node ${process.version}`, [...own, 'smoke.mjs']),
  cell(`Node ${process.version}, require`, [...own, 'smoke.cjs']),
  cell(`Node ${process.version}, no code from strings`, [
    ...own,
    '--disallow-code-generation-from-strings',
    'smoke.mjs',
  ]),
  cell(
    'esbuild',
    [
      'npx',
      'esbuild',
      'smoke.mjs',
      '--bundle',
      '--format=esm',
      '--platform=browser',
      '--minify',
      '--outfile=esbuild.mjs',
    ],
    [...own, 'esbuild.mjs'],
  ),
];
const others = ['20.19.0', '20', '22', '24', '26'].flatMap((version) => [
  cell(`Node ${version}`, [...node(version), 'smoke.mjs']),
  cell(`Node ${version}, require`, [...node(version), 'smoke.cjs']),
]);
const cells = isQuick
  ? thisNode
  : [
      ...thisNode,
      ...others,
      cell('Bun', ['npx', '-y', 'bun', 'smoke.mjs']),
      cell('Deno', ['npx', '-y', 'deno', 'run', '--allow-read', '--allow-env', 'smoke.mjs']),
      cell('Vite', ['npx', 'vite', 'build'], [...own, 'vite/smoke.mjs']),
      cell('webpack', ['npx', 'webpack'], [...own, 'webpack/smoke.mjs']),
    ];

let failed = 0;
for (const { name, steps } of cells) {
  try {
    let said = '';
    for (const [command = '', ...given] of steps) said = run(command, given);
    if (!said.includes('as expected')) throw new Error(said);
    console.log(`works: ${name}`);
  } catch (error) {
    failed += 1;
    const { stderr = '', message = '' } = /** @type {{ stderr?: string, message?: string }} */ (error);
    console.log(`FAILS: ${name}\n${(stderr || message).slice(0, 600)}`);
  }
}
process.exitCode = failed === 0 ? 0 : 1;
