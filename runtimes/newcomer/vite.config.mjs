export default {
  build: {
    outDir: 'vite',
    target: 'es2022',
    minify: true,
    lib: { entry: 'smoke.mjs', formats: ['es'], fileName: () => 'smoke.mjs' },
  },
};
