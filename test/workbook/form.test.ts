import ExcelJS from 'exceljs';
import { fields, missingReason, populationBase } from 'hub-and-spoke';
import { readReturns, writeWorkbook } from 'hub-and-spoke/workbook';
import { beforeAll, describe, expect, test } from 'vitest';

/** The form as a second library, which shares no code with the first, reads it. */
const blank = {
  edition: 'year-two',
  service: '2',
  period: { from: '2016-01-01', to: '2016-03-31' },
} as const;
const sheetName = '2 2016-Q1';
let workbook: ExcelJS.Workbook;

/** exceljs takes the buffers of an older Node. */
const load = async (bytes: Uint8Array): Promise<ExcelJS.Workbook> => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  return book;
};
const save = async (book: ExcelJS.Workbook): Promise<Uint8Array> =>
  new Uint8Array(await book.xlsx.writeBuffer());

/** The answer of a field on the form. */
function answerOf(book: ExcelJS.Workbook, id: string): ExcelJS.Cell {
  const sheet = book.getWorksheet(sheetName)!;
  let found: ExcelJS.Cell | undefined;
  sheet.eachRow((row) => {
    if (row.getCell(1).text === id) found = row.getCell(3);
  });
  if (found === undefined) throw new Error(`the form has no row ${id}`);
  return found;
}

beforeAll(async () => {
  workbook = await load(await writeWorkbook([blank]));
});

describe('the form, read by another library', () => {
  test('has a row for every field of the quarter', () => {
    const sheet = workbook.getWorksheet(sheetName)!;
    const ids = new Set(
      Array.from({ length: sheet.rowCount }, (_, row) => sheet.getRow(row + 1).getCell(1).text),
    );
    expect(fields.filter(({ id }) => !ids.has(id))).toEqual([]);
  });

  test('is locked, but for the answers and the names of open rows', () => {
    const sheet = workbook.getWorksheet(sheetName)!;
    expect((sheet as unknown as { sheetProtection: { sheet: boolean } }).sheetProtection.sheet).toBe(true);
    // Cells without protection of their own are locked, whatever the type of exceljs says.
    const isOpen = (id: string): boolean =>
      (answerOf(workbook, id).protection as { locked?: boolean } | undefined)?.locked === false;
    expect(isOpen('youngPeople.direct')).toBe(true);
    expect(isOpen('edition')).toBe(false);
    expect(isOpen('total youngPeople.age')).toBe(false);
  });

  test('has drop-downs from a list on a hidden sheet', () => {
    const { type, formulae } = answerOf(workbook, 'youngPeople.base').dataValidation;
    expect(type).toBe('list');
    const lists = workbook.getWorksheet('Lists')!;
    expect(lists.state).toBe('hidden');
    const { ranges } = workbook.definedNames.getRanges(String(formulae[0]));
    expect(ranges).toEqual(['Lists!$C$2:$C$3']);
    expect([lists.getCell('C2').text, lists.getCell('C3').text]).toEqual(
      populationBase.entries.map(({ label }) => label),
    );
    const reasons = lists.getColumn(1).values.map(String);
    expect(missingReason.entries.filter(({ label }) => !reasons.includes(label))).toEqual([]);
  });

  test('takes whole numbers and words for counts, and says what it takes', () => {
    const validation = answerOf(workbook, 'youngPeople.direct').dataValidation;
    expect(validation.type).toBe('custom');
    expect(validation.showErrorMessage).toBe(true);
    expect(validation.error).toContain('not known');
    expect(String(validation.formulae[0])).toMatch(/INT\(C\d+\).*MATCH\(C\d+,Reasons,0\)/u);
    expect(String(validation.formulae[0]).length).toBeLessThan(256); // Excel takes no more
  });

  test('has the edition stamped in', () => {
    expect(answerOf(workbook, 'edition').text).toBe('year-two');
    expect(workbook.title).toBe('Core data collection form');
  });

  test('has a check for every breakdown, and red for those that do not add up', () => {
    const check = workbook.getWorksheet('Check')!;
    const labels = check.getColumn(2).values.map(String);
    expect(labels).toEqual(
      expect.arrayContaining(['Age', 'Gender', 'Ethnicity', 'Current living situation', 'Referral route']),
    );
    const rules = (workbook.getWorksheet(sheetName) as unknown as { conditionalFormattings: unknown[] })
      .conditionalFormattings;
    expect(rules.length).toBeGreaterThanOrEqual(7);
  });
});

