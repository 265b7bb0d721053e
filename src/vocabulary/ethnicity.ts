import { codelist, type CodeOf } from './codelist.ts';

/**
 * Ethnicity as the tables print it. Open: a row is printed only where it is used, so a service may
 * return a category that no table shows.
 */
export const ethnicity = codelist({
  name: 'ethnicity',
  title: 'Ethnicity',
  source: 'Tables 2-5',
  open: true,
  entries: [
    {
      code: 'white-uk',
      label: 'White UK',
      meaning: 'White, of the United Kingdom.',
      aliases: ['White British'],
      since: '2013-Q4',
    },
    { code: 'white-other', label: 'White other', meaning: 'White, of elsewhere.', since: '2013-Q4' },
    { code: 'african-origin', label: 'African origin', meaning: 'Of African origin.', since: '2013-Q4' },
    {
      code: 'mixed',
      label: 'Mixed ethnicity',
      meaning: 'Of mixed ethnicity.',
      aliases: ['Mixed'],
      since: '2013-Q4',
    },
    { code: 'pakistani', label: 'Pakistani', meaning: 'Pakistani.', since: '2013-Q4' },
    {
      code: 'not-known',
      label: 'Unknown',
      meaning: 'The service does not hold the ethnicity.',
      aliases: ['Not known', 'Not recorded'],
      since: '2013-Q4',
    },
  ],
});

/** A code of {@link ethnicity}. */
export type Ethnicity = CodeOf<typeof ethnicity>;
