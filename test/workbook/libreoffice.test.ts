import { spawnSync } from 'node:child_process';
import ExcelJS from 'exceljs';
import { missingReason, notApplicableReason, type CoreReturn } from 'hub-and-spoke';
import { readReturns, writeWorkbook } from 'hub-and-spoke/workbook';
import { returns } from 'hub-and-spoke/year-two';
import { describe, expect, test } from 'vitest';
import { calculatedBy } from './spreadsheet-program.ts';

/** A spreadsheet program that people use. Where it is not installed these tests are shown as skipped. */
const hasLibreOffice = spawnSync('soffice', ['--version']).status === 0;
const load = async (bytes: Uint8Array): Promise<ExcelJS.Workbook> => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  return book;
};
const base: CoreReturn = {
  edition: 'year-two',
  service: '2',
  period: { from: '2015-01-01', to: '2015-03-31' },
};

describe.skipIf(!hasLibreOffice)('in LibreOffice', { timeout: 120_000 }, () => {
  test('the form is opened, calculated and saved, as .xlsx and as .ods, and nothing is lost', async () => {
    const bytes = await writeWorkbook(returns);
    for (const format of ['xlsx', 'ods'] as const) {
      const read = await readReturns(calculatedBy(bytes, format));
      expect(read.returns).toEqual(returns);
      expect(read.findings).toEqual([]);
    }
  });

  test('its totals and verdicts are what the rules say', async () => {
    const youngPeople = {
      direct: 50,
      indirect: 10,
      base: 'direct-and-indirect',
      age: { '12-14': 20, '15-17': 40 },
      gender: { female: 39, male: 12 },
      ethnicity: { 'white-uk': 61 },
      living: { home: 50, care: { unknown: 'not-known' } },
    } as const;
    const book = await load(calculatedBy(await writeWorkbook([{ ...base, youngPeople }]), 'xlsx'));
    const verdicts = new Map<string, string>();
    book.getWorksheet('Check')!.eachRow((row) => verdicts.set(row.getCell(2).text, row.getCell(3).text));
    expect(verdicts.get('Age')).toBe('Adds up.');
    expect(verdicts.get('Gender')).toBe('Does not add up: 9 of 60 not accounted for.');
    expect(verdicts.get('Ethnicity')).toBe('Does not add up: 1 more than the 60 described.');
    expect(verdicts.get('Current living situation')).toBe(
      'Not exact: 10 of 60 in counts that are not exact.',
    );
    expect(verdicts.get('Referral route')).toBe('');
  });

  test('its validation takes every count and reason that the form asks for, and nothing else', async () => {
    const book = await load(await writeWorkbook([base]));
    const sheet = book.worksheets[0]!;
    let formula = '';
    let address = '';
    sheet.eachRow((row) => {
      if (row.getCell(1).text !== 'youngPeople.direct') return;
      address = row.getCell(3).address;
      formula = String(row.getCell(3).dataValidation.formulae[0]);
    });
    const words = [...missingReason.entries, ...notApplicableReason.entries].flatMap(
      ({ label, aliases = [] }) => [label, ...aliases],
    );
    const taken = [0, 12, 1_000_000_000, '113+', 'NOT KNOWN', 'withheld (1 to 5)', ...words];
    const refused = [-1, 1.5, 2_000_000_000, 'about 12', '12?', '+', 'x+', '1e5+', 'none'];
    const trial = book.addWorksheet('Trial');
    [...taken, ...refused].forEach((value, index) => {
      trial.getCell(index + 1, 1).value = value;
      trial.getCell(index + 1, 2).value = {
        formula: `IF(${formula.replaceAll(address, `A${index + 1}`)},"taken","refused")`,
      };
    });
    const done = await load(calculatedBy(new Uint8Array(await book.xlsx.writeBuffer()), 'xlsx'));
    const results = done.getWorksheet('Trial')!;
    const verdicts = [...taken, ...refused].map((value, index) => [
      value,
      results.getCell(index + 1, 2).result,
    ]);
    expect(verdicts).toEqual([
      ...taken.map((value) => [value, 'taken']),
      ...refused.map((value) => [value, 'refused']),
    ]);
  });

  test('it prints', async () => {
    const pdf = calculatedBy(await writeWorkbook(returns.slice(0, 1)), 'pdf');
    expect(new TextDecoder().decode(pdf.subarray(0, 5))).toBe('%PDF-');
  });
});
