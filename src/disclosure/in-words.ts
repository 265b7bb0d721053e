import { boundsInWords, figureInWords, percentageInWords, type Figure } from '../figures/index.ts';
import type { ProtectedFigure } from './protected-figure.ts';
import { printedCount, type ProtectedCell } from './protected-cell.ts';
import type { Protected } from './published.ts';

/** The mark of everything that is hidden. There is one, whatever the reason. */
export const hiddenMark = '[c]';

/** What the marks in a publication mean, for the page on which they stand. */
export const marksExplained = {
  [hiddenMark]:
    'Hidden, so that nobody can be recognised: either the number is small, or a small one could be worked out from it. The mark does not say which.',
  'between … and …': 'Worked out from printed numbers: what anybody can say who reads this page.',
} as const;

/**
 * A cell as it is printed.
 *
 * @example
 * cellInPrint({ id: 'a', label: 'a', mark: 'hidden', low: 0, high: 35 }); // => '[c]'
 */
export const cellInPrint = (cell: ProtectedCell): string => {
  const count = printedCount(cell);
  if (count === undefined) return hiddenMark;
  // A rounded number that may be larger is at least what stands behind the rounding.
  return boundsInWords(cell.isAtLeast ? { low: cell.low } : { low: count, high: count });
};

/** A figure of a protected summary as it is printed, with how much is behind it when that is not all. */
export function figureInPrint(figure: ProtectedFigure): string {
  if (figure.mark === 'hidden') return hiddenMark;
  const number = figure.rounded;
  const words: Figure = {
    ...(number === undefined
      ? { low: figure.low, ...(figure.high !== undefined && { high: figure.high }) }
      : { low: number, high: number }),
    coverage: figure.coverage,
    // How many returns are behind it is said by the coverage; which, by nothing.
    from: figure.coverage.returned > 0 || figure.low > 0 ? [''] : [],
    caveats: figure.caveats,
  };
  return figureInWords(words);
}

/** The percentage of a figure as it is printed: nothing where there is none. */
export const shareInPrint = ({ share, isShareHidden }: ProtectedFigure): string =>
  isShareHidden ? hiddenMark : share === undefined ? '' : percentageInWords(share);

/**
 * A number for a sentence, a caption or a label, by the id of its cell or percentage: as it may be printed.
 *
 * @throws RangeError when nothing with that id was released: what is not placed is not printed
 */
export function numberInPrint(published: Protected, id: string): string {
  const cell = published.cells.find((each) => each.id === id);
  if (cell !== undefined) return cellInPrint(cell);
  const share = published.percentages.find((each) => each.id === id);
  if (share === undefined) throw new RangeError(`numberInPrint: nothing with the id "${id}" was released`);
  return share.percentage === undefined ? hiddenMark : `${share.percentage}%`;
}
