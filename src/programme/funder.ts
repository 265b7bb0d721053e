import { codelist, isCode, type CodeOf } from '../vocabulary/index.ts';

const since = '2013-Q4';

/** Who pays for a post. */
export const funder = codelist({
  name: 'funder',
  title: 'Funder',
  source: 'Table 1',
  open: true,
  entries: [
    { code: 'csefa', label: 'CSEFA', meaning: 'The Child Sexual Exploitation Funders’ Alliance.', since },
    { code: 'statutory', label: 'Statutory funding', meaning: 'Statutory services, not said which.', since },
    {
      code: 'local-authority',
      label: 'Local authority',
      meaning: 'A contract or grant of a local authority.',
      since,
    },
    { code: 'police', label: 'Police', meaning: 'The police.', since },
    {
      code: 'charity',
      label: 'Charity’s own funds',
      meaning: 'Voluntary funds of the charity itself.',
      since,
    },
    {
      code: 'police-and-charity',
      label: 'Police and charity jointly',
      meaning: 'Police funding matched by the charity.',
      since,
    },
    {
      code: 'secure-unit',
      label: 'Secure unit or the charity',
      meaning: '“The organisation itself”: the report leaves open which.',
      since,
    },
    {
      code: 'in-kind',
      label: 'In kind',
      meaning: 'A desk, a telephone or training instead of money.',
      since,
    },
    { code: 'lottery', label: 'Lottery', meaning: 'A lottery fund.', since },
  ],
});

/** A code of {@link funder}. */
export type Funder = CodeOf<typeof funder>;

/** Funders with no say over local services: neither statutory nor local. */
export const independentFunders: readonly Funder[] = ['csefa', 'charity', 'lottery'];

/** Whether a funder is independent; nothing where nobody can tell. */
export function isIndependent(code: string): boolean | undefined {
  if (independentFunders.some((each) => each === code)) return true;
  // The report leaves open whether the secure unit or the charity pays.
  return isCode(funder, code) && code !== 'secure-unit' ? false : undefined;
}
