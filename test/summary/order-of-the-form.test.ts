import { fields, gender } from 'hub-and-spoke';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type * as order from '../../src/summary/path-order.ts';
import type * as places from '../../src/summary/places.ts';

let fieldPlaces: typeof places.fieldPlaces;
let inOrder: typeof order.inOrder;
let pathsOfAny: typeof order.pathsOfAny;
// What both know of the form is worked out once: here from the beginning.
beforeEach(async () => {
  vi.resetModules();
  ({ fieldPlaces } = await import('../../src/summary/places.ts'));
  ({ inOrder, pathsOfAny } = await import('../../src/summary/path-order.ts'));
});

const at = (id: string): number => fields.findIndex((field) => field.id === id);
const codes = gender.entries.map(({ code }) => code);

describe('the places of a field', () => {
  const placeOf = (id: string) => fieldPlaces()[at(id)];

  test('are those of every field, in the order of the form', () => {
    expect(fieldPlaces().map(({ field }) => field.id)).toEqual(fields.map(({ id }) => id));
    expect(fieldPlaces()).toBe(fieldPlaces());
  });

  test('of a count are its own, and it has no categories', () => {
    expect(placeOf('referrals.received')).toMatchObject({
      section: 'referrals',
      name: 'received',
      codes: [],
    });
    expect(placeOf('youngPeople.base')?.codes).toEqual([]);
  });

  test('of a breakdown are those of its categories too', () => {
    const place = placeOf('youngPeople.gender');
    expect(place?.codes).toEqual(codes);
    expect(place?.under('youngPeople.gender')).toEqual({
      whole: 'youngPeople.gender',
      known: codes.map((code) => ({ code, path: `youngPeople.gender.${code}` })),
      notStated: 'youngPeople.gender/not-stated',
    });
  });

  test('of a matrix are those of each measure', () => {
    expect(placeOf('outcomes.atClose')?.under('outcomes.atClose.safety')).toMatchObject({
      whole: 'outcomes.atClose.safety',
      known: expect.arrayContaining([
        { code: 'improved', path: 'outcomes.atClose.safety.improved' },
      ]) as unknown,
      notStated: 'outcomes.atClose.safety/not-stated',
    });
  });

  test('name the base that stands elsewhere on the form, if one does', () => {
    expect(placeOf('youngPeople.gender')?.whole).toBeUndefined();
    expect(placeOf('referrals.received')?.whole).toBeUndefined();
    expect(placeOf('referrals.route')?.whole).toEqual({ section: 'referrals', name: 'reported' });
    expect(placeOf('outcomes.atClose')?.whole).toEqual({ section: 'outcomes', name: 'casesClosed' });
  });
});

describe('paths in the order of the form', () => {
  const [first = '', second = ''] = codes;
  const inForm = [
    'youngPeople.gender',
    `youngPeople.gender.${first}`,
    `youngPeople.gender.${second}`,
    'youngPeople.gender.another',
    'youngPeople.gender.one more',
    'youngPeople.gender/not-stated',
  ];

  test('begin with the whole, and end with what is not stated; a service’s own stand between', () => {
    expect(inOrder([...inForm].reverse())[at('youngPeople.gender')]).toEqual(inForm);
    expect(inOrder(inForm)[at('youngPeople.gender')]).toEqual(inForm);
  });

  test('stand measure by measure', () => {
    const measures = [
      'outcomes.atClose.a',
      'outcomes.atClose.a.improved',
      'outcomes.atClose.a/not-stated',
      'outcomes.atClose.b',
      'outcomes.atClose.b.improved',
      'outcomes.atClose.b.an own one',
      'outcomes.atClose.b/not-stated',
    ];
    expect(inOrder([...measures].reverse())[at('outcomes.atClose')]).toEqual(measures);
  });

  test('are of their own field alone; what is of none is left out', () => {
    const found = inOrder(['referrals.received', 'youngPeople.genders', 'nothing', 'youngPeople.direct']);
    expect(found[at('referrals.received')]).toEqual(['referrals.received']);
    expect(found[at('youngPeople.direct')]).toEqual(['youngPeople.direct']);
    expect(found.flat()).toHaveLength(2);
    expect(found).toHaveLength(fields.length);
  });

  test('of several are there once, in the order of the form', () => {
    const field = at('youngPeople.gender');
    const [one, other] = [
      [inForm[0], inForm[2], inForm[5]],
      [inForm[1], inForm[2], inForm[3]],
    ].map((paths) => inOrder(paths as string[]));
    if (one === undefined || other === undefined) throw new Error('two');
    expect(pathsOfAny([one, other], field)).toEqual([inForm[0], inForm[1], inForm[2], inForm[3], inForm[5]]);
    expect(pathsOfAny([other, one], field)).toEqual(pathsOfAny([one, other], field));
    expect(pathsOfAny([one], field)).toBe(one[field]);
    expect(pathsOfAny([one, inOrder(one[field] ?? [])], field)).toBe(one[field]);
    expect(pathsOfAny([one, inOrder([]), other], field)).toHaveLength(5);
    expect(pathsOfAny([], field)).toEqual([]);
  });
});
