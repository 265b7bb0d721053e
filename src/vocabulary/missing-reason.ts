import { codelist, type CodeOf } from './codelist.ts';

/** Why a value the form asks for is not known. */
export const missingReason = codelist({
  name: 'missing-reason',
  title: 'Why a value is not known',
  source: '2.3',
  entries: [
    {
      code: 'not-known',
      label: 'Not known',
      meaning: 'The service does not hold the figure.',
      aliases: ['Unknown', 'NK', 'Not recorded', '[x]', 'x'],
      since: '2013-Q4',
    },
    {
      code: 'not-provided',
      label: 'Unable to provide',
      meaning: 'The service holds records but was unable to provide the figure.',
      aliases: ['Not provided', 'Not available'],
      since: '2013-Q4',
    },
    {
      code: 'not-separable',
      label: 'Not possible to separate',
      meaning: 'Only a figure together with another can be given.',
      aliases: ['Not separable'],
      since: '2013-Q4',
    },
    {
      code: 'not-commensurate',
      label: 'Not in the form’s format',
      meaning: 'The service provided figures that do not fit the form.',
      aliases: ['Not commensurate'],
      since: '2013-Q4',
    },
    {
      code: 'inconsistent',
      label: 'Inconsistent',
      meaning: 'The figures provided contradict each other, so that none can be reported.',
      aliases: ['Inconsistent data'],
      since: '2013-Q4',
    },
    {
      code: 'deferred',
      label: 'To follow',
      meaning: 'Held for a later report.',
      aliases: ['Deferred'],
      since: '2013-Q4',
    },
    {
      code: 'not-produced',
      label: 'Unable to produce at this time',
      meaning: 'The service could not produce the figure at this time.',
      aliases: ['Not produced'],
      since: '2013-Q4',
    },
  ],
});

/** A code of {@link missingReason}. */
export type MissingReason = CodeOf<typeof missingReason>;
