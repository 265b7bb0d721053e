import { checkTheories, indicators, registerFacts, standing } from 'hub-and-spoke';
import { configurations, evidenceSources, programmeTheories, theories } from 'hub-and-spoke/year-two';
import { describe, expect, test } from 'vitest';

const inventory = configurations.filter(({ id }) => id <= 'CMO65');

describe('the candidate configurations', () => {
  test('are the sixty-five of the inventory, and four other sides of rivals', () => {
    expect(inventory).toHaveLength(65);
    expect(configurations.map(({ id }) => id)).toEqual(
      Array.from({ length: 69 }, (_, index) => `CMO${String(index + 1).padStart(2, '0')}`),
    );
  });

  test('are wanted or not, and stated or inferred, as the inventory counts them', () => {
    const count = (valence: string): number =>
      inventory.filter(({ outcome }) => outcome.valence === valence).length;
    expect([count('desired'), count('not-desired'), count('mixed')]).toEqual([41, 17, 7]);
    const inferred = (leg?: string): number => inventory.filter((each) => each.inferred?.[0] === leg).length;
    expect([inferred(), inferred('outcome'), inferred('mechanism'), inferred('context')]).toEqual([
      50, 12, 3, 0,
    ]);
  });

  test('are all candidates, with evidence that is a reference to the report', () => {
    for (const { status, evidenceFor = [], evidenceAgainst = [] } of configurations) {
      expect(status).toBe('candidate');
      expect(evidenceFor.length).toBeGreaterThan(0);
      expect(evidenceAgainst).toEqual([]);
      for (const { section, reference } of evidenceFor) {
        expect(section).toMatch(/^(?:2\.3|3\.2|3\.3|4\.1)$/);
        expect(reference).toBeUndefined();
      }
    }
  });

  test('have five pairs of rivals, linked both ways', () => {
    const pairs = configurations.flatMap(({ id, rivals = [] }) =>
      rivals.map((rival) => [id, rival].sort().join(' v ')),
    );
    expect([...new Set(pairs)].sort()).toEqual([
      'CMO35 v CMO47',
      'CMO40 v CMO66',
      'CMO41 v CMO44',
      'CMO49 v CMO67',
      'CMO68 v CMO69',
    ]);
    expect(pairs).toHaveLength(10);
  });

  test('stand in the report’s section whose theme they belong to, and no statement is long enough to be a quotation', () => {
    for (const { contexts, mechanism, outcome } of configurations) {
      const statements = [
        ...contexts.map(({ statement }) => statement),
        mechanism?.statement ?? '',
        outcome.statement,
      ];
      for (const statement of statements) expect(statement.split(' ').length).toBeLessThan(24);
      expect(statements.join(' ')).not.toMatch(/[“”"]/);
    }
  });

  test('pass the checks: what is left to think about is advice', () => {
    const { accepted, findings, notRun } = checkTheories(theories);
    expect(findings.filter(({ severity }) => severity !== 'advice')).toEqual([]);
    expect([accepted, notRun]).toEqual([true, []]);
  });

  test('name no young person and no service as evidence: the report does neither', () => {
    for (const configuration of configurations) {
      const { supports, neverTested } = standing(configuration);
      expect(supports.services).toEqual([]);
      expect(neverTested).toContain('No evidence names a young person.');
    }
  });

  test('are all in one theory, and every evaluation question is answered by one', () => {
    const grouped = programmeTheories.flatMap((theory) => theory.configurations);
    expect([...grouped].sort()).toEqual(configurations.map(({ id }) => id));
    expect(programmeTheories.map(({ id }) => id)).toHaveLength(indicators.length);
    expect([...new Set(programmeTheories.flatMap(({ answers = [] }) => answers))].sort()).toEqual([
      'EQ1',
      'EQ2',
      'EQ3',
      'EQ4',
      'EQ5',
    ]);
  });

  test('point at facts that a register has', () => {
    const pointed = configurations.flatMap(({ contexts }) => contexts.flatMap(({ fact }) => fact ?? []));
    expect(pointed.length).toBeGreaterThan(8);
    for (const { fact } of pointed) expect(registerFacts.map(({ id }) => id)).toContain(fact);
  });
});

test('the fieldwork record holds the ninety interviews by role, and seven by telephone', () => {
  const counts = evidenceSources
    .filter(({ id }) => id.startsWith('interviews-'))
    .map(({ count = 0 }) => count);
  expect(counts).toEqual([27, 22, 13, 11, 6, 5, 3, 3, 7]);
  expect(counts.slice(0, -1).reduce((sum, count) => sum + count, 0)).toBe(90);
});
