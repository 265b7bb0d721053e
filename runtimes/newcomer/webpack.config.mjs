export default {
  mode: 'production',
  target: ['web', 'es2022'],
  entry: './smoke.mjs',
  experiments: { outputModule: true },
  output: {
    path: new URL('webpack', import.meta.url).pathname,
    filename: 'smoke.mjs',
    module: true,
    chunkFormat: 'module',
  },
};
