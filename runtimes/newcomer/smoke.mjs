// What everybody needs, by the installed package alone: checked, added up, written, read, in whatever runs this.
import { checkReturn, classifyModel, figureAt, readReturns, summarise, writeReturns } from 'hub-and-spoke';

const value = {
  edition: 'year-two',
  service: '2',
  period: { from: '2015-01-01', to: '2015-03-31' },
  youngPeople: { direct: 50, base: 'direct', gender: { female: 39, male: 12 } },
};
const { accepted, findings } = checkReturn(value);
const [first] = findings;
const { figures } = summarise([/** @type {import('hub-and-spoke').CoreReturn} */ (value)]);
const { returns } = await readReturns(
  writeReturns([/** @type {import('hub-and-spoke').CoreReturn} */ (value)]),
);
const answers = [
  accepted,
  first?.rule,
  figureAt({ ...summarise([]), figures }, { path: 'youngPeople.direct' })?.low,
  returns[0]?.youngPeople?.gender?.male,
  typeof classifyModel,
];
const expected = [false, 'R202', 50, 12, 'function'];
if (JSON.stringify(answers) !== JSON.stringify(expected)) throw new Error(`found ${JSON.stringify(answers)}`);
console.log('as expected');
