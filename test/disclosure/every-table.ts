/** One relation of a publication: the total is the sum of the parts. */
export interface Sum {
  readonly total: string;
  readonly parts: readonly string[];
}

/**
 * Every way in which the hidden cells of a publication may be filled in, found by trying: written for the tests, and
 * sharing nothing with the library. Tells of each asked quantity, a sum of cells, which numbers occur.
 *
 * @param domains for each cell the least and the greatest number to try
 * @param asked sums of cells by name
 * @param also what else has to hold of a filled-in table, when all its cells are known
 */
export function everyTable(
  domains: Readonly<Record<string, readonly [number, number]>>,
  sums: readonly Sum[],
  asked: Readonly<Record<string, readonly string[]>>,
  also: (value: (id: string) => number) => boolean = () => true,
): { readonly tables: number; readonly seen: Readonly<Record<string, ReadonlySet<number>>> } {
  const ids = Object.keys(domains).sort((one, other) => width(domains, one) - width(domains, other));
  const place = new Map(ids.map((id, index) => [id, index]));
  const equations = sums.map(({ total, parts }) => [
    [place.get(total) ?? -1, -1] as const,
    ...parts.map((part) => [place.get(part) ?? -1, 1] as const),
  ]);
  const inOf = ids.map((_, index) => equations.filter((terms) => terms.some(([at]) => at === index)));
  const low = ids.map((id) => domains[id]?.[0] ?? 0);
  const high = ids.map((id) => domains[id]?.[1] ?? 0);
  const seen = Object.fromEntries(Object.keys(asked).map((name) => [name, new Set<number>()]));
  let tables = 0;
  const fits = (terms: readonly (readonly [number, number])[]): boolean => {
    let least = 0;
    let most = 0;
    for (const [at, sign] of terms) {
      least += sign > 0 ? (low[at] ?? 0) : -(high[at] ?? 0);
      most += sign > 0 ? (high[at] ?? 0) : -(low[at] ?? 0);
    }
    return least <= 0 && most >= 0;
  };
  const value = (id: string): number => low[place.get(id) ?? -1] ?? NaN;
  const fill = (index: number): void => {
    if (index === ids.length) {
      if (!also(value)) return;
      tables += 1;
      for (const [name, cells] of Object.entries(asked))
        seen[name]?.add(cells.reduce((sum, cell) => sum + value(cell), 0));
      return;
    }
    const [from, to] = [low[index] ?? 0, high[index] ?? 0];
    for (let number = from; number <= to; number += 1) {
      low[index] = number;
      high[index] = number;
      if (inOf[index]?.every(fits) === true) fill(index + 1);
    }
    low[index] = from;
    high[index] = to;
  };
  fill(0);
  return { tables, seen };
}

const width = (domains: Readonly<Record<string, readonly [number, number]>>, id: string): number =>
  (domains[id]?.[1] ?? 0) - (domains[id]?.[0] ?? 0);
