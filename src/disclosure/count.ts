/** Whether a value is a count: a whole number from 0, and not the negative zero that arithmetic gone wrong leaves. */
export const isCount = (count: unknown): boolean =>
  Number.isSafeInteger(count) && (count as number) >= 0 && !Object.is(count, -0);
