import { readReturns, type CoreReturn, type ReadReturns } from 'hub-and-spoke';
import { describe, expect, test } from 'vitest';

/** Tables as partners send them. None of what stands in them may be put under a wrong field, or be lost unsaid. */
const head = 'Service,2\nQuarter,2015-Q1\n';
const rows = (text: string): Promise<ReadReturns> => readReturns(head + text);
const asked = ({ findings }: ReadReturns): readonly string[] =>
  findings.filter(({ severity }) => severity !== 'advice').map(({ rule }) => rule);
const youngPeople = ({ returns }: ReadReturns): CoreReturn['youngPeople'] => returns[0]?.youngPeople;
const kept = (read: ReadReturns): readonly string[] => read.kept.map(({ text }) => text);

describe('a column a quarter', () => {
  test('under rows that name service and quarter: a return each', async () => {
    const { returns, findings } = await readReturns(
      'Service,2,2,3\nQuarter,2015-Q1,2015-Q2,2015-Q1\nUnder 12,1,2,3\nFemale,7,8,9',
    );
    expect(returns.map(({ service, period, youngPeople: people }) => [service, period.from, people])).toEqual(
      [
        ['2', '2015-01-01', { age: { 'under-12': 1 }, gender: { female: 7 } }],
        ['2', '2015-04-01', { age: { 'under-12': 2 }, gender: { female: 8 } }],
        ['3', '2015-01-01', { age: { 'under-12': 3 }, gender: { female: 9 } }],
      ],
    );
    expect(findings.filter(({ severity }) => severity !== 'advice')).toEqual([]);
  });

  test('under the names of quarters alone', async () => {
    const { returns } = await readReturns('Question,2015 Q1,2015 Q2\nUnder 12,1,2\nFemale,7,8', {
      header: { service: '2' },
    });
    expect(returns.map(({ period, youngPeople: people }) => [period.from, people?.gender])).toEqual([
      ['2015-01-01', { female: 7 }],
      ['2015-04-01', { female: 8 }],
    ]);
  });
});

describe('what stands beside answers is kept, and said', () => {
  test.each([
    ['last year and comments', 'Female,22,19,late\nMale,24,20,', ['F202', 'F202']],
    ['a number one column to the right', 'Female,,30\nMale,,12\nUnder 12,5,\n12-14,7,\n15-17,8,', ['F202']],
    ['a thousand without quotation marks', 'Female,1,021\nMale,4', ['F202']],
  ])('%s', async (_, text, rules) => {
    const read = await rows(text);
    expect(asked(read).filter((rule) => rule === 'F202')).toEqual(rules);
    for (const value of text.split(/[\n,]/u).filter((each) => /^(?:19|20|30|021|late)$/u.test(each)))
      expect(kept(read)).toContain(value);
  });

  test('two forms side by side are two returns', async () => {
    const read = await readReturns(
      'Service,2,,Service,3\nQuarter,2015-Q1,,Quarter,2015-Q1\nFemale,7,,Male,9\nUnder 12,1,,Under 12,2',
    );
    expect(read.returns.map(({ service, youngPeople: people }) => [service, people])).toEqual([
      ['2', { gender: { female: 7 }, age: { 'under-12': 1 } }],
      ['3', { gender: { male: 9 }, age: { 'under-12': 2 } }],
    ]);
    expect(read.origins[1]?.cells['youngPeople.gender.male']).toEqual({ line: 3, column: 5 });
  });
});

describe('a name that several lists have', () => {
  test.each(['Other', 'Health', 'Home', 'Education'])(
    '%s under a heading is a category of that heading, and asked about',
    async (name) => {
      const read = await rows(`Ethnicity,No.\nWhite UK,22\n${name},4\nUnknown,1`);
      expect(youngPeople(read)).toEqual({ ethnicity: { 'white-uk': 22, [name]: 4, 'not-known': 1 } });
      expect(asked(read)).toEqual(['F206']);
    },
  );

  test.each(['Other', 'Yes', 'No', 'Health'])('%s by itself is not read', async (name) => {
    const read = await rows(`No. of Spoke workers,3\n${name},4`);
    expect(read.returns[0]).toEqual({
      edition: 'year-two',
      service: '2',
      period: { from: '2015-01-01', to: '2015-03-31' },
      spokes: { headcount: 3 },
    });
    expect(asked(read).length).toBe(1);
  });
});

