import {
  defineRelease,
  protect,
  recordRelease,
  type Ledger,
  type LineContents,
  type PolicyOptions,
  type Protected,
  type Protection,
  type Release,
  type ReleaseContents,
} from 'hub-and-spoke/disclosure';
import { summarise, type CoreReturn, type Dimension, type Summary } from 'hub-and-spoke';

/** A release that has to be one. */
export function releaseOf(contents: ReleaseContents): Release {
  const { release, refused } = defineRelease(contents);
  if (release === undefined)
    throw new Error(refused.map(({ code, cells }) => `${code}: ${cells.join()}`).join());
  return release;
}

/** What is published of contents that can be protected. */
export async function publishedOf(contents: ReleaseContents, policy: PolicyOptions = {}): Promise<Protected> {
  const { published, refused } = await protect(releaseOf(contents), policy);
  if (published === undefined)
    throw new Error(refused.map(({ code, cells }) => `${code}: ${cells.join()}`).join());
  return published;
}

/** A release that was made after others, and the ledger with it. */
export interface Made {
  readonly release: Release;
  readonly published: Protected;
  readonly ledger: Ledger;
}

/** What is published of contents after what a ledger holds, as it is stored and read again. */
export async function publishedAfter(
  earlier: Ledger,
  contents: ReleaseContents,
  policy: PolicyOptions = {},
): Promise<Made> {
  const release = releaseOf({ ...contents, earlier });
  const { published, refused } = await protect(release, policy);
  if (published === undefined)
    throw new Error(refused.map(({ code, cells }) => `${code}: ${cells.join()}`).join());
  const made = recordRelease(earlier, { name: `r${earlier.length + 1}`, release, published });
  return { release, published, ledger: JSON.parse(JSON.stringify(made)) as Ledger };
}

/** One table from counts by id. */
export const table = (
  counts: Readonly<Record<string, number>>,
  lines: readonly LineContents[] = [],
  more: Omit<ReleaseContents, 'tables'> = {},
): ReleaseContents => ({
  tables: [{ id: 'table', cells: Object.entries(counts).map(([id, count]) => ({ id, count })), lines }],
  ...more,
});

/** A table of rows and columns with every total: `r0c0`, `r0`, `c0`, `all`. */
export function crossTable(rows: readonly (readonly number[])[]): ReleaseContents {
  const width = rows[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, column) => column);
  const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
  const counts: Record<string, number> = {};
  rows.forEach((row, index) => {
    row.forEach((count, column) => (counts[`r${index}c${column}`] = count));
    counts[`r${index}`] = sum(row);
  });
  for (const column of columns) counts[`c${column}`] = sum(rows.map((row) => row[column] ?? 0));
  counts.all = sum(rows.flat());
  return table(counts, [
    ...rows.map((_, index) => ({
      total: `r${index}`,
      parts: columns.map((column) => `r${index}c${column}`),
    })),
    ...columns.map((column) => ({
      total: `c${column}`,
      parts: rows.map((_, index) => `r${index}c${column}`),
    })),
    { total: 'all', parts: rows.map((_, index) => `r${index}`) },
    { total: 'all', parts: columns.map((column) => `c${column}`) },
  ]);
}

/** A return for a quarter of 2015. */
export const quarter = (service: string, number: number, parts: Partial<CoreReturn>): CoreReturn => ({
  edition: 'year-two',
  service,
  period: {
    from: `2015-${String(number * 3 - 2).padStart(2, '0')}-01`,
    to: `2015-${String(number * 3).padStart(2, '0')}-${number === 1 || number === 4 ? 31 : 30}`,
  },
  ...parts,
});

/** A summary by some dimensions. */
export const by = (returns: readonly CoreReturn[], ...dimensions: readonly Dimension[]): Summary =>
  summarise(returns, { by: dimensions });

/** The marks of what is published, by id. */
export const marks = ({ cells }: Protected): Readonly<Record<string, string>> =>
  Object.fromEntries(cells.map(({ id, mark, low }) => [id, mark === 'shown' ? String(low) : '[c]']));

/** What is refused, by code. */
export const codes = ({
  refused,
}:
  | Pick<Protection, 'refused'>
  | { readonly refused?: readonly { readonly code: string }[] }): readonly string[] =>
  (refused ?? []).map(({ code }) => code);

export const noLedger: Ledger = [];
