import Papa from 'papaparse';
import type { CoreReturn } from '../form/index.ts';
import { csvTable, type CsvLayout } from './csv-table.ts';

/** How returns are written. */
export interface WriteOptions {
  /** CSV unless it says otherwise; JSON as a list, or one return on each line. */
  readonly format?: 'csv' | 'json' | 'ndjson';
  /** Of a CSV: a row a return unless it says otherwise, or a row an answer. */
  readonly layout?: CsvLayout;
  /** Whether a CSV begins with the mark by which Excel knows UTF-8. */
  readonly byteOrderMark?: boolean;
}

/**
 * What spreadsheets would take for a formula, with or without apostrophes before it: each gets one more, and
 * loses it again when it is read.
 */
const formulaLike = /^'*[=+\-@\t\r]/u;

/** Rows as CSV: RFC 4180, and no text in it is a formula. */
export const csvText = (rows: readonly (readonly string[])[], delimiter = ','): string =>
  Papa.unparse(
    rows.map((row) => [...row]),
    { delimiter, newline: '\r\n', escapeFormulae: formulaLike },
  );

/**
 * Writes returns as CSV, JSON or newline-delimited JSON. Read back by {@link readReturns} they are the same,
 * every state of every cell included.
 *
 * @example
 * const value = { edition: 'year-two', service: '2', period: { from: '2015-01-01', to: '2015-03-31' }, withProfessionals: { trainingAttending: { atLeast: 113 } } } as const;
 * writeReturns([value]).split('\r\n')[1]; // => 'year-two,2,2015-01-01,2015-03-31,113+'
 * writeReturns([value], { layout: 'long' }).split('\r\n')[2]; // => '1,2,2015-01-01,2015-03-31,withProfessionals.trainingAttending,113+'
 */
export function writeReturns(returns: readonly CoreReturn[], options: WriteOptions = {}): string {
  const { format = 'csv', layout = 'wide', byteOrderMark = false } = options;
  if (format === 'json') return `${JSON.stringify(returns, undefined, 2)}\n`;
  if (format === 'ndjson') return returns.map((value) => `${JSON.stringify(value)}\n`).join('');
  const { columns, rows } = csvTable(returns, layout);
  return (byteOrderMark ? '\uFEFF' : '') + csvText([columns, ...rows]);
}
