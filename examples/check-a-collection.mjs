// What shows only when returns are checked together, with the register beside them.
import { checkCollection } from 'hub-and-spoke';
import { register, returns } from 'hub-and-spoke/year-two';

const { findings, notRun, causes } = checkCollection(returns, { register, asOf: '2015-09-30' });
for (const { rule, severity, message, remedy } of findings) {
  console.log(`${rule} ${severity}: ${message}\n  -> ${remedy}`);
}
console.log(`Not checked: ${notRun.map(({ rule }) => rule).join(' ') || 'nothing'}`);

// A return whose breaks have one cause: the number they share is named before the list of breaks.
const mistyped = {
  edition: 'year-two',
  service: '2',
  period: { from: '2015-01-01', to: '2015-03-31' },
  youngPeople: {
    direct: 25,
    base: 'direct',
    age: { '12-14': 18, '15-17': 34 },
    gender: { female: 40, male: 12 },
  },
};
const checked = checkCollection([mistyped]);
for (const { message } of checked.causes) console.log(message);
for (const { rule, message } of checked.returns[0]?.findings ?? []) console.log(`${rule}: ${message}`);
console.log(`Causes in the published tables: ${causes.length}`);
