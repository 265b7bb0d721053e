// @ts-nocheck values of every kind, and of none
// What is sent, changed: values somewhere inside, and texts anywhere. Seeded: the same seed gives the same inputs.
import fc from 'fast-check';

const names = fc.constantFrom(
  ...[
    'youngPeople',
    'age',
    '12-14',
    'period',
    'from',
    'service',
    'direct',
    'base',
    'atLeast',
    'unknown',
    'withheld',
  ],
  ...[
    'id',
    'contexts',
    'mechanisms',
    'outcomes',
    'evidence',
    'versions',
    'hosts',
    'headcount',
    'type',
    'team',
  ],
  ...['__proto__', 'constructor', 'prototype', 'toString', 'then', 'toJSON', '', 'a.b', '0', 'length'],
);
/** One piece again and again, and something else at the end: what patterns of texts may take for ever to refuse. */
const repeated = fc
  .tuple(
    fc.string({ unit: fc.constantFrom(..."aé1.-_ ,/:()'’@0"), minLength: 1, maxLength: 4 }),
    fc.integer({ min: 5, max: 190 }),
    fc.constantFrom('', '!', '@', '(', ' ', '\u0000'),
  )
  .map(([piece, length, end]) => piece.repeat(Math.ceil(length / piece.length)) + end);
const anything = fc.oneof(
  repeated,
  fc.constantFrom(
    null,
    true,
    0,
    -0,
    -1,
    1.5,
    1e21,
    2 ** 53,
    NaN,
    Infinity,
    '',
    ' ',
    '12',
    'not-known',
    'direct',
  ),
  fc.constantFrom([], {}, [[]], { atLeast: 3 }, { unknown: 'not-known' }, { withheld: [5, 1] }),
  fc.constantFrom(
    undefined,
    () => 1,
    Symbol('s'),
    10n,
    new Date(0),
    new Map([[1, 2]]),
    /x/,
    new Uint8Array(3),
  ),
  fc.anything({ maxDepth: 2, withBigInt: true, withNullPrototype: true, withSparseArray: true }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.jsonValue({ maxDepth: 2 }),
);

/** A copy with something else at a place, or beside it. */
function changed(value, [step = 0, ...path], name, to) {
  if (typeof value !== 'object' || value === null) return to;
  const copy = Array.isArray(value) ? [...value] : { ...value };
  const keys = Object.keys(copy);
  const key = keys[step % Math.max(1, keys.length)];
  if (key === undefined || step % 7 === 6) put(copy, name, to);
  else if (path.length > 0) put(copy, key, changed(copy[key], path, name, to));
  else if (step % 5 === 4) Reflect.deleteProperty(copy, key);
  else put(copy, key, to);
  return copy;
}

const put = (object, key, value) =>
  Object.defineProperty(object, key === 'length' && Array.isArray(object) ? 'size' : key, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });

const change = fc.tuple(fc.array(fc.nat(40), { minLength: 1, maxLength: 6 }), names, anything);

/** Some values, each with none to four changes; and now and then anything at all. */
export const values = (samples) =>
  fc.oneof(
    {
      weight: 9,
      arbitrary: fc
        .tuple(fc.constantFrom(...samples), fc.array(change, { maxLength: 4 }))
        .map(([sample, changes]) =>
          changes.reduce((value, [path, name, to]) => changed(value, path, name, to), sample),
        ),
    },
    { weight: 1, arbitrary: anything },
  );

const pieces = fc.constantFrom(
  ...[
    ',',
    ';',
    '\t',
    '\n',
    '\r',
    '\r\n',
    '"',
    '""',
    '\u0000',
    '\uFEFF',
    '\uD800',
    '{',
    '}',
    '[',
    ']',
    ':',
    '\\',
  ],
  ...[
    '=1+1',
    '%',
    '-',
    '[x]',
    'n/a',
    '113+',
    '1,021',
    'Total',
    'Age',
    '2015-Q1',
    'Q4 2014',
    '12-14',
    'No.',
    'Service',
  ],
  ...['"__proto__":{"a":1},', '9'.repeat(400), ' '.repeat(300), '{"a":'.repeat(60), ',,,,,,,,,,'],
);
const edit = fc.tuple(fc.nat(), fc.nat(30), fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 20 })));

/** Some texts, each with none to eight edits: cut, put in, put in twice; and now and then any text at all. */
export const texts = (samples) =>
  fc.oneof(
    {
      weight: 9,
      arbitrary: fc
        .tuple(fc.constantFrom(...samples), fc.array(edit, { maxLength: 8 }))
        .map(([sample, edits]) =>
          edits.reduce((text, [at, length, piece]) => {
            const from = at % (text.length + 1);
            return text.slice(0, from) + piece + text.slice(from + (length % 3 === 0 ? -length : length));
          }, sample),
        ),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
  );
