import { shown } from '../checks/index.ts';
import { fieldAt, formEdition, parseCell, type Cell, type Field, type Json } from '../form/index.ts';
import { findCode, parseDate, parsePeriod, parseQuarter, quarterPeriod } from '../vocabulary/index.ts';
import { printedParts, textOf } from './entries.ts';
import { isContainer } from './written-paths.ts';

/** What the text of an entry says: values by path, nothing, or a doubt. */
export type ReadEntry =
  | { readonly values: Readonly<Record<string, Json>> }
  | { readonly empty: true }
  | {
      readonly unsure: string;
      readonly expected: string;
      readonly suggestion?: Json;
      /** What is certain all the same. */
      readonly values?: Readonly<Record<string, Json>>;
    };

const isoInterval = /^\d{4}-\d{2}-\d{2}\/\d{4}-\d{2}-\d{2}$/u;

/** What is written where something is there and empty. */
export const isEmptyContainer = (text: string): boolean => /^\s*(?:\{\}|\[\])\s*$/u.test(text);

/** Reads the text of an entry as what the entry holds. */
export function readEntry(path: string, text: string): ReadEntry {
  if (text.trim() === '') return { empty: true };
  if (isContainer(path) && isEmptyContainer(text))
    return { values: { [path]: path === 'explanations' ? [] : {} } };
  const field = fieldAt(path);
  if (field !== undefined) return readField(path, text, field);
  if (path.startsWith('explanations.')) return readJson(path, text);
  return printedParts.some((part) => path.startsWith(`${part}.`))
    ? readPrinted(path, text)
    : readHeader(path, text);
}

function readField(path: string, text: string, field: Field): ReadEntry {
  if (field.kind !== 'code') return readCell(path, text, field.decimal);
  const code = findCode(field.codelist, text);
  const expected = field.codelist.entries.map(({ label }) => label).join(' or ');
  return code === undefined
    ? { unsure: `${shown(text)} is not one of the answers`, expected }
    : { values: { [path]: code } };
}

function readCell(path: string, text: string, decimal: boolean): ReadEntry {
  // A comma in a number of full-time equivalents is nearly certainly a decimal one.
  if (decimal && /^\s*\d{1,6},\d+\s*$/u.test(text)) {
    return {
      unsure: `${shown(text)} has a comma`,
      expected: 'a full stop before the decimals',
      suggestion: Number(text.replace(',', '.')),
    };
  }
  const typed = parseCell(text, { decimal });
  if ('empty' in typed) return typed;
  if ('cell' in typed) return { values: { [path]: typed.cell as Json } }; // a cell is plain JSON
  const { unsure, suggestion } = typed;
  const expected = decimal ? 'a number, or why there is none' : 'a whole number, or why there is none';
  return { unsure, expected, ...(suggestion !== undefined && { suggestion: suggestion as Json }) };
}

function readJson(path: string, text: string): ReadEntry {
  try {
    return { values: { [path]: JSON.parse(text) as Json } };
  } catch {
    return { unsure: 'it is not JSON', expected: 'an explanation as JSON' };
  }
}

/** A number as tables print it: commas for thousands only. */
const printedNumber = /^(?<number>(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?(?:e[-+]?\d+)?) ?%?$/iu;

function readPrinted(path: string, text: string): ReadEntry {
  const written = text.trim();
  const number = written.length > 200 ? undefined : printedNumber.exec(written)?.groups?.number;
  return number === undefined
    ? { unsure: `${shown(text)} is not a number`, expected: 'a number' }
    : { values: { [path]: Number(number.replaceAll(',', '')) } };
}

function readHeader(path: string, text: string): ReadEntry {
  switch (path) {
    case 'period':
      return readPeriod(text);
    case 'period.from':
    case 'period.to':
      return readDate(path, text);
    case 'edition':
      return readEdition(text);
    case 'declared':
      return readDeclared(text);
    case 'combined.services':
      return { values: { [path]: servicesIn(text) } };
    case 'combined.returns':
    case 'revision':
      return readWhole(path, text);
    default:
      return { values: { [path]: textOf(text) } };
  }
}

function readPeriod(text: string): ReadEntry {
  const period = parsePeriod(text.replace('/', ' to ')) ?? parsePeriod(text);
  const isPrinted = parseQuarter(text) === undefined && !isoInterval.test(text.trim());
  const printed = isPrinted ? { 'printed.period': text.trim() } : {};
  if (period !== undefined)
    return { values: { 'period.from': period.from, 'period.to': period.to, ...printed } };
  return {
    unsure: `${shown(text)} is not a period`,
    expected: 'a quarter such as 2015-Q1, or its first and last day: 01.01.2015 - 31.03.2015',
    values: printed,
  };
}

function readDate(path: string, text: string): ReadEntry {
  const day = parseDate(text);
  const quarter = parseQuarter(text);
  if (day !== undefined) return { values: { [path]: day } };
  if (quarter !== undefined)
    return { values: { [path]: quarterPeriod(quarter)[path === 'period.from' ? 'from' : 'to'] } };
  return { unsure: `${shown(text)} is not a day of the calendar`, expected: 'a day such as 2015-03-31' };
}

function readEdition(text: string): ReadEntry {
  const code = findCode(formEdition, textOf(text));
  // An edition that is not known is for the checks to refuse.
  return { values: { edition: code ?? textOf(text) } };
}

function readDeclared(text: string): ReadEntry {
  const word = text.trim().toLowerCase();
  const isYear = /^(?:a |one )?(?:whole )?year$/u.test(word);
  if (isYear || word === 'other') return { values: { declared: isYear ? 'year' : 'other' } };
  return { unsure: `${shown(text)} is not one of the answers`, expected: 'year or other' };
}

function readWhole(path: string, text: string): ReadEntry {
  const typed = parseCell(text);
  const cell: Cell | undefined = 'cell' in typed ? typed.cell : undefined;
  return typeof cell === 'number'
    ? { values: { [path]: cell } }
    : { unsure: `${shown(text)} is not a number`, expected: 'a whole number' };
}

/** Services as a JSON list, or as people write them: `4, 5 and 8`. */
function servicesIn(text: string): Json {
  if (text.trim().startsWith('[')) {
    try {
      return JSON.parse(text) as Json;
    } catch {
      // No list after all: it is read as people write one.
    }
  }
  return text
    .split(/[,;&\n]|\band\b/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
