import {
  contrast,
  factHolds,
  registerFacts,
  summarise,
  type CmoConfiguration,
  type CoreReturn,
  type FactCondition,
  type Register,
  type Service,
} from 'hub-and-spoke';
import { register, returns } from 'hub-and-spoke/year-two';
import { describe, expect, test } from 'vitest';

const configuration = (fact: FactCondition | undefined, measure: string | undefined): CmoConfiguration => ({
  id: 'A',
  contexts: [{ layer: 'practice', statement: 'A manager', ...(fact && { fact }) }],
  mechanism: { statement: 'Somebody can be asked' },
  outcome: { statement: 'More training', valence: 'desired', ...(measure !== undefined && { measure }) },
  status: 'candidate',
});
const manager: FactCondition = { fact: 'dedicated-manager', is: 'yes' };
const service = (id: string, dedicatedManager: boolean | undefined): Service => ({
  id,
  phase: 'two',
  status: 'operational',
  hub: {},
  spokes: [],
  ...(dedicatedManager !== undefined && { support: { dedicatedManager } }),
});
const quarter = (id: string, trainingSessions: number, more: Partial<CoreReturn> = {}): CoreReturn => ({
  edition: 'year-two',
  service: id,
  period: { from: '2015-01-01', to: '2015-03-31' },
  withProfessionals: { trainingSessions },
  ...more,
});
const six: Register = {
  phases: [],
  services: [
    ...['1', '2', '3'].map((id) => service(id, true)),
    ...['4', '5', '6'].map((id) => service(id, false)),
    service('7', undefined),
  ],
};

describe('a contrast', () => {
  const summary = summarise([
    quarter('1', 8),
    quarter('2', 9),
    quarter('3', 10),
    quarter('4', 2),
    quarter('5', 3),
    quarter('6', 4),
    quarter('7', 50),
  ]);

  test('sets the services where the context holds beside those where it does not, with n and coverage', () => {
    const found = contrast(configuration(manager, 'withProfessionals.trainingSessions'), {
      register: six,
      summary,
    });
    expect(found.holds).toMatchObject({ services: ['1', '2', '3'], n: 3, missing: [] });
    expect(found.doesNot).toMatchObject({ services: ['4', '5', '6'], n: 3 });
    expect(found.holds.figures[0]?.value).toMatchObject({
      low: 27,
      high: 27,
      coverage: { returned: 3, expected: 3 },
    });
    expect(found.notKnown).toEqual(['7']);
    expect(found.figures).toEqual([
      {
        unit: 'sessions for each service',
        where: { low: 9, high: 9 },
        whereNot: { low: 3, high: 3 },
        reads: 'higher',
      },
    ]);
    expect(found.says.at(-1)).toBe('Services differ in more than this: a difference is no effect.');
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });

  test('says nothing with too few separate figures on a side', () => {
    const found = contrast(configuration(manager, 'withProfessionals.trainingSessions'), {
      register: six,
      summary: summarise([quarter('1', 8), quarter('4', 2)]),
    });
    expect(found.figures[0]?.reads).toBe('too-few');
    expect(found.says.join(' ')).toContain(
      'Nothing can be said: n is 1 where it holds and 1 where it does not; 3 on each side are needed.',
    );
  });

  test('reads shares and measures of indicators too', () => {
    const routes = (id: string, multi: number): CoreReturn =>
      quarter(id, 1, { referrals: { reported: 10, route: { 'multi-agency': multi } } });
    const found = contrast(configuration(manager, 'multi-agency-referrals'), {
      register: six,
      summary: summarise([
        routes('1', 2),
        routes('2', 2),
        routes('3', 2),
        routes('4', 9),
        routes('5', 9),
        routes('6', 9),
      ]),
    });
    expect(found.figures).toEqual([
      { unit: 'per cent', where: { low: 20, high: 20 }, whereNot: { low: 90, high: 90 }, reads: 'lower' },
    ]);
  });

  test('keeps bounds that overlap from being called a difference', () => {
    const open = (id: string) => quarter(id, 0, { withProfessionals: { trainingSessions: { atLeast: 1 } } });
    const found = contrast(configuration(manager, 'withProfessionals.trainingSessions'), {
      register: six,
      summary: summarise([...['1', '2', '3'].map((id) => quarter(id, 9)), ...['4', '5', '6'].map(open)]),
    });
    expect(found.figures[0]).toMatchObject({ whereNot: { low: 1 }, reads: 'overlap' });
  });

  test('leaves apart what both sides returned together', () => {
    const together = quarter('1 and 4', 9, { combined: { services: ['1', '4'], returns: 2 } });
    const found = contrast(configuration(manager, 'withProfessionals.trainingSessions'), {
      register: six,
      summary: summarise([together]),
    });
    expect([found.inseparable, found.holds.n, found.doesNot.n]).toEqual([['1', '4'], 0, 0]);
  });

  test('does not compare counts of a year with those of a quarter', () => {
    const year = (id: string): CoreReturn => ({
      ...quarter(id, 20),
      declared: 'year',
      period: { from: '2014-01-01', to: '2014-12-31' },
    });
    const mixed = summarise([...['1', '2', '3'].map(year), ...['4', '5', '6'].map((id) => quarter(id, 10))]);
    const found = contrast(configuration(manager, 'withProfessionals.trainingSessions'), {
      register: six,
      summary: mixed,
    });
    expect(found.figures[0]?.reads).toBe('not-comparable');
  });

  test('counts services that ever returned together once', () => {
    const together = quarter('1, 2', 9, { combined: { services: ['1', '2'], returns: 2 } });
    const later = (id: string): CoreReturn => ({
      ...quarter(id, 5),
      period: { from: '2015-04-01', to: '2015-06-30' },
    });
    const found = contrast(configuration(manager, 'withProfessionals.trainingSessions'), {
      register: six,
      summary: summarise([together, later('1'), later('2')]),
    });
    expect([found.holds.n, found.holds.withFigures]).toEqual([1, ['1', '2']]);
  });

  test('an average allows for services of a combination that sent nothing', () => {
    const pairs: Register = {
      ...six,
      services: [
        ...['a', 'b', 'c'].flatMap((pair) => ['1', '2'].map((one) => service(pair + one, true))),
        ...['d', 'e', 'f'].map((id) => service(id, false)),
      ],
    };
    const figure = (returns: number) =>
      contrast(configuration(manager, 'withProfessionals.trainingSessions'), {
        register: pairs,
        summary: summarise([
          ...['a', 'b', 'c'].map((pair) =>
            quarter(pair, 10, { combined: { services: [`${pair}1`, `${pair}2`], returns } }),
          ),
          ...['d', 'e', 'f'].map((id) => quarter(id, 8)),
        ]),
      }).figures[0];
    // Ten sessions of two services, or of the one that sent them.
    expect(figure(1)).toMatchObject({
      where: { low: 5, high: 10 },
      whereNot: { low: 8, high: 8 },
      reads: 'overlap',
    });
    expect(figure(2)).toMatchObject({ where: { low: 5, high: 5 }, reads: 'lower' });
  });

  test('one figure alone makes no difference', () => {
    const summary = summarise([
      quarter('1', 1000),
      quarter('2', 1),
      quarter('3', 1),
      quarter('4', 5),
      quarter('5', 5),
      quarter('6', 5),
    ]);
    const found = contrast(configuration(manager, 'withProfessionals.trainingSessions'), {
      register: six,
      summary,
    });
    expect(found.figures[0]).toMatchObject({ where: { low: 334 }, whereNot: { low: 5 }, reads: 'overlap' });
    expect(found.holds.each.map(({ services }) => services)).toEqual([['1'], ['2'], ['3']]);
    const same = contrast(configuration(manager, 'withProfessionals.trainingSessions'), {
      register: six,
      summary: summarise(['1', '2', '3', '4', '5', '6'].map((id) => quarter(id, 3))),
    });
    expect(same.figures[0]?.reads).toBe('same');
  });

  test('names what it did not look at', () => {
    const two = configuration(manager, 'withProfessionals.trainingSessions');
    const found = contrast(
      { ...two, contexts: [...two.contexts, { layer: 'national', statement: 'Cuts' }] },
      { register: six, summary: summarise([quarter('1', 3)]) },
    );
    expect(found.says).toContain('1 of 2 contexts point at no fact, and were not looked at.');
    expect(found.says).toContain('There is no figure from services 2, 3, 4, 5, 6.');
  });

  test('says why when nothing can be set beside anything', () => {
    expect(
      contrast(configuration(undefined, 'dedicated-manager'), { register: six, summary }).says[0],
    ).toContain('No context of it points at a fact');
    expect(contrast(configuration(manager, undefined), { register: six, summary }).says[0]).toContain(
      'names no measure',
    );
    expect(() => contrast(configuration(manager, undefined), { register: six })).toThrow(RangeError);
  });
});

