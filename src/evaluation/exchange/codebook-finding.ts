import type { Finding } from '../../checks/index.ts';
import { theoryFinding } from '../theory-finding.ts';
import { codebookRules } from './codebook-rules.ts';

/** A finding about a codebook. */
export function codebookFinding(
  code: string,
  message: string,
  expected: string,
  paths: readonly string[] = [],
): Finding {
  const rule = codebookRules.find((each) => each.code === code) ?? {
    code,
    severity: 'error' as const,
    remedy: '',
  };
  return theoryFinding(rule, { paths, message, expected }, {});
}
