/** What a description says, as lines of a name and a value. */
export type Described = readonly (readonly [name: string, value: unknown])[];

/** The last line of every description of ours, by which we know that its lines are for us to read. */
const marker = 'hub-and-spoke: 1';

/** Longer than anything a description of ours can be. */
const longest = 1_000_000;

/** A description that people and programs can read: one line for each thing said. Lists and records are JSON. */
export const describe = (said: Described): string =>
  [
    ...said
      .filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0))
      .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`),
    marker,
  ].join('\n');

/** The lines of a description. */
export type Lines = readonly (readonly [name: string, value: string])[];

/** The lines of a description of ours, in order; none of one that somebody else wrote. Names may stand several times. */
export function linesOf(description: string | undefined): Lines {
  if (description === undefined || description.length > longest) return [];
  const lines = description.split(/\r\n|\r|\n/u).map((line) => line.trim());
  if (!lines.includes(marker)) return [];
  return lines.flatMap((line) => {
    const colon = line.indexOf(': ');
    return colon > 0 && line !== marker ? [[line.slice(0, colon), line.slice(colon + 2)] as const] : [];
  });
}

/** Whether a description was ours, and its lines have run together or were cut. */
export const isDamaged = (description: string | undefined): boolean =>
  description !== undefined &&
  linesOf(description).length === 0 &&
  (description.length > longest || description.includes(marker));

/** The first value under a name. */
export const valueOf = (lines: Lines, name: string): string | undefined =>
  lines.find(([each]) => each === name)?.[1];

/** A value that is JSON; nothing where it is not. */
export function jsonIn(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Somebody edited the line in their program: the caller says that it cannot be read.
    return undefined;
  }
}