describe('totals', () => {
  test('after a breakdown are printed, wherever they stand', async () => {
    const wide = await readReturns(
      'Service,Quarter,Under 12,12-14,Total,Female,Male,Total\n2,2015-Q1,8,10,18,9,9,18',
    );
    expect(wide.returns[0]?.youngPeople).toEqual({
      age: { 'under-12': 8, '12-14': 10 },
      gender: { female: 9, male: 9 },
    });
    expect(wide.returns[0]?.printed?.totals).toEqual({ 'youngPeople.age': 18, 'youngPeople.gender': 18 });
  });

  test('of something else are no total of young people', async () => {
    const read = await rows('No. of professionals attending training sessions,15\nTotal,400');
    expect(youngPeople(read)).toBeUndefined();
    expect(asked(read)).toEqual(['F202']);
  });

  test.each(['Total', 'All services', 'Average'])(
    'a row called %s is no return, whatever its period',
    async (name) => {
      const read = await readReturns(`Service,Quarter,Female\n2,2015-Q1,3\n${name},2015-Q1,6`);
      expect(read.returns.map(({ service }) => service)).toEqual(['2']);
      expect(kept(read)).toContain('6');
    },
  );
});

describe('percentages are never counts', () => {
  test.each(['% Female', 'Female %', 'Female (%)', 'Percentage of female', 'Female, per cent'])(
    '%s',
    async (label) => {
      const wide = await readReturns(`Service,Quarter,"${label}"\n2,2015-Q1,40`);
      expect(wide.returns[0]?.printed?.percentages).toEqual({ 'youngPeople.gender.female': 40 });
      expect(wide.returns[0]?.youngPeople).toBeUndefined();
      expect((await rows(`"${label}",40\nUnder 12,4`)).returns[0]?.printed?.percentages).toEqual({
        'youngPeople.gender.female': 40,
      });
    },
  );

  test('under a second header of numbers and percentages', async () => {
    const read = await readReturns('Service,Quarter,Female,,Male,\n,,No.,%,No.,%\n2,2015-Q1,30,60%,20,40%');
    expect(read.returns[0]?.youngPeople?.gender).toEqual({ female: 30, male: 20 });
    expect(read.returns[0]?.printed?.percentages).toEqual({
      'youngPeople.gender.female': 60,
      'youngPeople.gender.male': 40,
    });
  });
});

test.each(['Female (target)', 'Female (previous quarter)', 'No. of Spoke workers (FTE)'])(
  'words in brackets may change what is meant: %s',
  async (label) => {
    const read = await readReturns(`Service,Quarter,${label},Male\n2,2015-Q1,12,3`);
    expect(read.returns[0]).toEqual({
      edition: 'year-two',
      service: '2',
      period: { from: '2015-01-01', to: '2015-03-31' },
      youngPeople: { gender: { male: 3 } },
    });
    expect(kept(read)).toContain('12');
  },
);

test('a running number is no answer to a question', async () => {
  const read = await readReturns('No.,Service,Quarter,Female\n1,2,2015-Q1,3');
  expect(youngPeople(read)).toEqual({ gender: { female: 3 } });
});

test('a second table further down is read under its own header', async () => {
  const read = await readReturns(
    'Service,Quarter,Female\n2,2015-Q1,3\n\nService,Quarter,Male\n3,2015-Q1,5\n',
  );
  expect(read.returns.map(({ service, youngPeople: people }) => [service, people?.gender])).toEqual([
    ['2', { female: 3 }],
    ['3', { male: 5 }],
  ]);
});

test('what stands above a table holds for its rows', async () => {
  const read = await readReturns('Service,Hub A\nReporting period,2015 Q1\n\nUnder 12,12-14\n3,4\n');
  expect(read.returns[0]).toMatchObject({
    service: 'Hub A',
    youngPeople: { age: { 'under-12': 3, '12-14': 4 } },
  });
});

test('decimal commas are asked about', async () => {
  const read = await readReturns(
    'Service;Quarter;spokes.fte;printed.percentages.youngPeople.age.12-14\n2;2015-Q1;2,5;16,5%',
  );
  expect(asked(read)).toEqual(['F301', 'F303']);
});

test('an outcome without a measure is asked about, and costs nothing else', async () => {
  const read = await rows('Female,3\nOutcomes for young people at close of case,\nImproved,5');
  expect(youngPeople(read)).toEqual({ gender: { female: 3 } });
  expect(asked(read)).toEqual(['F205']);
});

