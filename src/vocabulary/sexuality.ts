import { codelist, type CodeOf } from './codelist.ts';

/** Sexual orientation: said in 4.1 to be lacking, printed in no table, so optional and off by default. */
export const sexuality = codelist({
  name: 'sexuality',
  title: 'Sexuality',
  source: '4.1',
  open: true,
  entries: [
    {
      code: 'heterosexual',
      label: 'Straight or heterosexual',
      meaning: 'Recorded as heterosexual.',
      since: '2015-Q4',
    },
    {
      code: 'gay-or-lesbian',
      label: 'Gay or lesbian',
      meaning: 'Recorded as gay or lesbian.',
      since: '2015-Q4',
    },
    { code: 'bisexual', label: 'Bisexual', meaning: 'Recorded as bisexual.', since: '2015-Q4' },
    { code: 'other', label: 'Other', meaning: 'Recorded in another way.', since: '2015-Q4' },
    {
      code: 'not-known',
      label: 'Not known',
      meaning: 'Not asked, not answered or not recorded.',
      since: '2015-Q4',
    },
  ],
});

/** A code of {@link sexuality}. */
export type Sexuality = CodeOf<typeof sexuality>;
