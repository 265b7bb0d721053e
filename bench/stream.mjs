// A stream of returns, one a line, parsed, checked and added up as they come, against parsing them alone; and the most
// memory in use on the way. The returns of one programme are sent again and again: a later revision replaces an earlier.
import { checkReturn, summarise } from 'hub-and-spoke';
import { corpus } from './corpus.mjs';
import { row } from './measure.mjs';

const isQuick = process.argv.includes('--quick');
const returns = Number(process.argv.find((each) => /^\d+$/.test(each)) ?? (isQuick ? 5_000 : 100_000));
const texts = corpus('clean', isQuick ? { services: 12, quarters: 4 } : {});
const lookEach = 5000;

/** @param {number} count */
function* lines(count) {
  for (let index = 0; index < count; index += 1) {
    const text = texts[index % texts.length] ?? '';
    yield text.replace('"revision":1', `"revision":${1 + Math.floor(index / texts.length)}`);
  }
}

let [peak, looked] = [0, 0];
function look() {
  const start = performance.now();
  globalThis.gc?.();
  peak = Math.max(peak, process.memoryUsage().heapUsed);
  looked += performance.now() - start;
}

/** @param {number} count */
function parsedAlone(count) {
  const start = performance.now();
  let last;
  for (const line of lines(count)) last = JSON.parse(line);
  return last === undefined ? NaN : performance.now() - start;
}

/** @param {number} count */
function* accepted(count) {
  let seen = 0;
  for (const line of lines(count)) {
    const { value, accepted: isAccepted } = checkReturn(JSON.parse(line), { asOf: '2030-12-31' });
    seen += 1;
    if (seen % lookEach === 0) look();
    if (value !== undefined && isAccepted) yield value;
  }
  // However few they are.
  look();
}

/** @param {number} count */
function checkedAndSummed(count) {
  peak = 0;
  looked = 0;
  const start = performance.now();
  const { figures } = summarise(accepted(count), { by: ['service', 'quarter'] });
  return { milliseconds: performance.now() - start - looked, peak, figures: figures.length };
}

parsedAlone(2000);
checkedAndSummed(2000);
const [alone, few, many] = [parsedAlone(returns), checkedAndSummed(returns / 5), checkedAndSummed(returns)];
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
