// Every comparison, each in a process of its own. node bench/run.mjs [--json] [--quick]
import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';

const passedOn = process.argv.slice(2).filter((option) => option === '--quick');
const jitless = '--disallow-code-generation-from-strings';
/** @type {readonly (readonly [script: string, given?: readonly string[], flags?: readonly string[]])[]} */
const scripts = [
  ['checking.mjs', ['clean']],
  ['checking.mjs', ['clean'], [jitless]],
  ['checking.mjs', ['faulty']],
  ['checking.mjs', ['schemas']],
  ['summarising.mjs'],
  ['records.mjs'],
  ['stream.mjs', [], ['--expose-gc']],
  ['importing.mjs'],
  ['growth.mjs'],
];

/** @type {Record<string, unknown>[]} */
const rows = [];
for (const [script, given = [], flags = []] of scripts) {
  const path = new URL(script, import.meta.url).pathname;
  const text = execFileSync(process.execPath, [...flags, path, ...given, ...passedOn], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  rows.push(...JSON.parse(text));
}
const machine = `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`;
if (process.argv.includes('--json')) console.log(JSON.stringify({ machine, rows }, undefined, 2));
else {
  console.log(machine);
  console.table(rows);
}
