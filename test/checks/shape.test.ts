import { byImportance, checkReturn, shapeRules, shown, type Finding } from 'hub-and-spoke';
import { describe, expect, test } from 'vitest';

const header = { edition: 'year-two', service: '2', period: { from: '2015-01-01', to: '2015-03-31' } };
const remedyOf = (rule: string): string | undefined => shapeRules.find(({ code }) => code === rule)?.remedy;

/** What is said of the shape of an input, without the remedy where it is that of the rule. */
const said = (input: unknown) =>
  checkReturn(input)
    .findings.filter(({ rule }) => rule.startsWith('R00'))
    .map(({ rule, paths, message, expected, found, remedy }) => ({
      rule,
      paths,
      message,
      expected,
      found,
      ...(remedy !== remedyOf(rule) && { remedy }),
    }));
const whole = 'a whole number from 0, or why there is none';

describe('a count that is none', () => {
  const cell = (direct: unknown) => said({ ...header, youngPeople: { direct } })[0];

  test('is shown, with what would have to stand there', () => {
    expect(cell(-1)).toEqual({
      rule: 'R004',
      paths: ['youngPeople.direct'],
      message: '-1 is not a count.',
      expected: whole,
      found: { 'youngPeople.direct': -1 },
    });
    expect(said({ ...header, spokes: { fte: -1 } })[0]?.expected).toBe(
      'a number from 0, or why there is none',
    );
    expect(said({ ...header, spokes: { fte: 1.5 } })).toEqual([]);
  });

  test.each([
    ['12', 'If that is what is meant, enter 12.'],
    ['not known', 'If that is what is meant, enter {"unknown":"not-known"}.'],
    ['113 (data incomplete)', 'If that is what is meant, enter {"atLeast":113}.'],
    ['a few', remedyOf('R004')],
  ])('typed as “%s” comes with what to do', (typed, remedy) => {
    expect(cell(typed)?.remedy ?? remedyOf('R004')).toBe(remedy);
  });

  test('of minus zero is zero', () => {
    expect(cell(-0)).toEqual({
      rule: 'R004',
      paths: ['youngPeople.direct'],
      message: '-0 is not a count.',
      expected: whole,
      found: { 'youngPeople.direct': -0 },
      remedy: 'Enter 0 if there were none.',
    });
  });

  test.each([
    [{ youngPeople: { gender: { female: 'x' } } }, 'youngPeople.gender.female'],
    [{ youngPeople: { gender: { female: { atLeast: 'x' } } } }, 'youngPeople.gender.female'],
    [{ youngPeople: { direct: { withheld: [1, 'x'] } } }, 'youngPeople.direct'],
    [{ outcomes: { atClose: { Safer: { improved: { unknown: 'x' } } } } }, 'outcomes.atClose.Safer.improved'],
  ])('is found at its cell, however deep the fault: %j', (sections, path) => {
    expect(said({ ...header, ...sections })).toMatchObject([{ rule: 'R004', paths: [path] }]);
  });

  test('is found once, however many things are wrong with it', () => {
    expect(said({ ...header, youngPeople: { direct: { atLeast: -1.5, more: 1 } } })).toHaveLength(1);
  });

  test('is found with its text, which is cut where it is long', () => {
    expect(cell('x'.repeat(201))?.found).toEqual({ 'youngPeople.direct': `${'x'.repeat(200)}…` });
    expect(cell('x'.repeat(200))?.found).toEqual({ 'youngPeople.direct': 'x'.repeat(200) });
  });
});

describe('what is missing', () => {
  test('is asked for by its name', () => {
    expect(said({ edition: 'year-two', service: '2' })).toEqual([
      {
        rule: 'R002',
        paths: ['period'],
        message: 'The return has no period.',
        expected: 'a period',
        found: { period: null },
      },
    ]);
    expect(said({ ...header, service: undefined })).toMatchObject([
      { message: 'The return has no service.' },
    ]);
  });

  test('of a period is a day', () => {
    expect(said({ ...header, period: { from: '2015-01-01' } })).toEqual([
      {
        rule: 'R005',
        paths: ['period.to'],
        message: 'nothing is not a day of the calendar.',
        expected: 'a day such as 2015-03-31',
        found: { 'period.to': null },
      },
    ]);
  });
});

