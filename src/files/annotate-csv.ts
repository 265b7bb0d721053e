import { byImportance, cellInWords, type Finding } from '../checks/index.ts';
import { delimiterOf, firstLines, parseCsv, unescaped } from './csv-grid.ts';
import { decode } from './source-text.ts';
import { whatToFix } from './what-to-fix.ts';
import { csvText, type WriteOptions } from './write-returns.ts';

/** Findings on their way back to whoever sent a CSV. */
export interface AnnotatedCsv {
  /** The CSV as it was, with a column that says what to fix in each line. */
  readonly copy: string;
  /** What to fix, as a CSV of its own: what matters most first, message first. */
  readonly toFix: string;
}

/** What a list of findings says of each, in this order. */
export const findingColumns = ['What is wrong', 'What to do', 'Where', 'Asks for', 'Rule'] as const;

/** What a finding asks of its reader. */
export const asksFor = {
  error: 'a correction',
  query: 'a correction or an explanation',
  advice: 'nothing: for your information',
} as const;

/** Findings as rows of a list, what matters most first. */
export const findingRows = (findings: readonly Finding[]): readonly (readonly string[])[] =>
  [...findings]
    .sort(byImportance)
    .map(({ message, remedy, cells = [], severity, rule }) => [
      message,
      remedy,
      cells.map(cellInWords).join('; '),
      asksFor[severity],
      rule,
    ]);

/**
 * Puts findings into a copy of the CSV they were found in. Its own values stay as they were.
 *
 * @param options `byteOrderMark`: whether it begins with the mark by which Excel knows UTF-8
 *
 * @example
 * const csv = 'service,quarter,spokes.headcount\n2,2015-Q1,two';
 * const { findings } = await readReturns(csv);
 * annotateCsv(csv, findings).copy.split('\r\n')[1]; // => '2,2015-Q1,two,"No. of Spoke workers: ""two"" is not a count. It was not read. Enter a number, or in words why there is none: not known, unable to provide, not applicable."'
 */
export function annotateCsv(
  source: string | Uint8Array,
  findings: readonly Finding[],
  { byteOrderMark = false }: Pick<WriteOptions, 'byteOrderMark'> = {},
): AnnotatedCsv {
  const mark = byteOrderMark ? '\uFEFF' : '';
  const { text } = decode(source);
  const delimiter = delimiterOf(text, ',');
  const { data } = parseCsv(text, delimiter);
  const rows = data.at(-1)?.join('') === '' ? data.slice(0, -1) : data;
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const lines = firstLines(rows);
  const byLine = messagesByLine(findings);
  const copied = rows.map((row, index) => {
    const padded = [
      ...row.map(unescaped),
      ...Array.from({ length: Math.max(0, width - row.length) }, () => ''),
    ];
    const said = (byLine.get(lines[index] ?? 0) ?? []).join(' ');
    return [...padded, index > 0 ? said : said === '' ? whatToFix : `${whatToFix}: ${said}`];
  });
  return {
    copy: mark + csvText(copied, delimiter),
    toFix: mark + csvText([findingColumns, ...findingRows(findings)]),
  };
}

function messagesByLine(findings: readonly Finding[]): ReadonlyMap<number, readonly string[]> {
  const byLine = new Map<number, string[]>();
  for (const { message, remedy, cells = [] } of [...findings].sort(byImportance)) {
    const line = cells[0]?.line;
    if (line === undefined) continue;
    const said = byLine.get(line);
    if (said === undefined) byLine.set(line, [`${message} ${remedy}`]);
    else said.push(`${message} ${remedy}`);
  }
  return byLine;
}
