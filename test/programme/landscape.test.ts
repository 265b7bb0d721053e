import {
  challenges,
  collectionRules,
  compareEmbeddedness,
  embeddedness,
  fields,
  governanceGroups,
  promisingPractices,
  registerRules,
  rules,
  serviceResponses,
} from 'hub-and-spoke';
import { expect, test } from 'vitest';

test('there are five service responses, each with a lead, premises, members and a way in', () => {
  expect(serviceResponses.map(({ id }) => id)).toEqual(['SR1', 'SR2', 'SR3', 'SR4', 'SR5']);
  for (const response of serviceResponses)
    for (const text of Object.values(response)) expect(text).not.toBe('');
});

test('governance groups have ids of their own', () => {
  expect(new Set(governanceGroups.map(({ id }) => id)).size).toBe(governanceGroups.length);
});

test('embeddedness is ordered from none to an integrated member', () => {
  const steps = [...embeddedness];
  expect([...steps].reverse().sort(compareEmbeddedness)).toEqual(steps);
});

test('six challenges and nine promising practices point at fields and checks that exist', () => {
  expect([challenges.length, promisingPractices.length]).toEqual([6, 9]);
  const codes = new Set([...rules, ...registerRules, ...collectionRules].map(({ code }) => code));
  for (const { id, fields: about, checks } of [...challenges, ...promisingPractices]) {
    for (const field of about)
      expect(
        fields.some((each) => each.id === field),
        `${id} ${field}`,
      ).toBe(true);
    for (const check of checks) expect(codes.has(check), `${id} ${check}`).toBe(true);
  }
});
