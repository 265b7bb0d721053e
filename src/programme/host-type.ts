import { codelist, type CodeOf } from '../vocabulary/index.ts';

const since = '2013-Q4';

/** The kinds of agency or place in which Spokes are placed. */
export const hostType = codelist({
  name: 'host-type',
  title: 'Kind of host',
  source: '2.1',
  open: true,
  entries: [
    {
      code: 'children-social-care',
      label: 'Children’s social care',
      meaning: 'A team of children’s social care.',
      since,
    },
    {
      code: 'duty-and-assessment',
      label: 'Duty and Assessment team',
      meaning: 'The gateway team of children’s social care.',
      since,
    },
    { code: 'police-team', label: 'Police team', meaning: 'A team of the police.', since },
    { code: 'police-station', label: 'Police station', meaning: 'A post in a police station.', since },
    {
      code: 'multi-agency-police-team',
      label: 'Multi-agency police team',
      meaning: 'A multi-agency team led by the police.',
      since,
    },
    {
      code: 'multi-agency-team',
      label: 'Multi-agency team',
      meaning: 'A multi-agency team, not said who leads it.',
      since,
    },
    {
      code: 'targeted-youth-support',
      label: 'Targeted Youth Support',
      meaning: 'A council service for young people.',
      since,
    },
    { code: 'secure-unit', label: 'Secure unit', meaning: 'A secure unit for young people.', since },
    { code: 'youth-service', label: 'Youth service', meaning: 'A youth service.', since },
    {
      code: 'voluntary-service',
      label: 'Voluntary service',
      meaning: 'A service of a voluntary organisation.',
      since,
    },
    {
      code: 'vcs-resource-centre',
      label: 'VCS resource centre',
      meaning: 'A resource centre of the voluntary and community sector.',
      since,
    },
    {
      code: 'unrelated-office',
      label: 'Office in an unrelated organisation',
      meaning: 'Rented space in a voluntary organisation with which the Spoke has no other link.',
      since,
    },
  ],
});

/** A code of {@link hostType}. */
export type HostType = CodeOf<typeof hostType>;

/** Who leads a host, as far as the model of a service depends on it. */
export const hostSector = codelist({
  name: 'host-sector',
  title: 'Sector of the host',
  source: '2.2',
  entries: [
    { code: 'statutory', label: 'Statutory', meaning: 'A statutory team or service.', since },
    {
      code: 'statutory-led',
      label: 'Statutory-led multi-agency',
      meaning: 'A multi-agency team that a statutory agency leads.',
      since,
    },
    {
      code: 'multi-agency',
      label: 'Multi-agency',
      meaning: 'A multi-agency team, not known who leads it.',
      since,
    },
    {
      code: 'community',
      label: 'Voluntary, youth or community',
      meaning: 'A voluntary, youth or community setting.',
      since,
    },
  ],
});

/** A code of {@link hostSector}. */
export type HostSector = CodeOf<typeof hostSector>;

/** The sector of each kind of host, unless a register knows better. */
export const sectorOf: Readonly<Record<HostType, HostSector>> = {
  'children-social-care': 'statutory',
  'duty-and-assessment': 'statutory',
  'police-team': 'statutory',
  'police-station': 'statutory',
  'multi-agency-police-team': 'statutory-led',
  'multi-agency-team': 'multi-agency',
  'targeted-youth-support': 'statutory',
  'secure-unit': 'statutory',
  'youth-service': 'community',
  'voluntary-service': 'community',
  'vcs-resource-centre': 'community',
  'unrelated-office': 'community',
};
