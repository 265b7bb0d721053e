/** What a text looks like that would identify a person. */
export type Identifying =
  'an e-mail address' | 'a phone number' | 'an NHS number' | 'a date of birth beside a postcode' | 'a name';

const email = /[^\s@]@[^\s@.]+\.[^\s@]/u;
const gap = '[\\s().,/–-]{0,3}';
/** A number of the United Kingdom, with or without its country, or one of another country after a plus. */
const phone = new RegExp(
  `(?<!\\d)(?:(?:(?:\\+|00)44|44(?=7))${gap}0?|0(?=[1-357-9]))(?:${gap}\\d){9,10}(?!\\d)|\\+\\d(?:${gap}\\d){8,13}(?!\\d)`,
  'u',
);
const tenDigits = new RegExp(
  `(?<!\\d)\\d{3}${gap.replace(')', '_)').replace('[', '[_')}\\d{3}[_\\s.-]{0,3}\\d{4}(?!\\d)`,
  'gu',
);
const postcode = /(?<![a-z])[a-z]{1,2}\d[a-z\d]?[\s-]*\d[a-z]{2}(?![a-z])/iu;
const months = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const dates: readonly RegExp[] = [
  /\d{4}[\s./_-]\d{1,2}[\s./_-]\d{1,2}/u,
  /\d{1,2}[\s./_-]\d{1,2}[\s./_-](?:19|20)?\d{2}/u,
  /(?:19|20)\d{2}[01]\d[0-3]\d|[0-3]\d[01]\d(?:19|20)\d{2}/u,
  new RegExp(`\\d{1,2}\\s*(?:${months})[a-z]*\\s*(?:19|20)?\\d{2}`, 'iu'),
];
/** Words and what stands between them have no sign in common: else a text could be divided in more ways than can be tried. */
const name =
  /^(?:\d{1,4}\s+)?\p{L}[\p{L}'’]*(?:,\s*|[\s._-]+)\p{L}[\p{L}'’]*(?:[\s._-]+\p{L}[\p{L}'’]*)*[\s._-]*\d{0,4}$/u;
/** Words of pseudonyms: with one of them a text of words is no name. */
const plainWords =
  /(?:^|[\s._-])(?:case|client|person|people|young|yp|id|ref|record|session|contact|consultancy|group|not|known|unknown|service|spoke|team|new|old|test)(?:$|[\s._-])/iu;
/** A short number, with a word before it, as most ids are: too little for any of the rest. */
const plainNumber = /^[a-z]{0,20}[-_]?(?:\d[-_]?){1,8}$/i;
/** Tokens that programs make: hashes and unique ids. Digits in them are no numbers of anybody. */
const generated = /[0-9a-f]{32,}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/giu;

/**
 * What a text looks like that would identify a person: a name only where the text is an id. `undefined` when it
 * looks like nothing of the kind. It errs on the side of asking.
 *
 * @example
 * identifying('someone@example.org'); // => 'an e-mail address'
 * identifying('case-0017', { isId: true }); // => undefined
 */
export function identifying(text: string, { isId = false } = {}): Identifying | undefined {
  if (plainNumber.test(text)) return undefined;
  const short = text.slice(0, 200).normalize('NFKC').replace(generated, ' ');
  if (email.test(short)) return 'an e-mail address';
  if ((short.match(tenDigits) ?? []).some(isNhsNumber)) return 'an NHS number';
  if (phone.test(short)) return 'a phone number';
  if (postcode.test(short) && dates.some((date) => date.test(short)))
    return 'a date of birth beside a postcode';
  return isId && isName(short.trim()) ? 'a name' : undefined;
}

const isName = (text: string): boolean => name.test(text) && !plainWords.test(text);

/** Whether a text has a postcode in it, which a date of birth beside it makes identifying. */
export const hasPostcode = (text: string): boolean => postcode.test(text.slice(0, 200).normalize('NFKC'));

/** Whether the last of ten digits checks the nine before it, modulo 11, as in every NHS number. */
function isNhsNumber(written: string): boolean {
  const digits = written.replace(/\D/gu, '');
  // Numbers are given out from 4 and 6 to 9; what begins otherwise, such as a date, is none.
  if (!/^[46-9]/u.test(digits)) return false;
  const sum = digits
    .slice(0, 9)
    .split('')
    .reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
  const check = 11 - (sum % 11);
  return (check === 11 ? 0 : check) === Number(digits[9]);
}
