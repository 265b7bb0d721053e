import { checkReturn, type Finding } from '../../../checks/index.ts';
import { plainText, readTables } from '../../../files/index.ts';
import type { CoreReturn, Explanation } from '../../../form/index.ts';
import type { Duty } from '../../../vocabulary/index.ts';
import type { Answers } from './answers.ts';

/** What the answers come to. */
export interface CheckedAnswers {
  readonly value?: CoreReturn;
  /** What is to be corrected, explained or known, each with the paths that it is about. */
  readonly findings: readonly Finding[];
  /** Whether every answer was read: otherwise an export would lose some. */
  readonly isWhole: boolean;
}

/** Reads and checks answers as a file with them would be: with the same rules, in the same words. */
export function checkAnswers(
  answers: Answers,
  explanations: readonly Explanation[],
  context: { readonly asOf: string; readonly duties?: readonly Duty[] },
): CheckedAnswers {
  const given = new Map([['edition', 'year-two'], ...answers]);
  const paths = [...given.keys()];
  const rows = [paths.map(plainText), [...given.values()]];
  const grid = { rows, place: (row: number, column: number) => ({ line: row + 1, column: column + 1 }) };
  const read = readTables([{ grid }], [], {});
  const doubts = read.findings.map((finding) => withPaths(finding, paths));
  const [first] = read.returns;
  const isWhole = doubts.every(({ severity }) => severity === 'advice');
  if (first === undefined) return { findings: doubts, isWhole };
  const value = explanations.length === 0 ? first : { ...first, explanations };
  return { value, findings: [...doubts, ...checkReturn(value, context).findings], isWhole };
}

/** A finding about a file with the paths of its cells, where it names none. */
const withPaths = (finding: Finding, paths: readonly string[]): Finding =>
  finding.paths.length > 0
    ? finding
    : {
        ...finding,
        paths: (finding.cells ?? []).flatMap(({ line, column }) =>
          line === 2 && column !== undefined ? (paths[column - 1] ?? []) : [],
        ),
      };
