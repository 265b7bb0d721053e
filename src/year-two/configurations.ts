import {
  contextLayer,
  informant,
  type CmoConfiguration,
  type ContextLayer,
  type Evidence,
  type EvidenceStrength,
  type FactCondition,
  type ProgrammeTheory,
  type Theories,
} from '../evaluation/index.ts';
import { indicators, type IndicatorId } from '../indicators/index.ts';
import { findCode, type Source } from '../vocabulary/index.ts';
import { configurationRows, type ConfigurationRow } from './configuration-rows.ts';
import { evidenceSources } from './evidence-sources.ts';

/** The five rivals that the report states itself: a pair each. */
const rivalPairs: readonly (readonly [string, string])[] = [
  ['CMO40', 'CMO66'],
  ['CMO41', 'CMO44'],
  ['CMO49', 'CMO67'],
  ['CMO35', 'CMO47'],
  ['CMO68', 'CMO69'],
];

/** Contexts of which the register says whether they hold of a service. The links are this library’s. */
const facts: Readonly<Record<string, FactCondition>> = {
  CMO14: { fact: 'charity', is: 'large-national' },
  CMO15: { fact: 'charity', is: 'independent' },
  CMO26: { fact: 'reach', is: 'new-authority' },
  CMO27: { fact: 'reach', is: 'new-authority' },
  CMO29: { fact: 'reach', is: 'new-authority' },
  CMO49: { fact: 'formal-agreement', is: 'yes' },
  CMO51: { fact: 'dedicated-manager', is: 'yes' },
  CMO53: { fact: 'independent-funding', is: 'yes' },
  CMO55: { fact: 'charity', is: 'independent' },
  CMO63: { fact: 'host-sector', is: ['statutory', 'statutory-led'] },
};

/** Measures and fields in which outcomes would show. The links are this library’s. */
const measures: Readonly<Record<string, string>> = {
  CMO07: 'embeddedness-steps',
  CMO09: 'referrals.received',
  CMO16: 'consultancies',
  CMO25: 'group-places',
  CMO26: 'group-places',
  CMO29: 'group-places',
  CMO35: 'identity-self-assessment',
  CMO38: 'agreement-items',
  CMO41: 'youngPeople.waiting',
  CMO42: 'referrals-after-training',
  CMO43: 'paired-ratings',
  CMO44: 'paired-ratings',
  CMO45: 'identity-self-assessment',
  CMO48: 'embeddedness-steps',
  CMO49: 'agreement-items',
  CMO50: 'identity-self-assessment',
  CMO51: 'regular-supervision',
  CMO52: 'regular-supervision',
  CMO53: 'identity-self-assessment',
  CMO54: 'identity-self-assessment',
  CMO56: 'posts-beyond-csefa',
  CMO58: 'outcomes-at-close',
  CMO62: 'outcomes-at-close',
  CMO63: 'identity-self-assessment',
  CMO65: 'multi-agency-referrals',
};

/** How much something is said, where the report uses one of its words for it. */
const strengths: Readonly<Record<string, EvidenceStrength>> = {
  CMO37: 'several',
  CMO41: 'many',
  CMO42: 'many',
  CMO43: 'many',
  CMO49: 'several',
  CMO52: 'many',
  CMO53: 'several',
  CMO56: 'many',
  CMO64: 'several',
  CMO66: 'some',
};

/** Where those who are quoted were interviewed. Labels that fit no count of Appendix Three have none. */
const sourceOf: Readonly<Record<string, string>> = {
  'spoke-worker': 'interviews-spoke-workers',
  'hub-manager': 'interviews-hub-workers',
  'hub-project-worker': 'interviews-hub-workers',
  'spoke-manager': 'interviews-hub-workers',
  police: 'interviews-police',
  'police-host': 'interviews-police',
  'childrens-services': 'interviews-social-care',
  'childrens-services-host': 'interviews-social-care',
  lscb: 'interviews-lscb',
  'police-commissioner': 'interviews-commissioners',
  'voluntary-host': 'interviews-voluntary-sector',
  'not-attributed': 'interviews-participation',
};

