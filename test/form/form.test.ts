import fc from 'fast-check';
import {
  appliesTo,
  cellsOf,
  coreReturn,
  fieldOf,
  fields,
  isAskedIn,
  labelAt,
  valueAt,
  type FieldId,
} from 'hub-and-spoke';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { coreReturnValue } from '../arbitraries.ts';

const header = { edition: 'year-two', service: '2', period: { from: '2015-01-01', to: '2015-03-31' } };

test('every field says what it is, and ids are unique', () => {
  expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
  for (const field of fields) {
    expect(field.label, field.id).not.toBe('');
    expect(field.guidance, field.id).toMatch(/\.$/);
    if (field.kind !== 'code' && field.kind !== 'count')
      expect(fieldOf(field.base as FieldId).id).toBe(field.base);
  }
});

test('the schema has every field of the catalogue, with its label and guidance in the JSON Schema', () => {
  const json: unknown = z.toJSONSchema(coreReturn);
  for (const { id, label, guidance } of fields) {
    const at = valueAt(json, `properties.${id.replace('.', '.properties.')}`);
    expect(at, id).toMatchObject({ title: label, description: guidance });
  }
});

test('the schema takes any return made from the catalogue, and every cell of it is found again', () => {
  fc.assert(
    fc.property(coreReturnValue, (value) => {
      expect(coreReturn.safeParse(value).error).toBeUndefined();
      for (const { path, cell } of cellsOf(value)) {
        expect(valueAt(value, path)).toEqual(cell);
        expect(labelAt(path)).not.toBe(path);
      }
    }),
  );
});

test('an open list takes a code it has not seen, a closed one does not', () => {
  const take = (youngPeople: object): boolean => coreReturn.safeParse({ ...header, youngPeople }).success;
  expect(take({ ethnicity: { polish: 3 } })).toBe(true);
  expect(take({ age: { '13-15': 3 } })).toBe(false);
  expect(take({ ethnicity: { 'a.b': 3 } })).toBe(false);
});

test('a field that does not exist is a mistake of the programmer', () => {
  expect(() => fieldOf('youngPeople.height' as FieldId)).toThrow(
    new RangeError('fieldOf: the form has no field "youngPeople.height"'),
  );
});

test('a field is asked from its first quarter to its last', () => {
  const life = { since: '2014-Q2', until: '2015-Q1' } as const;
  const asked = (['2014-Q1', '2014-Q2', '2015-Q1', '2015-Q2'] as const).map((quarter) =>
    isAskedIn(life, quarter),
  );
  expect(asked).toEqual([false, true, true, false]);
  expect(isAskedIn({ since: '2014-Q2' }, '2030-Q1')).toBe(true);
});

test('a field is for the services that have one of its duties', () => {
  const field = { ...fieldOf('youngPeople.direct'), duties: ['casework', 'case-consultancy'] } as const;
  expect([appliesTo(field, ['casework']), appliesTo(field, ['training']), appliesTo(field, [])]).toEqual([
    true,
    false,
    false,
  ]);
  expect(appliesTo({ ...field, duties: [] }, [])).toBe(true);
});

test('a return of several services names each once', () => {
  const take = (services: readonly string[]): boolean =>
    coreReturn.safeParse({ ...header, combined: { services, returns: 2 } }).success;
  expect([take(['2', '4']), take(['2', '2']), take(['2'])]).toEqual([true, false, false]);
});

test('the name of a measure is a text of up to 100 characters without full stop or stroke', () => {
  const take = (name: string): boolean =>
    coreReturn.safeParse({ ...header, outcomes: { atClose: { [name]: { improved: 1 } } } }).success;
  expect(['Safety', 'x'.repeat(100), 'x'.repeat(101), 'a.b', 'a/b', ''].map(take)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});
