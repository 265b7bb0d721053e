import type { Finding } from '../checks/index.ts';
import { appliesTo, fieldOf, isAskedIn, valueAt, type Cell, type FieldId, type Json } from '../form/index.ts';
import type { Service } from '../programme/index.ts';
import type { Quarter } from '../vocabulary/index.ts';
import type { CountedCell } from './activities.ts';
import { shownId } from './distinct-records.ts';
import type { CellLineage, Lineage } from './lineage.ts';

/** A return that is being made: its cells, and what stands behind each. */
export interface CountedReturn {
  readonly sections: Record<string, Record<string, Json>>;
  readonly lineage: Record<string, CellLineage>;
  readonly findings: Finding[];
  readonly quarter: Quarter;
  readonly service: Service | undefined;
}

/**
 * Whether a field belongs into the return: the form asks it in the quarter, and the duties call for it, or there was
 * something to count although they do not.
 */
function belongs({ quarter, service }: CountedReturn, id: FieldId, isNone: boolean): boolean {
  const field = fieldOf(id);
  const isCalledFor = service?.duties === undefined || appliesTo(field, service.duties);
  return isAskedIn(field, quarter) && (isCalledFor || !isNone);
}

/** Puts a count into the return. */
export function putCell(counted: CountedReturn, id: FieldId, { cell, lineage }: CountedCell): void {
  if (!belongs(counted, id, cell === 0)) return;
  put(counted, id, cell as Json); // a cell is plain JSON
  counted.lineage[id] = shownLineage(lineage);
}

/** Puts a breakdown, or the counts of a measure within one, into the return. */
export function putCells(
  counted: CountedReturn,
  id: FieldId,
  cells: Readonly<Record<string, Cell | Readonly<Record<string, Cell>>>>,
  lineage: ReadonlyMap<string, CellLineage>,
): void {
  const isNone = [...lineage.values()].every(({ ids, possible = [] }) => ids.length + possible.length === 0);
  if (!belongs(counted, id, isNone)) return;
  put(counted, id, cells as Json);
  for (const [code, each] of lineage) counted.lineage[`${id}.${code}`] = shownLineage(each);
}

/** Puts anything else into the return. */
export function put({ sections }: CountedReturn, id: FieldId, value: Json): void {
  const [section = '', name = ''] = id.split('.');
  (sections[section] ??= {})[name] = value;
}

/** Whether the return has a field. */
export const has = ({ sections }: CountedReturn, id: FieldId): boolean => valueAt(sections, id) !== undefined;

/** Lineage without ids that look identifying: it explains a count, and names nobody. */
function shownLineage({ of, ids, possible }: CellLineage): Lineage[string] {
  return {
    of,
    ids: ids.map(shownId).sort(),
    ...(possible !== undefined && { possible: possible.map(shownId).sort() }),
  };
}
