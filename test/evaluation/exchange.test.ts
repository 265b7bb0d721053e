import fc from 'fast-check';
import Papa from 'papaparse';
import {
  checkTheories,
  cmoStatuses,
  codebookRules,
  configurationTable,
  contextLayer,
  evidenceKind,
  indicators,
  readCodebook,
  registerFacts,
  toDot,
  toMermaid,
  writeCodebook,
  type CmoConfiguration,
  type Theories,
} from 'hub-and-spoke';
import { theories } from 'hub-and-spoke/year-two';
import { describe, expect, test } from 'vitest';
import { guidsIn, schemaProblems } from './codebook-schema.ts';

/** Text of one line, with everything that XML, descriptions and diagrams might stumble over. */
const line = (most: number) =>
  fc
    .oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: most }),
      fc.constantFrom(
        ']]>',
        '<b>',
        '&amp;',
        'a: b',
        '"quoted"',
        'Status: refined',
        '{"kind":1}',
        '=SUM(A1)',
        'é 🙂',
        "it's",
        '--',
        '\\n',
        'Configuration: other',
      ),
      fc
        .array(fc.constantFrom(']]>', '<', '&', ' ', ':', '"', '#', '|', ';'), { minLength: 1, maxLength: 6 })
        .map((parts) => parts.join('')),
    )
    .map((text) => text.replace(/[\p{Cc}\p{Cs}\u2028\u2029\uFFFE\uFFFF]/gu, '').trim())
    .filter((text) => text !== '' && text.length <= most);
const codes = (list: { readonly entries: readonly { readonly code: string }[] }) =>
  fc.constantFrom(...list.entries.map(({ code }) => code));
const evidence = fc.record(
  {
    kind: codes(evidenceKind),
    informant: line(40),
    section: fc.constantFrom('3.2', '4.1'),
    reference: line(80),
  },
  { requiredKeys: ['kind'] },
);
const fact = fc.constantFrom(
  ...registerFacts.flatMap(({ id, values }) => values.map((is) => ({ fact: id, is }))),
);
const configuration = fc.record(
  {
    contexts: fc.array(
      fc.record(
        { layer: codes(contextLayer), also: codes(contextLayer), statement: line(200), fact },
        { requiredKeys: ['layer', 'statement'] },
      ),
      { maxLength: 3 },
    ),
    mechanism: fc.record(
      { statement: line(200), resource: line(80), reasoning: line(80) },
      { requiredKeys: ['statement'] },
    ),
    outcome: fc.record(
      {
        statement: line(200),
        valence: fc.constantFrom('desired', 'not-desired', 'mixed'),
        indicators: fc.subarray(
          indicators.map(({ id }) => id),
          { minLength: 1 },
        ),
        measure: line(40),
      },
      { requiredKeys: ['statement', 'valence'] },
    ),
    status: fc.constantFrom(...cmoStatuses),
    evidenceFor: fc.array(evidence, { minLength: 1, maxLength: 3 }),
    evidenceAgainst: fc.array(evidence, { minLength: 1, maxLength: 2 }),
    inferred: fc.subarray(['context', 'mechanism', 'outcome'], { minLength: 1 }),
    source: fc.constantFrom('3.2', 'library'),
  },
  { requiredKeys: ['contexts', 'outcome', 'status'] },
);
const anyTheories = fc
  .uniqueArray(fc.tuple(line(30), configuration), { maxLength: 5, selector: ([id]) => id })
  .chain((pairs) => {
    const ids = pairs.map(([id]) => id);
    const links = fc.array(
      fc.record({
        rivals: fc.subarray(ids, { minLength: Math.min(1, ids.length) }),
        supersedes: fc.subarray(ids, { minLength: Math.min(1, ids.length) }),
      }),
      { minLength: ids.length, maxLength: ids.length },
    );
    return fc.tuple(links, line(60)).map(([each, title]): Theories => ({
      configurations: pairs.map(
        ([id, entries], index) =>
          ({ id, ...entries, ...(index % 2 === 0 && each[index]) }) as CmoConfiguration,
      ),
      ...(ids.length > 0 && {
        theories: [{ id: 'P', title, configurations: ids, answers: ['EQ1'] }],
        sources: [{ id: 'S', kind: 'case-file', title, source: 'library', count: 3 }],
      }),
    }));
  });

