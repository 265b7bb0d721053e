/** What a text looks like that would identify a person. */
export type Identifying =
  'an e-mail address' | 'a phone number' | 'an NHS number' | 'a date of birth beside a postcode' | 'a name';

const email = /[^\s@]@[^\s@.]+\.[^\s@]/u;
const phone = /(?:\+44|(?<![\d-])0)(?:[\s().-]?\d){9,10}(?!\d)/u;
const tenDigits = /(?<!\d)\d{3}[\s-]?\d{3}[\s-]?\d{4}(?!\d)/gu;
const postcode = /\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b/iu;
const date = /\b(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})|\d{8})\b/u;
const name = /^\p{L}[\p{L}'’-]+(?:,\s*|[\s._]+)\p{L}[\p{L}'’.-]+(?:\s+\p{L}[\p{L}'’.-]*)*$/u;

/**
 * What a text looks like that would identify a person: a name only where the text is an id. `undefined` when it
 * looks like nothing of the kind.
 *
 * @example
 * identifying('someone@example.org'); // => 'an e-mail address'
 * identifying('case-0017', { isId: true }); // => undefined
 */
export function identifying(text: string, { isId = false } = {}): Identifying | undefined {
  const short = text.slice(0, 200);
  if (email.test(short)) return 'an e-mail address';
  if ((short.match(tenDigits) ?? []).some(isNhsNumber)) return 'an NHS number';
  if (phone.test(short)) return 'a phone number';
  if (postcode.test(short) && date.test(short)) return 'a date of birth beside a postcode';
  return isId && name.test(short.trim()) ? 'a name' : undefined;
}

/** Whether a text has a postcode in it, which a date of birth beside it makes identifying. */
export const hasPostcode = (text: string): boolean => postcode.test(text.slice(0, 200));

/** Whether the last of ten digits checks the nine before it, modulo 11, as in every NHS number. */
function isNhsNumber(written: string): boolean {
  const digits = written.replace(/\D/gu, '');
  const sum = digits
    .slice(0, 9)
    .split('')
    .reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
  const check = 11 - (sum % 11);
  return (check === 11 ? 0 : check) === Number(digits[9]);
}
