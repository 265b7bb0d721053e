import { codelist, type CodeOf } from './codelist.ts';

/** Where the young person lives at present. Printed in Table 5 only. */
export const livingSituation = codelist({
  name: 'living-situation',
  title: 'Current living situation',
  source: 'Table 5',
  open: true,
  entries: [
    {
      code: 'home',
      label: 'Living at home',
      meaning: 'With family.',
      aliases: ['At home', 'Home'],
      since: '2015-Q1',
    },
    {
      code: 'care',
      label: 'Living in residential or foster care',
      meaning: 'In residential or foster care; the form does not tell the two apart.',
      aliases: ['In care', 'Residential or foster care'],
      since: '2015-Q1',
    },
    {
      code: 'not-known',
      label: 'Not known',
      meaning: 'The service does not hold the living situation.',
      aliases: ['Unknown', 'Not recorded'],
      since: '2015-Q1',
    },
  ],
});

/** A code of {@link livingSituation}. */
export type LivingSituation = CodeOf<typeof livingSituation>;
