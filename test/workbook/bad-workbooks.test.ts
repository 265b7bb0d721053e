import ExcelJS from 'exceljs';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { writeOds } from 'hucre/ods';
import { readReturns, writeWorkbook } from 'hub-and-spoke/workbook';
import { describe, expect, test } from 'vitest';

const value = {
  edition: 'year-two',
  service: '2',
  period: { from: '2015-01-01', to: '2015-03-31' },
  spokes: { headcount: 3 },
} as const;
const codes = ({ findings }: { findings: readonly { rule: string }[] }): readonly string[] =>
  findings.map(({ rule }) => rule);
const save = async (book: ExcelJS.Workbook): Promise<Uint8Array> =>
  new Uint8Array(await book.xlsx.writeBuffer());

describe('a workbook that is none', () => {
  test.each([
    ['an archive cut off', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0])],
    ['an archive of something else', zipSync({ 'hello.txt': strToU8('hello') })],
    ['an old or locked file', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    ['a workbook without a sheet', zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') })],
    [
      'a workbook with broken XML',
      zipSync({ 'xl/workbook.xml': strToU8('<workbook><sheets'), '[Content_Types].xml': strToU8('<') }),
    ],
  ])('%s is a finding', async (_, bytes) => {
    const read = await readReturns(bytes);
    expect(read.returns).toEqual([]);
    expect(codes(read)).toEqual(['F101']);
  });

  test('one locked with a password', async () => {
    const bytes = await writeXlsx({
      sheets: [{ name: 'Q1', rows: [['a']] }],
      encryption: { password: 'secret', spinCount: 1000 },
    });
    const read = await readReturns(bytes);
    expect(codes(read)).toEqual(['F101']);
    expect(read.findings[0]?.message).toContain('password');
  });
});

describe('a workbook that would fill the memory', () => {
  test('by unpacking to more than the limit', async () => {
    const bomb = zipSync({
      'xl/workbook.xml': strToU8('<workbook/>'),
      'xl/worksheets/sheet1.xml': new Uint8Array(30_000_000),
    });
    expect(bomb.length).toBeLessThan(100_000);
    const read = await readReturns(bomb, { limits: { unpackedBytes: 10_000_000 } });
    expect(codes(read)).toEqual(['F102']);
  });

  test('by saying that it unpacks to less than it does', async () => {
    const parts = unzipSync(await writeWorkbook([value]));
    const bomb = zipSync({ ...parts, 'xl/worksheets/sheet1.xml': new Uint8Array(50_000_000) });
    const lying = new Uint8Array(bomb);
    const view = new DataView(lying.buffer);
    for (let at = 0; at + 4 <= lying.length; at += 1) {
      // The directory says how large each part is: make it say 1,000 bytes where it says 50 million.
      if (view.getUint32(at, true) === 50_000_000) view.setUint32(at, 1000, true);
    }
    const read = await readReturns(lying);
    expect(read.returns).toEqual([]);
    expect(codes(read)[0]).toMatch(/^F10[12]$/u);
  });

  test('by two cells in the farthest corners', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('Q1');
    sheet.getCell('A1').value = 'service';
    sheet.getCell('XFD1048576').value = 1;
    const read = await readReturns(await save(book));
    expect(read.returns).toEqual([]);
    expect(codes(read)[0]).toMatch(/^F10[12]$/u);
  });

  test('by 16,384 columns', async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('Q1').addRow(Array.from({ length: 16_384 }, (_, index) => `c${index}`));
    expect(codes(await readReturns(await save(book)))).toContain('F102');
  });

  test('by entities that unfold', async () => {
    const parts = unzipSync(await writeWorkbook([value]));
    const entities = Array.from(
      { length: 12 },
      (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`,
    ).join('');
    const shared = `<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY e0 "ha">${entities}]><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>&e12;</t></si></sst>`;
    const read = await readReturns(zipSync({ ...parts, 'xl/sharedStrings.xml': strToU8(shared) }));
    expect(JSON.stringify(read).length).toBeLessThan(1_000_000);
  });
});

describe('what a workbook holds besides data', () => {
  test('macros and links are named, and nothing of them is used', async () => {
    const parts = unzipSync(await writeWorkbook([value]));
    const read = await readReturns(
      zipSync({
        ...parts,
        'xl/vbaProject.bin': strToU8('x'),
        'xl/externalLinks/externalLink1.xml': strToU8('<externalLink/>'),
      }),
    );
    expect(read.returns).toEqual([value]);
    expect(codes(read)).toEqual(['F108']);
    expect(read.findings[0]?.message).toBe('The workbook has macros, links to other files. None was used.');
  });

  test('a formula is read by its last value, and said; one never calculated is not read', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('Q1');
    sheet.addRow(['service', 'quarter', 'spokes.headcount', 'youngPeople.direct', 'youngPeople.indirect']);
    sheet.addRow(['2', '2015-Q1', { formula: '1+2', result: 3 }, { formula: '1+2' }, { error: '#N/A' }]);
    const read = await readReturns(await save(book));
    expect(read.returns[0]?.spokes).toEqual({ headcount: 3 });
    expect(read.returns[0]?.youngPeople).toBeUndefined();
    expect(read.findings.map(({ rule, cells }) => [rule, cells?.[0]?.address])).toEqual([
      ['F301', 'D2'],
      ['F303', 'E2'],
      ['F302', 'C2'],
      ['F401', undefined],
    ]);
  });

  test('a label that became a date is read as the age band, and said', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('Q1');
    sheet.addRow(['Service', 2]);
    sheet.addRow(['Quarter', '2015-Q1']);
    sheet.addRow([new Date(Date.UTC(2014, 11, 1)), 8]);
    sheet.addRow(['15-17', 12, 0.6]).getCell(3).numFmt = '0%';
    const read = await readReturns(await save(book));
    expect(read.returns[0]?.youngPeople?.age).toEqual({ '12-14': 8, '15-17': 12 });
    expect(read.returns[0]?.printed?.percentages).toEqual({ 'youngPeople.age.15-17': 60 });
    expect(codes(read)).toContain('F206');
  });

  test('a hidden sheet is not read, and said; a sheet of notes is kept', async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('Q1').addRows([
      ['service', 'quarter', 'spokes.headcount'],
      ['2', '2015-Q1', 3],
    ]);
    book.addWorksheet('Old', { state: 'hidden' }).addRows([
      ['service', 'quarter', 'spokes.headcount'],
      ['9', '2015-Q1', 3],
    ]);
    book.addWorksheet('Notes').addRow(['call the office']);
    const read = await readReturns(await save(book));
    expect(read.returns.map(({ service }) => service)).toEqual(['2']);
    expect(read.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(read.kept.map(({ text }) => text)).toContain('call the office');
  });
});

test('a sheet of OpenDocument is read too', async () => {
  const bytes = await writeOds({
    sheets: [
      {
        name: 'Q1',
        rows: [
          ['service', 'quarter', 'No. of Spoke workers'],
          ['2', '2015-Q1', 3],
        ],
      },
    ],
  });
  const read = await readReturns(bytes);
  expect(read.returns[0]?.spokes).toEqual({ headcount: 3 });
  expect(read.origins[0]?.cells['spokes.headcount']).toEqual({ sheet: 'Q1', address: 'C2' });
});
