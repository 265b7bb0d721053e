import { codelist, type CodeOf } from './codelist.ts';

/** The age bands of the form. The report does not say on which date an age is taken. */
export const ageBand = codelist({
  name: 'age-band',
  title: 'Age',
  source: 'Tables 2-5',
  entries: [
    {
      code: 'under-12',
      label: 'Under 12',
      meaning: 'Younger than 12.',
      aliases: ['0-11'],
      since: '2013-Q4',
    },
    { code: '12-14', label: '12-14', meaning: 'From 12 up to and including 14.', since: '2013-Q4' },
    { code: '15-17', label: '15-17', meaning: 'From 15 up to and including 17.', since: '2013-Q4' },
    {
      code: '18-plus',
      label: '18 +',
      meaning: '18 or older.',
      aliases: ['18+', '18 and over', '18 or over', 'over 18'],
      since: '2013-Q4',
    },
    {
      code: 'not-known',
      label: 'Not known',
      meaning: 'The service does not hold the age.',
      aliases: ['Unknown', 'Not recorded'],
      since: '2013-Q4',
    },
  ],
});

/** A code of {@link ageBand}. */
export type AgeBand = CodeOf<typeof ageBand>;

/**
 * The band of an age in whole years.
 *
 * @example
 * ageBandOf(14); // => '12-14'
 * ageBandOf(18); // => '18-plus'
 */
export function ageBandOf(years: number): AgeBand {
  if (years < 12) return 'under-12';
  if (years < 15) return '12-14';
  return years < 18 ? '15-17' : '18-plus';
}
