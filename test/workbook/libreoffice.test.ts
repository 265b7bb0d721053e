import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import type { CoreReturn } from 'hub-and-spoke';
import { readReturns, writeWorkbook } from 'hub-and-spoke/workbook';
import { returns } from 'hub-and-spoke/year-two';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** A spreadsheet program that people use. Where it is not installed these tests are shown as skipped. */
const hasLibreOffice = spawnSync('soffice', ['--version']).status === 0;
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'form-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Opens a workbook in LibreOffice, which calculates it, and saves it as something else. */
function savedAs(bytes: Uint8Array, format: string): Uint8Array {
  const name = `form-${Math.trunc(performance.now() * 1000)}`;
  writeFileSync(join(folder, `${name}.xlsx`), bytes);
  const out = join(folder, 'out');
  execFileSync('soffice', [
    `-env:UserInstallation=file://${join(folder, 'profile')}`,
    '--headless',
    '--convert-to',
    format,
    '--outdir',
    out,
    join(folder, `${name}.xlsx`),
  ]);
  return new Uint8Array(readFileSync(join(out, `${name}.${format}`)));
}

async function calculated(value: CoreReturn): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(savedAs(await writeWorkbook([value]), 'xlsx') as unknown as ArrayBuffer);
  return book;
}

describe.skipIf(!hasLibreOffice)('in LibreOffice', { timeout: 120_000 }, () => {
  test('the form is opened, calculated and saved, as .xlsx and as .ods, and nothing is lost', async () => {
    const bytes = await writeWorkbook(returns);
    for (const format of ['xlsx', 'ods']) {
      const read = await readReturns(savedAs(bytes, format));
      expect(read.returns).toEqual(returns);
      expect(read.findings).toEqual([]);
    }
  });

  test('its totals and verdicts are what the rules say', async () => {
    const base: CoreReturn = {
      edition: 'year-two',
      service: '2',
      period: { from: '2015-01-01', to: '2015-03-31' },
      youngPeople: {
        direct: 50,
        indirect: 10,
        base: 'direct-and-indirect',
        age: { '12-14': 20, '15-17': 40 },
        gender: { female: 39, male: 12 },
        ethnicity: { 'white-uk': 61 },
        living: { home: 50, care: { unknown: 'not-known' } },
      },
    };
    const verdicts = new Map<string, string>();
    (await calculated(base))
      .getWorksheet('Check')!
      .eachRow((row) => verdicts.set(row.getCell(2).text, row.getCell(3).text));
    expect(verdicts.get('Age')).toBe('Adds up.');
    expect(verdicts.get('Gender')).toBe('Does not add up: 9 of 60 are not accounted for.');
    expect(verdicts.get('Ethnicity')).toBe('Does not add up: 1 more than the 60 described.');
    expect(verdicts.get('Current living situation')).toBe('10 of 60 are in counts that are not exact.');
    expect(verdicts.get('Referral route')).toBe('');
  });

  test('it prints', () => {
    return writeWorkbook(returns.slice(0, 1)).then((bytes) => {
      expect(new TextDecoder().decode(savedAs(bytes, 'pdf').subarray(0, 5))).toBe('%PDF-');
    });
  });
});
