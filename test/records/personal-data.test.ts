import fc from 'fast-check';
import { identifying } from 'hub-and-spoke';
import { describe, expect, test } from 'vitest';

const personal: Readonly<Record<string, readonly string[]>> = {
  'a date of birth beside a postcode': [
    'ZZ99 3WZ 29.02.2000',
    'ZZ99AA_01022000',
    '01022000ZZ993WZ',
    '2000-02-29_ZZ99 3WZ',
    '29 Feb 2000 ZZ99 3WZ',
    '2000/02/29 ZZ99-3WZ',
  ],
  'a phone number': [
    '07700 900123',
    '+44 7700 900123',
    '0044 7700 900123',
    '447700900123',
    'yp-07700900123',
    '07700  900123',
    '07700/900123',
    '(020) 7946 0958',
    '+353 1 234 5678',
  ],
  'an NHS number': [
    '943 476 5919',
    '943-476-5919',
    '9434765919',
    '943.476.5919',
    '943  476  5919',
    'NHS_943_476_5919',
    '９４３４７６５９１９',
  ],
  'an e-mail address': ['someone@example.org', 'someone＠example.org', 'x someone@example.org.uk'],
  'a name': [
    'Anna Example',
    'Example, Anna',
    'anna.example',
    'anna-example',
    'anna_maria_example',
    'Anna Example 1',
    'anna.example2000',
    'A. Example',
    '1 Anna Example',
    'ÁNNA ÉXAMPLE',
  ],
};
const pseudonyms = [
  'yp1',
  'YP-0017',
  'case-0017',
  'case one',
  'not known',
  'Young Person 4',
  '0000000017',
  '2015010203',
  '20150202/3',
  'c4ca4238a0b923820dcc509a6f75849b',
  '123e4567-e89b-12d3-a456-426614174000',
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  'A17',
  '2014/0043',
];

describe.each(Object.entries(personal))('%s', (looks, texts) => {
  test.each(texts)('%s is found in an id', (text) => {
    expect(identifying(text, { isId: true })).toBe(looks);
  });
});

test.each(pseudonyms)('the pseudonym %s is left alone', (text) => {
  expect(identifying(text, { isId: true })).toBeUndefined();
});

test.each(['White British', 'North West', 'Living at home', 'self esteem'])(
  'the text %s is no name',
  (text) => {
    expect(identifying(text)).toBeUndefined();
  },
);

test('any text gives an answer', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(() => identifying(text, { isId: true })).not.toThrow();
    }),
  );
});

test('a short number with a word before it is nothing, by the long way too', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-zA-Z]{0,20}[-_]?(?:\d[-_]?){1,8}$/), (text) => {
      // A space at its end keeps it from being passed over at once.
      expect([identifying(text, { isId: true }), identifying(`${text} `, { isId: true })]).toEqual([
        undefined,
        undefined,
      ]);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['400 000 0020', 'an NHS number'],
  ['400 000 0080', undefined],
  ['943 476 5918', undefined],
  ['143 476 5919', undefined],
])('ten digits are an NHS number where the last checks the others: %s', (text, looks) => {
  expect(identifying(text)).toBe(looks);
});

test('space around a name hides it from nobody', () => {
  expect(identifying(' Anna Example ', { isId: true })).toBe('a name');
});

test.each(['a.', 'a. ', 'a.-', 'ab_', "a'.", 'é.'])(
  'no text is divided in more ways than can be tried: %s',
  (part) => {
    // Neither is a name, because of the sign at the end: to see it took longer than anybody can wait.
    expect(identifying(`${part.repeat(190 / part.length)}!`, { isId: true })).toBeUndefined();
  },
);
