import { defineConfig } from 'tsup';

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    disclosure: 'src/disclosure/index.ts',
    publish: 'src/publish/index.ts',
    workbook: 'src/workbook/index.ts',
    'year-two': 'src/year-two/index.ts',
  },
  format: 'esm',
  target: 'node20',
  platform: 'neutral',
  // tsup 8.5 passes `baseUrl` to the declaration build, which TypeScript 6 reports as deprecated.
  dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
  treeshake: true,
  clean: true,
  sourcemap: true,
});
