import { codelist, type CodeOf } from './codelist.ts';

/** How a young person came to the service. */
export const referralRoute = codelist({
  name: 'referral-route',
  title: 'Referral route',
  source: '2.3',
  open: true,
  entries: [
    {
      code: 'multi-agency',
      label: 'Multi-agency teams or MASHs',
      meaning: 'A multi-agency team or a multi-agency safeguarding hub.',
      aliases: ['Multi-agency team', 'MASH', 'MASHs'],
      since: '2015-Q1',
    },
    { code: 'police', label: 'Police', meaning: 'The police.', aliases: ['The police'], since: '2015-Q1' },
    { code: 'social-care', label: 'Social care', meaning: 'Children’s social care.', since: '2015-Q1' },
    {
      code: 'schools',
      label: 'Schools',
      meaning: 'A school.',
      aliases: ['School', 'Education'],
      since: '2015-Q1',
    },
    {
      code: 'return-interview',
      label: '‘Safe and well’ or return interviews',
      meaning: 'An interview after the young person had been missing.',
      aliases: ['Return interview', 'Safe and well'],
      since: '2015-Q1',
    },
    { code: 'health', label: 'Health', meaning: 'A health service.', since: '2015-Q1' },
    {
      code: 'internal',
      label: 'Internal',
      meaning: 'Another part of the same service.',
      aliases: ['Internal referral'],
      since: '2015-Q1',
    },
  ],
});

/** A code of {@link referralRoute}. */
export type ReferralRoute = CodeOf<typeof referralRoute>;
