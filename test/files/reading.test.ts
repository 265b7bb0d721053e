import fc from 'fast-check';
import Papa from 'papaparse';
import {
  annotateCsv,
  checkRead,
  describeCsv,
  fields,
  fileRules,
  labelAt,
  readReturns,
  writeReturns,
  type CoreReturn,
  type ReadReturns,
} from 'hub-and-spoke';
import { returns } from 'hub-and-spoke/year-two';
import { describe, expect, test } from 'vitest';
import { coreReturnValue } from '../arbitraries.ts';

const found = ({ findings }: ReadReturns) =>
  findings
    .filter(({ severity }) => severity !== 'advice')
    .map(({ rule, cells }) => [rule, cells?.[0]?.line, cells?.[0]?.column]);

/** Table 3 of the report, as a service would keep it in a spreadsheet. */
const table3 = `Table 3: Service 2 Data,,,
No. of Spoke workers: 3,,,
Service,,2,
Reporting period,,01.01.2014 – 31.12.2014,
Young people receiving direct support from Spokes,,50,
Characteristics of young people,,,
Age,,No.,%
,12-14,8,16%
,15 –17,34,68%
,18 +,8,16%
Gender,Female,39,78%
,Male,11,22%
Ethnicity,White UK,22,44%
,White other,24,48%
,Unknown,4,8%
Spoke outputs and activities,,,
No. of awareness raising sessions delivered to young people in community settings,,2,
"No. of awareness raising sessions with other professionals
(less than or equal to ½ day input)",,7,
No. of training sessions delivered to professionals (more than ½ day input),,6,
No. of professionals attending,,15,
`;

describe('the printed layout', () => {
  test('Table 3 is read as the report has it', async () => {
    const { returns: read, findings, kept } = await readReturns(table3);
    const { declared, youngPeople, ...service2 } = returns[1]!;
    const { base, ...printedPeople } = youngPeople!;
    expect([declared, base]).toEqual(['year', 'direct']); // what the table does not print
    expect(read).toEqual([{ ...service2, youngPeople: printedPeople }]);
    expect(findings.map(({ rule }) => rule)).toEqual(['F203', 'F401']);
    expect(kept.map(({ text }) => text)).toEqual(['Table 3: Service 2 Data']);
  });

  test('a total is read as printed, to be checked', async () => {
    const read = await readReturns(
      'Service,2,\nQuarter,2015 Q1,\nGender,,\nFemale,39,78%\nMale,11,22%\nTotal,51,100%\n',
    );
    expect(read.returns[0]?.printed?.totals).toEqual({ 'youngPeople.gender': 51 });
    const total = checkRead(read).findings.find(({ paths }) =>
      paths.includes('printed.totals.youngPeople.gender'),
    );
    expect(total?.cells).toContainEqual({ line: 6, column: 2 });
  });

  test('Table 4’s total of direct and indirect support is a count of its own', async () => {
    const text =
      'Young people receiving direct support from Spokes,47\nor indirect support through case consultancy*,28\nTotal,75\n';
    const { returns: read } = await readReturns(text, {
      header: { service: '3', period: { from: '2014-01-01', to: '2014-12-31' }, declared: 'year' },
    });
    expect(read[0]?.youngPeople).toEqual({ direct: 47, indirect: 28, total: 75 });
  });

  test('attendance belongs to the sessions before it; elsewhere its label is asked about', async () => {
    const header = 'Service,2\nQuarter,2015-Q1\n';
    const sessions =
      'No. of training sessions delivered to professionals,6\nNo. of professionals attending,15\n';
    expect((await readReturns(header + sessions)).returns[0]?.withProfessionals).toEqual({
      trainingSessions: 6,
      trainingAttending: 15,
    });
    const alone = await readReturns(`${header}No. of Spoke workers,3\nNo. of professionals attending,15\n`);
    expect(alone.returns[0]?.withProfessionals).toBeUndefined();
    expect(found(alone)).toEqual([['F205', 4, 1]]);
  });
});

