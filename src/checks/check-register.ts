import { registerSchema, type Register } from '../programme/index.ts';
import { valueAt, type Json } from '../form/index.ts';
import { overlaps } from '../vocabulary/index.ts';
import { byImportance, shown, type Finding } from './finding.ts';
import { plainCopy } from './plain-copy.ts';
import { factRules } from './register-rules/facts.ts';
import { practiceRules } from './register-rules/practice.ts';
import type { ServiceRule } from './service-rule.ts';

/** Every rule over a service of a register: P1 facts that must agree, P2 practice standards as advice. */
export const registerRules: readonly ServiceRule[] = [...factRules, ...practiceRules];

/** What a check says of a register. */
export interface CheckedRegister {
  /** Whether nothing is left to correct or to explain. */
  readonly accepted: boolean;
  readonly value?: Register;
  readonly findings: readonly Finding[];
}

/**
 * Checks anything as a register of services. It never throws, whatever is handed in.
 *
 * @example
 * checkRegister({ phases: [], services: [] }).accepted; // => true
 * checkRegister({ phases: [] }).findings[0]?.message; // => 'services: nothing is not of the kind or length expected here.'
 */
export function checkRegister(input: unknown): CheckedRegister {
  const { copy, problems } = plainCopy(input);
  const refused = problems.map(({ path, found }) =>
    finding('P001', placesAt(path), `Found ${found}.`, 'plain data', copy),
  );
  const parsed = registerSchema.safeParse(copy);
  if (!parsed.success) {
    const shape = parsed.error.issues.map((issue) => {
      const path = issue.path.join('.');
      const [name, found] = path === '' ? ['The register', copy] : [path, valueAt(copy, path)];
      const message = `${name}: ${shown(found)} is not of the kind or length expected here.`;
      return finding('P001', placesAt(path), message, issue.message, copy);
    });
    return { accepted: false, findings: [...refused, ...shape] };
  }
  const value = parsed.data;
  const findings = [
    ...refused,
    ...registerFindings(value),
    ...value.services.flatMap((_, index) => serviceFindings(value, index)),
  ];
  const accepted = findings.every(({ severity }) => severity === 'advice');
  return { accepted, ...(refused.length === 0 && { value }), findings: findings.sort(byImportance) };
}

/** What is about the register as a whole has no place in it. */
const placesAt = (path: string): readonly string[] => (path === '' ? [] : [path]);

function finding(
  rule: string,
  paths: readonly string[],
  message: string,
  expected: string,
  data: unknown,
): Finding {
  const found = Object.fromEntries(paths.map((path) => [path, (valueAt(data, path) ?? null) as Json])); // plain data
  return { rule, severity: 'error', paths, message, found, expected, remedy: 'Correct the entry.' };
}

function serviceFindings(register: Register, index: number): readonly Finding[] {
  const service = register.services[index];
  if (service === undefined) return [];
  return registerRules.flatMap(({ code, severity, remedy, check }) =>
    check(service).map(({ paths, message, expected }) => {
      const full = paths.map((path) => `services.${index}.${path}`);
      return {
        ...finding(code, full, `Service ${service.id}: ${message}`, expected, register),
        severity,
        remedy,
      };
    }),
  );
}

/** What only the register as a whole shows: services named twice, phases that overlap or end before they begin. */
function registerFindings(register: Register): readonly Finding[] {
  return [...namedTwice(register), ...overlappingPhases(register), ...reversedPhases(register)];
}

function namedTwice(register: Register): readonly Finding[] {
  const first = new Map<string, number>();
  return register.services.flatMap(({ id }, index) => {
    const before = first.get(id);
    first.set(id, before ?? index);
    if (before === undefined) return [];
    const paths = [`services.${index}.id`, `services.${before}.id`];
    return [finding('P301', paths, `Two services are called “${id}”.`, 'another name', register)];
  });
}

function overlappingPhases(register: Register): readonly Finding[] {
  return register.phases.flatMap((one, index) =>
    register.phases.slice(0, index).flatMap((other, before) => {
      if (!overlaps(one.fundingYear, other.fundingYear)) return [];
      const paths = [`phases.${before}.fundingYear`, `phases.${index}.fundingYear`];
      const message = `The funding years of phases ${other.phase} and ${one.phase} overlap.`;
      return [finding('P302', paths, message, 'years that do not', register)];
    }),
  );
}

function reversedPhases(register: Register): readonly Finding[] {
  return register.phases.flatMap(({ phase, fundingYear, retrospectiveYear = fundingYear }, index) => {
    if ([fundingYear, retrospectiveYear].every(({ from, to }) => from <= to)) return [];
    const message = `A year of phase ${phase} ends before it begins.`;
    return [finding('P303', [`phases.${index}`], message, 'a last day after the first', register)];
  });
}
