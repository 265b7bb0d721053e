/** The order of two texts, letter by letter: the same wherever a program runs. */
export const textOrder = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
