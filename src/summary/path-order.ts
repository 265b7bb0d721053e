import { fields } from '../form/index.ts';
import { remembered } from '../vocabulary/index.ts';
import { notStatedPath } from './entry.ts';
import { isSame, type PathsByField } from './path-pattern.ts';
import { fieldPlaces } from './places.ts';

/** Where a path stands among those of its field. */
interface PathOrder {
  /** The place of its field in the form. */
  readonly field: number;
  /** The measure, in a matrix. */
  readonly measure: string;
  /** The whole first, then the categories of the list, those of the service’s own, and what is not stated. */
  readonly rank: number;
}

const own = 1000;
const last = 2000;

const orderOf = remembered((path): PathOrder | undefined => {
  const field = fields.findIndex(
    ({ id }) => path === id || path === notStatedPath(id) || path.startsWith(`${id}.`),
  );
  const place = fieldPlaces()[field];
  if (place === undefined) return undefined;
  const { id, kind } = place.field;
  const measure = kind === 'matrix' ? (/^[^./]*/.exec(path.slice(id.length + 1))?.[0] ?? '') : '';
  const prefix = measure === '' ? id : `${id}.${measure}`;
  if (path === prefix) return { field, measure, rank: 0 };
  if (path === notStatedPath(prefix)) return { field, measure, rank: last };
  const listed = place.codes.indexOf(path.slice(prefix.length + 1));
  return { field, measure, rank: listed < 0 ? own : 1 + listed };
}, 50_000);

function compare(one: string, other: string): number {
  const [first, second] = [orderOf(one), orderOf(other)];
  if (first === undefined || second === undefined) return 0;
  if (first.measure !== second.measure) return first.measure < second.measure ? -1 : 1;
  return first.rank - second.rank || (one < other ? -1 : 1);
}

/** Paths by field, each in the order of the form; what is of no field is left out. */
export function inOrder(paths: Iterable<string>): PathsByField {
  const byField = fields.map((): string[] => []);
  for (const path of paths) byField[orderOf(path)?.field ?? -1]?.push(path);
  return byField.map((each) => each.sort(compare));
}

/** The paths of several, each once, in the order of the form. */
export function pathsOfAny(all: readonly PathsByField[], field: number): readonly string[] {
  const first = all[0]?.[field] ?? [];
  if (all.length < 2) return first;
  const others = all.map((paths) => paths[field] ?? []);
  if (others.every((paths) => isSame(paths, first))) return first;
  return [...new Set([...first, ...others.flat()])].sort(compare);
}
