// The script of the form, bundled into one text: for the build of the package and for its tests.
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build as bundle } from 'esbuild';

const name = 'virtual:form-script';
const entry = fileURLToPath(new URL('./src/publish/blank-form/script/main.ts', import.meta.url));

/** The module that holds the script, with the hash by which the page’s policy knows it. */
async function formScriptModule() {
  const { outputFiles } = await bundle({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    platform: 'browser',
    charset: 'utf8',
    legalComments: 'none',
  });
  // Nothing in the script may end the element that it stands in.
  const text = (outputFiles[0]?.text ?? '')
    .trim()
    .replaceAll('</script', String.raw`<\/script`)
    .replaceAll('<!--', String.raw`<\!--`);
  const hash = `sha256-${createHash('sha256').update(text).digest('base64')}`;
  return `export default ${JSON.stringify({ text, hash })};`;
}

/** @type {import('esbuild').Plugin} */
export const formScriptForBuild = {
  name: 'form-script',
  setup(build) {
    build.onResolve({ filter: /^virtual:form-script$/ }, () => ({ path: name, namespace: 'form-script' }));
    build.onLoad({ filter: /.*/, namespace: 'form-script' }, async () => ({
      contents: await formScriptModule(),
      loader: 'js',
    }));
  },
};

/** @type {import('vitest/config').Plugin} */
export const formScriptForTests = {
  name: 'form-script',
  resolveId: (/** @type {string} */ id) => (id === name ? `\0${name}` : undefined),
  load: (/** @type {string} */ id) => (id === `\0${name}` ? formScriptModule() : undefined),
};
