// Disclosure control, measured: against the exact optimum by the same solver in one run, and how time grows.
// node bench/disclosure.mjs [--json] [--quick]
import { defineRelease, protect } from 'hub-and-spoke/disclosure';
import { syntheticRelease } from './synthetic-release.mjs';

const isQuick = process.argv.includes('--quick');

/**
 * @param {Parameters<typeof syntheticRelease>[0]} size
 * @param {import('hub-and-spoke/disclosure').ProtectOptions} [how]
 */
async function run(size, how = {}) {
  const { release } = defineRelease(syntheticRelease(size));
  if (release === undefined) throw new Error('the synthetic release was refused');
  const { report, refused } = await protect(release, {}, { seconds: 1800, ...how });
  if (report === undefined) throw new Error(`refused: ${refused.map(({ code }) => code).join()}`);
  return report;
}

await run({ services: 2, quarters: 2 });

const growth = [];
for (const services of isQuick ? [4, 16] : [4, 8, 16, 32, 64]) {
  const { cells, primary, secondary, milliseconds, solves } = await run({ services, quarters: 8 });
  growth.push({ services, cells, primary, secondary, seconds: Math.round(milliseconds / 10) / 100, solves });
  if (!process.argv.includes('--json')) console.log(growth.at(-1));
}

/** Sizes that the exact optimum is found for. */
const sizes = [
  { services: 2, quarters: 2 },
  { services: 3, quarters: 3 },
  ...(isQuick
    ? []
    : [
        { services: 3, quarters: 4 },
        { services: 4, quarters: 4 },
        { services: 4, quarters: 8 },
      ]),
];
const against = [];
for (const { services, quarters } of sizes) {
  for (const seed of [1, 2, 3]) {
    const size = { services, quarters, seed, people: /** @type {const} */ ([8, 30]) };
    const ours = await run(size);
    const exact = await run(size, { exact: true, seconds: isQuick ? 20 : 300 });
    const solving = exact.milliseconds - ours.milliseconds;
    against.push({
      services,
      quarters,
      seed,
      cells: ours.cells,
      primary: ours.primary,
      optimum: exact.optimum,
      weight: ours.weight.secondary,
      least: exact.weight.secondary,
      excess: Math.round(
        (100 * (ours.weight.secondary - exact.weight.secondary)) / Math.max(1, exact.weight.secondary),
      ),
      faster: Math.round((10 * solving) / ours.milliseconds) / 10,
    });
    if (!process.argv.includes('--json')) console.log(against.at(-1));
  }
}
if (process.argv.includes('--json')) console.log(JSON.stringify({ growth, against }, null, 2));
