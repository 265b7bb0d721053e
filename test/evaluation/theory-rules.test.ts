import {
  checkTheories,
  codebookRules,
  historyRules,
  indicators,
  measures,
  theoryRules,
  type CmoConfiguration,
} from 'hub-and-spoke';
import { theories } from 'hub-and-spoke/year-two';
import { describe, expect, test } from 'vitest';

const found = (input: unknown, code: string) =>
  checkTheories(input).findings.filter(({ rule }) => rule === code);

describe.each([...theoryRules, ...historyRules].map((rule) => [rule.code, rule] as const))(
  '%s',
  (code, rule) => {
    test('holds where it is said to hold', () => {
      expect(rule.examples.holds.length).toBeGreaterThan(0);
      for (const example of rule.examples.holds) expect(found(example, code)).toEqual([]);
    });
    test('finds what breaks it, with the place, what was found and what to do', () => {
      expect(rule.examples.breaks.length).toBeGreaterThan(0);
      for (const example of rule.examples.breaks) {
        const [finding] = found(example, code);
        expect(finding).toMatchObject({ severity: rule.severity, remedy: rule.remedy });
        expect(finding?.paths.length).toBeGreaterThan(0);
        expect(finding?.message).toMatch(/^\S.*\.$/);
        expect(finding?.expected.length).toBeGreaterThan(5);
      }
    });
  },
);

test('the codes are unique and in order', () => {
  for (const catalogue of [theoryRules, historyRules, codebookRules]) {
    const codes = catalogue.map(({ code }) => code);
    expect([...new Set(codes)].sort()).toEqual(codes);
  }
});

const plain: CmoConfiguration = {
  id: 'A',
  contexts: [{ layer: 'practice', statement: 'A manager for the Spokes alone' }],
  mechanism: { statement: 'Somebody can be asked' },
  outcome: {
    statement: 'Fewer leave',
    valence: 'desired',
    indicators: indicators.map(({ id }) => id),
    measure: 'dedicated-manager',
  },
  status: 'candidate',
};

