import type { EvidenceSource } from '../evaluation/index.ts';

const place = 'Appendix Three';
const interviews = (id: string, title: string, informant: string, count: number): EvidenceSource => ({
  id,
  kind: 'interview-theme',
  title,
  informant,
  count,
  source: place,
});

/**
 * The fieldwork of Year Two: ninety interviews by role and seven by telephone, visits, returns and documents.
 * Young people and parents or carers were not interviewed.
 *
 * @example
 * evidenceSources.filter(({ id }) => id.startsWith('interviews-')).reduce((sum, { count = 0 }) => sum + count, 0); // => 97
 */
export const evidenceSources: readonly EvidenceSource[] = [
  interviews('interviews-spoke-workers', 'Spoke workers', 'spoke-worker', 27),
  interviews('interviews-hub-workers', 'Hub workers, managers among them', 'hub-project-worker', 22),
  interviews('interviews-social-care', 'Children’s Social Care representatives', 'childrens-services', 13),
  interviews('interviews-police', 'Police representatives', 'police', 11),
  interviews('interviews-lscb', 'LSCB representatives', 'lscb', 6),
  interviews('interviews-health', 'Health representatives', 'health', 5),
  interviews('interviews-commissioners', 'Police and Crime Commissioners', 'police-commissioner', 3),
  interviews('interviews-voluntary-sector', 'Voluntary sector representatives', 'voluntary-sector', 3),
  interviews(
    'interviews-participation',
    'Hub managers and project workers, by telephone, on participation',
    'not-attributed',
    7,
  ),
  {
    id: 'visits-phase-one',
    kind: 'visit',
    title: 'Follow-up visits to Phase One services',
    count: 3,
    source: place,
  },
  {
    id: 'visits-phase-two',
    kind: 'visit',
    title: 'First visits to Phase Two services',
    count: 5,
    source: place,
  },
  {
    id: 'returns-annual',
    kind: 'return',
    title: 'Annual returns of two Phase One services',
    count: 2,
    source: place,
  },
  {
    id: 'returns-quarterly',
    kind: 'return',
    title: 'Quarterly returns of three Phase Two services',
    count: 5,
    source: place,
  },
  { id: 'case-studies', kind: 'case-study', title: 'Practice case studies', source: place },
  {
    id: 'job-descriptions',
    kind: 'job-description',
    title: 'Job descriptions and person specifications of Spokes',
    source: place,
  },
  {
    id: 'board-documents',
    kind: 'board-document',
    title: 'LSCB reports, problem profiles, strategies and action plans',
    source: place,
  },
  {
    id: 'literature',
    kind: 'literature',
    title: 'Literature review of Hub and Spoke models elsewhere',
    source: '1.4',
  },
];
