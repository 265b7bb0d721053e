import { fields, type Field } from '../form/index.ts';
import { remembered } from '../vocabulary/index.ts';
import { notStatedPath } from './entry.ts';

/** The paths of a breakdown, or of a measure of a matrix. */
export interface PathsUnder {
  /** How many it describes. */
  readonly whole: string;
  /** The categories of the list, in its order. */
  readonly known: readonly { readonly code: string; readonly path: string }[];
  /** How many no category accounts for. */
  readonly notStated: string;
}

function pathsUnder(whole: string, codes: readonly string[]): PathsUnder {
  const known = codes.map((code) => ({ code, path: `${whole}.${code}` }));
  return { whole, known, notStated: notStatedPath(whole) };
}

/** A field of the form with its places in a return and in a summary. */
export interface FieldPlace {
  readonly field: Field;
  readonly section: string;
  readonly name: string;
  readonly codes: readonly string[];
  /** Where its base stands; nothing where that is the young people described. */
  readonly whole: { readonly section: string; readonly name: string } | undefined;
  /** The paths under a prefix: the field’s own for a breakdown, a measure’s for a matrix. */
  readonly under: (prefix: string) => PathsUnder;
}

const partsOf = (id: string): { section: string; name: string } => {
  const [section = '', name = ''] = id.split('.');
  return { section, name };
};

function placeOf(field: Field): FieldPlace {
  const codes =
    field.kind === 'breakdown' || field.kind === 'matrix'
      ? field.codelist.entries.map(({ code }) => code)
      : [];
  const base = 'base' in field ? field.base : 'youngPeople.base';
  return {
    field,
    ...partsOf(field.id),
    codes,
    whole: base === 'youngPeople.base' ? undefined : partsOf(base),
    under: remembered((prefix) => pathsUnder(prefix, codes)),
  };
}

let made: readonly FieldPlace[] | undefined;

/** Every field with its places, in the order of the form. */
export const fieldPlaces = (): readonly FieldPlace[] => (made ??= fields.map(placeOf));
