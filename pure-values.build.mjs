// Marks what modules make as they load as pure, which it is: `sideEffects: false` says so of whole files alone, and a
// file of the package holds many modules. A bundler may then leave out every value that nobody uses.
import { readFile } from 'node:fs/promises';
import ts from 'typescript';

/** @param {ts.Node} node */
const isInert = (node) =>
  ts.isArrowFunction(node) ||
  ts.isFunctionExpression(node) ||
  ts.isLiteralExpression(node) ||
  ts.isIdentifier(node);

/** Each value of a module, wrapped in a call that is marked as pure. @param {string} text */
export function withPureValues(text) {
  const file = ts.createSourceFile('module.ts', text, ts.ScriptTarget.Latest);
  const made = file.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => [...declarationList.declarations])
    .flatMap(({ initializer }) => (initializer && !isInert(initializer) ? [initializer] : []));
  return made.reduceRight((written, node) => {
    const [start, end] = [node.getStart(file), node.end];
    return `${written.slice(0, start)}/* @__PURE__ */ (() => (${written.slice(start, end)}))()${written.slice(end)}`;
  }, text);
}

/** @type {import('esbuild').Plugin} */
export const pureValues = {
  name: 'pure-values',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path }) => ({
      contents: withPureValues(await readFile(path, 'utf8')),
      loader: 'ts',
    }));
  },
};
