// The texts of complete returns, made in a process of their own: what is measured sees nothing but what it is given.
import { execFileSync } from 'node:child_process';
import { checkReturn } from 'hub-and-spoke';
import { completeReturns, withFaults } from './complete-returns.mjs';

/**
 * The texts of returns without a finding, or of such with faults in one of ten.
 *
 * @param {'clean' | 'faulty'} kind
 * @param {{ services?: number, quarters?: number }} [size]
 * @returns {readonly string[]}
 */
export const corpus = (kind, size = {}) =>
  JSON.parse(
    execFileSync(process.execPath, [import.meta.filename, kind, JSON.stringify(size)], {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    }),
  );

if (process.argv[1] === import.meta.filename) {
  const [, , kind, size = '{}'] = process.argv;
  const { returns } = await completeReturns(JSON.parse(size));
  const clean = returns.filter((value) => checkReturn(value, { asOf: '2030-12-31' }).findings.length === 0);
  const all = kind === 'faulty' ? withFaults(clean, 10) : clean;
  console.log(JSON.stringify(all.map((value) => JSON.stringify(value))));
}
