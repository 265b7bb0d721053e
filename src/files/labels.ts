import { spelling } from '../vocabulary/index.ts';
import { textOf } from './entries.ts';
import { labelSpellings, plainLabel } from './label-spellings.ts';
import { breakdowns, containers, pathIn } from './written-paths.ts';

/** What a label says: an entry of the return, a heading over entries, or one of several things. */
export type Meaning =
  | { readonly path: string; readonly isNew?: true }
  | { readonly heading: string }
  | { readonly among: readonly string[] };

/** Marks of a footnote. Any other words in brackets may change what is meant. */
const withoutFootnote = (text: string): string => text.replace(/\((?:\d{1,2}|[a-z*†])\)$/iu, '');

/**
 * Names that are categories of one list and say too little by themselves: under no heading they may mean
 * anything, and under another heading a category of that.
 */
const vagueNames = new Set(
  ['Other', 'Health', 'Home', 'Education', 'School', 'Schools', 'Internal', 'Yes', 'No', 'Care'].map((name) =>
    spelling(name),
  ),
);

/** What a label means by itself. `undefined` when the form has nothing of the kind. */
export function meaningOf(text: string): Meaning | undefined {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > 300) return undefined;
  const path = pathIn(textOf(trimmed));
  const { meanings, headings } = labelSpellings();
  if (path !== undefined) return containers.has(path) && !headings.has(path) ? { heading: path } : { path };
  const paths = meanings.get(plainLabel(trimmed)) ?? meanings.get(plainLabel(withoutFootnote(trimmed)));
  if (paths !== undefined) return oneOf([...paths], vagueNames.has(spelling(trimmed)));
  const heading = headings.get(plainLabel(trimmed));
  return heading === undefined ? qualified(trimmed) : { heading };
}

const oneOf = (paths: readonly string[], isVague: boolean): Meaning =>
  paths.length === 1 && paths[0] !== undefined && !isVague ? { path: paths[0] } : { among: paths };

/** `Ethnicity: Chinese`, `Outcomes for young people at close of case: safety, Improved`. */
function qualified(text: string): Meaning | undefined {
  const cut = text.indexOf(':');
  const id = cut < 0 ? undefined : labelSpellings().headings.get(plainLabel(text.slice(0, cut)));
  if (id === undefined || id === '') return undefined;
  const field = breakdowns.find((each) => each.id === id);
  const rest = text.slice(cut + 1).trim();
  if (field?.kind !== 'matrix') return newCategory(id, rest);
  const comma = rest.lastIndexOf(',');
  const code = meaningWithin(id, rest.slice(comma + 1));
  const measure = rest.slice(0, Math.max(comma, 0)).trim();
  return code === undefined || measure === '' ? undefined : pathOrNothing(`${id}.${measure}.${code}`);
}

const pathOrNothing = (text: string): Meaning | undefined => {
  const path = pathIn(text);
  return path === undefined ? undefined : { path };
};

/** The code of a list, by any of its names. */
function meaningWithin(id: string, text: string): string | undefined {
  const entries = breakdowns.find((field) => field.id === id)?.codelist.entries ?? [];
  const sought = plainLabel(text);
  return entries.find(({ code, label, aliases = [] }) =>
    [code, label, ...aliases].some((name) => plainLabel(name) === sought),
  )?.code;
}

/** A category that its open list has not seen. */
function newCategory(id: string, text: string): { readonly path: string } | undefined {
  const field = breakdowns.find((each) => each.id === id);
  if (field?.kind !== 'breakdown' || !field.codelist.open) return undefined;
  const path = pathIn(`${id}.${text.trim()}`);
  return path === undefined ? undefined : { path };
}

/** What a label means under a heading: there, a name that stands in several lists is clear. */
export function meaningUnder(heading: string | undefined, text: string): Meaning | undefined {
  if (heading === undefined || heading === '') return meaningOf(text);
  const code = meaningWithin(heading, text);
  if (code !== undefined)
    return isContainerOfMeasures(heading) ? { among: [`${heading}.…`] } : { path: `${heading}.${code}` };
  // A vague name of another list is a category of this one that its list does not have.
  return vagueNames.has(spelling(text)) ? undefined : meaningOf(text);
}

/** Outcomes stand under the name of a measure, never under the heading alone. */
const isContainerOfMeasures = (heading: string): boolean =>
  breakdowns.some(({ id, kind }) => id === heading && kind === 'matrix');

/** A category under a heading that is not of its list. */
export function newUnder(heading: string, text: string): Meaning | undefined {
  const meaning =
    text.length > 200 ? undefined : newCategory(heading, text.trim().replace(/(?:\*{1,3}|†|:)$/u, ''));
  return meaning === undefined ? undefined : { ...meaning, isNew: true };
}
