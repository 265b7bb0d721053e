import fc from 'fast-check';
import { addQuarters, checkRegister, checkReturn, classifyModel, compileReturn } from 'hub-and-spoke';
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

  const seed = fc.nat(1_000_000);

  test('records are as many cases as asked for, in the quarters asked for, and the library reads all of them', async () => {
    await fc.assert(
      fc.asyncProperty(seed, fc.integer({ min: 1, max: 3 }), fc.nat(6), async (luck, quarters, cases) => {
        const records = syntheticRecords({ seed: luck, from: '2015-Q1', quarters, cases });
        expect(records.filter(({ kind }) => kind === 'case')).toHaveLength(quarters * cases);
        for (let index = 0; index < quarters; index += 1) {
          const { findings } = await compileReturn(records, {
            service: '1',
            quarter: addQuarters('2015-Q1', index),
          });
          expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
        }
      }),
      { numRuns: 20 },
    );
  });

  test('a register has the services asked for, each once, and nothing in it is wrong', () => {
    fc.assert(
      fc.property(seed, fc.nat(20), (luck, services) => {
        const register = syntheticRegister({ seed: luck, services });
        expect(new Set(register.services.map(({ id }) => id)).size).toBe(services);
        expect(checkRegister(register).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('whatever the seed, every return is sound but those with a fault, and each fault is found', async () => {
    await fc.assert(
      fc.asyncProperty(seed, fc.nat(100), async (luck, faults) => {
        const made = await syntheticReturns({ seed: luck, services: 3, quarters: 2, faults });
        expect(made.returns).toHaveLength(6);
        const wrong = made.returns.flatMap((value, index) =>
          checkReturn(value).findings.some(({ severity }) => severity === 'error') ? [index] : [],
        );
        const put = made.faults.map(({ index }) => index);
        expect(put).toEqual(expect.arrayContaining(wrong));
        for (const { index, rule } of made.faults)
          expect(checkReturn(made.returns[index]).findings.map((finding) => finding.rule)).toContain(rule);
      }),
      { numRuns: 15 },
    );
  });
});
