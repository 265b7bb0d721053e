// `npm run mutation`: every room where a count is made or judged. `npm run mutation -- --mutate 'src/form/**/*.ts'`: one.
/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: [
    'src/{vocabulary,form,checks,summary,records,disclosure}/**/*.ts',
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
  thresholds: { high: 95, low: 90, break: 90 },
};
