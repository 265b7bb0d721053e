// `npm run mutation`: every room where a count is made or judged. `ROOM=records npm run mutation`: one, by its own tests.
const room = process.env.ROOM ?? '{vocabulary,form,checks,summary,records,disclosure}';

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: [
    `src/${room}/**/*.ts`,
    // Text for readers, shown by the documents that are made of it.
    '!src/vocabulary/glossary.ts',
    '!src/**/index.ts',
  ],
  testRunner: 'vitest',
  vitest: { configFile: 'mutation/vitest.config.ts', related: false },
  coverageAnalysis: 'perTest',
  // What runs once, as a module loads, is the catalogue: data that the documents and their tests show as they are.
  ignoreStatic: true,
  ignorePatterns: ['/bench', '/coverage', '/dist', '/docs/api', '/mutation/report', '/partner-pack'],
  tempDirName: '.mutation',
  incrementalFile: 'mutation/report/incremental.json',
  reporters: ['clear-text', 'json', 'html', 'progress-append-only'],
  jsonReporter: { fileName: 'mutation/report/mutation.json' },
  htmlReporter: { fileName: 'mutation/report/mutation.html' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  concurrency: 2,
  timeoutMS: 3000,
  thresholds: { high: 95, low: 90, break: 90 },
};
