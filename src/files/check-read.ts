import {
  byImportance,
  checkReturn,
  isSettled,
  type CheckContext,
  type Finding,
  type NotRun,
} from '../checks/index.ts';
import { locate } from './locate.ts';
import type { ReadReturns } from './read-result.ts';

/** What a check says of everything that was read. */
export interface CheckedRead {
  /** Whether every return was read without doubt, and nothing is left to correct or to explain. */
  readonly accepted: boolean;
  /** What reading and checking found, each with its cells, what matters most first. */
  readonly findings: readonly Finding[];
  /** The rules that could not be checked, for each return. */
  readonly notRun: readonly (readonly NotRun[])[];
}

/**
 * Checks everything that was read: one list of findings, each with the cells to look at.
 *
 * @example
 * const read = await readReturns('service,quarter,Female,Male,Referrals\n2,2015-Q1,21,lots,\n', { file: 'spring.csv' });
 * const { accepted, findings } = checkRead(read);
 * accepted; // => false
 * findings.filter(({ severity }) => severity === 'error').map(({ rule, cells }) => [rule, cells?.[0]?.column]); // => [['F301', 4], ['R223', 1]]
 */
export function checkRead(
  read: ReadReturns,
  contextOf: CheckContext | ((index: number) => CheckContext) = {},
): CheckedRead {
  const checked = read.returns.map((value, index) =>
    checkReturn(value, typeof contextOf === 'function' ? contextOf(index) : contextOf),
  );
  const located = checked.flatMap(({ findings }, index) => {
    const origin = read.origins[index];
    return origin === undefined ? findings : findings.map((finding) => locate(finding, origin));
  });
  const findings = [...read.findings, ...located].sort(byImportance);
  const accepted = read.returns.length > 0 && read.refused.length === 0 && findings.every(isSettled);
  return { accepted, findings, notRun: checked.map(({ notRun }) => notRun) };
}
