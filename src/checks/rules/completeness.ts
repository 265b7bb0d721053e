import { appliesTo, fields, isAskedIn, type FieldId } from '../../form/index.ts';
import { quarterOfDate } from '../../vocabulary/index.ts';
import { listed } from '../finding.ts';
import { returnRule } from '../rule.ts';

const asked = fields.filter((field) => field.asked === 'always');

/** R401: every field that the service’s duties call for is returned, or says why not. */
export const everyFieldIsReturned = returnRule({
  code: 'R401',
  severity: 'query',
  source: '2.3',
  statement: 'A field is left out only where the duties of the service do not call for it.',
  remedy: 'Enter the count, 0 for a confirmed zero, or why it is not known or does not apply.',
  fields: ['period', ...asked.map(({ id }) => id as FieldId)], // the catalogue’s ids
  needs: ['period'],
  after: ['R101'],
  examples: {
    holds: [{ value: { 'spokes.headcount': 4 }, context: { duties: [] } }],
    breaks: [{ value: { 'spokes.headcount': 4 }, context: { duties: ['training'] } }],
  },
  check: (view, { duties }) => {
    if (duties === undefined) return { notRun: 'The duties of the service were not given.' };
    const quarter = quarterOfDate(view.period.to);
    const due = asked.filter((field) => isAskedIn(field, quarter) && appliesTo(field, duties));
    const absent = due.filter(({ id }) => view[id as FieldId] === undefined);
    if (absent.length === 0) return [];
    const message = `${absent.length} of ${due.length} fields that the duties call for are not returned: ${listed(
      absent.map(({ label }) => label),
      20,
    )}.`;
    return [{ paths: absent.map(({ id }) => id), message, expected: 'a count, or why there is none' }];
  },
});

/** R402: no work is counted that the duties do not name. */
export const workFitsTheDuties = returnRule({
  code: 'R402',
  severity: 'query',
  source: '2.3',
  statement: 'Work is counted only where the duties of the service call for it.',
  remedy: 'Check the count, or tell the hub that the Spokes have taken on another duty.',
  fields: asked.map(({ id }) => id as FieldId), // the catalogue’s ids
  examples: {
    holds: [
      {
        value: { 'youngPeople.direct': { notApplicable: 'no-direct-work' } },
        context: { duties: ['training'] },
      },
    ],
    breaks: [{ value: { 'youngPeople.direct': 5 }, context: { duties: ['training'] } }],
  },
  check: (view, { duties }) => {
    if (duties === undefined) return { notRun: 'The duties of the service were not given.' };
    const beyond = asked.filter((field) => !appliesTo(field, duties) && isCounted(view[field.id as FieldId]));
    if (beyond.length === 0) return [];
    const message = `The duties of the service do not include what ${listed(beyond.map(({ label }) => `“${label}”`))} counts.`;
    return [{ paths: beyond.map(({ id }) => id), message, expected: 'no count, or a wider duty' }];
  },
});

/** Whether what stands for a field counts anything: a number above 0, alone or in a breakdown. */
function isCounted(stands: unknown): boolean {
  if (typeof stands === 'number') return stands > 0;
  if (typeof stands !== 'object' || stands === null || 'unknown' in stands || 'notApplicable' in stands)
    return false;
  return 'atLeast' in stands || 'withheld' in stands || Object.values(stands).some(isCounted);
}
