import fc from 'fast-check';
import {
  boundsChart,
  contextDiagram,
  coverageChart,
  modelDiagram,
  pictureBlocks,
  quartersChart,
  sharesChart,
  theoryDiagram,
  toHtml,
  toMarkdown,
  type Picture,
} from 'hub-and-spoke/publish';
import { theories } from 'hub-and-spoke/year-two';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';

/** The texts of a picture, which has to be XML. */
function textsIn(svg: string): readonly string[] {
  const parser = new SaxesParser({ xmlns: true });
  const texts: string[] = [];
  const ids: string[] = [];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('text', (text) => {
    if (text.trim() !== '') texts.push(text);
  });
  parser.on('opentag', ({ name, attributes }) => {
    expect(name).not.toMatch(/^(?:script|foreignObject|image|a)$/);
    for (const [attribute, { value }] of Object.entries(attributes)) {
      expect(attribute).not.toMatch(/^on|href/);
      if (attribute === 'id') ids.push(value);
    }
  });
  parser.write(svg).close();
  expect(new Set(ids).size).toBe(ids.length);
  return texts;
}

const hostile = '<script>alert("1")</script> & \u202e]]>';
const long = 'a label that goes on '.repeat(25);

const pictures: Readonly<Record<string, () => Promise<Picture>>> = {
  bounds: () =>
    boundsChart({
      title: hostile,
      unit: 'Sessions',
      rows: [
        { label: hostile, low: 0, high: 0, words: '0' },
        { label: long, low: 113, words: 'at least 113' },
        { label: 'Hidden', low: 0, high: 38, words: '[c]' },
      ],
    }),
  'no bounds': () => boundsChart({ title: 'Nothing', unit: 'Sessions', rows: [] }),
  shares: () =>
    sharesChart({
      title: 'Age',
      unit: 'Young people',
      rows: [
        {
          label: hostile,
          whole: 10,
          parts: [
            { label: long, count: 4, words: '4' },
            { label: hostile, words: '[c]' },
          ],
        },
        { label: 'Hidden', parts: [{ label: long, words: '[c]' }] },
        { label: 'Nobody', whole: 0, parts: [{ label: long, count: 0, words: '0' }] },
      ],
    }),
  quarters: () =>
    quartersChart({
      title: 'Young people',
      unit: 'Young people',
      points: [
        { quarter: '2014-Q4', low: 30, high: 30, words: '30' },
        { quarter: '2015-Q2', low: 30, words: 'at least 30' },
      ],
    }),
  'no quarters': () => quartersChart({ title: 'Nothing', unit: 'Young people', points: [] }),
  coverage: () =>
    coverageChart({
      title: 'Returns',
      quarters: ['2014-Q4', '2015-Q1'],
      services: [
        { service: hostile, states: { '2014-Q4': 'on-time' } },
        { service: '2', states: { '2014-Q4': 'missing', '2015-Q1': 'late' } },
      ],
    }),
  model: () => modelDiagram(1),
  layers: () => contextDiagram(),
  theory: () => theoryDiagram('A theory', { configurations: theories.configurations.slice(0, 3) }),
  'hostile theory': () =>
    theoryDiagram(hostile, {
      configurations: [
        {
          id: 'A"; x [label="y"]',
          contexts: [{ layer: 'practice', statement: hostile }],
          outcome: { statement: String.raw`\N \G "quoted" \\`, valence: 'desired' },
          status: 'candidate',
        },
      ],
    }),
};

describe.each(Object.entries(pictures))('%s', (_, make) => {
  test('is a whole SVG with a title, a description and nothing that runs', async () => {
    const { svg, title, description } = await make();
    const [first, second] = textsIn(svg);
    expect(svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg"')).toBe(true);
    expect([first?.length, second?.length].every((length) => (length ?? 0) > 0)).toBe(true);
    expect(title + description).not.toBe('');
  });

  test('is the same every time', async () => {
    expect((await make()).svg).toBe((await make()).svg);
  });
});

describe('what no picture can show is a mistake of the caller', () => {
  const title = 'Sessions';
  const unit = 'Sessions';
  test.each([
    { low: NaN, high: 3 },
    { low: 3, high: 2 },
    { low: -1, high: 2 },
    { low: 1, high: Infinity },
  ])('bounds from $low to $high', (bounds) => {
    expect(() => boundsChart({ title, unit, rows: [{ label: 'Spring', words: '3', ...bounds }] })).toThrow(
      /Spring/,
    );
    expect(() =>
      quartersChart({ title, unit, points: [{ quarter: '2015-Q1', words: '3', ...bounds }] }),
    ).toThrow(/2015-Q1/);
  });

  test('two points of one quarter', () => {
    const point = { quarter: '2015-Q1', low: 1, high: 1, words: '1' } as const;
    expect(() => quartersChart({ title, unit, points: [point, point] })).toThrow(/two points of 2015-Q1/);
  });

  test('a state that is none', () => {
    const states = { '2015-Q1': 'toString' } as unknown as Readonly<Record<string, 'late'>>;
    expect(() =>
      coverageChart({ title, quarters: ['2015-Q1'], services: [{ service: '2', states }] }),
    ).toThrow(/"toString" of service "2"/);
  });
});

describe('what stands in a picture', () => {
  test('is in its table too, in Markdown and in HTML', async () => {
    const picture = await boundsChart({
      title: 'Sessions in spring',
      unit: 'Sessions',
      rows: [{ label: 'Training', low: 7, high: 7, words: '7' }],
    });
    const document = { type: 'root' as const, children: [...pictureBlocks(picture)] };
    expect(toMarkdown(document)).toMatch(/Sessions in spring[\s\S]*\| Training \| 7 \|/);
    expect(toHtml(document)).toMatch(
      /<figure><figcaption>Sessions in spring<\/figcaption><svg[\s\S]*<details>/,
    );
  });

  test('no length tells what is hidden', async () => {
    const drawn = (whole: number) =>
      sharesChart({
        title: 'Age',
        unit: 'Young people',
        rows: [
          {
            label: 'Service',
            whole,
            parts: [
              { label: 'Young', words: '[c]' },
              { label: 'Older', words: '[c]' },
            ],
          },
        ],
      });
    // Whatever was hidden, one empty bar is left.
    expect((await drawn(40)).svg.match(/<rect/g)?.length).toBe(
      (await drawn(400)).svg.match(/<rect/g)?.length,
    );
  });

  test('labels of rows never overlap, whatever the data', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ low: fc.nat(5000), more: fc.nat(5000) }), { minLength: 1, maxLength: 8 }),
        async (rows) => {
          const { svg } = await boundsChart({
            title: 'Sessions',
            unit: 'Sessions',
            rows: rows.map(({ low, more }, index) => ({
              label: `Row ${index}`,
              low,
              high: low + more,
              words: `between ${low} and ${low + more}`,
            })),
          });
          const heights = [
            ...svg.matchAll(/<text transform="translate\((?<x>[-\d.]+),(?<y>[-\d.]+)\)"/g),
          ].map(({ groups }) => Number(groups?.y));
          const labels = heights.slice(0, rows.length);
          expect(labels.every((y, index) => index === 0 || y - (labels[index - 1] ?? 0) >= 40)).toBe(true);
        },
      ),
      { numRuns: 20 },
    );
  });
});
