import { describe, expect, test } from 'vitest';
import { negativeZeroPaths, plainCopy } from '../../src/checks/plain-copy.ts';

describe('a copy of plain data', () => {
  const limits = { depth: 3, values: 5 };

  test('holds as many values as it may, and no more', () => {
    // The list is a value, and so is each of its entries.
    expect(plainCopy([1, 2, 3, 4], limits)).toEqual({ copy: [1, 2, 3, 4], problems: [] });
    expect(plainCopy({ a: 1, b: 2, c: 3, d: 4 }, limits).copy).toEqual({ a: 1, b: 2, c: 3, d: 4 });
    const tooMany = { copy: undefined, problems: [{ path: '', found: 'more than 5 values' }] };
    expect(plainCopy([1, 2, 3, 4, 5], limits)).toEqual(tooMany);
    expect(plainCopy({ a: 1, b: 2, c: 3, d: 4, e: 5 }, limits)).toEqual(tooMany);
    expect(plainCopy([[1], [2], [3]], limits)).toEqual(tooMany);
  });

  test('is not read further than that', () => {
    const read: string[] = [];
    const watched = new Proxy(
      Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`k${index}`, index])),
      {
        get(target, name) {
          read.push(String(name));
          return Reflect.get(target, name) as unknown;
        },
      },
    );
    plainCopy(watched, limits);
    expect(read).toEqual(['k0', 'k1', 'k2', 'k3', 'k4']);
    const list = new Proxy(
      Array.from({ length: 50 }, () => 0),
      {
        get(target, name) {
          read.push(String(name));
          return Reflect.get(target, name) as unknown;
        },
      },
    );
    read.length = 0;
    plainCopy(list, limits);
    expect(read.filter((name) => /^\d+$/.test(name))).toEqual(['0', '1', '2', '3', '4']);
  });

  test('goes as deep as it may, and no deeper', () => {
    expect(plainCopy({ a: { b: { c: 1 } } }, limits)).toEqual({ copy: { a: { b: { c: 1 } } }, problems: [] });
    expect(plainCopy({ a: { b: { c: {} } } }, limits)).toEqual({
      copy: { a: { b: {} } },
      problems: [{ path: 'a.b.c', found: 'more than 3 levels' }],
    });
  });

  test('has no cycle; what only stands twice is there twice', () => {
    const cycle: Record<string, unknown> = { a: 1 };
    cycle.self = { again: cycle };
    expect(plainCopy(cycle)).toEqual({
      copy: { a: 1, self: {} },
      problems: [{ path: 'self.again', found: 'an object that contains itself' }],
    });
    const shared = { a: 1 };
    expect(plainCopy({ one: shared, other: shared })).toEqual({
      copy: { one: { a: 1 }, other: { a: 1 } },
      problems: [],
    });
  });

  test('leaves out what cannot be read, and says so', () => {
    const input = {
      a: 1,
      get b(): number {
        throw new Error('no');
      },
    };
    expect(plainCopy({ within: input })).toEqual({
      copy: {},
      problems: [{ path: 'within', found: 'an object that cannot be read' }],
    });
  });

  test('has nothing where nothing stands, and null in a list', () => {
    expect(Object.keys(plainCopy({ a: undefined, b: null }).copy as object)).toEqual(['b']);
    expect(plainCopy([undefined, () => 1])).toEqual({
      copy: [null, null],
      problems: [{ path: '1', found: 'a function' }],
    });
  });

  test('takes objects of another realm, and of no prototype, and none of a class', () => {
    const bare = Object.assign(Object.create(null) as object, { a: 1 });
    const foreign = Object.assign(Object.create(Object.create(null) as object) as object, { a: 1 });
    expect([bare, foreign].map((each) => plainCopy(each))).toEqual([
      { copy: { a: 1 }, problems: [] },
      { copy: { a: 1 }, problems: [] },
    ]);
    expect(plainCopy(new Map()).problems).toEqual([{ path: '', found: 'an object of a class' }]);
  });
});

test('a minus zero is found wherever it stands', () => {
  expect(negativeZeroPaths(-0)).toEqual(['']);
  expect(negativeZeroPaths({ a: 0, b: [-0, { c: -0 }], d: null, e: 'x' })).toEqual(['b.0', 'b.1.c']);
});
