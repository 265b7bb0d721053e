import type { Bounds } from '../figures/index.ts';
import type { MeasureFigure } from '../indicators/index.ts';
import type { Period } from '../vocabulary/index.ts';
import type { FactCondition } from './register-fact.ts';

/** The services of one side. */
export interface ContrastSide {
  /** Those of which the register says so. */
  readonly services: readonly string[];
  /** Of these, those with a figure. */
  readonly withFigures: readonly string[];
  /** How many of these sent something, at least: of several that returned together some may not have. */
  readonly sent: number;
  /** How many separate figures that is: several services returned together have one. */
  readonly n: number;
  readonly missing: readonly string[];
  /** The days that each separate figure describes. */
  readonly periods: readonly (readonly Period[])[];
  readonly figures: readonly MeasureFigure[];
  /** The figures of each service, or of several that returned together. */
  readonly each: readonly {
    readonly services: readonly string[];
    readonly sent: number;
    readonly figures: readonly MeasureFigure[];
  }[];
}

/** The two sides of one figure. */
export interface ContrastFigure {
  readonly part?: string;
  readonly category?: string;
  /** What the two numbers are: per cent, a ratio, or an average for each service. */
  readonly unit: string;
  readonly where: Bounds;
  readonly whereNot: Bounds;
  /**
   * `higher` or `lower` where both the numbers of the two sides and their middle figures say so; `overlap` where
   * what is known overlaps, or a single figure makes the difference.
   */
  readonly reads: 'higher' | 'lower' | 'same' | 'overlap' | 'too-few' | 'not-comparable';
}

/** Services in which a context holds beside those in which it does not. Plain JSON. Internal: it shows single services. */
export interface Contrast {
  readonly configuration: string;
  /** The facts that make the context up: all of them are to hold. */
  readonly conditions: readonly FactCondition[];
  readonly measure?: string;
  readonly holds: ContrastSide;
  readonly doesNot: ContrastSide;
  /** Services of which the register does not say whether it holds. */
  readonly notKnown: readonly string[];
  /** Services that returned together and are not all on one side: their figures are on neither. */
  readonly inseparable: readonly string[];
  readonly figures: readonly ContrastFigure[];
  /** What can be said, in sentences. */
  readonly says: readonly string[];
}
