import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { defineConfig } from 'tsup';
import { formScriptForBuild } from './form-script.build.mjs';
import { pureValues } from './pure-values.build.mjs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };

/** The commit that is built, where there is one: a package file has none. */
function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch {
    return 'not known';
  }
}

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    cli: 'src/cli/index.ts',
    disclosure: 'src/disclosure/index.ts',
    publish: 'src/publish/index.ts',
    synthetic: 'src/synthetic/index.ts',
    workbook: 'src/workbook/index.ts',
    'year-two': 'src/year-two/index.ts',
  },
  format: 'esm',
  target: 'node20',
  platform: 'neutral',
  // The command alone knows of Node.
  external: [/^node:/],
  // tsup 8.5 passes `baseUrl` to the declaration build, which TypeScript 6 reports as deprecated.
  dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
  esbuildPlugins: [formScriptForBuild, pureValues],
  define: {
    HUB_AND_SPOKE_VERSION: JSON.stringify(version),
    HUB_AND_SPOKE_COMMIT: JSON.stringify(commit()),
  },
  treeshake: true,
  clean: true,
  sourcemap: true,
});