describe('a codebook', () => {
  test('of the report’s candidates fits the published schema, and comes back the same', () => {
    const xml = writeCodebook(theories);
    expect(schemaProblems(xml)).toEqual([]);
    const { own, members } = guidsIn(xml);
    expect(new Set(own).size).toBe(own.length);
    for (const member of members) expect(own).toContain(member);
    const read = readCodebook(xml);
    expect(read.findings).toEqual([]);
    expect(read.theories).toEqual(theories);
  });

  test('of any theories fits the published schema, and comes back the same', () => {
    fc.assert(
      fc.property(anyTheories, (any) => {
        const xml = writeCodebook(any);
        expect(schemaProblems(xml)).toEqual([]);
        const { theories: back, findings } = readCodebook(xml);
        expect(findings).toEqual([]);
        expect(back).toEqual(any);
        expect(writeCodebook(back)).toBe(xml);
      }),
      { numRuns: 300 },
    );
  });

  test('gives the same GUIDs again when more is added, so that programs merge it', () => {
    const few = writeCodebook({
      configurations: theories.configurations.slice(0, 3).map((each) => ({ ...each, rivals: [] })),
    });
    const more = guidsIn(writeCodebook(theories)).own;
    for (const guid of guidsIn(few).own) expect(more).toContain(guid);
  });

  test('names codes so that a program which cuts names at 63 characters still tells them apart', () => {
    const names = [...writeCodebook(theories).matchAll(/<Code [^>]*name="([^"]*)"/g)].map(([, name = '']) =>
      name.replace(/&#x\w+;/g, '.'),
    );
    expect(names.every((name) => name.length <= 63)).toBe(true);
    expect(new Set(names).size).toBe(names.length);
  });

  test('is not written from what does not fit, or shares ids', () => {
    const [one] = theories.configurations;
    expect(() => writeCodebook({ configurations: [one!, one!] })).toThrow(RangeError);
    expect(() => writeCodebook({ configurations: [{ ...one!, id: 'two\nlines' }] })).toThrow(RangeError);
  });
});

const code = (guid: number, name: string, inside = '') =>
  `<Code guid="{00000000-0000-0000-0000-00000000000${guid}}" name="${name}" isCodable="true">${inside}</Code>`;
const madeByCoders = (sets: string) => `<?xml version="1.0" encoding="utf-8"?>
<CodeBook xmlns="urn:QDA-XML:codebook:0:4" origin="Another program"><Codes>
${code(1, 'CONTEXTS', code(2, 'Practice context', code(3, 'No room in the team', '<Description>The Spoke has\n no desk.</Description>')))}
${code(4, 'Mechanisms', code(5, 'Meeting nobody'))}
${code(6, 'Outcomes', code(7, 'Not desired', code(8, 'Fewer consultations')))}
${code(9, 'Elsewhere')}</Codes>${sets}</CodeBook>`;
const set = (members: readonly number[]) =>
  `<Sets><Set guid="00000000-0000-0000-0000-0000000000AA" name="Desk">${members.map((each) => `<MemberCode guid="00000000-0000-0000-0000-00000000000${each}"/>`).join('')}</Set></Sets>`;

