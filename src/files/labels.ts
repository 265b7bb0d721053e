import { fields, labelAt, type Field } from '../form/index.ts';
import { spelling, type Codelist } from '../vocabulary/index.ts';
import { headerEntries, printedParts, textOf } from './entries.ts';

/** What a label says: an entry of the return, a heading over entries, or one of several things. */
export type Meaning =
  | { readonly path: string; readonly isNew?: true }
  | { readonly heading: string }
  | { readonly among: readonly string[] };

type Listed = Extract<Field, { readonly codelist: Codelist }>;

/** Headings of the printed tables that are no questions. */
const sectionHeadings = [
  'Characteristics of young people',
  'Spoke outputs and activities',
  'Young people',
  'Other professionals',
  'Referral pathways',
];

const breakdowns = fields.filter(
  (field): field is Exclude<Listed, { kind: 'code' }> =>
    field.kind === 'breakdown' || field.kind === 'matrix',
);
const bareFields = fields.filter(({ kind }) => kind === 'count' || kind === 'code');

/** Brings together the ways of writing one label that make no other label of it. */
const plainLabel = (text: string): string =>
  spelling(
    text
      .replace(/\b1\s*\/\s*2\b|\bhalf\b(?:\s+a\b)?/giu, '½')
      .replace(/<=|≤/gu, ' less than or equal to ')
      .replace(/>/gu, ' more than ')
      .replace(/^\s*(?:no\.?|num\.?|number|#)\s+of\b/iu, 'no of'),
  );
const withoutBrackets = (text: string): string => text.replace(/\([^)]*\)/gu, ' ');
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

/** A bare “Total” is that of whatever stands before it. */
const isBareTotal = (name: string): boolean => spelling(name) === 'total';

/** Every spelling of every label, with the places it may mean. */
const meanings = new Map<string, Set<string>>();
const headings = new Map<string, string>();

function mean(text: string, path: string): void {
  for (const form of new Set([plainLabel(text), plainLabel(withoutBrackets(text))])) {
    if (form === '') continue;
    const known = meanings.get(form);
    if (known === undefined) meanings.set(form, new Set([path]));
    else known.add(path);
  }
}

for (const { path, label, aliases } of headerEntries)
  for (const name of [path, label, ...aliases]) mean(name, path);
for (const { id, label, aliases = [] } of bareFields)
  for (const name of [id, label, ...aliases]) if (!isBareTotal(name)) mean(name, id);
for (const field of breakdowns) {
  for (const name of [field.label, field.id, ...(field.aliases ?? [])])
    headings.set(plainLabel(name), field.id);
  if (field.kind === 'matrix') continue;
  for (const { code, label, aliases = [] } of field.codelist.entries) {
    const path = `${field.id}.${code}`;
    for (const name of [label, code, ...aliases]) {
      mean(name, path);
      mean(`${field.label}: ${name}`, path);
    }
  }
}
for (const heading of sectionHeadings) headings.set(plainLabel(heading), '');

const byId = new Set([...headerEntries.map(({ path }) => path), ...bareFields.map(({ id }) => id)]);
const containers = new Set([
  ...fields.flatMap(({ id, kind }) => (kind === 'count' || kind === 'code' ? [] : [id])),
  ...fields.map(({ id }) => id.split('.')[0] ?? ''),
  'printed',
  'explanations',
  ...printedParts,
]);
const plainKey = /^[^.\p{Cc}]{1,100}$/u;

/**
 * The path that a text is, exactly, as programs write it. `undefined` when it is none.
 */
export function pathIn(text: string): string | undefined {
  if (byId.has(text) || containers.has(text)) return text;
  if (/^explanations\.\d{1,4}$/.test(text)) return text;
  const part = printedParts.find((each) => text.startsWith(`${each}.`));
  if (part !== undefined) return text;
  const field = breakdowns.find(({ id }) => text.startsWith(`${id}.`));
  return field === undefined ? undefined : pathInBreakdown(field, text);
}

function pathInBreakdown(field: (typeof breakdowns)[number], text: string): string | undefined {
  const keys = text.slice(field.id.length + 1).split('.');
  const code = keys.at(-1) ?? '';
  if (!keys.every((key) => plainKey.test(key) && key !== '__proto__')) return undefined;
  const isCode = field.codelist.open || field.codelist.entries.some((entry) => entry.code === code);
  if (field.kind === 'matrix') return (keys.length === 2 && isCode) || keys.length === 1 ? text : undefined;
  return keys.length === 1 && isCode ? text : undefined;
}

/** Whether a path holds entries and no answer of its own. */
export const isContainer = (path: string): boolean =>
  containers.has(path) ||
  breakdowns.some(
    ({ id, kind }) =>
      kind === 'matrix' && path.startsWith(`${id}.`) && !path.slice(id.length + 1).includes('.'),
  );

/** What a label means by itself. `undefined` when the form has nothing of the kind. */
export function meaningOf(text: string): Meaning | undefined {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > 300) return undefined;
  const path = pathIn(textOf(trimmed));
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
  const id = cut < 0 ? undefined : headings.get(plainLabel(text.slice(0, cut)));
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

/** The label that a percentage is of, and whether it is one of a percentage at all. */
export function percentageOf(label: string): string | undefined {
  const trimmed = label.trim();
  if (trimmed.length > 300 || !percentSign.test(trimmed)) return undefined;
  if (pathIn(textOf(trimmed)) !== undefined) return undefined; // a category may have the sign in its name
  return trimmed
    .replace(percentSigns, ' ')
    .replace(/[:,–-]\s*$/u, '')
    .trim();
}
const percentSign = /%|\bper\s?cent(?:age)?\b/iu;
const percentSigns = /\(?(?:%|\bper\s?cent(?:age)?\b)(?:\s+of\b)?\)?/giu;

/** A category under a heading that is not of its list. */
export function newUnder(heading: string, text: string): Meaning | undefined {
  const meaning =
    text.length > 200 ? undefined : newCategory(heading, text.trim().replace(/(?:\*{1,3}|†|:)$/u, ''));
  return meaning === undefined ? undefined : { ...meaning, isNew: true };
}

/** The breakdown that a path belongs to. */
export const breakdownOf = (path: string): string | undefined =>
  breakdowns.find(({ id }) => path.startsWith(`${id}.`))?.id;

/** The row that follows a row on the form: attendance follows its sessions. */
export function pathAfter(path: string): string | undefined {
  const index = bareFields.findIndex(({ id }) => id === path);
  return index < 0 ? undefined : bareFields[index + 1]?.id;
}

/** Whether a label is that of a total. */
export const isTotal = (text: string): boolean =>
  /^(?:sub|grand)?\s*totals?$/iu.test(spelling(text.slice(0, 100)));

/** What a bare total is of: the breakdown it stands under or behind, or direct and indirect support just before it. */
export function totalAfter(within: string | undefined, before: string | undefined): Meaning | undefined {
  const breakdown = within === undefined || within === '' ? breakdownOf(before ?? '') : within;
  if (breakdown !== undefined) return { path: `printed.totals.${breakdown}` };
  return before === 'youngPeople.indirect' ? { path: 'youngPeople.total' } : undefined;
}

/** Whether a row is named for what adds up, or averages, the rows above it. */
export const isSummary = (text: string): boolean =>
  /^(?:sub-?|grand\s*)?totals?\b|^(?:all|all services|all spokes|overall|combined|averages?|mean|sum|grand sum)$/iu.test(
    text.trim().slice(0, 100),
  );

/** A path as a person knows it. */
export const nameOf = (path: string): string =>
  headerEntries.find((entry) => entry.path === path)?.label ?? labelAt(path);
