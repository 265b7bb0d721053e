import type { Breakdown } from './field.ts';
import type { Cell } from './cell.ts';
import { labelOf } from '../vocabulary/index.ts';
import type { Field } from './field.ts';
import { fields } from './fields.ts';

/** A cell of a return with the field it belongs to. */
export interface PlacedCell {
  readonly path: string;
  readonly field: Field;
  /** The code within a breakdown; the measure and the code within a matrix. */
  readonly code?: string;
  readonly cell: Cell;
}

type Tree = Readonly<Record<string, unknown>>;

/** What stands at a path of dots. `undefined` where nothing does; never anything inherited. */
export function valueAt(value: unknown, path: string): unknown {
  let here = value;
  for (const key of path.split('.')) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return undefined;
    here = (here as Tree)[key];
  }
  return here;
}

/**
 * Every cell of a return with its path and field, in the order of the form.
 *
 * @example
 * const value = { edition: 'year-two', service: '2', period: { from: '2014-01-01', to: '2014-12-31' }, youngPeople: { direct: 50, gender: { female: 39 } } } as const;
 * cellsOf(value).map(({ path, cell }) => [path, cell]); // => [['youngPeople.direct', 50], ['youngPeople.gender.female', 39]]
 */
export function cellsOf(value: object): readonly PlacedCell[] {
  return fields.flatMap((field) => {
    const stands = valueAt(value, field.id);
    return stands === undefined || field.kind === 'code' ? [] : cellsOfField(field, stands);
  });
}

function cellsOfField(field: Field, stands: unknown): readonly PlacedCell[] {
  // The schema has given each kind of field its kind of value.
  if (field.kind === 'count') return [{ path: field.id, field, cell: stands as Cell }];
  if (field.kind === 'breakdown') return cellsOfBreakdown(field, stands as Breakdown<string>, '');
  return Object.entries(stands as Readonly<Record<string, Breakdown<string>>>).flatMap(([measure, counts]) =>
    cellsOfBreakdown(field, counts, `${measure}.`),
  );
}

function cellsOfBreakdown(field: Field, counts: Breakdown<string>, prefix: string): readonly PlacedCell[] {
  return Object.entries(counts).flatMap(([code, cell]) =>
    cell === undefined
      ? []
      : [{ path: `${field.id}.${prefix}${code}`, field, code: `${prefix}${code}`, cell }],
  );
}

/** The paths of the counts of a breakdown, or of a measure. */
export const pathsUnder = (path: string, counts: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.keys(counts).map((code) => `${path}.${code}`);

/** The field that stands at a path, or in which it stands. */
export const fieldAt = (path: string): Field | undefined =>
  fields.find(({ id }) => path === id || path.startsWith(`${id}.`));

/**
 * The printed label of what stands at a path.
 *
 * @example
 * labelAt('youngPeople.ethnicity.white-other'); // => 'Ethnicity: White other'
 * labelAt('youngPeople.direct'); // => 'Young people receiving direct support from Spokes'
 */
export function labelAt(path: string): string {
  const field = fieldAt(path);
  if (field === undefined || field.kind === 'count' || path === field.id) return field?.label ?? path;
  const code = path.slice(field.id.length + 1);
  const cut = field.kind === 'matrix' ? code.lastIndexOf('.') : -1;
  const label = labelOf(field.codelist, code.slice(cut + 1));
  return cut < 0 ? `${field.label}: ${label}` : `${field.label}: ${code.slice(0, cut)}, ${label}`;
}
