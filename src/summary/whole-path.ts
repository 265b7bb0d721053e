import { fields } from '../form/index.ts';
import { notStatedPath } from './entry.ts';

/**
 * The path of what a figure is a part of: of its field, or of its measure within a matrix. `undefined` for a figure
 * that is no part of anything.
 *
 * @example
 * wholePath('youngPeople.age.12-14'); // => 'youngPeople.age'
 */
export function wholePath(path: string): string | undefined {
  const field = fields.find(({ id }) => path.startsWith(`${id}.`) || path === notStatedPath(id));
  if (field?.kind === 'breakdown') return field.id;
  if (field?.kind !== 'matrix') return undefined;
  const measure = /^([^.]+?)(?:\.|\/not-stated$)/.exec(path.slice(field.id.length + 1))?.[1];
  return measure === undefined ? undefined : `${field.id}.${measure}`;
}