describe('theories from strangers', () => {
  test('sound ones are accepted and come back', () => {
    expect(checkTheories({ configurations: [plain] })).toEqual({
      accepted: true,
      value: { configurations: [plain] },
      findings: [],
      notRun: [],
    });
  });

  test('an unknown layer, status or entry is a finding with its place, and the others are still checked', () => {
    const bad = {
      configurations: [
        { ...plain, contexts: [{ layer: 'cosmic', statement: 'Stars' }] },
        { ...plain, id: 'B', rivals: ['Z'] },
        { ...plain, id: 'C', quote: 'what somebody said' },
        { ...plain, id: 'D', rivals: ['A'] },
      ],
    };
    const { accepted, value, findings, notRun } = checkTheories(bad);
    expect([accepted, value]).toEqual([false, undefined]);
    expect(findings.map(({ rule, paths }) => [rule, ...paths])).toEqual([
      ['T001', 'configurations.0.contexts.0.layer'],
      ['T001', 'configurations.2'],
      ['T101', 'configurations.1.rivals.0'],
    ]);
    expect(findings[0]?.expected).toContain('safeguarding');
    expect(findings[1]?.message).toBe('configurations.2 has no place for "quote".');
    expect(notRun).toHaveLength(theoryRules.length);
    expect(notRun[0]?.reason).toBe('Not checked for 2 of 4 configurations, which could not be read.');
  });

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a number', 7],
    ['text', 'theories'],
    ['a list', []],
    ['no configurations', {}],
    ['configurations that are none', { configurations: 'many' }],
    ['a list with holes', { configurations: [undefined, null, 3] }],
    ['versions that are none', { versions: {} }],
    ['another entry', { configurations: [], secrets: [] }],
    [
      'something that throws',
      new Proxy(
        {},
        {
          get: () => {
            throw new Error('no');
          },
          ownKeys: () => {
            throw new Error('no');
          },
        },
      ),
    ],
    ['what would pollute', JSON.parse('{"configurations":[],"__proto__":{"polluted":true}}') as unknown],
    [
      'an id that is a key of every object',
      { configurations: [{ ...plain, id: '__proto__', rivals: ['constructor'] }] },
    ],
  ])('%s is a finding and never throws', (_, input) => {
    const { accepted, findings } = checkTheories(input);
    expect(accepted).toBe(false);
    expect(findings.length).toBeGreaterThan(0);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test('a cycle of objects is refused', () => {
    const cycle: Record<string, unknown> = { configurations: [] };
    cycle.theories = [cycle];
    expect(checkTheories(cycle).findings[0]?.rule).toBe('T001');
  });

  test('what somebody said is not repeated in the finding about it', () => {
    const said = '“we were never asked about any of it”';
    const [finding] = found(
      { configurations: [{ ...plain, evidenceFor: [{ kind: 'interview-quote', reference: said }] }] },
      'T207',
    );
    expect(JSON.stringify(finding)).not.toContain('never asked');
  });

  test('a chain of ten thousand successors is followed, and its ring found', () => {
    const chain = Array.from({ length: 10_000 }, (_, index) => ({
      ...plain,
      id: `C${index}`,
      supersedes: index === 0 ? [] : [`C${index - 1}`],
    }));
    expect(found({ configurations: chain }, 'T103')).toEqual([]);
    const ring = chain.map((each, index) => (index === 0 ? { ...each, supersedes: ['C9999'] } : each));
    expect(found({ configurations: ring }, 'T103')).toHaveLength(1);
  });

  test('ids that collide ten thousand times are one finding', () => {
    const same = Array.from({ length: 10_000 }, () => plain);
    expect(found({ configurations: same }, 'T102')).toHaveLength(1);
  });

  test('the measures of the caller are known, and others are not', () => {
    const own = { ...plain, outcome: { ...plain.outcome, measure: 'own' } };
    expect(found({ configurations: [own] }, 'T301')).toHaveLength(1);
    expect(
      checkTheories({ configurations: [own] }, { measures: [{ ...measures[0]!, id: 'own' }] }).accepted,
    ).toBe(true);
  });
});

test('ten thousand configurations of the report’s kind are checked whole', () => {
  const many = (times: number) => ({
    configurations: Array.from({ length: times }, (_, copy) =>
      theories.configurations.map((each) => ({
        ...each,
        id: `${each.id}-${copy}`,
        rivals: (each.rivals ?? []).map((id) => `${id}-${copy}`),
      })),
    ).flat(),
    sources: theories.sources,
  });
  expect(checkTheories(many(150)).findings.filter(({ severity }) => severity !== 'advice')).toEqual([]);
});

