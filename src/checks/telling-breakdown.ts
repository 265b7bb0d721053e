import { isExactCell, type Breakdown } from '../form/index.ts';

/** The breakdowns of whom the services support, in which a repetition is remarkable. */
export const breakdownsOfPeople = [
  'youngPeople.age',
  'youngPeople.gender',
  'youngPeople.ethnicity',
  'youngPeople.living',
  'referrals.route',
] as const;

/** Whether counts say enough for a repetition to be remarkable: two or more of them, and more than ten people. */
export function isTelling(counts: Breakdown<string>): boolean {
  const numbers = Object.values(counts).filter(isExactCell);
  const isSplit = numbers.filter((number) => number > 0).length > 1;
  return isSplit && numbers.reduce((sum, number) => sum + number, 0) > 10;
}
