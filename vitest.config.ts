import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { formScriptForTests } from './form-script.build.mjs';

const source = (path: string): string => fileURLToPath(new URL(`./src/${path}`, import.meta.url));

/** Tests import the package by its name, and run against the source. */
const alias = {
  'hub-and-spoke/disclosure': source('disclosure/index.ts'),
  'hub-and-spoke/publish': source('publish/index.ts'),
  'hub-and-spoke/synthetic': source('synthetic/index.ts'),
  'hub-and-spoke/workbook': source('workbook/index.ts'),
  'hub-and-spoke/year-two': source('year-two/index.ts'),
  'hub-and-spoke': source('index.ts'),
};

export default defineConfig({
  plugins: [formScriptForTests],
  resolve: { alias },
  test: {
    projects: [
      // Properties take as long as the machine needs: no test is about time.
      { extends: true, test: { name: 'runtime', include: ['test/**/*.test.ts'], testTimeout: 60_000 } },
      {
        extends: true,
        test: {
          name: 'types',
          include: [],
          typecheck: { enabled: true, only: true, include: ['test/types/**/*.test-d.ts'] },
        },
      },
    ],
    coverage: {
      include: ['src/**/*.ts'],
      // These run in a browser, where `test/publish/blank-form.test.ts` drives them, and as a process of their own.
      exclude: ['src/publish/blank-form/script/**', 'src/cli/index.ts'],
      reporter: ['text-summary', 'json-summary', 'html'],
      thresholds: { lines: 95, branches: 90 },
    },
  },
});
