import {
  contextLayer,
  standing,
  standingInWords,
  type CmoConfiguration,
  type Theories,
  type TheoryHistory,
} from '../evaluation/index.ts';
import { indicators } from '../indicators/index.ts';
import { describeSource, labelOf } from '../vocabulary/index.ts';
import { documentOf, heading, list, noted, paragraph, table, type Block, type Document } from './document.ts';
import { pictureBlocks } from './picture-blocks.ts';
import type { Picture } from './pictures/picture.ts';

/** What goes into a guide besides the theories. */
export interface TheoryGuideOptions {
  /** How the theories came to be what they are. */
  readonly history?: TheoryHistory;
  /** Pictures to open with: the layers of context, a theory as a graph. */
  readonly pictures?: readonly Picture[];
}

/**
 * Theories of how the programme works: configurations by layer of context and by outcome, rivals side by side, what
 * evidence there is, and their history.
 *
 * @example
 * theoryGuide({ configurations: [] }).children.length > 2; // => true
 */
export function theoryGuide(
  { configurations, theories = [] }: Theories,
  { history, pictures = [] }: TheoryGuideOptions = {},
): Document {
  return documentOf(
    heading(1, 'How the programme is thought to work'),
    paragraph(
      'Each configuration says in which context a mechanism brings about an outcome. A candidate is what the report makes plausible; nothing here is proved by being written down.',
    ),
    ...pictures.flatMap(pictureBlocks),
    ...contextLayer.entries.flatMap(({ code, label, meaning }) =>
      layerBlocks(
        label,
        meaning,
        configurations.filter(({ contexts }) => contexts[0]?.layer === code),
      ),
    ),
    heading(2, 'By outcome'),
    outcomeTable(configurations),
    heading(2, 'Rivals side by side'),
    ...rivalBlocks(configurations),
    ...(theories.length === 0
      ? []
      : [
          heading(2, 'Theories'),
          table(
            ['Theory', 'Configurations', 'Answers'],
            theories.map(({ title, configurations: of, answers = [] }) => [
              title,
              of.join(', '),
              answers.join(', '),
            ]),
            'Configurations that answer evaluation questions together',
          ),
        ]),
    ...(history === undefined ? [] : historyBlocks(history)),
  );
}

const valences = { desired: 'wanted', 'not-desired': 'not wanted', mixed: 'mixed' } as const;

const layerBlocks = (label: string, meaning: string, own: readonly CmoConfiguration[]): readonly Block[] => [
  heading(2, label),
  paragraph(meaning),
  ...(own.length === 0 ? [paragraph('No configuration begins here.')] : own.flatMap(configurationBlocks)),
];

const configurationBlocks = (configuration: CmoConfiguration): readonly Block[] => {
  const { id, contexts, mechanism, outcome, rivals = [], source, status } = configuration;
  const bears = outcome.indicators ?? [];
  return [
    heading(3, `${id}: ${outcome.statement}`),
    list(
      [
        ...contexts.map(({ statement, layer, also }) =>
          noted(
            'Context:',
            `${statement} (${[layer, ...(also === undefined ? [] : [also])].map((code) => labelOf(contextLayer, code)).join('; ')}).`,
          ),
        ),
        noted('Mechanism:', mechanism === undefined ? 'Nobody has said yet.' : `${mechanism.statement}.`),
        noted(
          'Outcome:',
          `${outcome.statement} (${valences[outcome.valence]}${bears.length === 0 ? '' : `; bears on ${bears.join(', ')}`}).`,
        ),
        noted(
          'Status:',
          `${status}. ${standingInWords(standing(configuration)).replace(`${id}: `, 'Evidence: ')}`,
        ),
        ...(rivals.length === 0 ? [] : [noted('Rivals:', `${rivals.join(', ')}.`)]),
        ...(source === undefined ? [] : [noted('From:', `${describeSource(source)}.`)]),
      ].map((block) => [block]),
    ),
  ];
};

const outcomeTable = (configurations: readonly CmoConfiguration[]): Block =>
  table(
    ['Outcome', 'Configurations where it is wanted', 'Where it fails, or is mixed'],
    indicators.map(({ id, wording }) => {
      const own = configurations.filter(({ outcome }) => outcome.indicators?.includes(id));
      const ids = (isWanted: boolean): string =>
        own
          .filter(({ outcome }) => (outcome.valence === 'desired') === isWanted)
          .map((each) => each.id)
          .join(', ');
      return [`${id}: ${wording}`, ids(true), ids(false)];
    }),
    'Which configurations bear on which outcome',
  );

function rivalBlocks(configurations: readonly CmoConfiguration[]): readonly Block[] {
  const byId = new Map(configurations.map((each) => [each.id, each]));
  const pairs = configurations.flatMap((one) =>
    (one.rivals ?? []).flatMap((id) => {
      const other = byId.get(id);
      return other === undefined || other.id < one.id ? [] : [[one, other] as const];
    }),
  );
  if (pairs.length === 0) return [paragraph('No two explain the same thing otherwise.')];
  const legs = (side: CmoConfiguration): readonly string[] => [
    side.contexts.map(({ statement }) => statement).join('; '),
    side.mechanism?.statement ?? 'not known yet',
    side.outcome.statement,
  ];
  return pairs.map(([one, other]) => {
    const [left, right] = [legs(one), legs(other)];
    return table(
      ['Leg', one.id, other.id],
      ['Context', 'Mechanism', 'Outcome'].map((leg, index) => [leg, left[index] ?? '', right[index] ?? '']),
      `${one.id} or ${other.id}`,
    );
  });
}

const historyBlocks = ({ versions }: TheoryHistory): readonly Block[] => [
  heading(2, 'History'),
  table(
    ['Day', 'What', 'Why'],
    [...versions]
      .sort((one, other) => (one.on < other.on ? -1 : 1))
      .map(({ on, reason, configurations = [], statuses = [], evidenceFor = [], evidenceAgainst = [] }) => [
        on,
        [
          ...(configurations.length === 0 ? [] : [`new: ${configurations.map(({ id }) => id).join(', ')}`]),
          ...statuses.map(({ id, status }) => `${id} is ${status}`),
          ...evidenceFor.map(({ id }) => `evidence for ${id}`),
          ...evidenceAgainst.map(({ id }) => `evidence against ${id}`),
        ].join('; '),
        reason,
      ]),
    'How the theories came to be what they are',
  ),
];