describe('a codebook that coders made', () => {
  test('is read as candidates, under the categories by name', () => {
    const { theories: found, findings } = readCodebook(madeByCoders(set([3, 5, 8])));
    expect(findings).toEqual([]);
    expect(found.configurations).toEqual([
      {
        id: 'Desk',
        contexts: [{ layer: 'practice', statement: 'The Spoke has no desk.' }],
        mechanism: { statement: 'Meeting nobody' },
        outcome: { statement: 'Fewer consultations', valence: 'not-desired' },
        status: 'candidate',
      },
    ]);
    expect(checkTheories(found).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
  test.each([
    ['a member that is no code', set([3, 5, 8, 0]), ['T506']],
    ['a code that stands under none of the three', set([3, 5, 8, 9]), ['T507']],
    ['a set without an outcome', set([3, 5]), ['T507', 'T511']],
    ['sets that are missing', '', ['T511']],
  ])('%s', (_, sets, expected) => {
    const { codebook, findings } = readCodebook(madeByCoders(sets));
    expect(findings.map(({ rule }) => rule)).toEqual(expected);
    expect(codebook?.codes).toHaveLength(4);
  });
  test('which lost the sets is put together from the codes, and asked about', () => {
    const xml = writeCodebook(theories).replace(/<Sets>.*<\/Sets>/s, '');
    const { theories: found, findings } = readCodebook(xml);
    const legs = [...found.configurations].sort((one, other) => (one.id < other.id ? -1 : 1));
    expect(legs.map(({ id, mechanism, outcome }) => [id, mechanism, outcome])).toEqual(
      theories.configurations.map(({ id, mechanism, outcome }) => [id, mechanism, outcome]),
    );
    expect([...new Set(findings.map(({ rule }) => rule))]).toEqual(['T508']);
  });
  test('with a line that was edited says so', () => {
    const xml = writeCodebook({ configurations: theories.configurations.slice(0, 1) }).replace(
      /For: \{[^\n]*?\}/,
      'For: {broken',
    );
    expect(readCodebook(xml).findings.map(({ rule }) => rule)).toContain('T509');
  });
});

describe('XML that means harm', () => {
  const inside = (text: string) =>
    `<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>${code(1, 'x', `<Description>${text}</Description>`)}</Codes></CodeBook>`;
  const entities = `<!DOCTYPE CodeBook [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>`;
  test.each<[string, string, string]>([
    ['nothing', '', 'T501'],
    ['no XML', 'codes', 'T501'],
    ['XML that breaks off', '<CodeBook><Codes>', 'T501'],
    ['tags that cross', '<CodeBook><Codes></CodeBook></Codes>', 'T501'],
    ['entities that grow', entities + inside('&b;'), 'T502'],
    [
      'an entity from outside',
      `<!DOCTYPE CodeBook [<!ENTITY x SYSTEM "file:///etc/passwd">]>${inside('&x;')}`,
      'T502',
    ],
    ['an entity that nobody declared', inside('&constructor;'), 'T501'],
    [
      'a document type alone',
      `<!DOCTYPE CodeBook SYSTEM "http://example.invalid/x.dtd">${inside('x')}`,
      'T502',
    ],
    ['nesting without end', '<CodeBook>'.repeat(200_000), 'T503'],
    [
      'codes in codes without end',
      `<CodeBook><Codes>${'<Code guid="x" name="y" isCodable="true">'.repeat(100_000)}`,
      'T503',
    ],
    ['another root', '<Project/>', 'T504'],
    ['no codes', '<CodeBook><Codes/></CodeBook>', 'T504'],
    ['a prefix that is not bound', '<a:CodeBook/>', 'T501'],
    ['control characters', inside('&#1;'), 'T501'],
  ])('%s is a finding', (_, xml, rule) => {
    const { codebook, theories: found, findings } = readCodebook(xml);
    expect(findings.map((finding) => finding.rule)).toEqual([rule]);
    expect([codebook, found]).toEqual([undefined, { configurations: [] }]);
  });
  test('codes without GUIDs or names, or with another’s, are left out and named', () => {
    const xml = `<CodeBook><Codes>${code(1, 'fine')}${code(1, 'twin')}<Code guid="c001" name="short"/>${code(2, '')}</Codes></CodeBook>`;
    const { codebook, findings } = readCodebook(xml);
    expect(codebook?.codes.map(({ name }) => name)).toEqual(['fine']);
    expect(findings.map(({ rule }) => rule)).toEqual(['T505', 'T505', 'T505']);
  });
  test('names that every object knows stay names', () => {
    const xml = `<CodeBook origin="__proto__"><Codes>${code(1, '__proto__', '<Description>__proto__: polluted</Description>')}</Codes></CodeBook>`;
    expect(readCodebook(xml).codebook?.codes[0]?.name).toBe('__proto__');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
  test('any text is read or refused, and never throws', () => {
    const parts = fc.array(
      fc.constantFrom(
        '<CodeBook>',
        '</CodeBook>',
        '<Codes>',
        '</Codes>',
        code(1, 'a'),
        code(2, 'b', '<Description>'),
        '<Sets>',
        set([1]),
        '&',
        '<',
        '>',
        ']]>',
        'xmlns="x"',
        'text',
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          parts.map((all) => all.join('')),
        ),
        (text) => {
          const { findings } = readCodebook(text);
          for (const { rule } of findings)
            expect([...codebookRules.map((each) => each.code), 'T001']).toContain(rule);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('the diagrams', () => {
  test('have a box for each leg and an arrow for each step, and rivals once', () => {
    const text = toMermaid(theories);
    expect(text.startsWith('flowchart LR\n')).toBe(true);
    expect(text.match(/ --> /g)).toHaveLength(69 * 2);
    expect(text.match(/rivals/g)).toHaveLength(5);
    expect(toDot(theories).match(/label="rivals"/g)).toHaveLength(5);
  });
  test('escape every statement', () => {
    const nasty: Theories = {
      configurations: [
        {
          id: 'A"]; x --> y',
          contexts: [{ layer: 'practice', statement: 'a"b\\c]|{}<script>' }],
          outcome: { statement: '#35;', valence: 'mixed' },
          status: 'candidate',
        },
      ],
    };
    const mermaid = toMermaid(nasty);
    expect(mermaid.split('\n')).toHaveLength(5);
    expect(mermaid.replace(/<br>/g, '')).not.toMatch(/[<>{}|\\](?!-)(?!\s)/u);
    expect(toDot(nasty)).toContain(String.raw`a\"b\\c]|{}<script>`);
  });
});

test('the table of configurations has a row each, and no cell that a spreadsheet would run', () => {
  const { data } = Papa.parse<string[]>(
    configurationTable({
      configurations: [
        ...theories.configurations,
        { id: '=1+1', contexts: [], outcome: { statement: '@SUM', valence: 'mixed' }, status: 'candidate' },
      ],
    }).trim(),
  );
  expect(data).toHaveLength(71);
  expect(data[1]?.[0]).toBe('CMO01');
  expect(data[70]?.slice(0, 5)).toEqual(["'=1+1", '', '', '', "'@SUM"]);
});

describe('what an earlier reading of it got wrong', () => {
  const [first] = theories.configurations;
  const one = writeCodebook({ configurations: [first!] });

  test('descriptions whose lines ran together are prose, and asked about', () => {
    const collapsed = one.replace(
      /(<Description>)([^]*?)(<\/Description>)/g,
      (_, open: string, text: string, close: string) => open + text.replace(/\s+/g, ' ') + close,
    );
    const { theories: found, findings } = readCodebook(collapsed);
    expect(findings.map(({ rule }) => rule)).toContain('T509');
    expect(found.configurations.map(({ id, status }) => [id, status])).toEqual([['CMO01', 'candidate']]);
  });

  test('a return alone breaks lines too', () => {
    const returns = one.replace(
      /(<Description>)([^]*?)(<\/Description>)/g,
      (_, open: string, text: string, close: string) => open + text.replace(/\n/g, '&#13;') + close,
    );
    expect(readCodebook(returns)).toMatchObject({ theories: { configurations: [first] }, findings: [] });
  });

  test('what coders write in descriptions is never taken for our lines', () => {
    const described = madeByCoders(
      set([3, 5, 8]).replace(
        'name="Desk">',
        'name="Desk"><Description>Theory: attachment\nStatus: draft\nSource: interviews</Description>',
      ),
    );
    const { theories: found, findings } = readCodebook(described);
    expect(findings).toEqual([]);
    expect(found.configurations).toMatchObject([{ id: 'Desk', status: 'candidate' }]);
  });

  test('a code taken out of a set does not come back as a configuration of its own', () => {
    const [guid] = /(?<=<MemberCode guid=")[^"]+/.exec(one) ?? [];
    const without = one.replace(`<MemberCode guid="${guid}"/>`, '');
    const { theories: found, findings } = readCodebook(without);
    expect(found.configurations).toMatchObject([{ id: 'CMO01', contexts: [] }]);
    expect(findings).toEqual([]);
  });

  test('a member named a thousand times, with a long description, is read once', () => {
    const long = code(3, 'long', `<Description>${'word '.repeat(200_000)}</Description>`);
    const many = Array.from({ length: 1000 }, () => 3);
    const xml = madeByCoders(set([...many, 5, 8])).replace(
      /<Code guid="\{0{8}-0000-0000-0000-0{11}3\}".*?<\/Code>/s,
      long,
    );
    expect(readCodebook(xml).theories.configurations).toMatchObject([
      { id: 'Desk', contexts: [{ statement: 'long' }] },
    ]);
  });

  test('names are never cut within a character', () => {
    const xml = writeCodebook({
      configurations: [{ ...first!, outcome: { ...first!.outcome, statement: '🙂'.repeat(60) } }],
    });
    expect(/\p{Cs}/u.test(xml)).toBe(false);
  });

  test('halves of characters, other name spaces and no text at all are refused or left out', () => {
    expect(readCodebook(one.replace('CMO01', '\ud83d')).findings.map(({ rule }) => rule)).toEqual(['T501']);
    expect(readCodebook(undefined as never).findings.map(({ rule }) => rule)).toEqual(['T501']);
    const foreign = `<CodeBook xmlns:q="urn:other"><Codes>${code(1, 'ours')}<q:Code guid="x" name="theirs"/></Codes></CodeBook>`;
    expect(readCodebook(foreign)).toMatchObject({
      codebook: { codes: [{ name: 'ours' }] },
      findings: [{ rule: 'T510' }],
    });
  });

  test('what is left out is counted after a hundred', () => {
    const xml = `<CodeBook><Codes>${'<Code guid="x" name="y"/>'.repeat(500)}</Codes></CodeBook>`;
    const { findings } = readCodebook(xml);
    expect(findings).toHaveLength(101);
    expect(findings.some(({ message }) => message === '400 more were left out.')).toBe(true);
  });

  test('ten thousand configurations are written, and read again', () => {
    const many = {
      configurations: Array.from({ length: 10_000 }, (_, index) => ({ ...first!, id: `C${index}` })),
    };
    const xml = writeCodebook(many);
    expect(readCodebook(xml).theories.configurations).toHaveLength(10_000);
  });
});