describe('what the form does not have', () => {
  test('is named, with where it stands', () => {
    expect(said({ ...header, note: 1 })).toEqual([
      {
        rule: 'R003',
        paths: ['note'],
        message: 'The form has no "note".',
        expected: 'an entry of the form',
        found: { note: 1 },
      },
    ]);
    expect(said({ ...header, youngPeople: { note: 1, other: 'x' } })).toEqual([
      {
        rule: 'R003',
        paths: ['youngPeople.note', 'youngPeople.other'],
        message: 'The form has no "note", "other" in youngPeople.',
        expected: 'an entry of the form',
        found: { 'youngPeople.note': 1, 'youngPeople.other': 'x' },
      },
    ]);
    expect(said({ ...header, youngPeople: { age: { '13-15': 1 } } })).toMatchObject([
      { rule: 'R003', paths: ['youngPeople.age.13-15'] },
    ]);
  });

  test('stands at what holds it where its name can stand in no path', () => {
    expect(said({ ...header, '': 1, 'a.b': 2 })).toMatchObject([
      { rule: 'R003', paths: [], message: 'The form has no "", "a.b".', found: {} },
    ]);
    expect(said({ ...header, youngPeople: { 'a.b': 1, '': 2, note: 3 } })).toMatchObject([
      { rule: 'R003', paths: ['youngPeople', 'youngPeople.note'] },
    ]);
  });

  test('is named as far as the first eight', () => {
    const more = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`k${index}`, index]));
    expect(said({ ...header, ...more })[0]?.message).toBe(
      'The form has no "k0", "k1", "k2", "k3", "k4", "k5", "k6", "k7" and 1 more.',
    );
    const eight = Object.fromEntries(Object.entries(more).slice(0, 8));
    expect(said({ ...header, ...eight })[0]?.message).toMatch(/"k7"\.$/);
  });
});

describe('a code that is none', () => {
  test('is found with the codes of its list, and with the one that may be meant', () => {
    expect(said({ ...header, youngPeople: { base: 'both' } })).toEqual([
      {
        rule: 'R006',
        paths: ['youngPeople.base'],
        message: '"both" is not a code of the list.',
        expected: 'direct or direct-and-indirect',
        found: { 'youngPeople.base': 'both' },
      },
    ]);
    expect(said({ ...header, youngPeople: { base: 'DIRECT' } })[0]?.remedy).toBe('Did you mean "direct"?');
    expect(said({ ...header, youngPeople: { base: 3 } })[0]).toMatchObject({
      rule: 'R006',
      message: '3 is not a code of the list.',
    });
  });

  test('of the edition, or of what a period is declared to be, is one too', () => {
    for (const part of ['edition', 'declared']) {
      const [finding, ...more] = said({ ...header, [part]: 'x' });
      expect(more).toEqual([]);
      expect(finding).toMatchObject({
        rule: 'R006',
        paths: [part],
        message: `"x" is not a code of ${part}.`,
      });
    }
  });
});

describe('a text, name or list of another kind', () => {
  test.each([
    [{ service: 2 }, 'service', '2 is not of the kind or length expected here.'],
    [{ spokes: [3] }, 'spokes', '[3] is not of the kind or length expected here.'],
    [{ revision: 0 }, 'revision', '0 is not of the kind or length expected here.'],
    [{ youngPeople: { age: 3 } }, 'youngPeople.age', '3 is not of the kind or length expected here.'],
    [
      { outcomes: { atClose: { Safer: 3 } } },
      'outcomes.atClose.Safer',
      '3 is not of the kind or length expected here.',
    ],
    [{ outcomes: { atClose: { 'a.b': {} } } }, 'outcomes.atClose', '"a.b" cannot be the name of a measure.'],
    [
      { youngPeople: { gender: { 'a.b': 1 } } },
      'youngPeople.gender',
      '{"a.b":1} is not of the kind or length expected here.',
    ],
    [
      { combined: { services: ['4', '4'], returns: 2 } },
      'combined.services',
      '["4","4"] is not of the kind or length expected here.',
    ],
    [{ explanations: 3 }, 'explanations', '3 is not of the kind or length expected here.'],
  ])('%j', (parts, path, message) => {
    expect(said({ ...header, ...parts })).toMatchObject([{ rule: 'R007', paths: [path], message }]);
  });

  test('comes with what is expected', () => {
    const expected = (parts: object) => said({ ...header, ...parts })[0]?.expected;
    expect(expected({ spokes: [3] })).toBe('an object with the fields of the section');
    expect(expected({ combined: { services: ['4', '4'], returns: 2 } })).toBe(
      'two services or more, each once',
    );
    expect(expected({ outcomes: { atClose: { 'a.b': {} } } })).toBe(
      'names of 1 to 100 characters without a dot or a stroke',
    );
    expect(expected({ youngPeople: { gender: { 'a.b': 1 } } })).toBe(
      'names of 1 to 100 characters without a dot',
    );
    expect(expected({ service: 2 })).toMatch(/string/);
  });
});

