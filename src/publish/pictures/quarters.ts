import { quarterPeriod, quartersIn, type Quarter } from '../../vocabulary/index.ts';

/** Every quarter from one to another. */
export const quartersBetween = (first: Quarter, last: Quarter): readonly Quarter[] =>
  quartersIn({ from: quarterPeriod(first).from, to: quarterPeriod(last).to });
