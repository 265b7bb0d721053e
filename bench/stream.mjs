// A stream of returns, one a line: parsed, checked and added up as they come, against parsing them alone; and the most
// memory in use on the way. Summaries of parts are merged, so that nothing is kept but what is counted.
import { checkReturn, mergeSummaries, summarise } from 'hub-and-spoke';
import { corpus } from './corpus.mjs';
import { row } from './measure.mjs';

const isQuick = process.argv.includes('--quick');
const returns = Number(process.argv.find((each) => /^\d+$/.test(each)) ?? (isQuick ? 5_000 : 100_000));
const texts = corpus('clean', isQuick ? { services: 12, quarters: 4 } : {});
const batch = 1000;

/** @param {number} count */
function* lines(count) {
  for (let index = 0; index < count; index += 1) yield texts[index % texts.length] ?? '';
}

let peak = 0;
function look() {
  globalThis.gc?.();
  peak = Math.max(peak, process.memoryUsage().heapUsed);
}

/** @param {number} count */
function parsedAlone(count) {
  const start = performance.now();
  let last;
  for (const line of lines(count)) last = JSON.parse(line);
  return last === undefined ? NaN : performance.now() - start;
}

/** @param {number} count */
function checkedAndSummed(count) {
  peak = 0;
  let spent = 0;
  let total = summarise([]);
  /** @type {import('hub-and-spoke').CoreReturn[]} */
  let part = [];
  let seen = 0;
  let start = performance.now();
  for (const line of lines(count)) {
    const { value, accepted } = checkReturn(JSON.parse(line), { asOf: '2030-12-31' });
    if (value !== undefined && accepted) part.push(value);
    seen += 1;
    if (part.length === batch || seen === count) {
      total = mergeSummaries(total, summarise(part));
      part = [];
      spent += performance.now() - start;
      if (seen % (batch * 5) === 0 || seen === count) look();
      start = performance.now();
    }
  }
  return { milliseconds: spent, peak, figures: total.figures.length };
}

parsedAlone(2000);
checkedAndSummed(2000);
const [alone, few, many] = [parsedAlone(returns), checkedAndSummed(returns / 5), checkedAndSummed(returns)];
look();
console.log(
  JSON.stringify([
    row(`stream of ${returns} returns: parse, check, summarise`, 'JSON.parse', many.milliseconds / alone, 3),
    row(
      `most memory in use with ${returns} returns`,
      `with ${returns / 5}`,
      many.peak / Math.max(1, few.peak),
      1.2,
    ),
  ]),
);
