import { fields, labelAt, type Field } from '../form/index.ts';
import type { Codelist } from '../vocabulary/index.ts';
import { headerEntries, printedParts } from './entries.ts';

type Listed = Extract<Field, { readonly codelist: Codelist }>;

/** The fields that have categories. */
export const breakdowns = fields.filter(
  (field): field is Exclude<Listed, { kind: 'code' }> =>
    field.kind === 'breakdown' || field.kind === 'matrix',
);
/** The fields with one answer each. */
export const bareFields = fields.filter(({ kind }) => kind === 'count' || kind === 'code');

const byId = new Set([...headerEntries.map(({ path }) => path), ...bareFields.map(({ id }) => id)]);
/** The paths that hold entries and no answer of their own, save those of measures. */
export const containers = new Set([
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

/** The breakdown that a path belongs to. */
export const breakdownOf = (path: string): string | undefined =>
  breakdowns.find(({ id }) => path.startsWith(`${id}.`))?.id;

/** The row that follows a row on the form: attendance follows its sessions. */
export function pathAfter(path: string): string | undefined {
  const index = bareFields.findIndex(({ id }) => id === path);
  return index < 0 ? undefined : bareFields[index + 1]?.id;
}

/** A path as a person knows it. */
export const nameOf = (path: string): string =>
  headerEntries.find((entry) => entry.path === path)?.label ?? labelAt(path);
