import { meaningOf, meaningUnder, type Meaning } from './labels.ts';
import { isTotal, percentageOf, totalAfter } from './total-labels.ts';
import { breakdownOf, pathAfter } from './written-paths.ts';
import type { RowReading } from './row-reading.ts';

/** Stands for a heading that the form does not have. */
export const foreignHeading = '?';

/** Under a heading of something else a bare category may be one of that: only what is named in full is certain. */
function underForeign(text: string): Meaning | undefined {
  const meaning = isTotal(text) ? undefined : meaningOf(text);
  const isBare =
    meaning !== undefined &&
    'path' in meaning &&
    breakdownOf(meaning.path) !== undefined &&
    !/[:.]/u.test(text);
  return isBare ? { among: [meaning.path] } : meaning;
}

/** What a label means where it stands: under its heading, or just after the row it belongs to. */
export function meaningOfRow({ heading, before }: RowReading, text: string): Meaning | undefined {
  if (heading === foreignHeading) return underForeign(text);
  const within = heading ?? (before === undefined ? undefined : breakdownOf(before));
  if (isTotal(text)) return totalAfter(within, before);
  const counted = percentageOf(text);
  if (counted !== undefined) return percentageRow(within, counted);
  const meaning = meaningUnder(within, text);
  if (meaning === undefined || !('among' in meaning) || before === undefined) return meaning;
  const next = pathAfter(before);
  return next !== undefined && meaning.among.includes(next) ? { path: next } : meaning;
}

function percentageRow(within: string | undefined, counted: string): Meaning | undefined {
  const of = meaningUnder(within, counted);
  return of !== undefined && 'path' in of ? { path: `printed.percentages.${of.path}` } : undefined;
}
