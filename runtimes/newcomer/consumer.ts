// What the compiler of a newcomer must take: every entry point, by its types as packed.
import { checkReturn, coreReturn, figureAt, summarise, type CoreReturn, type Finding } from 'hub-and-spoke';
import { defineRelease, type Protection } from 'hub-and-spoke/disclosure';
import { dataDictionary, toHtml } from 'hub-and-spoke/publish';
import { syntheticReturns } from 'hub-and-spoke/synthetic';
import { writeWorkbook } from 'hub-and-spoke/workbook';
import { returns } from 'hub-and-spoke/year-two';

const first: CoreReturn | undefined = returns[0];
const { accepted, findings, value } = checkReturn(first);
const rules: readonly Finding['rule'][] = findings.map(({ rule }) => rule);
const low: number | undefined = figureAt(summarise(returns), { path: 'youngPeople.direct' })?.low;
const parsed: { success: boolean } = coreReturn.safeParse(value);
export type Kept = Protection;
export {
  accepted,
  defineRelease,
  dataDictionary,
  low,
  parsed,
  rules,
  syntheticReturns,
  toHtml,
  writeWorkbook,
};
