import { checkCollection, checkRegister, explain, type CoreReturn, type Finding } from 'hub-and-spoke';
import { describe, expect, test } from 'vitest';
import { registerOf } from '../registers.ts';

const returned = (direct: number, parts: Partial<CoreReturn> = {}): CoreReturn => ({
  edition: 'year-two',
  service: '2',
  period: { from: '2015-01-01', to: '2015-03-31' },
  youngPeople: { direct },
  ...parts,
});

describe('a collection is accepted', () => {
  const wrong = returned(5, { youngPeople: { direct: 5, indirect: 1, total: 7 } });

  test('when each of its returns is', () => {
    expect(checkCollection([returned(5), returned(5, { service: '3' })]).accepted).toBe(true);
    expect(checkCollection([wrong, returned(5, { service: '3' })]).accepted).toBe(false);
    expect(checkCollection([wrong]).returns.map(({ accepted }) => accepted)).toEqual([false]);
  });

  test('when nothing shows between them', () => {
    const overlapping = returned(5, { period: { from: '2015-01-01', to: '2015-06-30' }, declared: 'other' });
    const checked = checkCollection([returned(5), overlapping]);
    const open = checked.findings.filter(({ severity }) => severity !== 'advice');
    expect(open.length).toBeGreaterThan(0);
    expect(checked.accepted).toBe(false);
  });

  test('and each query between returns is settled by itself', () => {
    const quarters = [10, 100].map((direct, index) =>
      returned(direct, {
        period:
          index === 0 ? { from: '2015-01-01', to: '2015-03-31' } : { from: '2015-04-01', to: '2015-06-30' },
      }),
    );
    const checked = checkCollection(quarters);
    const queries: readonly Finding[] = checked.findings.filter(({ severity }) => severity === 'query');
    const explained = quarters.map((value, index) => ({
      ...value,
      explanations: queries.map((query) => explain(query, 'It grew.', index)),
    }));
    const after = checkCollection(explained);
    expect(
      after.findings.filter(({ severity }) => severity === 'query').map(({ settledBy }) => settledBy),
    ).toEqual(queries.map(() => 'It grew.'));
  });
});

describe('what a collection knows', () => {
  const reasons = (context: Parameters<typeof checkCollection>[1], rule: string) =>
    checkCollection([returned(5)], context).returns[0]?.notRun.find((each) => each.rule === rule)?.reason;

  test('its returns know: today, rates and duties', () => {
    expect(reasons({}, 'R103')).toBeDefined();
    expect(reasons({ asOf: '2015-05-01' }, 'R103')).toBeUndefined();
    expect(reasons({}, 'R451')).toBe('No rates of the programme were given.');
    const rate = {
      of: 'withProfessionals.trainingAttending',
      per: 'withProfessionals.trainingSessions',
      count: 113,
      exposure: 17,
      from: 'test',
    } as const;
    expect(reasons({ rates: [rate] }, 'R451')).toBe('None of the counts that the rates need is exact.');
    expect(reasons({}, 'R401')).toBeDefined();
    const register = registerOf({ id: '3', duties: ['training'] }, { id: '2', duties: ['casework'] });
    expect(reasons({ register }, 'R401')).toBeUndefined();
    expect(reasons({ register: registerOf({ id: '3', duties: ['training'] }) }, 'R401')).toBeDefined();
  });

  test('and what it does not know is said of its rules', () => {
    const { notRun } = checkCollection([returned(5)]);
    expect(new Set(notRun.map(({ reason }) => reason))).toEqual(
      new Set(['No register was given.', 'No register, or no date (asOf), was given.']),
    );
  });
});

describe('a register', () => {
  const said = (input: unknown) =>
    checkRegister(input)
      .findings.filter(({ rule }) => /^P[03]/.test(rule))
      .map(({ rule, severity, paths, message, expected, remedy }) => [
        rule,
        severity,
        paths,
        message,
        expected,
        remedy,
      ]);
  const remedy = 'Correct the entry.';
  const service = { id: '1', phase: 'two', status: 'operational', hub: {}, spokes: [] };
  const year = { from: '2014-10-01', to: '2015-09-30' };
  const phases = [{ phase: 'two', fundingYear: year }];

  test('that is none is found where it is none', () => {
    expect(said({ phases, services: [{ ...service, id: () => 1 }] })).toEqual([
      ['P001', 'error', ['services.0.id'], 'Found a function.', 'plain data', remedy],
      expect.arrayContaining(['P001', ['services.0.id']]) as unknown,
    ]);
    const [finding] = said(7);
    expect(finding?.slice(0, 4)).toEqual([
      'P001',
      'error',
      [],
      'The register: 7 is not of the kind or length expected here.',
    ]);
    expect(said({ phases, services: [{ ...service, id: 7 }] })[0]?.[3]).toBe(
      'services.0.id: 7 is not of the kind or length expected here.',
    );
  });

  test('that names a service twice, or years that overlap or run backwards, is found', () => {
    expect(said({ phases, services: [service, service] })).toEqual([
      [
        'P301',
        'error',
        ['services.1.id', 'services.0.id'],
        'Two services are called “1”.',
        'another name',
        remedy,
      ],
    ]);
    const three = { phase: 'three', fundingYear: { from: '2015-09-30', to: '2016-09-30' } };
    expect(said({ phases: [...phases, three], services: [] })).toEqual([
      [
        'P302',
        'error',
        ['phases.0.fundingYear', 'phases.1.fundingYear'],
        'The funding years of phases two and three overlap.',
        'years that do not',
        remedy,
      ],
    ]);
    const backwards = [
      'P303',
      'error',
      ['phases.0'],
      'A year of phase two ends before it begins.',
      'a last day after the first',
      remedy,
    ];
    const reversed = { from: '2015-09-30', to: '2014-10-01' };
    expect(said({ phases: [{ phase: 'two', fundingYear: reversed }], services: [] })).toEqual([backwards]);
    expect(
      said({ phases: [{ phase: 'two', fundingYear: year, retrospectiveYear: reversed }], services: [] }),
    ).toEqual([backwards]);
    const oneDay = { from: '2015-09-30', to: '2015-09-30' };
    expect(said({ phases: [{ phase: 'two', fundingYear: oneDay }], services: [] })).toEqual([]);
    expect(checkRegister({ phases, services: [service, service] }).accepted).toBe(false);
  });

  test('that held what is no data has no value', () => {
    const checked = checkRegister({ phases, services: [service], note: () => 1 });
    expect(checked).not.toHaveProperty('value');
    expect(checked.accepted).toBe(false);
    expect(checkRegister({ phases, services: [] })).toMatchObject({ accepted: true, findings: [] });
  });
});
