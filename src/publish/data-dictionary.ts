import { rules } from '../checks/index.ts';
import {
  fieldOf,
  fields,
  sectionTitles,
  type CountFacts,
  type Counts,
  type Field,
  type FieldId,
} from '../form/index.ts';
import { describeSource, duty, labelOf, missingReason, notApplicableReason } from '../vocabulary/index.ts';
import {
  documentOf,
  heading,
  inData,
  list,
  noted,
  paragraph,
  table,
  type Block,
  type Document,
} from './document.ts';

const addsUp: Readonly<Record<Counts, string>> = {
  events: 'events: they add up over services and over time',
  attendances: 'attendances, not people: they add up over services and over time',
  people:
    'young people: over time only between the largest period and the sum, since the same young person may be in both',
  'people-at-start': 'young people as the period begins: over time the first counts',
  'people-at-end': 'young people at the end of the period: over time the latest counts',
  posts: 'posts: over time the latest counts, or the average',
};

/**
 * Every field of the form: what to write with an example, what it counts, how it adds up, when it applies, its codes,
 * what checks it, and where it comes from.
 *
 * @example
 * dataDictionary().children.filter(({ type }) => type === 'table').length > 5; // => true
 */
export function dataDictionary(): Document {
  return documentOf(
    heading(1, 'Data dictionary of the core data collection form'),
    paragraph(
      'A count is a whole number, 0 for a confirmed zero, or says why it is not one: incomplete, not known, not applicable. An empty answer is not a 0.',
    ),
    ...Object.entries(sectionTitles).flatMap(([section, title]) => [
      heading(2, title),
      ...fields.filter(({ id }) => id.startsWith(`${section}.`)).flatMap(fieldBlocks),
    ]),
    heading(2, 'Why a count is missing'),
    ...[missingReason, notApplicableReason].map(({ entries, title }) =>
      table(
        ['Write', 'Code', 'When'],
        entries.map(({ code, label, meaning }) => [label, code, meaning]),
        title,
      ),
    ),
  );
}

const fieldBlocks = (field: Field): readonly Block[] => [
  heading(3, field.label),
  paragraph(field.guidance),
  list(factsOf(field).map((fact) => [fact])),
  ...codesOf(field),
];

const labelOfBase = (base: string): string => fieldOf(base as FieldId).label; // a base is a field of the catalogue

function factsOf(field: Field): readonly Block[] {
  const checks = rules.filter(({ fields: read }) => read.some((id) => id === field.id));
  const { aliases = [] } = field;
  return [
    noted('For example:', field.example),
    ...(field.kind === 'code' ? [] : countFacts(field)),
    ...('base' in field ? [noted('Adds up to:', `${labelOfBase(field.base)}.`)] : []),
    noted('Asked:', askedOf(field)),
    ...(checks.length === 0 ? [] : [noted('Checked by:', `${checks.map(({ code }) => code).join(', ')}.`)]),
    ...(aliases.length === 0 ? [] : [noted('Also read as:', `${aliases.join('; ')}.`)]),
    noted('From:', `${describeSource(field.source)}.`),
    inData('In data:', field.id),
  ];
}

const countFacts = ({ counts, unit, decimal, describesYoungPeople }: CountFacts): readonly Block[] => [
  noted('Counts:', `${addsUp[counts]}.`),
  noted('In:', `${unit}${decimal ? ', which may be a fraction' : ''}.`),
  ...(describesYoungPeople ? [noted('Protected:', 'small counts are hidden in whatever leaves.')] : []),
];

function askedOf({ asked, duties, since, until }: Field): string {
  const whom = duties.map((code) => labelOf(duty, code).toLowerCase()).join(' or ');
  const time = until === undefined ? `since ${since}` : `from ${since} to ${until}`;
  if (asked === 'optional') return `if you have it, ${time}.`;
  return `${whom === '' ? 'of every service' : `where the duties include ${whom}`}, ${time}.`;
}

const codesOf = (field: Field): readonly Block[] =>
  field.kind === 'count'
    ? []
    : [
        table(
          ['Write', 'Code', 'Meaning', 'Also read as'],
          field.codelist.entries.map(({ code, label, meaning, aliases = [] }) => [
            label,
            code,
            meaning,
            aliases.join('; '),
          ]),
          `${field.label}: what can be answered${field.codelist.open ? ', and what the service adds' : ''}`,
        ),
      ];