describe('what people type', () => {
  const one = (label: string, value: string) => `service,quarter,"${label}"\n2,2015-Q1,"${value}"`;

  test.each([
    '15-17',
    '15 –17',
    '15–17',
    '15 - 17',
    '15 to 17',
    '15 TO 17',
    'Age: 15-17',
    'youngPeople.age.15-17',
    'age 15-17 ',
  ])('the label %s is the band 15-17', async (label) => {
    const { returns: read } = await readReturns(one(label, '12'));
    expect(read[0]?.youngPeople?.age).toEqual({ '15-17': 12 });
  });

  test.each([
    ['Not known', { unknown: 'not-known' }],
    ['113 (data incomplete)', { atLeast: 113 }],
    ['113+', { atLeast: 113 }],
    ['n/a', { notApplicable: 'not-applicable' }],
    ['[x]', { unknown: 'not-known' }],
    ['[z]', { notApplicable: 'not-applicable' }],
    ['1,021', 1021],
    [' 0 ', 0],
    ['withheld (1 to 5)', { withheld: [1, 5] }],
  ])('%s is understood', async (text, cell) => {
    const read = await readReturns(one('youngPeople.direct', text));
    expect(read.returns[0]?.youngPeople?.direct).toEqual(cell);
    expect(found(read)).toEqual([]);
  });

  test.each([
    '-',
    '?',
    'about 12',
    '12*',
    '[c]',
    '[low]',
    'twelve',
    '1.5',
    '-3',
    '12 or 13',
    '1e3',
    '=1+1',
    '£12',
  ])('%s is asked about, with its cell, and not read', async (text) => {
    const read = await readReturns(one('youngPeople.direct', text));
    expect(read.returns[0]?.youngPeople).toBeUndefined();
    expect(found(read)).toEqual([['F301', 2, 3]]);
  });

  test('an empty cell was not returned', async () => {
    const read = await readReturns(one('youngPeople.direct', '  '));
    expect(read.returns[0]?.youngPeople).toBeUndefined();
    expect(found(read)).toEqual([]);
  });
});

describe('tables in any state', () => {
  test('titles above, groups over columns, blank lines, totals below, extra columns', async () => {
    const text = [
      'Returns for the spring,,,,,,',
      ',,Age,,Gender,,',
      'Service,Quarter,12-14,Not known,Female,Not known,Remarks',
      '2,2015-Q1,8,1,5,4,late',
      ',,,,,,',
      '3,2015-Q1,6,0,6,0,',
      'Total,,14,1,11,4,',
    ].join('\n');
    const read = await readReturns(text);
    expect(read.returns.map(({ service, youngPeople }) => [service, youngPeople])).toEqual([
      ['2', { age: { '12-14': 8, 'not-known': 1 }, gender: { female: 5, 'not-known': 4 } }],
      ['3', { age: { '12-14': 6, 'not-known': 0 }, gender: { female: 6, 'not-known': 0 } }],
    ]);
    expect(found(read)).toEqual([['F202', 3, 7]]);
    expect(read.kept.map(({ text: kept }) => kept)).toEqual([
      'Returns for the spring',
      'late',
      'Total',
      '14',
      '1',
      '11',
      '4',
    ]);
  });

  test('a row longer than the header is kept and found', async () => {
    const read = await readReturns('service,quarter,spokes.headcount\n2,2015-Q1,3,4,5\n');
    expect(read.returns[0]?.spokes).toEqual({ headcount: 3 });
    expect(found(read)).toEqual([['F107', 2, 4]]);
    expect(read.kept.map(({ text }) => text)).toEqual(['4', '5']);
  });

  test('one field under two labels: the same answer is one, two answers are none', async () => {
    const same = await readReturns('service,quarter,Female,Gender: female\n2,2015-Q1,3,3\n');
    expect(same.returns[0]?.youngPeople?.gender).toEqual({ female: 3 });
    const torn = await readReturns('service,quarter,Female,Gender: female\n2,2015-Q1,3,4\n');
    expect(torn.returns[0]?.youngPeople).toBeUndefined();
    expect(torn.findings[0]).toMatchObject({
      rule: 'F204',
      cells: [
        { line: 2, column: 3 },
        { line: 2, column: 4 },
      ],
    });
  });

  test('answers of several returns below each other', async () => {
    const text =
      'field,value,service,quarter\nyoungPeople.direct,12,2,2015-Q1\nyoungPeople.direct,13,3,2015-Q1\nspokes.headcount,4,2,2015-Q1\n';
    const { returns: read } = await readReturns(text);
    expect(
      read.map(({ service, youngPeople, spokes }) => [service, youngPeople?.direct, spokes?.headcount]),
    ).toEqual([
      ['2', 12, 4],
      ['3', 13, undefined],
    ]);
  });

  test('what the sender says is added, and what the file says otherwise is found', async () => {
    const header = { service: '3', period: { from: '2015-01-01', to: '2015-03-31' } };
    const read = await readReturns('service,spokes.headcount\n2,3\n', { header });
    expect(read.returns[0]).toMatchObject({ service: '2', period: header.period });
    expect(found(read)).toEqual([['F402', 2, 1]]);
  });

  test('a return without a period is refused, kept whole, and found', async () => {
    const read = await readReturns('service,spokes.headcount,Female\n2,3,5\n');
    expect(read.returns).toEqual([]);
    expect(read.refused).toEqual([
      { edition: 'year-two', service: '2', spokes: { headcount: 3 }, youngPeople: { gender: { female: 5 } } },
    ]);
    expect(found(read).map(([rule]) => rule)).toEqual(['R002']);
    expect(checkRead(read).accepted).toBe(false);
  });
});

