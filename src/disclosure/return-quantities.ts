import { fieldAt, fields, type Field } from '../form/index.ts';
import { isNotStated, notStatedPath, type Contribution, type Entry } from '../summary/index.ts';

/** The field of a path of a summary. */
export const fieldOfFigure = (path: string): Field | undefined =>
  fieldAt(path) ?? fields.find(({ id }) => path === notStatedPath(id));

/**
 * Whether a figure counts young people, so that a small one may point to somebody.
 *
 * @example
 * countsYoungPeople('youngPeople.age.12-14'); // => true
 * countsYoungPeople('withProfessionals.trainingSessions'); // => false
 */
export function countsYoungPeople(path: string): boolean {
  if (path === 'youngPeople.base') return true;
  const field = fieldOfFigure(path);
  return field === undefined || (field.kind !== 'code' && field.describesYoungPeople);
}

/** The path of the count that a breakdown, or a measure of a matrix, divides. */
export function wholeOf(path: string): string | undefined {
  const field = fieldOfFigure(path);
  if (field?.kind === 'breakdown') return path === field.id ? field.base : undefined;
  return field?.kind === 'matrix' && isOneName(path.slice(field.id.length + 1)) ? field.base : undefined;
}

/** Whether what follows a path is one category or measure, which may have slashes in its name, and not what is left over. */
export const isOneName = (rest: string): boolean => !rest.includes('.') && !isNotStated(rest);

/**
 * One path for one quantity: what a breakdown divides is its base; a base of directly supported people is their count,
 * and one of both kinds their total.
 */
export function quantityAt(path: string, { base, entries }: Contribution): string {
  const whole = wholeOf(path) ?? path;
  const [one, other] =
    base === 'direct'
      ? ['youngPeople.base', 'youngPeople.direct']
      : ['youngPeople.total', 'youngPeople.base'];
  const isSame = entries[other]?.says === 'number' && entries[other].low === entries[path]?.low;
  return whole === one && base !== undefined && isSame ? other : whole;
}

export const isExact = (entry: Entry | undefined): entry is Entry =>
  entry?.says === 'number' && entry.low === entry.high;

/**
 * What a publisher withheld at a path before it came here: at a cell of the form, or at the number of those described
 * where that is a cell of the form.
 */
export function withheldAt(path: string, { base, entries, merged }: Contribution): Entry | undefined {
  const whole = wholeOf(path) ?? path;
  if (isNotStated(path)) return undefined;
  const at = cellBehind(path, whole, base);
  const entry = at === undefined ? undefined : entries[at];
  if (at === undefined || entry?.says !== 'withheld') return undefined;
  // What was put together with a number here would tell that number.
  return inside(at, entry, merged).numbers.length === 0 ? entry : undefined;
}

/** The cell of the form behind a path: itself, or the number of those described where that is one. */
function cellBehind(path: string, whole: string, base: Contribution['base']): string | undefined {
  if (whole === 'youngPeople.base') return base === 'direct' ? 'youngPeople.direct' : undefined;
  return whole === path ? path : undefined;
}

/** What stands in an entry: itself, or what it was put together from. */
interface Inside {
  readonly numbers: readonly (readonly [path: string, count: number])[];
  readonly withheld: readonly Entry[];
}

export function inside(path: string, entry: Entry, merged: Contribution['merged'] = {}): Inside {
  if (entry.says === 'number') return { numbers: [[path, entry.low]], withheld: [] };
  if (entry.says !== 'withheld') return { numbers: [], withheld: [] };
  const parts = merged[path];
  if (parts === undefined) return { numbers: [], withheld: [entry] };
  const found = Object.entries(parts).map(([part, said]) => inside(part, said, merged));
  return {
    numbers: found.flatMap(({ numbers }) => numbers),
    withheld: found.flatMap(({ withheld }) => withheld),
  };
}
