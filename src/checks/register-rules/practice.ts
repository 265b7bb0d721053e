import {
  assessChecklist,
  formalAgreement,
  independentFunders,
  practiceStandards,
  standardNumbers,
  type PracticeStandard,
  type Service,
} from '../../programme/index.ts';
import { daysIn } from '../../vocabulary/index.ts';
import { sampleService, type ServiceRule } from '../service-rule.ts';

const pointForTheHub = 'Nothing to change in the register: a point for the Hub.';

interface Advice {
  readonly code: string;
  readonly standard: PracticeStandard;
  readonly paths: readonly string[];
  readonly holds: Service;
  readonly breaks: Service;
  /** What the service has instead, when the standard is not met; nothing is said of what is not known. */
  readonly instead: (service: Service) => string | undefined;
}

function advice({ code, standard, paths, holds, breaks, instead }: Advice): ServiceRule {
  return {
    code,
    severity: 'advice',
    statement: standard.standard,
    remedy: pointForTheHub,
    source: standard.source,
    examples: { holds: [holds, sampleService], breaks: [breaks] },
    check: (service) => {
      const found = instead(service);
      return found === undefined
        ? []
        : [{ paths, message: `${standard.standard} ${found}`, expected: standard.standard }];
    },
  };
}

const { low, high } = standardNumbers.caseload;
const supported = (support: NonNullable<Service['support']>): Service => ({ ...sampleService, support });
const csefa = { id: 'post 1', headcount: 1, base: 'hub', funder: 'csefa' } as const;

/** For how many years a service is funded: as it says, else from the first and last day, to one decimal. */
function fundingYears({ years, from, until }: NonNullable<Service['funding']> = {}): number | undefined {
  if (years !== undefined || from === undefined || until === undefined) return years;
  return Math.round((daysIn({ from, to: until }) / 365.25) * 10) / 10;
}

/** P201 to P208: what the report’s services aim for. Always advice. */
export const practiceRules: readonly ServiceRule[] = [
  advice({
    code: 'P201',
    standard: practiceStandards.caseload,
    paths: ['support.caseload'],
    holds: supported({ caseload: [10, 12] }),
    breaks: supported({ caseload: [12, 14], demands: ['high-risk'] }),
    instead: ({ support: { caseload, demands = [] } = {} }) => {
      // The report gives no number for the adjustment: a worker was unwilling to take the full 14 with seven at high risk.
      if (caseload === undefined || caseload[1] <= (demands.length === 0 ? high : high - 1)) return undefined;
      const why =
        demands.length === 0
          ? `above ${low} to ${high}`
          : `the full ${high} or more with other demands (${demands.join(', ')})`;
      return `Here it is ${caseload.join(' to ')}, ${why}.`;
    },
  }),
  advice({
    code: 'P202',
    standard: practiceStandards.lineManagement,
    paths: ['support.lineManagementWeeks'],
    holds: supported({ lineManagementWeeks: 6 }),
    breaks: supported({ lineManagementWeeks: 8 }),
    instead: ({ support }) => {
      const weeks = support?.lineManagementWeeks;
      return weeks !== undefined && weeks > standardNumbers.lineManagementWeeks
        ? `Here it is every ${weeks} weeks.`
        : undefined;
    },
  }),
  advice({
    code: 'P203',
    standard: practiceStandards.clinicalSupervision,
    paths: ['support.clinicalSupervision'],
    holds: supported({ clinicalSupervision: true }),
    breaks: supported({ clinicalSupervision: false }),
    instead: ({ support }) => (support?.clinicalSupervision === false ? 'Here they have none.' : undefined),
  }),
  advice({
    code: 'P204',
    standard: practiceStandards.manager,
    paths: ['support.dedicatedManager'],
    holds: supported({ dedicatedManager: true }),
    breaks: supported({ dedicatedManager: false }),
    instead: ({ support }) => (support?.dedicatedManager === false ? 'Here there is none.' : undefined),
  }),
  advice({
    code: 'P205',
    standard: practiceStandards.funding,
    paths: ['funding.years'],
    holds: { ...sampleService, funding: { years: 3 } },
    breaks: { ...sampleService, funding: { from: '2014-10-01', until: '2016-09-30' } },
    instead: ({ funding }) => {
      const years = fundingYears(funding);
      return years !== undefined && years < standardNumbers.fundingYears
        ? `Here it lasts ${years}.`
        : undefined;
    },
  }),
  advice({
    code: 'P206',
    standard: practiceStandards.independence,
    paths: ['spokes'],
    holds: { ...sampleService, spokes: [csefa] },
    breaks: { ...sampleService, spokes: [{ ...csefa, funder: 'local-authority' }] },
    instead: ({ spokes }) => {
      const isIndependent = spokes.some(({ funder }) => independentFunders.some((each) => each === funder));
      return spokes.length === 0 || isIndependent ? undefined : 'Here no post has independent funding.';
    },
  }),
  advice({
    code: 'P207',
    standard: practiceStandards.recruitment,
    paths: ['support.hostOnRecruitmentPanel'],
    holds: supported({ hostOnRecruitmentPanel: true }),
    breaks: supported({ hostOnRecruitmentPanel: false }),
    instead: ({ support }) => (support?.hostOnRecruitmentPanel === false ? 'Here it does not.' : undefined),
  }),
  advice({
    code: 'P208',
    standard: practiceStandards.agreement,
    paths: ['support.formalAgreement'],
    holds: supported({ formalAgreement: { role: 'met' } }),
    breaks: supported({ formalAgreement: { role: 'met', consent: 'not-met' } }),
    instead: ({ support }) => {
      const { notMet } = assessChecklist(formalAgreement, support?.formalAgreement ?? {});
      return notMet.length === 0 ? undefined : `Here it does not settle: ${notMet.join(', ')}.`;
    },
  }),
];
