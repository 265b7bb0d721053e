import { byImportance, checkReturn, shapeRules, type FileCell, type Finding } from '../checks/index.ts';
import type { CoreReturn, Json } from '../form/index.ts';
import { assemble, type GivenHeader } from './assemble.ts';
import { csvGrid, delimiterOf } from './csv-grid.ts';
import type { Leftover } from './draft.ts';
import { fileFinding } from './file-rule.ts';
import type { Grid } from './grid.ts';
import { locate } from './locate.ts';
import { readGrid } from './read-grid.ts';
import { looksLikeJson, readJson } from './read-json.ts';
import type { Origin, ReadReturns } from './read-result.ts';
import { defaultReadLimits, type ReadLimits } from './read-limits.ts';
import { decode, encodingFindings, gather, type ReadSource } from './source-text.ts';

/** How a source is read. */
export interface ReadOptions {
  /** What the file is called in findings. */
  readonly file?: string;
  /** What the sender says of the returns, where the file does not. */
  readonly header?: GivenHeader;
  readonly limits?: Partial<ReadLimits>;
}

/**
 * Reads returns from CSV, JSON or newline-delimited JSON, whoever wrote it and in whatever layout: a row a
 * return, a row an answer, or label, number and percentage as the report prints them. Columns and rows are
 * found by the ids or the labels of the form. What is not certain is a finding with its cell, and is not
 * read; nothing that is sent throws. Workbooks are read by the function of the same name in
 * `hub-and-spoke/workbook`.
 *
 * @param source text, bytes, or a stream of either
 * @example
 * const { returns, findings } = await readReturns('service;quarter;Under 12;Age: 12 to 14\n2;2015 Q1;0;8*');
 * returns[0]?.youngPeople; // => { age: { 'under-12': 0 } }
 * findings.map(({ rule, cells }) => [rule, cells?.[0]?.line, cells?.[0]?.column]); // => [['F301', 2, 4], ['F105', undefined, undefined], ['F401', undefined, undefined]]
 */
export async function readReturns(source: ReadSource, options: ReadOptions = {}): Promise<ReadReturns> {
  const limits = readLimitsOf(options);
  const gathered = await gather(source, limits);
  if ('finding' in gathered) return onlyFindings([placed(gathered.finding, options)]);
  if (isWorkbook(gathered.content)) return onlyFindings([placed(workbookFinding, options)]);
  const decoded = decode(gathered.content);
  const said = encodingFindings(decoded).map((finding) => placed(finding, options));
  if (looksLikeJson(decoded.text)) {
    const json = readJson(decoded.text, options.file);
    if (json.items.length > limits.rows)
      return onlyFindings([placed(tooManyItems(json.items.length, limits), options)]);
    const { findings: most } = limits;
    const read = json.items.map(({ value, cell }) => asRead(value, new Map([['', cell]]), options));
    if (read.length > 0 || !startsAsTable(decoded.text))
      return { ...finish(read, [...said, ...json.findings], most), kept: json.leftovers };
  }
  const { grid, findings } = csvGrid(decoded.text, options.file, limits);
  const early = [...said, ...findings.map((finding) => placed(finding, options))];
  return grid === undefined ? onlyFindings(early) : readTables([{ grid }], early, options);
}

/** A table may begin with a bracket, too: `[Table 2],,`. */
const startsAsTable = (text: string): boolean => delimiterOf(text, undefined) !== undefined;

const tooManyItems = (found: number, { rows }: ReadLimits): Finding =>
  fileFinding('F102', {
    message: `The list has ${found} items; it was not read.`,
    expected: `at most ${rows}`,
  });

/** The limits that a caller sets, over the usual ones. */
export const readLimitsOf = ({ limits = {} }: ReadOptions): ReadLimits => ({
  ...defaultReadLimits,
  ...Object.fromEntries(Object.entries(limits).filter(([, limit]) => typeof limit === 'number')),
});

/** Whether bytes begin as workbooks do: a zip archive, or a file of older Office programs. */
export function isWorkbook(content: string | Uint8Array): content is Uint8Array {
  if (typeof content === 'string') return false;
  const [one, two, three, four] = content;
  const isZip = one === 0x50 && two === 0x4b && (three === 3 || three === 5);
  return isZip || (one === 0xd0 && two === 0xcf && three === 0x11 && four === 0xe0);
}

const workbookFinding = fileFinding('F101', {
  message: 'This is a workbook, which readReturns of hub-and-spoke/workbook reads.',
  expected: 'CSV or JSON',
});

/** A table, and the sheet it stands on. */
export interface NamedGrid {
  readonly grid: Grid;
  readonly sheet?: string;
}

