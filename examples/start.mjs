// What `npm start` runs: the published returns and the six outcomes, in protected numbers alone, and the partner pack; or, with a path to a
// file or a folder, what partners sent.
if (process.argv[2] === undefined) {
  await import('./published-year-two.mjs');
  console.log('');
  await import('./six-outcomes.mjs');
  await import('./partner-pack.mjs');
} else {
  await import('./read-partner-files.mjs');
}
