import {
  gather,
  isWorkbook,
  onlyFindings,
  placed,
  readLimitsOf,
  readReturns as readText,
  readTables,
  type ReadOptions,
  type ReadReturns,
  type ReadSource,
} from '../files/index.ts';
import { openSheets } from './open-sheets.ts';

/**
 * Reads returns from anything that `readReturns` of `hub-and-spoke` reads, and from workbooks (.xlsx, .xlsm,
 * .ods): each visible sheet may hold one return or many, in any layout. Macros are not run, links are not
 * followed, and a workbook that would unpack to more than the limits allow is not opened.
 *
 * @throws Error when the spreadsheet library is not installed
 * @example
 * const bytes = await writeWorkbook([{ edition: 'year-two', service: '2', period: { from: '2015-01-01', to: '2015-03-31' }, spokes: { headcount: 3 } }]);
 * const { returns, origins } = await readReturns(bytes);
 * returns[0]?.spokes?.headcount; // => 3
 * origins[0]?.cells['spokes.headcount']; // => { sheet: '2 2015-Q1', address: 'C12' }
 */
export async function readReturns(source: ReadSource, options: ReadOptions = {}): Promise<ReadReturns> {
  const gathered = await gather(source, readLimitsOf(options));
  if ('finding' in gathered) return onlyFindings([placed(gathered.finding, options)]);
  if (!isWorkbook(gathered.content)) return readText(gathered.content, options);
  const { tables, findings } = await openSheets(gathered.content, options);
  const early = findings.map((finding) => placed(finding, options));
  return tables.length === 0 ? onlyFindings(early) : readTables(tables, early, options);
}
