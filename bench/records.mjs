// compileReturn over the cases and sessions of a service, against JSON.parse of the same records and against DuckDB
// doing the counts of it over data that it has loaded. Far more records than a service has, to see how it grows.
import { compileReturn } from 'hub-and-spoke';
import { duckdbRecords } from './peers.mjs';
import { medians, row } from './measure.mjs';

const isQuick = process.argv.includes('--quick');
const cases = Number(process.argv.find((each) => /^\d+$/.test(each)) ?? (isQuick ? 5_000 : 50_000));
const two = (/** @type {number} */ number) => String(number).padStart(2, '0');
const day = (/** @type {number} */ index) => `2015-${two(1 + (index % 3))}-${two(1 + (index % 28))}`;
/** @template Value @param {readonly Value[]} list @param {number} index */
const of = (list, index) => list[index % list.length];

/** @param {number} index */
const recordsOf = (index) => [
  {
    kind: 'case',
    id: `c${index}`,
    youngPerson: `yp${index % Math.ceil(cases * 0.95)}`,
    support: index % 9 === 0 ? 'consultancy' : 'direct',
    referred: day(index),
    route: of(['Police', 'Social care', 'Schools', 'Health'], index),
    opened: day(index),
    ...(index % 2 === 0 && { closed: `2015-${two(4 + (index % 5))}-10` }),
    age: { years: 10 + (index % 9), on: day(index) },
    gender: of(['Female', 'Male', 'Not known'], index),
    ethnicity: of(['White UK', 'African origin', null], index),
    living: of(['Living at home', 'Living in residential or foster care'], index),
  },
  ...['awareness-with-young-people', 'awareness-with-professionals', 'training'].map((activity, which) => ({
    kind: 'session',
    id: `s${index * 3 + which}`,
    date: day(index + which),
    activity,
    days: activity === 'training' ? 1 : 0.25,
    attending: 5 + (index % 20),
  })),
];

const records = Array.from({ length: cases }, (_, index) => recordsOf(index)).flat();
// In parts: a million cases are longer than the longest text.
const texts = Array.from({ length: Math.ceil(cases / 10_000) }, (_, part) =>
  JSON.stringify(records.slice(part * 40_000, (part + 1) * 40_000)),
);
const ask = await duckdbRecords(records);
const parsed = texts.flatMap((text) => JSON.parse(text));
const times = await medians(
  {
    parse: () => texts.map((text) => JSON.parse(text)),
    compile: () => compileReturn(parsed, { service: '2', quarter: '2015-Q1' }),
    duckdb: ask,
  },
  { rounds: cases > 200_000 ? 3 : isQuick ? 5 : 9, warmUp: cases > 200_000 ? 1 : 3 },
);
const work = `compileReturn, ${cases} cases and ${cases * 3} sessions`;
console.log(
  JSON.stringify([
    row(work, 'JSON.parse', times.compile / times.parse, 1),
    row(work, 'DuckDB', times.compile / times.duckdb, 1),
  ]),
);
