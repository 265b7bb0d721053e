import fc from 'fast-check';
import { checkRead, fileRules, readReturns, shapeRules, type ReadReturns } from 'hub-and-spoke';
import { describe, expect, test } from 'vitest';

const codes = ({ findings }: ReadReturns): readonly string[] => findings.map(({ rule }) => rule);
const sound = 'service,quarter,spokes.headcount\n2,2015-Q1,3\n';

describe('files that are too large', () => {
  test('100 MB in one field are not read', async () => {
    const read = await readReturns(`service,quarter\n"${'x'.repeat(100_000_000)}",2015-Q1`);
    expect(read.returns).toEqual([]);
    expect(codes(read)).toEqual(['F102']);
  });

  test('a field longer than the limit, within a file that is not', async () => {
    expect(codes(await readReturns(`service,quarter\n"${'x'.repeat(2_000_000)}",2015-Q1`))).toContain('F102');
  });

  test('16,384 columns', async () => {
    const read = await readReturns(
      `${Array.from({ length: 16_384 }, (_, index) => `c${index}`).join(',')}\n`,
    );
    expect(codes(read)).toContain('F102');
  });

  test('more rows than the limit', async () => {
    expect(codes(await readReturns(sound.repeat(10), { limits: { rows: 5 } }))).toContain('F102');
  });

  test('a stream is left where the limit is reached', async () => {
    let taken = 0;
    async function* endless() {
      for (;;) {
        taken += 1;
        yield await Promise.resolve(new Uint8Array(1000));
      }
    }
    expect(codes(await readReturns(endless(), { limits: { bytes: 10_000 } }))).toEqual(['F102']);
    expect(taken).toBe(11);
  });

  test('more findings than the limit', async () => {
    const text = `service,quarter,spokes.headcount\n${'2,2015-Q1,two\n'.repeat(50)}`;
    const read = await readReturns(text, { limits: { findings: 10 } });
    expect(read.findings).toHaveLength(11);
    expect(read.returns).toHaveLength(50);
    expect(checkRead(read).accepted).toBe(false);
  });
});

describe('files that are damaged', () => {
  test('a quotation mark that is not closed', async () => {
    expect(codes(await readReturns('service,quarter\n"2,2015-Q1\n3,2015-Q1\n'))).toContain('F106');
  });

  test('zero bytes', async () => {
    const read = await readReturns('service,quarter,spokes.headcount\n2,2015-Q1,3\0\n');
    expect(codes(read)).toContain('F106');
    expect(read.returns[0]?.spokes).toBeUndefined();
  });

  test('JSON cut off; a line of JSON cut off', async () => {
    expect(codes(await readReturns('[{"edition":"year-two"'))).toEqual(['F103']);
    const line = '{"edition":"year-two","service":"2","period":{"from":"2015-01-01","to":"2015-03-31"}}';
    const read = await readReturns(`${line}\n${line.slice(0, 40)}`);
    expect(read.returns).toHaveLength(1);
    expect(read.findings.map(({ rule, cells }) => [rule, cells?.[0]?.line])).toEqual([['F103', 2]]);
  });

  test('a stream that breaks off', async () => {
    async function* broken() {
      yield await Promise.resolve('service,');
      throw new TypeError('gone');
    }
    expect(codes(await readReturns(broken()))).toEqual(['F101']);
  });

  test('a workbook, for which another entry point is there', async () => {
    const read = await readReturns(new Uint8Array([0x50, 0x4b, 3, 4]));
    expect(read.findings[0]?.message).toContain('hub-and-spoke/workbook');
  });

  test.each(['', '\n\n', ',,,\n', 'hello', 'a,b\n1,2', '[]', '{}', '\uFEFF'])(
    'nothing of ours: %j',
    async (text) => {
      const read = await readReturns(text);
      expect(read.returns).toEqual([]);
      expect(checkRead(read).accepted).toBe(false);
    },
  );
});

describe('files that mean harm', () => {
  test('no label reaches a prototype', async () => {
    const labels = [
      '__proto__',
      'constructor',
      'youngPeople.ethnicity.__proto__',
      'youngPeople.__proto__.x',
      'Ethnicity: __proto__',
      'printed.percentages.__proto__',
      'explanations.0',
    ];
    const text = `service,quarter,${labels.join(',')}\n2,2015-Q1,${labels.map(() => '{"polluted":1}').join(',')}\n`;
    await readReturns(text);
    await readReturns(
      `field,value\n${labels.map((label) => `${label},7`).join('\n')}\nservice,__proto__\nquarter,2015-Q1\n`,
    );
    await readReturns('[{"__proto__":{"polluted":1},"edition":"year-two"}]');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test('nesting as deep as it likes', async () => {
    const read = await readReturns(`${'['.repeat(200_000)}${']'.repeat(200_000)}`);
    expect(read.returns).toEqual([]);
    const about = `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`;
    expect(
      (
        await readReturns(
          `[{"edition":"year-two","explanations":[{"rule":"R1","because":"x","about":${about}}]}]`,
        )
      ).refused,
    ).toHaveLength(1);
  });
});

const knownCodes = new Set([...fileRules, ...shapeRules].map(({ code }) => code));

test('any text, and any change to a sound one, gives one answer of known findings', async () => {
  const changed = fc
    .tuple(fc.nat({ max: sound.length }), fc.nat({ max: 8 }), fc.string({ unit: 'grapheme', maxLength: 12 }))
    .map(([at, length, text]) => sound.slice(0, at) + text + sound.slice(at + length));
  const labels = fc.constantFrom(
    'service',
    'quarter',
    'Age',
    '12-14',
    'Not known',
    'Total',
    '%',
    'field',
    'value',
    'No.',
    'Gender',
    'Female',
    '2',
    '2015-Q1',
    '8',
    '',
    'Dec-14',
    '{}',
    'outcomes.atClose..1',
    'youngPeople.ethnicity..1',
  );
  const table = fc
    .array(fc.array(labels, { minLength: 1, maxLength: 6 }), { maxLength: 10 })
    .map((rows) => rows.map((row) => row.join(',')).join('\n'));
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), changed, table),
      async (text) => {
        const read = await readReturns(text);
        expect(await readReturns(text)).toEqual(read);
        expect(read.findings.filter(({ rule }) => !knownCodes.has(rule))).toEqual([]);
        expect(read.origins).toHaveLength(read.returns.length);
      },
    ),
    { numRuns: 1000 },
  );
});

test('any bytes give an answer', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      expect((await readReturns(bytes)).findings.every(({ rule }) => knownCodes.has(rule))).toBe(true);
    }),
    { numRuns: 500 },
  );
});
