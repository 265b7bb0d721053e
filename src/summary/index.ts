export type { Contribution } from './contribution.ts';
export type { Entry } from './entry.ts';
export { figureLabel } from './figure-label.ts';
export type { SummaryFigure } from './figures-of-group.ts';
export type { Dimension, GroupKey } from './groups.ts';
export { mergeCategories, type CategoryMerge } from './merge-categories.ts';
export type { PostsOverTime } from './over-periods.ts';
export { returnRates, type ReturnRates } from './return-rates.ts';
export type { ServiceFacts } from './service-facts.ts';
export { shareOf, wholePath, type ShareBase, type SharedFigure } from './share.ts';
export {
  figureAt,
  inseparableReturns,
  mergeSummaries,
  regroup,
  summarise,
  type FigurePlace,
  type InseparableReturns,
  type Regrouping,
  type Summary,
  type SummaryOptions,
} from './summarise.ts';
