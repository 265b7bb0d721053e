import { checkRegister, checkReturn, classifyModel, compileReturn } from 'hub-and-spoke';
import { syntheticRecords, syntheticRegister, syntheticReturns } from 'hub-and-spoke/synthetic';
import { describe, expect, test } from 'vitest';

describe('synthetic data', () => {
  test('returns without faults are accepted, or ask what every honest return may ask', async () => {
    const { returns } = await syntheticReturns({ services: 8, quarters: 4 });
    expect(returns).toHaveLength(32);
    const errors = returns.flatMap((value) =>
      checkReturn(value, { asOf: '2016-06-30' }).findings.filter(({ severity }) => severity === 'error'),
    );
    expect(errors).toEqual([]);
  });

  test('every fault that is put in is found, and by the rule that is said', async () => {
    const { returns, faults } = await syntheticReturns({ services: 12, quarters: 4, faults: 60 });
    expect(faults.length).toBeGreaterThan(15);
    expect(new Set(faults.map(({ fault }) => fault)).size).toBe(4);
    for (const { index, rule } of faults)
      expect(checkReturn(returns[index]).findings.map((finding) => finding.rule)).toContain(rule);
  });

  test('the same seed gives the same data, another seed other data', async () => {
    const made = async (seed: number) =>
      JSON.stringify(await syntheticReturns({ seed, services: 2, quarters: 2 }));
    expect(await made(7)).toBe(await made(7));
    expect(await made(7)).not.toBe(await made(8));
  });

  test('a register has services whose posts show the model that they declare', () => {
    const { services } = syntheticRegister({ services: 40 });
    for (const { spokes, declaredModel } of services) expect(classifyModel(spokes).model).toBe(declaredModel);
    expect(new Set(services.map(({ declaredModel }) => declaredModel)).size).toBe(5);
    const { findings } = checkRegister(syntheticRegister());
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('records make a return with nothing wrong in them', async () => {
    const { findings, value } = await compileReturn(syntheticRecords(), {
      service: 'S01',
      quarter: '2015-Q2',
    });
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(value.youngPeople?.direct).toBeGreaterThan(10);
  });

  test('more faults than returns are a mistake of the caller', async () => {
    await expect(syntheticReturns({ faults: 101 })).rejects.toThrow(RangeError);
  });
});
