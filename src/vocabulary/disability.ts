import { codelist, type CodeOf } from './codelist.ts';

/** Disability: in no table of the report, so optional and off by default. */
export const disability = codelist({
  name: 'disability',
  title: 'Disability',
  source: 'GSS disability',
  open: true,
  entries: [
    {
      code: 'disabled',
      label: 'Disabled',
      meaning: 'Recorded as disabled.',
      aliases: ['Yes'],
      since: '2015-Q4',
    },
    {
      code: 'not-disabled',
      label: 'Not disabled',
      meaning: 'Recorded as not disabled.',
      aliases: ['No'],
      since: '2015-Q4',
    },
    {
      code: 'not-known',
      label: 'Not known',
      meaning: 'Not asked, not answered or not recorded.',
      since: '2015-Q4',
    },
  ],
});

/** A code of {@link disability}. */
export type Disability = CodeOf<typeof disability>;
