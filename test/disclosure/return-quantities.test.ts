import type { Contribution } from 'hub-and-spoke';
import { describe, expect, test } from 'vitest';
import {
  countsYoungPeople,
  fieldOfFigure,
  inside,
  isExact,
  quantityAt,
  wholeOf,
  withheldAt,
} from '../../src/disclosure/return-quantities.ts';

type Entries = Contribution['entries'];
const exactly = (count: number) => ({ low: count, high: count, says: 'number' }) as const;
const withheld = (low: number, high: number) => ({ low, high, says: 'withheld' }) as const;
const contribution = (entries: Entries, more: Partial<Contribution> = {}): Contribution => ({
  service: '1',
  period: { from: '2015-01-01', to: '2015-03-31' },
  revision: 1,
  entries,
  ...more,
});

describe('the field of a path', () => {
  test.each([
    ['youngPeople.direct', 'youngPeople.direct'],
    ['youngPeople.age.12-14', 'youngPeople.age'],
    ['youngPeople.age/not-stated', 'youngPeople.age'],
    ['outcomes.atClose.own measure.improved', 'outcomes.atClose'],
    ['youngPeople.age/otherwise', undefined],
    ['youngPeople.ages', undefined],
    ['/not-stated', undefined],
  ])('%s is of %s', (path, id) => {
    expect(fieldOfFigure(path)?.id).toBe(id);
  });

  test('counts young people, unless it says that it does not or is no count', () => {
    expect(countsYoungPeople('youngPeople.base')).toBe(true);
    expect(countsYoungPeople('youngPeople.age.12-14')).toBe(true);
    expect(countsYoungPeople('spokes.headcount')).toBe(false);
    expect(countsYoungPeople('of nothing that is known')).toBe(true);
  });
});

describe('what a path divides', () => {
  test.each([
    ['youngPeople.age', 'youngPeople.base'],
    ['youngPeople.age.12-14', undefined],
    ['youngPeople.age/not-stated', undefined],
    ['youngPeople.direct', undefined],
    ['outcomes.atClose.safety', 'outcomes.casesClosed'],
    ['outcomes.atClose.safety.improved', undefined],
    ['outcomes.atClose.safety/not-stated', undefined],
    ['of nothing that is known', undefined],
  ])('%s divides %s', (path, whole) => {
    expect(wholeOf(path)).toBe(whole);
  });

  test('is one quantity with the count that it is of', () => {
    const direct = contribution(
      { 'youngPeople.age': exactly(9), 'youngPeople.base': exactly(9), 'youngPeople.direct': exactly(9) },
      { base: 'direct' },
    );
    expect(quantityAt('youngPeople.age', direct)).toBe('youngPeople.direct');
    expect(quantityAt('youngPeople.base', direct)).toBe('youngPeople.direct');
    expect(quantityAt('youngPeople.direct', direct)).toBe('youngPeople.direct');
    expect(quantityAt('youngPeople.age.12-14', direct)).toBe('youngPeople.age.12-14');
    const both = contribution(
      { 'youngPeople.base': exactly(9), 'youngPeople.total': exactly(9) },
      { base: 'direct-and-indirect' },
    );
    expect(quantityAt('youngPeople.total', both)).toBe('youngPeople.base');
    expect(quantityAt('youngPeople.base', both)).toBe('youngPeople.base');
    expect(quantityAt('youngPeople.direct', both)).toBe('youngPeople.direct');
  });

  test('is another where the count is another, is no number, or no base is said', () => {
    const of = (direct: Entries[string] | undefined, more: Partial<Contribution> = { base: 'direct' }) =>
      quantityAt(
        'youngPeople.base',
        contribution(
          { 'youngPeople.base': exactly(9), ...(direct && { 'youngPeople.direct': direct }) },
          more,
        ),
      );
    expect(of(exactly(9))).toBe('youngPeople.direct');
    expect(of(exactly(8))).toBe('youngPeople.base');
    expect(of(withheld(9, 12))).toBe('youngPeople.base');
    expect(of(undefined)).toBe('youngPeople.base');
    expect(quantityAt('youngPeople.base', contribution({}, { base: 'direct' }))).toBe('youngPeople.base');
    const total = contribution({ 'youngPeople.total': exactly(9), 'youngPeople.base': exactly(9) });
    expect(quantityAt('youngPeople.total', total)).toBe('youngPeople.total');
    // A number that nobody gave is no other than one that nobody gave.
    const numbers = contribution({ 'youngPeople.direct': exactly(9) }, { base: 'direct' });
    expect(quantityAt('youngPeople.age', numbers)).toBe('youngPeople.base');
  });
});