/** Reads the returns of several tables. */
export function readTables(
  tables: readonly NamedGrid[],
  early: readonly Finding[],
  options: ReadOptions,
): ReadReturns {
  const { findings: most } = readLimitsOf(options);
  const findings: Finding[] = [...early];
  const kept: Leftover[] = [];
  const read: OneRead[] = [];
  for (const { grid, sheet } of tables) {
    const content = readGrid(grid);
    for (const finding of [
      ...content.findings,
      ...(content.drafts.length === 0 ? [] : titles(content.leftovers)),
    ])
      findings.push(finding);
    for (const leftover of content.leftovers) kept.push(leftover);
    for (const draft of content.drafts) {
      const { value, cells, findings: doubts } = assemble(draft, options.header ?? {});
      for (const doubt of doubts) findings.push(doubt);
      const one = asRead(value, cells, options, sheet);
      read.push({ ...one, findings: one.findings.filter((finding) => !isSaid(finding, doubts)) });
    }
  }
  const said = (read.length > 0 ? findings.map(notAReturn) : findings).map((finding) =>
    placed(finding, options),
  );
  return { ...finish(read, said, most), kept };
}

/** Where some tables hold returns, another without one is a note beside them. */
const notAReturn = (finding: Finding): Finding =>
  finding.rule === 'F201'
    ? fileFinding('F203', { message: finding.message, ...(finding.cells && { cells: finding.cells }) })
    : finding;

/** Whether what is missing is missing because it could not be read, which is said already. */
const isSaid = ({ rule, paths }: Finding, doubts: readonly Finding[]): boolean =>
  rule === 'R002' &&
  doubts.some((doubt) =>
    doubt.paths.some((path) => paths.some((each) => path === each || path.startsWith(`${each}.`))),
  );

/** Lines of text that are no answers are kept, and said once. */
function titles(leftovers: readonly Leftover[]): readonly Finding[] {
  const lines = leftovers.filter(({ label, text }) => label === '' || label === text);
  if (lines.length === 0) return [];
  return [
    fileFinding('F203', {
      message:
        lines.length === 1
          ? 'One cell is a title, a note or a total of no return; it was kept.'
          : `${lines.length} cells are titles, notes or totals of no return; they were kept.`,
      cells: lines.slice(0, 20).map(({ cell }) => cell),
    }),
  ];
}

/** One return, sound or refused. */
interface OneRead {
  readonly value: Json;
  readonly sound?: CoreReturn;
  readonly origin: Origin;
  readonly findings: readonly Finding[];
}

const shapeCodes = new Set(shapeRules.map(({ code }) => code));

function asRead(
  value: Json,
  cells: ReadonlyMap<string, FileCell>,
  { file }: ReadOptions,
  sheet?: string,
): OneRead {
  const origin = {
    ...(file !== undefined && { file }),
    ...(sheet !== undefined && { sheet }),
    cells: Object.fromEntries(cells),
  };
  const checked = checkReturn(value);
  if (checked.value !== undefined) return { value, sound: checked.value, origin, findings: [] };
  const findings = checked.findings
    .filter(({ rule }) => shapeCodes.has(rule))
    .map((finding) => locate(finding, origin));
  return { value, origin, findings };
}

function finish(
  read: readonly OneRead[],
  findings: readonly Finding[],
  most = defaultReadLimits.findings,
): ReadReturns {
  const sound = read.flatMap(({ sound: value, origin }) => (value === undefined ? [] : [{ value, origin }]));
  const every = [...findings, ...read.flatMap((each) => each.findings)];
  // What is true of every return of a file is said once.
  const all = [...new Map(every.map((finding) => [JSON.stringify(finding), finding])).values()].sort(
    byImportance,
  );
  return {
    returns: sound.map(({ value }) => value),
    origins: sound.map(({ origin }) => origin),
    findings: all.length <= most ? all : [...all.slice(0, most), tooMany(all.length, most)],
    refused: read.flatMap((each) => (each.sound === undefined ? [each.value] : [])),
    kept: [],
  };
}

const tooMany = (found: number, most: number): Finding =>
  fileFinding('F102', {
    message: `There are ${found} findings; the first ${most} are shown.`,
    expected: `at most ${most}`,
  });

/** What could not be read at all. */
export const onlyFindings = (findings: readonly Finding[]): ReadReturns => ({
  returns: [],
  findings,
  origins: [],
  refused: [],
  kept: [],
});

/** A finding about a file as a whole, with its name. */
export const placed = (finding: Finding, { file }: ReadOptions): Finding =>
  file === undefined || finding.cells !== undefined ? finding : { ...finding, cells: [{ file }] };
