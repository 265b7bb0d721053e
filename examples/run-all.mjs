// Runs every example and fails when one does.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';

const folder = new URL('.', import.meta.url);
const examples = readdirSync(folder).filter(
  (file) => file.endsWith('.mjs') && !['run-all.mjs', 'start.mjs'].includes(file),
);
const failed = examples.filter((file) => {
  const { status, stderr } = spawnSync(process.execPath, [new URL(file, folder).pathname], {
    encoding: 'utf8',
  });
  if (status !== 0) console.error(`${file}\n${stderr}`);
  return status !== 0;
});
console.log(`${examples.length - failed.length} of ${examples.length} examples ran`);
process.exitCode = failed.length === 0 ? 0 : 1;
