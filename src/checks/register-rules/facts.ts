import { classifyModel, hostType, type Service, type SpokePost } from '../../programme/index.ts';
import { isCode } from '../../vocabulary/index.ts';
import type { Break } from '../rule.ts';
import { sampleService, type ServiceRule } from '../service-rule.ts';

const post: SpokePost = { id: 'post 1', headcount: 1, funder: 'csefa', base: 'hub' };
const withPost = (more: Partial<SpokePost>): Service => ({
  ...sampleService,
  spokes: [{ ...post, ...more }],
});

/** Checks each post of a service by itself. */
const eachPost =
  (check: (post: SpokePost, path: string) => Break | undefined) =>
  ({ spokes }: Service): readonly Break[] =>
    spokes.flatMap((each, index) => check(each, `spokes.${index}`) ?? []);

/** P101 to P106: the facts of a service agree with each other. */
export const factRules: readonly ServiceRule[] = [
  {
    code: 'P101',
    severity: 'error',
    source: 'Table 1',
    statement: 'A post has no more full-time equivalents than people.',
    remedy: 'Correct the people or the full-time equivalents.',
    examples: { holds: [withPost({ headcount: 4, fte: 2 })], breaks: [withPost({ headcount: 1, fte: 2 })] },
    check: eachPost(({ id, headcount, fte }, path) =>
      fte === undefined || fte <= headcount
        ? undefined
        : {
            paths: [`${path}.fte`, `${path}.headcount`],
            message: `${id}: ${fte} full-time equivalents for ${headcount} ${headcount === 1 ? 'person' : 'people'}.`,
            expected: `at most ${headcount}`,
          },
    ),
  },
  {
    code: 'P102',
    severity: 'error',
    source: '3.3',
    statement: 'Funding of a post does not end before it begins.',
    remedy: 'Correct the first or the last day of the funding.',
    examples: {
      holds: [withPost({ fundedFrom: '2014-10-01', fundedUntil: '2017-09-30' })],
      breaks: [withPost({ fundedFrom: '2014-10-01', fundedUntil: '2014-09-30' })],
    },
    check: eachPost(({ id, fundedFrom, fundedUntil }, path) =>
      fundedFrom === undefined || fundedUntil === undefined || fundedFrom <= fundedUntil
        ? undefined
        : {
            paths: [`${path}.fundedFrom`, `${path}.fundedUntil`],
            message: `${id}: funded from ${fundedFrom} until ${fundedUntil}, which is before.`,
            expected: `a last day on or after ${fundedFrom}`,
          },
    ),
  },
  {
    code: 'P103',
    severity: 'query',
    source: '2.1',
    statement: 'A host is of a known kind, or says who leads it.',
    remedy: 'Use a kind of the list, or add the sector of the host.',
    examples: {
      holds: [
        withPost({ base: 'host', hosts: [{ type: 'police-team' }] }),
        withPost({ base: 'host', hosts: [{ type: 'a-new-kind', sector: 'statutory' }] }),
      ],
      breaks: [withPost({ base: 'host', hosts: [{ type: 'a-new-kind' }] })],
    },
    check: eachPost(({ id, hosts = [] }, path) => {
      const unknown = hosts.findIndex(({ type, sector }) => sector === undefined && !isCode(hostType, type));
      if (unknown < 0) return undefined;
      const message = `${id}: the list has no host “${hosts[unknown]?.type ?? ''}”, so who leads it is not known.`;
      return {
        paths: [`${path}.hosts.${unknown}.type`],
        message,
        expected: hostType.entries.map(({ code }) => code).join(', '),
      };
    }),
  },
  {
    code: 'P104',
    severity: 'error',
    source: 'library',
    statement: 'The posts of a service have names of their own.',
    remedy: 'Give each post another name.',
    examples: { holds: [withPost({})], breaks: [{ ...sampleService, spokes: [post, post] }] },
    check: ({ spokes }) =>
      spokes.flatMap(({ id }, index): readonly Break[] => {
        const first = spokes.findIndex((each) => each.id === id);
        if (first === index) return [];
        return [
          {
            paths: [`spokes.${index}.id`, `spokes.${first}.id`],
            message: `Two posts are called “${id}”.`,
            expected: 'another name',
          },
        ];
      }),
  },
  {
    code: 'P105',
    severity: 'error',
    source: '3.3',
    statement: 'A caseload, a funding or a year does not end before it begins.',
    remedy: 'Put the two ends the right way round.',
    examples: {
      holds: [{ ...sampleService, support: { caseload: [10, 12] } }],
      breaks: [
        { ...sampleService, support: { caseload: [12, 10] } },
        { ...sampleService, funding: { from: '2014-10-01', until: '2014-09-30' } },
      ],
    },
    check: (service) =>
      spansOf(service)
        .filter(({ from, to }) => from > to)
        .map(({ path, from, to }) => ({
          paths: [path],
          message: `It runs from ${from} to ${to}, the wrong way round.`,
          expected: 'the smaller or earlier end first',
        })),
  },
  {
    code: 'P106',
    severity: 'query',
    source: '2.2',
    statement: 'The model declared for a service is the one that its posts show.',
    remedy: 'Correct the posts, or say why the service is of another model. The declared model is kept.',
    examples: {
      holds: [
        { ...withPost({}), declaredModel: 3 },
        { ...sampleService, declaredModel: 4 },
      ],
      breaks: [{ ...withPost({}), declaredModel: 1 }],
    },
    check: ({ declaredModel, spokes }) => {
      const { model, reasons } = classifyModel(spokes);
      if (declaredModel === undefined || model === 'undetermined' || model === declaredModel) return [];
      const message = `Declared is model ${declaredModel}; the posts show model ${model}. ${reasons.join(' ')}`;
      return [{ paths: ['declaredModel'], message, expected: String(model) }];
    },
  },
];

interface Span {
  readonly path: string;
  readonly from: number | string;
  readonly to: number | string;
}

function spansOf({ support, funding, returns }: Service): readonly Span[] {
  const caseload = support?.caseload;
  return [
    ...(caseload === undefined ? [] : [{ path: 'support.caseload', from: caseload[0], to: caseload[1] }]),
    ...(funding?.from === undefined || funding.until === undefined
      ? []
      : [{ path: 'funding', from: funding.from, to: funding.until }]),
    ...(returns?.from === undefined || returns.from === 'not-yet' || returns.until === undefined
      ? []
      : [{ path: 'returns', from: returns.from, to: returns.until }]),
    ...(returns?.years ?? []).map(({ from, to }, index) => ({ path: `returns.years.${index}`, from, to })),
  ];
}
