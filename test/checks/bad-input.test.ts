import fc from 'fast-check';
import { checkReturn, type CheckedReturn } from 'hub-and-spoke';
import { describe, expect, test } from 'vitest';
import { coreReturnValue } from '../arbitraries.ts';

const header = { edition: 'year-two', service: '2', period: { from: '2015-01-01', to: '2015-03-31' } };
const withDirect = (direct: unknown): unknown => ({ ...header, youngPeople: { direct } });
const codes = ({ findings }: CheckedReturn): readonly string[] => findings.map(({ rule }) => rule);

const cyclic: Record<string, unknown> = { ...header };
cyclic.youngPeople = cyclic;
const throwing = new Proxy(
  {},
  {
    ownKeys: () => {
      throw new Error('no');
    },
  },
);
const getter = {
  ...header,
  get youngPeople(): unknown {
    throw new Error('no');
  },
};
const endless = (): object =>
  new Proxy(
    {},
    {
      ownKeys: () => ['a', 'b'],
      get: endless,
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
    },
  );
const revoked = Proxy.revocable({}, {});
revoked.revoke();

describe('what is no return', () => {
  test.each([
    ['null', null],
    ['undefined', undefined],
    ['a text', 'return'],
    ['a number', 12],
    ['NaN', NaN],
    ['a list', [header]],
    ['a function', () => header],
    ['a symbol', Symbol('x')],
    ['a bigint', 12n],
    ['a date', new Date(0)],
    ['a map', new Map()],
    [
      'a class',
      new (class Return {
        service = '2';
      })(),
    ],
    ['an object that contains itself', cyclic],
    ['a proxy that throws', throwing],
    ['a proxy that was revoked', revoked.proxy],
    ['a proxy without end', endless()],
    ['an accessor that throws', getter],
  ])('%s is a finding, not an exception', (_, input) => {
    const checked = checkReturn(input);
    expect(checked.accepted).toBe(false);
    expect(checked.value).toBeUndefined();
    expect(codes(checked)).toContain('R001');
  });
});

describe('counts that are none', () => {
  test.each([
    [NaN],
    [Infinity],
    [-Infinity],
    [-0],
    [-1],
    [1.5],
    [1e308],
    ['12'],
    [''],
    [true],
    [null],
    [[]],
    [{}],
    [{ atLeast: -1 }],
    [{ atLeast: 1, unknown: 'not-known' }],
    [{ unknown: 'because' }],
    [{ withheld: [5, 1] }],
  ])('%o', (count) => {
    const checked = checkReturn(withDirect(count));
    expect(codes(checked)).toEqual(['R004']);
    expect(checked.findings[0]?.paths).toEqual(['youngPeople.direct']);
  });

  test('a number typed as text comes with what to enter', () => {
    expect(checkReturn(withDirect('113 (data incomplete)')).findings[0]?.remedy).toBe(
      'If that is what is meant, enter {"atLeast":113}.',
    );
  });

  test('the other fields are still checked', () => {
    const checked = checkReturn({
      ...header,
      youngPeople: { direct: 'x', indirect: 2, gender: { female: 3 }, base: 'direct' },
      withProfessionals: { trainingSessions: 3 },
    });
    expect(codes(checked)).toEqual(['R004', 'R413']);
    expect(checked.notRun).toContainEqual({ rule: 'R202', reason: 'youngPeople.direct could not be read.' });
  });
});

describe('keys', () => {
  test('that change prototypes do not', () => {
    const input: unknown = JSON.parse(
      '{"edition":"year-two","service":"2","period":{"from":"2015-01-01","to":"2015-03-31"},"__proto__":{"accepted":true},"youngPeople":{"ethnicity":{"__proto__":3,"constructor":4}}}',
    );
    const checked = checkReturn(input);
    expect(codes(checked)).toEqual(['R001', 'R001']);
    expect(({} as { accepted?: boolean }).accepted).toBeUndefined();
  });

  test('by the ten thousand are one finding that names the first', () => {
    const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`key${index}`, index]));
    const checked = checkReturn({ ...header, ...many });
    expect(codes(checked)).toEqual(['R003']);
    expect(checked.findings[0]?.message).toMatch(/"key0".*and 9992 more/);
  });
});

test.each([
  ['2015-02-30', '2015-03-31'],
  ['2015-01-01', '31.03.2015'],
  ['2015-01-01', 20150331],
  ['', ''],
])('the period %s to %s is no period', (from, to) => {
  expect(new Set(codes(checkReturn({ ...header, period: { from, to } })))).toEqual(new Set(['R005']));
});

