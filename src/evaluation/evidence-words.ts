import { codelist, type CodeOf } from '../vocabulary/index.ts';

const since = '2013-Q4';

/** What kind of evidence something is. */
export const evidenceKind = codelist({
  name: 'evidence-kind',
  title: 'Kind of evidence',
  source: 'Appendix Three',
  entries: [
    {
      code: 'interview-quote',
      label: 'Interview, one person',
      meaning: 'What one person said. Only the reference is kept, never the words.',
      since,
    },
    {
      code: 'interview-theme',
      label: 'Interviews, a theme',
      meaning: 'What several people said, put together by the evaluators.',
      since,
    },
    {
      code: 'visit',
      label: 'Fieldwork visit',
      meaning: 'What evaluators saw and heard on a visit to a service.',
      since,
    },
    { code: 'return', label: 'Data return', meaning: 'Counts of a core data collection form.', since },
    {
      code: 'document',
      label: 'Policy or process document',
      meaning: 'A policy, protocol, agreement or process of an agency.',
      since,
    },
    {
      code: 'board-document',
      label: 'LSCB document',
      meaning: 'A report, problem profile, strategy or action plan of a safeguarding board.',
      since,
    },
    {
      code: 'job-description',
      label: 'Job description',
      meaning: 'A job description or person specification.',
      since,
    },
    {
      code: 'case-study',
      label: 'Practice case study',
      meaning: 'A case study written by a service.',
      since,
    },
    { code: 'case-file', label: 'Case file', meaning: 'Case files read by the evaluators.', since },
    { code: 'literature', label: 'Literature', meaning: 'Published research.', since },
  ],
});

/** A code of {@link evidenceKind}. */
export type EvidenceKind = CodeOf<typeof evidenceKind>;

/** The ways in which evidence is gathered. Evidence of several ways is stronger than more of the same. */
export const evidenceMethod = {
  'interview-quote': 'interviews',
  'interview-theme': 'interviews',
  visit: 'visits',
  return: 'counts',
  document: 'documents',
  'board-document': 'documents',
  'job-description': 'documents',
  'case-study': 'cases',
  'case-file': 'cases',
  literature: 'literature',
} as const satisfies Readonly<Record<EvidenceKind, string>>;

/** A way in which evidence is gathered. */
export type EvidenceMethod = (typeof evidenceMethod)[EvidenceKind];

/** Who something was learnt from. */
export const informant = codelist({
  name: 'informant',
  title: 'Informant',
  source: 'Appendix Three',
  open: true,
  entries: [
    {
      code: 'evaluators',
      label: 'Evaluators’ account',
      meaning: 'What the evaluators write without saying who told them.',
      aliases: ['NAR'],
      since,
    },
    { code: 'hub-manager', label: 'Hub Manager', meaning: 'A manager of a Hub.', aliases: ['HM'], since },
    {
      code: 'hub-project-worker',
      label: 'Hub Project Worker',
      meaning: 'A worker of a Hub.',
      aliases: ['HPW'],
      since,
    },
    { code: 'spoke-worker', label: 'Spoke Worker', meaning: 'A Spoke.', aliases: ['SW'], since },
    {
      code: 'spoke-manager',
      label: 'Spoke Manager',
      meaning: 'A manager of Spokes.',
      aliases: ['SM'],
      since,
    },
    { code: 'police', label: 'Police', meaning: 'A police officer, not as a host.', aliases: ['POL'], since },
    {
      code: 'police-host',
      label: 'Police, Spoke Host',
      meaning: 'A police officer whose team hosts a Spoke.',
      aliases: ['PSH'],
      since,
    },
    {
      code: 'childrens-services-host',
      label: 'Host, children’s services',
      meaning: 'A manager of children’s services that host a Spoke.',
      aliases: ['HCS'],
      since,
    },
    {
      code: 'voluntary-host',
      label: 'Host, voluntary sector',
      meaning: 'A manager of a voluntary organisation that hosts a Spoke.',
      aliases: ['HVS'],
      since,
    },
    {
      code: 'childrens-services',
      label: 'Children’s services',
      meaning:
        'A commissioner or a child protection manager. The report does not place the latter: this library does.',
      aliases: ['CSC'],
      since,
    },
    {
      code: 'local-authority',
      label: 'Local authority',
      meaning: 'A manager of a local authority.',
      aliases: ['LA'],
      since,
    },
    { code: 'lscb', label: 'LSCB', meaning: 'A manager of a safeguarding board.', aliases: ['LSCB'], since },
    {
      code: 'youth-support',
      label: 'Youth support team',
      meaning: 'A manager of a youth support team.',
      aliases: ['YST'],
      since,
    },
    {
      code: 'police-commissioner',
      label: 'Police and Crime Commissioner',
      meaning: 'A commissioner or an assistant.',
      aliases: ['PCC'],
      since,
    },
    { code: 'health', label: 'Health', meaning: 'A representative of health services.', since },
    {
      code: 'voluntary-sector',
      label: 'Voluntary sector',
      meaning: 'A representative of the voluntary sector.',
      since,
    },
    {
      code: 'not-attributed',
      label: 'Not attributed',
      meaning: 'Staff asked about participation, unnamed to protect them.',
      aliases: ['UNA'],
      since,
    },
    { code: 'young-person', label: 'Young person', meaning: 'A young person.', since },
    { code: 'parent-or-carer', label: 'Parent or carer', meaning: 'A parent or carer.', since },
  ],
});

/** A code of {@link informant}. */
export type Informant = CodeOf<typeof informant>;

/** How much something is said, by the report’s own words, strongest first. */
export const evidenceStrength = codelist({
  name: 'evidence-strength',
  title: 'Strength of evidence',
  source: '3.3',
  entries: [
    { code: 'all', label: 'All', meaning: 'Everybody asked said so.', since },
    { code: 'most', label: 'Most', meaning: 'Most said so.', since },
    { code: 'many', label: 'Many', meaning: 'Many said so.', since },
    { code: 'several', label: 'Several', meaning: 'Several said so.', aliases: ['A number of'], since },
    { code: 'some', label: 'Some', meaning: 'Some said so.', since },
    { code: 'few', label: 'A small number', meaning: 'A small number said so.', since },
    { code: 'one', label: 'One', meaning: 'One said so.', since },
  ],
});

/** A code of {@link evidenceStrength}. */
export type EvidenceStrength = CodeOf<typeof evidenceStrength>;
