import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import shared from '../vitest.config.ts';

/** The tests of the rooms that are mutated, as they stand, with less time for each property. */
export default defineConfig({
  plugins: shared.plugins ?? [],
  resolve: shared.resolve ?? {},
  test: {
    include: [
      'test/{vocabulary,form,checks,summary,records,disclosure,figures,programme}/**/*.test.ts',
      'test/documented-examples.test.ts',
    ],
    // Every table of the oracle takes longer than all the others together.
    exclude: ['test/disclosure/oracle.test.ts'],
    setupFiles: [fileURLToPath(new URL('short-properties.ts', import.meta.url))],
    // Files that are mutated have other types, which is no mutant.
    testNamePattern: /^(?!.*every example compiles)/,
    testTimeout: 20_000,
    bail: 1,
    // No test changes what another sees: modules are loaded once.
    isolate: false,
  },
});
