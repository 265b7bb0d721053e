// For use inside the programme, with small counts as they are (published-year-two.mjs shows what may leave).
// The four published returns: what is wrong with each, what to do, what shows when they are checked together,
// what they add up to, and the eight services with their models.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import {
  caveats,
  checkCollection,
  checkReturn,
  classifyModel,
  figureInWords,
  figureLabel,
  percentageInWords,
  shareOf,
  summarise,
  valueAt,
} from 'hub-and-spoke';
import { register } from 'hub-and-spoke/year-two';
import { programmeReport, returnReport, toMarkdown } from 'hub-and-spoke/publish';

/** What the Spokes of each service are there to do, where section 2.1 of the report says so. */
/** @type {Record<string, readonly import('hub-and-spoke').Duty[]>} */
const duties = {
  1: ['casework', 'training', 'awareness-raising', 'case-consultancy'],
  2: ['casework', 'training', 'awareness-raising', 'case-consultancy'],
  3: ['casework', 'training', 'awareness-raising', 'case-consultancy', 'group-work'],
};

const folder = new URL('returns/', import.meta.url);
const checked = readdirSync(folder)
  .sort()
  .map((file) => {
    /** @type {unknown} */
    const input = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
    const service = String(valueAt(input, 'service'));
    const known = duties[service];
    return {
      file,
      service,
      result: checkReturn(input, { asOf: '2015-09-30', ...(known && { duties: known }) }),
    };
  });

const action = { error: 'correct', query: 'correct or explain', advice: 'for the hub' };
for (const { file, service, result } of checked) {
  console.log(
    `\n${file} (service ${service}): ${result.accepted ? 'accepted' : `findings: ${result.findings.length}`}`,
  );
  for (const { rule, severity, message, remedy } of result.findings) {
    console.log(`  ${rule} ${action[severity]}: ${message}\n       -> ${remedy}`);
  }
  console.log(`  Not checked: ${result.notRun.map(({ rule }) => rule).join(' ')}`);
}

const together = checkCollection(
  checked.flatMap(({ result }) => result.value ?? []),
  { register, asOf: '2015-09-30' },
);
console.log('\nWhat shows only when they are checked together, with the register');
for (const { rule, severity, message, remedy } of together.findings) {
  console.log(`  ${rule} ${action[severity]}: ${message}\n       -> ${remedy}`);
}

console.log('\nThe eight services: the model printed, and the model that their posts show');
for (const { id, declaredModel, spokes } of register.services) {
  const { model, candidates, reasons } = classifyModel(spokes);
  const open = candidates.length > 1 ? `; possible: ${candidates.join(', ')}` : '';
  console.log(`  Service ${id}: printed ${declaredModel}, classified ${model}${open}. ${reasons.join(' ')}`);
}

const returns = checked.flatMap(({ result }) => result.value ?? []);
const summary = summarise(returns);
const notes = [...new Set(summary.figures.flatMap((figure) => figure.caveats))];

console.log('\nWhat the four returns add up to. Bases are kept apart; numbers in brackets are notes.');
for (const figure of summary.figures) {
  const share = shareOf(summary, figure);
  const whom = figure.base === undefined ? '' : `, ${figure.base}`;
  const words = figureInWords(figure) + (share === undefined ? '' : ` (${percentageInWords(share)})`);
  const numbers = figure.caveats.map((caveat) => notes.indexOf(caveat) + 1).join(' ');
  console.log(`  ${figureLabel(figure.path)}${whom}: ${words}${numbers === '' ? '' : ` [${numbers}]`}`);
}
console.log('\nNotes');
for (const [index, caveat] of notes.entries()) console.log(`  ${index + 1}. ${caveats[caveat]}`);

const output = new URL('../output/internal/', import.meta.url);
mkdirSync(output, { recursive: true });
for (const { file, result } of checked) {
  writeFileSync(
    new URL(file.replace('.json', '.md'), output),
    toMarkdown(returnReport(result, { internal: true })),
  );
}
writeFileSync(new URL('programme.md', output), toMarkdown(programmeReport(summary, { internal: true })));
console.log(
  '\nThe same as Markdown: open output/internal/programme.md first. Not for publication: small counts are not protected.',
);
