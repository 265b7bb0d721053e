import type { Json } from '../form/index.ts';
import { quarterOfDate, type Period, type Quarter } from '../vocabulary/index.ts';
import type { Finding, NotRun } from './finding.ts';
import { foundAt } from './found-at.ts';
import type { Break, CheckContext, Rule } from './rule.ts';
import type { Parts } from './named-parts.ts';
import { rulesIn, type Prepared } from './rules-in-force.ts';
import { silentRunOf } from './silent-run.ts';

/** A return as far as it could be read. */
export interface ReadReturn {
  readonly parts: Readonly<Parts>;
  /** The plain data of it, sound or not. */
  readonly data: Json | undefined;
  /** Whether a part, by its name, could not be read; left out where all could. */
  readonly isBroken?: (part: string) => boolean;
}

/** What the rules said. */
export interface Run {
  readonly findings: readonly Finding[];
  readonly notRun: readonly NotRun[];
}

/** Runs every rule of the catalogue that can be run. */
export function runRules(read: ReadReturn, context: CheckContext): Run {
  const inForce = rulesIn(quarterAt(read));
  const notRun = read.isBroken === undefined ? silentRunOf(inForce)?.(read.parts, context) : undefined;
  return notRun === undefined ? runInLoop(inForce, read, context) : { findings: [], notRun };
}

/** Runs rules one after the other. */
export function runInLoop(inForce: readonly Prepared[], read: ReadReturn, context: CheckContext): Run {
  const findings: Finding[] = [];
  const notRun: NotRun[] = [];
  const broken = new Set<string>();
  for (const prepared of inForce) {
    const { rule } = prepared;
    const reason = reasonNotToRun(prepared, read, broken);
    if (reason !== undefined) {
      notRun.push(reason);
      continue;
    }
    const verdict = rule.check(read.parts, context);
    if ('notRun' in verdict) notRun.push({ rule: rule.code, reason: verdict.notRun });
    else if (verdict.length > 0) {
      broken.add(rule.code);
      findings.push(...verdict.map((each) => findingOf(rule, each, read.data)));
    }
  }
  return { findings, notRun };
}

function quarterAt({ parts, isBroken }: ReadReturn): Quarter | undefined {
  const period = isBroken?.('period') === true ? undefined : (parts.period as Period | undefined); // it could be read
  return period === undefined ? undefined : quarterOfDate(period.to);
}

function reasonNotToRun(
  { rule, needs, notInForce }: Prepared,
  { parts, isBroken }: ReadReturn,
  broken: ReadonlySet<string>,
): NotRun | undefined {
  const unread = isBroken && rule.fields.find(isBroken);
  if (unread !== undefined) return { rule: rule.code, reason: `${unread} could not be read.` };
  for (const { part, notReturned } of needs) if (parts[part] === undefined) return notReturned;
  const before = broken.size === 0 ? undefined : rule.after.find((code) => broken.has(code));
  if (before !== undefined) return { rule: rule.code, reason: `It would only repeat ${before}.` };
  return notInForce;
}

function findingOf(rule: Rule, { paths, message, expected }: Break, data: Json | undefined): Finding {
  const { code, severity, remedy } = rule;
  const found = Object.fromEntries(paths.map((path) => [path, (foundAt(data, path) ?? null) as Json])); // plain data
  return { rule: code, severity, paths, message, found, expected, remedy };
}
