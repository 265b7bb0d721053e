import { fieldAt, labelAt, type CoreReturn, type Field } from '../form/index.ts';
import { missingReason, notApplicableReason } from '../vocabulary/index.ts';
import { csvTable, type CsvLayout } from './csv-table.ts';
import { headerEntries, textOf } from './entries.ts';

/** A column of a CSV in the terms of CSVW. */
export interface CsvwColumn {
  readonly name: string;
  readonly titles: readonly string[];
  readonly 'dc:description'?: string;
  readonly datatype: string | { readonly base: string; readonly format: string };
  readonly required: boolean;
}

/** Metadata of a CSV on the Web, to stand beside it as `<name>.csv-metadata.json`. */
export interface CsvwMetadata {
  readonly '@context': readonly [string, { readonly '@language': string }];
  readonly url: string;
  readonly 'dc:title': string;
  readonly dialect: Readonly<Record<string, unknown>>;
  readonly tableSchema: { readonly columns: readonly CsvwColumn[]; readonly primaryKey?: readonly string[] };
}

/** A field of a Frictionless Table Schema. */
export interface TableSchemaField {
  readonly name: string;
  readonly title: string;
  readonly description?: string;
  readonly type: 'string' | 'integer' | 'date';
  readonly constraints: {
    readonly required?: true;
    readonly pattern?: string;
    readonly enum?: readonly string[];
  };
}

/** A Frictionless Table Schema, to stand beside a CSV. */
export interface TableSchema {
  readonly fields: readonly TableSchemaField[];
  readonly missingValues: readonly string[];
}

/** What describes a CSV to programs. */
export interface CsvDescription {
  readonly csvw: CsvwMetadata;
  readonly tableSchema: TableSchema;
}

/** What is said of a column in either terms. */
interface Column {
  readonly name: string;
  readonly title: string;
  readonly description?: string;
  readonly type: 'string' | 'integer' | 'date';
  readonly pattern?: string;
  readonly required: boolean;
}

const escapedForPattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
const reasons = [...missingReason.entries, ...notApplicableReason.entries].map(({ label }) =>
  escapedForPattern(label),
);
const cellPattern = (number: string): string =>
  [number, `${number}\\+`, `withheld \\(${number} to ${number}\\)`, ...reasons, '\\{\\}'].join('|');
const wholePattern = cellPattern('[0-9]+');
const decimalPattern = cellPattern('[0-9]+(\\.[0-9]+)?(e-?[0-9]+)?');

/**
 * Describes the CSV that {@link writeReturns} makes of returns: CSVW metadata and a Frictionless Table Schema.
 *
 * @param options `url`: where the CSV stands, seen from the description
 * @example
 * const value = { edition: 'year-two', service: '2', period: { from: '2015-01-01', to: '2015-03-31' }, spokes: { fte: 2.5 } } as const;
 * describeCsv([value], { url: 'returns.csv' }).tableSchema.fields.map(({ name, type }) => `${name}: ${type}`); // => ['edition: string', 'service: string', 'period.from: date', 'period.to: date', 'spokes.fte: string']
 */
export function describeCsv(
  returns: readonly CoreReturn[],
  { url, layout = 'wide' }: { readonly url: string; readonly layout?: CsvLayout },
): CsvDescription {
  const columns = csvTable(returns, layout).columns.map((name) => ({
    ...columnOf(textOf(name), layout),
    name,
  }));
  return { csvw: csvw(columns, url), tableSchema: { fields: columns.map(tableField), missingValues: [''] } };
}

function columnOf(path: string, layout: CsvLayout): Column {
  const header = headerEntries.find((entry) => entry.path === path);
  const field = fieldAt(path);
  if (field !== undefined) return fieldColumn(path, field);
  const required = ['return', 'edition', 'service', 'period.from', 'period.to', 'field'].includes(path);
  const title = header?.label ?? otherTitles[path] ?? path;
  if (path === 'period.from' || path === 'period.to') return { name: path, title, type: 'date', required };
  const isWhole =
    path === 'revision' || path === 'combined.returns' || (path === 'return' && layout === 'long');
  return { name: path, title, type: isWhole ? 'integer' : 'string', required };
}

const otherTitles: Readonly<Record<string, string>> = {
  return: 'Number of the return in this file',
  field: 'Field of the form',
  value: 'Answer',
};

function fieldColumn(path: string, field: Field): Column {
  const pattern =
    field.kind === 'code'
      ? field.codelist.entries.map(({ code }) => escapedForPattern(code)).join('|')
      : field.decimal
        ? decimalPattern
        : wholePattern;
  return {
    name: path,
    title: labelAt(path),
    description: field.guidance,
    type: 'string',
    pattern,
    required: false,
  };
}

/** CSVW names are variables of a URI template. */
const csvwName = (path: string): string => path.replace(/[^A-Za-z0-9_.]/gu, percentEncoded);
const percentEncoded = (letter: string): string =>
  [...new TextEncoder().encode(letter)]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('');

function csvw(columns: readonly Column[], url: string): CsvwMetadata {
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url,
    'dc:title': 'Core data collection form: returns',
    dialect: { delimiter: ',', encoding: 'utf-8', header: true, quoteChar: '"', doubleQuote: true },
    tableSchema: {
      columns: columns.map(({ name, title, description, type, pattern, required }) => ({
        name: csvwName(name),
        titles: [...new Set([name, title])],
        ...(description !== undefined && { 'dc:description': description }),
        datatype: pattern === undefined ? type : { base: 'string', format: pattern },
        required,
      })),
    },
  };
}

const tableField = ({ name, title, description, type, pattern, required }: Column): TableSchemaField => ({
  name,
  title,
  ...(description !== undefined && { description }),
  type,
  constraints: {
    ...(required && { required: true }),
    ...(pattern !== undefined && { pattern: `^(${pattern})$` }),
  },
});
