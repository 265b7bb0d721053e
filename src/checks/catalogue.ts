import type { Rule } from './rule.ts';
import { casesFlow, firstInYearAreAmongDirect, newAreAmongDirect } from './rules/coming-and-going.ts';
import { characteristicsNameTheirBase, excessRules, shortfallRules } from './rules/breakdowns.ts';
import { everyFieldIsReturned, workFitsTheDuties } from './rules/completeness.ts';
import { breakdownIsNotCopied } from './rules/copied.ts';
import {
  periodEndsAfterItBegins,
  periodIsOneQuarter,
  periodIsOver,
  printedPeriodIsThePeriod,
} from './rules/period.ts';
import { caseloadIsWithinTheAim, countFitsTheProgramme } from './rules/plausibility.ts';
import {
  oneBaseExplainsABlock,
  printedPercentageIsThatOfItsCount,
  printedPercentagesAddUp,
} from './rules/printed-percentages.ts';
import { printedBelongsToACount, printedTotalIsTheSum } from './rules/printed-totals.ts';
import { reportedRoutesAreCases, routesAccountForReported } from './rules/referrals.ts';
import { attendanceRules, groupWorkIsReturnedWhole } from './rules/sessions.ts';
import { directAndIndirectMakeTotal, outcomesAccountForClosed } from './rules/totals.ts';
import { categoriesAreMeant } from './rules/unseen-codes.ts';

/**
 * Every rule over one return, in the order of its code: R1 periods, R2 sums, R3 what is printed, R4 what
 * is left out or unlikely, R5 codes. The rules about shape are in `shapeRules`.
 */
export const rules: readonly Rule[] = [
  periodEndsAfterItBegins,
  periodIsOneQuarter,
  periodIsOver,
  printedPeriodIsThePeriod,
  ...excessRules,
  routesAccountForReported,
  reportedRoutesAreCases,
  outcomesAccountForClosed,
  ...shortfallRules,
  directAndIndirectMakeTotal,
  newAreAmongDirect,
  characteristicsNameTheirBase,
  casesFlow,
  firstInYearAreAmongDirect,
  printedPercentageIsThatOfItsCount,
  printedPercentagesAddUp,
  oneBaseExplainsABlock,
  printedTotalIsTheSum,
  printedBelongsToACount,
  everyFieldIsReturned,
  workFitsTheDuties,
  ...attendanceRules,
  groupWorkIsReturnedWhole,
  countFitsTheProgramme,
  caseloadIsWithinTheAim,
  breakdownIsNotCopied,
  categoriesAreMeant,
];
