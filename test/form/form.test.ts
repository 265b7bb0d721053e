import fc from 'fast-check';
import { cellsOf, coreReturn, fieldOf, fields, labelAt, valueAt, type FieldId } from 'hub-and-spoke';
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
  expect(() => fieldOf('youngPeople.height' as FieldId)).toThrow(RangeError);
});
