// How cost grows with the work: the cost of one, as a ratio to the cost of one of the smallest. 1 is linear.
import { checkReturn, mergeSummaries, summarise } from 'hub-and-spoke';
import { corpus } from './corpus.mjs';
import { medians, row } from './measure.mjs';

const isQuick = process.argv.includes('--quick');
const context = { asOf: '2030-12-31' };
/** @type {any[]} */
const base = corpus('clean', isQuick ? { services: 12, quarters: 4 } : {}).map((text) => JSON.parse(text));

/** @param {number} services @param {number} quarters */
const programme = (services, quarters) =>
  Array.from({ length: services * quarters }, (_, index) => ({
    ...base[index % base.length],
    service: `S${Math.floor(index / quarters)}`,
    period: periodOf(index % quarters),
  }));
/** @param {number} index */
function periodOf(index) {
  const year = 2014 + Math.floor(index / 4);
  const ends = ['03-31', '06-30', '09-30', '12-31'];
  return {
    from: `${year}-${String(1 + (index % 4) * 3).padStart(2, '0')}-01`,
    to: `${year}-${ends[index % 4]}`,
  };
}

/** A return with so many findings: categories of its own, each of which is asked about. @param {number} count */
const asked = (count) => ({
  ...base[0],
  youngPeople: {
    ...base[0].youngPeople,
    ethnicity: Object.fromEntries(Array.from({ length: count }, (_, index) => [`Own ${index}`, 0])),
  },
});

const rounds = isQuick ? 3 : 7;
const sizes = isQuick ? [100, 1_000] : [1_000, 10_000, 100_000, 1_000_000];
/** @type {readonly (readonly [what: string, sizes: readonly number[], make: (size: number) => () => unknown])[]} */
const kinds = [
  [
    'checkReturn, returns',
    sizes,
    (size) => () => {
      for (let index = 0; index < size; index += 1) checkReturn(base[index % base.length], context);
    },
  ],
  [
    'checkReturn, findings of one return',
    isQuick ? [10, 100] : [10, 100, 1_000, 10_000],
    (size) => {
      const value = asked(size);
      return () => checkReturn(value, context);
    },
  ],
  [
    'summarise by service and quarter, services over 8 quarters',
    isQuick ? [16, 48] : [16, 160, 1_600],
    (size) => {
      const all = programme(size, 8);
      return () => summarise(all, { by: ['service', 'quarter'] });
    },
  ],
  [
    'summarise in one total, services over 8 quarters',
    isQuick ? [16, 48] : [16, 160, 1_600],
    (size) => {
      const all = programme(size, 8);
      return () => summarise(all);
    },
  ],
  [
    'mergeSummaries, services over 8 quarters',
    isQuick ? [16, 48] : [16, 160, 1_600],
    (size) => {
      const all = programme(size, 8);
      const [one, other] = [
        summarise(all.filter((_, index) => index % 2 === 0)),
        summarise(all.filter((_, index) => index % 2 === 1)),
      ];
      return () => mergeSummaries(one, other);
    },
  ],
];
const rows = [];
for (const [what, each, make] of kinds) {
  let first;
  for (const size of each) {
    const { work } = await medians({ work: make(size) }, { rounds, warmUp: 1 });
    const cost = work / size;
    first ??= cost;
    rows.push({
      ...row(`${what}: ${size}`, `each of ${each[0]}`, cost / first),
      microseconds: Math.round(cost * 10_000) / 10,
    });
  }
}
console.log(JSON.stringify(rows));
