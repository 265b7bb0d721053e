import { codelist, type CodeOf } from './codelist.ts';

/** Gender as the tables print it. Open: a service may return what it records. */
export const gender = codelist({
  name: 'gender',
  title: 'Gender',
  source: 'Tables 2-5',
  open: true,
  entries: [
    {
      code: 'female',
      label: 'Female',
      meaning: 'Recorded as female.',
      aliases: ['F', 'Girls'],
      since: '2013-Q4',
    },
    { code: 'male', label: 'Male', meaning: 'Recorded as male.', aliases: ['M', 'Boys'], since: '2013-Q4' },
    {
      code: 'not-known',
      label: 'Not known',
      meaning: 'The service does not hold the gender.',
      aliases: ['Unknown', 'Not recorded'],
      since: '2013-Q4',
    },
  ],
});

/** A code of {@link gender}. */
export type Gender = CodeOf<typeof gender>;
