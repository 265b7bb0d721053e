// What may leave: the four published returns checked, without repeating their counts, and what they add up to with
// small counts protected. Inside the programme, year-two.mjs shows everything.
import {
  caveats,
  checkCollection,
  checkReturn,
  classifyModel,
  figureLabel,
  rules,
  shapeRules,
  summarise,
} from 'hub-and-spoke';
import {
  defineRelease,
  figureInPrint,
  marksExplained,
  protect,
  shareInPrint,
} from 'hub-and-spoke/disclosure';
import { register, returns } from 'hub-and-spoke/year-two';

const action = { error: 'correct', query: 'correct or explain', advice: 'for the hub' };
const checked = returns.map((value) => checkReturn(value, { asOf: '2015-09-30' }));
console.log(
  'What is wrong with each return. The messages with their numbers are for the service: see examples/year-two.mjs.',
);
for (const { value, findings } of checked) {
  console.log(`\nService ${value?.service}: findings: ${findings.length}`);
  for (const { rule, severity, paths } of findings) {
    const statement = [...shapeRules, ...rules].find(({ code }) => code === rule)?.statement;
    console.log(`  ${rule} ${action[severity]}: ${paths.join(', ')}. ${statement}`);
  }
}
const { findings } = checkCollection(returns, { register, asOf: '2015-09-30' });
console.log(`\nTogether, with the register: ${findings.map(({ rule }) => rule).join(' ')}`);

console.log('\nThe eight services: the model printed, and the model that their posts show');
for (const { id, declaredModel, spokes } of register.services) {
  console.log(`  Service ${id}: printed ${declaredModel}, classified ${classifyModel(spokes).model}`);
}

const { release, refused } = defineRelease({
  summaries: [summarise(returns), summarise(returns, { by: ['service'] })],
});
if (release === undefined) throw new Error(refused.map(({ message }) => message).join(' '));
const { published, refused: why } = await protect(release);
if (published === undefined) throw new Error(why.map(({ message }) => message).join(' '));

console.log('\nWhat the four returns add up to, with small counts protected. Numbers in brackets are notes.');
const total = published.summaries[0]?.figures ?? [];
const notes = [...new Set(total.flatMap((figure) => figure.caveats))];
for (const figure of total) {
  const share = shareInPrint(figure);
  const whom = figure.base === undefined ? '' : `, ${figure.base}`;
  const words = figureInPrint(figure) + (share === '' ? '' : ` (${share})`);
  const numbers = figure.caveats.map((caveat) => notes.indexOf(caveat) + 1).join(' ');
  console.log(`  ${figureLabel(figure.path)}${whom}: ${words}${numbers === '' ? '' : ` [${numbers}]`}`);
}
console.log('\nNotes');
for (const [index, caveat] of notes.entries()) console.log(`  ${index + 1}. ${caveats[caveat]}`);
for (const [mark, meaning] of Object.entries(marksExplained)) console.log(`  ${mark}: ${meaning}`);
