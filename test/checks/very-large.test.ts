import { checkReturn } from 'hub-and-spoke';
import { expect, test } from 'vitest';

test('keys by the hundred thousand are refused', () => {
  const many = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`key${index}`, index]));
  expect(checkReturn(many).findings.map(({ rule }) => rule)).toEqual(['R001']);
});
