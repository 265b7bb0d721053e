import type { CmoConfiguration } from '../cmo-configuration.ts';
import { legsOf, referenceOf, type Evidence } from '../evidence.ts';
import { eachConfiguration, sampleTheories, type TheoryBreak, type TheoryRule } from '../theory-rule.ts';
import { looksQuoted, looksSpoken, saysTheSame } from './words.ts';

const evidence: Evidence = { kind: 'interview-theme', informant: 'hub-manager', section: '3.3' };

/** T2: each configuration says what it has to say. */
export const contentRules: readonly TheoryRule[] = [
  {
    code: 'T201',
    severity: 'error',
    source: '1.4',
    statement: 'An outcome has a mechanism that brings it about.',
    remedy: 'Say what changes in how people respond.',
    examples: {
      holds: [sampleTheories({})],
      breaks: [{ configurations: [withoutMechanism(sampleTheories({}).configurations[0])] }],
    },
    check: eachConfiguration(({ id, mechanism }, path) =>
      mechanism !== undefined
        ? []
        : [
            {
              paths: [`${path}.mechanism`],
              message: `${id} says what comes about, and not how.`,
              expected: 'a mechanism',
            },
          ],
    ),
  },
  {
    code: 'T202',
    severity: 'query',
    source: '1.4',
    statement: 'A mechanism says more than the outcome says again.',
    remedy: 'Say what people think or do differently, by which the outcome comes about.',
    examples: {
      holds: [sampleTheories({})],
      breaks: [sampleTheories({ mechanism: { statement: 'The Spokes are staying in their posts' } })],
    },
    check: eachConfiguration(({ id, mechanism, outcome }, path) =>
      mechanism === undefined || !saysTheSame(mechanism.statement, outcome.statement)
        ? []
        : [
            {
              paths: [`${path}.mechanism.statement`, `${path}.outcome.statement`],
              message: `The mechanism of ${id} is its outcome in nearly the same words.`,
              expected: 'what brings the outcome about',
            },
          ],
    ),
  },
  {
    code: 'T203',
    severity: 'error',
    source: '1.4',
    statement: 'A configuration has a context.',
    remedy: 'Say in which circumstances the mechanism fires.',
    examples: { holds: [sampleTheories({})], breaks: [sampleTheories({ contexts: [] })] },
    check: eachConfiguration(({ id, contexts }, path) =>
      contexts.length > 0
        ? []
        : [
            {
              paths: [`${path}.contexts`],
              message: `${id} is to work everywhere: it names no context.`,
              expected: 'at least one context',
            },
          ],
    ),
  },
  {
    code: 'T204',
    severity: 'error',
    source: '1.4',
    statement:
      'What is called supported has evidence for it, and what is called contradicted has evidence against it.',
    remedy: 'Add the evidence, or go back to candidate.',
    examples: {
      holds: [
        sampleTheories({ status: 'supported', evidenceFor: [evidence] }),
        sampleTheories({ status: 'contradicted', evidenceAgainst: [evidence] }),
      ],
      breaks: [
        sampleTheories({ status: 'supported' }),
        sampleTheories({ status: 'contradicted', evidenceFor: [evidence] }),
      ],
    },
    check: eachConfiguration(({ id, status, evidenceFor = [], evidenceAgainst = [] }, path) => {
      const needed =
        status === 'supported' ? evidenceFor : status === 'contradicted' ? evidenceAgainst : undefined;
      if (needed === undefined || needed.length > 0) return [];
      const side = status === 'supported' ? 'evidenceFor' : 'evidenceAgainst';
      return [
        {
          paths: [`${path}.status`, `${path}.${side}`],
          message: `${id} is called ${status}, without evidence ${status === 'supported' ? 'for' : 'against'} it.`,
          expected: 'at least one piece of evidence',
        },
      ];
    }),
  },
  {
    code: 'T205',
    severity: 'error',
    source: 'library',
    statement: 'What is called refined has another configuration in its place.',
    remedy: 'Add the configuration that supersedes it, or change the status.',
    examples: {
      holds: [sampleTheories({ status: 'refined' }, { id: 'B', supersedes: ['A'] })],
      breaks: [sampleTheories({ status: 'refined' })],
    },
    check: (view) => {
      const superseded = new Set(view.theories.configurations.flatMap(({ supersedes = [] }) => supersedes));
      return eachConfiguration(({ id, status }, path) =>
        status !== 'refined' || superseded.has(id)
          ? []
          : [
              {
                paths: [`${path}.status`],
                message: `${id} is called refined, and nothing supersedes it.`,
                expected: `a configuration that supersedes ${id}`,
              },
            ],
      )(view);
    },
  },
  {
    code: 'T206',
    severity: 'query',
    source: 'library',
    statement: 'The same reference does not stand for and against.',
    remedy: 'Say which legs it speaks for and which against, or give the pages apart.',
    examples: {
      holds: [
        sampleTheories({ evidenceFor: [evidence], evidenceAgainst: [{ ...evidence, informant: 'police' }] }),
      ],
      breaks: [
        sampleTheories({ evidenceFor: [evidence], evidenceAgainst: [{ ...evidence, strength: 'some' }] }),
      ],
    },
    check: eachConfiguration(({ id, evidenceFor = [], evidenceAgainst = [], inferred }, path) => {
      const against = new Map(evidenceAgainst.map((each, index) => [referenceOf(each), index]));
      return evidenceFor.flatMap((each, index) => {
        const place = against.get(referenceOf(each));
        const other = place === undefined ? undefined : evidenceAgainst[place];
        const isShared =
          other !== undefined && legsOf(each, inferred).some((leg) => legsOf(other, inferred).includes(leg));
        if (!isShared || place === undefined) return [];
        return [
          {
            paths: [`${path}.evidenceFor.${index}`, `${path}.evidenceAgainst.${place}`],
            message: `${id} rests on the same reference for and against.`,
            expected: 'a reference that speaks one way, or to different legs',
          },
        ];
      });
    }),
  },
  {
    code: 'T207',
    severity: 'query',
    source: '3.2',
    statement: 'Evidence is a reference, and a statement its author’s own: neither holds what somebody said.',
    remedy: 'Give the section, document and page; say in your own words what was meant.',
    examples: {
      holds: [
        sampleTheories({ evidenceFor: [{ kind: 'document', reference: 'Action plan, version 10, page 3' }] }),
      ],
      breaks: [
        sampleTheories({
          evidenceFor: [{ kind: 'interview-quote', reference: '“they never ask us first”' }],
        }),
        sampleTheories({ mechanism: { statement: 'We were never asked' } }),
      ],
    },
    check: eachConfiguration((configuration, path) => [
      ...quotedReferences(configuration, path),
      ...spokenStatements(configuration, path),
    ]),
  },
];

