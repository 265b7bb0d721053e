import { spelling } from '../vocabulary/index.ts';
import { headerEntries } from './entries.ts';
import { bareFields, breakdowns } from './written-paths.ts';

/** Headings of the printed tables that are no questions. */
const sectionHeadings = [
  'Characteristics of young people',
  'Spoke outputs and activities',
  'Young people',
  'Other professionals',
  'Referral pathways',
];

/** Brings together the ways of writing one label that make no other label of it. */
export const plainLabel = (text: string): string =>
  spelling(
    text
      .replace(/\b1\s*\/\s*2\b|\bhalf\b(?:\s+a\b)?/giu, '½')
      .replace(/<=|≤/gu, ' less than or equal to ')
      .replace(/>/gu, ' more than ')
      .replace(/^\s*(?:no\.?|num\.?|number|#)\s+of\b/iu, 'no of'),
  );
const withoutBrackets = (text: string): string => text.replace(/\([^)]*\)/gu, ' ');

/** A bare “Total” is that of whatever stands before it. */
const isBareTotal = (name: string): boolean => spelling(name) === 'total';

/** What labels may mean, by their plain spelling: places on the form, and headings over them. */
interface Spellings {
  readonly meanings: ReadonlyMap<string, ReadonlySet<string>>;
  readonly headings: ReadonlyMap<string, string>;
}

let made: Spellings | undefined;

/** Every spelling of every label, with what it may mean. Made when it is first asked for. */
export const labelSpellings = (): Spellings =>
  (made ??= { meanings: meaningsOfLabels(), headings: headingsOfForm() });

/** Every name with the place that it may mean. */
const namedPlaces = (): readonly (readonly [name: string, path: string])[] => [
  ...headerEntries.flatMap(({ path, label, aliases }) =>
    [path, label, ...aliases].map((name) => [name, path] as const),
  ),
  ...bareFields.flatMap(({ id, label, aliases = [] }) =>
    [id, label, ...aliases].filter((name) => !isBareTotal(name)).map((name) => [name, id] as const),
  ),
  ...breakdowns.flatMap((field) => (field.kind === 'matrix' ? [] : categoriesOf(field))),
];

const categoriesOf = ({ id, label: title, codelist }: (typeof breakdowns)[number]) =>
  codelist.entries.flatMap(({ code, label, aliases = [] }) =>
    [label, code, ...aliases].flatMap((name) =>
      [name, `${title}: ${name}`].map((each) => [each, `${id}.${code}`] as const),
    ),
  );

function meaningsOfLabels(): Spellings['meanings'] {
  const meanings = new Map<string, Set<string>>();
  for (const [name, path] of namedPlaces())
    for (const form of new Set([plainLabel(name), plainLabel(withoutBrackets(name))])) {
      if (form === '') continue;
      const known = meanings.get(form);
      if (known === undefined) meanings.set(form, new Set([path]));
      else known.add(path);
    }
  return meanings;
}

const headingsOfForm = (): Spellings['headings'] =>
  new Map([
    ...breakdowns.flatMap(({ id, label, aliases = [] }) =>
      [label, id, ...aliases].map((name) => [plainLabel(name), id] as const),
    ),
    ...sectionHeadings.map((heading) => [plainLabel(heading), ''] as const),
  ]);
