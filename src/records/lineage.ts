import { labelAt } from '../form/index.ts';
import { countingRules } from './counting-rules.ts';

/** What stands behind a count: the ids of what was counted. */
export interface CellLineage {
  /** What the ids are of. */
  readonly of: 'young people' | 'cases' | 'sessions' | 'consultancies' | 'posts';
  /** Whoever or whatever was counted for certain, in the order of their ids. */
  readonly ids: readonly string[];
  /** What may belong to it as well, because a date or a name is not known. Such a count is incomplete. */
  readonly possible?: readonly string[];
}

/** The records behind each cell of a return, by path. It stays with the service, and is never sent. */
export type Lineage = Readonly<Record<string, CellLineage>>;

/** Why a cell is what it is. */
export interface CellExplanation extends CellLineage {
  readonly path: string;
  readonly label: string;
  /** How it was counted. */
  readonly rule: string;
}

/**
 * Why a cell of a compiled return is what it is: what was counted, and by what rule. `undefined` for a cell that
 * was not compiled.
 *
 * @example
 * const { lineage } = await compileReturn(
 *   [{ kind: 'case', id: 'c1', youngPerson: 'yp1', support: 'direct', opened: '2015-01-12', ageBand: '15-17' }],
 *   { service: '2', quarter: '2015-Q1' },
 * );
 * explainCell(lineage, 'youngPeople.age.15-17')?.ids; // => ['yp1']
 */
export function explainCell(lineage: Lineage, path: string): CellExplanation | undefined {
  const found = Object.hasOwn(lineage, path) ? lineage[path] : undefined;
  if (found === undefined) return undefined;
  const rule = countingRules.find(({ field }) => path === field || path.startsWith(`${field}.`));
  return { ...found, path, label: labelAt(path), rule: rule?.statement ?? '' };
}
