#!/usr/bin/env node
import { main } from './main.ts';

// Whoever reads may stop early, as `head` does.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
  if (code === 'EPIPE') process.exit();
});
process.exitCode = await main(process.argv.slice(2));
