import { checkReturn, type CheckContext, type CoreReturn, type ReferenceRate } from 'hub-and-spoke';
import { describe, expect, test } from 'vitest';

const period = { from: '2015-01-01', to: '2015-03-31' };
const said = (parts: Partial<CoreReturn>, rule: string, context: CheckContext = {}) => {
  const { findings, notRun } = checkReturn({ edition: 'year-two', service: '2', period, ...parts }, context);
  const found = findings.find((each) => each.rule === rule);
  return found?.message ?? notRun.find((each) => each.rule === rule)?.reason;
};

describe('a count against a rate of the programme', () => {
  const rate: ReferenceRate = {
    of: 'withProfessionals.trainingAttending',
    per: 'withProfessionals.trainingSessions',
    count: 113,
    exposure: 17,
    from: 'services 4, 5 and 8',
  };
  const attending = (trainingSessions: number, trainingAttending: number) => ({
    withProfessionals: { trainingSessions, trainingAttending },
  });
  const against = (parts: Partial<CoreReturn>, ...rates: readonly ReferenceRate[]) =>
    said(parts, 'R451', { rates });

  test('is not compared without rates, or where nothing is exact', () => {
    expect(said(attending(6, 15), 'R451')).toBe('No rates of the programme were given.');
    expect(against(attending(6, 15))).toBe('No rates of the programme were given.');
    const none = 'None of the counts that the rates need is exact.';
    expect(against({ withProfessionals: { trainingSessions: 6 } }, rate)).toBe(none);
    expect(
      against({ withProfessionals: { trainingSessions: 6, trainingAttending: { atLeast: 2 } } }, rate),
    ).toBe(none);
    expect(against({ withProfessionals: { trainingAttending: 6 } }, rate)).toBe(none);
    expect(against(attending(6, 15), { ...rate, count: -1 })).toBe(none);
    expect(against(attending(6, 15), { ...rate, count: 1.5 })).toBe(none);
    expect(against(attending(6, 15), { ...rate, exposure: 0 })).toBe(none);
  });

  test('says both rates, and how often chance would bring the count', () => {
    expect(against(attending(6, 15), rate)).toMatch(
      /: 2\.5 a session \(15 over 6\); the programme’s own rate is 6\.6 \(113 over 17, services 4, 5 and 8\)\. At that rate a count as far out comes about once in [\d,]+ returns\.$/,
    );
    expect(against(attending(100, 5), rate)).toMatch(/comes less than once in a billion returns\.$/);
    expect(against(attending(6, 38), rate)).toBeUndefined();
  });

  test('is compared with each rate that can be', () => {
    const perMonth: ReferenceRate = {
      of: 'withProfessionals.trainingSessions',
      per: 'spoke-worker-month',
      count: 60,
      exposure: 20,
      from: 'all services',
    };
    const parts = { ...attending(60, 400), spokes: { headcount: 1 } };
    expect(against(parts, perMonth)).toMatch(
      /: 20\.3 a Spoke-worker month \(60 over 3\); the programme’s own rate is 3 \(60 over 20, all services\)/,
    );
    expect(against({ spokes: { headcount: 1 }, ...attending(9, 60) }, perMonth)).toBeUndefined();
    expect(against(attending(60, 400), perMonth)).toBe('None of the counts that the rates need is exact.');
    expect(against(attending(9, 60), perMonth, rate)).toBeUndefined();
  });
});

describe('young people for a Spoke worker', () => {
  const workload = (
    direct: CoreReturn['youngPeople'],
    spokes: CoreReturn['spokes'],
    more: Partial<CoreReturn> = {},
  ) => said({ ...(direct && { youngPeople: direct }), ...(spokes && { spokes }), ...more }, 'R452');

  test('are no more than fourteen in a quarter', () => {
    expect(workload({ direct: 42 }, { headcount: 3 })).toBeUndefined();
    expect(workload({ direct: 43 }, { headcount: 3 })).toBe(
      '43 young people for 3 Spoke workers is 14.3 each in the quarter; the average caseload is 10 to 14.',
    );
    expect(workload({ direct: { atLeast: 43 } }, { headcount: 3 })).toMatch(/^43 young people/);
    expect(workload({ direct: 43 }, { headcount: 0 })).toBeUndefined();
  });

  test('are no caseload over a longer time, or where nobody knows how many workers there are', () => {
    const year = { period: { from: '2015-01-01', to: '2015-12-31' }, declared: 'year' } as const;
    expect(workload({ direct: 43 }, { headcount: 3 }, year)).toBe(
      'Over more than a quarter, young people supported are not a caseload.',
    );
    expect(workload({ direct: 43 }, { headcount: { atLeast: 1 } })).toBe(
      'How many Spoke workers there are is not exact.',
    );
  });
});
