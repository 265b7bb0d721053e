import { between, highOf, type Bounds } from '../figures/index.ts';

/** A relation that a reader knows of. */
export interface ReaderLine {
  readonly total: string;
  readonly parts: readonly string[];
  readonly incomplete?: boolean;
}

/** How often every line is looked at again at most: bounds only get narrower, and the last steps matter little. */
const rounds = 100;

/**
 * What a reader works out by adding and taking away along lines, again and again, from what is known: never more
 * than what the lines imply, and not always all of it.
 */
export function readerBounds(
  known: ReadonlyMap<string, Bounds>,
  lines: readonly ReaderLine[],
): ReadonlyMap<string, Bounds> {
  const bounds = new Map(known);
  const of = (id: string): Bounds => bounds.get(id) ?? { low: 0 };
  const narrow = (id: string, low: number, high: number): boolean => {
    const old = of(id);
    const [from, to] = [Math.max(old.low, low), Math.min(highOf(old), high)];
    if (from === old.low && to === highOf(old)) return false;
    bounds.set(id, between(from, to));
    return true;
  };
  for (let round = 0; round < rounds; round += 1) {
    if (!lines.map((line) => narrowLine(line, of, narrow)).includes(true)) break;
  }
  return bounds;
}

function narrowLine(
  { total, parts, incomplete = false }: ReaderLine,
  of: (id: string) => Bounds,
  narrow: (id: string, low: number, high: number) => boolean,
): boolean {
  const whole = of(total);
  const lows = parts.reduce((sum, part) => sum + of(part).low, 0);
  const open = parts.filter((part) => of(part).high === undefined).length;
  const highs = parts.reduce((sum, part) => sum + (of(part).high ?? 0), 0);
  const changes = [narrow(total, lows, open === 0 && !incomplete ? highs : Infinity)];
  for (const part of parts) {
    const { low, high } = of(part);
    const othersHigh = incomplete || open > (high === undefined ? 1 : 0) ? Infinity : highs - (high ?? 0);
    changes.push(narrow(part, whole.low - othersHigh, highOf(whole) - (lows - low)));
    // The sums above are of before: what was narrowed here is used in the next round.
  }
  return changes.includes(true);
}
