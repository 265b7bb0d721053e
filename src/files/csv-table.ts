import type { CoreReturn } from '../form/index.ts';
import { entriesOf, headerEntries, plainText, type Entry } from './entries.ts';

/** How returns are laid out in a table: a row a return, or a row an answer. */
export type CsvLayout = 'wide' | 'long';

/** Returns as a table of texts. */
export interface CsvTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The columns before those of the answers in a table with a row an answer. */
const longColumns = ['return', 'service', 'period.from', 'period.to', 'field', 'value'] as const;

/** Lays returns out as a table. */
export function csvTable(returns: readonly CoreReturn[], layout: CsvLayout): CsvTable {
  const each = returns.map(entriesOf);
  return layout === 'wide' ? wideTable(each) : longTable(each);
}

function wideTable(each: readonly (readonly Entry[])[]): CsvTable {
  const columns = [...new Set(each.flatMap((entries) => entries.map(({ path }) => path)))];
  const order = new Map(headerEntries.map(({ path }, index) => [path, index - headerEntries.length]));
  const ordered = columns.sort((one, other) => (order.get(one) ?? 0) - (order.get(other) ?? 0));
  const rows = each.map((entries) => {
    const texts = new Map(entries.map(({ path, text }) => [path, text]));
    return ordered.map((path) => texts.get(path) ?? '');
  });
  return { columns: ordered.map(plainText), rows };
}

function longTable(each: readonly (readonly Entry[])[]): CsvTable {
  const names = longColumns.slice(1, 4);
  const rows = each.flatMap((entries, index) => {
    const texts = new Map(entries.map(({ path, text }) => [path, text]));
    const before = [String(index + 1), ...names.map((path) => texts.get(path) ?? '')];
    return entries
      .filter(({ path }) => !(names as readonly string[]).includes(path))
      .map(({ path, text }) => [...before, plainText(path), text]);
  });
  return { columns: longColumns, rows };
}