test('no text in the form is a formula, whatever it begins with', async () => {
  const odd = { ...blank, service: '=1+1', youngPeople: { ethnicity: { '=cmd()': 2, '@sum': 1 } } };
  const book = await load(await writeWorkbook([odd]));
  const formulas: string[] = [];
  book.worksheets[0]!.eachRow((row) => {
    row.eachCell((cell) => {
      if (cell.type === ExcelJS.ValueType.Formula) formulas.push(cell.formula);
    });
  });
  expect(formulas.length).toBeGreaterThan(10);
  expect(formulas.filter((formula) => !/^(?:IF|SUM|""$)/u.test(formula))).toEqual([]);
});

describe('a form that a person has filled in', () => {
  test('is read as it was typed; what is doubtful is found with its cell', async () => {
    const book = await load(await writeWorkbook([blank]));
    const typed: Readonly<Record<string, string | number | Date>> = {
      'spokes.headcount': 3,
      'youngPeople.direct': 20,
      'youngPeople.indirect': 'Not known',
      'youngPeople.base': 'Directly supported young people',
      'youngPeople.age.12-14': 8,
      'youngPeople.age.15-17': '12+',
      'withYoungPeople.awarenessSessions': 'n/a',
      'withProfessionals.trainingSessions': 'about 6',
      'withProfessionals.awarenessSessions': new Date(Date.UTC(2016, 0, 4)),
      'youngPeople.ethnicity..1': 2,
      'outcomes.atClose..1': 'safety',
      'outcomes.atClose..1.improved': 4,
    };
    for (const [id, value] of Object.entries(typed)) answerOf(book, id).value = value;
    // A spreadsheet gives a typed date the format of one.
    const dated = answerOf(book, 'withProfessionals.awarenessSessions');
    dated.style = { ...dated.style, numFmt: 'dd/mm/yyyy' };
    const open = answerOf(book, 'youngPeople.ethnicity..1');
    book.getWorksheet(sheetName)!.getCell(`B${open.row}`).value = 'Other: Chinese';
    const { returns, findings } = await readReturns(await save(book));
    expect(returns).toEqual([
      {
        ...blank,
        spokes: { headcount: 3 },
        youngPeople: {
          direct: 20,
          indirect: { unknown: 'not-known' },
          base: 'direct',
          age: { '12-14': 8, '15-17': { atLeast: 12 } },
          ethnicity: { Chinese: 2 },
        },
        withYoungPeople: { awarenessSessions: { notApplicable: 'not-applicable' } },
        outcomes: { atClose: { safety: { improved: 4 } } },
      },
    ]);
    expect(findings.map(({ rule, paths }) => [rule, paths[0]])).toEqual([
      ['F301', 'withProfessionals.trainingSessions'],
      ['F303', 'withProfessionals.awarenessSessions'],
    ]);
    expect(findings[0]?.remedy).toBe('If 6 is meant, enter 6.');
    expect(findings[0]?.cells).toEqual([
      { sheet: sheetName, address: answerOf(book, 'withProfessionals.trainingSessions').address },
    ]);
  });

  test('a count in an open row without a name is found, not guessed', async () => {
    const book = await load(await writeWorkbook([blank]));
    answerOf(book, 'youngPeople.ethnicity..1').value = 2;
    answerOf(book, 'outcomes.atClose..2.worse').value = 1;
    const { returns, findings } = await readReturns(await save(book));
    expect(returns).toEqual([blank]);
    expect(findings.map(({ rule }) => rule)).toEqual(['F205', 'F205']);
  });
});