describe('what is no plain data', () => {
  const refused = (input: unknown) => said(input).map(({ rule, paths, message }) => [rule, paths, message]);
  const deep = (levels: number): unknown => (levels === 0 ? 1 : { a: deep(levels - 1) });

  test.each([
    [() => 1, 'Found a function.'],
    [12n, 'Found a bigint.'],
    [Symbol('x'), 'Found a symbol.'],
    [new Date(0), 'Found an object of a class.'],
  ])('is refused where it stands', (note, message) => {
    expect(refused({ ...header, youngPeople: note })).toEqual([['R001', ['youngPeople'], message]]);
    expect(refused(note)).toEqual([['R001', [], message]]);
  });

  test('by its depth is refused at the twelfth level', () => {
    const levels = (count: number) => refused({ ...header, youngPeople: deep(count) }).map(([rule]) => rule);
    expect(levels(11)).toEqual(['R003']);
    expect(refused({ ...header, youngPeople: deep(12) })[0]).toEqual([
      'R001',
      [`youngPeople${'.a'.repeat(11)}`],
      'Found more than 12 levels.',
    ]);
  });

  test.each([
    [null, 'Found null.'],
    [undefined, 'Found nothing.'],
    ['text', 'Found "text".'],
    [[header], 'Found [{"edition":"year-two","service":"2","period":{"from":"20….'],
    [() => 1, 'Found a function.'],
  ])('has no place where it is the whole: %s', (input, message) => {
    expect(refused(input)).toEqual([['R001', [], message]]);
    expect(checkReturn(input).notRun.length).toBeGreaterThan(40);
  });

  test('hides no other fault, and is not named twice', () => {
    expect(refused({ ...header, youngPeople: { direct: () => 1, indirect: -1 } })).toEqual([
      ['R001', ['youngPeople.direct'], 'Found a function.'],
      ['R004', ['youngPeople.indirect'], '-1 is not a count.'],
    ]);
  });

  test('of a key with a meaning of its own is refused by that key', () => {
    const input: unknown = JSON.parse(`{"youngPeople":{"__proto__":1},${JSON.stringify(header).slice(1)}`);
    expect(refused(input)).toEqual([
      ['R001', ['youngPeople.__proto__'], 'Found a key with a meaning of its own.'],
    ]);
  });

  test('of another realm, or without a prototype, is plain', () => {
    const bare = Object.assign(Object.create(null) as object, header);
    expect(checkReturn(bare).findings).toEqual([]);
    const foreign = Object.assign(Object.create(Object.create(null) as object) as object, header);
    expect(checkReturn(foreign).findings).toEqual([]);
    expect(refused(Object.assign(Object.create({ a: 1 }) as object, header))).toEqual([
      ['R001', [], 'Found an object of a class.'],
    ]);
  });

  test('by the hundred is refused a hundred times', () => {
    const many = Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`k${index}`, () => index]));
    expect(refused({ ...header, youngPeople: many })).toHaveLength(100);
  });
});

describe('what is not read', () => {
  const notRun = (input: unknown, rule: string) =>
    checkReturn(input).notRun.find((each) => each.rule === rule)?.reason;

  test('keeps the rules from running that read it, or a part of it, or what holds it', () => {
    expect(notRun({ ...header, youngPeople: { direct: 'x', indirect: 1, total: 2 } }, 'R202')).toBe(
      'youngPeople.direct could not be read.',
    );
    expect(notRun({ ...header, youngPeople: 3 }, 'R202')).toBe('youngPeople.base could not be read.');
    expect(notRun({ ...header, youngPeople: { directly: 3 } }, 'R202')).toMatch(/was not returned/);
  });
});

describe('findings', () => {
  const finding = (rule: string, severity: Finding['severity'], ...paths: readonly string[]): Finding => ({
    rule,
    severity,
    paths,
    message: '',
    found: {},
    expected: '',
    remedy: '',
  });

  test('come by what must be done first, then by rule, then by place', () => {
    const sorted = [
      finding('R101', 'error'),
      finding('R101', 'error', 'a'),
      finding('R101', 'error', 'b'),
      finding('R202', 'error', 'a'),
      finding('R001', 'query', 'a'),
      finding('R001', 'advice', 'a'),
    ];
    expect([...sorted].reverse().sort(byImportance)).toEqual(sorted);
    expect(byImportance(finding('R101', 'error', 'a'), finding('R101', 'error', 'a'))).toBe(0);
  });

  test.each([
    ['a\u0007b\u200Bc', '"a\\u0007bc"'],
    [-0, '-0'],
    [0, '0'],
    [NaN, 'NaN'],
    [undefined, 'nothing'],
    [null, 'null'],
    ['x'.repeat(58), `"${'x'.repeat(58)}"`],
    ['x'.repeat(59), `"${'x'.repeat(56)}…`],
  ])('show %j briefly', (value, text) => {
    expect(shown(value)).toBe(text);
  });
});
