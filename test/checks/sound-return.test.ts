import { largestCount } from 'hub-and-spoke';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import type * as soundReturns from '../../src/checks/sound-return.ts';
import { largestRevision } from '../../src/form/index.ts';
import { header, wholeReturn } from './whole-return.ts';

const text = (length: number): string => 'x'.repeat(length);
const ownNames = (count: number): object =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`own ${index}`, 1]));
const direct = (cell: unknown) => ({ 'youngPeople.direct': cell });
const gender = (counts: unknown) => ({ 'youngPeople.gender': counts });
const ethnicity = (counts: unknown) => ({ 'youngPeople.ethnicity': counts });
const atClose = (measures: unknown) => ({ 'outcomes.atClose': measures });
const printed = (percentages: unknown) => ({ printed: { percentages } });

/** Everything that a return may hold, as it is read at first sight. */
const sound: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  ['nothing but its heading', {}],
  ['a service of one letter', { service: 'x' }],
  ['a service of a hundred letters', { service: text(100) }],
  ['a declared year', { declared: 'year' }],
  ['a first revision', { revision: 1 }],
  ['the last revision there may be', { revision: largestRevision }],
  ['no count', direct(0)],
  ['the largest count', direct(largestCount)],
  ['at least a count', direct({ atLeast: 3 })],
  ['at least none', direct({ atLeast: 0 })],
  ['a count between two', direct({ withheld: [1, 5] })],
  ['a count between one', direct({ withheld: [5, 5] })],
  ['a count that is not known', direct({ unknown: 'not-known' })],
  ['a count that does not apply', direct({ notApplicable: 'no-direct-work' })],
  ['a fraction, where there may be one', { 'spokes.fte': 2.5 }],
  ['at least a fraction', { 'spokes.fte': { atLeast: 2.5 } }],
  ['a code', { 'youngPeople.base': 'direct' }],
  ['categories', gender({ female: 3, male: { atLeast: 1 } })],
  ['no categories', gender({})],
  ['categories of its own', ethnicity({ 'white-uk': 3, elsewhere: 2 })],
  ['a hundred categories of its own', ethnicity(ownNames(100))],
  ['outcomes', atClose({ safety: { improved: 3, 'not-recorded': 1 }, 'an own measure': { improved: 2 } })],
  ['what is printed', printed({ 'youngPeople.gender.female': 5 })],
  ['a combination', { combined: { services: ['2', '3'], returns: 2 } }],
];

/** What is left to the schema. */
const unsure: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  ['an edition that is none', { edition: 'year-three' }],
  ['no service', { service: undefined }],
  ['no letter of a service', { service: '' }],
  ['a service of more letters', { service: text(101) }],
  ['a service that is no text', { service: 2 }],
  ['a service that is a list', { service: ['2'] }],
  ['no edition', { edition: undefined }],
  ['no period', { period: undefined }],
  ['a period without an end', { period: { from: '2015-01-01' } }],
  ['a period without a beginning', { period: { to: '2015-01-01' } }],
  ['a day that is none', { period: { from: '2015-01-01', to: '2015-02-30' } }],
  ['a day that is no text', { period: { from: '2015-01-01', to: 20150331 } }],
  ['a third day', { period: { from: '2015-01-01', to: '2015-03-31', due: '2015-04-30' } }],
  ['a declaration that is none', { declared: 'half-year' }],
  ['no revision at all', { revision: 0 }],
  ['half a revision', { revision: 1.5 }],
  ['more revisions than there may be', { revision: largestRevision + 1 }],
  ['a count below none', direct(-1)],
  ['minus zero', direct(-0)],
  ['a fraction of a person', direct(1.5)],
  ['no number', direct(NaN)],
  ['no end of a number', direct(Infinity)],
  ['more than the largest count', direct(largestCount + 1)],
  ['a text of a number', direct('3')],
  ['a large whole', direct(10n)],
  ['null', direct(null)],
  ['a list', direct([3])],
  ['a state of nothing', direct({})],
  ['two states', direct({ atLeast: 3, unknown: 'not-known' })],
  ['at least a text', direct({ atLeast: '3' })],
  ['at least a fraction of a person', direct({ atLeast: 1.5 })],
  ['between the wrong way round', direct({ withheld: [5, 1] })],
  ['between one end', direct({ withheld: [1] })],
  ['between three ends', direct({ withheld: [1, 2, 3] })],
  ['between no list', direct({ withheld: { 0: 1, 1: 2, length: 2 } })],
  ['between two letters', direct({ withheld: '12' })],
  ['between a text and a number', direct({ withheld: ['1', 5] })],
  ['between a number and a text', direct({ withheld: [1, '5'] })],
  ['why it is not known, in no word', direct({ unknown: 'because' })],
  ['why it is not known, in a number', direct({ unknown: 3 })],
  ['why it does not apply, in no word', direct({ notApplicable: 'because' })],
  ['a state of another name', direct({ notRelevant: 'no-direct-work' })],
  ['a code that is none', { 'youngPeople.base': 'both' }],
  ['a code that is no text', { 'youngPeople.base': ['direct'] }],
  ['a section that is none', { youngPeople: 3 }],
  ['a field that is none', { 'youngPeople.directly': 3 }],
  ['a field of another section', { 'referrals.direct': 3 }],
  ['a part that is none', { note: 'hello' }],
  ['a category that is none, of a closed list', { 'youngPeople.age': { 'twelve to fourteen': 3 } }],
  ['a category with a dot', ethnicity({ 'white.uk': 3 })],
  ['a category without a count', gender({ female: null })],
  ['a category of its own without a count', ethnicity({ elsewhere: 'x' })],
  ['more than a hundred categories of its own', ethnicity(ownNames(101))],
  ['a category that means something to the language', ethnicity(JSON.parse('{"__proto__":3}'))],
  ['one beside another', ethnicity(JSON.parse('{"white-uk":1,"__proto__":3}'))],
  ['a measure with a dot', atClose({ 'a.b': { improved: 3 } })],
  ['a measure without outcomes', atClose({ safety: 3 })],
  ['an outcome that is none', atClose({ safety: { 'got-better': 3 } })],
  ['a printed minus zero', printed({ 'youngPeople.gender.female': -0 })],
  ['what is printed beside a function', printed({ 'youngPeople.gender.female': 3, male: () => 3 })],
  ['a printed function', { printed: () => 3 }],
  ['a combination of one', { combined: { services: ['2'], returns: 1 } }],
];

