/** Words that carry no meaning of their own. */
const empty = new Set(
  'a an and are as at be been by for from has have in is it its more of on or so than that the their them then they this to was were what when where which who with'.split(
    ' ',
  ),
);

/** The words of a statement that carry its meaning, without their endings. */
export function meaningWords(text: string): ReadonlySet<string> {
  const words = text
    .toLowerCase()
    .normalize('NFKD')
    .match(/[\p{L}\p{N}]+/gu);
  return new Set(
    (words ?? []).filter((word) => !empty.has(word)).map((word) => word.replace(/(?:ing|ed|es|s)$/u, '')),
  );
}

/**
 * Whether one statement says what another says: four fifths of the shorter one’s words stand in the other,
 * and the other has not half as many again.
 */
export function saysTheSame(one: string, other: string): boolean {
  const [first, second] = [meaningWords(one), meaningWords(other)];
  const shared = [...first].filter((word) => second.has(word)).length;
  const [fewer, more] = [Math.min(first.size, second.size), Math.max(first.size, second.size)];
  return fewer > 0 && shared >= 0.8 * fewer && more <= 1.5 * fewer;
}

/** Whether a reference looks as if it held somebody’s words: several of them in quotation marks, or the words of a speaker. */
export const looksQuoted = (text: string): boolean =>
  /["“«][^"”»]*\s[^"”»]*\s[^"”»]*["”»]/u.test(text) ||
  /\b(?:we|they|she|he|us|them|my|our|I(?:’m|'m| am| think))\b/u.test(text);
