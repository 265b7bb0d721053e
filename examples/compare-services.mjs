// A truth table of the eight services on stated conditions, and the conclusion that it bears.
import { casesOf, compareConfigurations } from 'hub-and-spoke';
import { register } from 'hub-and-spoke/year-two';

const conditions = ['large', 'manager', 'early'];
const cases = casesOf(register, {
  large: { fact: 'charity', is: 'large-national' },
  manager: { fact: 'dedicated-manager', is: 'yes' },
  early: { fact: 'phase', is: 'one' },
  others: { fact: 'other-funder', is: 'yes' },
});
const { table, necessary, conservative, parsimonious, limits } = compareConfigurations({
  cases,
  conditions,
  outcome: 'others',
});

console.log('What goes with posts that others than CSEFA pay for?');
console.log('  large: part of a large national charity; manager: a dedicated manager; early: Phase One\n');
console.log(`  ${conditions.join('  ')}   with others   without`);
for (const { present, withOutcome, without, says } of table.rows) {
  const cells = present.map((each, index) =>
    (each ? 'yes' : 'no').padEnd((conditions[index] ?? '').length + 2),
  );
  console.log(
    `  ${cells.join('')} ${withOutcome.join(', ').padEnd(13)} ${without.join(', ').padEnd(7)}  ${says}`,
  );
}
console.log(`  No service has: ${table.remainders.join(', ')}`);

console.log('\nNecessary for it (consistency, coverage, relevance)');
for (const { condition, consistency, coverage, relevance } of necessary) {
  console.log(
    `  ${condition}: ${[consistency, coverage, relevance].map((each) => each?.toFixed(2) ?? 'nothing').join(', ')}`,
  );
}
for (const { solution, models } of [conservative, parsimonious]) {
  console.log(
    `\nThe ${solution} solution: ${models.map(({ formula }) => formula).join(' or ') || 'there is none'}`,
  );
}
console.log('\nWhat it bears');
for (const sentence of limits) console.log(`  ${sentence}`);
