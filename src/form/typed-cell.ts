import { findCode, labelOf, missingReason, notApplicableReason } from '../vocabulary/index.ts';
import type { Cell } from './cell.ts';

/** What a piece of typed text says: a cell, nothing at all, or a doubt with the cell that was probably meant. */
export type TypedCell =
  | { readonly cell: Cell }
  | { readonly empty: true }
  | { readonly unsure: string; readonly suggestion?: Cell };

const incomplete = /^(?<number>.+?)\s*(?:\+|\(?\s*(?:data\s+)?incomplete(?:\s+data)?\s*\)?)$/i;
const atLeast = /^at least\s+(?<number>[\d,]+)$/i;
/** One number that is nearly certainly meant, among words that do not change it. */
const roughly =
  /^(?:about|approx(?:imately)?\.?|around|circa|c\.|~)?\s*(?<number>\d[\d,]*)\s*(?:\*+|†|young people|people|sessions?|professionals)?$/i;
const wholeNumber = /^(?:\d+|\d{1,3}(?:,\d{3})+)$/;
const decimal = /^(?:\d+|\d{1,3}(?:,\d{3})+)?(?:\.\d+|[½¼¾])?$/;
/** As programs write very small or very large numbers. */
const scientific = /^\d(?:\.\d+)?e[-+]?\d{1,3}$/;
const withheldRange = /^withheld \(?(?<low>\S+) to (?<high>[^\s)]+)\)?$/i;
const fractions: Readonly<Record<string, number>> = { '½': 0.5, '¼': 0.25, '¾': 0.75 };

/**
 * Reads a count as people type it. What is not certain is a doubt, never a guess: the suggestion is for
 * a person to confirm.
 *
 * @param options `decimal` admits fractions, as for full-time equivalents
 * @example
 * parseCell('1,021'); // => { cell: 1021 }
 * parseCell('113 (data incomplete)'); // => { cell: { atLeast: 113 } }
 * parseCell('Not known'); // => { cell: { unknown: 'not-known' } }
 * parseCell('n/a'); // => { cell: { notApplicable: 'not-applicable' } }
 * parseCell('withheld (1 to 5)'); // => { cell: { withheld: [1, 5] } }
 * parseCell('  '); // => { empty: true }
 * parseCell('2½', { decimal: true }); // => { cell: 2.5 }
 * parseCell('about 12'); // => { unsure: '"about 12" is not a count', suggestion: 12 }
 */
export function parseCell(text: string, options: { readonly decimal?: boolean } = {}): TypedCell {
  const typed = text.trim();
  if (typed === '') return { empty: true };
  if (typed.length > 200) return { unsure: 'a text of more than 200 characters is not a count' };
  if (typed.includes('?')) return { unsure: `${shownText(typed)} is a question` };
  const allowsDecimal = options.decimal ?? false;
  const number = parseNumber(typed, allowsDecimal);
  if (number !== undefined) return { cell: number };
  return (
    parseIncomplete(typed, allowsDecimal) ??
    parseReason(typed) ??
    parseWithheld(typed, allowsDecimal) ??
    parseSymbol(typed)
  );
}

/**
 * A cell as text that {@link parseCell} reads back as the very same cell. A reason is written in words.
 *
 * @example
 * cellText(1021); // => '1021'
 * cellText({ atLeast: 113 }); // => '113+'
 * cellText({ unknown: 'not-provided' }); // => 'Unable to provide'
 * cellText({ withheld: [1, 5] }); // => 'withheld (1 to 5)'
 */
export function cellText(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  if ('atLeast' in cell) return `${cell.atLeast}+`;
  if ('withheld' in cell) return `withheld (${cell.withheld[0]} to ${cell.withheld[1]})`;
  return 'unknown' in cell
    ? labelOf(missingReason, cell.unknown)
    : labelOf(notApplicableReason, cell.notApplicable);
}

function parseNumber(typed: string, allowsDecimal: boolean): number | undefined {
  if (allowsDecimal && scientific.test(typed)) return Number(typed);
  if (!(allowsDecimal ? decimal : wholeNumber).test(typed)) return undefined;
  const fraction = fractions[typed.at(-1) ?? ''] ?? 0;
  const digits = (fraction === 0 ? typed : typed.slice(0, -1)).replaceAll(',', '');
  const number = Number(digits === '' ? '0' : digits) + fraction;
  return Number.isSafeInteger(Math.floor(number)) ? number : undefined;
}

function parseIncomplete(typed: string, allowsDecimal: boolean): TypedCell | undefined {
  const number = (atLeast.exec(typed) ?? incomplete.exec(typed))?.groups?.number;
  const count = number === undefined ? undefined : parseNumber(number, allowsDecimal);
  return count === undefined ? undefined : { cell: { atLeast: count } };
}

function parseWithheld(typed: string, allowsDecimal: boolean): TypedCell | undefined {
  const { low = '', high = '' } = withheldRange.exec(typed)?.groups ?? {};
  const [from, to] = [low, high].map((end) => parseNumber(end, allowsDecimal));
  return low === '' || from === undefined || to === undefined || from > to
    ? undefined
    : { cell: { withheld: [from, to] } };
}

function parseReason(typed: string): TypedCell | undefined {
  const missing = findCode(missingReason, typed);
  if (missing !== undefined) return { cell: { unknown: missing } };
  const exempt = findCode(notApplicableReason, typed);
  return exempt === undefined ? undefined : { cell: { notApplicable: exempt } };
}

const shownText = (typed: string): string => `"${typed.slice(0, 40)}"`;

/** The symbols of published tables, and what is only probably a count. */
function parseSymbol(typed: string): TypedCell {
  const said = `${shownText(typed)} is not a count`;
  if (/^[-‐-―−]+$/.test(typed)) return { unsure: 'a dash may mean none, not known or not applicable' };
  if (/^\[?(?:c|low|k)\]?$/i.test(typed))
    return { unsure: `${said}: the publisher withheld it; say between which numbers` };
  const number = roughly.exec(typed)?.groups?.number;
  const suggestion = number === undefined ? undefined : parseNumber(number, false);
  return suggestion === undefined ? { unsure: said } : { unsure: said, suggestion };
}
