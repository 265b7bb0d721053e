// Writes the partner documents from the catalogues, and the published returns as files for the examples.
// With --check it writes nothing and fails when a committed file differs from what the code says.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { partnerDocuments, toMarkdown } from 'hub-and-spoke/publish';
import { returns, theories } from 'hub-and-spoke/year-two';

/** @type {Record<string, string>} */
const documents = {
  ...Object.fromEntries(
    Object.entries(await partnerDocuments(theories)).map(([name, document]) => [
      `docs/partner/${name}.md`,
      toMarkdown(document),
    ]),
  ),
  ...Object.fromEntries(
    returns.map((published) => [
      `examples/returns/service-${published.service.replaceAll(/\D+/g, '-')}.json`,
      `${JSON.stringify(published, null, 2)}\n`,
    ]),
  ),
};

const isCheck = process.argv.includes('--check');
const stale = Object.entries(documents).filter(([path, content]) => {
  if (isCheck) return readOrNothing(path) !== content;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return false;
});

if (stale.length > 0) {
  console.error(
    `Stale: ${stale.map(([path]) => path).join(', ')}. Run "npm run documents" and commit the result.`,
  );
  process.exitCode = 1;
} else {
  console.log(`${Object.keys(documents).length} documents ${isCheck ? 'are up to date' : 'written'}`);
}

/** @param {string} path */
function readOrNothing(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