/** What somebody said in the first section named; what the evaluators write in that and in every other. */
function evidenceOf({ id, informants, sections }: ConfigurationRow): readonly Evidence[] {
  const [first = '3.2', ...others] = sections.split(' ') as Source[]; // sections of the report
  const who = informants.split(' ').map((alias) => findCode(informant, alias) ?? alias);
  const strength = strengths[id];
  const said = who.map((code): Evidence => {
    const source = sourceOf[code];
    const isAccount = code === 'evaluators';
    return {
      kind: isAccount ? 'interview-theme' : 'interview-quote',
      informant: code,
      section: first,
      ...(strength && isAccount && { strength }),
      ...(source !== undefined && { source }),
    };
  });
  // Section 2.3 is about the returns; section 4.1 sums up what was said.
  const summed = others.map((section): Evidence =>
    section === '2.3'
      ? { kind: 'return', section }
      : { kind: 'interview-theme', informant: 'evaluators', section },
  );
  return [...said, ...summed];
}

function configurationOf(row: ConfigurationRow): CmoConfiguration {
  const { id, context, mechanism, outcome, valence, inferred, sections } = row;
  const [layer = 'practice', also] = row.layers
    .split('/')
    .map((alias) => findCode(contextLayer, alias)) as ContextLayer[]; // aliases of layers
  const rivals = rivalPairs.flatMap(([one, other]) => (one === id ? [other] : other === id ? [one] : []));
  const [fact, measure] = [facts[id], measures[id]];
  return {
    id,
    contexts: [{ layer, ...(also && { also }), statement: context, ...(fact && { fact }) }],
    mechanism: { statement: mechanism },
    outcome: {
      statement: outcome,
      valence,
      indicators: row.indicators.split(' ') as IndicatorId[], // numbers of indicators
      ...(measure !== undefined && { measure }),
    },
    status: 'candidate',
    evidenceFor: evidenceOf(row),
    ...(rivals.length > 0 && { rivals }),
    ...(inferred && { inferred: [inferred] }),
    source: sections.split(' ')[0] as Source, // a section of the report
  };
}

/**
 * The candidate configurations of the Year Two report, which prints none finished: sixty-five read out of
 * sections 3.2 to 4.1 (`CMO01` to `CMO65`), and four that state the other side of a rival (`CMO66` to `CMO69`).
 * All are candidates. Statements, layers and links to indicators, facts and measures are this library’s.
 *
 * @example
 * configurations.filter(({ rivals }) => rivals !== undefined).length; // => 10
 */
export const configurations: readonly CmoConfiguration[] = configurationRows.map(configurationOf);

/**
 * The candidates by the outcome they bear on first: six theories that answer the five evaluation questions.
 *
 * @example
 * programmeTheories.map(({ id, configurations: { length } }) => `${id} ${length}`); // => ['PT1 6', 'PT2 28', 'PT3 9', 'PT4 2', 'PT5 17', 'PT6 7']
 */
export const programmeTheories: readonly ProgrammeTheory[] = indicators.map(({ id, name, questions }) => ({
  id: `PT${id.slice(1)}`,
  title: `What brings about, or hinders: ${name.slice(0, 1).toLowerCase()}${name.slice(1)}`,
  configurations: configurations
    .filter(({ outcome }) => outcome.indicators?.[0] === id)
    .map((configuration) => configuration.id),
  answers: questions,
}));

/**
 * The candidates, the theories and the fieldwork together, as `checkTheories` and `writeCodebook` take
 * them.
 *
 * @example
 * checkTheories(theories).accepted; // => true
 */
export const theories: Theories = { configurations, theories: programmeTheories, sources: evidenceSources };
