// What `npm start` runs: the published returns, or, with a path to a file or a folder, what partners sent.
await import(process.argv[2] === undefined ? './year-two.mjs' : './read-partner-files.mjs');
