import { cellsOf, labelAt, valueAt } from 'hub-and-spoke';
import { expect, test } from 'vitest';

test.each([
  ['youngPeople.direct', 'Young people receiving direct support from Spokes'],
  ['youngPeople.age', 'Age'],
  ['youngPeople.age.12-14', 'Age: 12-14'],
  ['youngPeople.base', 'The characteristics describe'],
  ['youngPeople.ethnicity.elsewhere', 'Ethnicity: elsewhere'],
  ['outcomes.atClose', 'Outcomes for young people at close of case'],
  ['outcomes.atClose.Safety.improved', 'Outcomes for young people at close of case: Safety, Improved'],
  ['service', 'service'],
  ['youngPeople.height', 'youngPeople.height'],
])('%s is called "%s"', (path, expected) => {
  expect(labelAt(path)).toBe(expected);
});

test('every cell is found with its code, in the order of the form, and what was not returned is not', () => {
  const value = {
    outcomes: { atClose: { Safety: { improved: 3, same: undefined } } },
    youngPeople: { base: 'direct', gender: { male: undefined, female: 39 }, direct: 50 },
  };
  expect(cellsOf(value).map(({ path, code, cell }) => ({ path, code, cell }))).toEqual([
    { path: 'youngPeople.direct', code: undefined, cell: 50 },
    { path: 'youngPeople.gender.female', code: 'female', cell: 39 },
    { path: 'outcomes.atClose.Safety.improved', code: 'Safety.improved', cell: 3 },
  ]);
});

test('nothing inherited stands at a path', () => {
  for (const path of ['constructor', 'youngPeople.constructor', 'youngPeople.direct.toFixed', 'a.b'])
    expect(valueAt({ youngPeople: { direct: 50 } }, path), path).toBeUndefined();
  expect(valueAt({ youngPeople: null }, 'youngPeople.direct')).toBeUndefined();
  expect(valueAt({ youngPeople: { direct: 50 } }, 'youngPeople.direct')).toBe(50);
});
