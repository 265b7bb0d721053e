import { codelist, type CodeOf } from './codelist.ts';

/** Why the form’s question does not apply. */
export const notApplicableReason = codelist({
  name: 'not-applicable-reason',
  title: 'Why a value does not apply',
  source: '2.3',
  entries: [
    {
      code: 'not-applicable',
      label: 'Not applicable',
      meaning: 'The question does not apply; no further reason was given.',
      aliases: ['n/a', 'N.A.', 'NA', '[z]', 'z'],
      since: '2013-Q4',
    },
    {
      code: 'no-direct-work',
      label: 'No direct work',
      meaning: 'The service does no direct work with young people.',
      since: '2013-Q4',
    },
    {
      code: 'not-a-duty',
      label: 'Not a duty of the Spokes',
      meaning: 'The Spokes of the service do not do this kind of work.',
      since: '2013-Q4',
    },
    {
      code: 'not-yet-operational',
      label: 'Not yet operational',
      meaning: 'Spoke delivery had not begun in the period.',
      aliases: ['Not operational'],
      since: '2013-Q4',
    },
  ],
});

/** A code of {@link notApplicableReason}. */
export type NotApplicableReason = CodeOf<typeof notApplicableReason>;
