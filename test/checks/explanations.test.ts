import { checkReturn, explain, type CoreReturn } from 'hub-and-spoke';
import { expect, test } from 'vitest';

const value: CoreReturn = {
  edition: 'year-two',
  service: '2',
  period: { from: '2015-01-01', to: '2015-03-31' },
  withProfessionals: { trainingSessions: 6 },
};
const query = checkReturn(value).findings[0];
if (query === undefined) throw new Error('the return should raise a query');
const explained: CoreReturn = {
  ...value,
  explanations: [explain(query, 'The register of attendance was lost.')],
};

test('a query that is explained is settled, and still shown', () => {
  const checked = checkReturn(explained);
  expect(checked.accepted).toBe(true);
  expect(checked.findings[0]?.settledBy).toBe('The register of attendance was lost.');
});

test('an explanation lapses when a figure it explained changes', () => {
  const checked = checkReturn({ ...explained, withProfessionals: { trainingSessions: 7 } });
  expect(checked.accepted).toBe(false);
  expect(checked.findings[0]?.settledBy).toBeUndefined();
  expect(checked.findings[0]?.lapsed).toBe('The register of attendance was lost.');
});

test('an explanation of one rule settles no other, and none settles an error', () => {
  const other = { ...value, explanations: [{ ...explain(query, 'x'), rule: 'R412' }] };
  expect(checkReturn(other).accepted).toBe(false);
  const [error] = checkReturn({ ...value, period: { from: '2015-03-31', to: '2015-01-01' } }).findings;
  if (error === undefined) throw new Error('the return should raise an error');
  expect(() => explain(error, 'x')).toThrow(RangeError);
  const forced = {
    ...value,
    period: { from: '2015-03-31', to: '2015-01-01' },
    explanations: [{ rule: error.rule, because: 'x', about: error.found }],
  };
  expect(checkReturn(forced).accepted).toBe(false);
});

test('an explanation lapses when the base it was about changes, or a category comes or goes', () => {
  const youngPeople = {
    direct: 124,
    base: 'direct',
    ethnicity: { 'white-uk': 85, 'white-other': 35 },
  } as const;
  const first: CoreReturn = { edition: 'year-two', service: '1', period: value.period, youngPeople };
  const shortfall = checkReturn(first).findings.find(({ rule }) => rule === 'R213');
  if (shortfall === undefined) throw new Error('four are not accounted for');
  const told: CoreReturn = { ...first, explanations: [explain(shortfall, 'Four did not say.')] };
  expect(checkReturn(told).accepted).toBe(true);
  for (const changed of [
    { ...youngPeople, direct: 500 },
    { ...youngPeople, ethnicity: { 'white-uk': 85 } },
    { ...youngPeople, ethnicity: { ...youngPeople.ethnicity, mixed: 1 } },
  ]) {
    const finding = checkReturn({ ...told, youngPeople: changed }).findings.find(
      ({ rule }) => rule === 'R213',
    );
    expect(finding).toMatchObject({ lapsed: 'Four did not say.' });
    expect(finding?.settledBy).toBeUndefined();
  }
});
