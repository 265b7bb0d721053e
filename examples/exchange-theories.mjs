// The report’s candidates as a codebook for qualitative analysis programs, read back; and as a table and diagrams.
import { mkdirSync, writeFileSync } from 'node:fs';
import { configurationTable, readCodebook, toDot, toMermaid, writeCodebook } from 'hub-and-spoke';
import { theories } from 'hub-and-spoke/year-two';

const folder = new URL('../output/', import.meta.url);
mkdirSync(folder, { recursive: true });
const codebook = writeCodebook(theories);
writeFileSync(new URL('candidates.qdc', folder), codebook);
writeFileSync(new URL('candidates.csv', folder), `\uFEFF${configurationTable(theories)}`);

const funding = theories.configurations.filter(({ outcome }) => outcome.indicators?.[0] === 'O1');
writeFileSync(new URL('funding.mmd', folder), toMermaid({ configurations: funding }));
writeFileSync(new URL('funding.dot', folder), toDot({ configurations: funding }));

const back = readCodebook(codebook);
const isSame = JSON.stringify(back.theories) === JSON.stringify(theories);
console.log(`Written to output/: candidates.qdc, candidates.csv, funding.mmd, funding.dot`);
console.log(
  `${back.theories.configurations.length} configurations came back, ${isSame ? 'the same' : 'changed'}; findings: ${back.findings.length}`,
);
if (!isSame) process.exitCode = 1;
