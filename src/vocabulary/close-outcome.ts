import { codelist, type CodeOf } from './codelist.ts';

/** How a measure stood when a case closed. The report prints no scale, so this list is the library's. */
export const closeOutcome = codelist({
  name: 'close-outcome',
  title: 'Outcome at close of case',
  source: 'library',
  entries: [
    {
      code: 'improved',
      label: 'Improved',
      meaning: 'Better at close than at the first reading.',
      since: '2013-Q4',
    },
    {
      code: 'unchanged',
      label: 'Unchanged',
      meaning: 'The same at close as at the first reading.',
      since: '2013-Q4',
    },
    { code: 'worse', label: 'Worse', meaning: 'Worse at close than at the first reading.', since: '2013-Q4' },
    {
      code: 'not-recorded',
      label: 'Not recorded',
      meaning: 'The case closed without a first and a last reading.',
      aliases: ['Not known', 'Unknown'],
      since: '2013-Q4',
    },
  ],
});

/** A code of {@link closeOutcome}. */
export type CloseOutcome = CodeOf<typeof closeOutcome>;