describe('bytes', () => {
  const text = 'service;quarter;Female\n2;2015-Q1;12 – about\n';
  const utf16 = (swap: boolean, mark: boolean): Uint8Array => {
    const units = Array.from((mark ? '\uFEFF' : '') + text, (letter) => letter.charCodeAt(0));
    return new Uint8Array(
      units.flatMap((unit) => (swap ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])),
    );
  };
  test.each([
    ['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${text}`), undefined],
    ['UTF-16, little end first', utf16(false, true), 'UTF-16LE'],
    ['UTF-16, big end first', utf16(true, true), 'UTF-16BE'],
    ['UTF-16 without a mark', utf16(false, false), 'UTF-16LE'],
    [
      'Windows-1252',
      Uint8Array.from(text, (letter) => (letter === '–' ? 0x96 : letter.charCodeAt(0))),
      'WINDOWS-1252',
    ],
  ])('%s is read, and said', async (_, bytes, encoding) => {
    const read = await readReturns(bytes);
    expect(read.findings.find(({ rule }) => rule === 'F301')?.message).toContain('12 – about');
    expect(read.findings.find(({ rule }) => rule === 'F104')?.message.includes(encoding ?? '-')).toBe(
      encoding === undefined ? undefined : true,
    );
    expect(read.findings.some(({ rule }) => rule === 'F105')).toBe(true);
  });

  test('in pieces, cut anywhere, is the same', async () => {
    const bytes = new TextEncoder().encode(text);
    const whole = await readReturns(bytes);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: bytes.length }), { maxLength: 5 }), async (cuts) => {
        const ends = [...new Set([0, ...cuts, bytes.length])].sort((one, other) => one - other);
        const pieces = ends.slice(1).map((end, index) => bytes.slice(ends[index], end));
        async function* source() {
          for (const piece of pieces) yield await Promise.resolve(piece);
        }
        expect(await readReturns(source())).toEqual(whole);
        expect(await readReturns(new Blob(pieces).stream())).toEqual(whole);
      }),
      { numRuns: 30 },
    );
  });
});

/** Ways of writing a label that change nothing. */
const respelled = (label: string): fc.Arbitrary<string> =>
  fc
    .record({
      upper: fc.boolean(),
      dash: fc.constantFrom('-', '–', ' – ', ' to ', '−'),
      pad: fc.constantFrom('', ' ', '  '),
      footnote: fc.constantFrom('', '*', ' †', ':'),
    })
    .map(({ upper, dash, pad, footnote }) => {
      const dashed = label.replace(/(\d)-(\d)/u, `$1${dash}$2`).replaceAll(' ', ` ${pad}`);
      return pad + (upper ? dashed.toUpperCase() : dashed) + footnote;
    });

