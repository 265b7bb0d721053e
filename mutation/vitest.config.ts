import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import shared from '../vitest.config.ts';

/** The room whose tests are to be run alone. */
const room = process.env.ROOM ?? '{vocabulary,form,checks,summary,records,disclosure,figures,programme}';

/** The tests of the rooms that are mutated, as they stand, with less time for each property. */
export default defineConfig({
  plugins: shared.plugins ?? [],
  resolve: shared.resolve ?? {},
  test: {
    include: [`test/${room}/**/*.test.ts`],
    // A mutant that lives is met by every test that reaches it: these take longer than all the others together.
    exclude: ['test/disclosure/oracle.test.ts', 'test/*/very-large.test.ts'],
    setupFiles: [fileURLToPath(new URL('short-properties.ts', import.meta.url))],
    testTimeout: 20_000,
    bail: 1,
    // No test changes what another sees: modules are loaded once.
    isolate: false,
  },
});
