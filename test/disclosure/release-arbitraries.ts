import fc from 'fast-check';
import type { CellContents, LineContents, ReleaseContents } from 'hub-and-spoke/disclosure';

/** Counts as they come in real tables: mostly small, many zeros. */
const count = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 3 }) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 9 }) },
);
const printed = fc.oneof(
  { weight: 9, arbitrary: fc.constant('if-safe' as const) },
  { weight: 1, arbitrary: fc.constantFrom('always' as const, 'never' as const) },
);

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

interface Draft {
  readonly cells: CellContents[];
  readonly lines: LineContents[];
}

const asContents = ({ cells, lines }: Draft): ReleaseContents => ({
  tables: [{ id: 'table', cells, lines }],
});

/** A total and its categories. */
export const oneWay = fc
  .record({
    counts: fc.array(count, { minLength: 1, maxLength: 5 }),
    printed: fc.array(printed, { minLength: 6, maxLength: 6 }),
  })
  .map(({ counts, printed: as }) =>
    asContents({
      cells: [
        ...counts.map((each, index) => ({ id: `c${index}`, count: each, printed: as[index] ?? 'if-safe' })),
        { id: 'total', count: sum(counts), printed: as[5] ?? 'if-safe' },
      ],
      lines: [{ total: 'total', parts: counts.map((_, index) => `c${index}`) }],
    }),
  );

/** A breakdown that does not reach its base. */
export const incomplete = fc
  .record({ counts: fc.array(count, { minLength: 1, maxLength: 4 }), rest: count })
  .map(({ counts, rest }) =>
    asContents({
      cells: [
        ...counts.map((each, index) => ({ id: `c${index}`, count: each })),
        { id: 'total', count: sum(counts) + rest },
      ],
      lines: [{ total: 'total', parts: counts.map((_, index) => `c${index}`), incomplete: true }],
    }),
  );

/** Rows and columns with their totals. */
export const twoWay = fc
  .record({
    rows: fc.integer({ min: 2, max: 3 }),
    columns: fc.integer({ min: 2, max: 3 }),
    counts: fc.array(count, { minLength: 9, maxLength: 9 }),
  })
  .map(({ rows, columns, counts }) => asContents(crossed(rows, columns, counts, '')));

function crossed(rows: number, columns: number, counts: readonly number[], name: string): Draft {
  const rowIds = Array.from({ length: rows }, (_, row) => row);
  const columnIds = Array.from({ length: columns }, (_, column) => column);
  const at = (row: number, column: number): number => counts[row * columns + column] ?? 0;
  const inner = rowIds.flatMap((row) =>
    columnIds.map((column) => ({ id: `${name}r${row}c${column}`, count: at(row, column) })),
  );
  const byRow = rowIds.map((row) => ({
    id: `${name}r${row}`,
    count: sum(columnIds.map((column) => at(row, column))),
  }));
  const byColumn = columnIds.map((column) => ({
    id: `${name}c${column}`,
    count: sum(rowIds.map((row) => at(row, column))),
  }));
  return {
    cells: [
      ...inner,
      ...byRow,
      ...byColumn,
      { id: `${name}all`, count: sum(inner.map((each) => each.count)) },
    ],
    lines: [
      ...rowIds.map((row) => ({
        total: `${name}r${row}`,
        parts: columnIds.map((column) => `${name}r${row}c${column}`),
      })),
      ...columnIds.map((column) => ({
        total: `${name}c${column}`,
        parts: rowIds.map((row) => `${name}r${row}c${column}`),
        of: 'members' as const,
      })),
      { total: `${name}all`, parts: rowIds.map((row) => `${name}r${row}`), of: 'members' },
      { total: `${name}all`, parts: columnIds.map((column) => `${name}c${column}`) },
    ],
  };
}

/** Two breakdowns of the same people, in two services and together. */
export const linked = fc
  .record({
    age: fc.array(count, { minLength: 6, maxLength: 6 }),
    second: fc.array(fc.nat(20), { minLength: 2, maxLength: 2 }),
  })
  .map(({ age, second }) => {
    const services = [0, 1].map((service) => {
      const bands = age.slice(service * 3, service * 3 + 3);
      const base = sum(bands);
      const girls = Math.min(base, second[service] ?? 0);
      return [...bands, girls, base - girls, base];
    });
    const names = ['age0', 'age1', 'age2', 'girls', 'boys', 'base'];
    const value = (service: number, name: number): number => services[service]?.[name] ?? 0;
    const cells = names.flatMap((name, place) => [
      ...[0, 1].map((service) => ({ id: `${name} ${service}`, count: value(service, place) })),
      { id: `${name} both`, count: value(0, place) + value(1, place) },
    ]);
    const lines = [
      ...['0', '1', 'both'].flatMap((group) => [
        { total: `base ${group}`, parts: ['age0', 'age1', 'age2'].map((name) => `${name} ${group}`) },
        { total: `base ${group}`, parts: ['girls', 'boys'].map((name) => `${name} ${group}`) },
      ]),
      ...names.map((name) => ({
        total: `${name} both`,
        parts: [`${name} 0`, `${name} 1`],
        of: 'members' as const,
      })),
    ];
    return asContents({ cells, lines });
  });

/** Any of the shapes. */
export const anyRelease = fc.oneof(oneWay, incomplete, twoWay, linked);
