/**
 * Text with what controls a terminal, a page or the direction of writing made visible instead of obeyed. Line breaks
 * and tabs stay.
 *
 * @example
 * legible('\u001b[31mred'); // => '␛[31mred'
 * legible('abc\u202edef'); // => 'abc[U+202E]def'
 */
export const legible = (value: string): string =>
  value.replace(unruly, (character) => {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x20) return String.fromCodePoint(0x2400 + code);
    return code === 0x7f ? '␡' : `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
  });

/** Control characters, what overrides the direction of writing, line separators, and halves of characters. */
const unruly =
  // eslint-disable-next-line no-control-regex -- these are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000d\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
