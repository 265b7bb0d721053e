/** What a description says, as lines of a name and a value. */
export type Described = readonly (readonly [name: string, value: unknown])[];

/** A description that people and programs can read: one line for each thing said. Lists and records are JSON. */
export const describe = (said: Described): string =>
  said
    .filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0))
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join('\n');

/** The lines of a description that have a name, in order. Names may stand several times. */
export function linesOf(description: string): readonly (readonly [name: string, value: string])[] {
  return description.split(/\r?\n/u).flatMap((line) => {
    const colon = line.indexOf(': ');
    return colon > 0 && colon < 30 ? [[line.slice(0, colon), line.slice(colon + 2).trim()] as const] : [];
  });
}

/** The first value under a name. */
export const valueOf = (lines: ReturnType<typeof linesOf>, name: string): string | undefined =>
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