test('line ends may be mixed, and a table may begin with a bracket', async () => {
  const mixed = await readReturns('Service,Quarter,Female\r\n2,2015-Q1,3\n3,2015-Q1,4\n');
  expect(mixed.returns.map(({ youngPeople: people }) => people?.gender?.female)).toEqual([3, 4]);
  const bracket = await readReturns('[Table 2],\nService,2\nQuarter,2015-Q1\nFemale,3\n');
  expect(bracket.returns[0]?.youngPeople).toEqual({ gender: { female: 3 } });
});

describe('tables below each other', () => {
  const at = (read: ReadReturns) =>
    read.returns.map(({ service, period, youngPeople: people }) => [service, period.from, people?.gender]);

  test('each have what stands above them', async () => {
    const read = await readReturns(
      'Service,2,\n,,\nQuarter,Female,Male\n2015 Q1,1,2\nService,3,\nQuarter,Female,Male\n2015 Q1,5,6',
    );
    expect(at(read)).toEqual([
      ['2', '2015-01-01', { female: 1, male: 2 }],
      ['3', '2015-01-01', { female: 5, male: 6 }],
    ]);
  });

  test('and what stood above an earlier one, where they do not say it', async () => {
    const read = await readReturns(
      'Service,2\nQuarter,2015 Q1\nFemale,Male\n1,2\nQuarter,2015 Q2\nFemale,Male\n3,4\n',
    );
    expect(at(read)).toEqual([
      ['2', '2015-01-01', { female: 1, male: 2 }],
      ['2', '2015-04-01', { female: 3, male: 4 }],
    ]);
  });
});

test('printed tables side by side are two returns', async () => {
  const read = await readReturns(
    'Service,,2,,Service,,3\nQuarter,,2015 Q1,,Quarter,,2015 Q1\nNo. of Spoke workers: 3,,,,No. of Spoke workers: 5,,\nGender,Female,8,,Gender,Female,18\n,Male,2,,,Male,12\nAge,Under 12,1,,Age,Under 12,4',
  );
  expect(
    read.returns.map(({ service, spokes, youngPeople: people }) => [
      service,
      spokes?.headcount,
      people?.gender,
    ]),
  ).toEqual([
    ['2', 3, { female: 8, male: 2 }],
    ['3', 5, { female: 18, male: 12 }],
  ]);
});

test.each([
  [
    'before the answers',
    'Question,Previous,Answer\nFemale,5,8\nMale,1,2',
    { female: 8, male: 2 },
    ['5', '1'],
  ],
  ['numbering the rows', 'No.,Question,Answer\n1,Female,8\n2,Male,2', { female: 8, male: 2 }, ['1', '2']],
])('a column %s is kept, and no answer', async (_, text, gender, others) => {
  const read = await readReturns(text, {
    header: { service: '2', period: { from: '2015-01-01', to: '2015-03-31' } },
  });
  expect(youngPeople(read)).toEqual({ gender });
  expect(kept(read)).toEqual(expect.arrayContaining(others));
});

describe('headings', () => {
  test('over columns end where columns of something else begin', async () => {
    const read = await readReturns(
      ',,Gender,,,,\nService,Quarter,Female,Male,Living at home,Living in residential or foster care,Unknown\n2,2015 Q1,8,2,7,2,1',
    );
    expect(youngPeople(read)).toEqual({ gender: { female: 8, male: 2 }, living: { home: 7, care: 2 } });
    expect(asked(read)).toEqual(['F205']);
  });

  test('of something else make the names below them doubtful', async () => {
    const read = await rows(
      'Gender,\nFemale,8\nMale,2\nSchools worked with,\nUnknown,4\nFemale,30\nTotal,7\nAge,\nUnder 12,3',
    );
    expect(youngPeople(read)).toEqual({ gender: { female: 8, male: 2 }, age: { 'under-12': 3 } });
    expect(read.returns[0]?.printed).toBeUndefined();
    expect(asked(read)).toEqual(['F205', 'F205', 'F202']);
  });
});

test('a column of totals over services is no service', async () => {
  const read = await readReturns(
    'Service,2,3,Total\nQuarter,2015 Q1,2015 Q1,2015 Q1\nFemale,8,9,17\nMale,1,2,3',
  );
  expect(read.returns.map(({ service }) => service)).toEqual(['2', '3']);
  expect(kept(read)).toContain('17');
});

