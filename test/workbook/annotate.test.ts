import { spawnSync } from 'node:child_process';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { writeOds } from 'hucre/ods';
import { checkRead, writeReturns } from 'hub-and-spoke';
import { annotateWorkbook, readReturns, writeWorkbook } from 'hub-and-spoke/workbook';
import { returns } from 'hub-and-spoke/year-two';
import { describe, expect, test } from 'vitest';
import { coreReturnValue } from '../arbitraries.ts';
import { calculatedBy } from './spreadsheet-program.ts';

const open = async (bytes: Uint8Array): Promise<ExcelJS.Workbook> => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  return book;
};
const hasLibreOffice = spawnSync('soffice', ['--version']).status === 0;

/** A workbook as a partner has it: formulas with results, styles, validations, names, a protected sheet. */
async function partnersOwn(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Q1 2015', {
    pageSetup: { printArea: 'A1:C9' },
    views: [{ state: 'frozen', ySplit: 1 }],
  });
  sheet.addRow(['service', 'quarter', 'spokes.headcount', 'name']);
  sheet.addRow(['2', '2015-Q1', 'two', { formula: 'UPPER("a")', result: 'A' }]);
  sheet.getCell('C2').style = { numFmt: '0.0', font: { bold: true, color: { argb: 'FF00AA00' } } };
  sheet.getCell('C2').dataValidation = { type: 'list', formulae: ['"1,2,3"'], allowBlank: true };
  await sheet.protect('secret', {});
  book.addWorksheet('Notes').addRow(['call back']);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

