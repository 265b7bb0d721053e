import { registerSchema, type Register } from '../programme/index.ts';
import { valueAt, type Json } from '../form/index.ts';
import { byImportance, isSettled, shown, type Finding } from './finding.ts';
import { plainCopy } from './plain-copy.ts';
import { factRules } from './register-rules/facts.ts';
import { practiceRules } from './register-rules/practice.ts';
import { wholeRegisterRules } from './register-rules/whole-register.ts';
import type { Break } from './rule.ts';
import { saidRule, type SaidRule } from './said-rule.ts';
import type { ServiceRule } from './service-rule.ts';

/** P001: a register has the shape of one. */
export const registerShape: SaidRule = saidRule(
  'P001',
  'error',
  'A register is plain data with the entries that are described.',
  'Correct the entry.',
);

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
    findingOf(
      registerShape,
      { paths: placesAt(path), message: `Found ${found}.`, expected: 'plain data' },
      copy,
    ),
  );
  const parsed = registerSchema.safeParse(copy);
  if (!parsed.success) {
    const shape = parsed.error.issues.map((issue) => {
      const path = issue.path.join('.');
      const [name, found] = path === '' ? ['The register', copy] : [path, valueAt(copy, path)];
      const message = `${name}: ${shown(found)} is not of the kind or length expected here.`;
      return findingOf(registerShape, { paths: placesAt(path), message, expected: issue.message }, copy);
    });
    return { accepted: false, findings: [...refused, ...shape] };
  }
  const value = parsed.data;
  const findings = [
    ...refused,
    ...wholeRegisterRules.flatMap((rule) =>
      rule.check(value).map((broken) => findingOf(rule, broken, value)),
    ),
    ...value.services.flatMap((_, index) => serviceFindings(value, index)),
  ];
  const accepted = findings.every(isSettled);
  return { accepted, ...(refused.length === 0 && { value }), findings: findings.sort(byImportance) };
}

/** What is about the register as a whole has no place in it. */
const placesAt = (path: string): readonly string[] => (path === '' ? [] : [path]);

function findingOf(
  { code, severity, remedy }: SaidRule,
  { paths, message, expected }: Break,
  data: unknown,
): Finding {
  const found = Object.fromEntries(paths.map((path) => [path, (valueAt(data, path) ?? null) as Json])); // plain data
  return { rule: code, severity, paths, message, found, expected, remedy };
}

function serviceFindings(register: Register, index: number): readonly Finding[] {
  const service = register.services[index];
  if (service === undefined) return [];
  return registerRules.flatMap((rule) =>
    rule.check(service).map(({ paths, message, expected }) => {
      const placed = paths.map((path) => `services.${index}.${path}`);
      return findingOf(
        rule,
        { paths: placed, message: `Service ${service.id}: ${message}`, expected },
        register,
      );
    }),
  );
}
