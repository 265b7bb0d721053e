import type { Source } from './source.ts';

/** A term of the programme. */
export interface GlossaryEntry {
  /** The abbreviation, or the term where it has none. */
  readonly term: string;
  /** What it stands for, or what it means. */
  readonly meaning: string;
  /** Other wordings of the meaning that stand in the report. */
  readonly aliases?: readonly string[];
  readonly note?: string;
  readonly source: Source;
}

const listed = (term: string, meaning: string, more: Partial<GlossaryEntry> = {}): GlossaryEntry => ({
  term,
  meaning,
  source: 'Appendix One',
  ...more,
});
const used = (term: string, meaning: string, source: Source, note?: string): GlossaryEntry => ({
  term,
  meaning,
  source,
  ...(note === undefined ? {} : { note }),
});

/**
 * The report's glossary, with the other wordings it uses as aliases, and the terms it uses without
 * listing them.
 */
export const glossary: readonly GlossaryEntry[] = [
  listed('CAMHS', 'Child and Adolescent Mental Health Services'),
  listed('CEOP', 'Child Exploitation and Online Protection'),
  listed('CMO', 'Context, Mechanism, Outcome', { note: 'As used in realist evaluation.' }),
  listed('CSA', 'Child Sexual Abuse'),
  listed('CSE', 'Child Sexual Exploitation', { note: 'The report treats it as distinct from CSA.' }),
  listed('CSEFA', 'Child Sexual Exploitation Funders’ Alliance'),
  listed('FCASE', 'Families and Communities Against Sexual Exploitation'),
  listed('IWF', 'Internet Watch Foundation'),
  listed('JAT', 'Joint Action Team'),
  listed('LSCB', 'Local Safeguarding Children Board'),
  listed('MARAC', 'Multi-Agency Risk Assessment Conference'),
  listed('MASH', 'Multi-Agency Safeguarding Hub', { note: 'Not a Hub in this programme’s sense.' }),
  listed('MEG', 'Missing and Exploited Group', { aliases: ['Missing, Exploited Group'] }),
  listed('MSET', 'Missing, Sexually Exploited, Trafficked'),
  listed('NWG', 'National Working Group'),
  listed('PACE', 'Parents Against Child Exploitation'),
  listed('PCC', 'Police and Crime Commissioner'),
  listed('SECOS', 'Sexually Exploited Children on the Streets', {
    aliases: ['Sexual Exploitation of Children on the Streets'],
  }),
  listed('SVCVP', 'Sexual Violence against Children and Vulnerable People'),
  listed('TCSE', 'Tackling Child Sexual Exploitation'),
  listed('TOC', 'Theory of Change'),
  listed('VEMT', 'Vulnerable, Exploited, Missing, Trafficked'),
  listed('VSO', 'Voluntary Sector Organisation'),
  used('FTE', 'Full-time equivalent', 'Table 1'),
  used('VCS', 'Voluntary and community sector', 'Figure 1'),
  used('VPG', 'VEMT Practitioners Group', '3.2'),
  used(
    'Hub',
    'An established voluntary-sector service whose expertise and resources the programme extends',
    '1.5',
  ),
  used('Spoke', 'An experienced worker whom a Hub employs and places in a new service delivery area', '1.5'),
  used('Host', 'The agency in which a Spoke is placed', '2.1', 'Used throughout the report, never defined.'),
  used('Spokes Manager', 'The manager at the Hub who supports and manages all its Spokes', '2.1'),
  used('Direct support', 'Individual work by a Spoke with a young person', '2.3'),
  used(
    'Indirect support',
    'Support to a young person through case consultancy to another professional',
    '2.3',
  ),
  used(
    'Embeddedness',
    'How far specialist voluntary-sector input is part of local services',
    '3.3',
    'The report gives no scale.',
  ),
];

/**
 * Finds a term by itself or by any of its wordings, whatever its case.
 *
 * @example
 * findTerm('Missing, Exploited Group')?.term; // => 'MEG'
 */
export function findTerm(text: string): GlossaryEntry | undefined {
  const sought = text.trim().toLowerCase();
  return glossary.find(({ term, meaning, aliases = [] }) =>
    [term, meaning, ...aliases].some((wording) => wording.toLowerCase() === sought),
  );
}
