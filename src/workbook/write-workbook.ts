import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { formRows } from '../files/index.ts';
import { formEdition, type CoreReturn } from '../form/index.ts';
import { labelOf } from '../vocabulary/index.ts';
import { checkSheet } from './check-sheet.ts';
import { spreadsheets } from './engine.ts';
import { formSheet } from './form-sheet.ts';
import { listSheet } from './list-sheet.ts';
import { checkSheetName, listSheetName, quotedSheet, sheetNames } from './sheet-names.ts';

/**
 * The core data collection form as a workbook (.xlsx), a sheet for each return, with the answers that the
 * returns have: a return with nothing but its service and period is a blank form. Everything but the answers is
 * locked, totals turn red when their parts do not add up, a sheet called Check lists them all, and the edition
 * is stamped in. Read back by {@link readReturns} of this entry point it is the same returns.
 *
 * @throws Error when the spreadsheet library is not installed
 * @throws RangeError when there is no return to write
 * @example
 * const blank = await writeWorkbook([{ edition: 'year-two', service: '2', period: { from: '2015-01-01', to: '2015-03-31' } }]);
 * blank.subarray(0, 2); // => new Uint8Array([80, 75])
 */
export async function writeWorkbook(returns: readonly CoreReturn[]): Promise<Uint8Array> {
  const [first] = returns;
  if (first === undefined) throw new RangeError('writeWorkbook: there is no return to write');
  const names = sheetNames(returns, [checkSheetName, listSheetName]);
  const rows = returns.map(formRows);
  const forms = returns.map((value, index) => formSheet(names[index] ?? '', value, rows[index] ?? []));
  const lists = listSheet(rows.flat());
  const { writeXlsx } = await spreadsheets();
  const bytes = await writeXlsx({
    sheets: [...forms.map(({ sheet }) => sheet), checkSheet(forms), lists.sheet],
    ...(lists.namedRanges && { namedRanges: lists.namedRanges }),
    defaultFont: { name: 'Arial', size: 10 },
    workbookProtection: { lockStructure: true },
    properties: {
      title: 'Core data collection form',
      description: `Edition ${labelOf(formEdition, first.edition)} of the core data collection form.`,
      custom: { edition: first.edition },
    },
  });
  return withQuotedTitles(bytes);
}

/** The spreadsheet library writes the names of sheets bare in print titles, where they need quotation marks. */
function withQuotedTitles(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const book = parts['xl/workbook.xml'];
  if (book === undefined) return bytes;
  const quoted = strFromU8(book).replace(
    /(<definedName name="_xlnm\.Print_Titles"[^>]*>)([^<]+)(!\$\d+:\$\d+<)/gu,
    (_, open: string, name: string, rest: string) => `${open}${quotedSheet(name)}${rest}`,
  );
  return zipSync({ ...parts, 'xl/workbook.xml': strToU8(quoted) });
}
