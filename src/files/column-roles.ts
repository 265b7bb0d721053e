import { spelling } from '../vocabulary/index.ts';
import { parseCell } from '../form/index.ts';
import { isBlank, textAt, type Grid } from './grid.ts';
import { meaningOf } from './labels.ts';
import { whatToFix } from './what-to-fix.ts';

/** What the columns of a table with a row an answer are for. */
export interface Roles {
  /** The row that names the columns; -1 when none does. */
  readonly header: number;
  /** The column with the ids of fields. */
  readonly field?: number;
  /** The column with the answers. Labels stand to the left of it, or in `label`. */
  readonly value: number;
  readonly label?: number;
  readonly percent?: number;
  /** Columns that say of which return an answer is, by the path they hold; a number of the return has none. */
  readonly groups: ReadonlyMap<number, string>;
  /** Where labels end: the first column of answers. */
  readonly labelsEnd: number;
  /** Columns with words for people, which hold no answers. */
  readonly aside: ReadonlySet<number>;
  /** Columns that the form of this library has, and fills in itself. */
  readonly ours: ReadonlySet<number>;
}

const roleWords: Readonly<Record<string, readonly string[]>> = {
  field: ['field', 'field id', 'id', 'path'],
  label: ['question', 'label', 'row', 'item', 'data item', 'category'],
  value: ['value', 'answer', 'number', 'no', 'count', 'n', 'figure', 'response', 'total number'],
  percent: ['per cent', 'percent', 'percentage', 'pct'],
  aside: ['guidance', 'check', 'notes', 'note', 'comment', 'comments', 'remarks'],
  ours: ['what to write', 'does it add up', 'described', spelling(whatToFix)],
};

/** What a header cell says its column is for. */
export function roleOf(text: string): string | undefined {
  if (/^\s*%\s*$/u.test(text)) return 'percent';
  const word = spelling(text.slice(0, 100));
  return Object.keys(roleWords).find((role) => roleWords[role]?.includes(word));
}

/** Where the answers, labels and percentages of a table stand. `undefined` when there is no column of answers. */
export function rolesOf(grid: Grid): Roles | undefined {
  const header = headerRow(grid);
  const texts = grid.rows[header] ?? [];
  const named = new Map<string, number>();
  texts.forEach((text, column) => {
    const role = roleOf(text);
    if (role !== undefined && !named.has(role)) named.set(role, column);
  });
  const [field, label] = [named.get('field'), named.get('label')];
  const value = namedValue(texts, label ?? field ?? 0) ?? fullestColumn(grid);
  if (value === undefined) return undefined;
  const percent = named.get('percent') ?? percentColumn(grid, value);
  return {
    header,
    value,
    ...(field !== undefined && { field }),
    ...(label !== undefined && { label }),
    ...(percent !== undefined && { percent }),
    groups: groupColumns(texts, new Set(named.values())),
    labelsEnd: value,
    aside: new Set([
      ...columnsFor('aside', texts),
      ...[...columnsFor('value', texts)].filter((column) => column < value),
    ]),
    ours: columnsFor('ours', texts),
  };
}

/** The column named for answers that stands behind the labels: one before them numbers the rows. */
const namedValue = (texts: readonly string[], labels: number): number | undefined =>
  [...columnsFor('value', texts)].find((column) => column > labels);

const columnsFor = (role: string, texts: readonly string[]): ReadonlySet<number> =>
  new Set(texts.flatMap((text, column) => (roleOf(text) === role ? [column] : [])));

/** Whether a table says of its columns that one holds fields and another their values. */
export function hasRowPerAnswer(grid: Grid): boolean {
  const header = headerRow(grid);
  const roles = (grid.rows[header] ?? []).map(roleOf);
  const named = roles.flatMap((role, column) => (role === 'field' || role === 'label' ? [column] : []));
  return named.some((column) =>
    grid.rows.some((row, index) => index > header && meaningOf(row[column] ?? '') !== undefined),
  );
}

/** The first row that names a column of answers and another. */
function headerRow({ rows }: Grid): number {
  return rows.slice(0, 40).findIndex((row) => {
    const roles = row.map(roleOf);
    const others = row.filter((text, column) => text.trim() !== '' && roles[column] !== 'value');
    return roles.includes('value') && others.length > 0 && others.every((text) => !isAnswer(text));
  });
}

const isAnswer = (text: string): boolean => 'cell' in parseCell(text) && meaningOf(text) === undefined;

function groupColumns(texts: readonly string[], taken: ReadonlySet<number>): ReadonlyMap<number, string> {
  const groups = new Map<number, string>();
  texts.forEach((text, column) => {
    if (spelling(text) === 'return') groups.set(column, '');
    const meaning = taken.has(column) ? undefined : meaningOf(text);
    const isHeader = meaning !== undefined && 'path' in meaning && !meaning.path.includes('youngPeople');
    if (isHeader && /^(?:edition|service|period|declared|combined|revision)/u.test(meaning.path))
      groups.set(column, meaning.path);
  });
  return groups;
}

/** The column in which most rows that begin with a label have an answer. */
function fullestColumn(grid: Grid): number | undefined {
  const scores = new Map<number, number>();
  grid.rows.forEach((row, index) => {
    if (isBlank(row)) return;
    const label = row.findIndex((text) => meaningOf(text) !== undefined);
    if (label < 0) return;
    row.forEach((text, column) => {
      const counts =
        column > label && text.trim() !== '' && (isCell(text) || grid.note?.(index, column) === 'formula');
      if (counts) scores.set(column, (scores.get(column) ?? 0) + 1);
    });
  });
  const best = [...scores].sort(([one, few], [other, many]) => many - few || one - other)[0];
  return best?.[0];
}

const isCell = (text: string): boolean => 'cell' in parseCell(text, { decimal: true });

/** A column to the right of the answers in which every text is a percentage. */
function percentColumn(grid: Grid, value: number): number | undefined {
  const width = grid.rows.slice(0, 1000).reduce((most, row) => Math.max(most, row.length), 0);
  for (let column = value + 1; column < Math.min(width, value + 4); column += 1) {
    const texts = grid.rows.map((_, row) => textAt(grid, row, column).trim()).filter((text) => text !== '');
    if (texts.length > 0 && texts.every((text) => text.endsWith('%'))) return column;
  }
  return undefined;
}
