import type { Rule } from './rule.ts';

/** A rule about the shape of a return. It holds when the schema does; its examples are whole inputs. */
export interface ShapeRule extends Omit<Rule, 'fields' | 'needs' | 'after' | 'check' | 'examples'> {
  readonly examples: { readonly holds: readonly unknown[]; readonly breaks: readonly unknown[] };
}

const period = { from: '2015-01-01', to: '2015-03-31' };
const sound = { edition: 'year-two', service: '2', period };
const shape = (
  code: string,
  statement: string,
  remedy: string,
  examples: ShapeRule['examples'],
): ShapeRule => ({
  code,
  severity: 'error',
  source: 'library',
  since: '2013-Q4',
  statement,
  remedy,
  examples,
});

/** The rules about shape: what a return must be before anything else can be said of it. */
export const shapeRules: readonly ShapeRule[] = [
  shape('R001', 'A return is plain data.', 'Send the return as JSON: objects, lists, texts and numbers.', {
    holds: [sound],
    breaks: [null, 'a text', { ...sound, service: () => '2' }],
  }),
  shape('R002', 'A return names its edition, its service and its period.', 'Add the part that is missing.', {
    holds: [sound],
    breaks: [{ edition: 'year-two', service: '2' }],
  }),
  shape(
    'R003',
    'Every entry is one that the form has.',
    'Remove the entry, or move it to the field it was meant for.',
    {
      holds: [{ ...sound, spokes: { headcount: 3 } }],
      breaks: [{ ...sound, spokes: { heads: 3 } }],
    },
  ),
  shape(
    'R004',
    'A count is a whole number from 0 (a full-time equivalent may be a fraction), or says why it is not one.',
    'Enter a number, { "atLeast": n } for an incomplete one, or { "unknown": why } or { "notApplicable": why }.',
    {
      holds: [{ ...sound, spokes: { headcount: 3, fte: 2.5 } }],
      breaks: [
        { ...sound, spokes: { headcount: 2.5 } },
        { ...sound, spokes: { headcount: '3' } },
        { ...sound, spokes: { headcount: -1 } },
      ],
    },
  ),
  shape(
    'R005',
    'A period has two ends that are days of the calendar.',
    'Write each day as year-month-day: 2015-03-31.',
    {
      holds: [sound],
      breaks: [{ ...sound, period: { from: '2015-01-01', to: '2015-02-30' } }],
    },
  ),
  shape('R006', 'A code is one of its list.', 'Use one of the codes of the list.', {
    holds: [{ ...sound, youngPeople: { base: 'direct' } }],
    breaks: [{ ...sound, youngPeople: { base: 'both' } }],
  }),
  shape(
    'R007',
    'Texts, names and lists are of the form’s kind and length.',
    'Give the entry the kind and length expected.',
    {
      holds: [sound],
      breaks: [
        { ...sound, service: 2 },
        { ...sound, spokes: [3] },
      ],
    },
  ),
];
