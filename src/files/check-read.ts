import { byImportance, checkReturn, type CheckContext, type Finding, type NotRun } from '../checks/index.ts';
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
 * const read = await readReturns('service,quarter,spokes.headcount,spokes.fte\n2,2015-Q1,2,2.5', { file: 'spring.csv' });
 * const { accepted, findings } = checkRead(read);
 * accepted; // => false
 * findings.filter(({ severity }) => severity !== 'advice').map(({ rule, cells }) => [rule, cells?.map(({ line, column }) => [line, column])]); // => [['R501', [[2, 4], [2, 3]]]]
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
  const isSettled = ({ severity, settledBy }: Finding): boolean =>
    severity === 'advice' || settledBy !== undefined;
  const accepted = read.returns.length > 0 && read.refused.length === 0 && findings.every(isSettled);
  return { accepted, findings, notRun: checked.map(({ notRun }) => notRun) };
}
