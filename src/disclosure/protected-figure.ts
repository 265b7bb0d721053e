import type { Bounds } from '../figures/index.ts';
import type { SummaryFigure } from '../summary/index.ts';
import type { ProtectedCell } from './protected-cell.ts';

/** A figure of a summary as it may be printed. */
export interface ProtectedFigure extends Pick<
  SummaryFigure,
  'group' | 'path' | 'base' | 'low' | 'high' | 'coverage' | 'caveats'
> {
  /**
   * `shown`, `rounded` or `hidden`, as its cell is; `worked-out` when its bounds follow from other printed numbers;
   * `open` when it counts no young people.
   */
  readonly mark: ProtectedCell['mark'] | 'worked-out' | 'open';
  readonly rounded?: number;
  /** What part of its whole it is, as a percentage of printed numbers; nothing where either is hidden. */
  readonly share?: Bounds;
  /** Whether its percentage is hidden with it or with its whole. */
  readonly isShareHidden?: true;
}
