// What each function weighs in somebody’s bundle, minified and compressed, zod apart.
const budgets = [
  ['classifyModel', 'index.js', '3 kB'],
  ['checkReturn', 'index.js', '22.2 kB'],
  ['summarise', 'index.js', '14 kB'],
  ['compileReturn', 'index.js', '33 kB'],
  ['readReturns', 'index.js', '45 kB'],
  ['protect', 'disclosure.js', '22 kB'],
  ['toHtml', 'publish.js', '23 kB'],
];

export default budgets.map(([name, file, limit]) => ({
  name,
  path: `dist/${file}`,
  import: `{ ${name} }`,
  ignore: ['zod', 'highs'],
  limit,
  modifyEsbuildConfig: (config) => ({ ...config, logLevel: 'error' }),
}));
