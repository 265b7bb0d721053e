import { cellsOf, cellText, fields, valueAt, type CoreReturn, type Field, type Json } from '../form/index.ts';

/** One entry of a return: where it stands, and what stands there as text. */
export interface Entry {
  readonly path: string;
  readonly text: string;
}

/** An entry with which a return says what it is. */
export interface HeaderEntry {
  readonly path: string;
  readonly label: string;
  readonly aliases: readonly string[];
}

/** The entries before the fields, in their order, with the labels that people use. */
export const headerEntries: readonly HeaderEntry[] = [
  { path: 'edition', label: 'Edition of the form', aliases: ['Edition', 'Form edition'] },
  { path: 'service', label: 'Service', aliases: ['Service number', 'Service name', 'Service id'] },
  { path: 'period', label: 'Reporting period', aliases: ['Period', 'Quarter', 'Reporting quarter'] },
  {
    path: 'period.from',
    label: 'First day of the period',
    aliases: ['From', 'Period from', 'Start', 'Start date', 'Period start'],
  },
  {
    path: 'period.to',
    label: 'Last day of the period',
    aliases: ['To', 'Until', 'Period to', 'End', 'End date', 'Period end'],
  },
  { path: 'declared', label: 'The period is not a quarter, but', aliases: ['Declared'] },
  { path: 'combined.services', label: 'Services combined', aliases: ['Combined services'] },
  { path: 'combined.returns', label: 'Returns combined', aliases: ['Combined returns'] },
  { path: 'revision', label: 'Revision', aliases: ['Revision number'] },
  { path: 'printed.period', label: 'Reporting period as printed', aliases: [] },
];

/** The parts of a return that are kept by the path of the count they belong to. */
export const printedParts = ['printed.percentages', 'printed.totals'] as const;

/**
 * Everything that a return says, as text by path: what every table of returns is made of. Read back by the
 * reader of files, it is the same return.
 */
export function entriesOf(value: CoreReturn): readonly Entry[] {
  return [
    ...headerOf(value),
    ...fields.flatMap((field) => entriesOfField(value, field)),
    ...emptySections(value),
    ...afterOf(value),
  ];
}

function headerOf(value: CoreReturn): readonly Entry[] {
  return headerEntries.flatMap(({ path }) => {
    const stands = path === 'period' ? undefined : (valueAt(value, path) as Json | undefined); // a return is plain JSON
    return stands === undefined
      ? []
      : [{ path, text: typeof stands === 'string' ? plainText(stands) : JSON.stringify(stands) }];
  });
}

function entriesOfField(value: CoreReturn, field: Field): readonly Entry[] {
  const stands = valueAt(value, field.id);
  if (field.kind === 'code') return typeof stands === 'string' ? [{ path: field.id, text: stands }] : [];
  const empty = field.kind === 'count' ? [] : emptyObjects(stands, field.id);
  return [...cellsOf(only(value, field)).map(({ path, cell }) => ({ path, text: cellText(cell) })), ...empty];
}

/** A return with one field alone. */
function only(value: CoreReturn, { id }: Field): object {
  const [section = '', name = ''] = id.split('.');
  const stands = valueAt(value, id);
  return stands === undefined ? {} : { [section]: { [name]: stands } };
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** A breakdown or measure without any count says nothing, and yet is there. */
function emptyObjects(stands: unknown, path: string): readonly Entry[] {
  if (!isObject(stands)) return [];
  if (Object.keys(stands).length === 0) return [{ path, text: '{}' }];
  return Object.entries(stands).flatMap(([key, inner]) =>
    isObject(inner) && Object.keys(inner).length === 0 ? [{ path: `${path}.${key}`, text: '{}' }] : [],
  );
}

function emptySections(value: CoreReturn): readonly Entry[] {
  return [...new Set(fields.map(({ id }) => id.split('.')[0] ?? ''))].flatMap((section) => {
    const stands = valueAt(value, section);
    return isObject(stands) && Object.keys(stands).length === 0 ? [{ path: section, text: '{}' }] : [];
  });
}

/** What a return carries besides its fields: printed figures, and explanations as JSON. */
function afterOf({ printed, explanations }: CoreReturn): readonly Entry[] {
  const isEmpty = printed !== undefined && Object.keys(printed).length === 0;
  const figures = printedParts.flatMap((part) => {
    const stands = valueAt({ printed }, part);
    if (!isObject(stands)) return [];
    const entries = Object.entries(stands).map(([of, figure]) => ({
      path: `${part}.${of}`,
      text: String(figure),
    }));
    return entries.length === 0 ? [{ path: part, text: '{}' }] : entries;
  });
  const explained = explanations?.map((each, index) => ({
    path: `explanations.${index}`,
    text: JSON.stringify(each),
  }));
  return [
    ...(isEmpty ? [{ path: 'printed', text: '{}' }] : []),
    ...figures,
    ...(explained?.length === 0 ? [{ path: 'explanations', text: '[]' }] : (explained ?? [])),
  ];
}

/** A text as it stands, or in JSON where trimming, unquoting or a spreadsheet’s errors (`#REF!`) would change it. */
export function plainText(text: string): string {
  return text.trim() === text && !/^["#]/u.test(text) ? text : JSON.stringify(text);
}

/** What {@link plainText} wrote, or a person. */
export function textOf(written: string): string {
  const trimmed = written.trim();
  if (!/^".*"$/s.test(trimmed)) return trimmed;
  try {
    const parsed: unknown = JSON.parse(trimmed);
    return typeof parsed === 'string' ? parsed : trimmed;
  } catch {
    return trimmed; // a name in quotation marks
  }
}

/** What stands at each path, put together as a return. Nothing in a path has a meaning of its own. */
export function fromEntries(values: ReadonlyMap<string, Json>): Json {
  const root = new Map<string, Node>();
  for (const [path, value] of values) place(root, keysOf(path), value);
  const explanations = root.get('explanations');
  if (explanations instanceof Map) root.set('explanations', [...explanations.values()].map(plain));
  return plain(root);
}

type Node = Json | Map<string, Node>;

function keysOf(path: string): readonly string[] {
  const part = printedParts.find((each) => path.startsWith(`${each}.`));
  return part === undefined ? path.split('.') : [...part.split('.'), path.slice(part.length + 1)];
}

function place(node: Map<string, Node>, [key = '', ...rest]: readonly string[], value: Json): void {
  if (rest.length === 0) {
    // An empty container says nothing where something stands in it already.
    if (!(node.get(key) instanceof Map))
      node.set(
        key,
        isObject(value) && !Array.isArray(value) && Object.keys(value).length === 0
          ? new Map<string, Node>()
          : value,
      );
    return;
  }
  const inner = node.get(key);
  const next = inner instanceof Map ? inner : new Map<string, Node>();
  node.set(key, next);
  place(next, rest, value);
}

function plain(node: Node): Json {
  if (!(node instanceof Map)) return node;
  return Object.fromEntries([...node].map(([key, inner]) => [key, plain(inner)]));
}
