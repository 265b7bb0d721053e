/**
 * A function of a text that remembers its answers. It forgets them all when there are too many, so that nobody’s data
 * can make it grow; and it keeps no text that it has no answer to.
 *
 * @param most how many answers are kept at most
 * @example
 * let asked = 0;
 * const length = remembered((text) => { asked += 1; return text.length; });
 * [length('spoke'), length('spoke'), asked]; // => [5, 5, 1]
 */
export function remembered<Answer>(ask: (text: string) => Answer, most = 4096): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const answer = ask(text);
    // A text without an answer may be anything, and is nobody’s to keep.
    if (answer === undefined) return answer;
    if (known.size >= most) known.clear();
    known.set(text, answer);
    return answer;
  };
}