const notRepeated = true as const;

const quotedReferences = (configuration: CmoConfiguration, path: string): readonly TheoryBreak[] =>
  (['evidenceFor', 'evidenceAgainst'] as const).flatMap((side) =>
    (configuration[side] ?? []).flatMap(({ reference = '' }, index) =>
      looksQuoted(reference)
        ? [
            {
              paths: [`${path}.${side}.${index}.reference`],
              message: `A reference of ${configuration.id} looks as if it held somebody’s words.`,
              expected: 'where it can be read',
              notRepeated,
            },
          ]
        : [],
    ),
  );

/** Codes of interviews are often called by what a participant said, and may become statements. */
function spokenStatements(
  { id, contexts, mechanism, outcome }: CmoConfiguration,
  path: string,
): readonly TheoryBreak[] {
  const statements: readonly (readonly [place: string, statement: string])[] = [
    ...contexts.map(({ statement }, index) => [`contexts.${index}.statement`, statement] as const),
    ['mechanism.statement', mechanism?.statement ?? ''],
    ['outcome.statement', outcome.statement],
  ];
  return statements
    .filter(([, statement]) => looksSpoken(statement))
    .map(([place]) => ({
      paths: [`${path}.${place}`],
      message: `A statement of ${id} looks as if somebody else had said it.`,
      expected: 'what is meant, in words of your own',
      notRepeated,
    }));
}

function withoutMechanism(configuration: CmoConfiguration | undefined): CmoConfiguration {
  const { id = 'A', contexts = [], outcome, status = 'candidate' } = configuration ?? {};
  return {
    id,
    contexts,
    outcome: outcome ?? { statement: 'Spokes stay in post', valence: 'desired' },
    status,
  };
}
