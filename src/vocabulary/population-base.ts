import { codelist, type CodeOf } from './codelist.ts';

/** Which young people the characteristics of a return describe. */
export const populationBase = codelist({
  name: 'population-base',
  title: 'Whom the characteristics describe',
  source: '2.3',
  entries: [
    {
      code: 'direct',
      label: 'Directly supported young people',
      meaning: 'Young people who received individual work from a Spoke.',
      aliases: ['Direct only', 'Direct support'],
      since: '2013-Q4',
    },
    {
      code: 'direct-and-indirect',
      label: 'Directly and indirectly supported young people',
      meaning:
        'Those, together with young people supported through case consultancy to another professional.',
      aliases: ['Direct and indirect', 'Direct + indirect'],
      since: '2013-Q4',
    },
  ],
});

/** A code of {@link populationBase}. */
export type PopulationBase = CodeOf<typeof populationBase>;
