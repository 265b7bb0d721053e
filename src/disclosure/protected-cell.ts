import type { Bounds } from '../figures/index.ts';

/** How a number stands in a publication. All that is hidden has one mark: two would say which counts are small. */
export type Mark = 'shown' | 'rounded' | 'hidden';

/** A cell as it may be printed. When it is hidden, its bounds are what any reader can work out. */
export interface ProtectedCell extends Bounds {
  readonly id: string;
  readonly label: string;
  readonly mark: Mark;
  /** The rounded count. */
  readonly rounded?: number;
  /** Whether the bounds are those of what was recorded, and the number itself may be larger. */
  readonly isAtLeast?: true;
}

/** The number that is printed for a cell, if one is. */
export const printedCount = ({
  mark,
  low,
  rounded,
}: Pick<ProtectedCell, 'mark' | 'low' | 'rounded'>): number | undefined =>
  mark === 'hidden' ? undefined : (rounded ?? low);