describe('findings in a copy of a workbook', () => {
  test('leave every sheet of the partner byte for byte as it was', async () => {
    const bytes = await partnersOwn();
    const { findings } = await readReturns(bytes, { file: 'spring.xlsx' });
    const [before, after] = [unzipSync(bytes), unzipSync(await annotateWorkbook(bytes, findings))];
    const lists = ['[Content_Types].xml', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml'];
    for (const [part, content] of Object.entries(before)) {
      if (!lists.includes(part)) expect([part, after[part]]).toEqual([part, content]);
    }
    expect(Object.keys(after).filter((part) => !(part in before))).toEqual(['xl/worksheets/sheet3.xml']);
  });

  test('stand first, what matters most first, message first, linked to their cells', async () => {
    const bytes = await partnersOwn();
    const { findings } = await readReturns(bytes);
    const book = await open(await annotateWorkbook(bytes, findings));
    expect(book.worksheets.map(({ name }) => name)).toEqual(['What to fix', 'Q1 2015', 'Notes']);
    const sheet = book.getWorksheet('What to fix')!;
    expect(sheet.getCell('A4').text).toBe('What is wrong');
    expect(sheet.getCell('A5').text).toContain('"two" is not a count');
    expect(sheet.getCell('C5').text).toBe('Sheet "Q1 2015", C2');
    expect(sheet.getCell('A5').font.bold).toBe(true);
    const links = strFromU8(unzipSync(await annotateWorkbook(bytes, findings))['xl/worksheets/sheet3.xml']!);
    expect(links).toContain('location="&apos;Q1 2015&apos;!C2"');
    const own = book.getWorksheet('Q1 2015')!;
    expect(own.getCell('C2').style.font).toMatchObject({ bold: true, color: { argb: 'FF00AA00' } });
    expect(own.getCell('C2').numFmt).toBe('0.0');
    expect(own.getCell('D2').result).toBe('A');
    expect(own.pageSetup.printArea).toBe('A1:C9');
  });

  test('are passed over when the copy comes back, and replaced when it is marked again', async () => {
    const bytes = await writeWorkbook(returns);
    const { findings } = checkRead(await readReturns(bytes));
    const once = await annotateWorkbook(bytes, findings);
    const twice = await annotateWorkbook(once, findings.slice(0, 2));
    for (const copy of [once, twice]) expect((await readReturns(copy)).returns).toEqual(returns);
    const book = await open(twice);
    expect(book.worksheets.map(({ name }) => name).filter((name) => name.startsWith('What'))).toEqual([
      'What to fix',
    ]);
    expect(book.getWorksheet('What to fix')!.rowCount).toBe(6);
  });

  test('of a CSV, of an OpenDocument sheet, and of nothing that can be opened', async () => {
    const csv = 'service,quarter,"Spoke\r\nworkers, full-time equivalent"\r\n2,2015-Q1,"two"\r\n';
    const marked = await open(await annotateWorkbook(csv, (await readReturns(csv)).findings));
    expect(marked.getWorksheet('CSV')!.getCell('C2').text).toBe('two');
    expect(marked.getWorksheet('What to fix')!.getCell('C5').text).toBe('Sheet "CSV", C2');
    const xml = strFromU8(
      unzipSync(await annotateWorkbook(csv, (await readReturns(csv)).findings))['xl/worksheets/sheet1.xml']!,
    );
    expect(xml).toContain('location="&apos;CSV&apos;!C2"');
    const ods = await writeOds({
      sheets: [
        {
          name: 'Q1',
          rows: [
            ['service', 'quarter', 'spokes.headcount'],
            ['2', '2015-Q1', 'two'],
          ],
        },
      ],
    });
    const copy = await annotateWorkbook(ods, (await readReturns(ods)).findings);
    expect((await open(copy)).worksheets.map(({ name }) => name)).toEqual(['What to fix', 'Q1']);
    await expect(annotateWorkbook(new Uint8Array([0x50, 0x4b, 3, 4]), [])).rejects.toThrow(RangeError);
  });

  test.skipIf(!hasLibreOffice)(
    'open in LibreOffice, which loses nothing of them',
    { timeout: 60_000 },
    async () => {
      const bytes = await writeWorkbook(returns);
      const copy = await annotateWorkbook(bytes, checkRead(await readReturns(bytes)).findings);
      const saved = calculatedBy(copy, 'xlsx');
      expect((await readReturns(saved)).returns).toEqual(returns);
      expect((await open(saved)).getWorksheet('What to fix')!.getCell('A5').text).toContain('Printed is');
    },
  );

  test('leave a sheet of the partner’s under the same name', async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('Q1').addRows([
      ['service', 'quarter', 'spokes.headcount'],
      ['2', '2015-Q1', 'two'],
    ]);
    book.addWorksheet('What to fix').addRow(['the roof']);
    book.addWorksheet('What to fix (2)', { state: 'hidden' }).addRow(['the door']);
    const bytes = new Uint8Array(await book.xlsx.writeBuffer());
    const copy = await annotateWorkbook(bytes, (await readReturns(bytes)).findings);
    expect((await open(copy)).worksheets.map(({ name }) => name)).toEqual([
      'What to fix (3)',
      'Q1',
      'What to fix',
      'What to fix (2)',
    ]);
    expect((await readReturns(copy)).kept.map(({ text }) => text)).toContain('the roof');
  });

  test.skipIf(!hasLibreOffice)(
    'are replaced even when another program has saved the copy',
    { timeout: 60_000 },
    async () => {
      const bytes = await partnersOwn();
      const { findings } = await readReturns(bytes);
      const saved = calculatedBy(await annotateWorkbook(bytes, findings), 'xlsx');
      const book = await open(await annotateWorkbook(saved, findings.slice(0, 1)));
      expect(book.worksheets.map(({ name }) => name)).toEqual(['What to fix', 'Q1 2015', 'Notes']);
      expect(book.getWorksheet('What to fix')!.getCell('A5').text).toContain('"two" is not a count');
    },
  );
});

test('whatever returns a CSV holds, its copy with findings is read as the same returns', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(coreReturnValue, { minLength: 1, maxLength: 3 }), async (values) => {
      const csv = writeReturns(values);
      const read = await readReturns(csv);
      const copy = await readReturns(await annotateWorkbook(csv, checkRead(read).findings));
      expect(copy.returns).toEqual(read.returns);
    }),
    { numRuns: 15 },
  );
});
