import {
  evaluationQuestion,
  impactArea,
  indicators,
  distinctiveIdentity,
  indicatorStanding,
  measures as everyMeasure,
  type Indicator,
  type Measure,
} from '../indicators/index.ts';
import { describeSource, labelOf } from '../vocabulary/index.ts';
import { documentOf, heading, paragraph, table, type Document } from './document.ts';

const bearing = {
  outcome: 'The outcome itself',
  condition: 'What may sustain it',
  activity: 'What was done for it',
} as const;
const direction = { more: 'More is better', fewer: 'Fewer is better', none: 'It only describes' } as const;

/**
 * The six outcome indicators with their measures: what is counted, of what, when it points to the outcome, and
 * what nobody may read into it.
 *
 * @param measures the measures in use; those of this library unless said
 * @example
 * indicatorGuide().children[0]?.type; // => 'heading'
 */
export function indicatorGuide(measures: readonly Measure[] = everyMeasure): Document {
  return documentOf(
    heading(1, 'The six outcomes and their measures'),
    paragraph(
      'The report words six outcomes and gives no formula. The measures are this library’s. Nothing is added up into a score: an outcome has one of four standings.',
    ),
    table(
      ['Standing', 'When'],
      indicatorStanding.entries.map(({ label, meaning }) => [label, meaning]),
      'How an outcome can stand',
    ),
    ...indicators.flatMap((indicator) =>
      sectionOf(
        indicator,
        measures.filter((each) => each.indicator === indicator.id),
      ),
    ),
    heading(2, distinctiveIdentity.title),
    paragraph(
      'A short self-assessment for O3: the Spokes of a service say of each sign whether it is met, not met or not known.',
    ),
    table(
      ['Sign', 'Id'],
      distinctiveIdentity.items.map(({ id, item }) => [item, id]),
      distinctiveIdentity.title,
    ),
  );
}

function sectionOf(
  { id, name, wording, impactAreas, questions, source }: Indicator,
  own: readonly Measure[],
) {
  const areas = impactAreas.map((code) => labelOf(impactArea, code)).join('; ');
  const asked = questions
    .map((code) => `${code} ${labelOf(evaluationQuestion, code).toLowerCase()}`)
    .join('; ');
  return [
    heading(2, `${id}: ${name}`),
    paragraph(`${wording}. (${describeSource(source)}.)`),
    paragraph(`Impact areas: ${areas}. Evaluation questions: ${asked}. Both are this library’s reading.`),
    table(
      ['Measure', 'Counted', 'Bears on', 'Points', 'It cannot show', 'Read from'],
      own.map((each) => [
        `${each.title} (${each.id}, version ${each.version})`,
        `${each.numerator}${each.denominator === undefined ? '' : `; of: ${each.denominator}`}. In ${each.unit}.`,
        `${bearing[each.bearing]}. ${direction[each.direction]}.`,
        each.pointsWhen,
        each.cannotShow,
        each.reads.join('; '),
      ]),
      `Measures of ${id}`,
    ),
  ];
}
