// The packed package, installed into an empty project, in every runtime, module system, bundler, compiler and version of
// zod that it is meant for. node runtimes/matrix.mjs [--quick]: --quick is this Node alone.
import { join } from 'node:path';
import { newProject, runIn } from './new-project.mjs';

const isQuick = process.argv.includes('--quick');
/** The peer and the compiler, as old as works in truth: older ones misread names of measures, or lack a type of zod’s. */
const oldest = { zod: 'zod@4.1.13', typescript: 'typescript@5.4' };

const bundlers = isQuick ? ['esbuild'] : ['esbuild', 'vite', 'webpack', 'webpack-cli'];
const project = newProject(['zod', ...bundlers]);
const own = process.execPath;
/** @typedef {{ name: string, folder: string, steps: readonly (readonly string[])[] }} Cell */
/** @param {string} name @param {readonly (readonly string[])[]} steps @returns {Cell} */
const cell = (name, ...steps) => ({ name, folder: project, steps });
/** @param {string} version */
const node = (version) => ['npx', '-y', `node@${version}`];

const bundle = ['npx', 'esbuild', 'smoke.mjs', '--bundle', '--platform=browser', '--minify'];
const thisNode = [
  cell(`Node ${process.version}`, [own, 'smoke.mjs']),
  cell(`Node ${process.version}, require`, [own, 'smoke.cjs']),
  cell(`Node ${process.version}, no code from strings`, [
    own,
    '--disallow-code-generation-from-strings',
    'smoke.mjs',
  ]),
  cell('esbuild', [...bundle, '--format=esm', '--outfile=esbuild.mjs'], [own, 'esbuild.mjs']),
];

const runtimes = ['20.19.0', '20', '22', '24', '26'].flatMap((version) => [
  cell(`Node ${version}`, [...node(version), 'smoke.mjs']),
  cell(`Node ${version}, require`, [...node(version), 'smoke.cjs']),
]);
const page = join(import.meta.dirname, 'in-chromium.mjs');
const others = [
  cell('Bun', ['npx', '-y', 'bun', 'smoke.mjs']),
  cell('Deno', ['npx', '-y', 'deno', 'run', '--allow-read', '--allow-env', 'smoke.mjs']),
  cell('Vite', ['npx', 'vite', 'build'], [own, 'vite/smoke.mjs']),
  cell('webpack', ['npx', 'webpack'], [own, 'webpack/smoke.mjs']),
  cell('Chromium', [...bundle, '--format=esm', '--outfile=page.mjs'], [own, page, 'page.mjs']),
  cell('Chromium, policy without unsafe-eval', [own, page, 'page.mjs', '--policy']),
];

/** Every entry point as typed, with the types of all packages checked too. @param {readonly string[]} versions @param {string} folder */
const compilers = (versions, folder, beside = '') =>
  versions.flatMap((version) =>
    [
      ['preserve', 'bundler'],
      ['node16', 'node16'],
      ['nodenext', 'nodenext'],
    ].map(([module = '', resolution = '']) => ({
      name: `${version}, moduleResolution ${resolution}${beside}`,
      folder,
      steps: [
        [
          ...['npx', '-y', '-p', version, 'tsc', 'consumer.ts', '--noEmit', '--strict', '--target', 'es2022'],
          ...['--skipLibCheck', 'false', '--module', module, '--moduleResolution', resolution],
        ],
        [own, '-p', '"as expected"'],
      ],
    })),
  );

/** @returns {readonly Cell[]} */
function withOldestZod() {
  const folder = newProject([oldest.zod]);
  const steps = [[own, 'smoke.mjs']];
  return [
    { name: oldest.zod, folder, steps },
    ...compilers([oldest.typescript, 'typescript@6'], folder, `, ${oldest.zod}`),
  ];
}

const cells = isQuick
  ? thisNode
  : [
      ...thisNode,
      ...runtimes,
      ...others,
      ...compilers(
        [oldest.typescript, 'typescript@5.5', 'typescript@5.9', 'typescript@6'],
        newProject(['zod']),
      ),
      ...withOldestZod(),
    ];

let failed = 0;
for (const { name, folder, steps } of cells) {
  try {
    const said = runIn(folder, steps);
    if (!said.includes('as expected')) throw new Error(said);
    console.log(`works: ${name}`);
  } catch (error) {
    failed += 1;
    const { stdout = '', stderr = '', message = '' } = /** @type {Record<string, string>} */ (error);
    console.log(`FAILS: ${name}\n${`${stdout}${stderr}` || message}`.slice(0, 900));
  }
}
process.exitCode = failed === 0 ? 0 : 1;
