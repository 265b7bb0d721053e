import { stemmer } from 'stemmer';

/** Words that carry no meaning of their own. */
const empty = new Set(
  'a an and are as at be been by for from has have in is it its more of on or so than that the their them then they this to was were what when where which who with'.split(
    ' ',
  ),
);
const negations = new Set(['cannot', 'never', 'no', 'nobody', 'none', 'not', 'nothing', 'without']);

/** The words of a statement that carry its meaning, by their stems. */
function meaningWords(text: string): ReadonlySet<string> {
  const words = text
    .toLowerCase()
    .normalize('NFKD')
    .match(/[\p{L}\p{N}]+/gu);
  return new Set((words ?? []).filter((word) => !empty.has(word)).map(stemmer));
}

const isNegative = (words: ReadonlySet<string>): boolean =>
  [...negations].some((word) => words.has(stemmer(word)));

/**
 * Whether one statement says what another says: four fifths of the shorter one’s words stand in the other, the
 * other has not half as many again, and either both deny something or neither does.
 */
export function saysTheSame(one: string, other: string): boolean {
  const [first, second] = [meaningWords(one), meaningWords(other)];
  const shared = [...first].filter((word) => second.has(word)).length;
  const [fewer, more] = [Math.min(first.size, second.size), Math.max(first.size, second.size)];
  const isClose = fewer > 0 && shared >= 0.8 * fewer && more <= 1.5 * fewer;
  return isClose && isNegative(first) === isNegative(second);
}

const speaker = /\b(?:we|they|she|he|them|my|our)\b|\bI(?:’|'| (?:am|was|think|have|did|do|feel|would)\b)/iu;

const isInQuotes = (text: string): boolean =>
  [...text.matchAll(/["“«‘]([^"“”«»‘]*)["”»’]/gu)].some(
    ([, inside = '']) => inside.trim().split(/\s+/u).length > 4,
  );

/** Whether a reference looks as if it held somebody’s words: five or more in quotation marks, or those of a speaker. */
export const looksQuoted = (text: string): boolean => speaker.test(text) || isInQuotes(text);

/** Whether a statement looks as if somebody else had said it: five words or more in quotation marks, or in the first person. */
export const looksSpoken = (text: string): boolean =>
  isInQuotes(text) ||
  /\b(?:we|my|our|us|me)\b|\bI(?:’|'| (?:am|was|think|have|did|do|feel|would)\b)/iu.test(text);