test('a part that every return has is asked for by name', () => {
  const { findings } = checkReturn({});
  expect(findings.map(({ message }) => message)).toEqual([
    'The return has no edition.',
    'The return has no period.',
    'The return has no service.',
  ]);
});

test('anything at all gives one answer, and nothing handed in is changed', () => {
  fc.assert(
    fc.property(
      fc.anything({
        withBigInt: true,
        withMap: true,
        withDate: true,
        withSparseArray: true,
        withNullPrototype: true,
      }),
      (input) => {
        expect(checkReturn(input).accepted).toBe(false);
      },
    ),
    { numRuns: 500 },
  );
});

test('a sound return with anything put anywhere gives one answer', () => {
  fc.assert(
    fc.property(
      coreReturnValue,
      fc.constantFrom('youngPeople', 'printed', 'period', 'explanations', 'outcomes'),
      fc.anything(),
      (value, key, anything) => {
        const input = Object.freeze({ ...value, [key]: anything });
        const checked = checkReturn(input);
        expect(Array.isArray(checked.findings)).toBe(true);
        expect(() => JSON.stringify(checked)).not.toThrow();
      },
    ),
    { numRuns: 500 },
  );
});

test('the value is new, plain and equal to what was sent', () => {
  fc.assert(
    fc.property(coreReturnValue, (input) => {
      const before = JSON.stringify(input);
      const { value } = checkReturn(input);
      expect(value).toEqual(input);
      expect(value).not.toBe(input);
      expect(JSON.stringify(input)).toBe(before);
    }),
  );
});

test('years at the end of time, rates over fractions and names with dots are answered', () => {
  const last = checkReturn({ ...header, period: { from: '9999-01-01', to: '9999-12-31' }, declared: 'year' });
  expect(last.accepted).toBe(true);
  const rates = [{ of: 'spokes.fte', per: 'spokes.headcount', count: 20, exposure: 30, from: 'x' }] as const;
  const fractions = checkReturn({ ...header, spokes: { headcount: 3, fte: 2.5 } }, { rates });
  expect(fractions.notRun.map(({ rule }) => rule)).toContain('R451');
  const dotted = checkReturn({
    ...header,
    'youngPeople.gender': 1,
    '': 2,
    youngPeople: { direct: 5, base: 'direct', gender: { female: 6 } },
  });
  expect(codes(dotted)).toEqual(['R003', 'R202']);
});

test('what could not be compared is said to be so', () => {
  const printed = { percentages: { 'youngPeople.gender.female': 60 } };
  const checked = checkReturn({
    ...header,
    youngPeople: { base: 'direct', gender: { female: 30 } },
    printed,
  });
  expect(checked.notRun).toContainEqual({
    rule: 'R301',
    reason: 'The return does not say what the percentages are of.',
  });
});

test('a total bounds the young people described when one of its parts is not known', () => {
  const youngPeople = {
    base: 'direct-and-indirect',
    direct: 47,
    indirect: { unknown: 'not-known' },
    total: 75,
    gender: { female: 80 },
  };
  expect(codes(checkReturn({ ...header, youngPeople }))).toContain('R202');
  expect(codes(checkReturn({ ...header, youngPeople: { direct: 80, total: 75 } }))).toEqual(['R221']);
});

describe('what cannot be read says what it is', () => {
  const only = (parts: object) => {
    const [finding] = checkReturn({ ...header, ...parts }).findings;
    return [finding?.rule, finding?.paths, finding?.message, finding?.expected];
  };

  test('a name that none can have, at the object that holds it', () => {
    const expected = 'names of 1 to 100 characters without a dot or a stroke';
    for (const name of ['a.b', '', 'a/b'])
      expect(only({ outcomes: { atClose: { [name]: { improved: 1 } } } })).toEqual([
        'R007',
        ['outcomes.atClose'],
        `"${name}" cannot be the name of a measure.`,
        expected,
      ]);
  });

  test('a figure as printed, by its own path', () => {
    expect(only({ printed: { percentages: { 'youngPeople.age.12-14': -4 } } })).toEqual([
      'R007',
      ['printed.percentages.youngPeople.age.12-14'],
      '-4 is not of the kind or length expected here.',
      'Too small: expected number to be >=0',
    ]);
  });

  test('a service that is named twice in one return', () => {
    expect(only({ combined: { services: ['2', '2'], returns: 2 } })).toEqual([
      'R007',
      ['combined.services'],
      '["2","2"] is not of the kind or length expected here.',
      'two services or more, each once',
    ]);
  });
});
