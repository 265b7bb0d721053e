import { generated, inCode, mayGenerate } from './generated-code.ts';
import type { NotRun } from './finding.ts';
import type { CheckContext } from './rule.ts';
import type { Parts } from './named-parts.ts';
import type { Prepared } from './rules-in-force.ts';

/** Runs rules over a sound return until one finds something: then nothing is said. Else, the rules that were not run. */
export type SilentRun = (parts: Readonly<Parts>, context: CheckContext) => readonly NotRun[] | undefined;

/** What was made of each list of rules. */
const made = new WeakMap<readonly Prepared[], SilentRun | 'loop'>();

/**
 * Rules as one function, made when they are first run, which engines make faster than a loop over them. Nothing where
 * code may not be generated.
 */
export function silentRunOf(rules: readonly Prepared[]): SilentRun | undefined {
  const run = made.get(rules) ?? (mayGenerate() ? generatedRun(rules) : 'loop');
  made.set(rules, run);
  return run === 'loop' ? undefined : run;
}

function generatedRun(rules: readonly Prepared[]): SilentRun {
  const values = Object.fromEntries(rules.flatMap((prepared, index) => valuesOf(prepared, index)));
  const body = `return (parts, context) => {
    const notRun = [];
    let verdict;${rules.map(linesOf).join('')}
    return notRun;
  };`;
  return generated(values, body) as SilentRun; // as the body says
}

const valuesOf = (
  { rule, needs, notInForce }: Prepared,
  index: number,
): readonly (readonly [string, unknown])[] => [
  [`check${index}`, rule.check],
  [`notInForce${index}`, notInForce],
  ...needs.map(({ notReturned }, need) => [`absent${index}_${need}`, notReturned] as const),
];

function linesOf({ rule, needs, notInForce }: Prepared, index: number): string {
  const absent = needs.map(
    ({ part }, need) => `
    if (parts[${inCode(part)}] === undefined) notRun.push(absent${index}_${need}); else`,
  );
  const run =
    notInForce === undefined
      ? `{
      verdict = check${index}(parts, context);
      if (verdict.length === undefined) notRun.push({ rule: ${inCode(rule.code)}, reason: verdict.notRun });
      else if (verdict.length > 0) return undefined;
    }`
      : `notRun.push(notInForce${index});`;
  return `${absent.join('')}
    ${run}`;
}