test('by model, the Year Two data decide nothing: one separate figure against one', () => {
  const byModel = contrast(configuration({ fact: 'model', is: '1' }, 'withProfessionals.awarenessSessions'), {
    register,
    summary: summarise(returns),
  });
  expect(byModel.holds).toMatchObject({ services: ['1', '3', '5', '8'], withFigures: ['3'], n: 1 });
  expect(byModel.doesNot).toMatchObject({ services: ['2', '4', '6', '7'], withFigures: ['2'], n: 1 });
  expect(byModel.inseparable).toEqual(['4', '5', '8']);
  expect(byModel.says).toContain(
    'Services 4, 5, 8 returned together and are not all on one side: they cannot be separated.',
  );
  expect(byModel.figures[0]?.reads).toBe('too-few');
});

describe('the facts of a register', () => {
  test('a fact or a value that registers do not have is a mistake of the caller', () => {
    expect(() => factHolds(register.services[0]!, { fact: 'charity', is: 'large' })).toThrow(RangeError);
  });

  const said = (fact: FactCondition) => register.services.map((each) => factHolds(each, fact));
  test('are those of the report, and not known where it is silent', () => {
    expect(said({ fact: 'model', is: '1' })).toEqual([true, false, true, false, true, false, false, true]);
    expect(said(manager)).toEqual([true, true, true, false, false, true, false, true]);
    expect(said({ fact: 'reach', is: 'new-authority' })).toEqual([
      undefined,
      undefined,
      true,
      undefined,
      false,
      undefined,
      undefined,
      true,
    ]);
    expect(said({ fact: 'casework', is: 'yes' })).toEqual([
      true,
      true,
      true,
      undefined,
      true,
      true,
      false,
      true,
    ]);
    expect(
      register.services.map((each) =>
        factHolds(each, { fact: 'independent-funding', is: 'yes' }, '2015-09-30'),
      ),
    ).toEqual([false, true, true, true, true, true, true, true]);
    expect(said({ fact: 'host-sector', is: ['statutory', 'statutory-led'] })).toEqual([
      true,
      undefined,
      true,
      undefined,
      true,
      undefined,
      true,
      true,
    ]);
    expect(said({ fact: 'local-authority-contracts', is: 'yes' })).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      true,
      undefined,
      undefined,
    ]);
  });
  test.each(registerFacts.map((fact) => [fact.id, fact] as const))(
    '%s reads only its own values',
    (_, fact) => {
      for (const each of register.services)
        for (const value of fact.read(each).values) expect(fact.values).toContain(value);
    },
  );
});