describe('what an earlier reading of it got wrong', () => {
  const says = (mechanism: string, outcome: string): boolean =>
    found(
      {
        configurations: [
          {
            ...plain,
            mechanism: { statement: mechanism },
            outcome: { ...plain.outcome, statement: outcome },
          },
        ],
      },
      'T202',
    ).length > 0;

  test.each([
    ['Referrals increased', 'Referrals increase', true],
    ['Policies changed', 'Policy changes', true],
    ['Practitioners recognise risk', 'Risk is recognised by practitioners', true],
    ['Spokes are not supported', 'Spokes are supported', false],
    ['Practitioners recognise risk', 'Referrals rise', false],
  ])('“%s” and “%s” say the same: %s', (mechanism, outcome, same) => {
    expect(says(mechanism, outcome)).toBe(same);
  });

  test.each([
    ['We were never asked first', true],
    ['I was never asked', true],
    ['They never told anyone', true],
    ['‘Nobody asked anyone at all’', true],
    ['Working with us: a guide, p. 3', false],
    ['"Spokes in the county" action plan, p. 3', false],
    ['Appendix I, table 3', false],
  ])('the reference %s is a quotation: %s', (reference, quoted) => {
    expect(
      found({ configurations: [{ ...plain, evidenceFor: [{ kind: 'document', reference }] }] }, 'T207')
        .length > 0,
    ).toBe(quoted);
  });

  test('quotation marks without end are read once', () => {
    const evidenceFor = Array.from({ length: 1000 }, (_, index) => ({
      kind: 'document',
      reference: `${'“ '.repeat(95)}${index}`,
    }));
    expect(found({ configurations: [{ ...plain, evidenceFor }] }, 'T207')).toEqual([]);
  });

  test('every circle is found, with the places at which it stands', () => {
    const each = (id: string, ...supersedes: readonly string[]) => ({ ...plain, id, supersedes });
    const paths = (...configurations: readonly unknown[]) =>
      found({ configurations }, 'T103').map((finding) => finding.paths.map((path) => path.split('.')[1]));
    expect(paths(each('A', 'B', 'C'), each('B', 'D'), each('C', 'D'), each('D', 'A'))).toEqual([
      ['0', '1', '2', '3'],
    ]);
    expect(paths(each('A', 'B'), each('B', 'A'), each('C', 'C'), each('D', 'A'))).toEqual([
      ['0', '1'],
      ['2'],
    ]);
    expect(paths({ id: 'X' }, each('A', 'B'), each('B', 'A'))).toEqual([['1', '2']]);
  });

  test('dense circles of thousands are found in one pass', () => {
    const dense = Array.from({ length: 5000 }, (_, index) => ({
      ...plain,
      id: `C${index}`,
      supersedes: [`C${(index + 1) % 5000}`, 'C0'].filter((id, place, all) => all.indexOf(id) === place),
    }));
    const [circle] = found({ configurations: dense }, 'T103');
    expect(circle?.paths).toHaveLength(20);
    expect(circle?.message).toContain('and 4992 more');
  });

  test('an id that is named in vain a million times is one finding', () => {
    const vain = Array.from({ length: 5000 }, (_, index) => ({
      ...plain,
      id: `C${index}`,
      rivals: Array.from({ length: 100 }, (__, rival) => `Z${rival}`),
    }));
    const findings = found({ configurations: vain }, 'T101');
    expect(findings).toHaveLength(100);
    expect(findings[0]).toMatchObject({
      message: 'There is no configuration “Z0”, which is named 5000 times.',
    });
  });

  test('of one rule at most a thousand findings are listed, and how many more', () => {
    const many = Array.from({ length: 1500 }, (_, index) => ({ ...plain, id: `C${index}`, contexts: [] }));
    const findings = found({ configurations: many }, 'T203');
    expect(findings).toHaveLength(1001);
    expect(findings.some(({ message }) => message === '500 more of the same are not listed.')).toBe(true);
  });
});

test('what somebody said is not repeated where it does not even fit, and is asked about in statements', () => {
  const said = 'nobody ever came to the door '.repeat(10).trim();
  const tooLong = checkTheories({
    configurations: [{ ...plain, evidenceFor: [{ kind: 'interview-quote', reference: said }] }],
  });
  expect(tooLong.findings[0]).toMatchObject({
    rule: 'T001',
    paths: ['configurations.0.evidenceFor.0.reference'],
  });
  expect(JSON.stringify(tooLong.findings)).not.toContain('came to the door');
  const spoken = found(
    {
      configurations: [
        { ...plain, outcome: { ...plain.outcome, statement: 'I think nobody came to the door' } },
      ],
    },
    'T207',
  );
  expect(spoken).toHaveLength(1);
  expect(JSON.stringify(spoken)).not.toContain('came to the door');
});

test.each([[null], ['A'], [{}], [3]])(
  'configurations that are %j are a finding, not an exception',
  (configurations) => {
    const { accepted, findings, notRun } = checkTheories({ configurations });
    expect(accepted).toBe(false);
    expect(findings[0]?.rule).toBe('T001');
    expect(notRun[0]?.reason).toBe('The configurations are no list, and were not read.');
  },
);