test.each([
  'Age,Female,Male,Total\nUnder 12,1,0,1\n12-14,4,1,5\n15-17,5,2,7',
  ',Female,Male\nUnder 12,1,0\n12-14,4,1',
])('one breakdown by another is not read as either', async (text) => {
  const read = await rows(text);
  expect(read.returns.flatMap(({ youngPeople: people }) => people ?? [])).toEqual([]);
  expect(asked(read)).toEqual(['F205']);
});

test('service and quarter that stand once hold for all columns, and for the rows below them', async () => {
  const columns = await readReturns(
    'Service,2,,\n,2015 Q1,2015 Q2,2015 Q3\nFemale,1,2,3\nMale,,5,6\nUnder 12,1,1,1',
  );
  expect(
    columns.returns.map(({ service, period, youngPeople: people }) => [service, period.from, people?.gender]),
  ).toEqual([
    ['2', '2015-01-01', { female: 1 }],
    ['2', '2015-04-01', { female: 2, male: 5 }],
    ['2', '2015-07-01', { female: 3, male: 6 }],
  ]);
  const merged = await readReturns(
    'Service,Quarter,Female,%,Male,%\n2,2015 Q1,1,50%,1,50%\n,2015 Q2,3,,4,\nfigures are provisional,,,,,\n',
  );
  expect(merged.returns.map(({ service, youngPeople: people }) => [service, people?.gender])).toEqual([
    ['2', { female: 1, male: 1 }],
    ['2', { female: 3, male: 4 }],
  ]);
  expect(merged.returns[0]?.printed?.percentages).toEqual({
    'youngPeople.gender.female': 50,
    'youngPeople.gender.male': 50,
  });
  expect(asked(merged)).toEqual(['F206']);
  expect(kept(merged)).toEqual(['figures are provisional']);
});

test('a period or service left empty among others that are filled in is not taken from them', async () => {
  const columns = await readReturns('Service,2,3,4\nQuarter,2015 Q1,2015 Q2,\nFemale,8,9,17\nMale,1,2,3');
  expect(columns.returns.map(({ service }) => service)).toEqual(['2', '3']);
  expect(columns.refused).toHaveLength(1);
  const long = await readReturns('field,value,service,quarter\nFemale,12,2,2015-Q1\nMale,13,,\n');
  expect(long.returns.map(({ youngPeople: people }) => people)).toEqual([{ gender: { female: 12 } }]);
  expect(long.refused).toHaveLength(1);
});

test('what people write beside their answers is kept, and not repeated in findings', async () => {
  const text =
    'Service,Quarter,Female,Remarks,Under 12\n2,2015-Q1,8,spoke to a mother,0\n2,2015-Q2,8,,0,call her back\n';
  const read = await readReturns(text);
  expect(kept(read)).toEqual(['spoke to a mother', 'call her back']);
  expect(asked(read)).toEqual(['F107', 'F202']);
  expect(JSON.stringify(read.findings)).not.toMatch(/mother|call/u);
  const line = await readReturns('{"edition":"year-two"}\n{"edition":"year-two"}\n{"note":"spoke to');
  expect(kept(line)).toEqual(['{"note":"spoke to']);
  expect(JSON.stringify(line.findings)).not.toContain('spoke');
});

describe('work is in proportion to what arrives', () => {
  test('many short rows, wide headers, long labels: all within the time of a test', async () => {
    const wide = `${Array.from({ length: 4000 }, (_, index) => `c${index}`).join(',')}\n${'a\n'.repeat(50_000)}`;
    for (const text of [
      'x\n'.repeat(190_000),
      `Service,Quarter,Female\n${'2,2015-Q1,3,x,y,z\n'.repeat(30_000)}`,
      wide,
      `Service,Quarter,a${' '.repeat(90_000)}b\n2,2015-Q1,3`,
      `${head}Ethnicity,\n${'*'.repeat(90_000)}x,3\n`,
      `Service,Quarter,printed.percentages.youngPeople.age.12-14\n2,2015-Q1,1${' '.repeat(90_000)}x`,
    ]) {
      expect((await readReturns(text)).findings.length).toBeGreaterThan(0);
    }
  }, 60_000);
});
