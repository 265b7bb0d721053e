import { periodName } from '../vocabulary/index.ts';
import type { CoreReturn } from '../form/index.ts';

/** The hidden sheet with the lists behind drop-downs. */
export const listSheetName = 'Lists';
/** What stands in its first cell. */
export const listSheetTitle = 'In place of a count';
/** The sheet that shows whether everything adds up. */
export const checkSheetName = 'Check';
/** What stands in its first cell. */
export const checkSheetTitle = 'Does everything add up?';

/** A name for the sheet of each return: its service and period, as far as a sheet may be called so. */
export function sheetNames(returns: readonly CoreReturn[], taken: readonly string[] = []): readonly string[] {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  return returns.map((value) => {
    const plain = `${value.service} ${shortPeriod(value.period)}`.replace(/[[\]:*?/\\'\p{Cc}]/gu, ' ');
    const short = plain.replace(/\s+/gu, ' ').trim().slice(0, 26).trim() || 'Return';
    let name = short;
    for (let count = 2; used.has(name.toLowerCase()); count += 1) name = `${short} (${count})`;
    used.add(name.toLowerCase());
    return name;
  });
}

/** A quarter or a year by its name, any other period by its months. */
function shortPeriod(period: CoreReturn['period']): string {
  const name = periodName(period);
  return name.includes('/') ? `${period.from.slice(0, 7)} to ${period.to.slice(0, 7)}` : name;
}

/** The name of a sheet as formulas write it. */
export const quotedSheet = (name: string): string => `'${name.replaceAll("'", "''")}'`;
