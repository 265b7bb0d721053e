import type { Entry } from './entry.ts';

/** For each field of the form, in its order, the paths that stand for it. */
export type PathsByField = readonly (readonly string[])[];

/** The paths that returns have in common, with what is made of them once. */
interface Pattern {
  readonly paths: readonly string[];
  readonly byField: PathsByField;
  /** An object with these keys. Engines copy one in a quarter of the time in which they put its keys together. */
  readonly like: Readonly<Record<string, Entry>>;
}

/** Returns of a programme answer the same questions, or those of a few duties. */
const mostKept = 16;
const recent: Pattern[] = [];

/** A pattern for paths: one that was met lately, else a new one. `ends` says where each field’s paths end. */
export function patternOf(paths: readonly string[], ends: readonly number[]): Pattern {
  const known = recent.find((pattern) => isSame(pattern.paths, paths));
  if (known !== undefined) return known;
  const nothing: Entry = { low: 0, says: 'unknown' };
  const pattern: Pattern = {
    paths,
    byField: ends.map((end, index) => paths.slice(ends[index - 1] ?? 0, end)),
    // What was read as JSON is laid out as a whole.
    like: JSON.parse(
      JSON.stringify(Object.fromEntries(paths.map((path) => [path, nothing]))),
    ) as Pattern['like'],
  };
  recent.unshift(pattern);
  recent.length = Math.min(recent.length, mostKept);
  return pattern;
}

/** The entries of a return by their paths, which are those of a pattern. */
export function filledIn(
  { paths, like }: Pattern,
  entries: readonly Entry[],
): Readonly<Record<string, Entry>> {
  const filled = { ...like };
  for (let place = 0; place < paths.length; place += 1) {
    const [path, entry] = [paths[place], entries[place]];
    if (path !== undefined && entry !== undefined) filled[path] = entry;
  }
  return filled;
}

/** Whether two lists name the same paths in the same order. */
export const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one === other || (one.length === other.length && one.every((path, index) => path === other[index]));
