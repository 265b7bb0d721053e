import { codelist, type CodeOf } from './codelist.ts';

/** What a Spoke is there to do. Which parts of the form apply follows from the duties, not from the model. */
export const duty = codelist({
  name: 'duty',
  title: 'Duties of a Spoke',
  source: '2.1',
  entries: [
    {
      code: 'casework',
      label: 'Casework',
      meaning: 'Direct individual work with young people.',
      since: '2013-Q4',
    },
    {
      code: 'training',
      label: 'Training',
      meaning: 'Training professionals for more than half a day.',
      since: '2013-Q4',
    },
    {
      code: 'awareness-raising',
      label: 'Awareness raising',
      meaning: 'Awareness raising of up to half a day, with professionals or young people.',
      since: '2013-Q4',
    },
    {
      code: 'case-consultancy',
      label: 'Case consultancy',
      meaning: 'Advising another professional about a young person.',
      since: '2013-Q4',
    },
    { code: 'group-work', label: 'Group work', meaning: 'Group work with young people.', since: '2013-Q4' },
    {
      code: 'policy-development',
      label: 'Policy development',
      meaning: 'Developing protocols and policy with partners.',
      since: '2014-Q3',
    },
    {
      code: 'victim-support-and-court',
      label: 'Victim support and court processes',
      meaning: 'Supporting victims through court processes.',
      since: '2014-Q3',
    },
  ],
});

/** A code of {@link duty}. */
export type Duty = CodeOf<typeof duty>;