test('any order of columns, spelling of labels and delimiter reads the same', async () => {
  const columns = fields.flatMap((field) => {
    if (field.kind === 'count') return [field.id];
    return field.kind === 'breakdown' ? field.codelist.entries.map(({ code }) => `${field.id}.${code}`) : [];
  });
  const labelled = fc
    .subarray(columns, { minLength: 3 })
    .chain((paths) =>
      fc.tuple(
        fc.shuffledSubarray(paths, { minLength: paths.length }),
        fc.tuple(...paths.map((path) => respelled(labelAt(path)))),
        fc.tuple(...paths.map(() => fc.constantFrom('12', 'Not known', '7+', '', 'n/a', '1,021'))),
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constant(paths),
      ),
    );
  await fc.assert(
    fc.asyncProperty(labelled, async ([order, labels, values, delimiter, paths]) => {
      const header = { service: '2', period: { from: '2015-01-01', to: '2015-03-31' } };
      const plain = Papa.unparse([paths, values], { delimiter: ',' });
      const indexes = order.map((path) => paths.indexOf(path));
      const changed = Papa.unparse(
        [indexes.map((index) => labels[index]), indexes.map((index) => values[index])],
        { delimiter },
      );
      const [one, other] = [await readReturns(plain, { header }), await readReturns(changed, { header })];
      expect(other.returns).toEqual(one.returns);
      expect(other.refused).toEqual(one.refused);
      const named = ({ findings }: ReadReturns) =>
        findings
          .map(({ rule, paths }) => [rule, paths])
          .filter(([rule]) => rule !== 'F105')
          .sort();
      expect(named(other)).toEqual(named(one));
    }),
    { numRuns: 300 },
  );
});

describe('a CSV comes with its description', () => {
  const value = returns[3]!;
  test.each(['wide', 'long'] as const)('in both languages, for the %s layout', (layout) => {
    const { csvw, tableSchema } = describeCsv([value], { url: 'returns.csv', layout });
    const [header = []] = Papa.parse<string[]>(writeReturns([value], { layout }), { delimiter: ',' }).data;
    expect(tableSchema.fields.map(({ name }) => name)).toEqual(header);
    expect(csvw.tableSchema.columns.map(({ titles }) => titles[0])).toEqual(header);
    for (const { name } of csvw.tableSchema.columns)
      expect(name).toMatch(/^(?:[A-Za-z0-9_.]|%[0-9A-F]{2})+$/u);
  });

  test('every value that is written fits the pattern of its column', () => {
    fc.assert(
      fc.property(coreReturnValue, (each: CoreReturn) => {
        const { tableSchema } = describeCsv([each], { url: 'x.csv' });
        const [, row = []] = Papa.parse<string[]>(writeReturns([each]), { delimiter: ',' }).data;
        tableSchema.fields.forEach(({ constraints: { pattern } }, index) => {
          if (pattern !== undefined && row[index] !== '')
            expect(row[index]).toMatch(new RegExp(pattern, 'u'));
        });
      }),
      { numRuns: 100 },
    );
  });
});

describe('findings go back into a copy', () => {
  const csv = 'service,quarter,spokes.headcount,note\r\n2,2015-Q1,two,"a\r\nb"\r\n3,2015-Q1,3,\'=1+1\r\n';
  test('beside each line, with the values as they were; and the copy is read as the original', async () => {
    const read = await readReturns(csv);
    const { copy, toFix } = annotateCsv(csv, read.findings);
    const rows = Papa.parse<string[]>(copy, { delimiter: ',' }).data;
    expect(rows.map((row) => row.slice(0, 4))).toEqual(
      Papa.parse<string[]>(csv, { delimiter: ',' }).data.slice(0, 3),
    );
    expect(rows[1]?.[4]).toContain('"two" is not a count');
    expect(rows[2]?.[4]).toBe('');
    expect(await readReturns(copy)).toEqual(read);
    const [head, first] = Papa.parse<string[]>(toFix, { delimiter: ',' }).data;
    expect(head?.[0]).toBe('What is wrong');
    expect(first?.slice(2)).toEqual(['line 2, column 3', 'a correction', 'F301']);
  });
});

test('the rules about files are in order and each is said once', () => {
  const codes = fileRules.map(({ code }) => code);
  expect(codes).toEqual([...new Set(codes)].sort());
  expect(
    fileRules.filter(({ statement, remedy }) => !statement.endsWith('.') || !remedy.endsWith('.')),
  ).toEqual([]);
});
