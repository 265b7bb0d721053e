import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Sheet, Workbook } from 'hucre/xlsx';
import type { Finding } from '../checks/index.ts';
import {
  fileFinding,
  overLimit,
  readLimitsOf,
  whatToFix,
  type NamedGrid,
  type ReadLimits,
  type ReadOptions,
} from '../files/index.ts';
import { besidesData, lookInto } from './archive.ts';
import { openDocuments, spreadsheets } from './engine.ts';
import { sheetGrid } from './sheet-grid.ts';
import { checkSheetName, checkSheetTitle, listSheetName, listSheetTitle } from './sheet-names.ts';

/** The sheets of a workbook that a return may stand on, and what was found on the way. */
export interface OpenedSheets {
  readonly tables: readonly NamedGrid[];
  /** The names of every sheet that is not this library’s own, hidden ones and those not read among them. */
  readonly names: readonly string[];
  readonly findings: readonly Finding[];
}

/** Whether a sheet is one that this library adds itself: by its name and what stands in its first cell. */
const isOurs = ({ name, rows }: Sheet): boolean =>
  ours.some(([sheet, first]) => name.replace(/ \(\d+\)$/u, '') === sheet && rows[0]?.[0] === first);
const ours = [
  [listSheetName, listSheetTitle],
  [checkSheetName, checkSheetTitle],
  [whatToFix, whatToFix],
] as const;

/** Opens a workbook: nothing in it is run or fetched, and nothing is unpacked that is too large. */
export async function openSheets(bytes: Uint8Array, options: ReadOptions): Promise<OpenedSheets> {
  const limits = readLimitsOf(options);
  if (bytes[0] === 0xd0) return { tables: [], names: [], findings: [locked] };
  const archive = lookInto(bytes, limits);
  if ('finding' in archive) return { tables: [], names: [], findings: [archive.finding] };
  const opened = await parse(bytes, archive.names, limits);
  if ('finding' in opened) return { tables: [], names: [], findings: [opened.finding] };
  const { sheets } = opened;
  const hidden = sheets.filter((sheet) => isHidden(sheet) && !isOurs(sheet));
  const shown = sheets.filter((sheet) => !isHidden(sheet) && !isOurs(sheet));
  const read = shown.slice(0, limits.sheets).map((sheet) => tableOf(sheet, options, limits));
  const beyond = shown.length > limits.sheets ? [tooManySheets(shown.length, limits)] : [];
  return {
    tables: read.flatMap((each) => ('grid' in each ? [each] : [])),
    names: [...shown, ...hidden].map(({ name }) => name),
    findings: [
      ...besidesData(archive.names),
      ...hidden.map(hiddenSheet),
      ...beyond,
      ...read.flatMap((each) => ('finding' in each ? [each.finding] : [])),
    ],
  };
}

const locked = fileFinding('F101', {
  message: 'The file is locked with a password, or was saved by a program from before 2007.',
  expected: 'a workbook without a password (.xlsx or .ods)',
});

const isHidden = ({ hidden, veryHidden }: Sheet): boolean => hidden === true || veryHidden === true;

async function parse(
  bytes: Uint8Array,
  names: ReadonlySet<string>,
  { rows }: ReadLimits,
): Promise<Pick<Workbook, 'sheets'> | { readonly finding: Finding }> {
  const isOpenDocument = !names.has('xl/workbook.xml');
  const [{ readXlsx }, { readOds }] = await Promise.all([spreadsheets(), openDocuments()]);
  try {
    return isOpenDocument
      ? await readOds(withoutWrappers(bytes), { readStyles: true })
      : await readXlsx(bytes, { readStyles: true, maxRows: rows + 1 });
  } catch (error) {
    // What the library refuses is the partner’s file, not a mistake of ours.
    const reason = error instanceof Error ? error.name : 'unknown';
    return { finding: fileFinding('F101', { message: `The workbook cannot be opened (${reason}).` }) };
  }
}

/** The spreadsheet library passes over rows within these elements: rows to repeat when printing, and outlines. */
const wrappers =
  /<\/?table:table-(?:header-rows|header-columns|row-group|column-group|rows|columns)\b[^>]*>/gu;

function withoutWrappers(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const content = parts['content.xml'];
  if (content === undefined) return bytes;
  return zipSync(
    { ...parts, 'content.xml': strToU8(strFromU8(content).replace(wrappers, '')) },
    { level: 1 },
  );
}

function tableOf(
  sheet: Sheet,
  { file }: ReadOptions,
  limits: ReadLimits,
): NamedGrid | { readonly finding: Finding } {
  const grid = sheetGrid(sheet, file);
  const over = overLimit(grid.rows, limits);
  return over === undefined
    ? { grid, sheet: sheet.name }
    : { finding: { ...over, cells: [{ sheet: sheet.name }] } };
}

const hiddenSheet = ({ name }: Sheet): Finding =>
  fileFinding('F203', {
    message: 'The sheet is hidden; it was not read.',
    cells: [{ sheet: name }],
    remedy: 'Show the sheet if there is a return on it.',
  });

const tooManySheets = (found: number, { sheets }: ReadLimits): Finding =>
  fileFinding('F102', {
    message: `The workbook has ${found} sheets; the first ${sheets} were read.`,
    expected: `at most ${sheets} sheets`,
  });
