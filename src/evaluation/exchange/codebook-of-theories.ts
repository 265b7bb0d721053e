import type {
  CmoConfiguration,
  CmoContext,
  CmoMechanism,
  CmoOutcome,
  ProgrammeTheory,
} from '../cmo-configuration.ts';
import type { EvidenceSource } from '../evidence.ts';
import type { Theories } from '../theories.ts';
import {
  categories,
  guidOf,
  type Codebook,
  type CodebookCode,
  type CodebookSet,
  type CodeCategory,
} from './codebook.ts';
import { describe } from './described.ts';

/** Programs cut names at 63 characters: what tells codes apart comes first. */
const nameOf = (text: string): string => {
  const signs = Array.from(text);
  return signs.length <= 63 ? text : `${signs.slice(0, 62).join('')}…`;
};

interface PlacedCode {
  readonly category: CodeCategory;
  readonly code: CodebookCode;
}

/** Theories as a codebook: a code for each context, mechanism and outcome, a set for each configuration and theory. */
export function codebookOf({ configurations, theories = [], sources = [] }: Theories): Codebook {
  const codes = [...configurations.flatMap(codesOf), ...sources.map(sourceCode)];
  return {
    origin: 'hub-and-spoke',
    codes: categories.map((category) => categoryCode(category, codes)),
    sets: [...configurations.map(configurationSet), ...theories.map(theorySet)],
  };
}

function categoryCode(category: CodeCategory, placed: readonly PlacedCode[]): CodebookCode {
  const { guid, name, description, categories: below } = category;
  const own = placed.filter((each) => each.category === category).map(({ code }) => code);
  return {
    guid,
    name,
    isCodable: false,
    description,
    codes: [...below.map((each) => categoryCode(each, placed)), ...own],
  };
}

const find = (wanted: (category: CodeCategory) => boolean): CodeCategory => {
  const found = categories.flatMap((each) => [each, ...each.categories]).find(wanted);
  if (found === undefined) throw new RangeError('codebookOf: there is no such category'); // every layer and valence has one
  return found;
};

const code = (
  id: string,
  leg: string,
  number: string,
  statement: string,
  description: string,
): CodebookCode => ({
  guid: guidOf('configuration', id, leg, number),
  name: nameOf(`${id} ${leg}${number === '' ? '' : ` ${number}`}: ${statement}`),
  isCodable: true,
  description,
  codes: [],
});

function codesOf({ id, contexts, mechanism, outcome }: CmoConfiguration): readonly PlacedCode[] {
  return [
    ...contexts.map((context, index) => contextCode(id, context, String(index + 1))),
    ...(mechanism === undefined ? [] : [mechanismCode(id, mechanism)]),
    outcomeCode(id, outcome),
  ];
}

const contextCode = (
  id: string,
  { layer, also, statement, factor, fact }: CmoContext,
  number: string,
): PlacedCode => ({
  category: find((each) => each.layer === layer),
  code: code(
    id,
    'context',
    number,
    statement,
    describe([
      ['Statement', statement],
      ['Configuration', id],
      ['Also', also],
      ['Factor', factor],
      ['Fact', fact],
    ]),
  ),
});

const mechanismCode = (id: string, { statement, resource, reasoning }: CmoMechanism): PlacedCode => ({
  category: find(({ role }) => role === 'mechanism'),
  code: code(
    id,
    'mechanism',
    '',
    statement,
    describe([
      ['Statement', statement],
      ['Configuration', id],
      ['Resource', resource],
      ['Reasoning', reasoning],
    ]),
  ),
});

const outcomeCode = (id: string, { statement, valence, indicators, measure }: CmoOutcome): PlacedCode => ({
  category: find((each) => each.valence === valence),
  code: code(
    id,
    'outcome',
    '',
    statement,
    describe([
      ['Statement', statement],
      ['Configuration', id],
      ['Indicators', indicators],
      ['Measure', measure],
    ]),
  ),
});

const sourceCode = ({ id, title, ...more }: EvidenceSource): PlacedCode => ({
  category: find(({ role }) => role === 'source'),
  code: {
    guid: guidOf('source', id),
    name: nameOf(`${id}: ${title}`),
    isCodable: false,
    description: describe([
      ['Id', id],
      ['Title', title],
      ['Says', more],
    ]),
    codes: [],
  },
});

function configurationSet(configuration: CmoConfiguration): CodebookSet {
  const {
    id,
    status,
    inferred,
    rivals,
    supersedes,
    source,
    evidenceFor = [],
    evidenceAgainst = [],
  } = configuration;
  return {
    guid: guidOf('configuration', id),
    name: nameOf(id),
    description: describe([
      ['Configuration', id],
      ['Status', status],
      ['Source', source],
      ['Inferred', inferred],
      ['Rivals', rivals],
      ['Supersedes', supersedes],
      ...evidenceFor.map((each) => ['For', each] as const),
      ...evidenceAgainst.map((each) => ['Against', each] as const),
    ]),
    members: codesOf(configuration).map((each) => each.code.guid),
  };
}

const theorySet = ({ id, title, configurations, answers }: ProgrammeTheory): CodebookSet => ({
  guid: guidOf('theory', id),
  name: nameOf(`${id}: ${title}`),
  description: describe([
    ['Theory', id],
    ['Title', title],
    ['Configurations', JSON.stringify(configurations)],
    ['Answers', answers],
  ]),
  members: [],
});