test('an entry is exact where it is one number', () => {
  expect(isExact(exactly(3))).toBe(true);
  expect(isExact({ low: 3, says: 'number' })).toBe(false);
  expect(isExact({ low: 3, high: 4, says: 'number' })).toBe(false);
  expect(isExact(withheld(3, 3))).toBe(false);
  expect(isExact(undefined)).toBe(false);
});

describe('what a publisher withheld before', () => {
  const at = (path: string, entries: Entries, more: Partial<Contribution> = {}) =>
    withheldAt(path, contribution(entries, more));
  const few = withheld(1, 5);

  test('is what stands at a cell of the form', () => {
    expect(at('youngPeople.direct', { 'youngPeople.direct': few })).toBe(few);
    expect(at('youngPeople.age.12-14', { 'youngPeople.age.12-14': few })).toBe(few);
    expect(at('youngPeople.direct', { 'youngPeople.direct': exactly(3) })).toBeUndefined();
    expect(at('youngPeople.direct', { 'youngPeople.direct': { low: 0, says: 'unknown' } })).toBeUndefined();
    expect(at('youngPeople.direct', {})).toBeUndefined();
  });

  test('is of those described, where their number is a cell of the form', () => {
    const entries = { 'youngPeople.base': few, 'youngPeople.direct': few, 'youngPeople.age': few };
    for (const path of ['youngPeople.base', 'youngPeople.age']) {
      expect(at(path, entries, { base: 'direct' })).toBe(few);
      expect(at(path, entries, { base: 'direct-and-indirect' })).toBeUndefined();
      expect(at(path, entries)).toBeUndefined();
      expect(at(path, { ...entries, 'youngPeople.direct': exactly(3) }, { base: 'direct' })).toBeUndefined();
    }
  });

  test('is nothing for what a breakdown divides, or leaves over: neither is a cell', () => {
    expect(at('outcomes.atClose.safety', { 'outcomes.atClose.safety': few })).toBeUndefined();
    expect(at('youngPeople.age/not-stated', { 'youngPeople.age/not-stated': few })).toBeUndefined();
  });

  test('is not given where it was put together with a number here, which it would tell', () => {
    const path = 'youngPeople.age.under 15';
    const merged = (parts: Entries) => ({ merged: { [path]: parts } });
    const entries = { [path]: withheld(4, 8) };
    expect(at(path, entries, merged({ a: few, b: few }))).toEqual(withheld(4, 8));
    expect(at(path, entries, merged({ a: few, b: exactly(3) }))).toBeUndefined();
    expect(at(path, entries, merged({ a: few, b: { low: 0, says: 'unknown' } }))).toEqual(withheld(4, 8));
  });
});

test('what stands in an entry that was put together is found however often that was done', () => {
  const few = withheld(1, 5);
  const merged = {
    all: { some: withheld(3, 9), c: exactly(2) },
    some: { a: few, b: exactly(2), none: { low: 0, says: 'not-applicable' } },
  } as const;
  expect(inside('all', withheld(5, 11), merged)).toEqual({
    numbers: [
      ['b', 2],
      ['c', 2],
    ],
    withheld: [few],
  });
  expect(inside('one', exactly(4))).toEqual({ numbers: [['one', 4]], withheld: [] });
  expect(inside('one', few)).toEqual({ numbers: [], withheld: [few] });
  expect(inside('one', { low: 0, says: 'unknown' })).toEqual({ numbers: [], withheld: [] });
});
