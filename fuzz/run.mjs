// @ts-nocheck values of every kind, and of none
// A corpus of arbitrary and mutated inputs into whatever takes what partners send: npm run fuzz [-- inputs [seed [target]]].
// Nothing may throw, hang, change what it was given or what all objects share; and what a finding says must be there.
import fc from 'fast-check';
import {
  checkReturn,
  checkTheories,
  classifyModel,
  compileReturn,
  readReturns,
  recordRules,
  valueAt,
  whatWouldDecide,
  writeReturns,
} from 'hub-and-spoke';
import { syntheticRecords, syntheticReturns } from 'hub-and-spoke/synthetic';
import { configurations, register, returns as printed } from 'hub-and-spoke/year-two';
import { readFileSync } from 'node:fs';
import { texts, values } from './mutations.mjs';

const [, , count = 1_000_000, seed = 8, only] = process.argv.map((text) =>
  /^\d+$/.test(text) ? Number(text) : text,
);
const longest = 2000;
const { returns } = await syntheticReturns({ services: 4, quarters: 3 });
const few = returns.slice(0, 2);
const partner = (name) => readFileSync(new URL(`../examples/partner-files/${name}`, import.meta.url), 'utf8');

/** Of a finding: that at each of its paths stands what it says was found there. */
function pathsAreThere(input, { findings }) {
  for (const { rule, paths, found, message } of findings) {
    if (message === '' || /undefined|\[object/.test(message.replaceAll(/"[^"]*"?/g, '')))
      return `${rule}: "${message}"`;
    for (const path of paths) {
      if (!Object.hasOwn(found ?? {}, path)) return `${rule} says nothing of what is at ${path}`;
      if (found[path] !== null && !path.startsWith('printed.') && valueAt(input, path) === undefined)
        return `${rule} found something at ${path}, where nothing is`;
    }
  }
  return undefined;
}

const codes = new Set(recordRules.map(({ code }) => code));

const targets = {
  checkReturn: {
    inputs: values([...returns.slice(0, 6), ...printed]),
    run: (input) => checkReturn(input, { asOf: '2015-12-31' }),
    holds: pathsAreThere,
  },
  checkTheories: {
    inputs: values([{ configurations }, { configurations: configurations.slice(0, 2) }]),
    run: (input) => checkTheories(input),
    holds: (_, { findings }) => findings.find(({ message }) => message === '')?.rule,
  },
  classifyModel: {
    inputs: values(register.services.map(({ spokes }) => spokes)),
    run: (input) => [classifyModel(input), whatWouldDecide(input)],
    holds: (_, [{ reasons, candidates }]) =>
      reasons.length > 0 && Array.isArray(candidates) ? undefined : 'no reason was given',
  },
  compileReturn: {
    inputs: values([
      syntheticRecords({ quarters: 1, cases: 4 }),
      syntheticRecords({ quarters: 1, cases: 2 }),
    ]).map((input) => (Array.isArray(input) ? input : [input])),
    run: (input) => compileReturn(input, { service: '2', quarter: '2014-Q4' }),
    holds: (_, { value, findings }) =>
      value === undefined ? 'no return' : findings.find(({ rule }) => !codes.has(rule))?.rule,
  },
  readReturns: {
    inputs: texts([
      ...['csv', 'json', 'ndjson'].map((format) => writeReturns(few, { format })),
      writeReturns(few, { layout: 'long' }),
      ...['service-2-as-printed.csv', 'service-5-two-quarters.csv', 'service-8-answers.csv'].map(partner),
    ]),
    run: (input) => readReturns(input),
    holds: (_, { findings, returns: read }) =>
      Array.isArray(read) ? findings.find(({ message }) => message === '')?.rule : 'no list of returns',
  },
};

const shared = () =>
  [Object.prototype, Array.prototype, Function.prototype, String.prototype, Map.prototype]
    .map((each) => Reflect.ownKeys(each).length)
    .join();
const before = shared();

/** @returns what is wrong, if anything */
async function tried({ run, holds }, input) {
  const frozen = frozenDeep(input);
  const started = performance.now();
  let result;
  try {
    result = await run(frozen);
  } catch (error) {
    return { wrong: `it threw ${error?.stack ?? error}` };
  }
  const took = performance.now() - started;
  if (took > longest) return { wrong: `it took ${Math.round(took)} ms` };
  if (shared() !== before) return { wrong: 'what all objects share was changed' };
  return { took, wrong: holds(frozen, result) };
}

/** Some inputs cannot even be written. */
function inWords(input) {
  try {
    return fc.stringify(input).slice(0, 600);
  } catch {
    return 'an input that cannot be written';
  }
}

/** What is frozen cannot be changed unseen: a module that tries throws. */
function frozenDeep(value, seen = new Set()) {
  if (typeof value !== 'object' || value === null || seen.has(value) || ArrayBuffer.isView(value))
    return value;
  seen.add(value);
  for (const key of Reflect.ownKeys(value))
    frozenDeep(Object.getOwnPropertyDescriptor(value, key)?.value, seen);
  return Object.freeze(value);
}

/** What went wrong, each once, with how often. */
const wrongs = new Map();
const inTurn = Object.entries(targets).filter(([name]) => only === undefined || name === only);
for (const [name, target] of inTurn) {
  const each = Math.ceil(count / Object.keys(targets).length);
  let [slowest, done] = [0, 0];
  const started = performance.now();
  for (let batch = 0; done < each; batch += 1) {
    for (const input of fc.sample(target.inputs, {
      numRuns: Math.min(1000, each - done),
      seed: seed + batch,
    })) {
      const { wrong, took = 0 } = await tried(target, input);
      slowest = Math.max(slowest, took);
      done += 1;
      if (wrong === undefined) continue;
      const key = `${name}: ${wrong}`;
      if (!wrongs.has(key)) console.log(`${key}\n  seed ${seed + batch}: ${inWords(input)}`);
      wrongs.set(key, (wrongs.get(key) ?? 0) + 1);
    }
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(`${name}: ${done} inputs in ${seconds} s, the slowest ${slowest.toFixed(0)} ms`);
}
for (const [wrong, times] of wrongs) console.log(`${times} times: ${wrong.split('\n')[0]}`);
console.log(wrongs.size === 0 ? 'Nothing went wrong' : `${wrongs.size} things went wrong`);
process.exitCode = wrongs.size === 0 ? 0 : 1;
