import { isInUse, type Quarter } from './quarter.ts';
import { remembered } from './remembered.ts';
import type { Source } from './source.ts';

/** One code of a codelist. */
export interface CodeEntry<Code extends string = string> {
  /** What stands in data. Its meaning never changes. */
  readonly code: Code;
  /** What stands on paper, as printed by the source. */
  readonly label: string;
  /** One sentence that says what it covers. */
  readonly meaning: string;
  /** Other ways in which people write it. */
  readonly aliases?: readonly string[];
  /** First quarter in which the code may be used. */
  readonly since: Quarter;
  /** Last quarter in which the code may be used. */
  readonly until?: Quarter;
}

/** A closed or open list of codes. */
export interface Codelist<Code extends string = string, Open extends boolean = boolean> {
  readonly name: string;
  readonly title: string;
  readonly source: Source;
  /** An open list accepts a code it has not seen, and a check asks about it. */
  readonly open: Open;
  readonly entries: readonly CodeEntry<Code>[];
}

/** The codes of a codelist, as a union. */
export type CodeOf<List extends Codelist> = List['entries'][number]['code'];

/** How a codelist is declared: closed unless it says `open: true`. */
export interface CodelistDeclaration<Code extends string, Open extends boolean> extends Omit<
  Codelist<Code>,
  'open'
> {
  readonly open?: Open;
}

/**
 * Declares a codelist.
 *
 * @throws RangeError when a code stands twice: a mistake of the programmer.
 * @example
 * const risk = codelist({
 *   name: 'risk', title: 'Level of risk', source: '3.3',
 *   entries: [{ code: 'low', label: 'Low', meaning: 'Low risk.', since: '2013-Q4' }],
 * });
 * risk.entries.map((entry) => entry.code); // => ['low']
 */
export function codelist<const Code extends string, const Open extends boolean = false>(
  declaration: CodelistDeclaration<Code, Open>,
): Codelist<Code, Open> {
  const codes = declaration.entries.map((entry) => entry.code);
  const twice = codes.find((code, index) => codes.indexOf(code) !== index);
  if (twice !== undefined)
    throw new RangeError(`codelist ${declaration.name}: the code "${twice}" stands twice`);
  return { ...declaration, open: (declaration.open ?? false) as Open }; // Open is false where nothing is said
}

/** The entries of each list by their codes, made when a list is first asked. */
const indexes = new WeakMap<Codelist, ReadonlyMap<string, CodeEntry>>();

function entriesByCode(list: Codelist): ReadonlyMap<string, CodeEntry> {
  const known = indexes.get(list);
  if (known !== undefined) return known;
  const made = new Map(list.entries.map((entry) => [entry.code, entry]));
  indexes.set(list, made);
  return made;
}

/**
 * Whether a string is a code of the list.
 *
 * @example
 * isCode(gender, 'female'); // => true
 * isCode(gender, 'constructor'); // => false
 */
export function isCode<Code extends string>(list: Codelist<Code>, text: string): text is Code {
  return entriesByCode(list).has(text);
}

/**
 * The label of a code; the code itself when the list does not have it.
 *
 * @example
 * labelOf(ageBand, '12-14'); // => '12-14'
 * labelOf(ethnicity, 'white-uk'); // => 'White UK'
 */
export function labelOf(list: Codelist, code: string): string {
  return entriesByCode(list).get(code)?.label ?? code;
}

/**
 * Brings spellings together: case, the kind of dash, "to" between numbers, spacing and other marks do not
 * matter.
 *
 * @example
 * spelling('15 –17'); // => '15-17'
 * spelling('Aged 15 to 17*'); // => 'aged 15-17'
 */
export function spelling(text: string): string {
  return text
    .toLowerCase()
    .replace(/(\d)\s*(?:[-‐-―−]|to)\s*(\d)/gu, '$1-$2')
    .replace(/[^\p{L}\p{N}+-]+/gu, ' ')
    .replace(/\s*\+/g, '+')
    .trim();
}

/**
 * Finds the code for a printed label, an alias or the code itself, whatever its case, dashes and
 * spacing. `undefined` when there is none.
 *
 * @example
 * findCode(ageBand, '15 –17'); // => '15-17'
 * findCode(ageBand, '15 to 17'); // => '15-17'
 * findCode(ethnicity, 'Unknown'); // => 'not-known'
 * findCode(ethnicity, 'Martian'); // => undefined
 */
export function findCode<Code extends string>(list: Codelist<Code>, text: string): Code | undefined {
  return text.length > 200 ? undefined : (codesByName(list)(text) as Code | undefined); // one of the list
}

/** For each list, its codes by what people write, made when a list is first asked. */
const finders = new WeakMap<Codelist, (text: string) => string | undefined>();

function codesByName(list: Codelist): (text: string) => string | undefined {
  const known = finders.get(list);
  if (known !== undefined) return known;
  const codes = new Map<string, string>();
  for (const { code, label, aliases = [] } of list.entries)
    for (const name of [code, label, ...aliases].map(spelling)) if (!codes.has(name)) codes.set(name, code);
  const find = remembered((text) => codes.get(spelling(text)));
  finders.set(list, find);
  return find;
}

/**
 * The entries of a list that may be used in a quarter.
 *
 * @example
 * entriesIn(gender, '2015-Q1').map((entry) => entry.code); // => ['female', 'male', 'not-known']
 */
export function entriesIn<Code extends string>(
  list: Codelist<Code>,
  quarter: Quarter,
): readonly CodeEntry<Code>[] {
  return list.entries.filter((entry) => isInUse(entry, quarter));
}
