// An empty project in a folder of its own, with the packed package and what a newcomer installs beside it.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = new URL('..', import.meta.url).pathname;
/** A folder that is gone when this process ends. */
function newFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'hub-and-spoke-'));
  process.on('exit', () => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

const packages = newFolder();
/** @param {string} folder @param {readonly (readonly string[])[]} steps the last one says what came of it */
export function runIn(folder, steps) {
  let said = '';
  for (const [command = '', ...given] of steps)
    said = execFileSync(command, given, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  return said;
}

const packed = runIn(root, [['npm', 'pack', '--silent', '--pack-destination', packages]]).trim();

/**
 * The folder of a new project.
 *
 * @param {readonly string[]} beside packages with their versions
 */
export function newProject(beside) {
  const folder = newFolder();
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'newcomer', type: 'module', private: true }),
  );
  runIn(folder, [
    ['npm', 'install', '--no-audit', '--no-fund', '--silent', join(packages, packed), ...beside],
  ]);
  for (const file of ['smoke.mjs', 'smoke.cjs', 'consumer.ts', 'vite.config.mjs', 'webpack.config.mjs'])
    copyFileSync(join(root, 'runtimes', 'newcomer', file), join(folder, file));
  return folder;
}
