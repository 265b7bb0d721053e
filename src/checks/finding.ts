import type { Json } from '../form/index.ts';

/**
 * What a finding asks for: `error`, correct it; `query`, correct it or explain it; `advice`, nothing to
 * change in the return, a point for the hub.
 */
export type Severity = 'error' | 'query' | 'advice';

/** A cell of a file: of a sheet by its address, of a text by line and column. */
export interface FileCell {
  readonly file?: string;
  readonly sheet?: string;
  /** As spreadsheets write it: `C14`. */
  readonly address?: string;
  /** From 1. */
  readonly line?: number;
  /** From 1: the column of a table, not of the text. */
  readonly column?: number;
  /** From 1: the place in a list of JSON. */
  readonly item?: number;
}

/**
 * A cell of a file in words.
 *
 * @example
 * cellInWords({ sheet: 'Q1', address: 'C14' }); // => 'Sheet "Q1", C14'
 * cellInWords({ file: 'spring.csv', line: 3, column: 5 }); // => 'spring.csv, line 3, column 5'
 */
export function cellInWords({ file, sheet, address, line, column, item }: FileCell): string {
  const parts = [
    file,
    sheet === undefined ? undefined : `Sheet "${sheet}"`,
    address,
    line === undefined ? undefined : `line ${line}`,
    column === undefined ? undefined : `column ${column}`,
    item === undefined ? undefined : `item ${item}`,
  ];
  return parts.filter((part) => part !== undefined).join(', ');
}

/** Something about a return that its service should know. */
export interface Finding {
  /** The code of the rule, for ever the same: `R301`. */
  readonly rule: string;
  readonly severity: Severity;
  /** Where it is: paths into the return. Empty when it is about the whole. */
  readonly paths: readonly string[];
  /** One or two sentences, with the numbers in them. */
  readonly message: string;
  /** What stands at each path; `null` where nothing does. */
  readonly found: Readonly<Record<string, Json>>;
  /** What would have to stand there. */
  readonly expected: string;
  /** What to do. */
  readonly remedy: string;
  /** Where it stands in the file it was read from. */
  readonly cells?: readonly FileCell[];
  /** The explanation that settles the query, when the return carries one that still holds. */
  readonly settledBy?: string;
  /** An explanation that no longer holds, because a value it explained has changed. */
  readonly lapsed?: string;
}

/** A rule that could not be checked. Not checked is never passed. */
export interface NotRun {
  readonly rule: string;
  readonly reason: string;
}

/** Whether nothing is left to do about a finding: it is advice, or a query that is explained. */
export const isSettled = ({ severity, settledBy }: Finding): boolean =>
  severity === 'advice' || settledBy !== undefined;

const weight: Readonly<Record<Severity, number>> = { error: 0, query: 1, advice: 2 };

/** Orders findings for a person: what must be corrected first, the most basic first. */
export function byImportance(one: Finding, other: Finding): number {
  return (
    weight[one.severity] - weight[other.severity] ||
    inOrder(one.rule, other.rule) ||
    inOrder(one.paths[0] ?? '', other.paths[0] ?? '')
  );
}

const inOrder = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

/**
 * Something found, as it may stand in a message: short, and without control characters.
 *
 * @example
 * shown('twelve'); // => '"twelve"'
 * shown(-3); // => '-3'
 */
export function shown(value: unknown): string {
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  const text = JSON.stringify(value) as string | undefined; // undefined for undefined
  if (text === undefined) return 'nothing';
  const plain = text.replace(/[\p{Cc}\p{Cf}]/gu, '');
  return plain.length > 60 ? `${plain.slice(0, 57)}…` : plain;
}

/** A list in a sentence: the first few, and how many more. */
export function listed(names: readonly string[], most = 8): string {
  const first = names.slice(0, most).join(', ');
  return names.length > most ? `${first} and ${names.length - most} more` : first;
}
