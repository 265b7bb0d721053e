import { fields, labelAt } from '../form/index.ts';
import { notStatedPath } from './entry.ts';

/**
 * What a figure of a summary is called, by its path.
 *
 * @example
 * figureLabel('youngPeople.age.12-14'); // => 'Age: 12-14'
 * figureLabel('youngPeople.ethnicity/not-stated'); // => 'Ethnicity: in no category'
 * figureLabel('youngPeople.age'); // => 'Age: everyone described'
 */
export function figureLabel(path: string): string {
  if (path === notStatedPath('referrals.reported')) return 'Cases in which no referral route was reported';
  if (fields.some(({ id }) => path === notStatedPath(id)))
    return `${labelAt(path.slice(0, path.lastIndexOf('/')))}: in no category`;
  if (path === 'youngPeople.base') return 'Young people whom the characteristics describe';
  return isBreakdown(path) ? `${labelAt(path)}: everyone described` : labelAt(path);
}

const isBreakdown = (path: string): boolean =>
  fields.some(({ id, kind }) => id === path && (kind === 'breakdown' || kind === 'matrix'));
