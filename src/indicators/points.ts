import { highOf } from '../figures/index.ts';
import type { Measure, Points } from './measure.ts';

type Pointing = Pick<Measure, 'points' | 'pointsWhen'>;

/** Points for what certainly holds of more than half, and against what certainly holds of fewer. */
export const mostOf = (what: string): Pointing => ({
  pointsWhen: `For, when certainly more than half of ${what}; against, when certainly fewer than half.`,
  points: ([figure]): Points => {
    if (figure?.of === undefined || highOf(figure.of) === 0) return 'neither';
    if (figure.value.low > highOf(figure.of)) return 'neither'; // what was returned contradicts itself
    if (2 * figure.value.low > highOf(figure.of)) return 'for';
    return 2 * highOf(figure.value) < figure.of.low ? 'against' : 'neither';
  },
});
