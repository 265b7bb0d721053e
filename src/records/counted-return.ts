import type { Finding } from '../checks/index.ts';
import {
  appliesTo,
  atLeast,
  fieldOf,
  isAskedIn,
  unknown,
  valueAt,
  type Cell,
  type FieldId,
  type Json,
} from '../form/index.ts';
import type { Service } from '../programme/index.ts';
import type { Quarter } from '../vocabulary/index.ts';
import type { CountedCell } from './activities.ts';
import { shownId } from './distinct-records.ts';
import { leftOf, type Kept } from './kept-kinds.ts';
import type { CellLineage, Lineage } from './lineage.ts';

/** A return that is being made: its cells, and what stands behind each. */
export interface CountedReturn {
  readonly sections: Record<string, Record<string, Json>>;
  readonly lineage: Record<string, CellLineage>;
  readonly findings: Finding[];
  readonly quarter: Quarter;
  readonly service: Service | undefined;
  readonly kept: Kept;
}

/** Adds what was found: however many there are. */
export function addFindings({ findings }: CountedReturn, more: readonly Finding[]): void {
  for (const finding of more) findings.push(finding);
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

/** A cell as far as it can be trusted when some records could not be read. */
function trusted({ kept }: CountedReturn, id: FieldId, cell: Cell): Cell {
  const left = leftOf(id, kept);
  if (left === 'exact') return cell;
  return left === 'nothing' || cell === 0
    ? unknown('not-known')
    : typeof cell === 'number'
      ? atLeast(cell)
      : cell;
}

/** Puts a count into the return. */
export function putCell(counted: CountedReturn, id: FieldId, { cell, lineage }: CountedCell): void {
  if (!belongs(counted, id, cell === 0)) return;
  put(counted, id, trusted(counted, id, cell) as Json); // a cell is plain JSON
  counted.lineage[id] = shownLineage(lineage);
}

/** Puts a breakdown into the return. */
export function putCells(
  counted: CountedReturn,
  id: FieldId,
  cells: Readonly<Record<string, Cell>>,
  lineage: ReadonlyMap<string, CellLineage>,
): void {
  const isNone = [...lineage.values()].every(({ ids, possible = [] }) => ids.length + possible.length === 0);
  if (!belongs(counted, id, isNone)) return;
  put(counted, id, trustedCells(counted, id, cells));
  for (const [code, each] of lineage) counted.lineage[`${id}.${code}`] = shownLineage(each);
}

/** Cells by code, each as far as it can be trusted. */
export const trustedCells = (
  counted: CountedReturn,
  id: FieldId,
  cells: Readonly<Record<string, Cell>>,
): Json =>
  Object.fromEntries(Object.entries(cells).map(([code, cell]) => [code, trusted(counted, id, cell) as Json]));

/** Puts anything else into the return. */
export function put({ sections }: CountedReturn, id: FieldId, value: Json): void {
  const [section = '', name = ''] = id.split('.');
  (sections[section] ??= {})[name] = value;
}

/** Whether the return has a field. */
export const has = ({ sections }: CountedReturn, id: FieldId): boolean => valueAt(sections, id) !== undefined;

/** Lineage in the order of its ids, without those that look identifying: it explains a count, and names nobody. */
export function shownLineage({ of, ids, possible }: CellLineage): Lineage[string] {
  return {
    of,
    ids: ids.map(shownId).sort(),
    ...(possible !== undefined && { possible: possible.map(shownId).sort() }),
  };
}
