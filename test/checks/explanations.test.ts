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
