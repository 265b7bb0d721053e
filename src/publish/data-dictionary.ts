import { rules } from '../checks/index.ts';
import { fieldOf, fields, type Counts, type Field, type FieldId } from '../form/index.ts';
import { describeSource, duty, labelOf } from '../vocabulary/index.ts';
import { documentOf, heading, list, paragraph, table, type Block, type Document } from './document.ts';

const addsUp: Readonly<Record<Counts, string>> = {
  events: 'events: they add up over services and over time',
  attendances: 'attendances, not people: they add up over services and over time',
  people:
    'young people: over time only between the largest period and the sum, since the same young person may be in both',
  'people-at-end': 'young people at the end of the period: over time the latest counts',
  posts: 'posts: over time the latest counts, or the average',
};

const labelOfBase = (base: string): string => fieldOf(base as FieldId).label; // a base is a field of the catalogue

function factsOf(field: Field): readonly string[] {
  const duties = field.duties.map((code) => labelOf(duty, code).toLowerCase()).join(' or ');
  const checks = rules
    .filter((rule) => rule.fields.some((read) => read === field.id))
    .map((rule) => rule.code);
  return [
    field.guidance,
    ...(field.kind === 'code' ? [] : [`Counts ${addsUp[field.counts]}.`, `Unit: ${field.unit}.`]),
    ...(field.kind !== 'code' && field.describesYoungPeople
      ? ['Small counts are protected in whatever leaves.']
      : []),
    ...('base' in field ? [`Of: ${labelOfBase(field.base)}.`] : []),
    field.asked === 'optional'
      ? 'Optional.'
      : duties === ''
        ? 'Asked of every service.'
        : `Asked where the duties include ${duties}.`,
    `Since ${field.since}. ${describeSource(field.source)}.`,
    ...(checks.length === 0 ? [] : [`Checked by ${checks.join(', ')}.`]),
    ...(field.aliases === undefined ? [] : [`Also read as: ${field.aliases.join('; ')}.`]),
  ];
}

function fieldBlocks(field: Field): readonly Block[] {
  const codes =
    field.kind === 'count'
      ? []
      : field.codelist.entries.map(({ code, label, meaning, aliases = [] }) => [
          code,
          label,
          meaning,
          aliases.join('; '),
        ]);
  return [
    heading(2, field.label),
    paragraph(`In data: ${field.id}`),
    list(factsOf(field).map((fact) => [paragraph(fact)])),
    ...(codes.length === 0 ? [] : [table(['Code', 'Label', 'Meaning', 'Also read as'], codes)]),
  ];
}

/** Every field of the form: what to write, what it counts, how it adds up, when it applies, and what checks it. */
export function dataDictionary(): Document {
  return documentOf(
    heading(1, 'Data dictionary of the core data collection form'),
    paragraph(
      'A count is a whole number, 0 for a confirmed zero, or says why it is not one: incomplete, not known, not applicable.',
    ),
    ...fields.flatMap(fieldBlocks),
  );
}