describe.each([
  ['with readers that are generated', false],
  ['with readers that are loops', true],
])('%s', (_, jitless) => {
  let read: typeof soundReturns;
  // The readers are made once: here from the beginning.
  beforeAll(async () => {
    z.config({ jitless });
    vi.resetModules();
    read = await import('../../src/checks/sound-return.ts');
    read.readSound(header);
  });
  afterAll(() => {
    z.config({ jitless: false });
  });

  test.each(sound)('%s is sound at first sight, and stands among the parts', (_name, given) => {
    const input = wholeReturn(given);
    const { value, parts } = read.readSound(input) ?? {};
    expect(value).toEqual(input);
    expect(value).not.toBe(input);
    expect(parts).toEqual({ ...read.partsOf({}), ...header, ...given });
  });

  test.each(unsure)('%s is left to the schema', (_name, given) => {
    expect(read.readSound(wholeReturn(given))).toBeUndefined();
  });

  test('a reader made anew reads all of these, and leaves all of those', async () => {
    vi.resetModules();
    const { readSound } = await import('../../src/checks/sound-return.ts');
    for (const [, given] of sound) {
      const input = wholeReturn(given);
      expect(readSound(input)?.value).toEqual(input);
      expect(readSound(input)?.parts).toMatchObject({ ...header, ...given });
    }
    for (const [name, given] of unsure)
      expect([name, readSound(wholeReturn(given))]).toEqual([name, undefined]);
  });

  test('what stands nowhere is passed over', () => {
    const counts = { female: 3, male: undefined };
    expect(read.readSound(wholeReturn(gender(counts)))?.value.youngPeople?.gender).toEqual({ female: 3 });
    const own = { 'white-uk': 1, elsewhere: 2, nowhere: undefined };
    expect(read.readSound(wholeReturn(ethnicity(own)))?.value.youngPeople?.ethnicity).toEqual({
      'white-uk': 1,
      elsewhere: 2,
    });
  });

  test('every part has a name, returned or not', () => {
    const { parts = {} } = read.readSound(header) ?? {};
    expect(Object.keys(parts)).toEqual(Object.keys(read.partsOf(header)));
    expect(Object.keys(parts)).toContain('youngPeople.gender');
  });

  test.each<[string, unknown]>([
    [
      'what throws as it is read',
      new Proxy(
        {},
        {
          getPrototypeOf: () => {
            throw new Error('no');
          },
        },
      ),
    ],
    [
      'an accessor that throws',
      {
        ...header,
        get revision(): number {
          throw new Error('no');
        },
      },
    ],
    ['an object of a class', Object.assign(new Date(0), header)],
    ['a list of it', [header]],
    ['nothing', undefined],
    ['null', null],
  ])('%s is left to the schema', (_name, input) => {
    expect(read.readSound(input)).toBeUndefined();
  });

  test('what every object was given is not taken for part of a return', () => {
    for (const [name, given] of [
      ['revision', 3],
      ['', 3],
    ] as const) {
      Object.defineProperty(Object.prototype, name, {
        value: given,
        enumerable: true,
        writable: true,
        configurable: true,
      });
      try {
        expect(read.readSound(header)).toBeUndefined();
      } finally {
        Reflect.deleteProperty(Object.prototype, name);
      }
    }
    expect(read.readSound(header)).toBeDefined();
  });
});
