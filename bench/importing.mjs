// How long it takes to import the library, against zod, which it needs: each in new processes, less an empty one.
import { execFileSync } from 'node:child_process';
import { medians, row } from './measure.mjs';

const isQuick = process.argv.includes('--quick');
/** @param {string} source */
const run = (source) => () =>
  execFileSync(process.execPath, ['--input-type=module', '-e', source], {
    cwd: new URL('..', import.meta.url).pathname,
  });
const times = await medians(
  { nothing: run(''), zod: run('import "zod"'), library: run('import "hub-and-spoke"') },
  { rounds: isQuick ? 7 : 25, warmUp: 3 },
);
console.log(
  JSON.stringify([
    row(
      'import of hub-and-spoke',
      'import of zod',
      (times.library - times.nothing) / (times.zod - times.nothing),
      1.5,
    ),
  ]),
);
