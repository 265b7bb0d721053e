import type { Source } from '../vocabulary/index.ts';

/** Something that the report's services aim for, as advice: never a rule that a return or a register must keep. */
export interface PracticeStandard {
  readonly id: string;
  readonly standard: string;
  readonly source: Source;
}

/** The numbers of the practice standards. */
export const standardNumbers = {
  /** The average caseload of a Spoke, from and to. */
  caseload: { low: 10, high: 14 },
  /** Weeks between meetings of line management, at most. */
  lineManagementWeeks: 6,
  /** Years of funding, at least. */
  fundingYears: 3,
} as const;

/** What the report's services aim for. */
export const practiceStandards = {
  caseload: {
    id: 'caseload',
    standard: 'A caseload averages 10 to 14, fewer where risk is high or the area wide.',
    source: '3.3',
  },
  lineManagement: {
    id: 'line-management',
    standard: 'Spokes meet their line manager every four to six weeks.',
    source: '3.3',
  },
  clinicalSupervision: {
    id: 'clinical-supervision',
    standard: 'Spokes have clinical supervision.',
    source: '3.3',
  },
  manager: { id: 'manager', standard: 'A dedicated Spokes Manager is funded.', source: '4.1' },
  funding: { id: 'funding', standard: 'Funding lasts three years or more.', source: '4.1' },
  independence: { id: 'independence', standard: 'Some funding is separate and independent.', source: '4.1' },
  recruitment: { id: 'recruitment', standard: 'The host sits on the recruitment panel.', source: '4.1' },
  agreement: { id: 'agreement', standard: 'A formal agreement with the host is in place.', source: '4.1' },
} as const satisfies Readonly<Record<string, PracticeStandard>>;
