import { parseCell } from '../form/index.ts';
import { parsePeriod } from '../vocabulary/index.ts';
import type { Roles } from './column-roles.ts';
import { textAt, type Grid } from './grid.ts';
import { meaningOf } from './labels.ts';

/** A column of answers, and where its period stands over it. */
export interface AnswerColumn {
  readonly column: number;
  readonly period?: { readonly row: number; readonly column: number };
}

/**
 * The columns of answers of a table with a row an answer: one, unless a row of services, of periods or of the names
 * of quarters tells several apart. Where columns say of which return a row is, no row below their names does: a
 * service may be called like a quarter.
 */
export function answerColumns(grid: Grid, roles: Roles): readonly AnswerColumn[] {
  const alone = [{ column: roles.value }];
  const periods = periodRow(grid, roles);
  const told = periods ?? toldApart(grid, roles);
  const columns = told?.columns.filter((column) => hasAnswers(grid, column)) ?? [];
  if (told === undefined || columns.length < 2) return alone;
  return columns.map((column) => ({ column, ...(periods && { period: { row: periods.row, column } }) }));
}

/** How many of the first rows may tell columns of answers apart. */
const rowsThatTell = (grid: Grid, { groups, header }: Pick<Roles, 'groups' | 'header'>): number =>
  groups.size > 0 && header >= 0 ? header : grid.rows.length;

interface ToldApart {
  readonly row: number;
  readonly columns: readonly number[];
}

/** A row in which several columns have the name of a period over them. */
function periodRow(grid: Grid, { labelsEnd, ...roles }: Roles): ToldApart | undefined {
  for (let row = 0; row < Math.min(rowsThatTell(grid, roles), 40); row += 1) {
    const texts = grid.rows[row] ?? [];
    const label = texts.slice(0, labelsEnd).find((text) => text.trim() !== '');
    const isAnswer = label !== undefined && meaningOf(label) !== undefined;
    const columns = isAnswer ? [] : columnsWhere(texts, (text) => parsePeriod(text) !== undefined);
    if (columns.length >= 2) return { row, columns };
  }
  return undefined;
}

/** A row that says of several columns which service or period they are of. */
function toldApart(grid: Grid, { labelsEnd, ...roles }: Roles): ToldApart | undefined {
  for (let row = 0; row < Math.min(rowsThatTell(grid, roles), 200); row += 1) {
    const texts = grid.rows[row] ?? [];
    const label = texts.slice(0, labelsEnd).find((text) => text.trim() !== '') ?? '';
    const meaning = meaningOf(label);
    const isHeader = meaning !== undefined && 'path' in meaning && /^(?:service|period)/u.test(meaning.path);
    const columns = isHeader
      ? columnsWhere(texts, (text, column) => column >= labelsEnd && text.trim() !== '')
      : [];
    if (columns.length >= 2) return { row, columns };
  }
  return undefined;
}

const columnsWhere = (
  texts: readonly string[],
  fits: (text: string, column: number) => boolean,
): readonly number[] => texts.flatMap((text, column) => (fits(text, column) ? [column] : []));

/** Whether a column holds more than one count. */
function hasAnswers(grid: Grid, column: number): boolean {
  let answers = 0;
  for (let row = 0; row < grid.rows.length && answers < 2; row += 1) {
    if ('cell' in parseCell(textAt(grid, row, column), { decimal: true })) answers += 1;
  }
  return answers >= 2;
}
