import { describe, expect, test } from 'vitest';
import { entryOf, entryWith, notStatedPath, saysOf } from '../../src/summary/entry.ts';

describe('what one cell brings to a total', () => {
  test.each([
    [0, { low: 0, high: 0, says: 'number' }],
    [7, { low: 7, high: 7, says: 'number' }],
    [2.5, { low: 2.5, high: 2.5, says: 'number' }],
    [1_000_000, { low: 1_000_000, high: 1_000_000, says: 'number' }],
    [{ atLeast: 3 }, { low: 3, says: 'number' }],
    [{ withheld: [3, 9] as const }, { low: 3, high: 9, says: 'withheld' }],
    [{ withheld: [3, 3] as const }, { low: 3, high: 3, says: 'withheld' }],
    [{ unknown: 'not-known' as const }, { low: 0, says: 'unknown' }],
    [{ notApplicable: 'no-direct-work' as const }, { low: 0, high: 0, says: 'not-applicable' }],
  ])('%j', (cell, entry) => {
    expect(entryOf(cell)).toEqual(entry);
    expect(saysOf(cell)).toBe(entry.says);
    expect(entryWith(entry as Parameters<typeof entryWith>[0], saysOf(cell))).toEqual(entry);
  });

  test('of a small count is made once, and cannot be changed', () => {
    for (const count of [0, 1, 1023]) {
      expect(entryOf(count)).toBe(entryOf(count));
      expect(entryWith({ low: count, high: count }, 'number')).toBe(entryOf(count));
      expect(Object.isFrozen(entryOf(count))).toBe(true);
    }
  });

  test('of what is large, or no whole number from 0, is made each time', () => {
    for (const count of [1024, 2.5, -1, -0]) {
      expect(entryOf(count)).not.toBe(entryOf(count));
      expect(entryOf(count)).toEqual({ low: count, high: count, says: 'number' });
    }
    // Two counts between the same ends are withheld, not counted.
    expect(entryWith({ low: 3, high: 3 }, 'withheld')).not.toBe(entryOf(3));
  });
});

test('what no category accounts for stands where no category can', () => {
  expect(notStatedPath('youngPeople.age')).toBe('youngPeople.age/not-stated');
});
