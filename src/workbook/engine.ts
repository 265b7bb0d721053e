import type * as Xlsx from 'hucre/xlsx';
import type * as Ods from 'hucre/ods';

const install =
  'hub-and-spoke/workbook needs the spreadsheet library "hucre", an optional peer: npm install hucre@1.0.0';

/** The spreadsheet library, loaded when it is first needed. */
export async function spreadsheets(): Promise<typeof Xlsx> {
  try {
    return await import('hucre/xlsx');
  } catch (cause) {
    throw new Error(install, { cause });
  }
}

/** The part of it that reads OpenDocument sheets. */
export async function openDocuments(): Promise<typeof Ods> {
  try {
    return await import('hucre/ods');
  } catch (cause) {
    throw new Error(install, { cause });
  }
}
