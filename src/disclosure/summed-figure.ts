import type { SummaryFigure } from '../summary/index.ts';
import type { Sum } from './release.ts';

/** A figure that is a sum of counts of returns. */
export interface SummedFigure extends Sum {
  /** Which summary it is of. */
  readonly table: number;
  readonly figure: SummaryFigure;
  readonly count: number;
  /** How much was withheld before it came here, at least. */
  readonly besides: number;
  readonly isOverTime: boolean;
  /** Whether all its returns are of periods in a calendar year that had begun. */
  readonly isLaterInYear: boolean;
}
