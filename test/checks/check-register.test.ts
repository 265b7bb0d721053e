import fc from 'fast-check';
import { checkRegister, registerRules, registerShape, wholeRegisterRules } from 'hub-and-spoke';
import { register } from 'hub-and-spoke/year-two';
import { describe, expect, test } from 'vitest';

const phases = [{ phase: 'two', fundingYear: { from: '2014-10-01', to: '2015-09-30' } }];
const codes = (input: unknown): readonly string[] => checkRegister(input).findings.map(({ rule }) => rule);

describe.each(registerRules.map((rule) => [rule.code, rule] as const))(
  '%s',
  (code, { examples, severity }) => {
    test.each(examples.breaks.map((service) => [service]))('breaks for %o', (service) => {
      const found = checkRegister({ phases, services: [service] }).findings.find(({ rule }) => rule === code);
      expect(found?.severity).toBe(severity);
      expect(found?.paths[0]).toMatch(/^services\.0\./);
    });
    test.each(examples.holds.map((service) => [service]))('holds for %o', (service) => {
      expect(codes({ phases, services: [service] })).not.toContain(code);
    });
  },
);

describe.each(wholeRegisterRules.map((rule) => [rule.code, rule] as const))(
  '%s',
  (code, { examples, severity, remedy }) => {
    test.each(examples.breaks.map((whole) => [whole]))('breaks for %o', (whole) => {
      expect(checkRegister(whole).findings).toEqual([
        expect.objectContaining({ rule: code, severity, remedy }),
      ]);
    });
    test.each(examples.holds.map((whole) => [whole]))('holds for %o', (whole) => {
      expect(codes(whole)).toEqual([]);
    });
  },
);

test('codes are unique and in order, and practice standards are never more than advice', () => {
  const all = [registerShape, ...registerRules, ...wholeRegisterRules].map(({ code }) => code);
  expect(all).toEqual([...new Set(all)].sort());
  for (const { code, severity } of registerRules) if (code.startsWith('P2')) expect(severity).toBe('advice');
});

test('the register of the report has nothing to correct; its advice names what the report asks for', () => {
  const { accepted, findings } = checkRegister(register);
  expect(findings.filter(({ severity }) => severity !== 'advice')).toEqual([]);
  expect(accepted).toBe(true);
  expect(findings.map(({ rule, paths }) => `${rule} ${paths[0] ?? ''}`)).toContain(
    'P204 services.3.support.dedicatedManager',
  );
});

test('a declared model that its posts do not show is a query, and is kept', () => {
  const services = register.services.map((service) =>
    service.id === '5' ? { ...service, declaredModel: 3 } : service,
  );
  const { findings, value } = checkRegister({ ...register, services });
  expect(findings.find(({ rule }) => rule === 'P106')?.message).toContain(
    'Declared is model 3; the posts show model 1.',
  );
  expect(value?.services[4]?.declaredModel).toBe(3);
});

describe('bad registers', () => {
  const cyclic: Record<string, unknown> = { phases: [], services: [] };
  cyclic.services = cyclic;
  const post = { id: 'a', headcount: 1, funder: 'csefa', base: 'hub' };
  const service = { id: '1', phase: 'two', status: 'operational', hub: {}, spokes: [post] };

  test.each([
    ['null', null, 'P001'],
    ['a cycle', cyclic, 'P001'],
    ['no services', { phases: [] }, 'P001'],
    [
      'a date in another zone',
      { phases, services: [{ ...service, spokes: [{ ...post, fundedFrom: '2015-01-01T00:00:00+02:00' }] }] },
      'P001',
    ],
    [
      'an unknown host',
      { phases, services: [{ ...service, spokes: [{ ...post, base: 'host', hosts: [{ type: 'moon' }] }] }] },
      'P103',
    ],
    ['two services of one name', { phases, services: [service, service] }, 'P301'],
    [
      'phases that overlap',
      {
        phases: [...phases, { phase: 'three', fundingYear: { from: '2015-01-01', to: '2015-12-31' } }],
        services: [],
      },
      'P302',
    ],
  ])('%s: a finding with a path', (_, input, code) => {
    const checked = checkRegister(input);
    expect(checked.accepted).toBe(false);
    expect(checked.findings.map(({ rule }) => rule)).toContain(code);
  });

  test('anything gives one answer', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (services, whole) => {
        expect(checkRegister({ phases: [], services: [services] }).accepted).toBe(false);
        expect(checkRegister(whole).accepted).toBe(false);
      }),
    );
  });
});
