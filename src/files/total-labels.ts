import { spelling } from '../vocabulary/index.ts';
import { textOf } from './entries.ts';
import type { Meaning } from './labels.ts';
import { breakdownOf, pathIn } from './written-paths.ts';

/** The label that a percentage is of, and whether it is one of a percentage at all. */
export function percentageOf(label: string): string | undefined {
  const trimmed = label.trim();
  if (trimmed.length > 300 || !percentSign.test(trimmed)) return undefined;
  if (pathIn(textOf(trimmed)) !== undefined) return undefined; // a category may have the sign in its name
  return trimmed
    .replace(percentSigns, ' ')
    .replace(/[:,–-]\s*$/u, '')
    .trim();
}
const percentSign = /%|\bper\s?cent(?:age)?\b/iu;
const percentSigns = /\(?(?:%|\bper\s?cent(?:age)?\b)(?:\s+of\b)?\)?/giu;

/** Whether a label is that of a total. */
export const isTotal = (text: string): boolean =>
  /^(?:sub|grand)?\s*totals?$/iu.test(spelling(text.slice(0, 100)));

/** What a bare total is of: the breakdown it stands under or behind, or direct and indirect support just before it. */
export function totalAfter(within: string | undefined, before: string | undefined): Meaning | undefined {
  const breakdown = within === undefined || within === '' ? breakdownOf(before ?? '') : within;
  if (breakdown !== undefined) return { path: `printed.totals.${breakdown}` };
  return before === 'youngPeople.indirect' ? { path: 'youngPeople.total' } : undefined;
}

/** Whether a row is named for what adds up, or averages, the rows above it. */
export const isSummary = (text: string): boolean =>
  /^(?:sub-?|grand\s*)?totals?\b|^(?:all|all services|all spokes|overall|combined|averages?|mean|sum|grand sum)$/iu.test(
    text.trim().slice(0, 100),
  );
