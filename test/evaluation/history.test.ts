import fc from 'fast-check';
import {
  checkTheories,
  emptyHistory,
  mergeHistories,
  readCodebook,
  refineTheory,
  standing,
  theoriesAt,
  writeCodebook,
  type CmoConfiguration,
  type Refinement,
  type TheoryHistory,
} from 'hub-and-spoke';
import { describe, expect, test } from 'vitest';

const candidate = (id: string, more: Partial<CmoConfiguration> = {}): CmoConfiguration => ({
  id,
  contexts: [{ layer: 'practice', statement: `A context of ${id}` }],
  mechanism: { statement: `What changes in ${id}` },
  outcome: { statement: `What comes about in ${id}`, valence: 'desired' },
  status: 'candidate',
  ...more,
});
const led = {
  reason: 'What the visits showed',
  evidence: [{ kind: 'interview-theme', section: '3.3' }],
} as const;
const refined = (history: TheoryHistory, refinement: Partial<Refinement>): TheoryHistory => {
  const result = refineTheory(history, { on: '2015-09-30', ...led, ...refinement });
  expect(result.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  return result.history;
};
const first = refined(emptyHistory, { on: '2014-09-30', configurations: [candidate('A'), candidate('B')] });

describe('a refinement', () => {
  test('adds a version and leaves the earlier ones as they were', () => {
    const copy = JSON.stringify(first);
    const second = refined(first, { statuses: [{ id: 'A', status: 'set-aside' }] });
    expect(JSON.stringify(first)).toBe(copy);
    expect(second.versions).toHaveLength(2);
    expect(second.versions[0]).toEqual(first.versions[0]);
    expect(second.versions[1]?.after).toEqual([first.versions[0]?.id]);
    expect(theoriesAt(first).configurations[0]?.status).toBe('candidate');
    expect(theoriesAt(second).configurations[0]?.status).toBe('set-aside');
  });

  test('calls what it supersedes refined', () => {
    const second = refined(first, { configurations: [candidate('A2', { supersedes: ['A'] })] });
    expect(theoriesAt(second).configurations.map(({ id, status }) => [id, status])).toEqual([
      ['A', 'refined'],
      ['B', 'candidate'],
      ['A2', 'candidate'],
    ]);
  });

  test('adds evidence to what stands, each piece once', () => {
    const more = [{ id: 'A', evidence: [{ kind: 'return', section: 'Table 4' }] }] as const;
    const twice = refined(refined(first, { evidenceFor: more }), { on: '2016-01-01', evidenceFor: more });
    expect(theoriesAt(twice).configurations[0]?.evidenceFor).toEqual(more[0].evidence);
  });

  test.each<[string, Partial<Refinement>, string]>([
    ['rewrites a configuration', { configurations: [candidate('A', { status: 'supported' })] }, 'T407'],
    ['speaks of what is not there', { statuses: [{ id: 'Z', status: 'supported' }] }, 'T406'],
    ['has no reason', { reason: ' ' }, 'T001'],
    ['has no day', { on: 'last week' }, 'T001'],
    ['holds what was said', { evidence: [{ kind: 'interview-quote', quote: 'words' } as never] }, 'T001'],
  ])('is not added when it %s', (_, refinement, code) => {
    const { history, version, findings } = refineTheory(first, { on: '2015-09-30', ...led, ...refinement });
    expect([history, version]).toEqual([first, undefined]);
    expect(findings.map(({ rule }) => rule)).toContain(code);
  });

  test('without evidence is added, and asked about', () => {
    const { history, findings } = refineTheory(first, {
      on: '2015-09-30',
      reason: 'A thought',
      statuses: [{ id: 'A', status: 'set-aside' }],
    });
    expect(history.versions).toHaveLength(2);
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([['T404', 'advice']]);
  });
});

describe('two histories', () => {
  const one = refined(first, {
    statuses: [{ id: 'A', status: 'supported' }],
    evidenceFor: [{ id: 'A', evidence: [{ kind: 'case-file' }] }],
  });
  const other = refined(first, {
    reason: 'Other visits',
    statuses: [{ id: 'A', status: 'contradicted' }],
    evidenceAgainst: [{ id: 'A', evidence: [{ kind: 'return' }] }],
  });
  const merged = mergeHistories(one, other);

  test('that disagree show both sides, and settle on neither', () => {
    const { configurations, conflicts } = theoriesAt(merged);
    expect(
      conflicts.map(({ about, id, sides }) => [about, id, ...sides.map(({ says }) => says).sort()]),
    ).toEqual([['status', 'A', 'contradicted', 'supported']]);
    expect(configurations[0]?.status).toBe('candidate');
    expect(configurations[0]).toMatchObject({
      evidenceFor: [{ kind: 'case-file' }],
      evidenceAgainst: [{ kind: 'return' }],
    });
    expect(checkTheories(merged).findings.map(({ rule }) => rule)).toContain('T403');
  });

  test('are settled by a version that knows of both', () => {
    const settled = refined(merged, {
      on: '2016-03-31',
      reason: 'Decided',
      statuses: [{ id: 'A', status: 'contradicted' }],
    });
    expect(settled.versions.at(-1)?.after).toHaveLength(2);
    expect(theoriesAt(settled)).toMatchObject({
      conflicts: [],
      configurations: [{ status: 'contradicted' }, {}],
    });
  });

  test('with the same id for different configurations keep both wordings', () => {
    const here = refined(first, {
      configurations: [candidate('N', { outcome: { statement: 'This', valence: 'desired' } })],
    });
    const there = refined(first, {
      configurations: [candidate('N', { outcome: { statement: 'That', valence: 'desired' } })],
    });
    const { configurations, conflicts } = theoriesAt(mergeHistories(here, there));
    expect(configurations.map(({ id }) => id)).toEqual(['A', 'B']);
    expect(conflicts).toMatchObject([{ about: 'configuration', id: 'N', sides: [{}, {}] }]);
    expect(JSON.stringify(conflicts)).toContain('This');
    expect(JSON.stringify(conflicts)).toContain('That');
  });

  test('a version that was altered on the way is found, and kept beside the true one', () => {
    const [version] = first.versions;
    const altered: TheoryHistory = { versions: [{ ...version!, reason: 'Another reason' }] };
    expect(mergeHistories(first, altered).versions).toHaveLength(2);
    expect(checkTheories(mergeHistories(first, altered)).findings.map(({ rule }) => rule)).toContain('T401');
  });
});

const ids = ['A', 'B', 'C', 'D'] as const;
const step = fc.record({
  branch: fc.nat(2),
  day: fc.integer({ min: 10, max: 28 }),
  id: fc.constantFrom(...ids),
  what: fc.constantFrom('status', 'for', 'against', 'new', 'merge' as const),
  status: fc.constantFrom('supported', 'set-aside', 'contradicted' as const),
});

/** What a status needs to rest on. */
const proof = (id: string, status: 'supported' | 'set-aside' | 'contradicted'): Partial<Refinement> => {
  const evidence = [{ id, evidence: [{ kind: 'case-file', reference: `Files about ${id}` }] }] as const;
  if (status === 'set-aside') return {};
  return status === 'supported' ? { evidenceFor: evidence } : { evidenceAgainst: evidence };
};

/** Three branches of one history that grow apart and now and then take each other in. */
const branches = fc.array(step, { maxLength: 12 }).map((steps) => {
  const start = refined(emptyHistory, { on: '2014-01-01', configurations: ids.map((id) => candidate(id)) });
  const heads: [TheoryHistory, TheoryHistory, TheoryHistory] = [start, start, start];
  for (const [index, { branch, day, id, what, status }] of steps.entries()) {
    const history = heads[branch] ?? start;
    const on = `2015-01-${day}`;
    const changes: Partial<Refinement> =
      what === 'status'
        ? { statuses: [{ id, status }], ...proof(id, status) }
        : what === 'for'
          ? { evidenceFor: [{ id, evidence: [{ kind: 'document', reference: `Page ${index}` }] }] }
          : what === 'against'
            ? { evidenceAgainst: [{ id, evidence: [{ kind: 'document', reference: `Page ${index}` }] }] }
            : { configurations: [candidate(`${id}${index}`, { supersedes: [id] })] };
    heads[branch] =
      what === 'merge'
        ? mergeHistories(history, heads[(branch + 1) % 3] ?? start)
        : refined(history, { on, ...changes });
  }
  return heads;
});

describe('merging', () => {
  test('is associative, commutative and idempotent, and loses nothing', () => {
    fc.assert(
      fc.property(branches, ([one, two, three]) => {
        const left = mergeHistories(mergeHistories(one, two), three);
        expect(mergeHistories(one, mergeHistories(two, three))).toEqual(left);
        expect(mergeHistories(three, mergeHistories(two, one))).toEqual(left);
        expect(mergeHistories(left, left)).toEqual(left);
        for (const version of [one, two, three].flatMap(({ versions }) => versions))
          expect(left.versions).toContainEqual(version);
        expect(theoriesAt({ versions: [...left.versions].reverse() })).toEqual(theoriesAt(left));
      }),
      { numRuns: 100 },
    );
  });

  test('every piece of evidence of either history stands in the merged one', () => {
    fc.assert(
      fc.property(branches, ([one, two]) => {
        const merged = new Map(
          theoriesAt(mergeHistories(one, two)).configurations.map((each) => [each.id, each]),
        );
        for (const each of [...theoriesAt(one).configurations, ...theoriesAt(two).configurations]) {
          for (const piece of each.evidenceFor ?? [])
            expect(merged.get(each.id)?.evidenceFor).toContainEqual(piece);
          for (const piece of each.evidenceAgainst ?? [])
            expect(merged.get(each.id)?.evidenceAgainst).toContainEqual(piece);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('the standing of a configuration', () => {
  test('does not change when unrelated evidence is added', () => {
    const evidence = fc.record({
      kind: fc.constantFrom('return', 'document', 'case-file', 'interview-quote' as const),
      informant: fc.constantFrom('police', 'spoke-worker', 'young-person'),
      services: fc.subarray(['1', '2', '3']),
    });
    fc.assert(
      fc.property(
        fc.array(evidence, { maxLength: 5 }),
        fc.array(evidence, { minLength: 1, maxLength: 5 }),
        (own, others) => {
          const before = refined(first, { evidenceFor: [{ id: 'A', evidence: own }] });
          const after = refined(before, {
            on: '2016-01-01',
            evidenceFor: [{ id: 'B', evidence: others }],
            evidenceAgainst: [{ id: 'B', evidence: others }],
          });
          const standingOf = (history: TheoryHistory) => standing(theoriesAt(history).configurations[0]!);
          expect(standingOf(after)).toEqual(standingOf(before));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('says from how many services, informants and methods, and what was never tested', () => {
    const found = standing(
      candidate('A', {
        inferred: ['outcome'],
        evidenceFor: [
          { kind: 'interview-quote', informant: 'police', section: '3.2', services: ['3'], strength: 'one' },
          {
            kind: 'interview-theme',
            informant: 'hub-manager',
            section: '3.2',
            services: ['3', '5'],
            strength: 'many',
          },
          { kind: 'interview-quote', informant: 'police', section: '3.2', services: ['3'] },
        ],
        evidenceAgainst: [{ kind: 'document', reference: 'Minutes of 3 March' }],
      }),
    );
    expect(found).toEqual({
      id: 'A',
      supports: {
        pieces: 2,
        services: ['3', '5'],
        servicesNotSaid: 0,
        informants: ['hub-manager', 'police'],
        methods: ['interviews'],
        strength: 'many',
      },
      contradicts: { pieces: 1, services: [], servicesNotSaid: 1, informants: [], methods: ['documents'] },
      evidence: 'contested',
      triangulated: true,
      neverTested: [
        'The outcome was inferred, and no evidence speaks to it.',
        'No count of the outcome was looked at, and no measure is named in which it would show.',
        'No evidence names a young person.',
      ],
    });
  });
});

describe('what an earlier reading of it got wrong', () => {
  const refused = (history: TheoryHistory, refinement: Partial<Refinement>) => {
    const result = refineTheory(history, { on: '2015-09-30', ...led, ...refinement });
    expect(result.version).toBeUndefined();
    return result.findings.map(({ rule, paths }) => [rule, ...paths]);
  };

  test.each<[string, Partial<CmoConfiguration>, readonly string[]]>([
    ['supersedes what is not there', { supersedes: ['Nope'] }, ['T101', 'configurations.0.supersedes.0']],
    [
      'names a measure that is none',
      { outcome: { statement: 'x', valence: 'mixed', measure: 'typo' } },
      ['T301', 'configurations.0.outcome.measure'],
    ],
    ['has no context', { contexts: [] }, ['T203', 'configurations.0.contexts']],
    [
      'is supported without evidence',
      { status: 'supported' },
      ['T204', 'configurations.0.status', 'configurations.0.evidenceFor'],
    ],
  ])('a configuration that %s is refused, for it could never be corrected', (_, more, finding) => {
    expect(refused(first, { configurations: [candidate('N', more)] })).toContainEqual(finding);
  });

  test('the same id twice in one refinement is refused', () => {
    expect(
      refused(emptyHistory, { configurations: [candidate('N'), candidate('N', { source: '3.2' })] })[0]?.[0],
    ).toBe('T001');
    expect(
      refused(first, {
        statuses: [
          { id: 'A', status: 'set-aside' },
          { id: 'A', status: 'candidate' },
        ],
      })[0]?.[0],
    ).toBe('T001');
  });

  test('a later configuration may be the rival of an earlier one, both ways', () => {
    const history = refined(first, { configurations: [candidate('C', { rivals: ['A'] })] });
    expect(theoriesAt(history).configurations.map(({ id, rivals }) => [id, rivals])).toEqual([
      ['A', ['C']],
      ['B', undefined],
      ['C', ['A']],
    ]);
    expect(checkTheories(history).findings.filter(({ rule }) => rule === 'T104')).toEqual([]);
  });

  test('two wordings under one id are settled by laying them aside', () => {
    const wording = (statement: string) =>
      refined(first, { configurations: [candidate('N', { outcome: { statement, valence: 'desired' } })] });
    const merged = mergeHistories(wording('This'), wording('That'));
    const settled = refined(merged, {
      on: '2016-01-01',
      configurations: [candidate('N2', { supersedes: ['N'] })],
      statuses: [{ id: 'N', status: 'refined' }],
    });
    expect(theoriesAt(settled).conflicts).toEqual([]);
    expect(checkTheories(settled).findings.filter(({ severity }) => severity !== 'advice')).toEqual([]);
  });

  test('superseding a disputed configuration does not settle the dispute by itself', () => {
    const proven = { statuses: [{ id: 'A', status: 'supported' as const }], ...proof('A', 'supported') };
    const merged = mergeHistories(
      refined(first, proven),
      refined(first, { on: '2015-10-01', statuses: [{ id: 'A', status: 'set-aside' }] }),
    );
    const history = refined(merged, {
      on: '2016-01-01',
      configurations: [candidate('A2', { supersedes: ['A'] })],
    });
    expect(theoriesAt(history).conflicts).toHaveLength(1);
  });

  test('a version that stands twice is one version', () => {
    const later = refined(first, { statuses: [{ id: 'A', status: 'set-aside' }] });
    const doubled = { versions: [...later.versions, ...later.versions] };
    expect(theoriesAt(doubled)).toEqual(theoriesAt(later));
  });

  test('a dispute within a dispute goes back to what was agreed', () => {
    const one = refined(first, { statuses: [{ id: 'A', status: 'supported' }], ...proof('A', 'supported') });
    const other = refined(first, {
      on: '2015-10-01',
      statuses: [{ id: 'A', status: 'contradicted' }],
      ...proof('A', 'contradicted'),
    });
    const undecided = refined(mergeHistories(one, other), {
      on: '2015-11-01',
      configurations: [candidate('X')],
    });
    const here = refined(undecided, { on: '2016-01-01', statuses: [{ id: 'A', status: 'set-aside' }] });
    const there = refined(undecided, {
      on: '2016-01-02',
      statuses: [{ id: 'A', status: 'refined' }],
      configurations: [candidate('A3', { supersedes: ['A'] })],
    });
    expect(theoriesAt(mergeHistories(here, there)).configurations.find(({ id }) => id === 'A')?.status).toBe(
      'candidate',
    );
  });

  test('a version speaks only of what it knows', () => {
    const left = refined(first, { configurations: [candidate('L')] });
    const [start] = first.versions;
    const blind = refineTheory(first, {
      on: '2015-09-30',
      ...led,
      statuses: [{ id: 'L', status: 'set-aside' }],
    });
    expect(blind.findings.map(({ rule }) => rule)).toEqual(['T406']);
    expect(start && left.versions[0]).toEqual(start);
  });

  test('a circle of versions is refused and never walked for ever', () => {
    const [version] = first.versions;
    const circle = { versions: [{ ...version!, after: [version!.id] }] };
    expect(refineTheory(circle, { on: '2016-01-01', ...led }).findings.map(({ rule }) => rule)).toEqual([
      'T401',
    ]);
    expect(checkTheories(circle).findings.map(({ rule }) => rule)).toContain('T401');
    expect(() => refineTheory({} as TheoryHistory, { on: '2016-01-01', ...led })).toThrow(TypeError);
  });

  test('entries beside the versions are no part of a history', () => {
    const { accepted, findings } = checkTheories({ versions: [], configurations: [candidate('A')] });
    expect([accepted, findings[0]?.paths]).toEqual([false, ['configurations']]);
  });

  test('what the evaluators retell is no informant of its own, and a document is one piece under any kind', () => {
    const retold = standing(
      candidate('A', {
        evidenceFor: [
          { kind: 'interview-quote', informant: 'POL', section: '3.2' },
          { kind: 'interview-theme', informant: 'evaluators', section: '3.2' },
        ],
      }),
    );
    expect([retold.triangulated, retold.supports.informants]).toEqual([false, ['evaluators', 'police']]);
    const same = standing(
      candidate('A', {
        evidenceFor: [
          { kind: 'document', reference: 'Plan, p. 3' },
          { kind: 'board-document', reference: 'plan, p. 3' },
        ],
      }),
    );
    expect([same.supports.pieces, same.triangulated]).toEqual([1, false]);
    const legs = standing(
      candidate('A', {
        evidenceFor: [
          { kind: 'interview-quote', informant: 'police', legs: ['context'] },
          { kind: 'interview-quote', informant: 'hub-manager', legs: ['outcome'] },
        ],
      }),
    );
    expect(legs.triangulated).toBe(false);
  });

  test('a count of the context is no count of the outcome', () => {
    const found = standing(candidate('A', { evidenceFor: [{ kind: 'return', legs: ['context'] }] }));
    expect(found.neverTested).toContain(
      'No count of the outcome was looked at, and no measure is named in which it would show.',
    );
  });
});

test('what is said under one reference is put together, in any order', () => {
  const notes = [
    { kind: 'interview-quote', informant: 'hub-manager', reference: 'Visit notes', services: ['A'] },
    { kind: 'interview-quote', informant: 'police', reference: 'Visit notes', services: ['B'] },
    { kind: 'return', reference: 'visit notes' },
  ] as const;
  const found = standing(candidate('A', { evidenceFor: notes }));
  expect(found.supports).toMatchObject({
    pieces: 1,
    services: ['A', 'B'],
    informants: ['hub-manager', 'police'],
  });
  expect(standing(candidate('A', { evidenceFor: [...notes].reverse() }))).toEqual(found);
});

test('theories as they stand after a history can be checked and exported', () => {
  const state = theoriesAt(first);
  expect(checkTheories(state).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(readCodebook(writeCodebook(state)).theories.configurations).toEqual(state.configurations);
});

describe('what a second reading found', () => {
  test('evidence and theories that a version adds are checked too', () => {
    const said = [
      { id: 'A', evidence: [{ kind: 'interview-quote', reference: 'p. 3', source: 'nope' }] },
    ] as const;
    expect(
      refineTheory(first, { on: '2015-09-30', ...led, evidenceFor: said }).findings.map(({ rule, paths }) => [
        rule,
        ...paths,
      ]),
    ).toEqual([['T101', 'evidenceFor']]);
    const theories = [{ id: 'P', title: 'A theory', configurations: ['ZZZ'] }];
    expect(
      refineTheory(first, { on: '2015-09-30', ...led, theories }).findings.map(({ paths }) => paths),
    ).toEqual([['theories.0.configurations.0']]);
  });

  test('what stands already hides nothing of what is new', () => {
    const many = { versions: [...first.versions] };
    const [start] = many.versions;
    const dangling = Array.from({ length: 1001 }, (_, index) =>
      candidate(`D${index}`, { supersedes: [`X${index}`] }),
    );
    const received = mergeHistories(many, {
      versions: [{ ...start!, id: 'received', configurations: dangling }],
    });
    expect(
      refineTheory(received, {
        on: '2016-01-01',
        ...led,
        configurations: [candidate('Z', { supersedes: ['nowhere'] })],
      }).findings.map(({ rule }) => rule),
    ).toContain('T101');
  });

  test('what versions dispute may be named', () => {
    const titled = (title: string) =>
      refined(first, { sources: [{ id: 'S', kind: 'case-file', title, source: 'library' }] });
    const merged = mergeHistories(titled('One'), titled('Other'));
    refined(merged, {
      on: '2016-01-01',
      configurations: [candidate('N', { evidenceFor: [{ kind: 'case-file', source: 'S' }] })],
    });
  });

  test('a circle in which one place has more arrows than a call takes arguments', () => {
    const wide = Array.from({ length: 99_999 }, (_, index) => ({
      id: `B${index}`,
      contexts: [],
      outcome: { statement: 'S', valence: 'desired' },
      status: 'candidate',
      supersedes: index === 0 ? ['B1'] : index === 99_998 ? ['B0'] : ['B0', `B${index + 1}`],
    }));
    expect(
      checkTheories({ configurations: wide }).findings.filter(({ rule }) => rule === 'T103'),
    ).toHaveLength(1);
  });
});
