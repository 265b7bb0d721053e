import { codelist, type CodeOf } from './codelist.ts';
import type { Ethnicity } from './ethnicity.ts';

const since = '2021-Q1';

/** The harmonised ethnic groups for England and Wales, as in the 2021 Census. */
export const harmonisedEthnicity = codelist({
  name: 'harmonised-ethnicity',
  title: 'Ethnic group (harmonised, England and Wales)',
  source: 'GSS ethnicity',
  open: true,
  entries: [
    {
      code: 'white-british',
      label: 'English, Welsh, Scottish, Northern Irish or British',
      meaning: 'White: of the countries of the United Kingdom.',
      since,
    },
    { code: 'white-irish', label: 'Irish', meaning: 'White: Irish.', since },
    {
      code: 'white-gypsy-irish-traveller',
      label: 'Gypsy or Irish Traveller',
      meaning: 'White: Gypsy or Irish Traveller.',
      since,
    },
    { code: 'white-roma', label: 'Roma', meaning: 'White: Roma.', since },
    {
      code: 'white-other',
      label: 'Any other White background',
      meaning: 'White: any other background.',
      since,
    },
    {
      code: 'mixed-white-black-caribbean',
      label: 'White and Black Caribbean',
      meaning: 'Mixed: White and Black Caribbean.',
      since,
    },
    {
      code: 'mixed-white-black-african',
      label: 'White and Black African',
      meaning: 'Mixed: White and Black African.',
      since,
    },
    { code: 'mixed-white-asian', label: 'White and Asian', meaning: 'Mixed: White and Asian.', since },
    {
      code: 'mixed-other',
      label: 'Any other Mixed or Multiple ethnic background',
      meaning: 'Mixed: any other background.',
      since,
    },
    { code: 'asian-indian', label: 'Indian', meaning: 'Asian or Asian British: Indian.', since },
    { code: 'asian-pakistani', label: 'Pakistani', meaning: 'Asian or Asian British: Pakistani.', since },
    {
      code: 'asian-bangladeshi',
      label: 'Bangladeshi',
      meaning: 'Asian or Asian British: Bangladeshi.',
      since,
    },
    { code: 'asian-chinese', label: 'Chinese', meaning: 'Asian or Asian British: Chinese.', since },
    {
      code: 'asian-other',
      label: 'Any other Asian background',
      meaning: 'Asian or Asian British: any other background.',
      since,
    },
    { code: 'black-caribbean', label: 'Caribbean', meaning: 'Black or Black British: Caribbean.', since },
    { code: 'black-african', label: 'African', meaning: 'Black or Black British: African.', since },
    {
      code: 'black-other',
      label: 'Any other Black, Black British, or Caribbean background',
      meaning: 'Black or Black British: any other background.',
      since,
    },
    { code: 'arab', label: 'Arab', meaning: 'Other ethnic group: Arab.', since },
    { code: 'other', label: 'Any other ethnic group', meaning: 'Other ethnic group: any other.', since },
    { code: 'not-known', label: 'Not known', meaning: 'The service does not hold the ethnic group.', since },
  ],
});

/** A code of {@link harmonisedEthnicity}. */
export type HarmonisedEthnicity = CodeOf<typeof harmonisedEthnicity>;

/** What a category of the report becomes in the harmonised list: a code, or why there is no certain one. */
export type EthnicityMapping = { readonly code: HarmonisedEthnicity } | { readonly uncertain: string };

/**
 * The report's ethnicity categories in the harmonised list, where that is certain.
 *
 * @example
 * toHarmonisedEthnicity.pakistani; // => { code: 'asian-pakistani' }
 * 'uncertain' in toHarmonisedEthnicity['african-origin']; // => true
 */
export const toHarmonisedEthnicity: Readonly<Record<Ethnicity, EthnicityMapping>> = {
  'white-uk': { code: 'white-british' },
  'white-other': {
    uncertain: 'May be Irish, Gypsy or Irish Traveller, Roma, or any other White background.',
  },
  'african-origin': { uncertain: 'May be African, Caribbean, any other Black background, or Arab.' },
  mixed: { uncertain: 'May be any of the four Mixed or Multiple groups.' },
  pakistani: { code: 'asian-pakistani' },
  'not-known': { code: 'not-known' },
};
