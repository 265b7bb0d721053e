import { baseOf } from 'hub-and-spoke';
import { expect, test } from 'vitest';

const both = { base: 'direct-and-indirect' } as const;

test.each([
  ['nothing is said of the base', { direct: 50 }, undefined],
  [
    'nothing is said of the base, though both kinds are returned',
    { direct: 47, indirect: 28, total: 75 },
    undefined,
  ],
  ['the directly supported', { base: 'direct', direct: 50, indirect: 7, total: 57 }, { low: 50, high: 50 }],
  ['the directly supported, not returned', { base: 'direct', total: 57 }, undefined],
  ['both kinds', { ...both, direct: 47, indirect: 28 }, { low: 75, high: 75 }],
  ['both kinds, of which one is missing', { ...both, direct: 47 }, undefined],
  ['a total alone', { ...both, total: 75 }, { low: 75, high: 75 }],
  ['a total beside one kind', { ...both, direct: 47, total: 75 }, { low: 75, high: 75 }],
  [
    'kinds that say less than the total',
    { ...both, direct: { atLeast: 40 }, indirect: 28, total: 75 },
    { low: 75, high: 75 },
  ],
  [
    'a total that says less than the kinds',
    { ...both, direct: { withheld: [1, 5] }, indirect: 28, total: { atLeast: 31 } },
    { low: 31, high: 33 },
  ],
  [
    'kinds and a total that cannot both be: the kinds',
    { ...both, direct: 40, indirect: 28, total: 75 },
    { low: 68, high: 68 },
  ],
  [
    'kinds that must be more than the total',
    { ...both, direct: { atLeast: 80 }, indirect: 0, total: 75 },
    { low: 80 },
  ],
] as const)('%s', (_, said, expected) => {
  expect(baseOf(said)).toEqual(expected);
});
